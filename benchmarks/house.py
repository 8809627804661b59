"""What the house is like to live in: counted on any checkout, so that two of them can be set side by side.

    python benchmarks/house.py [FOLDER ...]     # checkouts; this one where none is named
    python benchmarks/house.py --passes         # what one reference goes through, on the worked example and its lock

Prints for each: modules, lines, modules over 350 lines, functions over 60, modules that import one another in a circle
(an import in a function or for types counts), what in one folder, a module or a folder with all its modules, does so,
and the places that hold words of bibliographies: for each idea a word in
German, as it stands in a string of a module or in a file of words (the files by language are one place).
"""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path
from typing import Any

LONG_MODULE, LONG_FUNCTION = 350, 60
PROBES = {
    "editors": "hrsg",
    "and": "und",
    "accessed": "abgerufen",
    "and others": "u. a",
    "ibid.": "ebd",
    "month": "märz",
    "translated": "übersetzt",
    "thesis": "dissertation",
}


def main() -> None:
    if sys.argv[1:] == ["--passes"]:
        passes()
        return
    folders = [Path(word) for word in sys.argv[1:]] or [Path(__file__).parents[1]]
    if missing := [folder for folder in folders if not (folder / "refcheck").is_dir()]:
        raise SystemExit(f"{missing[0]}: not a checkout\n\n{__doc__}")
    tables = [measures(folder / "refcheck") for folder in folders]
    for name in tables[0]:
        print(f"{name:42}" + "".join(f"{table[name]!s:>12}" for table in tables))


def measures(package: Path) -> dict[str, int]:
    sources = {path: path.read_text(encoding="utf-8") for path in sorted(package.rglob("*.py"))}
    trees = {path: ast.parse(text) for path, text in sources.items()}
    lengths = [text.count("\n") for text in sources.values()]
    functions = [
        node.end_lineno - node.lineno + 1
        for tree in trees.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno
    ]
    found = {
        "modules": len(sources),
        "lines": sum(lengths),
        f"modules over {LONG_MODULE} lines": sum(length > LONG_MODULE for length in lengths),
        "longest module, lines": max(lengths),
        f"functions over {LONG_FUNCTION} lines": sum(length > LONG_FUNCTION for length in functions),
        "modules in a circle of imports": len(in_circles(arrows := imports(package, trees))),
        "rooms and sub-rooms in a circle": len(rooms_in_circles(arrows)),
    }
    for idea, word in PROBES.items():
        found[f"places with words for: {idea}"] = len(
            {place(path) for path in package.rglob("*.*") if holds(path, word)}
        )
    return found


def passes() -> None:
    """How often a reference of ``bib/`` is searched for identifiers, compared, judged, on its way to the page."""
    sys.path[0] = str(Path(__file__).parents[1])
    import refcheck
    from refcheck.comparing import beside
    from refcheck.config import Settings
    from refcheck.identifiers import find
    from refcheck.matching import identify
    from refcheck.reports import render
    from refcheck.resolving import enquiry

    counts: dict[str, int] = {}

    def counted(name: str, function: Any) -> Any:
        def call(*args: Any, **options: Any) -> Any:
            counts[name] = counts.get(name, 0) + 1
            return function(*args, **options)

        return call

    compared = {name: field for name, field in vars(beside.Beside).items() if isinstance(field, beside._Compared)}
    for field in compared.values():
        field.comparer = counted("fields compared", field.comparer)
    asked = counted("comparisons asked for", object.__getattribute__)

    def attribute(self: Any, name: str) -> Any:
        return asked(self, name) if name in compared else object.__getattribute__(self, name)

    beside.Beside.__getattribute__ = attribute
    enquiry.identify = counted("identity judged", identify.identify)
    article = Path(__file__).parents[1] / "bib"
    searches = find._identifiers.cache_info().misses
    references = 0
    for path in sorted(article.glob("*.*")):
        if path.suffix in (".md", ".txt", ".html"):
            report = refcheck.check(path, settings=Settings(locked=True, lock=article / "refcheck.lock"))
            references += len(report.references)
            render([report], "html")
    counts["texts searched for identifiers"] = find._identifiers.cache_info().misses - searches
    print(f"references {references}")
    for name, count in counts.items():
        print(f"{name:42}{count / references:12.2f} a reference")


def place(path: Path) -> Path:
    if path.name == "words.json":  # the same words, written for reading fast
        return path.with_suffix("")
    return path.parent if path.parent.name == "words" else path


def holds(path: Path, word: str) -> bool:
    """Whether a string of a module, or a file of words by language or by subject, has the word."""
    if path.suffix == ".py":
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # of attributes too
        strings = [n for n in ast.walk(tree) if isinstance(n, ast.Constant) and id(n) not in docs]
        text = "\n".join(n.value for n in strings if isinstance(n.value, str))
    elif path.suffix in (".toml", ".json") and "messages" not in path.parts and "schema" not in path.name:
        text = path.read_text(encoding="utf-8")
    else:
        return False
    return bool(re.search(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", text, re.IGNORECASE))


def imports(package: Path, trees: dict[Path, ast.Module]) -> dict[str, set[str]]:
    """Module -> the modules it imports, wherever and for whatever."""
    names = {".".join(path.with_suffix("").relative_to(package.parent).parts): tree for path, tree in trees.items()}
    names = {name.removesuffix(".__init__"): tree for name, tree in names.items()}
    arrows: dict[str, set[str]] = {}
    for name, tree in names.items():
        arrows[name] = set()
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                for alias in node.names:
                    whole = f"{node.module}.{alias.name}"
                    arrows[name] |= {whole if whole in names else node.module} & set(names)
            elif isinstance(node, ast.Import):
                arrows[name] |= {alias.name for alias in node.names} & set(names)
    return arrows


def in_circles(arrows: dict[str, set[str]]) -> list[str]:
    """What can be reached from itself."""
    return [name for name in arrows if name in reached(arrows, name)]


def rooms_in_circles(arrows: dict[str, set[str]]) -> list[str]:
    """What in one folder imports itself in a circle, a folder by any of its modules."""
    folders = {name.rpartition(".")[0] for name in arrows} - {""}
    found = []
    for folder in sorted(folders):
        beside: dict[str, set[str]] = {}
        for name, others in arrows.items():
            if name.startswith(f"{folder}."):
                mine = _within(folder, name)
                there = {_within(folder, other) for other in others if other.startswith(f"{folder}.")}
                beside.setdefault(mine, set()).update(there - {mine})
        found += in_circles({name: others & beside.keys() for name, others in beside.items()})
    return found


def _within(folder: str, name: str) -> str:
    """The module or folder in a folder that a module is, or is in."""
    return f"{folder}.{name.removeprefix(f'{folder}.').split('.')[0]}"


def reached(arrows: dict[str, set[str]], start: str) -> set[str]:
    seen: set[str] = set()
    waiting = list(arrows[start])
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += arrows[name]
    return seen


if __name__ == "__main__":
    main()
