"""Claim language.

## What
The sentence that claims the references were reviewed is in a different language from the article.

## Example
A Dutch article ends with "Alle siterte kilder ble grundig gjennomgått ...", which is Norwegian.

## Why
The article's readers can't read the promise, and no proofreader can have meant it: the sentence came with a template.

## How sure
The sentence's language is recognised by its own words, the article's by its text or its metadata. Nothing is reported
when either is unknown.

## How to fix
Write the sentence in the article's language, if it is true; the suggested one is both.

## How to accept
`[[tool.refcheck.accept]]` with `check = "claim-language"` and some words of the sentence as the reference.
"""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.case import Case
from refcheck.checks.base import Check
from refcheck.claim.judge import languages_differ
from refcheck.language.words import name_of
from refcheck.model import Finding, Severity
from refcheck.sentences import say


def find(case: Case) -> Iterator[Finding]:
    """One finding when the claim's language is not the article's."""
    sentence = case.article.claim
    if sentence is None or not languages_differ(sentence.language, case.article.language):
        return
    ours, theirs = (say(name_of(code[:2])) for code in (sentence.language, case.article.language))
    yield Finding(
        "claim-language",
        Severity.WARNING,
        say("The claim about the references is in {ours}, the article in {theirs}.", ours=ours, theirs=theirs),
        line=sentence.line,
        end_line=sentence.end_line,
        printed=sentence.text,
    )


CHECK = Check(
    slug="claim-language",
    summary="the claim about the references is in another language than the article",
    severity=Severity.WARNING,
    offline=True,
    find=find,
    explain=__doc__,
)
