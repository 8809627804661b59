"""What is cited together: vectors of titles and venues, learned from the words that share bibliographies.

A word's vector is its row in the table of words by bibliographies (positive pointwise mutual information, truncated
singular value decomposition: Levy and Goldberg 2014); a title or a venue is the weighted sum of its words. Words that
are rare in the bibliographies are placed by a multilingual sentence encoder, so that titles in two languages of one
list do not look unrelated. ``refcheck/data/topics.npz``, made by ``training/topics_train.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from refcheck.topics.model import content_words, hashes, rooted, summed, venue_words, weighed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

DATA = Path(__file__).parents[1] / "data" / "topics.npz"
_STEMS = (8, 6, 5)  # lengths of the stems that replace a word missing from the table, longest first
_TITLE_KEY = 90  # characters of a folded title that identify a work in the table of works


_REMEMBERED = 20_000  # words whose rows are remembered


class Rows(dict[int, int]):
    """32-bit hash of a token's name -> its row. Rows of words are remembered: articles share most of their words."""

    def __init__(self, row: Mapping[int, int] | Iterable[tuple[int, int]]) -> None:
        super().__init__(row)
        self._met: dict[str, int | None] = {}

    def of(self, word: str, mark: str) -> int | None:
        """The row of a word of a title (mark "w") or venue ("v"), else of a stem of it; None if there is none."""
        marked = mark + word
        if marked not in self._met:
            if len(self._met) > _REMEMBERED:
                self._met.clear()
            names = (marked, *_names(word, mark))
            self._met[marked] = next((self[k] for k in map(key, names) if k in self), None)
        return self._met[marked]


@dataclass(frozen=True)
class Vectors:
    """The learned table: a row per word, pair of words, venue and stem, and the works cited in many lists."""

    row: Rows
    vector: NDArray[Any]  # rows x dimensions: first what is cited together, then meaning by a sentence encoder
    scale: NDArray[np.float32]  # of each row of ``vector``, which holds 8 bits
    split: int  # number of dimensions of the first kind
    words: int  # number of rows, from the first, that are words
    weight: Floats  # how much a token says of a subject
    usual: Floats  # how near its list a reference with the token usually is, minus the overall mean
    works: Mapping[int, int]  # 32-bit hash of a folded title -> bibliographies that cite it (at least 3)
    affinity: NDArray[np.float32]  # what a reference is x what the others are: see ``strangeness.foreign``

    def weighted(self, rows: Sequence[int] | NDArray[np.int64]) -> NDArray[np.float32]:
        """The weighted vectors of some rows; the whole table would take 60 ms and 24 MB."""
        import numpy as np

        return np.asarray(self.vector[rows] * (self.scale[rows] * self.weight[rows]).astype(np.float32)[:, None])


@dataclass(frozen=True)
class Reading:
    """What the tables know about each reference on its own (n rows)."""

    title: NDArray[np.float32]  # n x dimensions: sum of the title's tokens
    venue: NDArray[np.float32]
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
    """The shipped table, read once (about 10 ms)."""
    import numpy as np

    with np.load(DATA, allow_pickle=False) as data:
        return Vectors(
            row=Rows(zip(data["hashes"].tolist(), range(len(data["hashes"])), strict=True)),
            vector=data["vectors"],
            scale=data["scale"].astype(np.float32),
            split=int(data["dimensions"]),
            words=int(data["words"]),
            weight=data["weight"].astype(np.float64),
            usual=data["usual"].astype(np.float64),
            works=dict(zip(data["works"].tolist(), data["lists"].tolist(), strict=True)),
            affinity=data["affinity"].astype(np.float32),
        )


def key(name: str) -> int:
    """The 32-bit hash of a token's or a work's name."""
    return crc32(name.encode())


def title_key(title: str) -> int:
    """The hash of a work by its folded title; 0 for titles of one word, which name many works."""
    return _work_key(content_words(title))


def _work_key(parts: Sequence[str]) -> int:
    return key(" ".join(parts)[:_TITLE_KEY]) if len(parts) > 1 else 0


def _names(word: str, mark: str) -> Iterator[str]:
    """The names under which to look up a word that is not in the table: that of titles, then its stems."""
    if mark != "w":
        yield "w" + word
    yield from ("p" + word[:size] for size in _STEMS if len(word) > size)


def tokens(words: Sequence[str], mark: str, row: Rows) -> list[int]:
    """The rows of a title (mark "w") or venue ("v"), each once: words or else stems, pairs, and the whole venue."""
    rows = {at: None for word in words if (at := row.of(word, mark)) is not None}
    more = [f"b{a} {b}" for a, b in pairwise(words)] if mark == "w" else ["j" + " ".join(words)]
    rows.update([(row[k], None) for k in [crc32(name.encode()) for name in more] if k in row])
    return list(rows)


def read(works: Sequence[tuple[str, str]], table: Vectors | None = None) -> Reading:
    """(title, venue) pairs -> what is known about each. table: None = the shipped one."""
    import numpy as np

    table = table or vectors()
    row = table.row
    titles, venues = [content_words(title) for title, _ in works], [venue_words(venue) for _, venue in works]
    n = len(works)
    parts = [tokens(own, "w", row) for own in titles] + [tokens(own, "v", row) for own in venues]
    known = np.array([len(rows) for rows in parts], dtype=np.int64)
    flat = np.fromiter(chain.from_iterable(parts), dtype=np.int64, count=known.sum())
    total = summed(table.weighted(flat), known)
    owner = np.repeat(np.arange(2 * n) % max(n, 1), known)
    weight = table.weight[flat] + 1e-3
    in_titles = known[:n].sum()
    known_words = np.bincount(owner[:in_titles], flat[:in_titles] < table.words, n)
    of_words = tuple(map(frozenset, titles))
    of_title, of_venue = [hashes(own, "") for own in titles], [hashes(own, "v") for own in venues]
    twice = [a & b for a, b in zip(of_title, of_venue, strict=True)]
    of_field, placed = weighed([*of_title, *of_venue, *twice])
    places = placed[:n] + placed[n : 2 * n] - placed[2 * n :]
    return Reading(
        title=total[:n],
        venue=total[n:],
        known=known.reshape(2, n).T,
        share=known_words / np.array([max(len(own), 1) for own in of_words]),
        usual=np.bincount(owner, weight * table.usual[flat], n) / np.maximum(np.bincount(owner, weight, n), 1e-9),
        cited=np.array([table.works.get(_work_key(own), 0) for own in titles], dtype=np.float64),
        odds=rooted(of_field[:n] + of_field[n : 2 * n] - of_field[2 * n :], places),
        placed=places,
        venue_odds=rooted(of_field[n : 2 * n], placed[n : 2 * n]),
        venue_placed=placed[n : 2 * n],
        words=of_words,
        split=table.split,
    )


def text_vector(pieces: Sequence[str], table: Vectors | None = None) -> Floats | None:
    """The sum of the vectors of an article's title and pieces of text; None if no word of them is known."""
    import numpy as np

    table = table or vectors()
    total: Any = np.zeros(table.vector.shape[1])
    for rank, piece in enumerate(pieces):
        rows = tokens(content_words(piece), "w", table.row)
        total = total + table.weighted(rows).sum(axis=0) * (2 if rank == 0 else 1)
    return total if total.any() else None
