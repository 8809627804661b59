"""Cases for ``tests/approved.py``: a reference or a list for each branch of each check, all checks run on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from refcheck.case import Case
from refcheck.config import Acceptance, Settings
from refcheck.model import (
    Answer,
    Article,
    ClaimSentence,
    Entry,
    Evidence,
    Identity,
    Kinship,
    Name,
    Outcome,
    Reference,
    Relation,
    Resolution,
    Severity,
    Unread,
    UnreadReason,
    Update,
)
from tests.checks.cases import CLAIM, case, finding, unchecked
from tests.checks.resolved import ENTRY, REF, absent, found, updated
from tests.comparing.examples import WORK

OTHER = replace(WORK, doi="10.1/other", titles=("Rain on the roofs",), subtitles=(), authors=(Name("Rowe", "T."),))
OTHERS = tuple(replace(OTHER, doi=f"10.1/other{n}", years=(2000 + n,)) for n in range(5))
NO_DOI = replace(REF, raw=REF.raw.partition(" https://doi")[0], doi="", doi_printed="")
NOTICES = tuple(
    Update(kind, doi, day, source)
    for kind, doi, day, source in (
        ("retraction", "10.1/notice", "2010-02-06", "publisher"),
        ("retraction", "10.1/notice", "2010-02-06", "retraction-watch"),
        ("withdrawal", "", "", "title"),
        ("expression_of_concern", "10.1/eoc", "2011", "publisher"),
        ("correction", "10.1/c1", "2012-01", "publisher"),
        ("erratum", "", "2013", "publisher"),
        ("new_version", "10.1/v2", "2014-01-01", "publisher"),
        ("partial_retraction", "10.1/p", "2015", "publisher"),
        ("reinstatement", "10.1/r", "2016-01-01", "retraction-watch"),
    )
)


def listed(*resolutions: Resolution, settings: Settings | None = None, **article: Any) -> Case:
    """A list of these, in a text that cites none."""
    return Case(
        Article("x.md", article.pop("format", "markdown"), **article),
        tuple(resolution.reference for resolution in resolutions),
        tuple(resolutions),
        settings or Settings(),
        version="0.1.0",
    )


def entered(raw: str, **fields: Any) -> Reference:
    """A reference that is only its entry."""
    return Reference(raw=raw, entry=Entry(raw, 7, 9), **fields)


def unread(reference: Reference) -> Resolution:
    return Resolution(reference, Identity.UNCHECKED)


_MARKUP = replace(REF, entry=replace(ENTRY, markup="bibtex"))
_LATE = replace(REF, entry=Entry(REF.raw, 40, 42))
_FIELDS: list[dict[str, Any]] = [
    {"year": 2007},
    {"year": 2003},
    {"year": 1990},
    {"volume": "77"},
    {"issue": "9"},
    {"pages": "1--2"},
    {"volume": "77", "issue": "9", "pages": "1--2"},
    {"title": "Secondary effects in couples"},
    {"title": "Secondary traumatic effect in couples: a clinician’s guide"},
    {"container": "Journal of Rain"},
    {"authors": REF.authors[:2]},
    {"authors": REF.authors[::-1]},
    {"authors": (*REF.authors, Name("Rowe", "T."))},
    {"authors": (Name("Colk", "B. A.", "van der"), *REF.authors[1:])},
    {"authors": (Name("Rowe", "T."),)},
    {"title": "Rain on the roofs", "authors": (Name("Rowe", "T."),), "year": 1950},
    {"confidence": {"year": 0.3, "title": 0.3, "volume": 0.3}, "year": 1999, "volume": "3"},
    {"raw": "Kolk 2006", "year": 2010},
]

LISTS: dict[str, Case] = {
    "clean": listed(found()),
    **{
        f"one field {n}: {fields!r}"[:100]: listed(found(reference=replace(REF, **fields)))
        for n, fields in enumerate(_FIELDS)
    },
    **{
        f"one field alone {n}": listed(found(reference=replace(REF, **({"raw": "x"} | fields))))
        for n, fields in enumerate(_FIELDS)
    },
    **{
        f"one field by search {n}": listed(found(reference=replace(NO_DOI, **fields), evidence=Evidence.SEARCH))
        for n, fields in enumerate(_FIELDS)
    },
    **{
        f"one field in a .bib {n}": listed(found(reference=replace(_MARKUP, **fields)), format="bibtex")
        for n, fields in enumerate(_FIELDS[::3])
    },
    **{f"notice {n}": listed(found(updated(notice))) for n, notice in enumerate(NOTICES)},
    **{f"notices to {n}": listed(found(updated(*NOTICES[:n]))) for n in range(2, len(NOTICES) + 1)},
    "notice about itself": listed(found(updated(replace(NOTICES[0], about="10.1/another")))),
    "notice by search": listed(found(updated(NOTICES[0]), NO_DOI, evidence=Evidence.SEARCH)),
    "notice printed": listed(
        found(updated(NOTICES[0]), replace(REF, raw=f"{REF.raw} RETRACTED", title=f"RETRACTED: {REF.title}"))
    ),
    "correction printed": listed(found(updated(NOTICES[4]), replace(REF, raw=f"{REF.raw} Correction: 10.1/c1"))),
    **{
        f"relation {kind}": listed(found(replace(WORK, relations=(Relation(kind, "10.1/rel"),))))
        for kind in ("is-preprint-of", "has-preprint", "is-version-of", "has-version", "is-replaced-by")
    },
    "preprint": listed(
        found(replace(WORK, type="posted-content", relations=(Relation("is-preprint-of", "10.1/rel"),)))
    ),
    "doi other": listed(Resolution(REF, Identity.OTHER_WORK, OTHER, Evidence.IDENTIFIER, why="Nothing agrees.")),
    "doi other, true one known": listed(
        Resolution(REF, Identity.OTHER_WORK, OTHER, Evidence.IDENTIFIER, candidates=(WORK,), why="Nothing agrees.")
    ),
    "doi other, true one has no DOI": listed(
        Resolution(REF, Identity.OTHER_WORK, OTHER, Evidence.IDENTIFIER, candidates=(replace(WORK, doi=""),))
    ),
    "doi other, title unsure": listed(
        Resolution(
            replace(REF, confidence={"title": 0.2, "authors": 0.2}), Identity.OTHER_WORK, OTHER, Evidence.IDENTIFIER
        )
    ),
    **{f"kinship {kinship}": listed(found(kinship=kinship)) for kinship in Kinship},
    **{
        f"kinship {kinship} of another": listed(
            Resolution(REF, Identity.OTHER_WORK, OTHER, Evidence.IDENTIFIER, kinship=kinship)
        )
        for kinship in Kinship
    },
    "elsewhere": listed(found(reference=replace(REF, pmid="123"), elsewhere=(OTHER,))),
    "repaired": listed(
        found(
            reference=replace(REF, doi="10.1037/0002-9432.76.4.451.pdf", doi_printed="10.1037/0002-9432.76.4.451.pdf"),
            repaired_doi=WORK.doi,
        )
    ),
    "repaired, other": listed(
        Resolution(REF, Identity.OTHER_WORK, OTHER, Evidence.IDENTIFIER, repaired_doi="10.1/other")
    ),
    "unregistered": listed(absent(REF, "crossref", "doi.org", question=f"ra:{WORK.doi}")),
    "unregistered handle": listed(absent(REF, "doi.org", question=f"handle:{WORK.doi}")),
    "unregistered, found": listed(
        found(
            reference=REF,
            evidence=Evidence.SEARCH,
            work=replace(WORK, doi="10.1/true"),
            answers=(Answer("doi.org", f"handle:{REF.doi}", Outcome.ABSENT, "2026-11-22"),),
        )
    ),
    "absent": listed(absent(NO_DOI, "crossref")),
    "absent of three": listed(absent(NO_DOI, "crossref", "pubmed", "openlibrary", why="They were asked.")),
    "absent with a near one": listed(absent(NO_DOI, "crossref", candidates=(OTHER,))),
    "absent book": listed(
        absent(
            replace(NO_DOI, type="book", container="", publisher="Press", isbn="9780306406157"),
            "openlibrary",
            "crossref",
        )
    ),
    "absent page": listed(absent(replace(NO_DOI, type="online", url="https://rain.example/"), "crossref")),
    "missing doi": listed(found(reference=NO_DOI, evidence=Evidence.SEARCH)),
    "missing doi by pmid": listed(found(reference=replace(NO_DOI, pmid="5"))),
    "short doi": listed(found(reference=replace(NO_DOI, handle="10/abc"))),
    "handle": listed(found(reference=replace(NO_DOI, handle="1887/13571"))),
    "missing doi in a .bib": listed(
        found(reference=replace(NO_DOI, entry=replace(ENTRY, markup="bibtex")), evidence=Evidence.SEARCH),
        format="bibtex",
    ),
    "ambiguous": listed(Resolution(NO_DOI, Identity.AMBIGUOUS, candidates=OTHERS[:2], why="Two works fit.")),
    "ambiguous, many": listed(Resolution(NO_DOI, Identity.AMBIGUOUS, candidates=OTHERS, why="Several fit."), found()),
    "ambiguous, no DOIs": listed(
        Resolution(NO_DOI, Identity.AMBIGUOUS, candidates=tuple(replace(o, doi="") for o in OTHERS[:2]))
    ),
    **{
        f"malformed {doi}": listed(
            unread(entered(f"Rowe, T. (2001). Rain. doi:{doi}", title="Rain", doi_printed=doi, problems=()))
        )
        for doi in (
            "10.1000",
            "10.1000/",
            "doi.org/abc",
            "https://doi.org/10.1000/x y",
            "n/a",
            "123",
            "http://dx.doi.org/",
        )
    },
    "malformed as it is printed": listed(unread(replace(REF, doi="", doi_printed="10.1037//0002-9432"))),
    "duplicates": listed(found(), found(reference=_LATE)),
    "three of one": listed(
        found(), found(reference=_LATE), found(reference=replace(REF, entry=Entry(REF.raw, 90, 90)))
    ),
    "duplicates that differ": listed(found(), found(reference=replace(_LATE, year=2005, pages=""))),
    "duplicates without DOI": listed(unread(NO_DOI), unread(replace(NO_DOI, entry=_LATE.entry))),
    "duplicates in a .bib": listed(
        found(reference=_MARKUP),
        found(reference=replace(_MARKUP, key="other", entry=replace(ENTRY, line=40, end_line=44, markup="bibtex"))),
        format="bibtex",
    ),
    "glued": listed(unread(entered("Rowe, T. (2001). Rain. Rome: Press. Vale, A. (2002). Snow. Oslo: Press."))),
    "glued in a PDF": listed(
        unread(entered("Rowe, T. (2001). Rain. Rome: Press. Vale, A. (2002). Snow. Oslo: Press.")), format="pdf"
    ),
    **{
        f"unread {reason}": listed(
            found(), unread=(Unread(3, 4, reason, "Some item, 2001."), Unread(9, 9, reason, "")), items_seen=4
        )
        for reason in UnreadReason
    },
    "items seen": listed(found(), items_seen=3),
    "nothing read": listed(),
    "off": listed(found(reference=replace(REF, year=2007)), settings=Settings(severities={"year-differs": "off"})),
    "another severity": listed(
        found(reference=replace(REF, year=2007)), settings=Settings(severities={"year-differs": "error"})
    ),
    "uncited": case(cited=(0, 1)),
    "uncited, claim": case(cited=(0, 1), claim=CLAIM),
    "cites nothing": case(cited=()),
    "dated": case((1990, 1989, 1985, 1980, None)),
    "dated, claim": case((1990, 1989, 1985, 1980, None), claim=CLAIM),
    "claim holds": case(claim=CLAIM),
    "claim, no date": case(claim=CLAIM, day=None),
    "claim in another language": case(claim=CLAIM, language="de"),
    "claim of a long sentence": case(
        claim=ClaimSentence(f"{CLAIM.text} {'And so on and on. ' * 30}", 90, 95, "en", CLAIM.criteria)
    ),
    "claim, unchecked": unchecked(case(claim=CLAIM), 0, 2),
    "claim, all unchecked": unchecked(case(claim=CLAIM), *range(5)),
    "claim, one retracted": replace(
        case(claim=CLAIM), resolutions=(found(updated(NOTICES[0])), *case(claim=CLAIM).resolutions[1:])
    ),
    "sign-offs": case(
        accept=[
            Acceptance("year-differs", "nobody2001", "known", "the editor"),
            Acceptance("uncited", "authorb2019", "in a note", "the editor", date(2090, 1, 1)),
            Acceptance("uncited", "10.1000/2", "in a note", "the editor", date(2020, 1, 1)),
        ],
        cited=(0,),
    ),
    "findings of others": case(
        claim=CLAIM, findings=[finding("off-topic", 1), finding("retracted", 0, Severity.ERROR)]
    ),
    "of 2026": case((2026, 2026, 2025), claim=CLAIM, day=date(2026, 1, 1)),
}
