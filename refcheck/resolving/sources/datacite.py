"""DOIs registered there.

Data sets, software, theses, reports and preprints of repositories: Zenodo, Figshare, arXiv, universities.

- Asked for: DOIs that doi.org says are registered there, and arXiv identifiers (see [arXiv](arxiv.md)).
- Through: requests, `/dois/{doi}`.
- Pace: three a second (1000 in five minutes are published).
- A miss: counts for the DOI asked for.
- Documentation: <https://support.datacite.org/docs/api-get-doi>, <https://support.datacite.org/docs/rate-limit>.

## An example

`GET https://api.datacite.org/dois/10.5281/zenodo.28518` is answered with (cut short):

```json
{"data": {"id": "10.5281/zenodo.28518", "type": "dois", "attributes": {
  "titles": [{"title": "Supersmoother: Minor Bug Fix Release"}], "publisher": "Zenodo", "publicationYear": 2015,
  "creators": [{"name": "Vanderplas, Jake", "nameType": "Personal"}, {"name": "Willmer, Alex", "nameType": "Personal"}],
  "dates": [{"date": "2015-08-19", "dateType": "Issued"}], "types": {"resourceTypeGeneral": "Software"}}}}
```
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from refcheck import patterns as re
from refcheck.identifiers.find import bare_doi
from refcheck.model import Name, Reference, Relation, Update, Work
from refcheck.parsing.people.person import undivided
from refcheck.resolving.network.limiter import Rate
from refcheck.resolving.network.reply import Unavailable
from refcheck.resolving.network.transport import Transport
from refcheck.resolving.sources.base import Source, value_of
from refcheck.resolving.sources.fields import Fields, unique, years
from refcheck.resolving.sources.records import is_empty
from refcheck.sentences import say

RATE = Rate(3, 1.0, 3)  # published: 1000 in five minutes
_TYPES = {
    "journalarticle": "journal-article",
    "article": "journal-article",
    "scholarlyarticle": "journal-article",
    "preprint": "posted-content",
    "workingpaper": "posted-content",
    "conferencepaper": "proceedings-article",
    "conferenceproceeding": "proceedings",
    "proceedings": "proceedings",
    "bookchapter": "book-chapter",
    "chapter": "book-chapter",
    "book": "book",
    "monograph": "book",
    "monographie": "book",
    "monographiemonograph": "book",
    "dissertation": "dissertation",
    "thesis": "dissertation",
    "doctoralthesis": "dissertation",
    "mastersthesis": "dissertation",
    "phdthesis": "dissertation",
    "report": "report",
    "techreport": "report",
    "technicalreport": "report",
    "projectreport": "report",
    "dataset": "dataset",
    "peerreview": "peer-review",
    "standard": "standard",
}
"""DataCite's general types, and what depositors write where the general type is Text, letters only -> Crossref's."""
_VOLUME = re.compile(r"(?:[A-Za-z.]{0,12} ?)?[A-Z]?\d[\w./–-]{0,15}|[IVXLCDM]{1,9}", re.ASCII)
_PAGE = re.compile(r"(?<![\w.])[A-Za-z]{0,3}\d[\w.]{0,15}\Z", re.ASCII)


class DataCite(Source):
    """The Source ``datacite``: DOIs registered there."""

    name = "datacite"
    title = "DataCite"
    rank = 1
    scholarly = True
    public = "https://api.datacite.org"
    identifiers = frozenset({"doi"})
    agencies = frozenset({"DataCite"})
    stray_dois = True

    def works(self, question: str, reference: Reference | None = None) -> Sequence[Work]:
        """A ``doi:``."""
        return record(self.name, value_of(question), self.url, self._transport)


def record(source: str, doi: str, url: str, transport: Transport) -> list[Work]:
    """The record of a DOI as a work of ``source``; [] when there is none. Raises Unavailable."""
    reply = transport.get("datacite", f"{url}/dois/{quote(doi, safe='')}", RATE)
    if reply.status == 404 and Fields(reply.data).has_list("errors"):
        return []
    attributes = Fields(reply.data).at("data", "attributes")
    if reply.status != 200 or not attributes:
        raise Unavailable(say("answered with something that is not a record"))
    work = work_of(attributes, source)
    if work.doi != doi.lower():
        raise Unavailable(say("answered with the record of another DOI"))
    if is_empty(work):
        raise Unavailable(say("answered with an empty record"))
    return [work]


def work_of(record: Mapping[str, Any] | Fields, source: str = "datacite") -> Work:
    """DataCite's ``attributes`` as a Work. relatedItems, from schema 4.4, takes precedence over the older
    ``container``, which is extracted from free text."""
    attributes = Fields(record)
    container = attributes.at("container")
    host = next((r for r in attributes.rows("relatedItems") if r.text("relationType") == "IsPublishedIn"), Fields(None))
    titles = [(row.text("titleType"), row.text("title")) for row in attributes.rows("titles")]
    main = [title for kind, title in titles if kind in ("", "AlternativeTitle")]
    pages = [_page(host.text(key) or container.text(key)) for key in ("firstPage", "lastPage")]
    return Work(
        source=source,
        doi=attributes.text("doi").lower(),
        type=_type(attributes.at("types")),
        titles=unique(main or [title for kind, title in titles if kind == "Other"]),
        subtitles=unique(title for kind, title in titles if kind == "Subtitle"),
        original_titles=unique(title for kind, title in titles if kind == "TranslatedTitle"),
        authors=_names(attributes.rows("creators")),
        editors=_names([r for r in attributes.rows("contributors") if r.text("contributorType") == "Editor"]),
        years=_years(attributes),
        containers=unique([*(row.text("title") for row in host.rows("titles")), container.text("title")]),
        volume=_volume(host.text("volume") or container.text("volume")),
        issue=_volume(host.text("issue") or container.text("issue")),
        pages="-".join(filter(None, dict.fromkeys(pages))),
        publisher=attributes.at("publisher").text("name") or attributes.text("publisher"),
        language=attributes.text("language")[:2].lower(),
        url=attributes.text("url"),
        updates=_withdrawn(attributes),
        relations=_relations(attributes.rows("relatedIdentifiers")),
        agency="DataCite",
    )


def _type(types: Fields) -> str:
    """The general type or, if that is Text, the depositor's own word, or else the word in another format."""
    general = types.text("resourceTypeGeneral")
    formats = [types.text(key) for key in ("resourceType", "bibtex", "citeproc", "schemaOrg")]
    # To CSL and schema.org any text is an article.
    formats[2:] = [word for word in formats[2:] if not word.lower().endswith("article")]
    said = [general] if general not in ("Text", "") else formats
    kinds = [_TYPES[name] for word in said if (name := re.sub(r"[^a-z]", "", word.lower())) in _TYPES]
    return kinds[0] if kinds else general.lower()


def _volume(printed: str) -> str:
    return printed if _VOLUME.fullmatch(printed) else ""


def _page(printed: str) -> str:
    """The number at the end of a page field, which may include preceding free text ("Spain; 3353")."""
    found = _PAGE.search(printed[:100])
    return found[0] if found else ""


def _years(attributes: Fields) -> tuple[int, ...]:
    dates = [row.text("date") for row in attributes.rows("dates") if row.text("dateType") in _PUBLISHED]
    return years([attributes.text("publicationYear"), *dates])


_PUBLISHED = frozenset({"Issued", "Available", "Submitted", "Updated"})


def _withdrawn(attributes: Fields) -> tuple[Update, ...]:
    """The day a work was withdrawn (dateType "Withdrawn", schema 4.2)."""
    days = [row.text("date") for row in attributes.rows("dates") if row.text("dateType") == "Withdrawn"]
    return tuple(Update("withdrawal", date=day[:10], source="datacite") for day in days[:1])


def _relations(rows: Sequence[Fields]) -> tuple[Relation, ...]:
    """DataCite's "IsPreviousVersionOf" as "is-previous-version-of"."""
    made = []
    for row in rows:
        kind = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", row.text("relationType")).lower()
        doi = bare_doi(row.text("relatedIdentifier"))
        if kind and doi and row.text("relatedIdentifierType") == "DOI":
            made.append(Relation(kind, doi))
    return tuple(dict.fromkeys(made))


def _names(rows: Sequence[Fields]) -> tuple[Name, ...]:
    """Those that are not divided are persons only where a comma divides them."""
    names = []
    for row in rows:
        family, whole = row.text("familyName"), row.text("name")
        divided = "," in whole and row.text("nameType") != "Organizational"
        if family:
            names.append(Name(family=family, given=row.text("givenName")))
        else:
            names.append(undivided(whole) if divided else Name(literal=whole))
    return tuple(name for name in names if name.family or name.literal)
