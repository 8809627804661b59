"""JUnit XML, against the schema that Jenkins publishes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from refcheck.reports import render
from tests.reports import example

JENKINS = etree.XMLSchema(etree.parse(str(Path(__file__).parents[1] / "schemas" / "jenkins-junit.xsd")))


@pytest.mark.parametrize("make", example.ALL)
def test_junit_is_valid_against_the_schema_of_jenkins(make) -> None:
    document = etree.fromstring(render([make()], "junit").encode())
    assert JENKINS.validate(document), JENKINS.error_log


def test_junit_fails_skips_and_passes() -> None:
    root = etree.fromstring(render([example.seed(), example.clean()], "junit").encode())
    suites = root.findall("testsuite")
    assert [suite.get("name") for suite in suites] == ["bib/hyperonafhankelijkheid.md", "clean.md"]
    cases = {case.get("name"): case for case in suites[0]}
    assert len(cases["1 Berenz et al. 2018"]) == 0
    assert cases["3 Muller et al. 2000"].find("skipped") is not None
    purshouse = cases["5 Purshouse & Fleming 2003"]
    assert purshouse.find("failure").get("type") == "off-topic"
    assert "note[doi-missing]" in purshouse.findtext("system-out")
    assert "error[claim]" in cases["the article"].findtext("failure")
    assert (suites[0].get("tests"), suites[0].get("failures"), suites[0].get("skipped")) == ("6", "3", "1")
    assert (root.get("tests"), root.get("failures")) == ("8", "3")


def test_junit_drops_what_xml_forbids() -> None:
    text = render([example.hostile()], "junit")
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", text)
    assert "<script>" not in text
