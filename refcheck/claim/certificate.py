"""The certificate: everything a verdict rests on, so that anyone can reproduce it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from refcheck.case import Case
from refcheck.claim.quality import standing
from refcheck.model import Identity, Outcome, Resolution


def certificate(case: Case) -> dict[str, Any]:
    """The certificate as JSON-ready data, without absent facts.

    It depends only on the files and the answers, not on the clock or on how an answer was obtained: a locked run on the
    same files gives the same bytes. ``date`` is the day of the newest answer.
    """
    newest = case.newest_answer
    policy = case.settings.policy
    facts: dict[str, Any] = {
        "refcheck": case.version,
        "date": newest.isoformat() if newest else "",
        "article_date": case.article.date.isoformat() if case.article.date else "",
        "article_sha256": case.article.sha256,
        "list_sha256": case.article.list_sha256,
        "lock_sha256": case.lock_sha256,
        "references": len(case.references),
        "identities": _identities(case),
        "sources": _sources(case),
        "standing": [_standing(resolution) for resolution in case.resolutions],
        "policy": {
            "field": policy.field,
            "max_age": policy.age_limit,
            "max_share_older": policy.max_share_older,
            "newest_within": policy.newest_within,
        },
        "accepted": [
            {"check": f.check, "reference": f.reference, "accepted": f.accepted} for f in case.findings if f.accepted
        ],
    }
    return {name: value for name, value in facts.items() if value not in ("", [], {})}


def _standing(resolution: Resolution) -> Mapping[str, Any]:
    """One reference's kind, whether it names a venue or publisher, and whether a scholarly register knows it."""
    found = standing(resolution)
    return {"kind": found.kind, "published": found.published, "registered": found.indexed}


def _identities(case: Case) -> Mapping[str, int]:
    counts = dict.fromkeys(Identity, 0)
    for resolution in case.resolutions:
        counts[resolution.identity] += 1
    return {str(identity): count for identity, count in counts.items() if count}


def _sources(case: Case) -> Mapping[str, Mapping[str, Any]]:
    """For each register: the numbers of questions it answered and did not answer, and the day of its newest answer."""
    out: dict[str, dict[str, Any]] = {}
    seen = set()
    for resolution in case.resolutions:
        for answer in resolution.answers:
            if answer.outcome is Outcome.NOT_ELIGIBLE or (answer.source, answer.question) in seen:
                continue
            seen.add((answer.source, answer.question))
            row = out.setdefault(answer.source, {"answered": 0, "unreachable": 0})
            reached = answer.outcome is not Outcome.UNREACHABLE
            row["answered" if reached else "unreachable"] += 1
            if reached and answer.date[:10] > row.get("newest", ""):
                row["newest"] = answer.date[:10]
    return dict(sorted(out.items()))
