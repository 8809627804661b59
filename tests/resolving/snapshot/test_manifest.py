"""What the index says of itself is read, or refused in one clear line."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from refcheck.errors import BadFile
from refcheck.resolving.snapshot.manifest import NAME, Input, Manifest, Place, read_manifest


def test_no_index_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="no index here"):
        read_manifest(tmp_path)
    (tmp_path / NAME).write_text("{")
    with pytest.raises(BadFile, match="cannot be read"):
        read_manifest(tmp_path)
    (tmp_path / NAME).write_text(json.dumps({"version": 99}))
    with pytest.raises(BadFile, match="of version 99"):
        read_manifest(tmp_path)


def test_what_was_written_is_read(tmp_path: Path) -> None:
    half = Input("a.jsonl", 12, 34, Place(0, 5), trouble=("cut short",))
    manifest = Manifest(2, records=5, newest="2026-01-02", counts={"added": 5}, inputs=(half,))
    (tmp_path / NAME).write_text(json.dumps(asdict(manifest)))
    assert read_manifest(tmp_path) == manifest
