"""Rules on frames that say what each part is: the date's slot behind the names, "online first" behind a journal."""

from __future__ import annotations

from collections.abc import Sequence

from refcheck import patterns as re
from refcheck.language.dates import MONTHS, SEASONS
from refcheck.language.lexicon import ROLES
from refcheck.language.words import every
from refcheck.parsing.mending.cues import told_by
from refcheck.parsing.mending.titles import leads_in
from refcheck.parsing.people.organisations import is_acronym, is_called_organisation, is_known, is_organisation
from refcheck.parsing.people.person import is_suffix
from refcheck.parsing.people.roles import EDITORS, TRANSLATORS, any_of
from refcheck.parsing.tagging.tokens import Token, first_from

# What stands for the year of a work that has none yet, in the languages that print their own words.
_STATUS = any_of(every("citations", "undated"), bare=True)
_YEAR = r"(?:1[3-9]|20)\d\d"
_YEAR_WITHIN = re.compile(_YEAR)
_BRACKETS = re.compile(r"[.,:;)\]\s]\s?[(\[](?P<slot>[^()\[\]]{3,90})[)\]](?=[.:,]?\s)")
_DATED = re.compile(rf"(?:.*\W)?{_YEAR}[a-z]?(?:[\s,/–-].*)?")
_UNDATED = re.compile(rf"(?:{_STATUS})(?:-?[a-c])?", re.IGNORECASE)
_ROLE = re.compile(r"\((?P<role>[^()]{2,40})\)[.,]?\s?$")
_EDITED = re.compile(rf"\b(?:{any_of(EDITORS, bare=True)})", re.IGNORECASE)
_ROLE_BEHIND = re.compile(rf"\s?\((?:{any_of(EDITORS, bare=True)})\)(?:\s\({_YEAR}\))?", re.IGNORECASE)
_INITIAL = re.compile(r"[\s.-][^\W\d_a-z]\.,?\s\($")
_ROLES = re.compile(any_of((*EDITORS, *TRANSLATORS, *every("parts", "makers")), bare=True), re.IGNORECASE)
_HANDLE = re.compile(r"\[@[^\[\]]{1,40}\]|\([\w.-]{3,30}\)(?=\.\s\($)")
_SIGNED = re.compile(r"[^\d\[(:“”\"]{3,100}\.?\s\(")
_SENTENCE_ENDS = frozenset(".?!")
_WORD = re.compile(r"[^\W\d_]{3,}")
_DATE_WORDS = frozenset(every("parts", "about"))
_FEW = 9  # words before the slot that the tagger may have left unread
_WORKS = frozenset({"title", "container", "volume", "issue", "pages", "publisher", "date", "id"})
_PEOPLE = frozenset({"author", "editor", "translator", "inst"})


@told_by(("(", "["))
def date_slot(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Peeters, A. (im Druck). Title", "Stewart, E. (2016, March 30–April 2). Title": people stand before the slot, no
    date's words are people or title, and the title begins behind it."""
    begun = tokens[labels.index("title")].end if "title" in labels else len(raw)  # a misread slot is at its start
    slots = _BRACKETS.finditer(raw[: min(begun + 60, 1500)])
    match = next((m for m in slots if _is_slot(m["slot"]) or _is_status(raw, m)), None)
    if match is None or match.start() < 2:
        return
    opened, closed = match.start("slot"), match.end("slot")
    before = list(range(first_from(tokens, opened)))
    if handled := _HANDLE.search(raw, 0, opened):  # "Obama, B. [@BarackObama]. (2009, October 9)"
        handle = [i for i in before if handled.start() < tokens[i].start < handled.end()] or [before.pop()]
        labels[handle[0] : handle[-1] + 1] = ["other"] * len(handle)
        before = [i for i in before if i not in handle]
    while before and labels[before[-1]] == "title" and is_suffix(tokens[before[-1]].text):
        labels[before[-1]] = "author"  # "McMahon, P., Sr. (2019)"
        before.pop()
    behind = first_from(tokens, closed)
    inside = range(first_from(tokens, opened), behind)
    if labels[behind : behind + 1] == ["date"] and tokens[behind].gap == "] " and len(tokens[behind].text) == 4:
        behind += 1  # Chicago: "[1958] 2012. Du mode d'existence des objets techniques"
    role = _ROLE_BEHIND.match(raw, closed + 1)
    if role:  # "De Vos, A. S. (1998) (ed.): Research at grass roots"
        behind, first = first_from(tokens, role.end()), behind
        labels[first:behind] = ["other"] * (behind - first)
        labels[: len(before)] = ["editor" if label == "author" else label for label in labels[: len(before)]]
    dated = _YEAR_WITHIN.search(match["slot"]) is not None
    read = ["author"] * inside.start + ["date"] * len(inside) + ["title"]
    if dated and labels[: inside.stop] + labels[behind : behind + 1] == read and "[" not in tokens[behind].gap:
        return  # as most are
    unread = len(before) < _FEW and all(labels[i] == "other" for i in before)
    people = len(before) if unread else sum(labels[i] in _PEOPLE for i in before)
    if not inside or not before or behind == len(tokens):
        return
    signed = not people and match["slot"][:4].isdigit() and _SIGNED.fullmatch(raw, 0, opened)
    untold = "date" not in labels or {"publisher", "inst", "place", "container"}.issuperset(labels[: len(before)])
    named = len(before) < 5 and untold and all(tokens[i].text[0].isupper() for i in before)  # "Apple. (2020)."
    if signed and (named or is_organisation(raw[tokens[0].start : tokens[before[-1]].end])):
        labels[: len(before)] = ["author"] * len(before)  # "Royal Society of Chemistry. (2020). Breaking the barriers."
        people = len(before)
    if people * 2 <= len(before) or not _WORKS.isdisjoint(labels[: len(before)]):
        return
    words = {word.lower() for word in _WORD.findall(match["slot"])}
    known = all(word in MONTHS or word in SEASONS or word in _DATE_WORDS for word in words)
    if dated and not known and not (_UNDATED.search(match["slot"]) or _is_status(raw, match)):
        return
    told = _ROLE.search(raw[: match.start() + 1])
    end = told.start() if told else opened
    _one_role(tokens, labels, before, end, bool(role or _EDITED.search(raw, 0, opened)))
    for i in inside:
        labels[i] = "date" if dated else "other"
    if _untitled(raw, tokens, labels, behind, raw[: tokens[before[-1]].end]):
        if "title" not in labels and not {",", "&"} & set(raw[: match.start()]):
            labels[: len(before)] = ["title"] * len(before)
        return
    end = next((i for i in range(behind, len(labels)) if labels[i] == "title"), 0) or _sentence(tokens, labels, behind)
    for i in range(behind, end):
        if labels[i] not in ("author", "date", "other", "container", "publisher") or tokens[i].kind:
            break
        labels[i] = "title"


def _one_role(tokens: Sequence[Token], labels: list[str], before: Sequence[int], end: int, edited: bool) -> None:
    """Make the tokens ``before`` a slot, up to ``end``, those of people in the role of the first; edited: whether the
    text says that they are editors."""
    role = next((labels[i] for i in before if labels[i] in _PEOPLE - {"inst"}), "author")
    if role == "editor" and not edited:
        role = "author"
        for i in before:
            labels[i] = "author" if labels[i] == "editor" else labels[i]
    for i in before:
        if labels[i] not in _PEOPLE - {"inst"} and tokens[i].start < end and not tokens[i].kind:
            labels[i] = role


def _untitled(raw: str, tokens: Sequence[Token], labels: list[str], behind: int, front: str) -> bool:
    """Whether no title follows the slot, as it stood in front: "Self-report. (2018). In APA dictionary of psychology",
    "Cardiovascular diseases. (n.d.). Retrieved from", "River Basin Survey. (2024). [Video]. YouTube"."""
    following = tokens[behind]
    shut = raw.find("]", following.start) if "[" in following.gap else -1
    for i in range(behind, len(tokens)):
        labels[i] = "genre" if tokens[i].start < shut else labels[i]
    if following.text[0].isupper() and leads_in(following.text):
        return True
    nothing = following.kind or shut > 0 or ROLES.get(following.text.lower()) == "access"
    return bool(nothing) and not (is_known(front) or is_acronym(front) or is_called_organisation(front.lower().split()))


def _is_slot(text: str) -> bool:
    return bool(_DATED.fullmatch(text) or (not text[0].isdigit() and _UNDATED.fullmatch(text)))


def _is_status(raw: str, match: re.Match[str]) -> bool:
    """ "Dahl, O. (revise and resubmit). Title": whether brackets behind an initial and before a full stop say, in
    whatever words, when the work appears; roles stand there too."""
    slot = match["slot"]
    plain = (slot[0].islower() or slot[0].isdigit()) and len(slot) < 45
    ends = raw[match.end()] == "." and raw[match.end() + 1 : match.end() + 3] != " ("  # "(alexbooth). (2016, ..."
    if not plain or not ends:
        return False
    behind_names = _INITIAL.search(raw, max(0, match.start("slot") - 8), match.start("slot"))
    return behind_names is not None and not _ROLES.match(slot)


def _sentence(tokens: Sequence[Token], labels: list[str], start: int) -> int:
    """Where the first sentence behind the slot ends: the title, when the tagger saw none there."""
    for i in range(start + 2, len(tokens)):
        if not _SENTENCE_ENDS.isdisjoint(tokens[i].gap) and len(tokens[i - 1].text) > 1:
            return i
    return start
