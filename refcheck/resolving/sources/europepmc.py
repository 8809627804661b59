"""Works on life and health that Crossref lacks.

PubMed's articles, preprints, theses and guidance in the life sciences, also those without a DOI.

- Asked for: articles, reports and theses that speak of life or health and that Crossref does not know.
- Through: requests, `/europepmc/webservices/rest/search`, `resultType=lite`.
- Pace: two a second; fifteen seconds of an article's time; no limit is published.
- Journals: those of `refcheck/data/medline.toml`, which MEDLINE takes in whole, from 1966.
- Documentation: <https://europepmc.org/RestfulWebService>. Three or four calls in ten were seen to return 200 with
  only a version: a silence.

A miss is a complete reply that says zero. A reply without a count, with an error, or with a count and no records is
a silence.

## An example

An answer, cut short:

```text
{"version": "6.9", "hitCount": 1, "resultList": {"result": [{"source": "MED", "pmid": "27541692",
 "doi": "10.1371/journal.pbio.1002533", "pubYear": "2016", "journalTitle": "PLoS Biol", ...}]}}
```
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache, lru_cache
from importlib.resources import files

from refcheck.comparing.venues import SKIPPED, abbreviates
from refcheck.identifiers.find import bare_doi
from refcheck.language.fold import keys, spelling
from refcheck.language.words import alternatives, every
from refcheck.model import Reference, Work, WorkType
from refcheck.resolving.network.limiter import Rate
from refcheck.resolving.network.reply import Reply
from refcheck.resolving.sources.fields import Fields, indexed_name, unique
from refcheck.resolving.sources.searched import ROWS, Searched, listed

_MEDLINE = 1966
"""The year MEDLINE begins with (https://www.nlm.nih.gov/medline/medline_overview.html)."""


class EuropePmc(Searched):
    """The Source ``europepmc``."""

    name = "europepmc"
    title = "Europe PMC"
    public = "https://www.ebi.ac.uk"
    path = "/europepmc/webservices/rest/search"
    rate = Rate(2, 1.0, 2)
    kinds = frozenset((WorkType.ARTICLE, WorkType.REPORT, WorkType.THESIS, WorkType.MANUSCRIPT, WorkType.OTHER))
    about = re.compile(rf"{alternatives(every('subjects', 'medicine'))}|lancet|\b(?:jama|jbmj|med|clin)\b")

    @classmethod
    def complete(cls, reference: Reference) -> bool:
        """Articles in journals that MEDLINE indexes completely, from its beginning until last year."""
        year = reference.year is not None and _MEDLINE <= reference.year < datetime.now(UTC).year
        return reference.kind is WorkType.ARTICLE and year and _in_medline(reference.container)

    def asked(self, words: Sequence[str], who: str, reference: Reference) -> Iterable[Mapping[str, str]]:
        """Records with the words in their titles by someone of this name; then without the name, which may be wrong."""
        title = [f'TITLE:"{word}"' for word in words]
        queries = [[*title, f'AUTH:"{who}"']] if who else []
        queries += [title] if len(words) > 1 else []
        return (_parameters(" AND ".join(query)) for query in queries)

    def read(self, reply: Reply) -> Sequence[Work]:
        """The ``result`` of a ``resultList``."""
        said = Fields(reply.data)
        rows = said.at("resultList").rows("result")
        return list(map(work_of, listed(reply, said.count("hitCount"), rows)))


def _parameters(query: str) -> Mapping[str, str]:
    return {"query": query, "format": "json", "resultType": "lite", "pageSize": str(ROWS)}


@cache
def _journals() -> Mapping[tuple[int, str], Sequence[list[str]]]:
    """Number of words and a first letter -> the words of the journals' names that have as many and begin so."""
    text = files("refcheck").joinpath("data/medline.toml").read_text("utf-8")
    journals: dict[tuple[int, str], list[list[str]]] = {}
    for name in map(_words, tomllib.loads(text)["journals"]):
        for letter in _first_letters(name):
            journals.setdefault((len(name), letter), []).append(name)
    return journals


def _first_letters(name: Sequence[str]) -> set[str]:
    """How a name may begin, since its first word may be spelt in two ways: two names that are the same share one."""
    return {name[0][0], spelling(name[0])[0]} if name else set()


@lru_cache(maxsize=4096)
def _in_medline(journal: str) -> bool:
    """Whether a journal is one of those, by its full or abbreviated name; a single word is not an abbreviation."""
    ours = _words(journal)
    return any(
        ours == theirs or (len(ours) > 1 and abbreviates(ours, theirs))
        for letter in _first_letters(ours)
        for theirs in _journals().get((len(ours), letter), ())
    )


def _words(name: str) -> list[str]:
    return [word for word in keys(name) if word not in SKIPPED]


def work_of(row: Fields) -> Work:
    """One result as a Work."""
    names = [name.strip(" .") for name in row.text("authorString").split(",")]
    return Work(
        source="europepmc",
        doi=bare_doi(row.text("doi")),
        type="posted-content" if row.text("source") == "PPR" else "journal-article",
        titles=unique([row.text("title").rstrip(".")]),
        authors=tuple(indexed_name(name) for name in names if name and name != "et al"),
        years=row.years("pubYear", "firstPublicationDate"),
        containers=unique([row.text("journalTitle"), row.at("journalInfo", "journal").text("title")]),
        volume=row.text("journalVolume"),
        issue=row.text("issue"),
        pages=row.text("pageInfo"),
        issn=unique(part.strip() for part in row.text("journalIssn").split(";")),
        pmid=row.text("pmid"),
    )
