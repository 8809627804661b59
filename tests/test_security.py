"""Each row of the threat model of docs/security.md names a test (``test_docs.py``: that is there), or says what is not
stopped."""

from __future__ import annotations

from pathlib import Path

import pytest

from refcheck.api import check
from refcheck.config import Settings
from refcheck.resolving.registers import addresses
from tests.crossref_server import CrossrefServer

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
ROWS = [line for line in TEXT.partition("## What leaves")[0].splitlines() if line.startswith("|")][2:]


def test_the_table_is_there() -> None:
    assert len(ROWS) >= 20
    assert {row.count("|") for row in ROWS} == {6}


@pytest.mark.parametrize("row", ROWS)
def test_each_threat_is_shown_by_a_test_or_said_not_to_be_stopped(row: str) -> None:
    assert "`tests/" in row or ("**not stopped**" in row and row.endswith("| – |"))


def test_the_text_the_title_and_the_path_of_an_article_stay_here(tmp_path: Path) -> None:
    """No register is sent anything but words and identifiers of references."""
    path = tmp_path / "secretpath.md"
    path.write_text(
        "---\ntitle: Secrettitle\nauthor: Secretauthor\n---\n\nSecrettext (Rowe, 2001).\n\n## References\n\n"
        "- Rowe, T. (2001). Neural rain on computers and teachers. In Proceedings of NeurIPS. Weather Press.\n"
        "- Rowe, T. (1998). Regen auf den Dächern der Stadt. Hamburg: Weather. ISBN 978-0-306-40615-7.\n"
        "- Rowe, T. (2003). Trials of rain in cancer. The Lancet, 1, 2-3. https://doi.org/10.5555/rain PMID: 12345\n",
        encoding="utf-8",
    )
    with CrossrefServer() as server:
        keys = {"openalex_key": "k", "semanticscholar_key": "k", "mailto": "editor@example.org"}
        check(path, settings=Settings(sources=dict.fromkeys(addresses(), server.url), budget=6.0, **keys))
        sent = [f"{request.path} {request.query} {request.agent}".lower() for request in server.log]
    assert len(sent) >= 5
    assert any("neural" in text for text in sent), "what a reference prints is what is searched for"
    for secret in ("secretpath", "secrettitle", "secretauthor", "secrettext", str(tmp_path).lower()):
        assert not any(secret in text for text in sent)
