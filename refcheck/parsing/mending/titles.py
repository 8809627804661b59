"""Rules on where titles and containers begin and end: quotation marks, "In", editors, missing numbers."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from refcheck import patterns as re
from refcheck.language.dates import MONTHS
from refcheck.language.lexicon import PARTICLES, ROLES
from refcheck.language.words import every
from refcheck.parsing.mending.cues import told_by
from refcheck.parsing.people.organisations import is_called_organisation
from refcheck.parsing.people.person import is_suffix
from refcheck.parsing.people.roles import any_of
from refcheck.parsing.tagging.tokens import Token

STOPS = frozenset(".,;:!?。，")
_CLOSING = {"“": "”“", "„": "“”", "«": "»", "»": "«", '"': '"', "‘": "’", "'": "'", "「": "」", "『": "』", "《": "》"}
QUOTES = frozenset('«“"„')
_PEOPLE = frozenset({"author", "editor", "other"})
_PARTED = frozenset('()[]:“”"«»/')
IN, _IN_TITLE = frozenset(every("parts", "in")), frozenset(every("parts", "in_title"))
_NUMERAL = re.compile(r"[IVXL]{1,6}")


def run_of(labels: Sequence[str], label: str, begin: int = 0) -> tuple[int, int]:
    """Start and end of the first run of a label from a place on, which must be there."""
    start = labels.index(label, begin)
    for end in range(start + 1, len(labels)):
        if labels[end] != label:
            return start, end
    return start, len(labels)


def run_end(labels: Sequence[str], start: int) -> int:
    """Where the run of the label at a place ends."""
    return next((i for i in range(start, len(labels)) if labels[i] != labels[start]), len(labels))


def leads_in(word: str) -> bool:
    """Whether a word stands before a container: "In", "dans"; one letter in capitals is an initial."""
    return ROLES.get(word.lower()) == "in" and (len(word) > 1 or word.islower())


_GAP = itemgetter(Token._fields.index("gap"))


def whole_words(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "The false promise of ChatGPT. The New York Times": no field ends within a word that ends in capitals."""
    if all(map(_GAP, tokens[1:])):
        return  # as in most
    for i in range(1, len(labels)):
        if labels[i] != labels[i - 1] and not tokens[i].gap and not tokens[i].kind and not tokens[i - 1].kind:
            before, text = tokens[i - 1].text, tokens[i].text
            if text.isupper() and len(text) > 1 and before[0].isupper() and before[-1].islower():
                labels[i] = labels[i - 1]


@told_by(_CLOSING)
def title_in_quotes(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """A title that opens with a quotation mark ends at the closing one, when a stop or a lead-in stands there: what
    follows is what it is part of. MLA: "“Hush.” Buffy the Vampire Slayer, created by Joss Whedon": who made it is no
    part of its name; behind a question it may be a subtitle."""
    edited = "container" in labels
    if edited and "editor" not in labels:
        return
    first, stop = run_of(labels, "title")
    mark = raw[tokens[first].start - 1 : tokens[first].start].strip()
    if not mark or mark not in _CLOSING:
        return
    outer = raw[tokens[first].start - 2 : tokens[first].start - 1].strip()
    end = _closing(raw, mark, tokens[first].end)
    if outer and outer in _CLOSING:  # "“The West and the Rest”: Discourse and Power."
        end = _closing(raw, outer, end + 1)
    after = next((i for i in range(first, stop) if tokens[i].start > end), stop)
    if after == stop:  # the quotation may not even be closed
        return
    within, behind, introduced = raw[end - 1], raw[end + 1 : end + 3].strip()[:1], leads_in(tokens[after].text)
    if behind == ":" or not (introduced or within in STOPS or behind in STOPS):
        return
    if edited and not (introduced and "editor" in labels[stop : labels.index("container")]):
        return
    commas = [i for i in range(after + 1, stop + 1) if i < len(tokens) and tokens[i].gap == ", "]
    if within in "?!" and not (commas or introduced or behind in STOPS):
        return
    credits = (i for i in commas if i < stop and tokens[i].text.islower() and within in ".?!" and not introduced)
    last = next(credits, stop)
    labels[after:stop] = ["container"] * (last - after) + ["other"] * (stop - last)
    if introduced:
        labels[after] = "other"
        if "container" in labels[stop:]:  # "In Investigations, edited by C. Evans, 252–264. Supplement Series 148."
            series, end = run_of(labels, "container", stop)
            labels[series:end] = ["series"] * (end - series)


def _closing(raw: str, mark: str, start: int) -> int:
    """Where the quotation that ``mark`` opened before ``start`` closes, behind those within it; the length of ``raw``
    if it does not."""
    end, depth = start, 1
    while end < len(raw):
        if raw[end] in _CLOSING[mark] and not raw[end + 1 : end + 2].isalnum():
            depth -= 1
            if not depth or end + 1 == len(raw):
                return end
        elif raw[end] == mark and mark in "“«" and _CLOSING[mark][0] in raw[end:]:
            depth += 1
        end += 1
    return end


@told_by(words=_IN_TITLE)
def split_at_in(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "... of the United States. In: Private Funds": what follows "In" is not the title."""
    for i in range(2, len(labels) - 1):
        if labels[i - 1] == labels[i] == labels[i + 1] == "title" and tokens[i].text.lower() in _IN_TITLE:
            stop = not STOPS.isdisjoint(tokens[i].gap)
            begins = tokens[i].text[0].isupper() and "," not in tokens[i].gap
            if stop and (begins or ":" in tokens[i + 1].gap):
                labels[i] = "other"
                k = i + 1
                while k < len(labels) and labels[k] == "title":
                    labels[k] = "container"
                    k += 1
                return


@told_by(words=IN)
def split_at_comma_in(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Mercanti e monete, in Storia di Venezia, a cura di": "in" between a comma and a capital or quotation mark."""
    for i in range(2, len(labels) - 2):
        if tokens[i].text in IN and labels[i - 1 : i + 2] == ["title"] * 3 and "," in tokens[i].gap:
            following = tokens[i + 1]
            if following.text[0].isupper() or not QUOTES.isdisjoint(following.gap):
                end = next((k for k in range(i + 1, len(labels)) if labels[k] != "title"), len(labels))
                stop = next((k for k in range(i + 2, end) if "," in tokens[k].gap), end)
                labels[i:end] = ["other", *["container"] * (stop - i - 1), *["other"] * (end - stop)]
                return


def volume_behind_title(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Il tesoro, vol. II: I vasi, Firenze 1971": a volume behind a comma, with its own title, is in no title."""
    first, end = run_of(labels, "title")
    last = end - 1  # "Il fiore di Venezia..., II, Venezia 1839"
    numeral = "," in tokens[last].gap and tokens[last].gap.strip(" .") == "," and _NUMERAL.fullmatch(tokens[last].text)
    if numeral and last > first and end < len(labels) and labels[end] in ("place", "publisher"):
        labels[last] = "volume"
        return
    for i in range(first + 2, end - 1):
        if "," not in tokens[i].gap:
            continue
        number, word = tokens[i + 1].text, len(tokens[i].text) > 1 and ROLES.get(tokens[i].text.lower()) == "vol"
        if word and (number.isdigit() or _NUMERAL.fullmatch(number)):
            labels[i:end] = ["other", "volume", *["other"] * (end - i - 2)]
            return


def _goes_on_with_names(word: str) -> bool:
    """Whether a list of names goes on with such a word: "and", "et al.", "Eds.", "Jr."; one letter is as printed."""
    role = ROLES.get(word.lower() if len(word) > 1 else word)
    return role in ("and", "etal", "eds") or is_suffix(word)


def title_among_authors(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "F. W. Deichmann, Ravenna. Hauptstadt": behind authors with initials first, words without any are a title."""
    if labels[0] != "author" or len(tokens[0].text) > 1:
        return
    _, end = run_of(labels, "author")
    starts = [0, *(i for i in range(1, end) if "," in tokens[i].gap)]
    if len(starts) < 2 or end >= len(labels) or labels[end] != "title":
        return
    parts = [[token.text for token in tokens[a:b]] for a, b in zip(starts, [*starts[1:], end], strict=True)]
    initials = [any(len(word) == 1 for word in part) for part in parts]
    if (
        all(initials[:-1])
        and not initials[-1]
        and not _goes_on_with_names(parts[-1][0])
        and not tokens[end].gap.strip(" .:-–,")
    ):
        labels[starts[-1] : end] = ["title"] * (end - starts[-1])


@told_by(('. "', ". “"))
def quoted_among_authors(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Cohen, Leonard. “Suzanne.” Songs of Leonard Cohen": what stands in quotation marks with its stop is no name."""
    _, end = run_of(labels, "author") if labels[:1] == ["author"] else (0, 0)
    start = next((i for i in range(1, end) if tokens[i].gap in ('. "', ". “")), 0)
    if start and any(stop in raw[tokens[end - 1].end : tokens[end - 1].end + 2] for stop in ('."', ".”", "?”", "!”")):
        labels[start:end] = ["title"] * (end - start)


def one_list(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """Before the first work or date stands one list: nobody within hundreds of authors is an editor, and none of their
    names is without a label."""
    if labels[0] != "author":
        return
    end = next((i for i, label in enumerate(labels) if label not in _PEOPLE), len(labels))
    last = max((i for i in range(end) if labels[i] == "author"), default=0)
    if "editor" not in labels[:last] or any(ROLES.get(token.text.lower()) in ("in", "eds") for token in tokens[:end]):
        return
    if _PARTED.isdisjoint("".join([token.gap for token in tokens[1:end]])):
        labels[:end] = ["author"] * end


def names_end_at_and(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "J. Kopp, and M. Lindner, J. High Energy Phys.": behind "and", a name with its initials first and a comma, the
    list is over."""
    if labels[0] != "author" or len(tokens[0].text) > 1:
        return
    _, end = run_of(labels, "author")
    joined = [i for i in range(1, end - 2) if "&" in tokens[i].gap or ROLES.get(tokens[i - 1].text) == "and"]
    if not joined or end == len(labels) or len(tokens[joined[-1]].text) > 1:
        return
    comma = next((i for i in range(joined[-1] + 1, end) if "," in tokens[i].gap), end)
    untitled = {"container", "title"}.isdisjoint(labels) and end - comma > 2
    label = "container" if untitled else labels[end]
    if comma < end and label in ("container", "title") and not _goes_on_with_names(tokens[comma].text):
        labels[comma:end] = [label] * (end - comma)


def second_title(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Il grifone, in M. T. Lucidi (a cura di), La seta, Roma 1994": what follows "in" is the container, its people
    edited it; a second title in a bracket at the end is a series."""
    _, end = run_of(labels, "title")
    if "title" not in labels[end:]:
        return
    start = labels.index("title", end)
    stop = next((i for i in range(start, len(labels)) if labels[i] != "title"), len(labels))
    if "date" in labels[end:start] and "(" in tokens[start].gap:
        labels[start:stop] = ["series"] * (stop - start)
        return
    people = set(labels[end + 1 : start]) <= {"author", "editor", "other"}
    marked = "," in tokens[end].gap or (end + 1 < len(tokens) and ":" in tokens[end + 1].gap)  # ", in X", "In: X"
    introduced = leads_in(tokens[end].text) and marked
    if "container" not in labels and introduced and people:
        labels[end + 1 : start] = ["editor" if label == "author" else label for label in labels[end + 1 : start]]
        labels[start:stop] = ["container"] * (stop - start)


_SMALL = frozenset((*PARTICLES, *every("parts", "and"), *every("names", "others")))


@told_by(words=MONTHS)
def title_before_the_date(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Sağlıklı yağ reçetesi. (4 Nisan 1993). Hürriyet, s.15": a name has not half of its words in small letters, and
    what follows the date and has pages is the newspaper."""
    end = labels.index("date")
    if not end or not tokens[end].gap.startswith(". (") or "," in raw[: tokens[end].start]:
        return
    if labels[0] not in ("author", "title") or labels[:end].count(labels[0]) < end:
        return
    words = [token.text for token in tokens[:end]]
    small = [word for word in words[1:] if word.islower() and len(word) > 2 and word not in _SMALL]
    if len(small) < 2 or len(small) * 2 < len(words) or is_called_organisation({word.lower() for word in words}):
        return
    venue = run_end(labels, end)
    behind = run_end(labels, venue) if venue < len(labels) else venue
    paged = "pages" in labels[behind:] or any(ROLES.get(token.text) == "pp" for token in tokens[behind:])
    if "container" not in labels and labels[venue : venue + 1] == ["title"] and paged:
        labels[venue:behind] = ["container"] * (behind - venue)
    if "container" in labels and _PARTED.isdisjoint("".join([token.gap for token in tokens[:end]])):
        labels[:end] = ["title"] * end


# What introduces the editors or translators of a book behind its title: "a cura di", "hrsg. v.", "ed. by".
_EDITED_BY = re.compile(rf"[,.]\s{{0,3}}\(?(?:{any_of(every('roles', 'edited_by'))})\s", re.IGNORECASE)


@told_by(words=every("roles", "edited_by"))
def editors_behind_title(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Storia della pittura, a cura di R. Pane, Bari 1972": names behind such words are in no title or container."""
    match = _EDITED_BY.search(raw)
    if not match:
        return
    start = next((i for i, token in enumerate(tokens) if token.start >= match.start()), len(tokens))
    names = next((i for i, token in enumerate(tokens) if token.start >= match.end()), len(tokens))
    if start and "title" not in labels and set(labels[:start]) == {"author"}:  # "Catalogo, a cura di"
        first = next((i for i in range(start - 1, 0, -1) if "," in tokens[i].gap), 0)
        labels[first:start] = ["title"] * (start - first)
        labels[start] = "title" if start < len(labels) and labels[start] == "author" else labels[start]
    if not 0 < start < len(labels) or labels[start] != labels[start - 1] or labels[start] not in ("title", "container"):
        return
    stop = next((i for i in range(names + 1, len(labels)) if "," in tokens[i].gap), len(labels))
    for i in range(start, len(labels)):
        if labels[i] not in (labels[start - 1], "author"):
            break
        labels[i] = "other" if i < names else "editor" if i < stop else "other"
