"""Notes that only point to a work, by its title set as a link, or to a work of the list, by its author and year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from refcheck import patterns as re
from refcheck.identifiers import DOI_PREFIX
from refcheck.language.words import alternatives, every
from refcheck.reading.document import Block, Kind
from refcheck.reading.lists.authored import author_points
from refcheck.reading.lists.behind import leaves_list
from refcheck.reading.lists.headings import fold
from refcheck.reading.lists.join import repeats_author, short_citation, without_signal
from refcheck.reading.lists.look import WIDE, prose_points

_LONGEST = 200  # characters
_NAMES = 3  # longer words beside each year, at most: a reference has a title too
_SIGNS = 4  # of Chinese, Japanese or Korean, that are a name
_WORD = re.compile(r"[^\W\d_]{4,}")
_LEAD = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w'’-]{1,60}")
_DATED = re.compile(rf"({_LEAD.pattern}),?\s\(?((?:1[5-9]|20)\d\d)")
_AUTHORED = re.compile(r"[^\W\d_][^.]{1,60}\.,?\s(?:[^\W\d_]\.\s?){0,3}[“\"„«‘]?[^\W\d_a-zß-öø-ÿ][^.]{15,150}\.\s")
"""An author with initials, and a title, each with its stop."""
_SITED = re.compile(
    r"([^\W\d_a-zß-öø-ÿ][^.:!?“”\"\n]{1,60})[.:]\s[“\"„«‘]?[^\W_a-zß-öø-ÿ][^\n]{12,200}\s<?https?://\S{1,400}"
)
"""Who published a page, its title and its address: "The Guardian. New weight-loss shot appears. https://..."."""
_SHARED = 3  # words of four letters and more, and years
_MOST = 0.6
_LITTLE = 5
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_ADDRESS = re.compile(rf"{DOI_PREFIX}|https?://|www\.")
_ANY_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,400}")
_WHOLE_ADDRESS = re.compile(r"https?://[^\s<>\"]+/[^\s<>\"]{8,}")  # of a page, not of a whole site
_SENTENCE = re.compile(  # six words without a sign between them, "Interestingly, Marker both praised and blamed"
    r"(?:[^\W\d_][\w'’-]{0,40}\s){6}|[^\W\d_]{4,20},\s[^\W\d_][\w'’-]{0,40}\s(?:[a-zß-öø-ÿ][\w'’-]{0,40}\s){4}"
)
_TOLD = re.compile(r"[\u3041-\u3096]{2}。(?!\s?\d)")  # a sentence in Japanese
_TITLE = re.compile(r"[“„«‘]([^“”„«»‘\n]{10,200})[”“»’]")  # in quotation marks
_TELLS = re.compile(
    r"\((?:1[5-9]|20)\d\d[a-z]?\)\s(?:[a-zß-öø-ÿ][\w'’-]{0,40}\s){3}"
)  # "Kahane et al. (2015) had a final size"


def points(block: Block) -> bool:
    """Whether a note only points: "John Gruber, [Markdown philosophy](...)", "See [API Documentation](...), July 2017".

    A sentence around the link ("It has been used in an early demo") is an explanation, and a single word ("here") is
    not a title, but may stand behind a work by its author: "Pearl, J. Probabilistic reasoning. Available [here](...)".
    """
    if block.kind is Kind.NOTE and block.links and len(block.text) <= _LONGEST and _AUTHORED.match(block.text):
        return author_points(block.text) >= 2.5 and prose_points(block.text) < 2
    if block.kind is not Kind.NOTE or len(block.linked) != 1 or len(block.links) != 1 or len(block.text) > _LONGEST:
        return False
    title = block.linked[0]
    if " " not in title or "://" in title or leaves_list(block.text):
        return False
    said = _signals().sub(" ", block.text.replace(title, " ", 1))
    return all(word[0].isupper() for word in _WORD.findall(said))


def sited(blocks: Sequence[Block]) -> set[int]:
    """Indexes of the notes that are a publisher, a title and an address, where most notes with an address are that."""
    notes = [index for index, block in enumerate(blocks) if block.kind is Kind.NOTE and "://" in block.said]
    found = {index for index in notes if _publishes(_SITED.fullmatch(blocks[index].said))}
    return found if len(found) > 1 and len(found) * 2 > len(notes) else set()


def _publishes(sited: re.Match[str] | None) -> bool:
    """Whether what stands before the title is a name: two words, or longer ones in capitals; a sentence has more."""
    return sited is not None and (sited[1].count(" ") < 2 or all(word[0].isupper() for word in _WORD.findall(sited[1])))


def only_cites(text: str) -> bool:
    """A note of an article that has a list: "Kortmann/Stubig (1999); Bundestag (2001)", or a sentence that says so."""
    if _ADDRESS.search(text):
        return False
    years = len(_YEAR.findall(text))
    return (
        short_citation(text)
        or bool(_SENTENCE.match(text) or _TELLS.search(text) or _TOLD.search(text))
        or 0 < max(len(_WORD.findall(text)), -(-len(WIDE.findall(text)) // _SIGNS)) <= years * _NAMES
    )


def cites_work(text: str) -> bool:
    """A note behind a list that cites a work of its own: an author stands first, or after "See also"."""
    return not only_cites(text) and author_points(without_signal(text)) >= 1.5


class Listed:
    """The works of a list by the name that they begin with, to tell the notes that cite them in full once more."""

    def __init__(self, entries: Iterable[str]) -> None:
        self._works: dict[str, list[str]] = {}
        self._addresses: set[str] = set()
        name = ""
        for raw in entries:
            self._addresses |= _addresses(raw)
            lead = _LEAD.search(raw[:200])
            name = name if repeats_author(raw) else fold(lead[0]) if lead else ""
            if name:
                self._works.setdefault(name, []).append(raw)

    def has(self, note: str) -> bool:
        """Whether most words of a note, or of a work that begins with a name in it, are those of the other: "Phan et
        al., ‘Economies of Virtue’" beside "Phan, Thao, et al. ‘Economies of Virtue: The circulation of ethics’"; or
        it says no more than a name and words of its work, or the year: "Dworkin, No Medium, p. 28", "Translated as
        ‘constative’ in Austin, 1990"; or its address is in the list."""
        if (addresses := _addresses(note)) and addresses <= self._addresses:
            return True
        words, titles = _words(note), tuple(map(_words, _TITLE.findall(note)))
        said = _words(_page().split(without_signal(note), maxsplit=1)[0])
        for name in {fold(name) for name in _LEAD.findall(note)} & self._works.keys():
            for work in map(_words, self._works[name]):
                shared = len(words & work)
                if shared >= _SHARED and shared >= _MOST * min(len(words), len(work)):
                    return True
                if any(len(title) >= _SHARED and title <= work for title in titles):
                    return True
                if name in said and len(said) > 1 and said <= work | {name}:
                    return True
        dated = _DATED.findall(note) if len(words) <= _LITTLE else ()
        return any(year in _words(work) for name, year in dated for work in self._works.get(fold(name), ()))


def _addresses(text: str) -> set[str]:
    return {address.rstrip(".,;:)]/") for address in _WHOLE_ADDRESS.findall(text)}


@lru_cache(maxsize=256)
def _words(text: str) -> frozenset[str]:
    said = _ANY_ADDRESS.sub(" ", text)
    return frozenset(map(fold, (*_WORD.findall(said), *_YEAR.findall(said))))


@cache
def _page() -> re.Pattern[str]:
    """The page that a note cites, and what it says of it: ", p. 128 (emphasis in the text)"."""
    return re.compile(rf"[,;:]\s(?:{alternatives(every('lists', 'pages'))})\.?\s?(?=[\dxvilc])", re.I)


@cache
def _signals() -> re.Pattern[str]:
    """Words before a title that only say that it is cited."""
    words = (word for group in ("signals", "also", "prefixes", "according") for word in every("citations", group))
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})(?!\w)", re.I)
