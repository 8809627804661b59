"""Titles of works about another work: notices of its correction or retraction, replies to it, reviews of it.

Such a title names the other work ("Erratum: ...", "Rezension zu ...", "...: Reply"). The words are in the tables
``titles`` of ``refcheck/data/words``.
"""

from __future__ import annotations

from functools import cache, lru_cache

from refcheck import patterns as re
from refcheck.language.fold import plain
from refcheck.language.words import alternatives, every

_MARKS = {kind: every("titles", f"marked_{kind}") for kind in ("retraction", "withdrawal", "removal")}
_ALONE = (word.upper() for kind in ("retraction", "withdrawal") for word in _MARKS[kind])
_STATUS = re.compile(
    rf"^\W{{0,3}}(?:(?:{alternatives(every('titles', 'marked_by'))}\s)?"
    rf"(?:{alternatives(word for words in _MARKS.values() for word in words)})"
    rf"(?:\W{{1,3}}(?:{alternatives(every('titles', 'marked_what'))}))?\s{{0,2}}[:.\])–—-]{{1,2}}"
    rf"|(?-i:{alternatives(_ALONE)})\s)\s{{0,3}}",
    re.IGNORECASE,
)
"""How publishers mark the title of a work itself that was retracted; the title of its notice is another."""


def unmarked(title: str) -> str:
    """A title without the mark that its work was retracted."""
    mark = _STATUS.match(title)
    return title[mark.end() :] if mark else title


def status(title: str) -> str:
    """The status that a mark before the title gives a work: retraction, withdrawal, removal; "" without a mark."""
    match = _STATUS.match(title)
    said = match[0].lower() if match else ""
    return next((kind for kind, words in _MARKS.items() if any(word in said for word in words)), "")


def other_title(title: str) -> str:
    """The other work's title, with any words before it, in the title of a work about one; "" in any other title.

    "Erratum: Wound drains" -> "Wound drains"; "Minimum wages: Reply" -> "Minimum wages"; "Reply to Larsen: Sleep" ->
    "to Larsen: Sleep".
    """
    title = plain(title).strip()
    begins, ends = _patterns()
    for match in (begins.match(title), ends.search(title)):
        rest = match["rest"].strip(" .:;,–—-") if match else ""
        if rest:
            return rest
    return ""


def reviewed_title(title: str) -> str:
    """The book's title in the title of a book review ("Rezension zu ..."); "" in any other title."""
    match = _review().match(plain(title).strip())
    return match["rest"].strip(" .:;,–—-") if match else ""


@lru_cache(maxsize=4096)
def is_about(title: str) -> bool:
    """Whether a title says that its work is about another, even without naming it ("Erratum")."""
    title = plain(title).strip()
    begins, ends = _patterns()
    return bool(begins.match(title) or ends.search(title))


_BEGINS = r"^\W{{0,3}}(?:{})(?!\w|-\w)(?P<rest>.{{0,1500}})"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of titles that begin with one of the words, and that end with one after a colon, a stop or a dash; at
    the end, "a review" is of a field, not of a book."""
    ends = alternatives(every("titles", "about"))
    begins = alternatives((*every("titles", "about"), *every("titles", "review")))
    return (
        re.compile(_BEGINS.format(begins), re.IGNORECASE | re.DOTALL),
        re.compile(rf"^(?P<rest>.{{3,1500}}?)[:.?!–—-]\s{{1,3}}(?:{ends})\W{{0,3}}$", re.IGNORECASE | re.DOTALL),
    )


@cache
def _review() -> re.Pattern[str]:
    return re.compile(_BEGINS.format(alternatives(every("titles", "review"))), re.IGNORECASE | re.DOTALL)
