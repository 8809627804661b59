"""Glued.

## What
Two references stand in one item of the list.

## Example
`… 451–460. doi:10.1037/0002-9432.76.4.451 Muller, R. T., Sicoli, L. A. (2000). … doi:10.1023/A:1007772905330`

## Why
Only one of them can be checked, and readers overlook the other.

## How sure
A second author and year were seen to begin inside the item, with a whole reference on either side, or the item prints
two DOIs. No field of such an entry is judged on that evidence. Two DOIs are a note: an entry may also name a dataset
or a reprint.

## How to fix
Start a new line or paragraph for each reference.

## How to accept
`[[tool.refcheck.accept]]` with `check = "glued"`, words of the item as the reference, a reason, your name and an
end date.
"""

from __future__ import annotations

from collections.abc import Iterator

from refcheck import patterns as re
from refcheck.case import Case
from refcheck.checks.base import Check
from refcheck.checks.support.evidence import finding
from refcheck.identifiers.find import find_identifiers
from refcheck.language.words import alternatives, every
from refcheck.matching.reasons import quoted
from refcheck.model import Confidence, Finding, Markup, Reference, Severity, UnreadReason
from refcheck.sentences import joined, say

_SECOND_YEAR = re.compile(r"[^\W\d_]{2}[^\d]{1,300}(?<!\d)(?:1[5-9]|20)\d\d[a-z]?\b")
_OTHER_FORM = re.compile(alternatives(every("titles", "other_form")), re.IGNORECASE)


def find(case: Case) -> Iterator[Finding]:
    """Items that hold more than one reference."""
    lines = set()
    for item in case.article.unread:
        if item.reason == UnreadReason.GLUED:
            lines.add(item.line)
            said = [say("Two references seem to stand in this item"), *([quoted(item.text[:80])] if item.text else [])]
            yield Finding(
                "glued", Severity.WARNING, say("{said}.", said=joined(said, "{first}: {rest}")),
                line=item.line, end_line=item.end_line, printed=item.text[:200],
            )  # fmt: skip
    for index, reference in enumerate(case.references):
        if reference.entry is not None and reference.entry.line in lines:
            continue
        dois = _dois(reference)
        if len(dois) > 1:
            message = say(
                "This entry prints two DOIs, {first} and {second}: two references in one item?",
                first=dois[0], second=dois[1],
            )  # fmt: skip
            yield finding(
                case,
                index,
                "glued",
                Severity.NOTE,  # in public repositories 3 of 7 were right; the others name a dataset or a reprint
                message,
                confidence=Confidence.MEDIUM,
                printed=reference.raw[:200],
            )


def _dois(reference: Reference) -> list[str]:
    """The distinct DOIs of an entry that has another year after the first of them; [] for others."""
    if reference.entry is not None and reference.entry.markup != Markup.TEXT:
        return []
    raw = reference.raw[:4000]
    found = [identifier for identifier in find_identifiers(raw) if identifier.kind == "doi"]
    if len({identifier.value for identifier in found}) < 2:
        return []
    between = raw[found[0].end : found[-1].start]
    if _OTHER_FORM.search(between) or not _SECOND_YEAR.search(between):
        return []
    return list(dict.fromkeys(identifier.value for identifier in found))


CHECK = Check(
    slug="glued",
    summary="two references stand in one item of the list",
    severity=Severity.WARNING,
    offline=True,
    find=find,
    explain=__doc__,
)
