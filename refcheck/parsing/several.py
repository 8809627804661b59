"""Entries that cite several works at once, as chemists and physicists do: only the first is read, which is reported."""

from __future__ import annotations

from refcheck import patterns as re
from refcheck.language.words import alternatives, every

# Year, volume and page, or volume, page and year, end a citation; behind them a second begins with a name.
_NUMBERS = (
    r"(?:(?:1[89]|20)\d\d,?\s\d{1,4}(?:\s?\(\d{1,3}\))?,\s[A-Z]?\d{1,7}(?:[-–][A-Z]?\d{1,7})?"
    r"|\d{1,4},\s[A-Z]?\d{1,7}(?:[-–][A-Z]?\d{1,7})?\s\((?:1[89]|20)\d\d\))"
)
_SECOND = re.compile(
    rf"(?P<first>{_NUMBERS})\s?[;.]\s(?:\(?[b-d]\)\s)?(?=[A-Z][^\W\d_]*[\s,.](?:[^;]|;\s[A-Z][\w’'-]{{1,25}},\s[A-Z]\.){{4,300}}?(?<![\d(]){_NUMBERS})"
)
# "..., 464, 33–35; Jones, K. (2011). Shallow time.": behind a dated work, names with a second date in their slot.
_NEXT = re.compile(
    r"(?P<first>\((?:1[5-9]|20)\d\d[a-z]?(?:, [^()]{2,30})?\)[^;]{20,400}?[\d.])\s?;\s"
    r"(?=[A-Z][\w’'-]{1,25}(?:\s[A-Z][\w’'-]{1,25})?, (?:[A-Z]\.[ -]?){1,3}[^;()]{0,200}?"
    r"\((?:1[5-9]|20)\d\d[a-z]?\)[.,:] )"
)
_LETTER = re.compile(r"^\(?a\)\s")
_LEAD = re.compile(r"^\(PDF\)\s")
# LaTeX prints the pages that cite a reference behind it: "In CVPR, 2022. 2, 4, 6", "(Cited on pages 3 and 12.)",
# "Citado 2 vezes nas páginas 3 e 12".
_CITED = every("lists", "cited_on")
_CITED_CUES = tuple(dict.fromkeys(phrase.split()[0] for phrase in _CITED))
_PHRASES = alternatives(_CITED).replace(r"\#", r"\d{1,2}")
_CITED_ON = re.compile(
    r"\s(?:(?<=, (?:19|20)\d\d\.\s)\d{1,3}(?:, \d{1,3}){0,30}"
    rf"|[(\[]?(?i:{_PHRASES})\s\d[\d,–-]{{0,80}}"
    rf"(?:(?:,?\s(?:{alternatives(every('parts', 'and'))})|(?<=,))\s[\d–-]{{1,9}},?){{0,30}}\.?[)\]]?\.?)$"
)

_APART = re.compile(r"\s\d{1,3}$")


def first_work(text: str) -> tuple[str, bool]:
    """The text of the first work that an entry cites, and whether there are more.

    >>> first_work("Suzuki, A. Acc. Chem. Res. 1982, 15, 178; Stille, J. K. Angew. Chem. 1986, 25, 508.")
    ('Suzuki, A. Acc. Chem. Res. 1982, 15, 178', True)
    """
    if text.startswith(("(", "a)")):
        text = _LETTER.sub("", _LEAD.sub("", text))
    if text[-4:].rstrip(".)]")[-1:].isdigit():  # as few end
        figure = text[-1].isdigit()
        end = (text if figure else text[-100:]).lower()
        if any(map(end.__contains__, _CITED_CUES)) or (figure and _APART.search(text, len(text) - 4)):
            text = _CITED_ON.sub("", text)
    match = _SECOND.search(text[:2000]) if ";" in text or "(b)" in text else None
    match = match or (_NEXT.search(text[:2000]) if text.count("; ") and text.count(" (") > 1 else None)
    return (text[: match.end("first")], True) if match else (text, False)
