"""Every entry, first, in an index on this machine.

A register's published dump in an index on this machine: thousands of references a second, without a network.

Made with

```text
pip install 'refcheck-editorial[index]'
refcheck index crossref-2026.tar --to /data/crossref-index
```

and named in the configuration:

```toml
[tool.refcheck]
snapshot = "/data/crossref-index"
```

- Asked about: every entry, before any other register: by DOI, arXiv identifier, ISBN or PMID, then by search.
- Dumps: Crossref's public data file, DataCite's, OpenAlex's works; CSL-JSON and records as `refcheck.lock` holds
  them.
- Shapes: JSON Lines, a JSON array, an object with `items`; gzipped or not, in a folder or a tar.

A reference that it verifies is asked about nowhere else; what it misses goes to the other registers that are turned
on. With all of them turned off, a clean miss means *not found*, so turn them off only when the dump is complete.
Its answers are dated by the day on which the register last changed any record of the dump.

A second `refcheck index` with newer files puts them into the same index: of two records of one DOI the later one
counts. A run that was killed resumes where it was. `refcheck index --to DIR --verify` compares every file with the
hash in `manifest.json` and looks records up. See [scale](../scale.md) for sizes and speeds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from refcheck.config import Settings
from refcheck.errors import BadFile
from refcheck.identifiers.arxiv import arxiv_doi
from refcheck.identifiers.check_digits import isbn13
from refcheck.matching.coverage import may_be_listed
from refcheck.matching.identify import identify
from refcheck.matching.words import words_parsed, words_printed
from refcheck.model import Answer, Identity, Outcome, Reference, Work, WorkType
from refcheck.resolving.network.reply import Unavailable
from refcheck.resolving.network.transport import Transport
from refcheck.resolving.sources.base import NotEligible, Role, Source, now
from refcheck.sentences import say

if TYPE_CHECKING:
    from refcheck.resolving.snapshot.store import Store  # which loads the index's library: only where there is one

T = TypeVar("T")

_NO_ANSWER = (Unavailable, NotEligible)
ROWS = 5
"""Candidates of a search with the rarest words: where these find the right work at all, it is among the first five."""


class Snapshot(Source):
    """The Source ``snapshot``. root: the folder of the index. Raises BadFile when there is none."""

    name = "snapshot"
    title = "Snapshot"
    setting = ""  # it has no address
    identifiers = frozenset({"doi", "isbn", "pmid"})
    batch = 1000
    turn = -1
    first = True

    def __init__(self, root: Path, transport: Transport) -> None:
        from refcheck.resolving.snapshot.manifest import NAME

        super().__init__("", transport)
        changed = (root / NAME).stat().st_mtime_ns if (root / NAME).is_file() else 0
        self._store, self._day = opened(root, changed)

    @classmethod
    def opened(cls, url: str, transport: Transport, settings: Settings) -> Self | None:
        """With the folder from the settings."""
        return cls(settings.snapshot, transport) if settings.snapshot else None

    def questions(self, reference: Reference) -> tuple[str, ...]:
        """By DOI, or the DOI of an arXiv number; else by ISBN, for books; else by PMID."""
        if reference.doi or reference.arxiv:
            return (f"doi:{reference.doi.lower() or arxiv_doi(reference.arxiv)}",)
        if reference.isbn and reference.kind in (WorkType.BOOK, WorkType.PROCEEDINGS):
            return (f"isbn:{isbn13(reference.isbn)}",)
        return (f"pmid:{reference.pmid}",) if reference.pmid else ()

    @classmethod
    def covers(cls, reference: Reference) -> Role | None:
        """Works that a register of articles and books would have."""
        return Role.AUTHORITY if may_be_listed(reference) else None

    def works(self, question: str, reference: Reference | None = None) -> Sequence[Work]:
        """Works by DOI, ISBN or PMID; or those that share the reference's rarest words, plus, if none of these is the
        one meant, those that share more of its words."""
        if reference is None:
            return _intact(lambda: self._store.get(question))
        return _intact(lambda: self._search(question, reference))

    def works_of(self, questions: Sequence[str]) -> Mapping[str, Sequence[Work] | Unavailable]:
        """DOIs, ISBNs, PMIDs."""
        return _intact(lambda: self._store.get_all(questions))

    def _search(self, question: str, reference: Reference) -> Sequence[Work]:
        from refcheck.resolving.snapshot.store import RARE, WIDE

        words = words_printed(reference)
        works = self._store.search(words, ROWS, RARE)
        found = identify(reference, [self._answer(question, works)]).identity
        if found in (Identity.VERIFIED, Identity.AMBIGUOUS):
            return works
        seen = {id_of(work): work for work in works}
        for work in self._store.search(words_parsed(reference) or words, ROWS, WIDE):
            seen.setdefault(id_of(work), work)
        return list(seen.values())

    def _answer(self, question: str, works: Sequence[Work] | Unavailable | NotEligible) -> Answer:
        if isinstance(works, _NO_ANSWER):
            return super()._answer(question, works)
        outcome = Outcome.FOUND if works else Outcome.ABSENT
        return Answer(self.name, question, outcome, date=self._day or now(), obtained="snapshot", works=tuple(works))


def _intact(asked: Callable[[], T]) -> T:
    """The result from the index. Raises Unavailable when it is damaged."""
    import msgspec

    try:
        return asked()
    except (ValueError, OSError, msgspec.MsgspecError) as error:  # tantivy raises ValueError, whatever it is
        raise Unavailable(say("is damaged: {why}", why=str(error)[:200])) from None


@lru_cache(maxsize=2)
def opened(root: Path, changed: int) -> tuple[Store, str]:
    """The index and the day it is current to, opened once per process. changed: its time, so that a newer one is
    opened again. Raises BadFile when there is none, or it is damaged."""
    from refcheck.resolving.snapshot.manifest import read_manifest
    from refcheck.resolving.snapshot.store import Store

    manifest = read_manifest(root)
    try:
        return Store(root, manifest.shards), manifest.newest
    except (ValueError, OSError) as error:  # tantivy raises ValueError, whatever it is
        raise BadFile(f"{root}: the index is damaged, build it again: {str(error)[:200]}") from error


def id_of(work: Work) -> str:
    """The key by which the index distinguishes records."""
    return work.doi or f"{work.titles} {work.authors} {work.years}"
