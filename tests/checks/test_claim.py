"""The claim's four criteria: each verdict follows from its evidence, and only what is named is contradicted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from refcheck.case import Case
from refcheck.checks.claim import find
from refcheck.checks.run import run
from refcheck.claim.judge import judge
from refcheck.model import Identity, Resolution, Severity
from tests.checks.cases import CLAIM, case, finding
from tests.claim.examples import with_findings

SEED = Path(__file__).parents[3] / "shared" / "seed" / "000_b57193ddcec74ce5.txt"


def test_the_finding_quotes_the_sentence_and_names_what_is_contradicted() -> None:
    made = with_findings(case((2018, 2006, 2003, 2000, 1994), claim=CLAIM), finding("off-topic", 4))
    (found,) = find(made)
    assert (found.severity, found.line, found.end_line) == (Severity.ERROR, 90, 91)
    assert CLAIM.text in found.message
    assert "Currency: 4 of 5 references are older than 10 years" in found.message
    assert "off-topic." in found.message.partition("Validity:")[2]
    assert "off-topic says" not in found.message  # that stands with the reference
    assert "Quality:" not in found.message
    assert found.suggestion.endswith("with the record: 5 of 5; years of publication: 1994–2018.")


def test_a_long_sentence_is_quoted_up_to_a_whole_word() -> None:
    long = replace(CLAIM, text=f"{CLAIM.text} " + "and so on and so forth " * 20)
    (found,) = find(with_findings(case((2018, 2006, 2003, 2000, 1994), claim=long), finding("off-topic", 4)))
    quoted = found.message.partition("“")[2].partition(" …”")[0]
    assert long.text.startswith(f"{quoted} ")
    assert 150 < len(quoted) <= 160


def test_a_criterion_that_the_sentence_does_not_name_is_not_held_against_it() -> None:
    only_quality = replace(CLAIM, criteria=("quality",))
    old = (2018, 2006, 2003, 2000, 1994)
    assert not list(find(case(old, claim=only_quality)))
    assert list(find(case(old, claim=replace(CLAIM, criteria=()))))


def test_the_article_that_started_it() -> None:
    if not SEED.exists():
        pytest.skip(f"needs {SEED}")
    from refcheck.api import cite
    from refcheck.exchange.references import parse_entries
    from refcheck.reading import read

    article = cite(read(SEED))
    references = parse_entries(article.entries)
    made = Case(article, references, tuple(Resolution(r, Identity.UNCHECKED) for r in references))
    findings = run(made)
    verdicts = {c.name: c.verdict for c in judge(replace(made, findings=findings)).criteria}
    assert verdicts == {
        "quality": "not established",
        "reliability": "not established",
        "currency": "contradicted",
        "validity": "contradicted",
    }
    said = {f.check: f for f in findings}
    assert said["claim"].line == article.claim.line == 81 if article.claim else False
    assert said["claim-language"].message == "The claim about the references is in Norwegian, the article in Dutch."
    assert "Currency" in said["claim"].message
