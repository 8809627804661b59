"""What stands behind a list and names authors and years, but is no entry: tables ``behind`` of the words."""

from __future__ import annotations

import re
from functools import cache

from refcheck.language.words import every
from refcheck.reading.lists.headings import ends_list, fold
from refcheck.reading.lists.look import author_points

_PUBLISHED = re.compile(r"\((?:1[5-9]|20)\d\d[a-z]?\)[.:]\s\S|\b10\.\d{4,9}/|^[^.]{0,80}//")
_LABELLED = re.compile(r"([^:：]{2,60}?)(?:[,(\s-]{1,3}[^:：]{0,30}\d{4}\)?)?\s?[:：]\s?\S")


def stands_behind(text: str) -> bool:
    """A paragraph: one that ``leaves_list``, or that has a word no list goes on behind before its colon ("Share: ...").

    "See also: Jansen, P. (2010)" leads to a reference.
    """
    if leaves_list(text):
        return True
    labelled = None if _PUBLISHED.search(text[:600]) else _LABELLED.match(text[:300])
    return bool(labelled and ends_list(labelled[1]) and author_points(text[labelled.end() - 1 :]) < 1.5)


def leaves_list(text: str) -> bool:
    """ "Cite this article: ...", "Originally published in ...", "Correction, 12 June 2023: ...", thanks, who wrote."""
    opening, labels, person = _patterns()
    head = fold(text[:300]).replace("’", "'")
    if opening.match(head):
        return True
    if _PUBLISHED.search(text[:600]):
        return False
    labelled = _LABELLED.match(head)
    if labelled and labels.fullmatch(labelled[1].strip(" ,(-")):
        return True
    return bool(person.match(text[:200]))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What a paragraph opens with, what stands before its colon, and "Jane Miller is a"."""
    words = {
        group: "|".join(sorted({re.escape(made) for word in every("behind", group) if (made := change(word))}, key=len))
        for group, change in (("opening", fold), ("label", fold), ("is", str))
    }
    # Chinese, Japanese and Korean put no blank between the words.
    opening = re.compile(rf"(?:{words['opening']})(?:(?<=[\u3040-\u9fff\uac00-\ud7af])|(?!\w))")
    word = r"[^\W\d_a-zß-öø-ÿ][\w'’-]{1,30}"
    particle = rf"(?:{'|'.join(every('names', 'particles'))})"
    # German writes the trade with a capital: "Anna Weber ist Soziologin"; an article in front begins a title instead.
    article = r"(?!(?:The|An?|De|Het|Een|D(?:er|ie|as)|L[aeo]s?|El|Una?|Os?|Il)\s)"
    person = re.compile(rf"{article}{word}(?:\s(?:{word}|{particle})){{1,5}}\s(?:{words['is']})\s[^\W\d_]")
    return opening, re.compile(words["label"]), person
