"""The formats that are read: one file each, each ending of a file of one format."""

import dataclasses
import subprocess
import sys

import pytest

from refcheck.reading.document import Document
from refcheck.reading.formats.base import by_suffix, registry

TEXTS = [format for format in registry().values() if format.read is not None]


def test_every_ending_is_of_one_format() -> None:
    endings = [suffix for format in registry().values() for suffix in format.suffixes]
    assert len(endings) == len(set(endings)) == len(by_suffix())
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in endings)
    assert {by_suffix()[suffix].name for suffix in (".md", ".txt", ".tex")} == {"markdown", "text", "latex"}


def test_a_format_reads_text_or_unpacks_bytes() -> None:
    for name, format in registry().items():
        assert format.name == name
        assert (format.read is None) != (format.unpack is None)
        with pytest.raises(dataclasses.FrozenInstanceError):
            format.name = "x"  # type: ignore[misc]


@pytest.mark.parametrize("format", [f for f in TEXTS if f.name not in ("ipynb",)], ids=lambda f: f.name)
def test_an_empty_text_is_an_empty_document(format: object) -> None:
    made = format.read("", "empty")  # type: ignore[attr-defined]
    assert isinstance(made, Document)
    assert not [block for block in made.blocks if block.text] and not made.entries


def test_what_reads_pdf_is_loaded_for_the_first_such_file() -> None:
    code = "import sys; from refcheck.reading.formats.base import registry; registry(); print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = run.stdout.split()
    assert "refcheck.reading.formats.pdf" in loaded and "refcheck.reading.formats.markdown" in loaded
    assert not [name for name in loaded if name.startswith("refcheck.reading.formats.pdf.")]
