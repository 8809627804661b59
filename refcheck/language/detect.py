"""The language of a text or a title, by its script and its commonest words (tables ``detect``)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from refcheck.language.fold import runs_of_letters
from refcheck.language.words import subject

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_WORD = re.compile(r"[^\W\d_][^\s\d.,;:!?()\[\]\"“”«»।/_*]*")  # \\w excludes vowel signs
_KANA = re.compile("[\u3040-\u30ff]")
_HANGUL = re.compile("[\uac00-\ud7af]")
_HAN = re.compile("[\u3400-\u9fff]")
_SCRIPTS = (
    ("ja", _KANA, 0.1),  # kana decide, however many Han characters there are
    ("ko", _HANGUL, 0.2),
    ("zh", _HAN, 0.2),
    ("el", re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]"), 0.3),
    ("he", re.compile(r"[\u0590-\u05ff]"), 0.3),
    ("hy", re.compile(r"[\u0530-\u058f]"), 0.3),
    ("ka", re.compile(r"[\u10a0-\u10ff]"), 0.3),
    ("th", re.compile(r"[\u0e00-\u0e7f]"), 0.3),
    ("bn", re.compile(r"[\u0980-\u09ff]"), 0.3),
    ("ta", re.compile(r"[\u0b80-\u0bff]"), 0.3),
    ("te", re.compile(r"[\u0c00-\u0c7f]"), 0.3),
)
_FAMILIES = (
    ("Arabic", re.compile(r"[\u0600-\u06ff]")),
    ("Cyrillic", re.compile(r"[\u0400-\u04ff]")),
    ("Devanagari", re.compile(r"[\u0900-\u097f]")),
    ("Latin", re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")),
)
_NOT_ASCII = re.compile(r"[^\0-\x7f]+")
_CODES = {
    "nb": "no", "nn": "no", "nor": "no", "nld": "nl", "dut": "nl", "eng": "en", "deu": "de", "ger": "de", "fra": "fr",
    "fre": "fr", "spa": "es", "ita": "it", "por": "pt", "iw": "he", "in": "id", "cmn": "zh",
}  # fmt: skip
SAMPLE = 20_000
"""Characters that are looked at."""


@cache
def _words() -> Mapping[str, Mapping[str, Mapping[str, float]]]:
    """Script -> word -> {language: weight}; a word shared by k languages weighs 1/k in each."""
    written: dict[str, dict[str, str]] = {}  # script -> language -> words
    for language, table in subject("detect").items():
        for script in (name for name, _ in _FAMILIES if name in table):
            written.setdefault(script, {})[language] = table[script]
    made: dict[str, dict[str, dict[str, float]]] = {}
    for script, languages in written.items():
        counts = Counter(word for words in languages.values() for word in set(words.split()))
        table = made.setdefault(script, {})
        for language, words in languages.items():
            for word in set(words.split()):
                table.setdefault(word, {})[language] = 1 / counts[word]
    return made


def detect(text: str, declared: str = "") -> str:
    """The ISO 639-1 code of a text's language, "" when there is too little text to tell.

    declared: the language that the file declares; it wins unless the words clearly contradict it.
    """
    said = _code(declared)
    sample = text[:SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if letters < 20:
        return said
    signs = "".join(_NOT_ASCII.findall(sample))
    for language, pattern, share in _SCRIPTS:
        if len(signs) > share * letters and len(pattern.findall(signs)) > share * letters:
            return said if language == "zh" and said == "ja" else language
    script = max(_FAMILIES, key=lambda family: len(family[1].findall(sample)))[0] if signs else "Latin"
    table = _words()[script]
    scores: dict[str, float] = {}
    for word in _WORD.findall(sample.casefold()):
        for language, weight in table.get(word, {}).items():
            scores[language] = scores.get(language, 0.0) + weight
    best = max(scores, key=lambda language: scores[language], default="")
    points = scores.get(best, 0.0)
    if points < 2 or (said and (points < 12 or scores.get(said, 0.0) >= points * 0.6)):
        return said
    return best


def _code(declared: str) -> str:
    code = re.split(r"[-_]", declared.strip().lower(), maxsplit=1)[0]
    code = _CODES.get(code, code)
    return code if re.fullmatch(r"[a-z]{2}", code) else ""


_TITLE_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LATIN_END = "\u0370"
_OF_SCRIPT = (  # script, the share of a title that decides (of kana, however many Han characters there are), language
    (_HANGUL, 1 / 3, "ko"),
    (_KANA, 1 / 10, "ja"),
    (_HAN, 1 / 3, "zh"),
    (re.compile("[\u0400-\u04ff]"), 1 / 3, "ru"),
    (re.compile("[\u0370-\u03ff]"), 1 / 3, "el"),
    (re.compile("[\u0600-\u06ff]"), 1 / 3, "ar"),
    (re.compile("[\u0590-\u05ff]"), 1 / 3, "he"),
)


@cache
def _small_words() -> Mapping[str, tuple[tuple[str, ...], float]]:
    """Small word -> the languages that have it, and its vote for each."""
    found: dict[str, tuple[str, ...]] = {}
    for language, table in subject("detect").items():
        for word in table.get("small", "").split():
            found[word] = (*found.get(word, ()), language)
    return {word: (languages, 1 / len(languages)) for word, languages in found.items()}


@cache
def _letters() -> Mapping[str, str]:
    """A letter that few languages use -> its language."""
    return {letter: language for language, table in subject("detect").items() for letter in table.get("letters", "")}


def detect_title(title: str) -> str:
    """The ISO 639-1 code of a title's language, "" when unknown; titles are too short for ``detect``.

    In Latin script, small words and letters that few languages use count alike; otherwise the script decides.
    """
    for script, share, code in () if title.isascii() or max(title) < _LATIN_END else _OF_SCRIPT:
        if len(script.findall(title)) > share * len(title.replace(" ", "")):
            return "uk" if code == "ru" and re.search("[іїєґ]", title.lower()) else code
    low = title.lower()
    words = _TITLE_WORD.findall(low) if "'" in low or "’" in low else runs_of_letters(low)
    letters = () if low.isascii() else sorted(_letters().keys() & set(low))
    return _voted(tuple(filter(_small_words().__contains__, words)), "".join(letters))


@lru_cache(maxsize=2048)  # most titles have the same few small words
def _voted(words: tuple[str, ...], letters: str) -> str:
    """The language for which most of a title's small words and letters speak, "" where none leads."""
    votes: dict[str, float] = {}
    for codes, vote in map(_small_words().__getitem__, words):
        for code in codes:
            votes[code] = votes.get(code, 0) + vote
    for letter in letters:
        votes[_letters()[letter]] = votes.get(_letters()[letter], 0) + 0.6
    if not votes:
        return ""
    most, *others = sorted(votes.values(), reverse=True)
    return max(votes, key=votes.__getitem__) if most >= 0.5 and most not in others else ""


_TITLED = """af ar az be bg bn ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka kk ko lt lv
    mk mn ms nl no pl pt ro ru sk sl sq sr sv sw ta te th tr uk ur uz vi zh"""
"""Languages in which titles are distinguished: those that journals are written in."""


def in_one_language(one: str, other: str) -> float:
    """The probability, 0..1, that two titles are in the same language, by their letters (py3langid). The first call
    takes about a second to load the model."""
    mine, theirs = _languages(one), _languages(other)
    return sum(probability * theirs[code] for code, probability in mine.items())


def is_foreign(title: str) -> bool:
    """Whether a title is certainly not in English, by its letters."""
    return _languages(title).get("en", 0.0) < NOT_ENGLISH


NOT_ENGLISH = 0.02
"""Probability of English below which a title is in another language."""


@lru_cache(maxsize=4096)
def _languages(title: str) -> Mapping[str, float]:
    text = title.lower() if title.isupper() else title
    return {code: float(probability) for code, probability in _identifier().rank(text)}


@cache
def _identifier() -> LanguageIdentifier:
    import py3langid
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_modelpath(Path(py3langid.__file__).parent / MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in _TITLED.split() if code in identifier.labels])
    return identifier
