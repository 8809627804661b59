"""PubMed: articles by PMID, a hundred in a request, with its mark on retracted ones.

https://www.ncbi.nlm.nih.gov/books/NBK25499/#chapter4.ESummary; three requests a second without a key (NBK25497).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from refcheck.model import Answer, Name, Reference, Update, Work
from refcheck.resolving.limiter import Rate
from refcheck.resolving.records import text, texts, unique
from refcheck.resolving.source import Source, found, unreachable, value_of
from refcheck.resolving.transport import Transport, Unavailable
from refcheck.sentences import say

RATE = Rate(3, 1.0, 3)
_RETRACTED = "retracted publication"


class PubMed(Source):
    """The Source ``pubmed``. mailto: NCBI asks who is calling."""

    name = "pubmed"
    batch = 100

    def __init__(self, url: str, transport: Transport, mailto: str = "") -> None:
        super().__init__(url, transport)
        self._mailto = mailto

    def questions(self, reference: Reference) -> tuple[str, ...]:
        """By PMID, where no DOI leads to the work."""
        return (f"pmid:{reference.pmid}",) if reference.pmid.isdecimal() and not reference.doi else ()

    def look_up(self, questions: Sequence[str]) -> Mapping[str, Answer]:
        """PMIDs."""
        asked = {value_of(question): question for question in questions}
        parameters = {"db": "pubmed", "id": ",".join(asked), "retmode": "json", "tool": "refcheck"}
        if self._mailto:
            parameters["email"] = self._mailto
        try:
            reply = self._transport.get(self.name, f"{self.url}/entrez/eutils/esummary.fcgi", RATE, params=parameters)
            result = reply.data.get("result") if isinstance(reply.data, Mapping) else None
            if reply.status != 200 or not isinstance(result, Mapping):
                raise Unavailable(say("answered with something that is not a list of articles"))
            return {question: self._article(question, result.get(pmid)) for pmid, question in asked.items()}
        except Unavailable as error:
            return {question: unreachable(self.name, question, error.of("PubMed")) for question in questions}

    def _article(self, question: str, row: Any) -> Answer:
        if not isinstance(row, Mapping) or row.get("error"):
            return found(self.name, question, [])
        work = work_of(row, value_of(question))
        if not work.titles:
            return unreachable(self.name, question, say("PubMed answered with an empty record"))
        return found(self.name, question, [work])


def work_of(row: Mapping[str, Any], pmid: str) -> Work:
    """One article of an esummary reply as a Work; unexpected values are absent."""
    identifiers = row.get("articleids")
    rows = [r for r in identifiers if isinstance(r, Mapping)] if isinstance(identifiers, list) else []
    dois = [text(r.get("value")).lower() for r in rows if r.get("idtype") == "doi"]
    kinds = [kind.lower() for kind in texts(row.get("pubtype"))]
    dates = [text(row.get(key)) for key in ("pubdate", "epubdate", "sortpubdate")]
    years = [int(match[0]) for date in dates if (match := re.match(r"[12]\d{3}", date))]
    people = row.get("authors")
    return Work(
        source="pubmed",
        doi=dois[0] if dois else "",
        type="journal-article",
        titles=unique(title.rstrip(".") for title in texts(row.get("title"))),
        original_titles=texts(row.get("vernaculartitle")),
        authors=tuple(_name(p) for p in people if isinstance(p, Mapping)) if isinstance(people, list) else (),
        years=tuple(dict.fromkeys(years)),
        containers=texts(row.get("fulljournalname")),
        short_containers=texts(row.get("source")),
        volume=text(row.get("volume")),
        issue=text(row.get("issue")),
        pages=text(row.get("pages")),
        issn=unique((text(row.get("issn")), text(row.get("essn")))),
        pmid=pmid,
        updates=(Update("retraction", source="pubmed"),) if _RETRACTED in kinds else (),
    )


def _name(person: Mapping[str, Any]) -> Name:
    """ "van der Kolk BA": the initials stand last and have no stops."""
    whole = text(person.get("name"))
    family, _, initials = whole.rpartition(" ")
    if text(person.get("authtype")) == "Author" and family and initials.isupper():
        return Name(family=family, given=initials)
    return Name(literal=whole)
