"""The work has little to do with the other references.

## What
Every reference is compared with the others by what real bibliographies cite together: the words of its title and its
venue, its field of study, and the article's own title and text. A work that such a list would hardly cite is reported,
with the reference nearest to it and the words it shares with the list.

## Example
A list of four works on trauma and attachment also holds "Conflict, harmony, and independence: Relationships in
evolutionary multi-criterion optimisation", a paper on algorithms that shares only a few words with the article.

## Why
A reference chosen for a word in its title, not for what it says, supports nothing. Such references get into lists
through keyword searches and generated text.

## How sure
It is a warning, or a note where its confidence is low, but never an error: a good article may cite outside its field.
Works that are cited in every subject (statistics, software, reporting guidelines, classics of method) are known as
such. In a list of several subjects a stranger counts for less. The check is silent where fewer than four works of the
list can be placed, and on titles whose words or script the model does not know. Confidence is lower for a work that
the text cites repeatedly, and higher for a work that it never cites. `benchmarks/relevance.py` measures the check;
`refcheck/data/topics.md` describes what the model was trained on.

## How to fix
Read the work. Remove it where it does not support the sentence it is cited for.

## How to accept
Sign it off in the configuration with the reason it is cited:

    [[tool.refcheck.accept]]
    check = "off-topic"
    reference = "purshouse2003"
    reason = "the metaphor of the introduction comes from it"
    by = "A. Editor"
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from refcheck.case import Case
from refcheck.checks.base import Check
from refcheck.checks.support.evidence import finding
from refcheck.citing.use import has_text, times_mentioned
from refcheck.matching.reasons import quoted
from refcheck.model import Article, Confidence, Finding, Identity, Severity
from refcheck.sentences import Sentence, joined, say
from refcheck.topics.model import LONGEST, described
from refcheck.topics.strangeness import FEWEST, nearest, shared_words, strangeness

_LEVELS = (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH)
_MEDIUM, _HIGH = 0.7, 1.7  # log odds above the threshold
_OFTEN = 3  # mentions in the text; with as many, the work matters to the article
_PIECES = 7  # pieces of the article that the model reads, title included


def find(case: Case) -> Iterator[Finding]:
    """One finding for each reference that has little to do with the rest of the list."""
    if len(case.references) < FEWEST:
        return
    # The record of another work (a DOI that leads elsewhere) says nothing about this one.
    records = [found.work if found.identity is Identity.VERIFIED else None for found in case.resolutions]
    registered = [described(reference, work) for reference, work in zip(case.references, records, strict=True)]
    # Venues as printed, where there are any, since the model was trained on printed lists.
    works = [(title, r.container or venue) for r, (title, venue) in zip(case.references, registered, strict=True)]
    scores = strangeness(works, _pieces(case.article)).tolist()
    if not any(score > 0 for score in scores):
        return
    times = times_mentioned(case) if has_text(case.article) else None
    for index, score in enumerate(scores):
        if score > 0:
            uses = times[index] if times else None  # None where nothing in the list is mentioned
            confidence = _confidence(score, uses)
            yield finding(
                case,
                index,
                "off-topic",
                Severity.NOTE if confidence is Confidence.LOW else Severity.WARNING,
                _message(works, index, case.article.title, uses),
                confidence=confidence,
                field="title",
                printed=case.references[index].title,
            )


def _pieces(article: Article) -> list[str]:
    """The article's title and the beginning of its text, cut to what the model reads at a time."""
    text = article.text[: _PIECES * LONGEST]
    return [article.title, *(text[k : k + LONGEST] for k in range(0, len(text), LONGEST))]


def _confidence(score: float, uses: int | None) -> Confidence:
    """By how strange the work is; a step up where the text never cites it, a step down where it often does.

    score: log odds above the threshold. uses: mentions in the text, None where none of the list is mentioned.
    """
    level = (score > _MEDIUM) + (score > _HIGH)
    if uses is not None:
        level += (uses == 0) - (uses >= _OFTEN)
    return _LEVELS[min(max(level, 0), 2)]


def _message(works: Sequence[tuple[str, str]], index: int, article: str, uses: int | None) -> Sentence:
    """The reasons an editor can check: the nearest reference, the words they share, how the text uses it."""
    closest = works[nearest(works, index)][0]
    said = say("This work has little to do with the other references")
    if closest:
        said = say("{said}; closest in this list: {title}", said=said, title=quoted(closest))
    common = shared_words(works, index, article)
    if common:
        said = say("{said}; it shares only {words} with them", said=said, words=joined(map(quoted, common)))
    if uses == 0:
        said = say("{said}; the text never cites it", said=said)
    elif uses is not None and uses >= _OFTEN:
        said = say("{said}; yet the text cites it {n} times", said=said, n=uses)
    return say("{said}.", said=said)


CHECK = Check(
    slug="off-topic",
    summary="the work has little to do with the other references",
    severity=Severity.WARNING,
    offline=True,
    find=find,
    explain=__doc__,
)
