"""Rules on the people of a reference by where they stand: who wrote a film, who edited the book behind "In"."""

from __future__ import annotations

from collections.abc import Sequence

from refcheck import patterns as re
from refcheck.language.words import every
from refcheck.parsing.mending.cues import told_by
from refcheck.parsing.mending.titles import IN, run_of
from refcheck.parsing.people.introduced import INTRODUCING, introduced_bodies, introductions
from refcheck.parsing.tagging.tokens import Token


@told_by(words=IN)
def in_is_no_initial(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "I P. S. Timiras (Red.), Physiological basis": where initials have stops, "I" without one is no initial."""
    first = labels.index("editor")
    if not 0 < first < len(labels) - 2 or tokens[first].text.lower() not in IN or len(tokens[first].text) > 1:
        return
    stopped = len(tokens[first + 1].text) == 1 and raw[tokens[first + 1].end : tokens[first + 1].end + 1] == "."
    if "title" in labels[:first] and tokens[first + 1].gap == " " and stopped and tokens[first].gap.strip(' ”"') == ".":
        labels[first] = "other"


def names_to_their_end(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "М.Е. Позин Перекись водорода": initials alone are no name, the family follows. "HOLTZ, A. P. Caracterização
    Molecular da": a stop behind the initials, and only a blank further on, end the names there."""
    end = labels.index("title") if labels[0] == "author" else 0
    if not end or tokens[end].gap not in (" ", ". ", ".") or labels[:end].count("author") < end:
        return
    if labels[end : end + 3] != ["title"] * 3:
        return
    alone = all(len(token.text) == 1 and token.text.isupper() for token in tokens[:end])
    if alone and tokens[end].gap.strip() == "." and tokens[end + 1].gap == " " and tokens[end + 1].text[0].isupper():
        labels[end] = "author"
    elif end > 2 and tokens[end].gap == " " and tokens[end - 1].gap == ". " and "," in tokens[1].gap:
        before, last = tokens[end - 2].text, tokens[end - 1].text
        if len(before) == 1 and before.isupper() and len(last) > 2 and not last.isupper():
            labels[end - 1] = "title"


# "Favreau, J. (Writer), & Famuyiwa, R. (Director). (2019, November 15)"
_MAKERS = re.compile(
    r"(?:(?:,\s)?(?:&\s)?[^\W\d_][\w’'-]{1,30},\s(?:[^\W\d_]\.[\s-]?){1,3}(?:\([A-Z][^()\d]{3,40}\))?){1,8}\.?\s\(\d{4}"
)


@told_by(("). (",))
def makers_of_a_film(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """Everyone before the date has made the work, whatever the bracket behind a name says he did."""
    match = _MAKERS.match(raw[:600])
    if match is None:
        return
    end = next((i for i, token in enumerate(tokens) if token.start >= match.end() - 5), 0)
    if not {"author", "editor", "other"}.issuperset(labels[:end]):
        return
    for i in range(end):
        before = raw[: tokens[i].start]
        labels[i] = "other" if before.count("(") > before.count(")") else "author"


@told_by(words=(*INTRODUCING, *every("roles", "edited_by_bodies")))
def series_behind_people(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Elegies. Edited and translated by G. P. Goold. Loeb Classical Library 18. Cambridge, MA: Harvard": what follows
    the editors of a book that has its title already, and precedes its city, is the series."""
    _, end = run_of(labels, "title")
    again = next((i for i in range(end, len(labels)) if labels[i] in ("title", "container")), 0)
    between = set(labels[end:again])
    if not again or not {"editor", "translator", "other"} >= between or not {"editor", "translator"} & between:
        return
    if not (introductions().match(raw, tokens[end].start) or introduced_bodies().match(raw, tokens[end].start)):
        return  # "In", or a list of editors that nothing introduces
    stop = next((i for i in range(again, len(labels)) if labels[i] != labels[again]), len(labels))
    numbered = labels[stop : stop + 2] == ["volume", "place"]
    if numbered or labels[stop : stop + 1] == ["place"]:
        figure = not numbered and stop - again > 1 and tokens[stop - 1].text.isdigit()
        labels[again:stop] = ["series"] * (stop - again - figure) + ["volume"] * figure
