"""GitLab's code quality report."""

from __future__ import annotations

import json
import re

from refcheck.reports import render
from tests.reports import example


def test_gitlab_issues_have_what_the_widget_needs() -> None:
    issues = json.loads(render([example.seed()], "gitlab"))
    assert len(issues) == 5
    assert len({issue["fingerprint"] for issue in issues}) == 5
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert re.fullmatch("[0-9a-f]{32}", issue["fingerprint"])
    off_topic = next(issue for issue in issues if issue["check_name"] == "off-topic")
    assert off_topic["location"] == {"path": "bib/hyperonafhankelijkheid.md", "lines": {"begin": 65, "end": 65}}
    assert "→ Remove this source" in off_topic["description"]
