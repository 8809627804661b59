"""Addresses of what no register knows.

Copies of web pages whose address may be dead.

It is off unless you turn it on:

```toml
[tool.refcheck.sources]
wayback = "https://web.archive.org"
```

- Asked for: the printed address of a work that no register knows: its latest copy that answered with 200.
- Through: requests, `/cdx/search/cdx`, JSON.
- Pace: one in two and a half seconds; thirty seconds of an article's time.
- Shown with the reference: “A copy of its address of 2019 is kept at …”.
- Documentation: <https://github.com/internetarchive/wayback/tree/master/wayback-cdx-server>,
  <https://github.com/edgi-govdata-archiving/wayback> for the pace.

refcheck opens no address that an article prints, so whether the page still stands is for you to see. An address
that its site excludes is answered with 403, a silence.

## An example

An answer, with a copy that was recorded in the service's plain text:

```json
[["timestamp", "original", "statuscode"], ["20220101013133", "https://www.nasa.gov/", "200"]]
```
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote

from refcheck.model import Reference, Work
from refcheck.resolving.network.limiter import Rate
from refcheck.resolving.network.reply import Unavailable
from refcheck.resolving.sources.base import Source, value_of
from refcheck.resolving.sources.fields import text
from refcheck.sentences import say

RATE = Rate(1, 2.5, 1)
ADDRESS = "https://web.archive.org"
_FIELDS = "timestamp,original,statuscode"


class Wayback(Source):
    """The Source ``wayback``. It answers ``archived:<address>`` and is never searched."""

    name = "wayback"
    title = "Wayback Machine"
    turn = -1
    last = True
    seconds = 30.0

    def questions(self, reference: Reference) -> tuple[str, ...]:
        """By web address, where no DOI leads to the work."""
        printed = re.match(r"https?://", reference.url) and not reference.doi
        return (f"archived:{reference.url}",) if printed else ()

    def works(self, question: str, reference: Reference | None = None) -> Sequence[Work]:
        """The latest good copy of an address: ``url`` is the copy's address, ``years`` when it was made."""
        self._transport.share(self.name, self.seconds)
        parameters = {
            "url": value_of(question),
            "output": "json",
            "filter": "statuscode:200",
            "fl": _FIELDS,
            "limit": "-1",
        }
        reply = self._transport.get(self.name, f"{self.url}/cdx/search/cdx", RATE, params=parameters)
        rows = reply.data
        listed = isinstance(rows, list) and rows[:1] in ([], [_FIELDS.split(",")])
        if reply.status != 200 or not listed or not all(map(_good, rows[1:2])):
            raise Unavailable(say("answered with something that is not a list of copies"))
        return [_copy(row) for row in rows[1:2]]


def _good(row: object) -> bool:
    if not isinstance(row, list) or len(row) != len(_FIELDS.split(",")):
        return False
    return bool(re.fullmatch(r"[12]\d{13}", text(row[0]))) and text(row[1]).startswith("http")


def _copy(row: Sequence[object]) -> Work:
    when, where = text(row[0]), text(row[1])
    safe = quote(where, safe=":/?&=#%,;+@~!$'()*[]")
    return Work(source="wayback", type="website", url=f"{ADDRESS}/web/{when}/{safe}", years=(int(when[:4]),))
