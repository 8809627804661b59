"""Rules on imprints: places and publishers that the tagger runs together or takes for a title."""

from __future__ import annotations

from collections.abc import Sequence

from refcheck import patterns as re
from refcheck.language.lexicon import ARTICLES, ROLES
from refcheck.language.words import alternatives, every
from refcheck.parsing.mending.cues import told_by
from refcheck.parsing.mending.places import FIRMS, is_place
from refcheck.parsing.mending.titles import STOPS, run_of
from refcheck.parsing.mending.venues import by_the_day
from refcheck.parsing.people.organisations import is_called_organisation, is_organisation
from refcheck.parsing.tagging.tokens import Token

_IMPRINT = frozenset({"place", "other", "title", "publisher", "inst", "date", "series"})


@told_by(("(",))
def imprint_in_brackets(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """A book's "(Dover, New York, 1981)" or "(Reading, MA: Benjamin, 1975)" behind its title: publisher and place."""
    start = next((i for i in range(labels.index("title") + 1, len(labels)) if "(" in tokens[i].gap), 0)
    end = start
    while end < len(labels) and labels[end] in _IMPRINT and (end == start or ")" not in tokens[end].gap):
        end += 1
    names = [i for i in range(start, end) if labels[i] != "date" and tokens[i].text[0].isalpha()]
    dated = end < len(labels) and labels[end] == "date"
    if (
        not start
        or not 2 <= end - start <= 9
        or not names
        or not ("date" in labels[start:end] or dated or len(names) > 2)
    ):
        return
    if any(tokens[i].text.islower() and ROLES.get(tokens[i].text) != "of" for i in names):
        return
    colon = next((i for i in names if ":" in tokens[i].gap), -1)
    first = colon if colon >= 0 else names[0]
    last = next((i for i in names if i > first and not {",", ";"}.isdisjoint(tokens[i].gap)), names[-1] + 1)
    if colon < 0 and last > names[-1]:
        return
    for i in names:
        labels[i] = "publisher" if first <= i < last else "place"


@told_by((")", "]"))
def closing_bracket(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Intelligent Vehicles Symposium (IV). IEEE": what a bracket closes behind does not belong to what follows it."""
    for label in ("publisher", "place"):
        if label in labels:
            _close(tokens, labels, *run_of(labels, label))


def _close(tokens: Sequence[Token], labels: list[str], first: int, end: int) -> None:
    depth = 0
    for i in range(first + 1, end):
        depth += tokens[i].gap.count("(") + tokens[i].gap.count("[")
        closed = tokens[i].gap.count(")") + tokens[i].gap.count("]")
        if closed > depth and "." in tokens[i].gap:
            before = labels[first - 1] if first else "other"
            if before == "genre":  # "[Master's thesis, University of Oslo]. DUO": the university, not the archive
                labels[i:end] = ["other"] * (end - i)
            else:
                labels[first:i] = [before if before in ("container", "title") else "other"] * (i - first)
            return
        depth -= closed


_HOUSE_WORDS = every("parts", "houses")
_HOUSE_CUES = frozenset(word.split()[0] for word in _HOUSE_WORDS)
_HOUSE = re.compile(
    rf"(?:[.,]\s(?P<place>[^\W\d_][^.,:;()\d]{{2,30}})\s?:|[.,–])\s(?P<house>(?=[^\W\d_a-zà-ÿ])(?i:{alternatives(_HOUSE_WORDS)})\s"
    r"[^.,:;()\d]{2,60})(?:,\s(?P<city>[^\W\d_][^.,:;()\d]{2,30}))?(?=[.,;(]|\s\d{4}|$)"
)
_UNTOLD = frozenset({"title", "container", "publisher", "place", "other"})


@told_by(words=_HOUSE_CUES)
def house_by_its_word(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Hà Nội: Nhà xuất bản Hội Nhà văn", "NXB Giáo dục, Hà Nội, 2003": a publisher that is called so in front."""
    match = _HOUSE.search(raw[:1000])
    if match is None:
        return
    spans = {match.span(name): name for name in ("place", "house", "city") if match[name]}
    found = {
        i: "publisher" if name == "house" else "place"
        for i, token in enumerate(tokens)
        for (start, end), name in spans.items()
        if start <= token.start < end
    }
    if found and "title" in labels[: min(found)] and _UNTOLD.issuperset(labels[i] for i in found):
        for i, label in found.items():
            labels[i] = label


_BOOK = frozenset({"author", "date", "title", "other"})


def publisher_at_end(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Hofland, H. (1972). Tegels lichten. Contact.": up to three capitalised words behind the title publish it."""
    if labels[-1] != "title" or not _BOOK.issuperset(labels):
        return
    first, end = run_of(labels, "title")
    if end < len(labels) or not first or labels[first - 1] != "date" or ")" not in tokens[first].gap:
        return
    start = next((i for i in range(end - 1, first, -1) if not STOPS.isdisjoint(tokens[i].gap)), 0)
    stopped = start and tokens[start].gap.strip() in (".", "?", "!") and len(tokens[start - 1].text) > 1
    if stopped and end - start < 4 and all(token.text[0].isupper() for token in tokens[start:]):
        labels[start:] = ["publisher"] * (end - start)


_BROUGHT_OUT = frozenset({"publisher", "container"})
_ACCESS = frozenset(word for word, role in ROLES.items() if role == "access")


_READERS = frozenset(every("parts", "readers"))


@told_by(words=_ACCESS | _READERS)
def access_behind_publisher(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "IFIC Foundation. Available at: https://...", "Geraadpleegd op": the words for an address publish nothing; nor
    do they end a book or a website in front of the day, "APA dictionary of psychology. Retrieved August 31"."""
    for i in range(1, len(labels)):
        label = labels[i]
        if (
            label == "publisher"
            and i + 1 == len(labels)
            and tokens[i].text.lower() in _READERS
            and tokens[i].gap == ". "
        ):
            labels[i] = "other"  # "Ankara: Ayraç. Kindle."
        if label in _BROUGHT_OUT and ROLES.get(tokens[i].text.lower()) == "access" and "." in tokens[i].gap:
            end = next((k for k in range(i, len(labels)) if labels[k] != label), len(labels))
            if label == "publisher" or (end < i + 3 and labels[end : end + 1] == ["date"]):
                labels[i:end] = ["other"] * (end - i)


def publisher_behind_title(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "I teatri, Mursia, Milano 1974", "Kar. Sinan Yayınları, İstanbul": a publisher beside a city is in no title."""
    first, end = run_of(labels, "title")
    starts = [i for i in range(first + 1, end) if tokens[i].gap.strip() in (",", ".")]
    if not starts or end == len(labels) or tokens[end].gap.strip(" .") != ",":
        return
    last = tokens[starts[-1] : end]
    sentence = tokens[starts[-1]].gap == ". " and labels[end] == "place" and len(last) < _LONGEST
    if (
        sentence
        and "id" in labels[end:]
        and last[0].text[0].isupper()
        and is_called_organisation({token.text.lower() for token in last})
    ):
        labels[starts[-1] : end] = ["publisher"] * len(last)  # "R Foundation for Statistical Computing, Vienna"
        return
    if len(last) > 4:
        return
    if not all(token.text[0].isupper() for token in last) or is_place(last):
        return
    called = last[-1].text in FIRMS or any(ROLES.get(token.text.lower()) == "publ" for token in last)
    dated = tokens[starts[-1]].gap.strip() == "," and "date" in labels[end:]
    if labels[end] == "place" and (called or (dated and starts[-1] - first > 1)):
        labels[starts[-1] : end] = ["publisher"] * (end - starts[-1])
    elif dated and len(starts) > 1 and starts[-1] - starts[-2] < 3 and is_place(tokens[starts[-2] : starts[-1]]):
        labels[starts[-2] : starts[-1]] = ["place"] * (starts[-1] - starts[-2])
        labels[starts[-1] : end] = ["publisher"] * (end - starts[-1])


# IEEE, LaTeX: "NCHRP Rep. No. 343", "Tech. Rep. TR-0200 (4230-46)-3", "Tech. rep., EasyChair" behind a title.
_REPORT = re.compile(
    r"[,.”\"]\s(?:(?P<genre>(?:[A-Z]{2,6}\s)?(?:Tech(?:nical|\.)\s)?(?:Rep(?:ort|\.)|Memo(?:randum|\.))),?\s(?:No\.\s)?"
    r"(?P<number>(?:[A-Z]{1,6}[/-]?){0,3}\d[\w./–-]{0,20}(?:\s\(\d[\d-]{1,9}\)-\d{1,3})?)(?=[,.]\s)"
    r"|(?P<genre2>[Tt]ech(?:nical|\.)\s[Rr]ep(?:ort|\.)),\s)"
)


@told_by(("Rep", "Memo", "ech"))
def report_behind_title(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """A report's number is not a volume, and what stands beside it is the publisher, not a journal."""
    match = _REPORT.search(raw[:1000])
    paged = [tokens[i].start for i, label in enumerate(labels) if label == "pages"]
    if match is None or not all(match.start() < start < match.end() for start in paged):
        return
    numberless = match["genre2"] is not None
    for i, token in enumerate(tokens):
        behind = token.start >= match.end() and labels[i] in ("other", "title", "series") and not token.text.isdigit()
        named = ("genre", "number", "genre2")
        found = (name.removesuffix("2") for name in named if match.start(name) <= token.start < match.end(name))
        loose = labels[i] == "container" or (numberless and behind and not token.kind)
        labels[i] = next(found, "publisher" if loose else labels[i])


_SMALL = frozenset(every("compare", "small"))
_LONGEST = 10  # words of an organisation's name
_SITES = frozenset(every("parts", "platforms"))


def site_behind_title(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Influenza. Centers for Disease Control and Prevention. Updated May 1, 2020.", "Game-of-Life. Github.": where
    nothing else publishes an address, the last sentence of the title does, if it is an organisation or such a site."""
    first, end = run_of(labels, "title")
    head, name = raw[: tokens[first - 1].end] if first else "", raw[tokens[first].start : tokens[end - 1].end]
    alone = set(labels[:first]) == {"author"} and tokens[first].gap == ". " and "," not in head
    if alone and is_organisation(name) and not is_organisation(head):
        labels[:end] = ["title"] * first + ["publisher"] * (end - first)  # "Influenza. Centers for Disease Control."
        return
    start = next((i for i in range(end - 1, first, -1) if tokens[i].gap.strip(' ”"') in (".", "?")), 0)
    name = raw[tokens[start].start : tokens[end - 1].end]
    behind = tokens[end].gap.strip() if end < len(tokens) else ""
    sentence = start and tokens[start].gap[-1] == " " and tokens[start].text[0].isupper() and end - start < _LONGEST
    if sentence and behind in (".", "). (", ". (", ").") and len(tokens[start - 1].text) > 1:
        brought_out = end - start > 1 and ("author" not in labels[:first] and is_organisation(name))
        names = all(token.text[0].isupper() for token in tokens[start:end])
        brought_out = brought_out or (end - start < 4 < end - first and names and by_the_day(tokens, labels))
        brought_out = brought_out or _set_off(tokens[first:start], tokens[start:end])
        brought_out = brought_out or (end - start == 1 and len(name) > 3 and start - first > 2)  # "Mintel", "Scribbr"
        label = "container" if name.lower() in _SITES else "publisher" if brought_out else "title"
        labels[start:end] = [label] * (end - start)


def _set_off(title: Sequence[Token], name: Sequence[Token]) -> bool:
    """Whether a sentence all in capitals follows a title that has only its first word so, as no subtitle does: "The
    extent of veteran homelessness in Canada. Employment and Social Development Canada"."""
    words, capitals = ([token.text for token in part if len(token.text) > 3] for part in (title, name))
    plain = sum(map(str.islower, words))
    begun = name[0].text.lower()
    return (
        len(capitals) > 1
        and all(word[0].isupper() for word in capitals)
        and plain > 1
        and plain * 2 > len(words)
        and (begun in ARTICLES or begun not in _SMALL)
    )


_NUMBER = alternatives(every("parts", "number"))
_PAPER = re.compile(
    rf"(?:^|\s)(?P<genre>(?:{alternatives(every('kinds', 'report_sorts'))})\s"
    rf"(?:{alternatives(every('kinds', 'reports'))})s?"
    rf"(?:\s(?:{alternatives(every('parts', 'series'))}))?,?\s(?:(?:{_NUMBER})\.?\s|#)?)"
    r"(?P<number>[A-Z]{0,4}\d[\w./-]{0,12})$",
    re.IGNORECASE,
)


def paper_of_an_office(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Queen's Economics Department Working Paper No. 1227", "U.S. Geological Survey Professional Paper 1395": such a
    series is not a journal; its publisher precedes its words, and its number follows them."""
    first, end = run_of(labels, "container")
    start = tokens[first].start
    match = _PAPER.search(raw[start : tokens[end - 1].end]) if first and labels[first - 1] != "other" else None
    if match is None:
        return
    if "title" not in labels:  # "Map Projections. U.S. Geological Survey Professional Paper 1395"
        stop = next((i for i in range(first + 1, end) if tokens[i].gap == ". " and len(tokens[i - 1].text) > 1), first)
        labels[first:stop] = ["title"] * (stop - first)
        first = stop
    office = "series" if "publisher" in labels else "publisher"
    for i in range(first, end):
        at = tokens[i].start - start
        kind = "genre" if office == "publisher" else office
        labels[i] = office if at < match.start("genre") else kind if at < match.start("number") else "number"
