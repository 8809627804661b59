"""The sequence tagger: a linear-chain CRF over tokens (python-crfsuite), with the probability of each label."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from refcheck.parsing.features import featurize
from refcheck.parsing.tokens import Token

if TYPE_CHECKING:
    import pycrfsuite

MODEL = Path(__file__).parent.parent / "data" / "parsing.crfsuite"
_local = threading.local()


class Tagged(NamedTuple):
    """One label a token, and the probability of each."""

    labels: list[str]
    marginals: list[float]


def _tagger(model: Path) -> pycrfsuite.Tagger:
    """The model, loaded once a thread: a crfsuite tagger keeps the sequence it is working on."""
    taggers: dict[Path, pycrfsuite.Tagger] = _local.__dict__.setdefault("taggers", {})
    if model not in taggers:
        import pycrfsuite

        tagger = pycrfsuite.Tagger()
        tagger.open(str(model))
        taggers[model] = tagger
    return taggers[model]


def tag(tokens: Sequence[Token], tail: str = "", model: Path = MODEL) -> Tagged:
    """Labels of a tokenized reference (``training/PARSING.md`` lists them); ``tail`` stands behind the last token."""
    if not tokens:
        return Tagged([], [])
    tagger = _tagger(model)
    tagger.set(featurize(tokens, tail))
    labels = tagger.tag()
    return Tagged(labels, [tagger.marginal(label, i) for i, label in enumerate(labels)])
