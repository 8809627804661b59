"""Which fields of study a title and its venue belong to: the 26 of the All Science Journal Classification.

A linear model over hashed words, word parts and word pairs: ``refcheck/data/fields.npz``, made by
``training/fields_train.py``, licences in ``refcheck/data/fields.md``. numpy is imported by the first call.
Reports show ``field_mix(report.references, works)``.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from refcheck import patterns as re
from refcheck.language.fold import unaccented
from refcheck.language.lexicon import ARTICLES
from refcheck.language.words import alternatives, every
from refcheck.model import Reference, Work

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_DATA = Path(__file__).parents[1] / "data" / "fields.npz"
LONGEST = 600  # characters read from a title or a venue
_WORD = re.compile(r"[^\W\d_]{2,40}")
_BRITISH = re.compile(r"is(?<=[a-z]{3}is)(?=(?:ation|ations|ing|ed|ational)\b)")
_EVERY_FIELD = re.compile(  # journals of all fields, whose names tell nothing
    rf"(?:(?:{alternatives(ARTICLES)}) )?(?:{alternatives(every('kinds', 'all_fields'))})$"
    rf"|(?:{alternatives(every('kinds', 'proceedings'))})(?: [a-z]{{2}} [a-z]{{3}})? nat(?:l|ional)? acad"
)
LEAST_KNOWN = 4  # known features; a title with fewer tells nothing


def words(text: str) -> list[str]:
    """Lower-case words of two letters or more, accents folded, "-isation" as "-ization", at most 80."""
    return _WORD.findall(_BRITISH.sub("iz", unaccented(text[:LONGEST])))[:80]


@cache
def _small() -> frozenset[str]:
    """Small words of a dozen languages, which tell the language but not the field."""
    return frozenset(unaccented(word) for word in every("topics", "small"))


def content_words(text: str) -> list[str]:
    """The content words, without articles, prepositions and the like of a dozen languages."""
    small = _small()
    return [word for word in words(text) if word not in small]


def venue_words(venue: str) -> list[str]:
    """The content words of a venue; [] for a journal of all fields."""
    parts = words(venue)
    return [] if _EVERY_FIELD.match(" ".join(parts)) else [word for word in parts if word not in _small()]


def features(title: str, venue: str) -> set[int]:
    """The 32-bit hashes of the model's features of a title and a venue."""
    return hashes(content_words(title), "") | hashes(venue_words(venue), "v")


def hashes(parts: Sequence[str], mark: str) -> set[int]:
    """The features of the words of a title (mark "") or of a venue ("v")."""
    found = set(chain.from_iterable([_of_word(word, mark) for word in parts]))
    found.update([crc32(f"{mark}b{a} {b}".encode()) for a, b in pairwise(parts)])
    if mark and parts:
        found.add(crc32(("j" + " ".join(parts)).encode()))
    return found


@lru_cache(maxsize=1 << 13)
def _of_word(word: str, mark: str) -> tuple[int, ...]:
    names = ["w" + word, *("p" + word[:size] for size in (5, 8) if len(word) > size)]
    if len(word) > 8:  # German and Nordic compounds, and the stems that languages share
        names += ["s" + word[-6:], *("g" + word[i : i + 6] for i in range(1, len(word) - 6, 2))]
    if mark:  # abbreviations of venues
        names += ["v" + word, "a" + word[:4]]
    return tuple(crc32(name.encode()) for name in names)


@dataclass(frozen=True)
class Model:
    """The shipped weights, and how related (0..1) each pair of fields is."""

    hashes: NDArray[np.uint32]  # sorted
    weights: NDArray[np.int8]  # len(hashes) x len(fields), to be multiplied by ``scale``
    scale: np.float32
    bias: NDArray[np.float32]
    relatedness: NDArray[np.float32]
    fields: tuple[str, ...]


@cache
def model() -> Model:
    """The shipped model, read once (about 30 ms)."""
    import numpy as np

    with np.load(_DATA, allow_pickle=False) as data:
        return Model(
            hashes=data["hashes"],
            weights=data["weights"],
            scale=data["scale"][()],
            bias=data["bias"],
            relatedness=data["relatedness"],
            fields=tuple(str(name) for name in data["fields"]),
        )


def evidence(works: Sequence[tuple[str, str]]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """(title, venue) pairs -> log odds of each field (n x 26, no bias), and the number of known features (n)."""
    sums, known = weighed([features(title, venue) for title, venue in works])
    return rooted(sums, known), known


def weighed(hashed: Sequence[Set[int]]) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Sets of features -> the sums of the known features' weights (n x 26), and their number (n)."""
    import numpy as np

    m = model()
    owner = np.repeat(np.arange(len(hashed)), [len(one) for one in hashed])
    wanted = np.fromiter(chain.from_iterable(hashed), dtype=np.uint32, count=len(owner))
    at = np.minimum(np.searchsorted(m.hashes, wanted), len(m.hashes) - 1)
    hits = m.hashes[at] == wanted
    known = np.bincount(owner[hits], minlength=len(hashed))
    return summed(m.weights[at[hits]].astype(np.float32), known) * m.scale, known


def rooted(sums: NDArray[np.float32], known: NDArray[np.int64]) -> NDArray[np.float64]:
    """Sums of weights -> log odds: divided by the square root of the number of features."""
    import numpy as np

    return np.asarray(sums / np.sqrt(np.maximum(known, 1))[:, None])


def summed(rows: NDArray[np.float32], sizes: NDArray[np.int64]) -> NDArray[np.float32]:
    """The sum of each run of rows. sizes: the lengths of the runs, in order."""
    import numpy as np

    sums = np.zeros((len(sizes), rows.shape[1]), dtype=rows.dtype)
    some = sizes > 0
    if some.any():
        sums[some] = np.add.reduceat(rows, (np.cumsum(sizes) - sizes)[some], axis=0)
    return sums


def shares(odds: NDArray[np.float64], sharpness: float = 1.0) -> NDArray[np.float64]:
    """Log odds -> field shares, each row sums to 1; ``sharpness`` above 1 favours the likeliest."""
    import numpy as np

    z = sharpness * (odds + model().bias)
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return np.asarray(e / e.sum(axis=1, keepdims=True))


def described(reference: Reference, work: Work | None) -> tuple[str, str]:
    """The (title, venue) by which to judge a reference: as registered if there is a record, else as printed."""
    if work is None:
        return reference.title, f"{reference.container} {reference.series}".strip()
    title = " ".join((*work.titles[:1], *work.subtitles[:1]))
    venue = " ".join((*work.containers[:1], *work.subjects[:4], *work.topics[:4]))
    return title or reference.title, venue or reference.container


@dataclass(frozen=True, slots=True)
class FieldMix:
    """The fields of a bibliography, for showing as bars.

    references: for each reference, at most three fields of at least 10 % with their shares (0..1), largest first; empty
    if its words tell nothing. mix: the same for the whole list, with every field of at least 2 %.
    """

    references: tuple[tuple[tuple[str, float], ...], ...]
    mix: tuple[tuple[str, float], ...]


def field_mix(references: Sequence[Reference], works: Sequence[Work | None]) -> FieldMix:
    """Field shares of every reference and of the list. works: the record matched to each reference, or None."""
    if not references:
        return FieldMix((), ())
    odds, known = evidence([described(r, w) for r, w in zip(references, works, strict=True)])
    rows, sure = shares(odds), known >= LEAST_KNOWN
    return FieldMix(
        references=tuple(largest(row, 0.1)[:3] if ok else () for row, ok in zip(rows, sure, strict=True)),
        mix=largest(rows[sure].mean(axis=0), 0.02) if sure.any() else (),
    )


def largest(row: NDArray[np.float64], least: float) -> tuple[tuple[str, float], ...]:
    """The fields of one row of shares that reach ``least``, largest first."""
    named = sorted(zip(row.tolist(), model().fields, strict=True), reverse=True)
    return tuple((name, round(share, 3)) for share, name in named if share >= least)
