"""What the tests here share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_main_job import ARTICLE


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in ("hyperonafhankelijkheid.md", "refcheck.lock"):
        (tmp_path / name).write_bytes((ARTICLE.parent / name).read_bytes())
    return tmp_path / "hyperonafhankelijkheid.md"
