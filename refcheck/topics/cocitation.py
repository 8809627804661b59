"""What is cited together: vectors of titles and venues, learned from the words that share bibliographies.

A word's vector is its row in the table of words by bibliographies (positive pointwise mutual information, truncated
singular value decomposition: Levy and Goldberg 2014); a title or a venue is the weighted sum of its words. Words that
the bibliographies hardly have stand where sentence encoders of many languages place them, so that titles of one list in
two languages are no strangers. ``refcheck/data/topics.npz``, made by ``training/topics_train.py``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from refcheck.topics.model import content_words, hashes, summed, venue_words, weighed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

DATA = Path(__file__).parents[1] / "data" / "topics.npz"
_STEMS = (8, 6, 5)  # lengths of the beginnings that stand for a word the table lacks, the longest first
_TITLE_KEY = 90  # characters of a folded title that identify a work in the table of works


@dataclass(frozen=True)
class Vectors:
    """The learned table: a row for each word, pair of words, venue and stem, and the works cited in many lists."""

    row: Mapping[int, int]  # 32-bit hash of a token's name -> its row
    vector: NDArray[Any]  # rows x dimensions: what is cited together, then what sentence encoders say it means
    split: int  # how many of the dimensions are of the first kind
    weight: Floats  # how much a token says of a subject
    usual: Floats  # how near its list a reference with the token usually is, less the mean of all
    works: Mapping[int, int]  # 32-bit hash of a folded title -> bibliographies that cite it (at least 3)
    scale: NDArray[np.float32] | None = None  # of each row of ``vector``, where that holds 8 bits

    def of(self, rows: Sequence[int] | NDArray[np.int64]) -> NDArray[np.float32]:
        """The vectors of some rows, each as it is meant: the whole table would take 60 ms and 24 MB."""
        found = self.vector[rows]
        return found if self.scale is None else found * self.scale[rows][:, None]


@dataclass(frozen=True)
class Reading:
    """What the tables know of each reference by itself (n rows)."""

    title: Floats  # n x dimensions: sum of the title's tokens
    venue: Floats
    known: NDArray[np.int64]  # n x 2: tokens known of the title, of the venue
    share: Floats  # of the title's words that are known as such
    usual: Floats
    cited: Floats  # bibliographies of the training data that cite the work
    odds: Floats  # n x 26 fields of study, as of ``topics.model.evidence``
    placed: NDArray[np.int64]
    venue_odds: Floats
    venue_placed: NDArray[np.int64]
    words: tuple[frozenset[str], ...]
    split: int  # as of Vectors

    def __len__(self) -> int:
        return len(self.title)


@cache
def vectors() -> Vectors:
    """The shipped table, read once (about 40 ms)."""
    import numpy as np

    with np.load(DATA, allow_pickle=False) as data:
        return Vectors(
            row=dict(zip(data["hashes"].tolist(), range(len(data["hashes"])), strict=True)),
            vector=data["vectors"],
            split=int(data["dimensions"]),
            weight=data["weight"].astype(np.float64),
            usual=data["usual"].astype(np.float64),
            works=dict(zip(data["works"].tolist(), data["lists"].tolist(), strict=True)),
            scale=data["scale"].astype(np.float32),
        )


def key(name: str) -> int:
    """The 32-bit hash a token or a work is kept under."""
    return crc32(name.encode())


def title_key(title: str) -> int:
    """The hash of a work by its folded title; 0 for titles of one word, which name many works."""
    return _work_key(content_words(title))


def _work_key(parts: Sequence[str]) -> int:
    return key(" ".join(parts)[:_TITLE_KEY]) if len(parts) > 1 else 0


@lru_cache(maxsize=1 << 14)
def _keys(word: str, mark: str) -> tuple[int, ...]:
    """What a word is looked up under, the first that is found counts: itself (of venues: as such), its stems."""
    names = ("w" + word, *("p" + word[:size] for size in _STEMS if len(word) > size))
    return tuple(map(key, names if mark == "w" else (mark + word, *names)))


def tokens(words: Sequence[str], mark: str, row: Mapping[int, int]) -> list[int]:
    """Rows of a title's (mark "w") or a venue's ("v") words, each once: words, else stems, pairs, the whole venue."""
    rows: dict[int, None] = {}
    for word in words:
        for hashed in _keys(word, mark):
            if hashed in row:
                rows[row[hashed]] = None
                break
    more = [f"b{a} {b}" for a, b in pairwise(words)] if mark == "w" else ["j" + " ".join(words)]
    rows.update((row[k], None) for k in map(key, more) if k in row)
    return list(rows)


def read(works: Sequence[tuple[str, str]], table: Vectors | None = None) -> Reading:
    """(title, venue) pairs -> what is known of each; ``table`` is the shipped one where none is given."""
    import numpy as np

    table = table or vectors()
    row = table.row
    titles, venues = [content_words(title) for title, _ in works], [venue_words(venue) for _, venue in works]
    parts = [tokens(own, "w", row) for own in titles], [tokens(own, "v", row) for own in venues]
    sizes = np.array([[len(rows) for rows in part] for part in parts], dtype=np.int64).reshape(2, len(works))
    flat = [np.array([k for rows in part for k in rows], dtype=np.int64) for part in parts]
    title, venue = (summed(table.weight[at, None] * table.of(at), n) for at, n in zip(flat, sizes, strict=True))
    both, owner = np.concatenate(flat), np.concatenate([np.repeat(np.arange(len(works)), n) for n in sizes])
    weight = table.weight[both] + 1e-3
    total = np.bincount(owner, weight, len(works))
    of_title, of_venue = [{*hashes(own, "")} for own in titles], [{*hashes(own, "v")} for own in venues]
    odds, placed = weighed([a | b for a, b in zip(of_title, of_venue, strict=True)])
    venue_odds, venue_placed = weighed(of_venue)
    return Reading(
        title=title,
        venue=venue,
        known=sizes.T,
        share=np.array([sum(_keys(word, "w")[0] in row for word in own) / max(len(own), 1) for own in titles]),
        usual=np.bincount(owner, weight * table.usual[both], len(works)) / np.maximum(total, 1e-9),
        cited=np.array([table.works.get(_work_key(own), 0) for own in titles], dtype=np.float64),
        odds=odds,
        placed=placed,
        venue_odds=venue_odds,
        venue_placed=venue_placed,
        words=tuple(map(frozenset, titles)),
        split=table.split,
    )


def text_vector(pieces: Sequence[str], table: Vectors | None = None) -> Floats | None:
    """The sum of an article's title and pieces of its text; None where no word of it is known."""
    import numpy as np

    table = table or vectors()
    total: Any = np.zeros(table.vector.shape[1])
    for rank, piece in enumerate(pieces):
        rows = tokens(content_words(piece), "w", table.row)
        total = total + (table.weight[rows] @ table.of(rows)) * (2 if rank == 0 else 1)
    return total if total.any() else None
