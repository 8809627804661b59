"""BibTeX files."""

from __future__ import annotations

from refcheck.reading.bibtex.entries import bib_entries
from refcheck.reading.document import Document
from refcheck.reading.formats.base import Format


def read_bib(text: str) -> Document:
    """A .bib file -> Document whose entries are its blocks, each preceded by the @string definitions it uses."""
    return Document("bibtex", entries=tuple(bib_entries(text)))


FORMAT = Format("bibtex", (".bib", ".bibtex"), read=lambda text, _: read_bib(text))
