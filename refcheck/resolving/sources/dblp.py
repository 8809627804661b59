"""Works on computing that Crossref lacks.

Computer science, with the conferences that give no DOIs: NeurIPS, ICLR, PMLR, USENIX, older ACL.

- Asked for: works on computing that Crossref does not know: by the three longest words of the main title and the
  first name.
- Through: requests, `/search/publ/api`, JSON.
- Pace: one in two seconds; fifteen seconds of an article's time.
- Documentation: <https://dblp.org/faq/How+to+use+the+dblp+search+API.html>; its data are CC0.

A miss is a complete reply that says zero. The page with a proof of work that DBLP has sent to programs since
September 2026 is not JSON, so it counts as no answer. An empty list was seen for papers it has, which is why its
miss says nothing.

## An example

An answer, cut short:

```text
{"result": {"hits": {"@total": "4", "hit": [{"info": {"authors": {"author": {"text": "Edsger W. Dijkstra"}},
 "title": "Letters to the editor: go to statement considered harmful.", "venue": "Commun. ACM", "volume": "11",
 "number": "3", "pages": "147-148", "year": "1968", "doi": "10.1145/362929.362947"}}, ...]}}}
```
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence

from refcheck import patterns as re
from refcheck.identifiers.find import bare_doi
from refcheck.model import Reference, Work
from refcheck.resolving.network.limiter import Rate
from refcheck.resolving.network.reply import Reply
from refcheck.resolving.sources.computing import ABOUT, KINDS
from refcheck.resolving.sources.fields import Fields, unique, whole_names
from refcheck.resolving.sources.searched import ROWS, Searched, listed

_HOMONYM = re.compile(r"(?<=\w)[ .]\d{4}$")
_TYPES = {
    "Journal Articles": "journal-article",
    "Conference and Workshop Papers": "proceedings-article",
    "Parts in Books or Collections": "book-chapter",
    "Books and Theses": "book",
    "Editorship": "proceedings",
    "Informal and Other Publications": "posted-content",
    "Reference Works": "reference-entry",
}


class Dblp(Searched):
    """The Source ``dblp``."""

    name = "dblp"
    title = "DBLP"
    public = "https://dblp.org"
    path = "/search/publ/api"
    rate = Rate(1, 2.0, 1)
    kinds = KINDS
    about = ABOUT

    def asked(self, words: Sequence[str], who: str, reference: Reference) -> Iterable[Mapping[str, str]]:
        """The longest words of the title and the name."""
        return [{"q": " ".join(filter(None, (*words, who))), "format": "json", "h": str(ROWS), "c": "0"}]

    def read(self, reply: Reply) -> Sequence[Work]:
        """The ``hit`` of the ``hits``, which is left out where there are none."""
        hits = Fields(reply.data).at("result", "hits")
        return [work_of(row.at("info")) for row in listed(reply, hits.count("@total"), hits.rows("hit"))]


def work_of(info: Fields) -> Work:
    """One record's ``info`` as a Work."""
    kind = _TYPES.get(info.text("type"), "")
    return Work(
        source="dblp",
        doi=bare_doi(info.text("doi")),
        type="dissertation" if info.text("key").startswith("phd/") else kind,
        titles=unique([html.unescape(info.text("title")).rstrip(".")]),
        authors=whole_names(map(_name, info.at("authors").rows("author"))),
        years=info.years("year"),
        containers=() if kind in ("book", "proceedings") else unique(map(html.unescape, info.texts("venue"))),
        volume=info.text("volume"),
        issue=info.text("number"),
        pages=info.text("pages"),
        publisher=info.text("publisher"),
        url=info.text("ee") or info.text("url"),
    )


def _name(row: Fields) -> str:
    """ "Xuezhi Wang 0002" is the second of this name."""
    return _HOMONYM.sub("", html.unescape(row.text("text")))
