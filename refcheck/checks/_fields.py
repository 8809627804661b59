"""Which fields of study a title and its venue belong to: 26 fields of the All Science Journal Classification.

A linear model over hashed words, word parts and word pairs (``refcheck/data/fields.npz``, made by ``training/fields_train.py``,
licences in ``refcheck/data/fields.md``). numpy is imported by the first call.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from refcheck.model import Reference, Work

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_DATA = Path(__file__).parents[1] / "data" / "fields.npz"
LEAST_KNOWN = 4  # features the model knows, below which a title says nothing
_LONGEST = 600  # characters of a title or venue that are read
_WORD = re.compile(r"[^\W\d_]{2,40}")


def words(text: str) -> list[str]:
    """Lower-case words of two letters or more, accents folded, "ß" as "ss", at most 80."""
    folded = unicodedata.normalize("NFKD", text[:_LONGEST].casefold())
    return _WORD.findall("".join(c for c in folded if not unicodedata.combining(c)))[:80]


def features(title: str, venue: str) -> list[int]:
    """32-bit hashes of what the model reads in a title and a venue, with repetitions."""
    names: list[str] = []
    for mark, text in (("", title), ("v", venue)):
        parts = words(text)
        for word in parts:
            names.append("w" + word)
            if len(word) > 5:
                names.append("p" + word[:5])
            if len(word) > 8:
                names += ["p" + word[:8], "s" + word[-6:]]
                names += ["g" + word[i : i + 6] for i in range(2, len(word) - 7, 2)]
            if mark:
                names += ["v" + word, "a" + word[:4]]
        names += [mark + "b" + a + " " + b for a, b in zip(parts, parts[1:], strict=False)]
        if mark and parts:
            names.append("j" + " ".join(parts))
    return [crc32(name.encode()) for name in names]


@dataclass(frozen=True)
class _Model:
    hashes: NDArray[np.uint32]  # sorted
    weights: NDArray[np.float32]  # len(hashes) x fields
    bias: NDArray[np.float32]
    relatedness: NDArray[np.float32]  # fields x fields, 1 on the diagonal
    fields: tuple[str, ...]


@cache
def model() -> _Model:
    """The shipped model, read once."""
    import numpy as np

    with np.load(_DATA, allow_pickle=False) as data:
        return _Model(
            hashes=data["hashes"],
            weights=data["weights"] * data["scale"],
            bias=data["bias"],
            relatedness=data["relatedness"],
            fields=tuple(str(name) for name in data["fields"]),
        )


def predict(works: Sequence[tuple[str, str]]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """(title, venue) pairs -> field shares (n x 26, rows sum to 1) and how many known features each rests on."""
    import numpy as np

    m = model()
    shares = np.zeros((len(works), len(m.fields)))
    known = np.zeros(len(works), dtype=np.int64)
    for i, (title, venue) in enumerate(works):
        hashed = np.unique(np.array(features(title, venue), dtype=np.uint32))
        at = np.minimum(np.searchsorted(m.hashes, hashed), len(m.hashes) - 1)
        rows = at[m.hashes[at] == hashed]
        known[i] = len(rows)
        z = m.bias + m.weights[rows].sum(axis=0) / np.sqrt(max(len(rows), 1))
        e = np.exp(z - z.max())
        shares[i] = e / e.sum()
    return shares, known


def strangeness(shares: NDArray[np.float64]) -> NDArray[Any]:
    """How little each row's fields agree with the mean of the other rows: -log of their expected relatedness."""
    import numpy as np

    n = len(shares)
    rest = (shares.sum(axis=0) - shares) / max(n - 1, 1)
    return -np.log(np.einsum("if,fg,ig->i", shares, model().relatedness, rest) + 1e-6)


@dataclass(frozen=True, slots=True)
class FieldMix:
    """The fields of a bibliography, for showing as bars.

    references: for each reference its fields with their shares (0..1), largest first, at most three; empty when its words
    say nothing. mix: the same for the list as a whole, every field with at least 2 %.
    """

    references: tuple[tuple[tuple[str, float], ...], ...]
    mix: tuple[tuple[str, float], ...]


def described(reference: Reference, work: Work | None) -> tuple[str, str]:
    """(title, venue) to judge a reference by: as registered where a record is at hand, else as printed."""
    title = " ".join((*work.titles[:1], *work.subtitles[:1])) if work else ""
    venue = " ".join((*work.containers[:1], *work.subjects[:6], *work.topics[:6])) if work else ""
    return title or reference.title, venue or reference.container or reference.series


def field_mix(references: Sequence[Reference], works: Sequence[Work | None]) -> FieldMix:
    """Field shares of every reference and of the whole list; ``works`` holds the matched record, or None, of each."""
    import numpy as np

    shares, known = predict([described(r, w) for r, w in zip(references, works, strict=True)])
    names = model().fields

    def largest(row: NDArray[np.float64], least: float, most: int) -> tuple[tuple[str, float], ...]:
        order = [int(k) for k in np.argsort(-row)[:most]]
        return tuple((names[k], round(float(row[k]), 3)) for k in order if row[k] >= least)

    sure = known >= LEAST_KNOWN
    mix = shares[sure].mean(axis=0) if sure.any() else np.zeros(len(names))
    return FieldMix(
        references=tuple(largest(row, 0.1, 3) if ok else () for row, ok in zip(shares, sure, strict=True)),
        mix=largest(mix, 0.02, len(names)),
    )
