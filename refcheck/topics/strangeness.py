"""How little a reference has to do with the rest of its list: a decision learned from real bibliographies.

Measures of each reference (its vector and its fields of study compared with the others', how near such a work usually
is to the lists that cite it) go through boosted trees, which were trained on bibliographies with one reference replaced
by a work on another subject. Made by ``training/topics_train.py``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from refcheck.products import rows_alone
from refcheck.topics.cocitation import DATA, Reading, read, text_vector, tokens, vectors
from refcheck.topics.model import LEAST_KNOWN, content_words, model, shares

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

CITED = 0  # the column of ``measures`` that counts the bibliographies citing the work
_SHARPNESS = 1.4  # of fields of study
_NOT_TAKEN = -9.0  # below every measure: no text, no venue
FEWEST = 4  # references about which something is known; with fewer there is nothing to compare with


@dataclass(frozen=True)
class Trees:
    """Boosted decision trees with their nodes in one array; a leaf is its own child."""

    roots: NDArray[np.int64]
    feature: NDArray[np.int64]
    bound: NDArray[np.float32]  # a value up to it goes to the first child
    children: NDArray[np.int64]  # nodes x 2, flat
    value: NDArray[np.float32]
    depth: int

    def __call__(self, rows: NDArray[np.float32]) -> Floats:
        """Rows of measures -> the sum of the leaves each falls into."""
        import numpy as np

        at = np.tile(self.roots, (len(rows), 1))
        line = np.arange(0, rows.size, rows.shape[1])[:, None]
        for _ in range(self.depth):
            above = rows.take(line + self.feature.take(at)) > self.bound.take(at)
            at = self.children.take(2 * at + above)
        return np.asarray(self.value[at].sum(axis=1, dtype=np.float64))


@cache
def trees() -> tuple[Trees, float]:
    """The shipped trees, and the sum above which a reference is off-topic."""
    import numpy as np

    with np.load(DATA, allow_pickle=False) as data:
        parts = {name.removeprefix("tree_"): data[name] for name in data.files if name.startswith("tree_")}
        threshold = float(data["threshold"])
    parts = {name: part.astype(np.int64) if part.dtype.kind == "i" else part for name, part in parts.items()}
    return Trees(**{**parts, "depth": int(parts["depth"]), "children": parts["children"].ravel()}), threshold


def strangeness(works: Sequence[tuple[str, str]], article: Sequence[str] = ()) -> Floats:
    """How strange each (title, venue) is among the others: above 0 is off-topic, -inf if nothing can be said.

    article: its title, then pieces of its text, of which at most 600 characters each are read. The unit is log odds: at
    1, a reference is e times as likely to be off-topic as at the threshold.
    """
    import numpy as np

    found = read(works)
    seen = found.known.sum(axis=1) > 0
    if (found.placed >= LEAST_KNOWN).sum() < FEWEST:
        return np.full(len(works), -np.inf)
    score, threshold = trees()
    rows = measures(found, text_vector(article), vectors().affinity)
    return np.asarray(np.where(seen, score(rows) - threshold, -np.inf))


def unit(rows: Any) -> Any:
    """Each row scaled to length 1; a row of zeros stays."""
    import numpy as np

    return rows / (np.sqrt((rows * rows).sum(axis=-1, keepdims=True)) + 1e-6)


def _others(values: Floats) -> Floats:
    """For each value, the mean of all the others."""
    import numpy as np

    return np.asarray((values.sum() - values) / (len(values) - 1))


def _to_rest(products: Floats) -> Floats:
    """Dot products of all pairs of rows -> those of each row with the sum of the others, scaled to length 1."""
    import numpy as np

    own, total = products.diagonal(), products.sum(axis=1)
    return np.asarray((total - own) / np.sqrt(np.maximum(total.sum() - 2 * total + own, 1e-9)))


def _beside_others(products: Floats) -> tuple[Floats, Floats]:
    """The same, and the products of each row with every other, largest first."""
    import numpy as np

    apart = products.copy()
    np.fill_diagonal(apart, -1)
    apart.sort(axis=1)
    return _to_rest(products), apart[:, ::-1]


def traits(found: Reading) -> tuple[Floats, Floats]:
    """What each reference is about (n x 146: what is cited with it, meaning, fields of study), and the same with what
    is known of it besides (n x 150: always 1, how much its words say, how many are known, how usual they are)."""
    import numpy as np

    both = found.title + found.venue
    about = blocks(np.concatenate([both, np.sqrt(shares(found.odds, sharpness=_SHARPNESS))], axis=1), found.split)
    length = np.sqrt((both[:, : found.split] ** 2).sum(axis=1)) / 2
    known = np.minimum(found.known.sum(axis=1), 15) / 15
    return about, np.column_stack([about, np.ones(len(found)), length, known, 3 * found.usual])


def blocks(rows: Floats, split: int) -> Floats:
    """Rows of traits, or sums of them, with each of the three kinds scaled to length 1."""
    import numpy as np

    fields = rows.shape[1] - len(model().fields)
    return np.concatenate([unit(part) for part in np.split(rows, [split, fields], axis=1)], axis=1)


def foreign(traits_: Floats, others: Floats, affinity: NDArray[np.float32]) -> Floats:
    """The log odds, by a bilinear logistic regression, that a reference was put in from a list of another subject.

    traits_: n x 150; others: n x 146, the blocks of the sum of the others' traits; affinity: 150 x 147.
    """
    import numpy as np

    rows = rows_alone(affinity.size)
    parts = np.split(traits_, range(rows, len(traits_), rows))
    product = np.concatenate([part @ affinity for part in parts])
    return np.asarray((product[:, :-1] * others).sum(axis=1) + product[:, -1])


def measures(found: Reading, article: Floats | None, affinity: NDArray[np.float32]) -> NDArray[np.float32]:
    """The measures of each reference, one per column (n x 33), -9 if missing. Needs at least two references."""
    import numpy as np

    n = len(found)
    both, split = found.title + found.venue, found.split
    whole, titles, venues = unit(both[:, :split]), unit(found.title[:, :split]), unit(found.venue[:, :split])
    length = np.sqrt((both[:, :split] ** 2).sum(axis=1))
    products = whole @ whole.T
    cosine, near = _beside_others(products)
    others = _others(cosine)
    spread = np.sqrt(np.maximum(_others(cosine**2) - others**2, 0))
    rest = unit(whole.sum(axis=0) - whole)
    middle = np.sort(length)[[(n - 1) // 2, n // 2]].mean()  # np.median would load numpy.ma
    said = np.minimum(length, 1.5 * middle)
    venue_to_rest = np.where(found.known[:, 1] > 0, (venues * rest).sum(axis=1), np.nan)
    unknown = np.full(n, np.nan)
    to_article = whole @ unit(article[:split]) if article is not None else unknown
    meant_to_article = unit(both[:, split:]) @ unit(article[split:]) if article is not None else unknown
    columns = [
        np.minimum(found.cited, 30), found.usual, cosine - others - found.usual,
        cosine, near[:, 0], near[:, : min(3, n - 1)].mean(axis=1), others, spread, np.argsort(np.argsort(cosine)),
        _to_rest(said[:, None] * said * products), (titles * rest).sum(axis=1), venue_to_rest,
        length, found.known[:, 0], found.known[:, 1], found.share, np.full(n, n), _shared(found.words),
        to_article, to_article - _others(to_article), meant_to_article, meant_to_article - _others(meant_to_article),
        *_fields(found), *_foreign(found, affinity),
    ]  # fmt: skip
    return np.nan_to_num(np.array(columns, dtype=np.float32).T.copy(), nan=_NOT_TAKEN)


def _foreign(found: Reading, affinity: NDArray[np.float32]) -> list[Floats]:
    """The measures that the affinity of subjects gives."""
    about, whole = traits(found)
    odds = foreign(whole, blocks(about.sum(axis=0) - about, found.split), affinity)
    return [odds, odds - _others(odds), _others(odds)]


def _shared(words: Sequence[frozenset[str]]) -> Floats:
    """How many of each reference's words occur in another."""
    import numpy as np

    seen: dict[str, int] = {}
    for own in words:
        for word in own:
            seen[word] = seen.get(word, 0) + 1
    return np.array([sum(seen[word] > 1 for word in own) for own in words], dtype=np.float64)


def _fields(found: Reading) -> list[Floats]:
    """The measures that fields of study give."""
    import numpy as np

    n = len(found)
    rows = shares(found.odds, sharpness=_SHARPNESS)
    rest = (rows.sum(axis=0) - rows) / (n - 1)
    near = rest @ model().relatedness ** 0.7
    related = (rows * near).sum(axis=1)
    by_venue = 0.7 * (shares(found.venue_odds, sharpness=_SHARPNESS) * near).sum(axis=1)
    venue_said = found.venue_placed > 1
    direction = unit(found.odds - found.odds.mean(axis=1, keepdims=True))
    cosine, near_each = _beside_others(direction @ direction.T)
    apart = -np.log(np.where(venue_said, np.maximum(related, by_venue), related) + 1e-3) - 0.8 * cosine
    entropy = -(rows * np.log(rows + 1e-9)).sum(axis=1)
    return [
        apart, -np.log(related + 1e-3), cosine, found.placed, entropy, rows.max(axis=1), near_each[:, 0],
        np.where(venue_said, by_venue, np.nan),
    ]  # fmt: skip


_SHARED = 5  # letters; shorter words do not count as shared
_EMPTY = 0.2  # weight; below it a word tells nothing about the subject


def nearest(works: Sequence[tuple[str, str]], index: int) -> int:
    """The index of the work nearest to this one. Needs at least two works."""
    import numpy as np

    found = read(works)
    whole = unit((found.title + found.venue)[:, : found.split])
    near = whole @ whole[index]
    near[index] = -np.inf
    return int(near.argmax())


def shared_words(works: Sequence[tuple[str, str]], index: int, article: str) -> list[str]:
    """At most three words of the title that also occur in other titles or the article's (by their first six
    letters)."""
    table = vectors()
    elsewhere = {
        word[:6]
        for text in (article, *(title for k, (title, _) in enumerate(works) if k != index))
        for word in content_words(text)
    }
    own = [word for word in dict.fromkeys(content_words(works[index][0])) if len(word) >= _SHARED]
    said = [word for word in own if table.weight[tokens([word], "w", table.row)].sum() > _EMPTY]
    return [word for word in said if word[:6] in elsewhere][:3]
