"""Europe PMC: PubMed's articles, preprints, theses and guidance in the life sciences, also those without a DOI.

https://europepmc.org/RestfulWebService. No limit is published: two requests a second. Three or four calls in ten were
seen to answer 200 with a version and nothing else, which is a silence. An authority on the journals that MEDLINE takes
in whole (``refcheck/data/medline.toml``), on others a witness.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache, lru_cache
from importlib.resources import files

from refcheck.comparing.venues import abbreviates
from refcheck.language.fold import keys
from refcheck.language.words import alternatives, every
from refcheck.model import Name, Reference, Work, WorkType
from refcheck.resolving.network.limiter import Rate
from refcheck.resolving.network.reply import Reply
from refcheck.resolving.sources.fields import Fields, doi_of, unique
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
        """Articles of the journals that MEDLINE takes in whole, since it began and until last year."""
        year = reference.year is not None and _MEDLINE <= reference.year < datetime.now(UTC).year
        return reference.kind is WorkType.ARTICLE and year and _in_medline(reference.container)

    def asked(self, words: Sequence[str], who: str, reference: Reference) -> Iterable[Mapping[str, str]]:
        """Records that have the words in their titles, by somebody of this name; and of the words alone, for the
        name may be the wrong one."""
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
def _journals() -> Mapping[int, Sequence[list[str]]]:
    """The words of the names of the journals, by how many they are."""
    text = files("refcheck").joinpath("data/medline.toml").read_text("utf-8")
    journals: dict[int, list[list[str]]] = {}
    for name in map(_words, tomllib.loads(text)["journals"]):
        journals.setdefault(len(name), []).append(name)
    return journals


@lru_cache(maxsize=4096)
def _in_medline(journal: str) -> bool:
    """Whether a journal's name is one of those, in full or abbreviated; one word is not taken for an abbreviation."""
    ours = _words(journal)
    return any(
        ours == theirs or (len(ours) > 1 and abbreviates(ours, theirs)) for theirs in _journals().get(len(ours), ())
    )


def _words(name: str) -> list[str]:
    return [word for word in keys(name) if word not in ("the", "of", "and", "in", "for")]


def work_of(row: Fields) -> Work:
    """One result as a Work."""
    names = [name.strip(" .") for name in row.text("authorString").split(",")]
    return Work(
        source="europepmc",
        doi=doi_of(row.text("doi")),
        type="posted-content" if row.text("source") == "PPR" else "journal-article",
        titles=unique([row.text("title").rstrip(".")]),
        authors=tuple(_name(name) for name in names if name and name != "et al"),
        years=row.years("pubYear", "firstPublicationDate"),
        containers=unique([row.text("journalTitle"), row.at("journalInfo", "journal").text("title")]),
        volume=row.text("journalVolume"),
        issue=row.text("issue"),
        pages=row.text("pageInfo"),
        issn=unique(part.strip() for part in row.text("journalIssn").split(";")),
        pmid=row.text("pmid"),
    )


def _name(printed: str) -> Name:
    """ "van der Kolk BA": the initials stand last."""
    family, _, initials = printed.rpartition(" ")
    return Name(family=family, given=initials) if family and initials.isupper() else Name(literal=printed)
