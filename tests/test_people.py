"""What an editor sees of two long lists, one with fifteen faults put in, and with what Crossref has of its works."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import refcheck
from refcheck.model import Identity
from refcheck.reports import render
from tests.long_lists import SIXTY, THREE_HUNDRED, registers
from tests.test_main_job import ROOT


@pytest.fixture(scope="module")
def crossref() -> Iterator[dict[str, str]]:
    with registers() as environment:
        yield environment


@pytest.fixture
def answered(crossref: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in crossref.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def sixty(answered: None) -> refcheck.Report:
    return refcheck.check(SIXTY)


def lone(reference: str) -> refcheck.Report:
    return refcheck.check(f"# An article\n\nText.\n\n## References\n\n- {reference}\n")


def test_the_faults_are_found_and_the_rest_is_quiet(sixty: refcheck.Report) -> None:
    found = {
        (re.split(r"[,.]", sixty.references[finding.reference].raw)[0], finding.check)
        for finding in sixty.findings
        if finding.reference is not None and finding.check not in ("uncited", "off-topic")
    }
    assert found == {
        ("Bandura", "year-differs"),
        ("Bartholomew", "locator-differs"),
        ("Cohen", "doi-other-work"),
        ("Gross", "venue-differs"),
        ("Haidt", "locator-differs"),
        ("Harlow", "doi-unregistered"),
        ("Ioannidis", "doi-missing"),
        ("Kruger", "doi-unregistered"),
        ("Lazarus", "authors-differ"),
        ("Maslow", "title-differs"),
        ("Simmons", "doi-missing"),
        ("Stapel", "retracted"),
        ("Wakefield", "retracted"),
    }


def test_a_classic_of_the_field_is_no_stray(sixty: refcheck.Report) -> None:
    strays = {sixty.references[finding.reference].title for finding in sixty.findings if finding.check == "off-topic"}
    assert "Judgment under Uncertainty: Heuristics and Biases" not in strays
    assert "Molecular Structure of Nucleic Acids: A Structure for Deoxyribose Nucleic Acid" in strays


@pytest.mark.parametrize(
    "reference",
    [
        "Sociaal en Cultureel Planbureau. (2018). De sociale staat van Nederland 2018. SCP.",
        "Ministerie van Volksgezondheid, Welzijn en Sport. (2020). Nota over de positie van de cliënt.",
        "World Medical Association. Declaration of Helsinki. 2013.",
        "Statistisches Bundesamt. (2019). Bevölkerung in Deutschland 2019. Destatis.",
    ],
)
def test_what_an_organisation_brings_out_is_not_called_missing(answered: None, reference: str) -> None:
    report = lone(reference)
    assert [resolution.identity for resolution in report.resolutions] == [Identity.NOT_INDEXED]
    assert "not-found" not in {finding.check for finding in report.findings}


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        (
            "Granovetter, M. S., & Zwart, P. (1973). The Strength of Weak Ties. American Journal of Sociology, 78(6), "
            "1360–1380. https://doi.org/10.1086/225469",
            "“Zwart, P.” is printed but not registered",
        ),
        (
            "Maslow, B. H. (1943). A theory of human motivation. Psychological Review, 50(4), 370–396. "
            "https://doi.org/10.1037/h0054346",
            "“Maslow, B. H.” is printed where “Maslow, A. H.” is registered",
        ),
    ],
)
def test_an_invented_name_beside_a_true_one_is_seen(answered: None, reference: str, said: str) -> None:
    assert [f.check for f in lone(reference).findings if said in f.message] == ["authors-differ"]


def test_a_year_that_differs_between_text_and_list_has_words_of_its_own() -> None:
    report = refcheck.check(SIXTY, settings=refcheck.Settings(locked=True))
    (finding,) = (f for f in report.findings if f.check == "unlisted")
    assert (finding.field, finding.printed, finding.registered) == ("year", "Bandura, 1977", "")
    page = render([report], "html")
    assert "Jaartal in tekst en lijst verschilt" in page
    assert "Zet de bron in de lijst" not in page
    assert "registered" not in render([report], "text")


@pytest.mark.parametrize("into", ["pipe", "--output", "--also"])
def test_text_in_a_file_is_as_in_a_pipe(into: str, tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    more = {"pipe": [], "--output": ["--output", str(target)], "--also": ["--also", f"text={target}"]}[into]
    command = [sys.executable, "-m", "refcheck", "check", str(SIXTY), "--locked", "--notes", *more]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "60"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    text = done.stdout if into == "pipe" else target.read_text("utf-8")
    assert len(re.findall(rf"^{re.escape(str(SIXTY))}:\d+: ", text, re.M)) == 24


def test_the_language_declared_is_the_page_s() -> None:
    assert refcheck.read(THREE_HUNDRED).language == "de"


def test_three_hundred_references_are_a_screen() -> None:
    report = refcheck.check(THREE_HUNDRED, settings=refcheck.Settings(locked=True))
    text = render([report], "text", notes=False)
    assert text.count("\n") < 20
    assert "300 of 300 references without a warning or an error" in text
    assert not any(finding.check == "off-topic" for finding in report.findings)


@pytest.mark.xfail(reason="the strangest of the list by far, and below the threshold", strict=True)
def test_protein_structures_among_three_hundred_works_of_psychology_are_off_topic() -> None:
    report = refcheck.check(THREE_HUNDRED, settings=refcheck.Settings(locked=True))
    assert [finding.reference for finding in report.findings if finding.check == "off-topic"] == [140]
