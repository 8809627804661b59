"""DOI malformed.

## What
What is printed as a DOI isn't one, or only becomes one when it is corrected.

## Example
`doi:10,1037/0002-9432.76.4.451` for `10.1037/0002-9432.76.4.451`; `doi: 101037` for none at all.

## Why
A link that has to be guessed doesn't work for the reader who clicks it.

## How sure
Old addresses (`http://dx.doi.org/`), short ones (`doi.org/gfvk6c`), upper case, a full stop at the end and a `?doi=` in
the address of another site are not faults. A DOI that resolves once corrected is a warning, with the corrected form as
the suggestion; a DOI that can't be corrected is an error.

## How to fix
Replace it with the suggestion, or copy the DOI from the work's page.

## How to accept
`[[tool.refcheck.accept]]` with `check = "doi-malformed"`, the reference's key, a reason, your name and an end date.
"""

from __future__ import annotations

from collections.abc import Iterator

from refcheck import patterns as re
from refcheck.case import Case
from refcheck.checks.base import Check
from refcheck.checks.support.evidence import finding
from refcheck.checks.support.style import doi_like
from refcheck.identifiers import DOI_PREFIX
from refcheck.identifiers.find import clean_doi, readings
from refcheck.model import Finding, Reference, Severity
from refcheck.sentences import say

_CLAIMS_DOI = re.compile(
    r"(?:(?<![?&;/\w])doi\s?[:=]\s?|(?<![\w.-])(?:dx\.)?doi\.org/)(?P<value>\S{3,200})", re.IGNORECASE
)
_REAL = re.compile(rf"{DOI_PREFIX}\S")
_CUT = re.compile(rf"{DOI_PREFIX}?")  # cut off by the end of a line in a PDF
_SHORT = re.compile(r"(?:10/)?[a-z\d]{3,9}$", re.IGNORECASE)  # shortdoi.org: "doi.org/10/gfvk6c", "doi.org/gfvk6c"
_WORDS = re.compile(r"^[^\d]{3,}$")


def find(case: Case) -> Iterator[Finding]:
    """References whose DOI resolves only when corrected, or that print something else after "doi"."""
    for index, resolution in enumerate(case.resolutions):
        reference = resolution.reference
        if resolution.repaired_doi not in ("", reference.doi) and not _is_printed(resolution.repaired_doi, reference):
            mended, printed = resolution.repaired_doi, reference.doi_printed or reference.doi
            message = say("The DOI {printed} only resolves as {mended}.", printed=printed, mended=mended)
            yield finding(
                case, index, "doi-malformed", Severity.WARNING, message,
                field="doi", printed=printed, registered=mended, suggestion=doi_like(case, mended),
            )  # fmt: skip
        elif not reference.doi and not reference.handle:
            printed = _no_doi(reference.raw)
            cut = case.article.format == "pdf" and _CUT.fullmatch(printed)
            if printed and not cut:
                work = resolution.work
                suggestion = doi_like(case, work.doi) if work and work.doi else ""
                message = say(
                    "“{printed}” is printed as a DOI, but a DOI begins with “10.”, four digits or more and a slash.",
                    printed=printed,
                )
                yield finding(
                    case, index, "doi-malformed", Severity.ERROR, message,
                    field="doi", printed=printed, registered=work.doi if work else "", suggestion=suggestion,
                )  # fmt: skip


def _is_printed(doi: str, reference: Reference) -> bool:
    """Whether what the entry prints for its DOI, or all that follows where it begins, can be read as this one."""
    raw = reference.raw.lower()
    return doi in (*readings(reference.doi_printed), *readings(raw[raw.find(reference.doi) :]))


def _no_doi(raw: str) -> str:
    """What an entry prints after "doi" if it is not a DOI, or ""; "doi: not available" does not count."""
    for match in _CLAIMS_DOI.finditer(raw[:4000]) if "doi" in raw.lower() else ():
        value = match["value"].strip(".,;)]}\"'{")
        if _REAL.match(value) or _WORDS.match(value) or len(value) < 4:
            continue
        if _SHORT.match(value) and (value.startswith("10/") or match[0].casefold().startswith(("doi.org", "dx."))):
            continue
        if not clean_doi(raw[match.start() :]):
            return value
    return ""


CHECK = Check(
    slug="doi-malformed",
    summary="the DOI printed is mistyped",
    severity=Severity.ERROR,
    offline=True,
    find=find,
    explain=__doc__,
)
