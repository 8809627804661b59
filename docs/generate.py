"""Writes what comes from the code: pages of checks and registers, every --help, the manual page, variables, the schema.

usage: python docs/generate.py              a test fails when a page is older than what it is made from
       python docs/generate.py --registers  also the faults of registers in docs/faults.md: each is tried (two minutes)
"""

from __future__ import annotations

import argparse
import ast
import inspect
import json
import os
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from refcheck._version import __version__
from refcheck.checks.base import Check, registry
from refcheck.cli.main import COMMANDS, DISTRIBUTION, command_line, help_of
from refcheck.model import Reference
from refcheck.resolving.registers import addresses, registers
from refcheck.resolving.sources.base import Source
from refcheck.settings import variable

DOCS = Path(__file__).parent


def pages() -> dict[Path, str]:
    """Path -> text of every generated page."""
    made = {DOCS / "checks" / f"{check.slug}.md": check_page(check) for check in registry().values()}
    made[DOCS / "checks" / "index.md"] = check_index()
    made |= {DOCS / "sources" / f"{name}.md": register_page(source) for name, source in registers().items()}
    made[DOCS / "sources" / "index.md"] = register_index()
    made[DOCS / "cli.md"] = cli_page()
    made[DOCS / "refcheck.1"] = manual()
    made[DOCS / "coverage.md"] = coverage_page()
    made[DOCS / "faults.md"] = faults_page()
    made[DOCS / "configuration.md"] = configuration_page()
    made[DOCS.parent / "refcheck.schema.json"] = settings_schema()
    return made


def settings_schema() -> str:
    """The schema of the configuration as it stands, with the addresses of all registers that may be set."""
    schema = json.loads((DOCS.parent / "refcheck.schema.json").read_text(encoding="utf-8"))
    schema["properties"]["sources"]["properties"] = {name: {"type": "string"} for name in sorted(addresses())}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def configuration_page() -> str:
    """The page as it stands, with the variables of all registers."""
    names = ", ".join(f"`{variable(name)}`" for name in sorted(addresses()))
    page = (DOCS / "configuration.md").read_text(encoding="utf-8")
    return re.sub(r"^\| (?:`REFCHECK_\w+_URL`(?:, )?)+ \|", f"| {names} |", page, flags=re.M)


def check_page(check: Check) -> str:
    offline = "Works without a network." if check.offline else "Needs the answer of a register."
    head = f"# {check.slug}\n\n{check.summary[0].upper()}{check.summary[1:]}.\n\n"
    return f"{head}Severity at most **{check.severity}**. {offline}\n\n{check.page}\n"


def register_page(source: type[Source]) -> str:
    """The docstring of the register's file, and its address."""
    _, _, page = inspect.cleandoc(sys.modules[source.__module__].__doc__ or "").partition("\n\n")
    what, _, rest = page.partition("\n\n")
    place = f"Its address: {_address(source)}." if source.setting else ""
    return "\n\n".join(filter(None, (f"# {source.title}", what, place, _role(source), rest))) + "\n"


def _role(source: type[Source]) -> str:
    subject = _authority(source)
    if subject == "–":
        return "It is a [witness](index.md#what-silence-means): only a hit counts."
    return f"It is an [authority](index.md#what-silence-means) on {subject}; on others a witness: only a hit counts."


def _address(source: type[Source]) -> str:
    owner = _owner(source)
    if owner is not source:
        return f"`{source.public}`, or whatever is that of {owner.title} (`{variable(source.setting)}`)"
    said = f"`{variable(source.setting)}` or `[tool.refcheck.sources] {source.setting}`"
    return f"`{source.public}`; {said}; empty turns it off" if source.public else f"none by default; {said}"


def _owner(source: type[Source]) -> type[Source]:
    """The register that an address is configured for; others at the same address go with it."""
    return min((s for s in registers().values() if s.setting == source.setting), key=lambda s: s.rank)


def register_index() -> str:
    """The page as it stands, with a line for every register: its title, what its file says first, what it is an
    authority on, and the switch."""
    rows = []
    for source in sorted(registers().values(), key=lambda s: (not s.first, s.last, s.opinion, s.turn, s.rank, s.name)):
        asked = (sys.modules[source.__module__].__doc__ or "").partition("\n")[0].rstrip(".")
        rows.append(f"| [{source.title}]({source.name}.md) | {asked} | {_authority(source)} | {_switch(source)} |")
    page = (DOCS / "sources" / "index.md").read_text(encoding="utf-8")
    return _table(page, "register", "\n".join(rows))


def _authority(source: type[Source]) -> str:
    """What its miss counts for: the identifiers that are its own, and what its class says that it would have."""
    own = [IDENTIFIERS[kind] for kind in sorted(source.identifiers)]
    article = Reference("", type="article", title="A title", container="A journal", year=2000)
    told = source.covers.__doc__ if source.is_authority(article) else ""
    if source.complete.__doc__ != Source.complete.__doc__:
        told = source.complete.__doc__
    own += [f"{told[0].lower()}{told[1:].rstrip('.')}"] if told else []
    return "; ".join(own) or "–"


IDENTIFIERS = {
    "arxiv": "arXiv identifiers", "doi": "DOIs", "handle": "handles", "isbn": "ISBNs", "pmcid": "PMCIDs",
    "pmid": "PMIDs", "ra": "who registered a DOI",
}  # fmt: skip


def _switch(source: type[Source]) -> str:
    if not source.setting:
        return f"no `{source.name}` in the configuration"
    if _owner(source) is not source:
        return f"with {_owner(source).title}"
    return f"`{variable(source.setting)}=`" if source.public else "off by default"


def coverage_page() -> str:
    """The venues whose works the registers do not have, from ``refcheck/data/coverage.toml``."""
    rows = []
    for venue in tomllib.loads((DOCS.parent / "refcheck/data/coverage.toml").read_text(encoding="utf-8"))["venue"]:
        years = "–".join(str(venue.get(key, "")) for key in ("since", "until")).strip("–")
        years = f"since {years}" if "since" in venue else f"until {years}" if years else "all"
        names = ", ".join((*venue["names"], *venue.get("acronyms", ())))
        if "but" in venue:
            names += f"; but not {', '.join(venue['but'])}"
        rows.append(f"| {names} | {years} | {venue['at']} | {venue['source']} |")
    return COVERAGE_HEAD + "\n".join(rows) + "\n"


COVERAGE_HEAD = """# What no register has

A work is called not found only where a register was asked that would have it. Crossref and DataCite assign DOIs, so
what has no DOI cannot be there. A reference to one of these venues for which nothing is found is therefore *not
indexed*, and the report says where to look. So is an article in a language other than English, or in a journal whose
name is, unless the answer shows other works of that journal: no register has all national journals. Reports, laws,
patents, web pages, talks and posters are never called not found; of books and theses only those are that the
[German National Library](sources/dnb.md) receives by law. Add a venue in `refcheck/data/coverage.toml`.

`python benchmarks/coverage.py` prints what was *counted*: papers with a DOI in DBLP's exports of 2000 to 2024 and in
the ACL Anthology's of 2019. A DOI that was registered later does not show there.

| in the name of the journal, proceedings, series or publisher | years | look at | how we know |
|---|---|---|---|
"""


def faults_page(registers: str = "") -> str:
    """The page as it stands with the table of states from the tests that show them, and, where they are given, the rows
    of the registers' faults."""
    page = (DOCS / "faults.md").read_text(encoding="utf-8")
    page = _table(page, "state", "\n".join(f"| {' | '.join(row)} |" for row in states()))
    return _table(page, "fault", registers) if registers else page


def _table(page: str, first: str, rows: str) -> str:
    """The page with other rows in the table whose first column is called so."""
    return re.sub(rf"(^\| {first} \|.*\n\|[-|]+\|\n)(?:\|.*\n)+", lambda head: f"{head[1]}{rows}\n", page, flags=re.M)


def states() -> Iterator[tuple[str, str, str, str]]:
    """(state, what happens, exit code, test) of every test that is marked with a fault of the machine or its files."""
    for path in sorted((DOCS.parent / "tests").rglob("test_*.py")):
        text = path.read_text(encoding="utf-8")
        if "mark.fault(" not in text:
            continue
        for node in ast.walk(ast.parse(text)):
            if not isinstance(node, ast.FunctionDef):
                continue
            for mark in node.decorator_list:
                if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.fault":
                    state, happens, code = (ast.literal_eval(part) for part in mark.args)
                    yield state, happens, code, f"`{path.relative_to(DOCS.parent).as_posix()}::{node.name}`"


def check_index() -> str:
    rows = [
        f"| [`{c.slug}`]({c.slug}.md) | {c.summary} | {c.severity} | {'yes' if c.offline else 'no'} |"
        for c in registry().values()
    ]
    head = "# The checks\n\n| check | says | severity at most | works offline |\n|---|---|---|---|\n"
    return head + "\n".join(rows) + "\n"


def cli_page() -> str:
    parts = ["# The command line\n"]
    parts += [f"## refcheck {name}\n\n```text\n{help_of(name)}```\n" for name in COMMANDS]
    return "\n".join(parts)


def manual() -> str:
    """The manual page, in the macros of man(7)."""
    parser = command_line()
    (commands,) = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    lines = [f'.TH REFCHECK 1 "" "{DISTRIBUTION} {__version__}" "User Commands"', ".nh", ".ad l", ".SH NAME"]
    lines += [_roff("refcheck - find what does not hold in the bibliography of an article"), ".SH SYNOPSIS"]
    for name in COMMANDS:
        where = " ".join(_called(action) for action in commands.choices[name]._actions if not action.option_strings)
        lines += [".br", f"\\fBrefcheck {name}\\fR [OPTION]... {_roff(where)}"]
    lines += [".SH DESCRIPTION", _roff(parser.description or ""), ".SH OPTIONS", *_listed(parser)]
    for name, summary in COMMANDS.items():
        lines += [
            f".SH REFCHECK {name.upper()}",
            _roff(summary.capitalize() + "."),
            *_listed(commands.choices[name]),
        ]
    lines += [".SH EXIT STATUS"]
    readme = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    for code, means in re.findall(r"^\| (\d+) \| (.*) \|$", readme, re.M):
        lines += [".TP", f"\\fB{code}\\fR", _roff(means.replace("`", ""))]
    lines += [
        ".SH ENVIRONMENT",
        ".TP",
        "\\fBREFCHECK_MAILTO\\fR",
        "joins the polite pool of Crossref with this address",
    ]
    lines += [".SH SEE ALSO", "https://refcheck.readthedocs.io"]
    return "\n".join(lines) + "\n"


def _listed(parser: argparse.ArgumentParser) -> list[str]:
    lines = []
    for action in parser._actions:
        if action.help not in (None, argparse.SUPPRESS) and not isinstance(action, argparse._SubParsersAction):
            lines += [".TP", f"\\fB{_roff(_called(action))}\\fR", _roff(action.help or "")]
    return lines


def _called(action: argparse.Action) -> str:
    """An argument as it is typed: its names, and what follows them."""
    follows = action.metavar or ("|".join(map(str, action.choices)) if action.choices else action.dest.upper())
    if not action.option_strings:
        return {"?": f"[{follows}]", "+": f"{follows}...", "*": f"[{follows}]..."}.get(str(action.nargs), str(follows))
    return ", ".join(action.option_strings) + ("" if action.nargs == 0 else f" {follows}")


def _roff(text: str) -> str:
    text = text.replace("%%", "%").replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^(?=[.'])", r"\\&", text, flags=re.M)


if __name__ == "__main__":
    os.environ["COLUMNS"] = "100"
    if "--registers" in sys.argv:
        sys.path.insert(0, str(DOCS.parent))
        from tests.resolving.fault_matrix import rows

        (DOCS / "faults.md").write_text(faults_page("\n".join(rows())), encoding="utf-8")
    for path, text in pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
