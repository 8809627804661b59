"""Works on education that Crossref lacks.

Reports, theses and articles on education, many without a DOI.

- Asked for: what speaks of education and Crossref does not know: by the three longest words of the main title.
- Through: requests, `/eric/`.
- Pace: one a second; fifteen seconds of an article's time; no limit is published.
- Documentation: <https://eric.ed.gov/?api>; its data are in the public domain. Words are combined with OR unless
  AND is given; a query that it cannot parse gets 200 and an `error`.

A miss is a complete reply that says zero. A reply without a count, with an error, or with a count and no records is
a silence.

## An example

An answer, cut short:

```text
{"response": {"numFound": 1, "docs": [{"id": "EJ1028766", "title": "Analyzing Principal Professional Development
 Practices ...", "author": ["Zepeda, Sally J.", ...], "sourceid": "v40 n2 p295-315 2014", ...}]}}
```
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence

from refcheck import patterns as re
from refcheck.identifiers.find import bare_doi
from refcheck.language.words import alternatives, every
from refcheck.model import Name, Reference, Work, WorkType
from refcheck.resolving.network.reply import Reply
from refcheck.resolving.sources.fields import Fields, unique, whole_names
from refcheck.resolving.sources.searched import ROWS, Searched, listed

FIELDS = "id,title,author,source,sourceid,publicationdateyear,publicationtype,publisher,institution,url,isbn,issn"
_PLACE = re.compile(r"v(?P<volume>\w+)(?:\s+n(?P<issue>[\w-]+))?(?:\s+p(?P<pages>[\w-]+))?")


class Eric(Searched):
    """The Source ``eric``."""

    name = "eric"
    title = "ERIC"
    public = "https://api.ies.ed.gov"
    path = "/eric/"
    kinds = frozenset((WorkType.ARTICLE, WorkType.PAPER, WorkType.REPORT, WorkType.THESIS, WorkType.OTHER))
    about = re.compile(rf"{alternatives(every('subjects', 'education'))}|\beric\b")

    def asked(self, words: Sequence[str], who: str, reference: Reference) -> Iterable[Mapping[str, str]]:
        """Records with the words in their titles, at least two of them, since the name is not used."""
        search = " AND ".join(f"title:{word}" for word in words)
        return [{"search": search, "format": "json", "rows": str(ROWS), "fields": FIELDS}] if len(words) > 1 else []

    def read(self, reply: Reply) -> Sequence[Work]:
        """The ``docs`` of a ``response``."""
        found = Fields(reply.data).at("response")
        total = found.count("numFound") if found.has_list("docs") else None
        return list(map(work_of, listed(reply, total, found.rows("docs"))))


def work_of(row: Fields) -> Work:
    """One record as a Work."""
    kinds = " ".join(row.texts("publicationtype")).lower()
    place = _PLACE.search(row.text("sourceid"))
    link = row.text("url")
    kind = "dissertation" if "dissertation" in kinds else "journal-article" if place else "report"
    return Work(
        source="eric",
        doi=bare_doi(link) if "doi.org/10." in link else "",
        type=kind,
        titles=unique([html.unescape(row.text("title"))]),
        authors=whole_names(map(html.unescape, row.texts("author")))
        or tuple(Name(literal=name) for name in row.texts("institution")),
        years=row.years("publicationdateyear"),
        containers=unique([html.unescape(row.text("source"))]) if place else (),
        volume=(place["volume"] if place else "") or "",
        issue=(place["issue"] if place else "") or "",
        pages=(place["pages"] if place else "") or "",
        publisher=row.text("publisher") or ("" if place else row.text("source")),
        url=f"https://eric.ed.gov/?id={row.text('id')}",
    )
