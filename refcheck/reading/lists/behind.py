"""Paragraphs after a list that name authors and years but are not entries (tables ``behind`` of the words)."""

from __future__ import annotations

from functools import cache

from refcheck import patterns as re
from refcheck.identifiers import DOI_PREFIX
from refcheck.language.words import alternatives, every
from refcheck.reading.lists.authored import author_points
from refcheck.reading.lists.headings import ends_list, fold

_DATED = re.compile(r"\((?:1[5-9]|20)\d\d[a-z]?\)[.:]\s\S")
_DOI = re.compile(rf"\b{DOI_PREFIX}")
_SLASHES = re.compile(r"[^.]{0,80}//")
_LABELLED = re.compile(r"([^:：]{2,60}?)(?:[,(\s-]{1,3}[^:：]{0,30}\d{4}\)?)?\s?[:：]\s?\S")


def stands_behind(text: str) -> bool:
    """Whether a paragraph follows a list: it ``leaves_list``, or its label ends lists ("Share: ...").

    "See also: Jansen, P. (2010)" leads to a reference, so it does not.
    """
    if leaves_list(text):
        return True
    labelled = None if _published(text[:600]) else _labelled(text[:300])
    return bool(labelled and ends_list(labelled[1]) and author_points(text[labelled.end() - 1 :]) < 1.5)


def leaves_list(text: str) -> bool:
    """Whether it is "Cite this article: ...", "Originally published in ...", "Correction, 12 June 2023: ...", "Received
    5 May 2004", thanks, or about the author."""
    head = fold(text[:300]).replace("’", "'")
    if head.startswith(_beginnings()) and any(pattern.match(head) for pattern in _openings()):
        return True
    if _published(text[:600]):
        return False
    labelled = _labelled(head)
    if labelled and _labels().fullmatch(labelled[1].strip(" ,(-")):
        return True
    return bool(_person().match(text[:200]))


def _published(text: str) -> bool:
    """Whether it has a year behind names, a DOI, or an address in its first sentence, as references have."""
    return bool(_DATED.search(text) or ("10." in text and _DOI.search(text)) or _SLASHES.match(text))


def _labelled(text: str) -> re.Match[str] | None:
    head = text[:100]  # a label with its date is no longer
    return _LABELLED.match(text) if ":" in head or "：" in head else None


_BEGUN = 5  # letters by which nearly all texts are told to begin in another way


@cache
def _folded(group: str) -> frozenset[str]:
    return frozenset(filter(None, map(fold, every("behind", group))))


@cache
def _beginnings() -> tuple[str, ...]:
    words = _folded("opening") | _folded("history")
    return tuple({word[:_BEGUN].partition(".")[0] for word in words})


@cache
def _openings() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns for the opening of a paragraph and for "Received: 5 May 2004"."""
    opening, history = (alternatives(_folded(group)) for group in ("opening", "history"))
    return (
        # Chinese, Japanese and Korean have no blanks between words.
        re.compile(rf"(?:{opening})(?:(?<=[\u3040-\u9fff\uac00-\ud7af])|(?!\w))"),
        re.compile(rf"(?:{history})\s?[:：]?\s?(?:[^\W\d_]{{1,12}}[.,]?\s){{0,2}}\d"),
    )


@cache
def _labels() -> re.Pattern[str]:
    """For the label before a colon."""
    return re.compile(alternatives(_folded("label")))


@cache
def _person() -> re.Pattern[str]:
    """For "Jane Miller is a"."""
    word = r"[^\W\d_a-zß-öø-ÿ][\w'’-]{1,30}"
    particle = alternatives(every("names", "particles"))
    # German capitalises professions: "Anna Weber ist Soziologin"; with an article before it, a title begins instead.
    article = rf"(?!(?:{alternatives(map(str.capitalize, every('behind', 'articles')))})\s)"
    verb = alternatives(every("behind", "is"))
    return re.compile(rf"{article}{word}(?:\s(?:{word}|{particle})){{1,5}}\s(?:{verb})\s[^\W\d_]")
