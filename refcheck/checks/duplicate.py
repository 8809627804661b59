"""Duplicate.

## What
The list contains the same work twice.

## Example
Entries 3 and 17 have the same DOI; or the same title, authors and year, one with a DOI and one without.

## Why
Double entries make a list look longer than it is and split the citations of one work between two labels.

## How sure
The same DOI, PMID or registered work, with titles that don't contradict it, or the same title, first author, year
and place, is a warning. The same title and authors in another year or edition, or a preprint beside its article, is
a note, as are two pages of one site; so is every repetition where a third of all entries repeat, as on a page that
shows its list in several styles, three and more at the same distance, as in a list printed again, or two of those
below one heading below another. Parts 1 and 2, chapters of one book and articles of one law are not duplicates. A
footnote may give in full what the list or another footnote has, a page in two languages has its list twice, the
chapters of a book each have their own, and a manual shows one work in several styles, each by its name: none is
reported. What stands in two lists of different kinds, as in the bibliography and under "Further reading", or twice
in the text outside any list, is a note.

## How to fix
Keep the fuller entry and point the citations to it.

## How to accept
`[[tool.refcheck.accept]]` with `check = "duplicate"`, the reference's key, a reason, your name and an end date.
"""

from __future__ import annotations

import bisect
import itertools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from refcheck import patterns as re
from refcheck.case import Case
from refcheck.checks.base import Check
from refcheck.checks.support.evidence import finding
from refcheck.comparing.align import align
from refcheck.comparing.editions import edition_of
from refcheck.comparing.names import family_keys
from refcheck.language.fold import squash, words
from refcheck.model import Article, Finding, Identity, Markup, Reference, Resolution, Severity
from refcheck.reading.lists.headings import WEAK, heading_grade
from refcheck.sentences import Sentence, say

_SHORT_TITLE = 12  # letters; shorter titles ("Introduction", "Editorial") are shared by different works
_DIGITS = re.compile(r"\d+")
_LETTER = re.compile(r"(?<!\d)((?:1[5-9]|20)\d\d)[a-z]\b")
_STYLE = re.compile(  # named before a reference that is shown as an example of it
    r"(?<!\w)(?:APA|MLA|Chicago|Turabian|Vancouver|Harvard|IEEE|ACM|AMA|ABNT|ACS|NLM|CSE|MHRA|OSCOLA|Bluebook"
    r"|ISO[ -]690|DIN[ -]1505)(?!\w)"
)
_SCHEME = re.compile(r"^[a-z]{3,5}://(?:www\.)?", re.I)
_LABEL = 40  # characters of a line that only names a style
_LABEL_BEFORE = re.compile(r"[^:：\n]{2,40}[:：]")
_MANY = 3  # repetitions; with as many, a page may show its list in several forms, or a table have a row per use
_CHAPTER = 3_000  # characters of running text between the lists of two chapters
_PASSAGE = 300  # characters of running text between two references without a heading; with more, they are not one list
_COMPARED = 50  # entries with the same title that are compared with each other, which bounds hostile lists


def find(case: Case) -> Iterator[Finding]:
    """Each reference that repeats an earlier one, once; as notes where a third do, three in a row, or two of one part
    of the list in another, since the page is then made so."""
    repeats = list(_repeats(case))
    made_so = len(repeats) >= _MANY and 3 * len(repeats) >= len(case.references)
    # a list printed again, in another script or language, keeps its order
    steps = Counter(index - earlier for earlier, index, _ in repeats)
    headings = [reference.entry.heading if reference.entry else "" for reference in case.references]
    parts = Counter((headings[earlier], headings[index]) for earlier, index, _ in repeats)
    for earlier, index, one in repeats:
        part = headings[earlier], headings[index]
        meant = made_so or steps[index - earlier] >= _MANY or (len(set(part)) > 1 and parts[part] > 1)
        yield replace(one, severity=Severity.NOTE) if meant else one


def _repeats(case: Case) -> Iterator[tuple[int, int, Finding]]:
    """Each repetition, with the indexes of the first entry and of this one."""
    groups: dict[str, list[int]] = defaultdict(list)
    for index, reference in enumerate(case.references):
        resolution = case.resolutions[index] if index < len(case.resolutions) else None
        if _is_note(case, reference):
            continue
        for sign in sorted(_signs(reference, resolution)):
            groups[sign].append(index)
    apart = _apart(case.article, case.references, groups.values())
    one_list = _in_one_list(case.article, case.references)
    told: set[int] = set()
    for sign, members in sorted(groups.items(), key=lambda item: (item[0].startswith("title:"), item[0])):
        for position, index in enumerate(members[:_COMPARED]):
            for earlier in members[:position]:
                if index in told or apart(earlier, index):
                    continue
                judged = _judge(case.references[earlier], case.references[index], sign)
                if judged:
                    told.add(index)
                    severity, why = judged
                    severity = severity if one_list(earlier, index) else Severity.NOTE
                    yield earlier, index, _finding(case, earlier, index, severity, why)


def _is_note(case: Case, reference: Reference) -> bool:
    """Whether the reference stands in a footnote or endnote."""
    entry = reference.entry
    return entry is not None and (entry.key in case.article.notes or entry.marker.startswith("[^"))


def _in_one_list(article: Article, references: Sequence[Reference]) -> Callable[[int, int], bool]:
    """A function of two indexes: whether both stand below headings of one kind, or below none and close together."""
    headings = [reference.entry.heading if reference.entry else "" for reference in references]
    kinds = [(bool(heading), heading_grade(heading) == WEAK) for heading in headings]
    texts = sorted((line, len(said)) for line, said in article.lines)
    sums = list(itertools.accumulate((length for _, length in texts), initial=0))
    numbers = [line for line, _ in texts]

    def said_between(first: int, last: int) -> int:
        return sums[bisect.bisect_left(numbers, last)] - sums[bisect.bisect_right(numbers, first)]

    def one_list(earlier: int, index: int) -> bool:
        a, b = references[earlier].entry, references[index].entry
        if kinds[earlier] != kinds[index] or a is None or b is None or headings[index] or b.markup is not Markup.TEXT:
            return kinds[earlier] == kinds[index]
        return said_between(a.line, b.line) < _PASSAGE

    return one_list


def _apart(
    article: Article, references: Sequence[Reference], groups: Iterable[Sequence[int]]
) -> Callable[[int, int], bool]:
    """A function of two indexes: whether they stand in parallel lists, one for each language of the page or for each
    chapter of the book, or one printed and one of keys."""
    headings = [reference.entry.heading if reference.entry else "" for reference in references]
    lists = list(itertools.accumulate((a != b for a, b in itertools.pairwise(headings)), initial=0))
    chapters = _chapters(article, references)
    sizes = Counter(lists)
    shared: dict[tuple[int, int], set[int]] = defaultdict(set)
    for members in groups:
        for position, index in enumerate(members[:_COMPARED]):
            for earlier in members[:position]:
                if lists[earlier] != lists[index]:
                    shared[lists[earlier], lists[index]].add(index)
    twice = {pair for pair, found in shared.items() if 2 * len(found) > min(sizes[pair[0]], sizes[pair[1]])}
    # a page that prints a reference and also cites it by key lists it once
    styles = _styles(article, references)
    keyed = [reference.entry is not None and reference.entry.markup is Markup.BIBTEX for reference in references]
    return lambda earlier, index: (
        keyed[earlier] != keyed[index]
        or (keyed[index] and headings[earlier] != headings[index])  # two .bib files, each printed in its chapter
        or chapters[earlier] != chapters[index]
        or styles[earlier] != styles[index]
        or (lists[earlier], lists[index]) in twice
    )


def _styles(article: Article, references: Sequence[Reference]) -> list[str]:
    """For each reference the style that a label before it names ("APA: Ruiz, P. (2019)...", or "MLA" on the line
    above), "" for most."""
    lines = sorted((line, text) for line, text in article.lines if text)
    numbers = [line for line, _ in lines]
    found: list[str] = []
    before = 0  # the last line of the reference before
    for reference in references:
        named = ""
        if (entry := reference.entry) is not None and entry.markup is Markup.TEXT:
            at = bisect.bisect_left(numbers, entry.line) - 1
            above = lines[at][1] if at >= 0 and numbers[at] > before else ""
            label = _LABEL_BEFORE.match(reference.raw)
            shown = (label[0] if label else "", above if len(above) <= _LABEL else "")
            kept = found[-1] if found and not above else ""  # what stands above all references of one style
            named = next((match[0] for said in shown if (match := _STYLE.search(said))), kept)
            before = entry.end_line or entry.line
        found.append(named)
    return found


def _chapters(article: Article, references: Sequence[Reference]) -> list[int]:
    """For each reference the number of chapters that end before it, each with its own list: as much running text as
    no annotation has stands between two lists."""
    printed = [r.entry.line for r in references if r.entry and r.entry.markup is not Markup.BIBTEX]
    ends, since = [0], 0
    text = iter(sorted((line, len(said)) for line, said in article.lines))
    ahead = next(text, None)
    for line in sorted(set(printed)):
        while ahead is not None and ahead[0] < line:
            since, ahead = since + ahead[1], next(text, None)
        if since > _CHAPTER:
            ends.append(line)
        since = 0
    return [bisect.bisect_right(ends, r.entry.line) if r.entry else 0 for r in references]


def _signs(reference: Reference, resolution: Resolution | None) -> set[str]:
    signs = {f"{kind}:{value}" for kind, value in (("doi", reference.doi), ("pmid", reference.pmid)) if value}
    if resolution is not None and resolution.identity is Identity.VERIFIED and resolution.work and resolution.work.doi:
        signs.add(f"doi:{resolution.work.doi}")
    title = squash(reference.title)
    if len(title) >= _SHORT_TITLE:
        signs.add(f"title:{title}")
    return signs


def _judge(a: Reference, b: Reference, sign: str) -> tuple[Severity, Sentence] | None:
    """The severity for two entries that share ``sign``, and why they are one work; None when they are not."""
    if sign.startswith(("doi:", "pmid:")):
        if a.title and b.title and _other_title(a, b):
            return None  # an identifier is wrong or belongs to the whole book: other checks report that
        if _editions(a, b) and not (a.doi and a.doi == b.doi):  # a search may find another edition than the one cited
            return Severity.NOTE, _EDITIONS
        return Severity.WARNING, say("they are the same work, {identifier}", identifier=sign.partition(":")[2])
    mine, other = _people(a), _people(b)
    if mine and other and not mine & other:
        return None
    if not (_by_persons(a) or _by_persons(b)) and _numbers(a) != _numbers(b):
        return None  # articles of one law, pages of one site
    if a.doi and b.doi and a.doi != b.doi:
        why = say("they have the same title and authors but different DOIs: perhaps two forms of one work")
        return Severity.NOTE, why
    if a.year != b.year or _editions(a, b) or squash(a.volume + a.pages) != squash(b.volume + b.pages):
        return Severity.NOTE, _EDITIONS
    if _of_a_series(a, b):
        return Severity.NOTE, _EDITIONS
    if _pages_of_a_site(a, b):
        return Severity.NOTE, say("they have the same title")
    undated = a.year is None and not (a.doi or a.url)  # "Obi, Concepts of Nature, 50.": a note that cites again
    if squash(a.container) != squash(b.container) or not (mine and other) or undated or _lettered(a, b):
        return Severity.NOTE, say("they have the same title")
    return Severity.WARNING, say("they have the same title, authors and year")


def _pages_of_a_site(a: Reference, b: Reference) -> bool:
    """Whether both have an address on one site, but not the same: two of its pages, as of its regions or years."""
    one, other = (_SCHEME.sub("", url).partition("#")[0].rstrip("/").casefold() for url in (a.url, b.url))
    return bool(one and other) and one != other and one.partition("/")[0] == other.partition("/")[0]


def _lettered(a: Reference, b: Reference) -> bool:
    """Whether the list itself tells two works of one year apart ("1996a", "1996b"), which it prints differently."""
    plain = [squash(_LETTER.sub(r"\1", reference.raw)) for reference in (a, b)]
    return plain[0] != plain[1] and all(_LETTER.search(reference.raw) for reference in (a, b))


def _by_persons(reference: Reference) -> bool:
    """Whether people with given names wrote it, not an organisation or a state."""
    return any(name.family and name.given for name in reference.authors or reference.editors)


def _numbers(reference: Reference) -> Counter[str]:
    return Counter(_DIGITS.findall(reference.raw))


_EDITIONS = say("they have the same title and authors: perhaps two editions or forms of one work")


def _editions(a: Reference, b: Reference) -> bool:
    """Whether two entries name different editions."""
    return (edition_of(a.edition, a.title) or 1) != (edition_of(b.edition, b.title) or 1)


def _of_a_series(a: Reference, b: Reference) -> bool:
    """Whether both have a number, an issue or a day of their own: two parts of a standard, two columns of a paper."""
    theirs = (
        (squash(a.number), squash(b.number)),
        (squash(a.issue), squash(b.issue)),
        (a.month and a.day and f"{a.month}-{a.day}", b.month and b.day and f"{b.month}-{b.day}"),
    )
    return any(one and other and one != other for one, other in theirs)


def _people(reference: Reference) -> frozenset[str]:
    names = (reference.authors or reference.editors)[:1]
    return frozenset(key for name in names for key in family_keys(name))


def _other_title(a: Reference, b: Reference) -> bool:
    """Whether two printed titles can't belong to one work: words differ, not just a subtitle."""
    first, second = words(a.title), words(b.title)
    shorter = min(len(first), len(second))
    return any(edit.kind == "word" for edit in align(first[:shorter], second[:shorter]))


def _finding(case: Case, earlier: int, index: int, severity: Severity, why: Sentence) -> Finding:
    first = case.references[earlier]
    entry = say("entry {n}", n=earlier + 1)
    if first.entry:
        entry = say("{entry} (line {line})", entry=entry, line=first.entry.line)
    return finding(
        case,
        index,
        "duplicate",
        severity,
        say("This entry repeats {entry}: {why}.", entry=entry, why=why),
        printed=case.references[index].raw[:200],
        registered=first.raw[:200],
    )


CHECK = Check(
    slug="duplicate",
    summary="the same work stands in the list twice",
    severity=Severity.WARNING,
    offline=True,
    find=find,
    explain=__doc__,
)
