"""refcheck bib: write an article's bibliography in a format that reference managers read."""

from __future__ import annotations

import argparse
from pathlib import Path

from refcheck.cli.outputs import file_name, guard
from refcheck.cli.screen import OK, complain, deliver, standard_input
from refcheck.errors import UnreadableArticle

EXPORTS = ("bibtex", "csl", "ris")


def fill(bib: argparse.ArgumentParser) -> None:
    """Give the command its options."""
    bib.add_argument("path", metavar="PATH", help="an article, or - for standard input")
    bib.add_argument("--format", choices=EXPORTS, default="bibtex", help="what to write (default: bibtex)")
    bib.add_argument("--output", type=file_name, metavar="FILE", help="write to this file instead of the screen")


def run(options: argparse.Namespace) -> int:
    """Write the bibliography and return the exit code. Raises UnreadableArticle where there is none, and BadArgument
    where it would replace the article or a library that the article cites from."""
    from refcheck.exchange import unplaced, writer
    from refcheck.exchange.references import parse_entries
    from refcheck.reading import MAX_BYTES, read
    from refcheck.reading.bibtex.entries import asides
    from refcheck.reading.encoding import decode

    source = standard_input(MAX_BYTES + 1) if options.path == "-" else Path(options.path)
    article = read(source, path=options.path)
    if not article.entries:
        raise UnreadableArticle(f"{options.path}: no bibliography found")
    guard([options.output] if options.output else [], map(Path, (options.path, *article.libraries)))
    references = parse_entries(article.entries)
    deliver(writer(options.format)(references), options.output)
    for reference, entry in zip(references, article.entries, strict=True):
        if reference.problems:
            complain(f"{options.path}:{entry.line}: {reference.key}: {'; '.join(reference.problems)}")
        if entry.key not in ("", reference.key):
            complain(f"{options.path}:{entry.line}: the key {entry.key} is written as {reference.key}")
    for item in article.unread:
        complain(f"{options.path}:{item.line}: not written: {item.text[:80] or item.reason}")
    if left_out := unplaced(references, options.format):
        names = ", ".join(f"{name} ({count})" for name, count in left_out.items())
        complain(f"{options.path}: not written, {options.format.upper()} has no place for: {names}")
    if article.format == "bibtex":
        text = decode(source if isinstance(source, bytes) else source.read_bytes(), options.path)
        if blocks := ", ".join(f"@{kind} ({count})" for kind, count in asides(text).items()):
            complain(f"{options.path}: not written, no references: {blocks}")
    return OK
