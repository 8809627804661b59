"""Words that trained models read as features, so that a model may no longer fit if they change.

These are the tables ``roles`` and ``topics`` in the files of words, the months and the seasons. The models that read
them are named here, and ``refcheck/data/trained.toml`` has the fingerprint of the words each model was trained on.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping

from refcheck.language.lexicon import ROLES
from refcheck.language.words import FOLDER, every

KNOWN = FOLDER.parent / "trained.toml"


def features() -> Mapping[str, list[str]]:
    """Model in ``refcheck/data`` -> the words it reads, in alphabetical order."""
    roles = sorted(f"{word}\t{role}" for word, role in ROLES.items())
    small = sorted(every("topics", "small"))
    return {"parsing.npz": roles, "fields.npz": small, "topics.npz": small}


def fingerprints() -> Mapping[str, str]:
    """Model -> the SHA-256 of the words it reads now."""
    return {model: hashlib.sha256("\n".join(words).encode()).hexdigest() for model, words in features().items()}


def known_fingerprints() -> Mapping[str, str]:
    """Model -> the SHA-256 of the words it was trained on."""
    return tomllib.loads(KNOWN.read_text(encoding="utf-8"))


def remember(model: str) -> None:
    """Record the fingerprint of the present words for a model that was just trained on them."""
    kept = {**known_fingerprints(), model: fingerprints()[model]}
    rows = (f'"{name}" = "{value}"\n' for name, value in sorted(kept.items()))
    KNOWN.write_text("# SHA-256 of the words each model was trained on\n" + "".join(rows), encoding="utf-8")
