"""Whether a text is a reference at all: menus, sentences, code and captions can be tagged too, but cite nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from refcheck import patterns as re
from refcheck.language.words import alternatives, every

_IDENTIFIERS = ("doi", "isbn", "issn", "arxiv", "pmid", "pmcid", "handle")
_ENOUGH = 5  # parts of a reference that leave no doubt
_FEW = 2


def _words(key: str) -> str:
    return alternatives(every("notices", key))


# "Hansen (2003) says", "(2010), the effect": a citation within a sentence; "def f(", "<li>", '"year":': code.
_NARRATIVE = re.compile(
    rf"(?i:(?:\w+\s){{0,3}}(?:{_words('dated')}):?)\s(?:\d|[A-Z][a-z]{{2,8}}\s\d)"
    rf"|(?:{_words('since')})\s(?:1[5-9]|20)\d\d,?\s[a-zß-öø-ÿ]|SELECT\s|(?:{_words('sentence')})\s[a-z]"
    r"|(?:def|class|const|let|var|import|function|return)\s\w|[\[{]\s?\"\w+\"\s?:"
)
_SAYS = r"(?:1[5-9]|20)\d\d[a-z]?[)）],?\s(?![a-zß-öø-ÿ]{1,3}\s[A-Z])[a-zß-öø-ÿ]+,?(?:\s[^\W\d_]+){1,}"
_WITHIN = re.compile(  # each alternative begins with a sign, so that most places are passed over at once
    rf"\((?<=\w\s\(){_SAYS}|（(?<=\w\s（){_SAYS}|WHERE(?<=\bWHERE)\s\w+\s[<=>]"
    r"|<(?:/?(?:li|ul|ol|div|p|a|td|tr|span|script|h\d)[\s>])"
)
# "© 2019 ...", "Received 3 March 2019; accepted ...", "We use cookies ...", "Table 3. ...".
_NOTICE = re.compile(rf"\W{{0,3}}(?:(?:{_words('begin')})\b|(?<=[©]))", re.IGNORECASE)
_CITED_AGAIN = re.compile(rf"\b(?:{_words('again')})\b", re.IGNORECASE)
_MAIL = re.compile(r"\w@[\w-]{1,60}\.\w")  # "J. Jansen, Kerkstraat 12, 1017 GC Amsterdam, j.jansen@example.org"
UNLIKELY = 0.2  # highest confidence of a field of such a text


def is_doubtful(found: Mapping[str, Any], raw: str) -> bool:
    """Whether a text with these fields of a Reference (absent ones missing or empty) is probably not a reference.

    Most references have so many parts that there is no doubt; the others are judged by their look.
    """
    get = found.get
    people, numbers = get("authors") or get("editors"), get("volume") or get("issue") or get("pages") or get("number")
    held = (get("year"), people, get("container"), numbers, get("publisher") or get("place"), get("title"))
    parts = sum(map(bool, held))
    if parts >= _ENOUGH or any(map(get, _IDENTIFIERS)):
        return False
    head = raw[:400]
    within = get("container")
    if not (within and get("volume")) and (_NARRATIVE.match(head) or _WITHIN.search(head)):
        return True
    if not (within and numbers) and _NOTICE.match(raw):
        return True
    dated = get("year")
    if parts <= _FEW and not dated and "@" in raw and _MAIL.search(raw):
        return True
    if parts > _FEW and (dated or (get("authors") and within)):
        return False
    if not get("title") and _CITED_AGAIN.search(raw[:200]):
        return True
    from refcheck.reading.lists.look import is_like, prose_points  # the readers: 100 ms, and few texts come this far

    return not is_like(raw, -0.75 if dated else 0) or (not dated and prose_points(raw[:600]) > 1)
