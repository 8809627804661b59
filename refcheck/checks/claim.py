"""Claim.

## What
The article says that its references were reviewed, and the findings contradict it, criterion by criterion.

## Example
"All cited sources were thoroughly reviewed by our team to ensure their quality, reliability, currency and validity",
above a list in which one work is retracted and most are older than ten years.

## Why
It is the promise readers and editors rely on. A promise that the list itself refutes is worse than none.

## How sure
Each criterion is upheld, contradicted or not established, with its evidence and the findings behind it. It is an error
only where a criterion that the sentence names is contradicted; what could not be checked never makes one. Quality:
scholarly kinds of work, an identifiable venue or publisher, registered. Reliability: identity verified, not
retracted, metadata right. Currency: ages within the policy. Validity: on topic, and mentioned in the text.

## How to fix
Settle the findings listed, or replace the sentence with the suggested one, which is true.

## How to accept
It can't be signed off itself. Sign off the findings behind it: a finding that someone vouches for no longer counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.case import Case
from refcheck.checks.base import Check
from refcheck.claim.criteria import CONTRADICTED, short_names
from refcheck.claim.judge import judge
from refcheck.model import Criterion, Finding, Severity
from refcheck.sentences import joined, say

_QUOTED = 160  # characters of the sentence quoted in the message


def find(case: Case) -> Iterator[Finding]:
    """The finding for a claim that is contradicted in a criterion it names."""
    sentence = case.article.claim
    if sentence is None:
        return
    verdict = judge(case)
    named = sentence.criteria or tuple(criterion.name for criterion in verdict.criteria)
    against = [c for c in verdict.criteria if c.name in named and c.verdict == CONTRADICTED]
    if not against:
        return
    text = sentence.text if len(sentence.text) <= _QUOTED else sentence.text[:_QUOTED].rpartition(" ")[0] + " …"
    reasons = joined(
        (say("{criterion}: {reason}", criterion=say(c.name.capitalize()), reason=_reason(case, c)) for c in against),
        "{first} {rest}",
    )
    yield Finding(
        "claim",
        Severity.ERROR,
        say("The article claims “{claim}”, but that is contradicted. {reasons}", claim=text, reasons=reasons),
        line=sentence.line,
        end_line=sentence.end_line,
        suggestion=verdict.suggestion,
        printed=sentence.text,
    )


def _reason(case: Case, criterion: Criterion) -> str:
    """The first piece of evidence with a finding behind it, or the very first."""
    findings = [case.findings[k] for k in criterion.findings if k < len(case.findings)]
    backed = [(e, f) for e in criterion.evidence for f in findings if f.message in e]
    if not backed:
        return criterion.evidence[0]
    evidence, told = backed[0]
    if told.reference is None:
        return evidence
    # The finding's own sentence is printed with its reference.
    return say("{names}: {message}", names=short_names(case, [told.reference]), message=f"{told.check}.")


CHECK = Check(
    slug="claim",
    summary="the article claims reviewed references, and the findings contradict it",
    severity=Severity.ERROR,
    offline=False,
    find=find,
    explain=__doc__,
    last=True,
)
