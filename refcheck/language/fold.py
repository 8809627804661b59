"""Folding text for comparison: without markup, case, diacritics, ligatures, dashes and spelling traditions."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from refcheck.language.latex import without_commands

MAX_TEXT = 4000  # characters of a field that are read; no real title or entry is longer

_ELEMENTS = (
    "a|abbr|b|bdi|bold|br|code|div|em|emphasis|font|h[1-6]|hr|i|img|inf|inline-formula|ital|italic|kbd|li|math|mark|"
    "monospace|named-content|ol|overline|p|pre|q|roman|s|sans-serif|sc|scp|sec|small|span|strike|strong|styled-content|"
    "sub|sup|table|tbody|td|tex-math|th|title|tr|tt|u|ul|underline|var|xref"
)
_TAG = re.compile(
    rf"</?(?:[A-Za-z]{{1,12}}:[\w-]{{1,30}}|(?:{_ELEMENTS}))(?:\s+[\w:-]{{1,40}}\s?=[^<>]{{0,4000}})?\s*/?>"
    r"|<!--[^<>]{0,500}-->|<!\[CDATA\[|\]\]>",
    re.IGNORECASE,
)
"""Tags of HTML, JATS and MathML; "<Words in angle brackets>" are words."""
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_]+(?:['’ʼ‘`´][^\W_]+)*|&")
_APOSTROPHE = re.compile("(?<=[a-z0-9])['`](?=[a-z0-9])")
_BLANKS = bytes(code if chr(code).isalnum() else 32 for code in range(128)).ljust(256)
_LETTERS_ALONE = bytes(code if code > 127 or chr(code).isalpha() else 32 for code in range(256))
"""Tables that keep the letters and figures, or the letters alone, of a text in ASCII and make blanks of the rest; the
second keeps all that is not ASCII. They translate bytes, which takes a fifth of the time that a string takes."""
_LETTERS = str.maketrans(
    {
        "ß": "ss", "ẞ": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "ı": "i", "æ": "ae", "Æ": "ae", "œ": "oe",
        "Œ": "oe", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ħ": "h", "ŋ": "n", "ə": "e",
        "'": "", "’": "", "ʼ": "", "‘": "", "`": "", "´": "", "ʹ": "", "ʺ": "", "ʾ": "", "ʿ": "", "&": "and",
        "™": "", "®": "", "©": "", "℠": "",
    }
)  # fmt: skip
_BASE = {letter: base for letter, base in _LETTERS.items() if chr(letter).isalpha()} | dict.fromkeys([0xAD, 0x200B], "")
_WITH_BASE = re.compile(f"[{''.join(map(chr, _BASE))}]")
_GREEK_NAMES = """alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma
    tau upsilon phi chi psi omega"""
_GREEK = dict(zip("αβγδεζηθικλμνξοπρσςτυφχψω", _GREEK_NAMES.split(), strict=True))
_ACCENTS = re.compile(f"[{''.join(c for c in map(chr, range(0x700)) if unicodedata.combining(c))}]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


class Word(NamedTuple):
    """One word of a text: its folded key, its characters, and their place in the plain text."""

    key: str
    text: str
    start: int
    end: int


def plain(text: str) -> str:
    """Text without tags, LaTeX and soft hyphens, and with entities decoded (twice, since records escape them twice)."""
    text = text[:MAX_TEXT]
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = _TAG.sub("", text)
    if "\\" in text:
        text = without_commands(text)
    if "{" in text or "}" in text:
        text = text.replace("{", "").replace("}", "")
    return text if text.isascii() else unicodedata.normalize("NFC", _INVISIBLE.sub("", text))


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """One word or short text, casefolded and reduced to base letters: "Šmídová" -> "smidova", "β" -> "beta"."""
    if text.isascii():
        return text.lower() if text.isalnum() else text.translate(_LETTERS).lower()
    text = text.translate(_LETTERS)
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_LETTERS)
        text = unicodedata.normalize("NFC", text)
    text = text.casefold()
    if not text.isascii() and not _is_greek(text):
        text = "".join(_GREEK.get(c, c) for c in text)
    return text


@lru_cache(maxsize=4096)
def unaccented(text: str) -> str:
    """A text of any length in lower case and base letters; blanks and punctuation stay, apostrophes become alike.

    Only the accents of alphabets are removed, since the marks of other scripts are letters.
    """
    text = text.replace("’", "'").casefold()
    if not text.isascii():
        text = text.translate(_BASE) if _WITH_BASE.search(text) else text  # slow, and few texts have such letters
        decomposed = unicodedata.normalize("NFKD", text)
        text = unicodedata.normalize("NFC", _ACCENTS.sub("", decomposed))  # recompose Hangul
    return text


def letters(text: str) -> str:
    """The letters and digits of a text without case: what tells whether two texts are the same but for their marks."""
    return "".join(c for c in text.casefold() if c.isalnum())


def _is_greek(text: str) -> bool:
    """Whether this is a Greek word, not a symbol in another language's word ("βcatenin")."""
    return sum("\u03b1" <= c <= "\u03c9" for c in text) > 3


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[Word, ...]:
    """The words of a text in order, without punctuation; each CJK character is a word, and "&" is "and"."""
    text = plain(text)
    simple = text.isascii() and not ("'" in text or "`" in text or "&" in text)
    found = ascii_words(text) if simple else _WORD.findall(text)
    out, end = [], 0
    for word in found:
        start = text.find(word, end)
        end = start + len(word)
        if key := word.lower() if simple else fold(word):
            out.append(_new(Word, (key, word, start, end)))
    return tuple(out)


_new = tuple.__new__  # of a Word: without its own, which is a function in Python


@lru_cache(maxsize=4096)
def keys(text: str) -> tuple[str, ...]:
    """The folded words of a text in order: the keys of ``words``, at a fraction of the cost."""
    text = plain(text)
    if not text.isascii() and not (text := _with_ascii_signs(text)).isascii():
        return tuple(filter(None, map(fold, _WORD.findall(text))))
    text = text.lower().replace("&", " and ")
    if "'" in text or "`" in text:
        text = _APOSTROPHE.sub("", text)
    return tuple(ascii_words(text))


def ascii_words(text: str, table: bytes = _BLANKS) -> list[str]:
    """The runs of letters and figures in a text in ASCII, or of what else a table keeps, in order."""
    return text.encode().translate(table).decode().split()


def between(text: str) -> list[str]:
    """What stands between the words of ``keys``, the first and the last text being before and behind them all."""
    text = plain(text)
    gaps = _WORD.split(text)
    if len(gaps) == len(keys(text)) + 1:
        return gaps
    found = words(text)  # without those that fold to nothing
    ends, starts = [0, *(word.end for word in found)], [*(word.start for word in found), len(text)]
    return [text[end:start] for end, start in zip(ends, starts, strict=True)]


_RUNS_OF_LETTERS = re.compile(r"[^\W\d_]+")
_SIGNS = {"–": "-", "“": '"', "”": '"', "’": "'", "‘": "'"}  # all that keeps most texts from being ASCII


def _with_ascii_signs(text: str) -> str:
    for sign, alike in _SIGNS.items() if not text.isascii() else ():
        text = text.replace(sign, alike)
    return text


@lru_cache(maxsize=1000)  # as many references are read together
def words_in(raw: str) -> frozenset[str]:
    """The words of a text in lower case: several rules ask about the same reference whether it holds any of theirs."""
    return frozenset(runs_of_letters(raw.replace("İ", "i").lower()))  # whose lower case would end a word


def runs_of_letters(text: str) -> list[str]:
    """The words of a text as printed, in order."""
    if text.isalpha():
        return [text]
    found = _with_ascii_signs(text).encode(errors="surrogatepass").translate(_LETTERS_ALONE)
    words = found.decode(errors="surrogatepass").split()
    if text.isascii() or all(map(str.isalpha, words)):
        return words
    return [run for word in words for run in ([word] if word.isalpha() else _RUNS_OF_LETTERS.findall(word))]


def squash(text: str) -> str:
    """The letters and digits of a text, folded and run together: "health-care", "Healthcare" -> "healthcare"."""
    return "".join(keys(text))


@lru_cache(maxsize=8192)
def script(text: str) -> str:
    """The writing system of most letters in a text: "latin", "cyrillic", "greek", "cjk", ..., or "" without letters."""
    if text.isascii():
        return "latin" if any(map(str.isalpha, text[:MAX_TEXT])) else ""
    counts: dict[str, int] = {}
    for char in text[:MAX_TEXT]:
        if char.isalpha():
            name = "latin" if char < "\u0250" else unicodedata.name(char, "?").partition(" ")[0].lower()
            name = {"hiragana": "cjk", "katakana": "cjk", "hangul": "cjk"}.get(name, name)
            counts[name] = counts.get(name, 0) + 1
    return max(counts, key=lambda name: counts[name]) if counts else ""


# British and American spelling, and spellings that vary within one language. Both sides are reduced, so the result of a
# rule need not be a real word.
_SPELLING = (
    (re.compile(r"is(?=(?:e|ed|es|er|ers|ing|ations?|ational|ationally|able)$)"), "iz"),
    (re.compile(r"ys(?=(?:e|ed|es|er|ing)$)"), "yz"),
    (re.compile(r"our"), "or"),
    (re.compile(r"(?<=[bctv])re(?=s?$)"), "er"),
    (re.compile(r"dgement"), "dgment"),
    (re.compile(r"(?<=[a-z]{2})eing$"), "ing"),
    (re.compile(r"artefact"), "artifact"),
    (re.compile(r"^scep"), "skep"),
    (re.compile(r"^mould"), "mold"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"amme(?=s?$)"), "am"),
    (re.compile(r"(?<=[a-z])ll"), "l"),
    (re.compile(r"ae|oe"), "e"),
    (re.compile(r"ence(?=s?$)"), "ense"),
    (re.compile(r"ph(?=[aeiloru])"), "f"),
)
_SPELT = re.compile("|".join(rule.pattern for rule, _ in _SPELLING))


@lru_cache(maxsize=8192)
def spelt(text: str) -> tuple[str, ...]:
    """The folded words of a text in order, each in one spelling tradition."""
    return tuple(map(spelling, keys(text)))


@lru_cache(maxsize=8192)
def spelling(key: str) -> str:
    """A folded word in one spelling tradition: "colour", "color" -> "color"; "anaemia" -> "anemia"."""
    if key == "grey":
        return "gray"
    if len(key) > 4 and _SPELT.search(key):  # most words have one spelling
        for rule, replacement in _SPELLING:
            key = rule.sub(replacement, key)
    return key
