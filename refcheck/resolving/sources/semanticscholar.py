"""With a key, works on computing that Crossref lacks.

Papers of computer science and other fields, many without a DOI.

- Asked for: works on computing that Crossref does not know: the one paper that matches the title best.
- When: with a key (`REFCHECK_SEMANTICSCHOLAR_KEY`): without one, all users share a budget that is usually used up.
- Through: requests, `/graph/v1/paper/search/match`; the key stands in a header and is in no message, report, lock
  or cache.
- Pace: one a second; fifteen seconds of an article's time.
- Documentation: <https://api.semanticscholar.org/api-docs/graph>.

A miss is `{"error": "Title match not found"}` with 404. Any other error is a silence.

## An example

An answer to a question for the title alone:

```json
{"data": [{"paperId": "6fe8c5bf8dddaadf10c765133d38dfef5714347f",
  "title": "Mining association rules between sets of items in large databases", "matchScore": 109.55098}]}
```
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Self

from refcheck.config import Settings
from refcheck.identifiers.find import bare_doi
from refcheck.model import Reference, Work
from refcheck.resolving.network.reply import Reply
from refcheck.resolving.network.transport import Transport
from refcheck.resolving.sources.computing import ABOUT, KINDS
from refcheck.resolving.sources.fields import Fields, unique, whole_names
from refcheck.resolving.sources.searched import Searched, listed

FIELDS = "title,year,authors,venue,journal,externalIds,publicationTypes,url"
_TYPES = {"JournalArticle": "journal-article", "Conference": "proceedings-article", "Book": "book"}


class SemanticScholar(Searched):
    """The Source ``semanticscholar``. key: goes into a header and nowhere else."""

    name = "semanticscholar"
    title = "Semantic Scholar"
    public = "https://api.semanticscholar.org"
    path = "/graph/v1/paper/search/match"
    kinds = KINDS
    about = ABOUT

    def __init__(self, url: str, transport: Transport, key: str = "") -> None:
        super().__init__(url, transport)
        self._key = key

    @classmethod
    def opened(cls, url: str, transport: Transport, settings: Settings) -> Self | None:
        """With the key from the settings; None without one."""
        return cls(url, transport, settings.semanticscholar_key) if url and settings.semanticscholar_key else None

    def headers(self) -> Mapping[str, str]:
        """The key."""
        return {"x-api-key": self._key} if self._key else {}

    def asked(self, words: Sequence[str], who: str, reference: Reference) -> Iterable[Mapping[str, str]]:
        """The whole title."""
        return [{"query": reference.title[:300], "fields": FIELDS}]

    def read(self, reply: Reply) -> Sequence[Work]:
        """The ``data`` of the best match."""
        said = Fields(reply.data)
        if reply.status == 404 and said.text("error") == "Title match not found":
            return []
        rows = said.rows("data")
        return list(map(work_of, listed(reply, len(rows) or None, rows)))


def work_of(row: Fields) -> Work:
    """One paper as a Work."""
    ids, journal = row.at("externalIds"), row.at("journal")
    kinds = (kind for kind in row.texts("publicationTypes") if kind in _TYPES)
    return Work(
        source="semanticscholar",
        doi=bare_doi(ids.text("DOI")),
        type=_TYPES.get(next(kinds, ""), ""),
        titles=unique([row.text("title")]),
        authors=whole_names(author.text("name") for author in row.rows("authors")),
        years=row.years("year"),
        containers=unique([row.text("venue"), journal.text("name")]),
        volume=journal.text("volume"),
        pages=journal.text("pages"),
        pmid=ids.text("PubMed"),
        url=row.text("url"),
    )
