"""refcheck init: set up a repository: write missing files, keep existing ones, and report what a first run finds."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from refcheck.cli.articles import read_articles
from refcheck.cli.outputs import file_name
from refcheck.cli.screen import OK, deliver
from refcheck.config import MAX_BYTES, Settings, find_config
from refcheck.errors import BadArgument, BadFile
from refcheck.files import read_regular, write_atomically
from refcheck.model import Article

CHOICES = ("auto", "github", "gitlab", "pre-commit", "none")

CONFIGURATION = """\
# refcheck: https://refcheck.readthedocs.io/configuration
# Without a line of this file refcheck does the same; uncomment what you want otherwise.

# mailto = "desk@example.org"     # joins Crossref's polite pool: faster answers
# fail-on = "error"               # what makes a run fail: error, warning (the default), note, never
# include = ["articles/**/*.md"]  # the articles, where refcheck takes too many files for one
# exclude = ["drafts"]

# [severities]                    # a check that does not suit you: another severity, or off
# uncited = "off"

# [policy]
# field = "humanities"            # how old references may be: general, health, humanities, mathematics, physics

# [[accept]]                      # a finding you know and want to keep: signed, and until when
# check = "off-topic"
# reference = "purshouse2003conflict"
# reason = "cited for the metaphor"
# by = "AB"
# until = 2030-01-31
"""
WORKFLOW = """\
name: refcheck
on:
  pull_request:
  schedule:
    - cron: "17 5 * * 1" # Mondays: ask the registers again, new retractions first
permissions:
  contents: read
jobs:
  refcheck:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
      - uses: refcheck/refcheck@v0
        with:
          paths: .
"""
PIPELINE = """\
include:
  - remote: https://raw.githubusercontent.com/refcheck/refcheck/v0.1.0/templates/gitlab-ci.yml
"""
HOOK = """\
repos:
  - repo: https://github.com/refcheck/refcheck
    rev: v0.1.0
    hooks:
      - id: refcheck
"""
JOBS = (".github/workflows/refcheck.yml", ".gitlab-ci.yml", ".pre-commit-config.yaml")
ATTRIBUTES = "refcheck.lock merge=union\n"
"""A lock is a set of lines: git may keep those of both sides."""


def fill(init: argparse.ArgumentParser) -> None:
    """Give the command its options."""
    init.add_argument(
        "folder",
        metavar="FOLDER",
        nargs="?",
        default=Path(),
        type=file_name,
        help="the repository (default: this folder)",
    )
    init.add_argument("--ci", choices=CHOICES, default="auto", help="service to run refcheck (default: those in use)")
    init.add_argument("--offline", action="store_true", help="ask no register and write no lock yet")


def run(options: argparse.Namespace) -> int:
    """Write what is missing, say what was done and found, and return the exit code.

    Raises BadArgument if the folder is none, other RefcheckErrors if it cannot be read or written.
    """
    from refcheck.reports.words import count

    folder: Path = options.folder
    if not folder.is_dir():
        raise BadArgument(f"{folder}: not a folder")
    reading = argparse.Namespace(paths=[str(folder)], config=None, lock=None, mailto=None, verbose=False)
    articles, _ = read_articles(reading)
    references = sum(len(article.entries) for article, _ in articles)
    said = [f"{count(len(articles), 'article')} with {count(references, 'reference')}"]
    files = _files(folder, options.ci)
    said += files
    if options.ci == "auto" and not _services(folder, "auto"):
        said.append("No CI is in use here: --ci github, gitlab or pre-commit writes its job")
    jobs = [job for job in JOBS if f"{folder / job}: written" in files]
    said += _first_run(articles, folder, offline=options.offline, jobs=jobs)
    deliver("".join(f"{line}\n" for line in said), None)
    return OK


def _files(folder: Path, ci: str) -> list[str]:
    """Write configuration, git attributes and CI jobs where they are missing; one line of output for each."""
    found = find_config(folder)
    if found and found.parent == folder.absolute():
        found = folder / found.name
    said = [f"{found}: kept" if found else _new(folder / "refcheck.toml", CONFIGURATION)]
    attributes = folder / ".gitattributes"
    before = _held(attributes)
    if "refcheck.lock" in before:
        said.append(f"{attributes}: kept")
    else:
        write_atomically(attributes, f"{before}{'' if before.endswith(chr(10)) or not before else chr(10)}{ATTRIBUTES}")
        said.append(f"{attributes}: {ATTRIBUTES.strip()} (locks of two branches are joined)")
    return said + [line for service in _services(folder, ci) for line in _job(folder, service)]


def _services(folder: Path, ci: str) -> list[str]:
    """The services that the repository already uses, or the one that was chosen."""
    if ci != "auto":
        return [] if ci == "none" else [ci]
    signs = {"github": ".github", "gitlab": ".gitlab-ci.yml", "pre-commit": ".pre-commit-config.yaml"}
    return [service for service, sign in signs.items() if (folder / sign).exists()]


def _job(folder: Path, service: str) -> list[str]:
    place, text = {
        "github": (folder / ".github" / "workflows" / "refcheck.yml", WORKFLOW),
        "gitlab": (folder / ".gitlab-ci.yml", PIPELINE),
        "pre-commit": (folder / ".pre-commit-config.yaml", HOOK),
    }[service]
    if place.exists() and "refcheck" not in _held(place):
        return [f"{place}: add this to it", *(f"    {line}" for line in text.splitlines())]
    return [_new(place, text)]


def _held(place: Path) -> str:
    """The text of a file of the repository, byte for byte; "" where there is none. Raises BadFile if it is not text."""
    try:
        return read_regular(place, MAX_BYTES).decode("utf-8") if os.path.lexists(place) else ""
    except (OSError, ValueError) as error:
        raise BadFile(f"{place}: cannot be read: {getattr(error, 'strerror', '') or error}") from error


def _new(place: Path, text: str) -> str:
    if place.exists():
        return f"{place}: kept"
    place.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(place, text)
    return f"{place}: written"


def _first_run(
    articles: Sequence[tuple[Article, Settings]], folder: Path, *, offline: bool, jobs: Sequence[str]
) -> list[str]:
    """Write the lock, check every article against it, and say what was found and what to do next.

    folder: the repository. jobs: the CI files that were written.
    """
    from refcheck.api import check_article
    from refcheck.cli.lock import render, update_locks
    from refcheck.reports.words import count

    if not articles:
        return ["No bibliography was found: name your articles with include, or try refcheck check FILE"]
    said = [] if offline else render(update_locks(articles, refresh=False), "text").splitlines()
    counts: Counter[str] = Counter()
    for article, settings in articles:
        report = check_article(article, settings=replace(settings, locked=True))
        counts.update(str(finding.severity) for finding in report.findings if not finding.accepted)
        counts["unchecked"] += len(report.unchecked)
    found = ", ".join(count(counts[name], name) for name in ("error", "warning", "note"))
    said.append(f"A first run found {found}; references not checked yet: {counts['unchecked']}")
    steps = [
        "refcheck lock ." if counts["unchecked"] else "",
        "refcheck check . --locked",
        " ".join(["git add refcheck.* .gitattributes", *jobs]),
    ]
    where = "" if folder == Path() else f", in {folder}"
    return [*said, f"Next{where}: " + "; ".join(filter(None, steps))]
