"""Manubot: manuscripts whose list is made from the identifiers in the text, https://manubot.org/docs/citekeys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from refcheck import patterns as re
from refcheck.errors import RefcheckError
from refcheck.files import read_regular
from refcheck.model import Entry
from refcheck.reading.citekeys import is_identifier
from refcheck.reading.document import Cited
from refcheck.reading.formats.managers import csl_entries

_PREFIXES = (("doi:", "https://doi.org/"), ("arxiv:", "arXiv:"), ("pubmed:", "PMID: "), ("pmid:", "PMID: "),
             ("pmc:", "PMCID: "), ("pmcid:", "PMCID: "), ("isbn:", "ISBN "), ("url:", ""),
             ("wikidata:", "https://www.wikidata.org/wiki/"))  # fmt: skip
_UNDEFINED = ("tag:", "raw:")  # of the manuscript's own
_ALIAS = re.compile(r"^ {0,3}\[@([^\]\s]{1,100})\]:\s+<?@?(\S{1,500}?)>?\s*$", re.M)
_LARGEST = 5_000_000  # bytes of a part of the manuscript
_PARTS = 200


@dataclass(frozen=True)
class Manuscript:
    """What a manuscript defines for its keys: the meaning of its tags, and references typed by hand."""

    aliases: Mapping[str, str] = field(default_factory=dict)  # key, "tag:" left out -> identifier
    manual: Mapping[str, Entry] = field(default_factory=dict)

    def has(self, key: str) -> bool:
        """Whether a key is an identifier, a tag or a name for one, or one of the references typed by hand."""
        return is_identifier(key) or _bare(key) in self.aliases or key in self.manual


def manuscript(path: Path) -> Manuscript | None:
    """The manuscript that a file is part of, or None. Tags may be defined in any of its parts."""
    folder = path.parent
    if folder.name != "content" or not (folder / "metadata.yaml").is_file():
        return None
    aliases: dict[str, str] = {}
    for part in sorted(folder.glob("*.md"))[:_PARTS]:
        aliases |= {_bare(key): to for key, to in _ALIAS.findall(_text(part))}
    rows = (row.split("\t") for row in _text(folder / "citation-tags.tsv").splitlines()[1:])
    aliases |= {_bare(row[0].strip()): row[1].strip() for row in rows if len(row) > 1}
    files = sorted(folder.glob("manual-references*.json"))
    manual = {entry.key: entry for file in files for entry in csl_entries(_text(file)) if entry.key}
    return Manuscript(aliases, manual)


def identified(keys: Iterable[Cited], of: Manuscript) -> Iterator[Entry]:
    """Entries for keys that are identifiers, in the form that a list would print, each work once; undefined tags give
    none."""
    seen: set[str] = set()
    for cited in keys:
        meant = of.aliases.get(_bare(cited.key), cited.key)
        manual = of.manual.get(meant) or of.manual.get(cited.key)
        raw = manual.raw if manual else _printed(meant)
        if raw and raw.casefold() not in seen:
            seen.add(raw.casefold())
            made = manual or Entry(raw, 0, 0)
            yield Entry(raw, cited.line, cited.line, markup=made.markup, data=made.data, key=cited.key)


def _bare(key: str) -> str:
    return key.removeprefix("@").removeprefix("tag:")


def _printed(key: str) -> str:
    """An identifier in the form that a list would print; "" for a tag."""
    for prefix, printed in _PREFIXES:
        if key.lower().startswith(prefix):
            return printed + key[len(prefix) :]
    if re.match(r"https?:", key):
        return key
    return "" if key.startswith(_UNDEFINED) or not is_identifier(key) else f"https://identifiers.org/{key}"


def _text(file: Path) -> str:
    try:
        return read_regular(file, _LARGEST).decode("utf-8", "replace")
    except (OSError, RefcheckError):
        return ""
