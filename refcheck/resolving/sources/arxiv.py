"""arXiv identifiers of entries without a DOI.

Papers that an entry cites by their arXiv identifier. Each has a DOI, `10.48550/arXiv.<identifier>`, and DataCite is
asked for that: arXiv's own API allows one request every three seconds and knows no more.

- Asked for: `arXiv:1706.03762`, `hep-th/9901001` of entries without a DOI; the version is left out.
- Documentation: <https://info.arxiv.org/help/doi.html>.

## An example

`GET https://api.datacite.org/dois/10.48550/arxiv.1902.02534` is answered with (cut short):

```json
{"data": {"id": "10.48550/arxiv.1902.02534", "type": "dois", "attributes": {
  "titles": [{"title": "Crowdsourcing open citations with CROCI -- An analysis of the current status of open ..."}],
  "creators": [{"name": "Heibi, Ivan", "nameType": "Personal"}, {"name": "Peroni, Silvio", "nameType": "Personal"},
    {"name": "Shotton, David", "nameType": "Personal"}],
  "publisher": "arXiv", "publicationYear": 2019, "types": {"resourceTypeGeneral": "Preprint"}}}}
```
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
