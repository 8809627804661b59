"""Markdown's links within a page."""

from __future__ import annotations

from pathlib import Path

from tests.reading.formats.checking import A, B, W, checked, tied


def test_links_of_markdown(tmp_path: Path) -> None:
    text = (
        f'{W} [1](#r1) and <a href="#r2">2</a>.\n\n## References\n\n- <a id="r1"></a>{A}\n- <span id="r2">{B}</span>\n'
    )
    assert tied(checked(tmp_path, "a.md", text)) == {0, 1}
