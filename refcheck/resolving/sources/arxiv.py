"""arXiv identifiers. Each work has a DOI, registered with DataCite, which is asked instead of arXiv.

https://info.arxiv.org/help/doi.html. arXiv's own API allows one request in three seconds and has no more to offer.
"""

from __future__ import annotations

from collections.abc import Sequence

from refcheck.identifiers.arxiv import arxiv_doi
from refcheck.model import Reference, Work
from refcheck.resolving.sources.base import Source, value_of
from refcheck.resolving.sources.datacite import DataCite, record


class Arxiv(Source):
    """The Source ``arxiv``. url: DataCite's address."""

    name = "arxiv"
    title = "arXiv"
    rank = 4
    public = DataCite.public
    setting = DataCite.setting
    identifiers = frozenset({"arxiv"})

    def questions(self, reference: Reference) -> tuple[str, ...]:
        """By arXiv identifier, where no DOI leads to the work."""
        return (f"arxiv:{reference.arxiv.lower()}",) if reference.arxiv and not reference.doi else ()

    def works(self, question: str, reference: Reference | None = None) -> Sequence[Work]:
        """An ``arxiv:``."""
        return record(self.name, arxiv_doi(value_of(question)), self.url, self._transport)
