"""Without a claim there is a verdict and no finding."""

from __future__ import annotations

from refcheck.checks.claim import find
from refcheck.claim.judge import judge
from tests.checks.cases import case


def test_without_a_claim_there_is_no_finding_but_a_verdict() -> None:
    made = case((1990, 1991, 1992))
    assert not list(find(made))
    assert judge(made).sentence is None
    assert judge(made).criteria[2].verdict == "contradicted"
