"""refcheck.lock: what each register answered and when, committed beside the articles.

One JSON object per line, sorted by register and question, keys in a fixed order, so that a diff shows each changed
answer and two branches merge by keeping both sides' lines (of two lines for one question, the later date wins):

    {"source": "crossref", "question": "doi:10.1/x", "outcome": "found", "date": "2026-11-22", "obtained": "network",
     "works": [{"source": "crossref", "doi": "10.1/x", "titles": ["..."], ...}]}

outcome is found or absent: a register that is unreachable today may be reachable tomorrow, so that is never written.
Answers are looked up by question, so each question has one spelling:

    doi:<doi>        bare and lower-case        doi:10.1037/0002-9432.76.4.451
    isbn:<isbn>      13 digits                  isbn:9780898625479
    pmid:<pmid>      digits                     pmid:12345678
    pmcid:<pmcid>    with its PMC               pmcid:PMC3531190
    arxiv:<id>       without version            arxiv:1706.03762
    ra:<doi>         the agency of a DOI        ra:10.5281/zenodo.1234
    handle:<handle>  whether doi.org (for a DOI) or handle.net (for others, and short DOIs) knows it
    archived:<url>   whether there is a copy of a web page
    search:<words>   the words of the entry as printed, without its identifiers, folded to lower-case base letters with
                     single blanks: made by ``resolving.sources.base.search_question``

A plugin's register may add kinds of its own.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from refcheck import patterns as re
from refcheck.errors import BadLock
from refcheck.files import alone, read_regular, write_atomically
from refcheck.foreign import parse_json
from refcheck.model import Answer, Outcome
from refcheck.resolving.memory.shape import TEXTS, answer_of

NAME = "refcheck.lock"
MAX_BYTES = 1_000_000_000  # of a lock; a million references take about that
MAX_LINE = 4_000_000  # characters; the longest known record, a paper with 5,000 authors, has a quarter of that
_QUESTION = re.compile(r"[a-z][a-z0-9._-]{0,39}:.")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def find_lock(article: Path) -> Path | None:
    """The refcheck.lock in force for an article (or folder): beside it, or the nearest one above; or None."""
    start = article.absolute()
    for folder in (start, *start.parents):
        candidate = folder / NAME
        if candidate.is_file():
            return candidate
    return None


def read_lock(path: Path) -> tuple[Answer, ...]:
    """The answers in a lock, in order; of several lines for one question, only the one with the latest date.

    Raises BadLock for a file that cannot be read and, with its number, for a line that does not conform to
    ``refcheck/data/lock.schema.json``.
    """
    try:
        text = read_regular(path, MAX_BYTES).decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path, error) from error
    lines = text.split("\n")  # not splitlines, since titles may contain U+2028
    answers: dict[tuple[str, str], Answer] = {}
    for number, line in enumerate(lines, 1):
        if line.strip():
            answer = _answer(line, f"{path}:{number}")
            known = answers.get((answer.source, answer.question))
            if known is None or known.date <= answer.date:
                answers[answer.source, answer.question] = answer
    return tuple(answers.values())


def locked_answers(path: Path) -> Mapping[tuple[str, str], Answer]:
    """The answers in a lock by register and question, read once per process and again only when the file has changed.

    Raises what ``read_lock`` raises.
    """
    return _read_once(path)[0]


def lock_sha256(path: Path) -> str:
    """A lock's SHA-256, computed once per process while the file is the same. Raises what ``read_lock`` raises."""
    return _read_once(path)[1]


def _unreadable(path: Path, error: Exception) -> BadLock:
    return BadLock(f"{path}: cannot be read as a lock: {getattr(error, 'strerror', None) or error}")


def _read_once(path: Path) -> tuple[Mapping[tuple[str, str], Answer], str]:
    try:
        status = path.stat()
    except OSError as error:
        raise _unreadable(path, error) from error
    return _loaded(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=4)
def _loaded(path: Path, changed: int, size: int) -> tuple[Mapping[tuple[str, str], Answer], str]:
    answers = {(answer.source, answer.question): answer for answer in read_lock(path)}
    return answers, hashlib.sha256(path.read_bytes()).hexdigest()


def write_lock(path: Path, answers: Iterable[Answer]) -> None:
    """Write a lock, replacing it completely or not at all. Unreachable and not eligible answers are left out, as are
    those that ``read_lock`` would refuse; of several for one question the latest is kept. Raises Unwritable.
    """
    kept: dict[tuple[str, str], Answer] = {}
    for answer in answers:
        key = (answer.source, answer.question)
        known = answer.outcome in (Outcome.FOUND, Outcome.ABSENT) and _is_spelt(answer)
        if known and (key not in kept or kept[key].date <= answer.date):
            kept[key] = answer
    lines = (_line(kept[key]) + "\n" for key in sorted(kept))
    write_atomically(path, (line for line in lines if len(line) <= MAX_LINE))


def add_to_lock(path: Path, answers: Iterable[Answer]) -> None:
    """Add answers to those in a lock, including any that another run wrote in the meantime.

    Raises BadLock when the lock cannot be read, Unwritable when it cannot be written.
    """
    with alone(path.resolve().parent):
        write_lock(path, [*(read_lock(path) if path.exists() else ()), *answers])


@dataclass(frozen=True, slots=True)
class Change:
    """One change that a refresh found. said: a sentence. notice: the kind of a new notice ("retraction"), else ""."""

    source: str
    question: str
    said: str
    notice: str = ""


def changes(
    before: Iterable[Answer], after: Iterable[Answer], meant: Collection[tuple[str, str, str]] = ()
) -> list[Change]:
    """The changes that a refresh found: new notices first, then changed answers and records.

    before, after: the answers of the old and the new lock. Questions in only one of them are not changes.
    meant: (register, question, DOI) of the works that searches identified; their other candidates come and go.
    """
    old = {(answer.source, answer.question): answer for answer in before}
    notices: list[Change] = []
    others: list[Change] = []
    for now in after:
        was = old.get((now.source, now.question))
        if was is None or now.outcome not in (Outcome.FOUND, Outcome.ABSENT):
            continue
        title = next((f", “{work.titles[0]}”" for work in (*now.works, *was.works) if work.titles), "")
        where = f"{now.source}, {now.question}{title}"
        change = partial(Change, now.source, now.question)
        if was.outcome != now.outcome:
            others.append(change(f"{where}: was {was.outcome}, is {now.outcome}"))
        pairs = list(zip(was.works, now.works, strict=False))
        if now.question.startswith("search:"):
            pairs = [(a, b) for a in was.works for b in now.works if a.doi == b.doi]
            pairs = [(a, b) for a, b in pairs if (now.source, now.question, b.doi) in meant]
        for first, second in pairs:
            if second.titles:
                where = f"{now.source}, {now.question}, “{second.titles[0]}”"
            known = {(update.kind, update.doi) for update in first.updates}
            for update in second.updates:
                if (update.kind, update.doi) not in known:
                    notice = f" ({', '.join(part for part in (update.doi, update.date, update.source) if part)})"
                    said = f"{where}: new notice, {update.kind.replace('_', ' ')}{notice}"
                    notices.append(change(said, update.kind))
            ignored = {"score": None, "updates": ()}
            if replace(first, **ignored) != replace(second, **ignored):  # type: ignore[arg-type]
                a, b = first.to_dict(), second.to_dict()
                changed = sorted(k for k in (a | b) if k not in ignored and a.get(k) != b.get(k))
                if changed:
                    others.append(change(f"{where}: the record changed in {', '.join(changed)}"))
    return notices + others


def _line(answer: Answer) -> str:
    # An answer from this machine's cache was once the network's, which is what others need to know.
    obtained = "network" if answer.obtained == "cache" else answer.obtained
    row: dict[str, Any] = {name: str(getattr(answer, name)) for name in TEXTS} | {"obtained": obtained}
    row["works"] = [work.to_dict() for work in answer.works]
    return json.dumps(row, ensure_ascii=False, allow_nan=False)


def _answer(line: str, where: str) -> Answer:
    """One line as an Answer. where: file and line. Raises BadLock when the line does not conform to the schema."""
    if line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
        raise BadLock(f"{where}: an unresolved merge conflict: keep the lines of both sides")
    if len(line) > MAX_LINE:
        raise BadLock(f"{where}: longer than {MAX_LINE} characters")
    try:
        row = parse_json(line)
    except ValueError as error:
        raise BadLock(f"{where}: not a JSON object: {error}") from error
    try:
        answer = answer_of(row)
    except ValueError as error:
        raise BadLock(f"{where}: {error}") from error
    if not _is_spelt(answer):
        raise BadLock(f"{where}: question must be kind:value, and date an ISO date")
    return answer


def _is_spelt(answer: Answer) -> bool:
    return bool(_QUESTION.match(answer.question) and _DATE.match(answer.date))
