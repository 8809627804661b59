"""Workflow commands of GitHub: one a line, and hostile text starts none."""

from __future__ import annotations

import re
from dataclasses import replace

from refcheck.reports import render
from tests.reports import example


def commands(*reports):
    return render(reports, "github").splitlines()


def test_github_worst_first_one_command_a_line() -> None:
    lines = commands(example.seed())
    assert [line.split(" ")[0] for line in lines] == ["::error"] + ["::warning"] * 4 + ["::notice"]
    assert lines[2].startswith(
        "::warning file=bib/hyperonafhankelijkheid.md,line=65,endLine=65,title=refcheck%3A off-topic::This is a work"
    )
    assert "%0A→ Remove this source" in lines[2]
    assert any("title=refcheck%3A unchecked::Muller et al. 2000" in line for line in lines)
    assert not any("dated" in line for line in lines), "accepted findings are silent"


def test_github_hostile_text_starts_no_command_and_ends_no_property() -> None:
    lines = commands(example.hostile())
    assert len(lines) == 1
    head, message = re.fullmatch(r"::error ([^:]*)::(.*)", lines[0]).groups()
    assert len(head.split(",")) == 4
    assert "%250A::error::" in message, "a percent sign of the text stays one"


def read_back(line):
    """A workflow command as the runner reads it: (command, properties, message)."""
    head, message = re.fullmatch(r"::(.*?)::(.*)", line).groups()
    command, _, properties = head.partition(" ")

    def plain(text):
        return (
            text.replace("%0D", "\r").replace("%0A", "\n").replace("%3A", ":").replace("%2C", ",").replace("%25", "%")
        )

    return command, {k: plain(v) for k, _, v in (p.partition("=") for p in properties.split(","))}, plain(message)


def test_github_the_runner_reads_back_what_was_meant() -> None:
    report = example.seed()
    odd = replace(report.article, path="50%, a:b/ç,d.md")
    finding = replace(report.findings[0], message="100% :: sure, %0A is no line break", suggestion="yes")
    command, properties, message = read_back(commands(replace(report, article=odd, findings=(finding,)))[0])
    assert command == "warning"
    assert properties == {"file": "50%, a:b/ç,d.md", "line": "65", "endLine": "65", "title": "refcheck: off-topic"}
    assert message == "100% :: sure, %0A is no line break\n→ yes"
