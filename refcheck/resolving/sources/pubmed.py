"""PMIDs, and PMCIDs of entries without a DOI.

Articles in medicine and the life sciences, with their retractions.

- Asked for: PMIDs, or else PMCIDs, of entries without a DOI, a hundred in a request.
- Through: requests, `/entrez/eutils/esummary.fcgi` of the databases `pubmed` and `pmc`, with `tool` and, where
  `mailto` is set, `email`.
- Pace: three a second.
- A miss: counts for the number asked for.
- Documentation: <https://www.ncbi.nlm.nih.gov/books/NBK25499/#chapter4.ESummary>, and NBK25497 for the pace without
  a key.

Its publication type "Retracted Publication" is a retraction in refcheck.

## An example

`GET https://eutils.ncbi.nlm.nih.gov/entrez/eutils/esummary.fcgi?db=pubmed&id=27933103&retmode=json` is answered
with (cut short):

```json
{"result": {"uids": ["27933103"], "27933103": {"uid": "27933103", "pubdate": "2016", "source": "J Cheminform",
  "title": "Programmatic conversion of crystal structures into 3D printable files using Jmol.",
  "authors": [{"name": "Scalfani VF", "authtype": "Author"}, {"name": "Williams AJ", "authtype": "Author"}],
  "volume": "8", "issue": "", "pages": "66", "lang": ["eng"]}}}
```
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Self

from refcheck.config import Settings
from refcheck.identifiers.find import bare_doi
from refcheck.model import Reference, Update, Work
from refcheck.resolving.network.limiter import Rate
from refcheck.resolving.network.reply import Unavailable
from refcheck.resolving.network.transport import Transport
from refcheck.resolving.sources.base import Source, only, value_of
from refcheck.resolving.sources.fields import MARC_LANGUAGES, Fields, indexed_name, unique
from refcheck.sentences import say

RATE = Rate(3, 1.0, 3)
_RETRACTED = "retracted publication"


class PubMed(Source):
    """The Source ``pubmed``. mailto: NCBI asks who is calling."""

    name = "pubmed"
    title = "PubMed"
    rank = 3
    scholarly = True
    public = "https://eutils.ncbi.nlm.nih.gov"
    identifiers = frozenset({"pmid", "pmcid"})
    batch = 100
    noticed_by = ("crossref",)

    def __init__(self, url: str, transport: Transport, mailto: str = "") -> None:
        super().__init__(url, transport)
        self._mailto = mailto

    @classmethod
    def opened(cls, url: str, transport: Transport, settings: Settings) -> Self | None:
        """With the mail address from the settings."""
        return cls(url, transport, settings.mailto) if url else None

    def questions(self, reference: Reference) -> tuple[str, ...]:
        """By PMID, even beside a DOI, since it may be another work's; else by PMCID, if no DOI leads to the work."""
        pmcid = reference.pmcid.upper().removeprefix("PMC")
        if reference.pmid.isdecimal():
            return (f"pmid:{reference.pmid}",)
        return (f"pmcid:PMC{pmcid}",) if pmcid.isdecimal() and not reference.doi else ()

    def works(self, question: str, reference: Reference | None = None) -> Sequence[Work]:
        """A ``pmid:`` or ``pmcid:``."""
        return only(self.works_of([question]))

    def works_of(self, questions: Sequence[str]) -> Mapping[str, Sequence[Work] | Unavailable]:
        """PMIDs, or PMCIDs."""
        base = "pmc" if questions[0].startswith("pmcid:") else "pubmed"
        asked = {value_of(question).removeprefix("PMC"): question for question in questions}
        parameters = {"db": base, "id": ",".join(asked), "retmode": "json", "tool": "refcheck"}
        if self._mailto:
            parameters["email"] = self._mailto
        reply = self._transport.get(self.name, f"{self.url}/entrez/eutils/esummary.fcgi", RATE, params=parameters)
        result = Fields(reply.data).at("result")
        if reply.status != 200 or not result:
            raise Unavailable(say("answered with something that is not a list of articles"))
        return {question: self._article(question, result.at(uid)) for uid, question in asked.items()}

    def _article(self, question: str, row: Fields) -> Sequence[Work] | Unavailable:
        """The works of a row; PubMed sends an error or no row both for unknown numbers and while it is out of order."""
        if not row or row.text("error"):
            return Unavailable(say("has no record of that number, or cannot give it now"))
        work = work_of(row)
        if question.startswith("pmid:"):
            work = replace(work, pmid=value_of(question))
        if not work.titles:
            return Unavailable(say("answered with an empty record"))
        return [work]


def work_of(row: Fields) -> Work:
    """One article, book or chapter of an esummary reply, of either database, as a Work."""
    identifiers = {r.text("idtype"): r.text("value") for r in reversed(row.rows("articleids"))}
    kinds = {kind.lower() for kind in row.texts("pubtype")}
    book = row.text("booktitle")
    doctype = row.text("doctype").lower()
    pmid = identifiers.get("pmid", "")
    language = row.text("lang").lower()
    people = [(indexed_name(person.text("name")), person.text("authtype")) for person in row.rows("authors")]
    title = unique(title.rstrip(".") for title in row.texts("title")) or unique([book])
    return Work(
        source="pubmed",
        doi=bare_doi(identifiers.get("doi", "")),
        type="book" if doctype == "book" else "book-chapter" if book or doctype == "chapter" else "journal-article",
        titles=title,
        original_titles=row.texts("vernaculartitle"),
        authors=tuple(name for name, role in people if role != "Editor"),
        editors=tuple(name for name, role in people if role == "Editor"),
        years=row.years("pubdate", "printpubdate", "epubdate", "sortpubdate", "sortdate"),
        containers=unique([row.text("fulljournalname"), book if doctype != "book" else ""]),
        short_containers=unique([row.text("source")]),
        volume=row.text("volume"),
        issue=row.text("issue"),
        pages=row.text("pages"),
        publisher=row.text("publishername"),
        place=row.text("publisherlocation"),
        edition=row.text("edition"),
        issn=unique((row.text("issn"), row.text("essn"))),
        pmid=pmid if pmid.strip("0") else "",
        language=MARC_LANGUAGES.get(language, language if len(language) == 2 else ""),
        updates=(Update("retraction", source="pubmed"),) if _RETRACTED in kinds else (),
    )
