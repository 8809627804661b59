"""The formats CI servers read: JUnit XML, GitHub annotations, GitLab code quality."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree

from refcheck.reports import render

JENKINS = etree.XMLSchema(etree.parse(str(Path(__file__).parents[1] / "schemas" / "jenkins-junit.xsd")))


@pytest.mark.parametrize("format", ["github", "gitlab", "junit"])
def test_no_reports_is_a_valid_document(format) -> None:
    text = render([], format)
    if format == "gitlab":
        assert json.loads(text) == []
    elif format == "junit":
        assert JENKINS.validate(etree.fromstring(text.encode()))
    else:
        assert text == ""
