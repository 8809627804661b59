"""Reports -> Markdown for a comment on a pull request or a job's summary, as GitHub, GitLab and Gitea render it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from refcheck import patterns as re
from refcheck.identifiers import DOI_PREFIX
from refcheck.model import CriterionVerdict, Finding, Identity, Report
from refcheck.reports.base import Format
from refcheck.reports.summary import summary
from refcheck.reports.words import clean, count, found_by, label, open_findings, prose, shorten

_LIMIT = 60_000  # characters: GitHub refuses comments over 65,536
_LEAST = 1_000  # characters below which there is no room for an article
_TOO_LONG = "too long for a comment; the other formats have all."
_SIGN = {"error": "❌", "warning": "⚠️", "note": "ℹ️"}
_IDENTITY = {
    Identity.VERIFIED: "✅",
    Identity.OTHER_WORK: "❌",
    Identity.AMBIGUOUS: "❔",
    Identity.ABSENT: "❌",
    Identity.UNCHECKED: "⏳",
    Identity.NOT_INDEXED: "➖",
}
_VERDICT = {CriterionVerdict.UPHELD: "✅", CriterionVerdict.CONTRADICTED: "❌", CriterionVerdict.NOT_ESTABLISHED: "❔"}
_DOI = re.compile(rf"https://doi\.org/{DOI_PREFIX}[\w.():;/-]{{1,200}}", re.ASCII)  # the only links in the comment
_MARKUP = re.compile(r"([\\`*_{}\[\]()#+!|~$^=-])")


def pieces(reports: Sequence[Report]) -> Iterator[str]:
    """A heading, the counts, then for each article its findings, the claim and, folded, all references.

    What does not fit in a comment is left out, with a remark: first the references, then the mildest findings.
    """
    counts = summary(reports)
    findings = [count(number, name) for name, number in counts["findings"].items() if number]
    findings += [f"{counts['unchecked']} unchecked"] if counts["unchecked"] else []
    head = f"## refcheck: {', '.join(findings) or 'nothing to report'}\n\n"
    head += f"{count(counts['articles'], 'article')}, {count(counts['references'], 'reference')}.\n"
    yield head
    room = _LIMIT - len(head)
    for number, report in enumerate(reports):
        if room < _LEAST:
            left = count(len(reports) - number, "more article")
            yield f"\n_{left}: {_TOO_LONG}_\n"
            break
        text = _article(report, room)
        room -= len(text)
        yield text


def _article(report: Report, room: int) -> str:
    """One article in at most ``room`` characters."""
    head = ["", f"### {escape(shorten(report.article.title or report.article.path, 300))}", ""]
    rows = [_finding(report, finding) for finding in open_findings(report)]
    rows += [_unchecked(report, index) for index in report.unchecked]
    head += ["| | line | reference | what | suggestion |", "|---|---:|---|---|---|"] if rows else ["Nothing to report."]
    claim, sources = ["", *_claim(report)], _sources(report)
    if len(whole := "\n".join([*head, *rows, *claim, *sources])) <= room:
        return whole
    tail = [*claim, f"_All {count(len(report.references), 'reference')}: {_TOO_LONG}_", ""]
    room -= len("\n".join([*head, *tail])) + len(_TOO_LONG) + 40
    shown = 0
    while shown < len(rows) and room > len(rows[shown]):
        room -= len(rows[shown]) + 1
        shown += 1
    left = len(rows) - shown
    return "\n".join([*head, *rows[:shown], *(["", f"_{left} more rows: {_TOO_LONG}_"] if left else []), *tail])


def _claim(report: Report) -> list[str]:
    if report.claim is None:
        return []
    lines = ["| criterion | verdict | evidence |", "|---|---|---|"]
    for criterion in report.claim.criteria:
        verdict = f"{_VERDICT.get(criterion.verdict, '')} {criterion.verdict}"
        lines.append(f"| {criterion.name} | {verdict} | {escape(prose(criterion.evidence))} |")
    return [*lines, ""]


def _sources(report: Report) -> list[str]:
    if not report.references:
        return []
    lines = [f"<details><summary>All {count(len(report.references), 'reference')}</summary>", ""]
    lines += ["| | reference | identity | found by |", "|---:|---|---|---|"]
    for index, reference in enumerate(report.references):
        identity, by = "", ""
        if report.resolutions:
            resolution = report.resolutions[index]
            identity, by = f"{_IDENTITY[resolution.identity]} {resolution.identity}", found_by(resolution)
        lines.append(f"| {index + 1} | {escape(label(reference))} | {identity} | {escape(by)} |")
    return [*lines, "", "</details>", ""]


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


FORMAT = Format("for a comment on a pull request", pieces)
