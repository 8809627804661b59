"""check() and check_many(): the five stages, read, parse, resolve, check, report, one after the other.

The stages are imported when they are first called, so that ``import refcheck`` and ``refcheck --help`` stay fast.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from refcheck import model
from refcheck._version import __version__
from refcheck.ahead import ToCheck, checked, internal_error
from refcheck.arguments import (
    article_of,
    reference_of,
    references_of,
    require_article,
    require_many,
    require_progress,
    require_references,
    require_settings,
)
from refcheck.case import Case
from refcheck.config import LEVELS, Settings, load_settings, require_known
from refcheck.errors import BadArgument, RefcheckError
from refcheck.model import Article, Finding, Reference, Severity
from refcheck.resolving.progress import Progress as Progress

if TYPE_CHECKING:
    from concurrent.futures import Executor

    import pandas


class Report(model.Report):
    """Everything known about one article, with the forms that notebooks and scripts need."""

    __slots__ = ()

    def __repr__(self) -> str:
        """One line: the article, its references, and its findings by severity."""
        many = Counter(finding.severity for finding in self.findings if not finding.accepted)
        counted = ", ".join(f"{many[severity]} {severity}{'s' * (many[severity] != 1)}" for severity in Severity)
        listed = len(self.references)
        return f"<Report {self.article.path}: {listed} reference{'s' * (listed != 1)}, {counted}>"

    def to_bibtex(self) -> str:
        """The references as BibTeX, UTF-8, one block each, keys as in ``references``."""
        from refcheck.exchange.bibtex_write import write_bibtex

        return write_bibtex(self.references)

    def to_dataframe(self) -> pandas.DataFrame:
        """One row a reference, for notebooks. Raises ImportError where pandas is not installed."""
        try:
            import pandas
        except ImportError:
            raise ImportError(
                "to_dataframe needs one more package: pip install 'refcheck-editorial[dataframe]'", name="pandas"
            ) from None

        from refcheck.reports.formats.csv import rows

        return pandas.DataFrame(rows([self]))

    def _repr_html_(self) -> str:
        from refcheck.reports.page.html import fragment

        return fragment(self)


def read(path_or_text: str | Path) -> Article:
    """The article with its entries: stage one.

    path_or_text: a ``Path`` or the name of a file; or the article itself, as a string that has a line break, begins
    with a tag or is longer than any path. Raises UnreadableArticle when the file is missing or cannot be read, or when
    a one-line string does not name a file; BadArgument for anything else.
    """
    from refcheck.reading import read as read_article

    return read_article(article_of(path_or_text))


def parse(raw: str) -> Reference:
    """One reference string as typed fields; a pasted BibTeX block or RIS record is read as such.

    Fields that cannot be read are absent; ``is_reference`` of the result says whether the text looks like a reference
    at all. Raises BadArgument for anything but a string.
    """
    from refcheck.exchange.pasted import read_pasted
    from refcheck.parsing import parse as parse_reference

    raw = reference_of(raw)
    return read_pasted(raw) or parse_reference(raw)


def parse_many(raws: Iterable[str]) -> list[Reference]:
    """Reference strings as typed fields, in order: the same as ``parse`` on each, faster.

    Raises BadArgument for a single string, and for a list that holds anything but strings.
    """
    from refcheck.parsing import parse_many as parse_references

    return parse_references(references_of(raws))


def check(path_or_text: str | Path, *, settings: Settings | None = None, progress: Progress | None = None) -> Report:
    """Everything refcheck can say about one article.

    path_or_text: as for ``read``. settings: None means those of the configuration file in force for the path, and of
    the environment. progress: hears of the questions to registers and of their answers; nothing is shown without one.
    Raises RefcheckError when the article or the configuration cannot be read, but never for what a
    register answers or fails to answer, which is in the report.
    """
    return check_article(read(path_or_text), settings=settings, progress=progress)


def check_article(
    article: Article,
    *,
    settings: Settings | None = None,
    progress: Progress | None = None,
    references: Sequence[Reference] | None = None,
) -> Report:
    """Stages two to five on an article that has already been read. Raises what ``check`` raises.

    references: its entries parsed, in order; None parses them here.
    """
    from refcheck.checks.base import registry
    from refcheck.checks.run import run
    from refcheck.claim.certificate import certificate
    from refcheck.claim.judge import judge
    from refcheck.collector import held
    from refcheck.exchange.references import parse_entries
    from refcheck.resolving import resolve
    from refcheck.resolving.memory.lock import lock_sha256
    from refcheck.resolving.registers import addresses

    require_article(article)
    require_settings(settings)
    require_progress(progress)
    if settings is None:
        settings = load_settings(place_of(article), checks=registry(), registers=addresses())
    else:
        require_known(settings, registry(), addresses())
    lock = lock_of(article, settings)
    with held():
        references = parse_entries(article.entries) if references is None else tuple(require_references(references))
        article = cite(article, references)
    resolutions = resolve(references, settings, lock=lock, progress=progress)
    with held():
        case = Case(
            article=article,
            references=references,
            resolutions=resolutions,
            settings=settings,
            lock_sha256=lock_sha256(lock) if lock else "",
            version=__version__,
        )
        findings = run(case)
        case = replace(case, findings=findings)
        return Report(
            article=article,
            references=references,
            resolutions=resolutions,
            findings=findings,
            claim=judge(case),
            certificate=certificate(case),
            version=__version__,
            locked=settings.locked,
        )


def cite(article: Article, references: Sequence[Reference] | None = None) -> Article:
    """The article with its in-text citations, matched to its references, and its editorial claim.

    references: its entries parsed, in order; None parses them here.
    """
    from refcheck.citing.mentions import find_mentions
    from refcheck.claim.sentence import find_claim
    from refcheck.exchange.references import parse_entries

    require_article(article)
    references = parse_entries(article.entries) if references is None else require_references(references)
    mentions = find_mentions(article.lines, references, article.language, notes=article.notes, stated=article.mentions)
    return replace(article, mentions=mentions, claim=find_claim(article.lines, article.language))


def check_many(
    paths: Iterable[str | Path],
    *,
    settings: Settings | None = None,
    executor: Executor | None = None,
    ordered: bool = True,
    ahead: int = 64,
    on_error: Callable[[str | Path, RefcheckError], None] | None = None,
    progress: Progress | None = None,
) -> Iterator[Report]:
    """One report per path, each as soon as it is ready; at most ``ahead`` are in memory, however many paths there are.

    executor: any ``concurrent.futures.Executor`` to run them on (a process pool, dask's ``Client.get_executor()``);
    None checks them one by one in this process, with a single request budget per register. ordered: in the order of the
    paths, or each when it is done. ahead: how many articles may be in progress; a few per worker. on_error: called with
    the path and the error for an article that cannot be read, on which refcheck fails, or whose worker dies; it is then
    left out. None raises the error when its turn comes. progress: as for ``check``, over all articles; an executor of
    processes gives each a copy. Raises BadArgument at once for arguments of another kind.
    """
    require_many(paths, executor, ahead, on_error)
    require_settings(settings)
    require_progress(progress)
    start = partial(_begin, settings=settings, progress=progress)
    outcomes = checked(start, paths, executor, ahead=ahead, ordered=ordered, lost=_lost)
    return _reports(outcomes, on_error)


_Outcome = tuple[str | Path, Report | RefcheckError]


def _reports(
    outcomes: Iterable[_Outcome], on_error: Callable[[str | Path, RefcheckError], None] | None
) -> Iterator[Report]:
    for path, outcome in outcomes:
        if isinstance(outcome, Report):
            yield outcome
        elif on_error is None:
            raise outcome
        else:
            on_error(path, outcome)


def _begin(path: str | Path, *, settings: Settings | None, progress: Progress | None) -> ToCheck[_Outcome] | _Outcome:
    try:
        article = read(path)
    except RefcheckError as error:
        return path, error
    return ToCheck(article, partial(_check_read, path, article, settings, progress))


def _check_read(
    path: str | Path,
    article: Article,
    settings: Settings | None,
    progress: Progress | None,
    references: Sequence[Reference] | None,
) -> _Outcome:
    try:
        return path, check_article(article, settings=settings, progress=progress, references=references)
    except RefcheckError as error:
        return path, error


def _lost(path: str | Path, error: Exception) -> _Outcome:
    return path, internal_error(path, error)


def place_of(article: Article) -> Path:
    """Where to look for an article's configuration and lock: its path, or the working folder for a text in memory."""
    return Path.cwd() if article.path in ("-", "<text>") else Path(article.path)


def lock_of(article: Article, settings: Settings) -> Path | None:
    """The lock in force for an article: the one in the settings, else the nearest one upwards, else None."""
    from refcheck.resolving.memory.lock import find_lock

    return settings.lock or find_lock(place_of(article))


def fails(findings: Iterable[Finding], level: str) -> bool:
    """Whether any finding that is not accepted is at or above ``level``: error, warning, note; "never" is above all.

    Raises BadArgument for another level.
    """
    if level not in (names := (*LEVELS, "never")):
        raise BadArgument(f"level is one of {', '.join(names)}; not {level!r}")
    rank = -1 if level == "never" else LEVELS.index(level)
    return any(finding.severity.rank <= rank and not finding.accepted for finding in findings)
