"""A trained model as the file that ``refcheck.parsing.tagging.tagger`` reads.

Few of an attribute's weights are not 0: of each row their number, then the labels they are for and the weights, one
behind the other. Only what shrinks to half is compressed: reading the rest back would take longer than all else does.
"""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

BEGUN = (
    *("author", "editor", "title", "container", "series", "volume", "issue", "pages", "date", "publisher", "place"),
    "genre",
)
"""Labels whose first token has a label of its own, "+title": where a field may begin is learned apart from how it goes
on."""
_SQUEEZED = ("texts", "keys", "counts", "columns")
FORBIDDEN = -20.0  # the weight of a transition that cannot be


def begun(labels: Sequence[str]) -> list[str]:
    """The labels of a reference's tokens with those of first tokens told apart where ``BEGUN`` says so."""
    return [
        f"+{label}" if label in BEGUN and label != before else label
        for before, label in zip(["", *labels], labels, strict=False)
    ]


def forbid(transitions: np.ndarray[Any, Any], labels: Sequence[str]) -> None:
    """What begins does not go on without its beginning, and does not begin again."""
    for begin, label in enumerate(labels):
        if label[0] == "+":
            goes_on = labels.index(label[1:])
            rest = [i for i in range(len(labels)) if i not in (begin, goes_on)]
            transitions[rest, goes_on] = FORBIDDEN
            transitions[[begin, goes_on], begin] = FORBIDDEN


def save(
    path: Path,
    labels: Sequence[str],
    lines: Sequence[Sequence[str]],
    keys: Sequence[Sequence[int]],
    states: np.ndarray[Any, Any],
    transitions: np.ndarray[Any, Any],
) -> None:
    """Writes labels; texts in lines, of the alphabet and of each attribute made of words; keys of the other attributes,
    of each template; states [attribute, label]; transitions [from, to]."""
    states = states.astype(np.float16)
    rows, columns = states.nonzero()
    arrays = {
        "labels": np.array(labels),
        "texts": np.frombuffer("\n".join(map("\t".join, lines)).encode(), np.uint8),
        "keys": np.array([key for line in keys for key in line]),
        "sizes": np.array([len(line) for line in keys]),
        "counts": np.bincount(rows, minlength=len(states)).astype(np.uint8),
        "columns": columns.astype(np.uint8),
        "weights": states[rows, columns],
        "transitions": transitions.astype(np.float32),
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, array in arrays.items():
            info = zipfile.ZipInfo(f"{name}.npy")
            info.compress_type = zipfile.ZIP_DEFLATED if name in _SQUEEZED else zipfile.ZIP_STORED
            with archive.open(info, "w") as stream:
                np.lib.format.write_array(stream, array)
