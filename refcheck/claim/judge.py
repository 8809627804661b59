"""The verdict on an article's references, criterion by criterion."""

from __future__ import annotations

from refcheck.case import Case
from refcheck.claim.criteria import criteria
from refcheck.claim.suggestion import suggestion
from refcheck.model import ClaimVerdict


def judge(case: Case) -> ClaimVerdict:
    """The verdict on the references, criterion by criterion, whether or not the article makes a claim.

    ``case.findings``: all findings with the sign-offs applied; ``Criterion.findings`` are indexes into it.
    """
    judged = criteria(case)
    sentence = case.article.claim
    differs = sentence is not None and languages_differ(sentence.language, case.article.language)
    return ClaimVerdict(sentence, judged, suggestion(case, judged), language_differs=differs)


def languages_differ(one: str, other: str) -> bool:
    """Whether two ISO 639-1 codes, both not "", are of different languages; Norwegian counts as one language."""
    same = {"nb": "no", "nn": "no"}
    first, second = (same.get(code.lower()[:2], code.lower()[:2]) for code in (one, other))
    return bool(first and second) and first != second
