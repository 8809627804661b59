"""Verified works: retractions, topics; with a key, works on computing that Crossref lacks.

A second opinion on works that are already identified: their topics, and whether they are retracted. It has no say
in which work is meant, so its silence leaves no reference unchecked.

- Asked for: the DOIs of verified works, fifty in a request.
- When: always, unless its address is empty; a key (`REFCHECK_OPENALEX_KEY`) gives a larger daily budget; once it is
  used up, nothing more is asked.
- Through: requests; the key stands in the address and is in no message, report, lock or cache.
- Pace: ten a second, three at once.
- Documentation: <https://developers.openalex.org>. Since February 2026 everyone without a key has a small daily
  budget (a list costs 0.0001 of 0.1 dollars, a search by title ten times as much), which a CI run may well find
  spent: then it answers 429 with a Retry-After of hours, and later runs leave it alone too.

## An example

`GET https://api.openalex.org/works/https://doi.org/10.2210/pdb4hhb/pdb` is answered with (cut short):

```json
{"id": "https://openalex.org/W6945048743", "doi": "https://doi.org/10.2210/pdb4hhb/pdb", "type": "dataset",
  "title": "THE CRYSTAL STRUCTURE OF HUMAN DEOXYHAEMOGLOBIN AT 1.74 ANGSTROMS RESOLUTION", "publication_year": 1984}
```

With a key, `GET https://api.openalex.org/works?filter=title.search:…` is asked for works on computing that Crossref
does not know, as a witness. A budget that is used up is answered with 429:

```json
{"error": "Rate limit exceeded", "message": "Insufficient budget. This request costs $0.0001 but you
  only have $0 remaining. Resets at midnight UTC. ...", "retryAfter": 47052, "dailyRemainingUsd": 0}
```
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Self

from refcheck import patterns as re
from refcheck.config import Settings
from refcheck.identifiers.find import bare_doi
from refcheck.model import Reference, Update, Work
from refcheck.resolving.network.limiter import Rate
from refcheck.resolving.network.reply import Reply, Unavailable
from refcheck.resolving.network.transport import Transport
from refcheck.resolving.sources.base import NotEligible, only, value_of
from refcheck.resolving.sources.computing import ABOUT, KINDS
from refcheck.resolving.sources.fields import Fields, unique, whole_names
from refcheck.resolving.sources.searched import ROWS, Searched, listed
from refcheck.sentences import say

RATE = Rate(10, 1.0, 3)
FIELDS = "id,doi,title,publication_year,is_retracted,type,primary_topic,topics"
_SEARCHED = f"{FIELDS},authorships,primary_location,biblio,ids,language"


class OpenAlex(Searched):
    """The Source ``openalex``. key: goes into the address and nowhere else; without one it is not searched."""

    name = "openalex"
    title = "OpenAlex"
    public = "https://api.openalex.org"
    path = "/works"
    rate = RATE
    kinds = KINDS
    about = ABOUT
    batch = 50
    opinion = True
    decisive = False
    rank = 5
    scholarly = True

    def __init__(self, url: str, transport: Transport, key: str = "") -> None:
        super().__init__(url, transport)
        self._key = key

    @classmethod
    def opened(cls, url: str, transport: Transport, settings: Settings) -> Self | None:
        """With the key from the settings, if there is one."""
        return cls(url, transport, settings.openalex_key) if url else None

    def works(self, question: str, reference: Reference | None = None) -> Sequence[Work]:
        """A ``doi:``; with a key, works by the words of a title."""
        if reference is None:
            return only(self.works_of([question]))
        if not self._key:
            raise NotEligible(say("is searched with a key only"))
        return super().works(question, reference)

    def asked(self, words: Sequence[str], who: str, reference: Reference) -> Iterable[Mapping[str, str]]:
        """The whole title, without the characters that end a filter."""
        title = " ".join(_SIGNS.sub(" ", reference.title[:300]).split())
        yield {
            "filter": f"title.search:{title}",
            "per-page": str(ROWS),
            "select": _SEARCHED,
            "api_key": self._key,
        }

    def read(self, reply: Reply) -> Sequence[Work]:
        """The ``results``."""
        return list(map(whole_work, _results(reply)))

    def spent(self, reply: Reply) -> float:
        """Seconds until midnight UTC if the body says that the day's budget is spent."""
        return seconds_of_day_left() if Fields(reply.data).text("dailyRemainingUsd") == "0" else 0.0

    def works_of(self, questions: Sequence[str]) -> Mapping[str, Sequence[Work] | Unavailable]:
        """DOIs. One with "|" or "," in it, which divide a list, cannot be asked about."""
        asked = {value_of(question): question for question in questions if not set(value_of(question)) & set("|,")}
        if not asked:
            raise NotEligible(say("cannot be asked about such a DOI"))
        parameters = {"filter": "doi:" + "|".join(asked), "per-page": str(self.batch), "select": FIELDS}
        if self._key:
            parameters["api_key"] = self._key
        reply = self._transport.get(self.name, f"{self.url}{self.path}", RATE, params=parameters, spent=self.spent)
        works = [work_of(row) for row in _results(reply)]
        strange = any(work.doi not in asked for work in works)
        missing = Unavailable(say("answered with the record of another DOI")) if strange else ()
        answers: dict[str, Sequence[Work] | Unavailable] = dict.fromkeys(asked.values(), missing)
        return answers | {asked[work.doi]: [work] for work in works if work.doi in asked}


def _results(reply: Reply) -> Sequence[Fields]:
    """The rows of a reply. Raises Unavailable for an incomplete one."""
    data = Fields(reply.data)
    total = data.at("meta").count("count") if data.has_list("results") else None
    return listed(reply, total, data.rows("results"))


_SIGNS = re.compile(r"[^\w\s'’-]|_")


def seconds_of_day_left() -> float:
    """Seconds until midnight, UTC."""
    now = datetime.now(UTC)
    return 86400.0 - (now.hour * 3600 + now.minute * 60 + now.second)


def work_of(record: Mapping[str, Any] | Fields) -> Work:
    """An OpenAlex work, reduced to what a second opinion needs."""
    row = Fields(record)
    ranked = [row.at("primary_topic"), *row.rows("topics")[:5]]
    names = [t.text("display_name") for topic in ranked for t in (topic.at("field"), topic.at("subfield"), topic)]
    return Work(
        source="openalex",
        doi=bare_doi(row.text("doi")),
        type=row.text("type"),
        titles=unique([row.text("title")]),
        years=row.years("publication_year"),
        url=row.text("id"),
        updates=(Update("retraction", source="openalex"),) if row.is_true("is_retracted") else (),
        topics=unique(names),
    )


def whole_work(row: Mapping[str, Any] | Fields) -> Work:
    """An OpenAlex work from a search or a dump, as a full record."""
    fields = Fields(row)
    location = fields.at("primary_location")
    venue, place = location.at("source"), fields.at("biblio")
    kind = fields.text("type")
    return replace(
        work_of(fields),
        type=_TYPES.get(kind, kind),
        titles=unique([fields.text("title", "display_name")]),
        authors=whole_names(map(_name, fields.rows("authorships"))),
        containers=unique([venue.text("display_name") or location.text("raw_source_name")]),
        volume=place.text("volume"),
        issue=place.text("issue"),
        pages="-".join(unique([place.text("first_page"), place.text("last_page")])),
        issn=venue.texts("issn"),
        pmid=fields.at("ids").text("pmid").rstrip("/").rpartition("/")[2],
        language=fields.text("language")[:2].lower(),
    )


_TYPES = {"article": "journal-article", "preprint": "posted-content", "letter": "journal-article"}
"""OpenAlex's own kinds that have another name at Crossref."""


def _name(row: Fields) -> str:
    return row.at("author").text("display_name") or row.text("raw_author_name")
