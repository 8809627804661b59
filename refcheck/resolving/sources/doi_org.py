"""DOIs Crossref lacks.

Knows which DOIs exist, who registered them, and, by content negotiation, the record of every agency that offers
one.

- Asked for: DOIs that Crossref lacks: the agencies of all of them in one request (`/ra/`); where that is not
  answered, each handle (`/api/handles/`); the record (`Accept: application/vnd.citationstyles.csl+json`) of
  agencies other than Crossref and DataCite.
- Through: requests.
- Pace: ten a second, four at once (none is published).
- A miss: is the only evidence for *unregistered*: "DOI does not exist", or no such handle.
- Documentation: <https://www.handle.net/proxy_servlet.html> (`responseCode` 1 found, 100 no such handle),
  <https://www.doi.org/doi-handbook/HTML/which-registration-agency.html>, <https://citation.doi.org/docs.html>.

Content negotiation redirects to the agencies. Only their hosts are followed, only over https, at most three times;
a private address is never asked unless it was configured.

## An example

`GET https://doi.org/ra/10.5061` is answered with (cut short):

```json
[{"DOI": "10.5061", "RA": "DataCite"}]
```
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from refcheck import patterns as re
from refcheck.model import Reference, Work
from refcheck.resolving.network.reply import Unavailable
from refcheck.resolving.sources.base import NotEligible, Source, only, value_of
from refcheck.resolving.sources.fields import text
from refcheck.resolving.sources.handles import RATE, values_of
from refcheck.resolving.sources.records import is_empty, work_from_crossref
from refcheck.sentences import say

CSL = "application/vnd.citationstyles.csl+json"
# Hosts of the agencies' records; content negotiation may redirect only there.
AGENCY_HOSTS = frozenset(
    {
        "doi.org",
        "www.doi.org",
        "dx.doi.org",
        "api.crossref.org",
        "data.crossref.org",
        "api.datacite.org",
        "data.crosscite.org",
        "data.datacite.org",
        "data.medra.org",
        "api.medra.org",
        "doi.kisti.re.kr",
        "www.doi.or.kr",
        "api.japanlinkcenter.org",
        "data.japanlinkcenter.org",
        "japanlinkcenter.org",
        "ra.publications.europa.eu",
        "publications.europa.eu",
        "data.airiti.com",
        "doi.airiti.com",
    }
)


# How doi.org, and DataCite and Crossref, to which it redirects, say that there is no such DOI.
_NO_SUCH = re.compile(
    r"<title>\s*Error: DOI Not Found|\A\s*(?:The resource you are looking for doesn't exist|Resource not found)", re.I
)


class DoiOrg(Source):
    """The Source ``doi.org``. Its three questions: ``ra:`` (a list at once), ``handle:`` and ``doi:`` (the record)."""

    name = "doi.org"
    title = "doi.org"
    rank = 2
    public = "https://doi.org"
    setting = "doi"
    identifiers = frozenset({"doi", "ra", "handle"})
    batch = 50
    resolver = True

    def works(self, question: str, reference: Reference | None = None) -> Sequence[Work]:
        """An ``ra:``, a ``handle:`` or a ``doi:``."""
        doi = value_of(question)
        if question.startswith("ra:"):
            silence = Unavailable(say("did not say who registered the DOI"))
            return only(self._agencies([question]) or {question: silence})
        if question.startswith("handle:"):
            registered = values_of(self._transport, self.name, self.url, doi) is not None
            return [Work(self.name, doi=doi)] if registered else []
        return self._record(doi)

    def works_of(self, questions: Sequence[str]) -> Mapping[str, Sequence[Work] | Unavailable]:
        """Questions of one kind: of ``ra:`` all in one request, the others stay open."""
        return self._agencies(questions) if questions[0].startswith("ra:") else {}

    def _agencies(self, questions: Sequence[str]) -> Mapping[str, Sequence[Work] | Unavailable]:
        asked = {value_of(question): question for question in questions if "," not in question}
        answers: dict[str, Sequence[Work] | Unavailable] = {}
        if asked:
            path = ",".join(quote(doi, safe="/") for doi in asked)
            reply = self._transport.get(self.name, f"{self.url}/ra/{path}", RATE, part="agencies")
            rows = reply.data if reply.status == 200 and isinstance(reply.data, list) else None
            if rows is None:
                raise Unavailable(say("did not say which agencies registered the DOIs"))
            for row in rows:
                doi = text(row.get("DOI")).lower() if isinstance(row, Mapping) else ""
                if doi in asked:
                    answers[asked[doi]] = self._agency(doi, row)
        return answers

    def _agency(self, doi: str, row: Mapping[str, Any]) -> Sequence[Work] | Unavailable:
        agency, status = text(row.get("RA")), text(row.get("status")).lower()
        if agency.lower() == "unknown":
            return Unavailable(say("could not say who registered the DOI ({status})", status=agency))
        if agency:
            return [Work(self.name, doi=doi, agency=agency)]
        if status in ("doi does not exist", "invalid doi"):
            return []
        return Unavailable(say("could not say who registered the DOI ({status})", status=status[:40]))

    def _record(self, doi: str) -> list[Work]:
        try:
            reply = self._transport.get(
                self.name, f"{self.url}/{quote(doi, safe='/')}", RATE, accept=CSL, hosts=AGENCY_HOSTS
            )
        except Unavailable as error:
            if error.status == 406:
                raise NotEligible(say("its registration agency publishes no record")) from None
            raise
        if reply.status == 404 and _NO_SUCH.search(reply.text):
            return []
        if reply.status != 200 or not isinstance(reply.data, Mapping):
            raise Unavailable(say("answered with something that is not a record"))
        if text(reply.data.get("DOI")).lower() not in ("", doi):
            raise Unavailable(say("answered with the record of another DOI"))
        work = work_from_crossref({**reply.data, "DOI": doi}, self.name)
        if is_empty(work):
            raise Unavailable(say("answered with an empty record"))
        return [work]
