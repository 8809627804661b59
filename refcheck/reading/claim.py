"""The editorial claim: the sentence that says an article's sources were reviewed, in any of the languages of the data.

It is recognised by what it is made of, not by its wording: something is said to be reviewed, that something is the
sources, and the criteria are named. Who must review (readers), whose sources they are (a study's) and what else was
reviewed (the article) tell it from its near misses. The stems per language: ``refcheck/data/claim.toml``.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from refcheck.model import CRITERIA, ClaimSentence
from refcheck.reading.blocks import Block, blocks, sentences

_LONGEST = 1500  # characters: a longer sentence is no editorial claim
_ENOUGH = 2.0
_NEAR = 26  # characters: a verb and its object
_OWNER = re.compile(r"\w+(?:\s\w{1,5})?\s?$")  # "artikkelin " before "lähteet": whose sources they are
_ROLES = ("quality", "reliability", "currency", "validity", "accuracy")
_LARGE = ("source", "review", *_ROLES, "ours", "cited", "article", "outsider", "study")
_SMALL = ("duty", "not", "plain")  # short words: never the beginning of a longer one
_LETTERS = str.maketrans(
    {"ø": "o", "æ": "a", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "þ": "th", "ə": "e", "œ": "oe"}
)


def find_claim(lines: Sequence[tuple[int, str]]) -> ClaimSentence | None:
    """The claim among ``lines`` ((1-based line number, text), without the entries), or None.

    Its language is told from its own words, whatever the article's; ``criteria`` are those of CRITERIA that it names.
    """
    best: tuple[float, ClaimSentence] | None = None
    for block in blocks(lines):
        for score, claim in _claims(block):
            if best is None or score > best[0]:
                best = (score, claim)
    return best[1] if best else None


@dataclass(frozen=True, slots=True)
class _Sentence:
    """What one sentence says, in the language that fits it best."""

    language: str
    names: frozenset[str]  # roles of _ROLES found
    reviewed: bool  # it says that sources were reviewed
    sources: bool
    weight: float  # for and against, without the criteria
    about_article: bool


def _claims(block: Block) -> Iterator[tuple[float, ClaimSentence]]:
    spans = [(a, b) for a, b in sentences(block)]
    for k, (start, end) in enumerate(spans):
        text = block.text[start:end]
        if not 15 < len(text) <= _LONGEST:
            continue
        said = _read(text)
        if said is None or not said.reviewed:
            continue
        names, weight, last = said.names, said.weight, k
        following = _read(block.text[slice(*spans[k + 1])], said.language) if k + 1 < len(spans) else None
        score = len(names) + weight
        if following and not following.about_article and following.weight > -2:
            joined = names | following.names
            helps = len(following.names) >= (1 if following.sources else 2)
            if helps and (score >= _ENOUGH or len(joined) + weight >= _ENOUGH + 1):
                names, last = joined, k + 1
        first = k
        score = len(names) + weight
        if score < _ENOUGH:
            continue
        before = _read(block.text[slice(*spans[k - 1])], said.language) if k and last == k else None
        if before and before.reviewed and len(before.names) + before.weight >= 1:
            names, first = names | before.names, k - 1
        at, stop = spans[first][0], spans[last][1]
        quoted = block.text[at:stop].strip().strip("*_ ")
        yield (
            score,
            ClaimSentence(quoted, block.line(at), block.line(stop - 1), said.language, _criteria(names)),
        )


def _criteria(names: frozenset[str]) -> tuple[str, ...]:
    """The four criteria named; accuracy is a matter of reliability."""
    wide = names | ({"reliability"} if "accuracy" in names else set())
    return tuple(name for name in CRITERIA if name in wide)


@lru_cache(maxsize=256)
def _read(text: str, language: str = "") -> _Sentence | None:
    """The sentence as the best-fitting language reads it, or None where no language finds sources in it."""
    folded = _fold(text)
    words = re.findall(r"[^\W_]+", folded)
    tongues = {language} if language else _spoken(folded, words)
    best: tuple[float, _Sentence] | None = None
    for tongue in sorted(tongues):
        fit, said = _as(folded, text, tongue)
        if best is None or fit > best[0]:
            best = (fit, said)
    return best[1] if best else None


def _as(folded: str, text: str, language: str) -> tuple[float, _Sentence]:
    """(how well the language fits, what the sentence says in it)."""
    spots = {role: [m.start() for m in pattern.finditer(folded)] for role, pattern in _patterns(language).items()}
    hits = {role: len(where) for role, where in spots.items()}
    names = frozenset(role for role in _ROLES if hits[role])
    mine, theirs = bool(hits["ours"]), hits["outsider"] + bool(_elsewhere().search(folded))
    editorial = hits["article"] or _editorial(language).search(folded)
    theirs += hits["study"] if not editorial else 0
    subject = _article_is_reviewed(folded, spots)
    weight = float(mine) + bool(hits["cited"])
    weight -= 4 * bool(theirs) + (5 * bool(hits["not"]))
    weight -= min(7.5, (1.5 if mine else 2.5) * hits["duty"])
    weight -= 3 * text.rstrip(' *_"”’)').endswith(("?", "？", "؟"))
    weight -= 4 * subject
    plain = hits["plain"] / (1 + folded.count(" "))
    fit = len(names) + bool(hits["source"]) + bool(hits["review"]) + mine + bool(hits["cited"]) + 8 * min(1.0, plain)
    reviewed = bool(hits["source"] and hits["review"])
    return fit, _Sentence(language, names, reviewed, bool(hits["source"]), weight, subject)


def _article_is_reviewed(folded: str, spots: Mapping[str, Sequence[int]]) -> bool:
    """Whether it is the article, not its sources, that was reviewed: "this article was checked by ..."."""
    sources, reviews = spots["source"], spots["review"]
    bare = [
        at
        for at in spots["article"]
        if not _prepositions().search(folded[max(0, at - 14) : at])
        and not any(_OWNER.match(folded[at:source]) for source in sources if 0 < source - at < 40)
    ]
    if not bare or not reviews:
        return False
    if not sources:
        return True
    if 0 < min(sources) - min(reviews) < _NEAR and any(min(bare) < ours < min(reviews) for ours in spots["ours"]):
        return False  # "before this article went online, our editors checked every source"
    return min(bare) < min(sources) and min(reviews) < min(sources)


def _spoken(folded: str, words: Sequence[str]) -> set[str]:
    """Languages in which the sentence speaks of sources, and of something reviewed."""
    found = set().union(*(_of_word("source", word) for word in words))
    if found:
        found &= set().union(*(_of_word("review", word) for word in words))
    if not folded.isascii():
        found |= {
            language
            for language, source, review in _written_inside()
            if source.search(folded) and review.search(folded)
        }
    return found


# ----------------------------------------------------------------------------------------------------------------- data


@lru_cache(maxsize=4096)
def _fold(text: str) -> str:
    """Lower case, without the accents of the alphabets (other scripts keep their marks, which are letters)."""
    text = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    text = "".join(c for c in text if not (unicodedata.combining(c) and ord(c) < 0x0700) and c not in "\u00ad\u200b")
    return unicodedata.normalize("NFC", text.replace("’", "'"))


@cache
def _data() -> Mapping[str, Mapping[str, object]]:
    return tomllib.loads(files("refcheck").joinpath("data/claim.toml").read_text(encoding="utf-8"))


def _stems(language: str, role: str) -> list[str]:
    return [_fold(stem) for stem in str(_data()[language].get(role, "")).split()]


def _pattern(stems: Sequence[str], *, inside: bool = False) -> re.Pattern[str]:
    """One pattern for all stems: words beginning with them, (inside) the stems anywhere."""
    made = []
    for stem in sorted(stems, key=len, reverse=True):
        body = r"[\s\u200c]+".join(re.escape(part) for part in stem.strip("_").split("_"))
        if inside:
            made.append(body.replace("]+", "]?"))
        else:
            made.append(rf"(?<!\w)[وו]?{body}" + (r"(?!\w)" if stem.endswith("_") else ""))
    return re.compile("|".join(made) or r"(?!)")


@cache
def _patterns(language: str) -> Mapping[str, re.Pattern[str]]:
    inside, blanks = (bool(_data()[language].get(flag)) for flag in ("inside", "blanks"))
    made = {}
    for role in (*_LARGE, *_SMALL):
        stems = _stems(language, role)
        if inside and (role in _LARGE or not blanks):
            made[role] = _pattern(stems, inside=True)
        else:
            shortest = 6 if role in _SMALL else 4 if role in ("ours", "cited") else 0
            made[role] = _pattern([s if len(s) >= shortest else s.rstrip("_") + "_" for s in stems])
    return made


@cache
def _editorial(language: str) -> re.Pattern[str]:
    """Words of ``ours`` that only the article's editors say: "our team", where "team" alone may be a study's."""
    anybody = set(_stems("any", "team"))
    stems = [stem for stem in _stems(language, "ours") if stem.rstrip("_") not in anybody and stem not in anybody]
    if _data()[language].get("inside"):
        return _pattern(stems, inside=True)
    return _pattern([stem if len(stem) >= 4 else stem.rstrip("_") + "_" for stem in stems])


@cache
def _elsewhere() -> re.Pattern[str]:
    return _pattern(_stems("any", "elsewhere"))


@cache
def _prepositions() -> re.Pattern[str]:
    words = "|".join(re.escape(stem.strip("_").replace("_", " ")) for stem in _stems("any", "before"))
    return re.compile(rf"(?<!\w)(?:{words})(?:\s+[^\s\W]{{1,7}})?[\s']+$")


@cache
def _openings(role: str) -> Mapping[str, frozenset[str]]:
    """First words of a role's stems in all languages whose stems begin a word, with the languages they belong to."""
    table: dict[str, set[str]] = {}
    for language in _data():
        if language != "any" and not _data()[language].get("inside"):
            for stem in _stems(language, role):
                table.setdefault(stem.strip("_").split("_")[0], set()).add(language)
    return {stem: frozenset(languages) for stem, languages in table.items()}


@cache
def _written_inside() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """(language, sources, reviewed) of the languages whose stems may stand inside a word."""
    chosen = [language for language in _data() if _data()[language].get("inside")]
    sources, reviews = ([_pattern(_stems(one, role), inside=True) for one in chosen] for role in ("source", "review"))
    return tuple(zip(chosen, sources, reviews, strict=True))


@lru_cache(maxsize=50_000)
def _of_word(role: str, word: str) -> frozenset[str]:
    table = _openings(role)
    found: set[str] = set()
    for size in range(2, min(len(word), 24) + 1):
        found |= table.get(word[:size], frozenset())
    return frozenset(found)
