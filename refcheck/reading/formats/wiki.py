"""Pages of wikis: MediaWiki's and DokuWiki's markup, read as the Markdown that says the same."""

from __future__ import annotations

from dataclasses import replace

from refcheck.reading.document import Block, Document
from refcheck.reading.formats.base import Format
from refcheck.reading.formats.markdown import read_markdown
from refcheck.reading.formats.templates import SIGN
from refcheck.reading.formats.wikitext import to_markdown


def read_wiki(text: str) -> Document:
    """Wikitext -> Document; what a template for references prints is an item of the list."""
    document = read_markdown(to_markdown(text))
    return replace(document, format="wiki", blocks=tuple(map(_listed, document.blocks)))


def _listed(block: Block) -> Block:
    lines = tuple(replace(line, text=line.text.replace(SIGN, "")) for line in block.lines)
    return replace(block, lines=lines, listed=block.text.startswith(SIGN)) if SIGN in block.text else block


FORMAT = Format("wiki", (".wiki", ".mediawiki", ".wikitext", ".dokuwiki"), read=lambda text, _: read_wiki(text))
