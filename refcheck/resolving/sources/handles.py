"""Handles and short DOIs of entries without a DOI.

Handles, the permanent addresses of repositories (theses, reports, data sets), and [short
DOIs](https://shortdoi.org), which are handles that lead to a DOI.

- Asked for: `hdl:1887/13571`, `https://hdl.handle.net/...`, `https://doi.org/10/abc` and `doi:10/abc` of entries
  without a DOI.
- Through: requests, `/api/handles/{handle}`.
- Pace: ten a second, four at once (none is published).
- A miss: counts for nothing: what has such an address is in no index anyway, so the entry is *not indexed*, unless
  a search finds the work.
- Documentation: <https://www.handle.net/proxy_servlet.html> (`responseCode` 1 found, 100 no such handle, 200 no
  such values), <https://shortdoi.org>.

A short DOI is as good as the DOI it stands for: that is looked up, and leads to the work or to another one. Any
other handle has no record, so that it is registered says only that there is something to open.

## An example

`GET https://hdl.handle.net/api/handles/someprefix/somesuffix` is answered with (cut short):

```json
{"responseCode": 1, "handle": "someprefix/somesuffix", "values": [
  {"index": 3, "type": "CREATION_DATE", "data": {"format": "string", "value": "2015-05-01"}, "ttl": 86400}]}
```
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from refcheck.identifiers.find import bare_doi, clean_doi
from refcheck.model import Reference, Work
from refcheck.resolving.network.limiter import Rate
from refcheck.resolving.network.reply import Unavailable
from refcheck.resolving.network.transport import Transport
from refcheck.resolving.sources.base import Source, value_of
from refcheck.resolving.sources.fields import Fields
from refcheck.sentences import say

RATE = Rate(10, 1.0, 4)  # none is published


class Handles(Source):
    """The Source ``handle.net``: the work of an answer has the handle's address, and the DOI of a short one."""

    name = "handle.net"
    title = "handle.net"
    public = "https://hdl.handle.net"
    setting = "doi"  # an address configured for doi.org is used for both
    identifiers = frozenset({"handle"})

    def questions(self, reference: Reference) -> tuple[str, ...]:
        """By handle, where no DOI leads to the work."""
        return (f"handle:{reference.handle}",) if reference.handle and not reference.doi else ()

    def works(self, question: str, reference: Reference | None = None) -> Sequence[Work]:
        """A ``handle:``."""
        values = values_of(self._transport, self.name, self.url, value_of(question))
        if values is None:
            return []
        url = values.get("URL", "")
        doi = clean_doi(values.get("HS_ALIAS", "")) or (clean_doi(url) if bare_doi(url).startswith("10.") else "")
        return [Work(self.name, doi=doi, url=url)]


def values_of(transport: Transport, service: str, url: str, handle: str) -> dict[str, str] | None:
    """What a handle stands for, by type (URL, HS_ALIAS, ...); None when there is no such handle. Raises Unavailable."""
    reply = transport.get(service, f"{url}/api/handles/{quote(handle, safe='/')}", RATE, part="handles")
    said = Fields(reply.data)
    code = said.count("responseCode")
    if code == 100:
        return None
    if code not in (1, 200):
        raise Unavailable(say("did not say whether it is registered"))
    return {row.text("type"): row.at("data").text("value") for row in reversed(said.rows("values")[:100])}
