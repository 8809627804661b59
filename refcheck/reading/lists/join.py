"""One block -> one Entry: its lines joined, back links and link labels dropped, repeated authors resolved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from refcheck import patterns as re
from refcheck.identifiers import DOI_PREFIX
from refcheck.language.lexicon import BARE_OTHERS
from refcheck.language.words import alternatives, every
from refcheck.model import Entry
from refcheck.reading.document import Block, Kind, clean
from refcheck.reading.lists.authored import AND, PERSON
from refcheck.reading.lists.look import has_year, lower_start

ADDRESS_TAIL = re.compile(rf"(?:https?://|www\.|{DOI_PREFIX}|doi:)\S*$", re.I)
_ARROWS = frozenset("^↑⇑↩⤴↑⏎")
_BACKLINK = re.compile(r"^(?:[\^↑⇑](?:\s[a-z](?=\s)(?:\s[a-z](?=\s)){0,25})?\s?)|\s?(?:[↩⤴↑⏎]\ufe0e?\ufe0f?\s?)+$")
_LINKS = every("lists", "links")
_LABELS = re.compile(rf"(?:(?:(?<![\s|,;·[(])[\s|,;·[(]+)?\b(?:{alternatives(_LINKS)})\b[\s|,;·\])]*){{1,8}}$")
_LABEL_ENDS = tuple({phrase.rpartition(" ")[2] for phrase in _LINKS})
_REPEAT = re.compile(
    r"^(?:(?:[—–―‒_-]\s?){2,}|[—―]|–(?=\s?[(\[])"
    rf"|(?:{alternatives((*every('lists', 'same_author'), *every('lists', 'same_work')))})\b)\s?[.,:;]?\s?",
    re.I,
)
_SAME = every("lists", "same_author")
_BARE = re.compile(
    rf"({alternatives((*every('lists', 'same_work'), *every('lists', 'cited_work'), *_SAME))})"
    r"(?!\w)[.,]?\s?(.{0,80})$",
    re.I,
)
_AUTHOR_PART = re.compile(r"^(.{3,300}?)(?=\s?[(（\[]\d{4}|[,.:]?\s(?:[“\"«„]|\d{4}[a-z]?[.,:)]))")


def join(lines: Sequence[str], words: Counter[str] | None = None) -> str:
    """The lines as one text, with hyphenated words, addresses and page ranges rejoined.

    words: how often each word is printed in the article, to distinguish "post-/traumatic" from "optimi-/sation".
    """
    text = lines[0]
    for line in lines[1:]:
        if _breaks_word(text, line, words):
            text = text[:-1] + line
        else:
            text += (" " if _apart(text, line) else "") + line
    return clean(text)


def _breaks_word(text: str, line: str, words: Counter[str] | None) -> bool:
    """Whether the hyphen at the end of the text only breaks a word and must be removed."""
    if not re.search(r"[^\W\d_][-‐‑]$", text[-2:]) or not lower_start(line) or ADDRESS_TAIL.search(text[-300:]):
        return False
    left, right = re.split(r"[\s(\[“\"]", text[-60:-1])[-1], re.split(r"[\s,.;:)\]”\"]", line, maxsplit=1)[0]
    return words is None or words[f"{left}-{right}".casefold()] <= words[f"{left}{right}".casefold()]


def _apart(text: str, line: str) -> bool:
    """Whether a blank belongs between one line and the next."""
    head = line.split(" ", 1)[0]
    address = ADDRESS_TAIL.search(text[-300:])
    if address and _address_goes_on(address[0], head):
        return False
    return not (re.search(r"\w[-‐‑]$", text[-2:]) and head[:1].isalnum())


def _address_goes_on(tail: str, head: str) -> bool:
    if not head or not re.fullmatch(r"[\w./:;?=&%#~+@<>()\[\],-]+", head) or not head.isascii():
        return False
    if re.fullmatch(r"[A-Z][a-z]+[,.:]?", head):
        return False  # "Accessed"
    if tail[-1] in "/-_=?&%#" or head[0] in "/_=?&#%":
        return True
    if tail.endswith("."):
        return bool(re.match(r"\d|[a-z][\w-]*[./\d]", head)) and not re.fullmatch(r"\(?\d{4}\)?[.,]?", head)
    return bool(re.fullmatch(r"[\d.]*\d[\d.-]*\.?", head) and "." in head.rstrip(".") and "10." in tail)


def entry(block: Block, heading: str, before: str, words: Counter[str] | None) -> Entry:
    """One block as an Entry. before: raw text of the entry before it, for "———."."""
    raw = join([line.text for line in block.lines], words)
    if not _ARROWS.isdisjoint(raw):
        raw = _BACKLINK.sub("", _BACKLINK.sub("", raw))
    if ends_in_label(raw):
        raw = _LABELS.sub("", raw)
    raw = raw.strip().rstrip(" ;")
    if block.kind is Kind.NOTE:
        raw = without_signal(raw)
    raw = with_links(raw, block.links)
    repeats = ""
    if before and repeats_author(raw) and (author := _AUTHOR_PART.match(before)):
        repeats = author[1].strip(" ,")
    italics = tuple(text for text in block.italics if text in raw and text != raw)
    return Entry(raw, block.line, block.end_line, block.marker, heading, italics, repeats, key=block.key)


def ends_in_label(text: str) -> bool:
    """Whether it may end in what publishers print below a reference: "PubMed Abstract | Full Text"."""
    return text.rstrip(" |,;·])").endswith(_LABEL_ENDS)


def repeats_author(raw: str) -> bool:
    """Whether an entry begins with a sign for the author of the one before it: "———. Title"."""
    return bool(_REPEAT.match(raw))


def without_signal(text: str) -> str:
    """A note without the words before the work that it cites: "See also"."""
    return _signal().sub("", text)


@cache
def _signal() -> re.Pattern[str]:
    """What may precede the work that a note cites: "Vgl. u.a. Monica Cure: ...", "See also Smith, ..."."""
    more = alternatives((*every("citations", "also"), *every("citations", "prefixes"), *BARE_OTHERS))
    signals = alternatives(every("citations", "signals"))
    return re.compile(rf"^(?i:{signals})\.?,?\s(?i:(?:{more})[.,:]{{0,2}}\s){{0,3}}(?=[^\W\d_a-zß-öø-ÿа-я])")


def with_links(raw: str, links: Sequence[str]) -> str:
    """The text with the DOI, or the only address, that its words link to."""
    unseen = [link for link in links if link.casefold().rstrip("/") not in raw.casefold()]
    dois = [link for link in unseen if re.search(DOI_PREFIX, link)]
    if dois and not re.search(rf"{DOI_PREFIX}\S", raw):
        return f"{raw} {dois[0]}"
    if len(unseen) == 1 and not re.search(rf"https?://|www\.|{DOI_PREFIX}", raw):
        return f"{raw} {unseen[0]}"
    return raw


def bare_repeat(raw: str) -> bool:
    """Whether it only repeats the entry before: "Ibid., p. 12."."""
    match = _BARE.match(raw)
    if match is None or has_year(match[2]):
        return False
    return match[1].lower() not in _SAME or not re.search(r"[^\W\d_]{5}", match[2])


_NAME = (  # a word of a name; a title has others
    rf"(?:(?-i:[^\W\d_a-zß-öø-ÿα-ωа-џ])[^().\d\s]{{0,29}}|[ld]['’][^().\d\s]{{1,29}}|&"
    rf"|(?:{AND}|{alternatives(every('names', 'particles'))}),?)"
)
_FOLLOWING = alternatives(every("parts", "following"))
_CITED = (
    rf"(?:(?:{alternatives(every('lists', 'same_author'))})\.?|{_NAME})"  # "ders. (1983)"
    rf"(?:\s(?:{_NAME}|(?:{alternatives(BARE_OTHERS)})\.?(?!\w)|[^\W\d_]\.)){{0,6}}"
    rf"[,\s]{{1,2}}\(?(?:(?:1[5-9]|20)\d\d[a-z]?|(?i:{alternatives(every('citations', 'undated'))})\.?(?:-[a-z])?)\)?"
    rf"(?:[,:]\s?(?:{alternatives(every('lists', 'pages'))})?\.?\s?\d[\d–-]*(?:\s?(?:{_FOLLOWING})\b)?)?"
)
_SIGNALS, _ALSO = (alternatives(every("citations", kind)) for kind in ("signals", "also"))
_SHORT = re.compile(
    rf"(?:(?:{_SIGNALS})\.?\s)?(?:(?:{_ALSO})\s)?"
    rf"{_CITED}(?:(?:[,;]|\s(?:{AND}))\s(?:(?:{_SIGNALS})\.?\s)?(?:(?:{_ALSO})\s)?{_CITED}){{0,9}}[.,;]?$",
    re.I,
)


_POINTING = re.compile(r"[^:()\d]{2,40}:\s(?=\S)")  # "See the bibliography: Hale (2018), Moor (2019)"
_YEARS = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


def short_citation(raw: str) -> bool:
    """Whether a note only cites works listed elsewhere: "See Jansen (2010), p. 12; Vries 2012."."""
    if len(raw) >= 300:
        return False
    if _SHORT.match(raw):
        return True
    pointing = _POINTING.match(raw)
    return pointing is not None and len(_YEARS.findall(raw)) > 1 and bool(_SHORT.match(raw[pointing.end() :]))


def glued_starts(raw: str) -> Iterator[int]:
    """Offsets inside an entry at which another reference seems to begin, as reported by ``glued``."""
    for match in glued(raw, 41):
        if has_year(raw[: match.start()]):
            yield match.end()


_TICKED = re.compile(rf"{_CITED}(?:\s\S(?!\S)|\s{_CITED}){{1,40}}$", re.I)


def ticked_citations(raw: str) -> bool:
    """Whether it is a row of a table that compares works, each cited and followed by ticks: "Lin et al. (2018) X"."""
    # A sign by itself or a second citation ends it, as nearly no reference ends.
    ended = raw[-2:-1].isspace() or len(_YEARS.findall(raw)) > 1
    return len(raw) < 300 and ended and bool(_TICKED.match(raw))


_GLUED = re.compile(
    rf"\s(?<=[.;)\]>/\d”\"»]\s)(?<!\.\s\.\s)(?={PERSON}(?:(?:;|,|,?\s(?:{AND}))\s{PERSON}){{0,12}}"
    rf"(?:\s?\((?i:{alternatives(every('lists', 'editors'))})\.\))?\.?,?\s?\((?:1[5-9]|20)\d\d[a-z]?[,)])"
)


_DATED = re.compile(r"\((?:1[5-9]|20)\d\d[a-z]?[,)]")


def glued(text: str, start: int) -> Iterator[re.Match[str]]:
    """Where a second author-year reference begins inside a text, from ``start`` on."""
    return _GLUED.finditer(text, start) if _DATED.search(text, start) else iter(())  # most have one year, before that
