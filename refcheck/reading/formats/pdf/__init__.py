"""PDF. Needs the extra ``pdf`` (pypdfium2); what reads it is loaded for the first such file."""

from __future__ import annotations

from refcheck.reading.document import Document
from refcheck.reading.formats.base import Format


def read_pdf(data: bytes, path: str) -> Document:
    """A PDF -> Document. Raises UnreadableArticle."""
    from refcheck.reading.formats.pdf.document import read

    return read(data, path)


FORMAT = Format("pdf", (".pdf",), unpack=read_pdf)
