"""The work's field of study is not that of the other references.

## What
Every reference is placed in 26 fields of study by the words of its title and its venue. One whose fields have little to do
with those of all the others is reported.

## Example
A list of four works on trauma and attachment also holds "Conflict, harmony, and independence: Relationships in evolutionary
multi-criterion optimisation", a paper on algorithms: it shares a few words with the article and nothing else.

## Why
A source picked for a word in its title, not for what it says, supports nothing. Such sources get into lists through keyword
searches and generated text.

## How sure
It is a warning and never an error: a good article may cite outside its field. The check is silent for lists of fewer than
four works, when the others have no field in common, and for titles whose words the model does not know.

## How to fix
Read the work. Remove it where it does not support the sentence it is cited for.

## How to accept
Sign it off in the configuration with the reason it is cited:
`[[tool.refcheck.accept]]`, `check = "off-topic"`, `reference = "..."`, `reason = "..."`, `by = "..."`.
"""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.checks import Case, Check
from refcheck.checks._fields import LEAST_KNOWN, described, model, predict, strangeness
from refcheck.model import Finding, Severity

_FEWEST = 4  # references the model can place, below which there is no company to be strange in


def find(case: Case) -> Iterator[Finding]:
    """One finding for each reference whose fields are not those of the rest of the list."""
    import numpy as np

    works = [
        described(reference, resolution.work)
        for reference, resolution in zip(case.references, case.resolutions, strict=True)
    ]
    if len(works) < _FEWEST:
        return
    shares, known = predict(works)
    placed = np.flatnonzero(known >= LEAST_KNOWN)
    if len(placed) < _FEWEST:
        return
    scores = strangeness(shares[placed])
    threshold = 2.4 + 0.2 * np.log(len(placed) / 8)
    names = model().fields
    for k, i in enumerate(placed):
        if scores[k] > threshold:
            rest = np.delete(shares[placed], k, axis=0).mean(axis=0)
            own = names[int(shares[i].argmax())]
            shared = " and ".join(names[int(f)] for f in np.argsort(-rest)[:2])
            entry = case.references[i].entry
            yield Finding(
                check="off-topic",
                severity=Severity.WARNING,
                message=f"it seems to belong to {own}, while the other references belong to {shared}",
                confidence="medium" if scores[k] > threshold + 0.5 else "low",
                reference=int(i),
                line=entry.line if entry else 1,
                end_line=entry.end_line if entry else 1,
                field="title",
                printed=case.references[i].title,
            )


CHECK = Check(
    slug="off-topic",
    summary="the work's field of study is not that of the other references",
    severity=Severity.WARNING,
    offline=True,
    find=find,
    explain=__doc__ or "",
)
