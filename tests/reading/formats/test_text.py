"""Files of plain text."""

from pathlib import Path

import pytest

from refcheck.reading import read
from refcheck.reading.formats.text import FORMAT


@pytest.mark.parametrize("suffix", FORMAT.suffixes)
def test_a_file_is_read_in_paragraphs(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_text("Words.\n\nReferences\n\nRowe, T. (2001). A history of rain. Journal of Fog, 12(3), 45-67.\n")
    article = read(path)
    assert article.format == "text"
    assert [(entry.line, entry.heading) for entry in article.entries] == [(5, "References")]
