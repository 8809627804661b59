"""BibTeX with the findings as comments."""

from __future__ import annotations

from dataclasses import replace

import bibtexparser

from refcheck.reports import render
from tests.reports import example


def test_bibtex_reads_back_with_its_notes_as_comments() -> None:
    text = render([example.seed()], "bibtex")
    library = bibtexparser.parse_string(text)
    assert [entry.key for entry in library.entries] == [reference.key for reference in example.seed().references]
    assert not library.failed_blocks
    assert "% verified (Crossref, by its DOI)\n@article{berenz2018" in text
    assert "% warning[off-topic] This is a work of computer science" in text
    assert "% unchecked\n" in text


def test_bibtex_comments_start_no_entry() -> None:
    report = example.seed()
    bad = replace(report.findings[0], message="@book{evil, title={x}}\n@book{two}")
    library = bibtexparser.parse_string(render([replace(report, findings=(bad,))], "bibtex"))
    assert len(library.entries) == 5
