"""Unread.

## What
Something in the list couldn't be read as a reference, or only with a fault: a BibTeX block with a field or a key given
twice, an ISBN whose check digit is wrong. Or no list was found at all.

## Example
`[14] ibid., see there` has neither title nor author; or twelve list items were seen and eleven entries read.

## Why
A reference that wasn't read wasn't checked. A list that was not read never passes.

## How sure
The items of the list are counted independently of reading them; a difference is reported with its lines. A chapter is
read with the `.bib` files that its book, its site or its main file names; where none is named, a single note says that
the list is elsewhere. A broken BibTeX block, a key that is in none of the files and an item that could not be read are
warnings (in a PDF, whose items may be torn apart in reading, the last is a note). A field or a key given twice, an
abbreviation (`@string`) or parent entry that is in none of the files, an unreadable year, names that are not separated
by "and", a wrong check digit and a second work behind a semicolon, of which nothing was read, are notes, as is an
entry without a title and a name. A heading followed only by links does not promise a list, nor does "Further reading".
A bare @name is a name, unless it has a year as the keys of the file have.

## How to fix
Write each item as a full reference, one per line or paragraph; give the list a heading.

## How to accept
`[[tool.refcheck.accept]]` with `check = "unread"`, words of the item as the reference, a reason, your name and an
end date.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from refcheck.case import Case
from refcheck.checks.base import Check
from refcheck.checks.support.evidence import finding
from refcheck.matching.reasons import quoted
from refcheck.model import Article, Finding, Identity, Markup, Problem, ProblemKind, Reference, Severity, UnreadReason
from refcheck.sentences import Sentence, joined, say

_FLOOD = 20  # items that could not be read; with more, they may be no list at all
_REASONS = {
    "unread": say("This item of the list could not be read as a reference"),
    "no-list": say("No bibliography was found in this article"),
}


def find(case: Case) -> Iterator[Finding]:
    """Items seen but not read, entries in which nothing could be read, and a count that doesn't add up."""
    article = case.article
    yield from _items(article)
    yield from _entries(case)
    missed = article.items_seen - len(article.entries) - len(article.unread)
    if missed > 0:
        message = say(
            "{n} list items were seen, but only {read} entries read.", n=article.items_seen, read=len(article.entries)
        )
        line = article.entries[0].line if article.entries else 1
        yield Finding("unread", Severity.WARNING, message, line=line, end_line=line)


def _items(article: Article) -> Iterator[Finding]:
    """What was seen in the list and is no entry, each once, or one note where it is a flood."""
    lost = [item for item in article.unread if item.reason == UnreadReason.UNREAD]
    flooded = len(lost) > max(_FLOOD, len(article.entries))  # a table or a glossary rather than a list of references
    if flooded:
        message = say(
            "{n} items that look like references could not be read as such: {text}, for one.",
            n=len(lost), text=quoted(_short(lost[0].text)),
        )  # fmt: skip
        yield Finding("unread", Severity.NOTE, message, line=lost[0].line, end_line=lost[0].end_line)
    for item in article.unread:
        if flooded and item.reason == UnreadReason.UNREAD:
            continue
        if item.reason == UnreadReason.ELSEWHERE:
            message = say(
                "The text cites by key, {key} for one, and the list is in another file, which is not named here.",
                key=quoted(item.text),
            )
            yield Finding("unread", Severity.NOTE, message, line=item.line, end_line=item.end_line, printed=item.text)
        if item.reason in _REASONS:
            torn = article.format == "pdf" and item.reason == UnreadReason.UNREAD  # in reading, as a rule
            level = Severity.NOTE if torn else Severity.WARNING
            said = [_REASONS[item.reason], *([quoted(_short(item.text))] if item.text else [])]
            if item.reason == UnreadReason.UNREAD and isinstance(item.text, Sentence):  # of a key or a file
                said = [item.text]
            yield Finding(
                "unread", level, say("{said}.", said=joined(said, "{first}: {rest}")),
                line=item.line, end_line=item.end_line, printed=item.text[:200],
            )  # fmt: skip


def _entries(case: Case) -> Iterator[Finding]:
    """Entries in which nothing could be read, that contain an error, or that share their key."""
    keys: dict[str, int] = {}  # citation key -> the first entry that has it
    for index, reference in enumerate(case.references):
        key = reference.entry.key if reference.entry else ""
        first = keys.setdefault(key, index)
        found = index < len(case.resolutions) and case.resolutions[index].identity is Identity.VERIFIED
        if _empty(reference) and not found:
            text = quoted(reference.raw[:80])
            nothing = say("Neither a title nor a name could be read in this entry: {text}.", text=text)
            yield finding(case, index, "unread", Severity.NOTE, nothing, printed=reference.raw[:200])
            continue
        # A citation by a key that two entries share is ambiguous.
        problems = list(reference.problems)
        named = reference.entry is not None and (
            reference.entry.markup == Markup.BIBTEX or "^" in reference.entry.marker
        )
        if key and first != index and named:
            same = say("its key, {key}, is also that of entry {n}", key=key, n=first + 1)
            problems.append(Problem.of(ProblemKind.DUPLICATE, same))
        for message, level in _faults(problems):
            yield finding(case, index, "unread", level, message)


def _faults(problems: Sequence[Problem]) -> Iterator[tuple[Sentence, Severity]]:
    """What is said of an entry. A block that is broken loses fields, and is said once, since a single sign may break
    many lines; the other kinds are matters of style."""
    broken = [problem for problem in problems if problem.kind is ProblemKind.SYNTAX]
    if broken:
        yield say("This entry contains an error: {problem}.", problem=joined(broken)), Severity.WARNING
    for problem in problems:
        if problem.kind is ProblemKind.SEVERAL:  # no error: physicists and chemists write so
            yield say("{said}.", said=problem), Severity.NOTE
        elif problem not in broken:
            yield say("This entry contains an error: {problem}.", problem=problem), Severity.NOTE


def _empty(reference: Reference) -> bool:
    named = reference.authors or reference.editors
    identified = reference.doi or reference.isbn or reference.pmid or reference.pmcid or reference.arxiv
    addressed = reference.url or reference.handle or "://" in reference.raw
    return not (reference.title or named or identified or addressed)


def _short(text: str) -> str:
    """A text whole where it is short, since what was said of a key is a sentence that can be translated."""
    return text if len(text) <= 80 else text[:80]


CHECK = Check(
    slug="unread",
    summary="an item of the list could not be read, or no list was found",
    severity=Severity.WARNING,
    offline=True,
    find=find,
    explain=__doc__,
)
