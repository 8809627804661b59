"""Reports -> Markdown for a comment on a pull request or a job's summary, as GitHub, GitLab and Gitea render it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from refcheck.model import Finding, Identity, Report
from refcheck.reports.summary import summary
from refcheck.reports.words import clean, count, found_by, label, open_findings, prose

_LIMIT = 60_000  # characters: GitHub refuses comments over 65,536
_SIGN = {"error": "❌", "warning": "⚠️", "note": "ℹ️"}
_IDENTITY = {
    Identity.VERIFIED: "✅",
    Identity.OTHER_WORK: "❌",
    Identity.AMBIGUOUS: "❔",
    Identity.ABSENT: "❌",
    Identity.UNCHECKED: "⏳",
    Identity.NOT_INDEXED: "➖",
}
_VERDICT = {"upheld": "✅", "contradicted": "❌", "not established": "❔"}
_DOI = re.compile(r"https://doi\.org/10\.\d{4,9}/[\w.():;/-]{1,200}", re.ASCII)  # the only links in the comment
_MARKUP = re.compile(r"([\\`*_{}\[\]()#+!|~$^=-])")


def render(reports: Sequence[Report]) -> str:
    """A heading, the counts, then per article what does not hold, the claim and, folded, all sources.

    What does not fit in a comment is left out, and said to be.
    """
    counts = summary(reports)
    findings = [count(number, name) for name, number in counts["findings"].items() if number]
    findings += [f"{counts['unchecked']} unchecked"] if counts["unchecked"] else []
    head = f"## refcheck: {', '.join(findings) or 'nothing to report'}\n\n"
    head += f"{count(counts['articles'], 'article')}, {count(counts['references'], 'source')}.\n"
    out, room = [head], _LIMIT - len(head)
    for number, report in enumerate(reports):
        part = _article(report)
        if len(part) > room:
            left = count(len(reports) - number, "more article")
            out.append(f"\n_{left}: too long for a comment; the other formats have all._\n")
            break
        out.append(part)
        room -= len(part)
    return "".join(out)


def _article(report: Report) -> str:
    lines = ["", f"### {escape(report.article.title or report.article.path)}", ""]
    found = open_findings(report)
    if found or report.unchecked:
        lines += ["| | line | source | what | suggestion |", "|---|---:|---|---|---|"]
        lines += [_finding(report, finding) for finding in found]
        lines += [_unchecked(report, index) for index in report.unchecked]
    else:
        lines.append("Nothing to report.")
    lines.append("")
    if report.claim is not None:
        lines += ["| criterion | verdict | evidence |", "|---|---|---|"]
        for criterion in report.claim.criteria:
            evidence = escape(prose(criterion.evidence))
            verdict = f"{_VERDICT.get(criterion.verdict, '')} {criterion.verdict}"
            lines.append(f"| {criterion.name} | {verdict} | {evidence} |")
        lines.append("")
    if report.references:
        lines += [f"<details><summary>All {count(len(report.references), 'source')}</summary>", ""]
        lines += ["| | source | identity | found by |", "|---:|---|---|---|"]
        for index, reference in enumerate(report.references):
            identity, by = "", ""
            if report.resolutions:
                resolution = report.resolutions[index]
                identity, by = f"{_IDENTITY[resolution.identity]} {resolution.identity}", found_by(resolution)
            lines.append(f"| {index + 1} | {escape(label(reference))} | {identity} | {escape(by)} |")
        lines += ["", "</details>", ""]
    return "\n".join(lines)


def _finding(report: Report, finding: Finding) -> str:
    source = "" if finding.reference is None else label(report.references[finding.reference])
    what = f"`{_code(finding.check)}` {escape(finding.message)}"
    if finding.printed and finding.registered:
        what += f"<br>printed: {escape(finding.printed)}<br>registered: {escape(finding.registered)}"
    sign = f"{_SIGN[finding.severity]} {finding.severity}"
    suggestion = f"<{finding.suggestion}>" if _DOI.fullmatch(finding.suggestion) else escape(finding.suggestion)
    return f"| {sign} | {finding.line} | {escape(source)} | {what} | {suggestion} |"


def _unchecked(report: Report, index: int) -> str:
    reference = report.references[index]
    line = reference.entry.line if reference.entry else ""
    why = escape(report.resolutions[index].why)
    return f"| ⏳ unchecked | {line} | {escape(label(reference))} | {why} | |"


def escape(text: str) -> str:
    """``text`` as it reads, with nothing in it that Markdown, HTML or a forge's autolinks would act on.

    "@" and "#" would notify people and link issues; "://" and "www." would become links.
    """
    text = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = _MARKUP.sub(r"\\\1", text)
    return text.replace("@", "&#64;").replace("\\#", "&#35;").replace("://", "&#58;//").replace("www.", "www&#46;")


def _code(text: str) -> str:
    return clean(text).replace("`", "'").replace("|", "/")
