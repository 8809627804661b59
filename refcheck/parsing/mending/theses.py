"""Rules on theses: who advised, the university and its city, and numbers in front of the word for the degree."""

from __future__ import annotations

from collections.abc import Sequence

from refcheck import patterns as re
from refcheck.language.lexicon import PRESENTED
from refcheck.language.words import alternatives, every
from refcheck.parsing.mending.cues import told_by
from refcheck.parsing.mending.titles import run_end, run_of
from refcheck.parsing.people.organisations import is_called_organisation
from refcheck.parsing.tagging.tokens import UPPER, Token, first_from

_ADVISORS = every("kinds", "advisors")
_ADVISED = re.compile(rf"(?<=[.,;] )(?:{alternatives(_ADVISORS)})\s?:\s[^.;:]{{3,80}}(?=[.;])", re.IGNORECASE)


@told_by(words=_ADVISORS)
def advisor_behind_title(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "... casamento homossexual. Orientador: Alexandre Costa. 2007. 164 f.": who advised stands in no field."""
    match = _ADVISED.search(raw)
    if match is not None:
        for i, token in enumerate(tokens):
            if match.start() <= token.start < match.end():
                labels[i] = "other"


_UNIVERSITIES = [word.rstrip("*") for word in every("kinds", "universities")]
_PRESENTED = re.compile(PRESENTED, re.IGNORECASE)
_ABBREVIATED = frozenset(_UNIVERSITIES)
_UNIVERSITY = re.compile(alternatives(_UNIVERSITIES))
_THESES = every("kinds", "theses")
_SHORT = [word for word in _THESES if word.endswith(".")]
# "дис. ... канд. полит. наук" has stops of its own, "명지대학교 교육학과 석사학위 논문" the university in front.
_BY_ITS_WORD = re.compile(
    rf"(?:[.,:;،、。」』»”\"]\s|\s:\s|[(\[])(?P<house>(?:[\uac00-\ud7a3]{{2,12}}\s){{1,3}})?"
    rf"(?P<genre>(?:{alternatives(_SHORT)})\s[^–—]{{5,90}}?(?=\.\s(?:[–—]|[{UPPER}]))"
    rf"|(?:(?:[A-Z][a-z]{{0,2}}\.\s?){{2,3}})?"
    rf"(?i:{alternatives((*_THESES, *every('kinds', 'theses_of')))})[^.,:;()\[\]،、]{{0,60}})"
)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_BEHIND = frozenset({"publisher", "place", "date", "inst"})


@told_by([word[1:].rstrip("*") for word in (*_THESES, *every("kinds", "theses_of"))])
def thesis_by_its_word(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Le muralisme français, thèse de doctorat, Université Paris, 2001", "人文. 博士論文, 京都大学": a title ends at
    a sign behind which the word for a thesis stands, if who accepted it, or where and when, follows."""
    for match in _BY_ITS_WORD.finditer(raw[:1000]):
        inside = [i for i, token in enumerate(tokens) if match.start("genre") <= token.start < match.end()]
        if not inside:
            continue  # it is within an address
        first = first_from(tokens, match.start("house")) if match["house"] else inside[0]
        run = labels[first] if first > 2 and labels[first - 1] in ("title", "container") else ""
        if run not in (("container",) if match["house"] else (labels[first - 1], "other")):
            continue
        end = next((i for i in range(inside[-1] + 1, len(labels)) if labels[i] != run), len(labels))
        called = {token.text.lower() for token in tokens[inside[-1] + 1 : end]}
        # In brackets, and behind an East Asian word, nobody else is named: "(thesis, University of Oslo 2010)".
        alone = bool(called) and (match[0][0] in "([" or match["genre"] > "\u2e80")
        accepted = alone or is_called_organisation(called)
        called = {token.text.lower() for token in tokens[end : run_end(labels, end)]}
        if labels[end : end + 1] == ["container"] and any(map(_UNIVERSITY.search, called)):
            labels[end : run_end(labels, end)] = ["publisher"] * (run_end(labels, end) - end)
        elif city := _city(tokens, end, match["genre"]):
            labels[end:city] = ["place"] * (city - end)
        if not (accepted or (labels[end : end + 1] and labels[end] in _BEHIND)):
            continue
        labels[first:end] = ["genre"] * (end - first)
        if accepted:
            labels[inside[-1] + 1 : end] = ["publisher"] * (end - inside[-1] - 1)
        elif match["house"]:
            labels[first : inside[0]] = ["publisher"] * (inside[0] - first)
        return


def _city(tokens: Sequence[Token], start: int, genre: str) -> int:
    """GOST: "дис. ... канд. техн. наук. Саратов, 2006": where the city ends that stands alone between the kind of the
    thesis and its year; 0 where none stands there."""
    end = next((i for i in range(start, min(start + 3, len(tokens))) if tokens[i].gap == ", "), 0)
    dated = end > start and len(tokens[end].text) == 4 and tokens[end].text.isdigit()
    alone = dated and tokens[start].gap in (". ", ". – ", ". — ", ". - ") and tokens[start].text[0].isupper()
    return end if alone and _CYRILLIC.match(genre) else 0


def university_is_no_place(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Department of Computer Science, Indiana University, Bloomington, IN", "Ludwig-Maximilians-University Munich": a
    university is not a place, nor is what only a blank joins to it."""
    first, end = run_of(labels, "place")
    if end < len(tokens) and ":" in tokens[end].gap:
        return  # "University Park, PA: Penn State UP"
    stop = next((i for i in range(first + 1, end) if "," in tokens[i].gap), end)
    short = ". " if tokens[first - 1].text.lower() in _ABBREVIATED else " "
    joined = first and labels[first - 1] == "publisher" and tokens[first].gap == short
    called = [token.text.lower() for token in tokens[first:stop]]
    named = any(map(_UNIVERSITY.search, called)) or (joined and _UNIVERSITY.search(tokens[first - 1].text.lower()))
    if named and not _PRESENTED.search(raw, 0, tokens[first].start):
        # not "Paper presented at the Bargaining Workshop, Cornell University"
        labels[first:stop] = ["publisher"] * (stop - first)
