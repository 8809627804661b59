"""A finding keeps its name when lines move, and no two of a report share one."""

from dataclasses import replace

from refcheck.model import Report
from refcheck.reports.fingerprint import fingerprints
from tests.reports import example


def names(report: Report) -> list[str]:
    return [name for _, name in fingerprints(report)]


def test_every_finding_has_one_of_its_own() -> None:
    report = example.seed()
    twice = replace(report, findings=report.findings * 2)
    assert [finding for finding, _ in fingerprints(twice)] == list(twice.findings)
    assert len(set(names(twice))) == len(twice.findings)
    assert all(len(name) == 32 and int(name, 16) >= 0 for name in names(twice))


def test_lines_and_messages_may_change() -> None:
    report = example.seed()
    moved = [
        replace(finding, line=finding.line + 9, message=f"{finding.message} Really.") for finding in report.findings
    ]
    assert names(replace(report, findings=tuple(moved))) == names(report)


def test_path_check_and_reference_may_not() -> None:
    report = example.seed()
    elsewhere = replace(report, article=replace(report.article, path="other.md"))
    renamed = replace(report, findings=tuple(replace(f, check="other") for f in report.findings))
    for other in (elsewhere, renamed):
        assert not set(names(other)) & set(names(report))


def test_without_findings_there_are_none() -> None:
    assert names(example.clean()) == []
