"""The entries of BibTeX: each block that is a reference becomes one, with its original text and its separate fields."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from refcheck import patterns as re
from refcheck.collector import held
from refcheck.model import Entry, Markup
from refcheck.reading.encoding import undoubled

if TYPE_CHECKING:
    from bibtexparser.model import Entry as Block

_INLINE = re.compile(
    r"<(?:script[^<>]{0,200}\btype\s*=\s*[\"']?text/(?:bibtex|bibliography)\b|d-bibliography|dt-bibliography)[^<>]{0,200}>"
    r"(.{1,1000000}?)</(?:script|d-bibliography|dt-bibliography)>",
    re.S | re.I,
)
_SOURCE = re.compile(r"<d-bibliography[^<>]{0,100}?\ssrc\s*=\s*[\"']?([^\"'<>\s]{1,300}\.bib)", re.I)
# Blocks that are not references: data for other entries, and settings of BibTeX styles (REVTeX, achemso, IEEEtran).
NO_REFERENCE = frozenset({"xdata", "set", "control", "ieeetranbstctl"})

_ASIDES = NO_REFERENCE - {"xdata"} | {"comment", "preamble"}  # the content of xdata and string blocks is in the entries


def bib_entries(*texts: str) -> list[Entry]:
    """The references of a BibTeX text as Entries with markup "bibtex", in order; never raises on bad input.

    Several texts are the files of one bibliography, which share macros and parents; lines are those of each file.
    ``data`` holds ``type`` (lower case), ``fields`` (lower-case name -> LaTeX without delimiters, macros expanded and
    those of the entries it refers to by ``crossref`` and ``xdata`` added) and ``problems`` (what was wrong with the
    block, as sentences).
    """
    if not any("@" in text for text in texts):  # most articles hold none: nothing is loaded for them
        return []
    from refcheck.reading.bibtex.blocks import blocks_of

    with held():
        return [_entry(block) for block in blocks_of(*texts) if block.entry_type not in NO_REFERENCE]


def asides(text: str) -> dict[str, int]:
    """Kind -> number of the blocks whose content is in no reference ("comment", "preamble", "control")."""
    from refcheck.reading.bibtex.blocks import kinds_of

    return dict(Counter(kind for kind in kinds_of(text) if kind in _ASIDES))


def inline_bibtex(text: str) -> str:
    """The BibTeX that a page contains for its list: in Distill's ``<d-bibliography>`` or a script of that type."""
    return "\n".join(match[1] for match in _INLINE.finditer(text) if "@" in match[1])


def bibtex_sources(text: str) -> tuple[str, ...]:
    """The files that Distill's ``<d-bibliography src="refs.bib">`` names."""
    return tuple(match[1] for match in _SOURCE.finditer(text))


def _entry(block: Block) -> Entry:
    about = block.parser_metadata
    data = {
        "type": block.entry_type,
        "fields": {field.key: undoubled(field.value) for field in block.fields},
        "problems": tuple(about["problems"]),
    }
    raw, line = about["raw"], about["line"] + 1
    printed = "\n".join([*about["macros"], raw]) if about["macros"] else raw
    return Entry(printed, line, line + raw.count("\n"), markup=Markup.BIBTEX, data=data, key=block.key)
