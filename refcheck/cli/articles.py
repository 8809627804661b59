"""The articles a command works on: the options that choose them, their settings, and reading them."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from refcheck.cli.folders import NO_LIST, OTHER
from refcheck.cli.outputs import file_name
from refcheck.cli.passed import Passed
from refcheck.cli.paths import Target
from refcheck.cli.screen import complain, standard_input
from refcheck.config import Settings, load_settings
from refcheck.errors import Picture, RefcheckError
from refcheck.model import Article

_LOOKED_AT = 5_000_000  # bytes of a file that are looked at for a list


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of every command that works on many articles."""
    parser.add_argument("paths", metavar="PATH", nargs="+", help="a file, a folder, a glob, or - for standard input")
    parser.add_argument(
        "--config", type=file_name, metavar="FILE", help="use this configuration instead of the nearest one upwards"
    )
    parser.add_argument(
        "--lock", type=file_name, metavar="FILE", help="use this lock instead of the nearest refcheck.lock upwards"
    )
    parser.add_argument("-v", "--verbose", action="store_true", help="name the files that are passed over, and why")
    parser.add_argument("--mailto", metavar="ADDRESS", help="join Crossref's polite pool with this e-mail address")


def settings_for(options: argparse.Namespace, near: Path) -> Settings:
    """The settings in force at a path, overridden by the command line. Raises BadSettings for a bad value."""
    from refcheck.checks.base import registry
    from refcheck.resolving.registers import addresses

    settings = load_settings(near, config=options.config, checks=registry(), registers=addresses())
    given = {name: getattr(options, name, None) for name in ("locked", "fail_on", "mailto", "lock")}
    return replace(settings, **{name: value for name, value in given.items() if value})


def targets(options: argparse.Namespace, bad: Callable[[str], None]) -> Iterator[Target]:
    """The files that the paths lead to, each once, including those passed over. bad: called with a message for each
    path that is wrong."""
    from refcheck.cli.paths import changed_since, expand

    seen: set[str] = set()
    named = frozenset(options.paths)
    for word in options.paths:
        try:
            touched = None
            if getattr(options, "changed_since", None):
                touched = changed_since(options.changed_since, Path(word))
            for target in expand(word, lambda near: settings_for(options, near)):
                if target.path not in seen and (touched is None or Path(target.path).absolute() in touched):
                    seen.add(target.path)
                    yield Target(target.path, named=True) if target.path in named else target
        except RefcheckError as error:
            bad(str(error))


@dataclass(frozen=True, slots=True)
class Opened:
    """An article that was read, with its settings; or why it was not.

    said: a message for the user. bad: the run exits with 2. passed: why it is not an article (see ``cli.folders``).
    """

    article: Article | None = None
    settings: Settings | None = None
    said: str = ""
    bad: bool = False
    passed: str = ""


def opened(options: argparse.Namespace, target: Target) -> Opened:
    """Read the article of a target. A file in a folder without a bibliography is passed over; an unreadable one is
    reported, and fails the run only when the user named it."""
    try:
        if not target.named and not _promising(target):
            return Opened(passed=NO_LIST)
        article = read_path(target.path, lists_only=not target.named)
    except RefcheckError as error:
        if isinstance(error, Picture) and not target.named:  # what a thesis in LaTeX has a hundred of
            return Opened(passed=OTHER)
        return Opened(said=str(error), bad=target.named)
    try:
        settings = settings_for(options, Path.cwd() if target.path == "-" else Path(target.path))
    except RefcheckError as error:
        return Opened(said=str(error), bad=True)
    if article.entries or article.unread:
        return Opened(article, settings)
    if not target.named:
        return Opened(passed=NO_LIST)
    return Opened(article, settings, f"{target.path}: no bibliography found", bad=True)


def _promising(target: Target) -> bool:
    """Whether a file in a folder may contain a list and was not written by refcheck. True for a file that cannot be
    opened: the reader will say why."""
    from refcheck.reading.first_look import may_hold_list

    try:
        if not Path(target.path).is_file():
            return True
        with Path(target.path).open("rb") as file:
            data = file.read(_LOOKED_AT)
    except OSError:
        return True
    own = data.startswith(b"## refcheck: ") or b'<meta name="generator" content="refcheck ' in data[:2000]
    return not own and may_hold_list(data)


def read_articles(options: argparse.Namespace) -> tuple[list[tuple[Article, Settings]], bool]:
    """The articles the paths lead to, each with its settings, and whether any path was bad; those are reported."""
    articles, bad = [], False
    passed = Passed(verbose=options.verbose)

    def told(said: str) -> None:
        nonlocal bad
        complain(said)
        bad = True

    for target in targets(options, told):
        found = opened(options, target) if not target.passed else Opened(passed=target.passed)
        for line in passed.add(target.path, found.passed, target.of) if found.passed else ():
            complain(line)
        if found.said:
            complain(found.said)
        bad = bad or found.bad
        if found.article is not None and found.settings is not None:
            articles.append((found.article, found.settings))
    if passed.summary():
        complain(passed.summary())
    return articles, bad


def read_path(path: str, *, lists_only: bool = False) -> Article:
    """The article of a file, or of standard input ("-"). Raises RefcheckError when it cannot be read.

    lists_only: see ``reading.read``.
    """
    from refcheck.reading import MAX_BYTES, read

    if path == "-":
        return read(standard_input(MAX_BYTES + 1), path="-")
    return read(Path(path), path=path, lists_only=lists_only)
