"""The documentation is true: generated pages are current, links lead somewhere, every shell block runs."""

from __future__ import annotations

import ast
import importlib.util
import io
import os
import re
import shutil
import subprocess
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

from refcheck.checks.base import registry
from refcheck.resolving.registers import registers
from tests.crossref_server import CrossrefServer
from tests.test_main_job import RECORDS, ROOT

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
OWN = re.compile(r"https://github\.com/refcheck/refcheck/(?:blob|tree)/main/")
BLOCK = re.compile(r"(?:^<!-- (\S+) -->\n)?^```sh\n(.*?)^```$", re.M | re.S)


def blocks() -> list[object]:
    found = []
    for page in PAGES:
        for name, text in BLOCK.findall(page.read_text(encoding="utf-8")):
            # what sets up an environment is run by .ci/run, in a clean one
            if not name and "venv" not in text:
                found.append(pytest.param(text, id=f"{page.relative_to(ROOT)}: {text.splitlines()[0][:50]}"))
    return found


@pytest.mark.parametrize("text", blocks())
def test_every_shell_block_runs(text: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "bib", tmp_path / "bib")
    shutil.copytree(ROOT / "bib", tmp_path / "articles")
    shutil.copy(ROOT / "bib" / "hyperonafhankelijkheid.md", tmp_path / "article.md")
    program = tmp_path / "bin" / "refcheck"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m refcheck "$@"\n')
    program.chmod(0o755)
    with CrossrefServer(RECORDS) as server:
        environment = {
            **os.environ,
            "PATH": f"{program.parent}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "REFCHECK_CROSSREF_URL": server.url,
            "REFCHECK_DOI_URL": server.url,
            "REFCHECK_MAILTO": "tests@example.org",
        }
        for line in text.strip().splitlines():
            done = subprocess.run(
                ["bash", "-c", line], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
            )
            assert done.returncode in (0, 1, 3), f"{line}\n{done.stdout}{done.stderr}"
            assert "Traceback" not in done.stderr
            assert "command not found" not in done.stderr


PYTHON = re.compile(r"^```python\n(.*?)^```$", re.M | re.S)


@pytest.mark.parametrize("name", ["notebooks", "many"])
def test_the_python_of_a_page_runs_as_one_script(name: str, tmp_path: Path) -> None:
    pytest.importorskip("pandas")
    shutil.copytree(ROOT / "bib", tmp_path / "bib")
    found = PYTHON.findall((ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8"))
    script = tmp_path / "script.py"
    script.write_text("\n".join(found), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script)], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert len(found) > 4
    wanted = {"notebooks": "warning off-topic", "many": "1 checked; gone.md: "}[name]
    assert wanted in done.stdout


def test_generated_pages_are_current(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    generate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generate)
    stale = [
        str(path.relative_to(ROOT))
        for path, text in generate.pages().items()
        # argparse lays options out in another way from Python 3.13 on
        if (path.name != "cli.md" or sys.version_info < (3, 13))
        and (not path.exists() or path.read_text(encoding="utf-8") != text)
    ]
    assert stale == [], "run python docs/generate.py"


def test_every_check_has_its_page_with_every_section() -> None:
    for check in registry().values():
        text = (ROOT / "docs" / "checks" / f"{check.slug}.md").read_text(encoding="utf-8")
        for section in ("What", "Example", "Why", "How sure", "How to fix", "How to accept"):
            assert f"## {section}\n" in text, f"{check.slug} lacks {section}"


def test_every_link_inside_the_repository_leads_somewhere() -> None:
    broken = []
    for page in PAGES:
        prose = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.S)
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", prose):
            own = OWN.match(target)
            place = ROOT / target[own.end() :] if own else page.parent / target
            if (own or "://" not in target) and not place.exists():
                broken.append(f"{page.relative_to(ROOT)}: {target}")
    assert broken == []


NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")


@pytest.mark.parametrize("page", ["security.md", "faults.md"])
def test_every_test_that_a_page_names_is_there(page: str) -> None:
    named = NAMED.findall((ROOT / "docs" / page).read_text(encoding="utf-8"))
    assert len(named) > 10
    for file, name in named:
        assert not name or f"def {name}(" in (ROOT / file).read_text(encoding="utf-8"), f"{file}::{name}"


def test_files_that_docs_and_comments_name_are_there() -> None:
    named = re.compile(r"(?<![\w/.-])((?:refcheck|tests|training|benchmarks|docs)/[\w./-]+\.[a-z]{2,5})(?![\w/])")
    examples = re.compile(r"/(?:test_)?my[_-]|/xx[./]")  # CONTRIBUTING's
    sources = (*PAGES, *(ROOT / "refcheck").rglob("*.py"), *(ROOT / "refcheck" / "data").glob("*.md"))
    for source in sources:
        for name in named.findall(source.read_text(encoding="utf-8")):
            assert examples.search(name) or (ROOT / name).exists(), f"{source.relative_to(ROOT)} names {name}"


CODE = [
    path for folder in ("refcheck", "tests", "training", "benchmarks", "docs") for path in (ROOT / folder).rglob("*.py")
]


def names_of(tree: ast.AST) -> Iterator[str]:
    """Every name that code defines, imports or uses."""
    for node in ast.walk(tree):
        for attribute in ("name", "id", "attr", "arg", "module", "asname"):
            if isinstance(value := getattr(node, attribute, None), str):
                yield from value.split(".")


def said_in(source: str, tree: ast.AST) -> Iterator[str]:
    """Its comments, and the strings that stand alone: docstrings, of attributes too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.value.value
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    yield from (token.string for token in tokens if token.type == tokenize.COMMENT)


def test_functions_and_modules_that_docs_and_docstrings_name_are_there() -> None:
    """Files without their folder, names behind a module's that is one of ours, and calls."""
    code = {path: path.read_text(encoding="utf-8") for path in CODE}
    trees = {path: ast.parse(text) for path, text in code.items()}
    files = {path.name for path in CODE} | {"conf.py"}  # Sphinx has one
    ours = [path for path in CODE if path.is_relative_to(ROOT / "refcheck")]
    modules = {path.stem for path in ours} | {path.parent.name for path in ours}
    known = {name for tree in trees.values() for name in names_of(tree)} | modules | {path.parent.name for path in CODE}
    texts = {path: [path.read_text(encoding="utf-8")] for path in PAGES}
    texts |= {path: list(said_in(code[path], trees[path])) for path in CODE}
    gone = []
    for path, text in ((path, text) for path, some in texts.items() for text in some):
        named = re.findall(r"(?<![\w/.-])(\w+\.py)(?!\w)", text)
        gone += [f"{path.relative_to(ROOT)}: {name}" for name in named if name not in files]
        dotted = [
            name
            for name in re.findall(r"``?([A-Za-z_]\w*(?:\.(?!(?:py|toml|yml|ini|json|Rmd)\b)\w+)+)``?", text)
            if name.split(".")[0] in modules
        ]
        called = re.findall(r"(?<![\w.])([A-Za-z_][\w.]*)\(\)", text)
        missing = [name for name in (*dotted, *called) if not known.issuperset(name.split("."))]
        gone += [f"{path.relative_to(ROOT)}: {name}" for name in missing]
    assert gone == []


def test_every_register_has_a_page_and_a_line() -> None:
    folder = ROOT / "docs" / "sources"
    listed = (folder / "index.md").read_text(encoding="utf-8")
    for name in registers():
        assert (folder / f"{name}.md").is_file() and f"]({name}.md) |" in listed, name


def test_the_table_of_registers_says_what_each_is_an_authority_on() -> None:
    listed = (ROOT / "docs" / "sources" / "index.md").read_text(encoding="utf-8")
    told = {name: row for name in registers() for row in listed.splitlines() if f"]({name}.md) |" in row}
    assert "| DOIs; handles; who registered a DOI |" in told["doi.org"]
    assert "| articles in journals that MEDLINE indexes completely" in told["europepmc"]
    assert all("| – |" in told[name] for name in ("k10plus", "eric", "dblp", "openlibrary", "openalex", "wayback"))
