"""Whether a name alone behind a title is a journal's or a publisher's: "Sleep Health.", "De Bezige Bij."."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from refcheck import patterns as re
from refcheck.language.dates import MONTHS
from refcheck.language.lexicon import OF_DAY, ROLES
from refcheck.language.words import every
from refcheck.parsing.mending.cues import told_by
from refcheck.parsing.mending.titles import run_of
from refcheck.parsing.people.organisations import is_known, is_organisation
from refcheck.parsing.tagging.tokens import Token

DATA = Path(__file__).parents[2] / "data" / "venues.txt"
JOURNALS = DATA.with_name("journals.txt")
_WORD = re.compile(r"[^\W\d_]{2,40}")
_PIECE = re.compile(r"[^\W_]+")
# What ends the names of sciences: journals are called by them, publishers are not.
_SCIENCE = re.compile(
    r"\w{3,}(?:logy|graphy|logie|gra(?:f|ph)ie|logía|grafía|logia|grafia|nomics|istics|istik|iatry|iatrie)"
)


@cache
def _odds() -> dict[str, int]:
    """Word -> ten times the logarithm of the odds for a journal (training/parsing_venues.py)."""
    lines = DATA.read_text("utf-8").split("\n")
    return {word: int(odds) for word, _, odds in (line.partition(" ") for line in lines) if odds}


@cache
def _journals() -> frozenset[str]:
    """Names of journals, folded (training/parsing_venues.py)."""
    return frozenset(JOURNALS.read_text("utf-8").rstrip("\n").split("|"))


def folded(name: str) -> str:
    """A name in lower case without punctuation, "&" as "and"."""
    return " ".join(_PIECE.findall(name.lower().replace("&", " and ")))


def words_of(name: str) -> Sequence[str]:
    """The words of a name, in lower case."""
    return _WORD.findall(name.lower())


def journal_odds(name: str) -> float:
    """Ten times the logarithm of the odds that a name is a journal's, from its words; 0 when they tell nothing."""
    known = _odds()
    return sum(known.get(word, 0) for word in words_of(name))


_JOURNAL = 10  # odds from which a name is a journal's
_NEWSPAPERS = frozenset(every("kinds", "newspapers"))  # how the names of newspapers end
_KNOWN = frozenset({"author", "editor", "date", "title", "other", "id", "publisher", "pages"})


def is_periodical(name: str, tokens: Sequence[Token], labels: Sequence[str]) -> bool:
    """Whether a name alone behind a title is that of what appears again and again: by its words, or because the work
    is dated by the day, as no book is."""
    if folded(name) in _journals():
        return True
    if is_known(name):
        return False
    if name.rpartition(" ")[2] in _NEWSPAPERS and " " in name:
        return True
    if journal_odds(name) >= _JOURNAL or _SCIENCE.fullmatch(name.lower()):
        return True
    return by_the_day(tokens, labels) and not is_organisation(name)


def by_the_day(tokens: Sequence[Token], labels: Sequence[str]) -> bool:
    """ "(2017, 4 september)": whether the first date is one of a day."""
    if "date" not in labels:
        return False
    first, end = run_of(labels, "date")
    words = [token.text.lower() for token in tokens[first:end]]
    return any(word in MONTHS for word in words) and any(word.isdigit() and len(word) < 3 for word in words)


def journal_without_numbers(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Dekker, M. (2022). Sleep in shift workers. Sleep Health.": a name without a place, alone behind the title, is
    no publisher if it is that of a journal."""
    if not _KNOWN.issuperset(labels):
        return
    first, end = run_of(labels, "publisher")
    beside = labels[first - 1] == "other" and not by_the_day(tokens, labels)  # "(C. Reeve, Trans.). Hackett."
    if "title" not in labels[:first] or beside or "publisher" in labels[end:]:
        return
    if labels[end : end + 1] == ["date"] and ";" in tokens[end].gap:
        return  # Vancouver: "Ministério da Saúde; 2023."
    paged = end < len(labels) and labels[end] == "pages"  # "The New York Times, A14"
    name = raw[tokens[first].start : tokens[end - 1].end]
    if name in raw[: tokens[labels.index("title")].start]:
        return  # who has signed
    if paged or is_periodical(name, tokens, labels):
        labels[first:end] = ["container"] * (end - first)


def journal_behind_title(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "(2023). Allotments and well-being. Landscape and Urban Planning.": a last sentence that is the name of a
    journal is in no title."""
    first, end = run_of(labels, "title")
    start = next((i for i in range(end - 1, first, -1) if _begins_sentence(tokens, i)), 0)
    alone = end == len(tokens) or tokens[end].gap.startswith(".")
    if start and labels[end : end + 1] == ["pages"] and by_the_day(tokens, labels) and end - start < _LONGEST:
        labels[start:end] = ["container"] * (end - start)  # "(2018, 3 giugno). I dimenticati. la Repubblica, p. 31."
        return
    if start and alone and end - start > 1 and folded(raw[tokens[start].start : tokens[end - 1].end]) in _journals():
        labels[start:end] = ["container"] * (end - start)


# "Clarín, Argentina, 28 jul. 2016", "Lake Forester (Lake Forest, IL), March 23, 2000"
_DAY = re.compile(
    r"(?P<place>(?:,\s[^\W\d_]{3,20}|\s\([^\W\d_][^()\d]{2,30}\))?),\s(?:sec\.\s\w{1,2},\s)?"
    rf"(?P<date>\d{{1,2}}\.?\s{OF_DAY}?(?P<month>[^\W\d_]{{3,10}})\.?,?\s{OF_DAY}?(?:1[89]|20)\d\d"
    r"|(?P<month2>[^\W\d_]{3,10})\.?\s\d{1,2},\s(?:1[89]|20)\d\d)(?=[.,;]|$)"
)
_LOOSE = frozenset({"title", "container", "publisher", "place", "other"})
_LONGEST = 6  # words of a newspaper's name


@told_by(words=MONTHS)
def newspaper_of_a_day(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "... institucionalidad democrática. Clarín, Argentina, 28 jul. 2016": the sentence before the day is the name of
    the newspaper or website, with its city."""
    match = next((m for m in _DAY.finditer(raw[:1500]) if (m["month"] or m["month2"]).lower() in MONTHS), None)
    if match is None:
        return
    last = next((i for i in range(len(tokens) - 1, 0, -1) if tokens[i].start < match.start()), 0)
    title = labels.index("title")
    first = last
    while first > title and first > last - _LONGEST and not _begins_sentence(tokens, first):
        first -= 1
    words = [token.text for token in tokens[first : last + 1]]
    if first <= title or not _begins_sentence(tokens, first) or not _LOOSE.issuperset(labels[first : last + 1]):
        return
    if not all(word[0].isupper() or ROLES.get(word) or len(word) < 4 for word in words) or not words[0][0].isupper():
        return
    if "container" in labels[first : last + 1] and labels[last] == "place":
        return  # "Folha de S. Paulo, São Paulo, 28 jun. 1999": read as it stands
    if set(labels[first : last + 1]) == {"place"} or all(ROLES.get(word.lower()) == "place" for word in words):
        return
    if "publisher" in labels[first : last + 1] and is_organisation(raw[tokens[first].start : tokens[last].end]):
        return
    labels[first : last + 1] = ["container"] * (last + 1 - first)
    for i in range(last + 1, len(tokens)):
        if tokens[i].start < match.end("place"):
            labels[i] = "place"
        elif match.start("date") <= tokens[i].start < match.end("date"):
            labels[i] = "date"


def _begins_sentence(tokens: Sequence[Token], i: int) -> bool:
    """Whether a full stop or the closing of a quotation stands before a word, and no initial."""
    gap = tokens[i].gap.strip()
    quoted = gap[:2] in (",”", ',"', ",’", "”,", '",', "’,", "».", "»,")
    return quoted or (gap[:1] in (".", "?", "!", "”", '"', "»") and len(tokens[i - 1].text) > 1)
