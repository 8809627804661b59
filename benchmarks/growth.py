"""How the time of every pattern and of every reader grows with its input: linear ones only, by ratio, not by the clock.

    python benchmarks/growth.py [NAME ...]

Every pattern in refcheck, also those put together while it runs (from the words of languages, from what a reference
holds), and every public function of one text gets texts that repeat one of some sixty pieces (only those whose name
holds a NAME, if one is given). Printed: those whose time grows with an exponent above
1.3, the worst piece, and the exponent. tests/test_growth.py runs the same.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import functools
import importlib
import inspect
import math
import pkgutil
import re
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parents[1])  # for this folder, where requests.py is not the library

import refcheck  # noqa: E402
from refcheck.patterns import Waiting  # noqa: E402
from refcheck.resolving.network.reply import Unavailable  # noqa: E402

ARTICLES = Path(__file__).resolve().parents[1] / "tests" / "articles"

MOST = 1.3
ENOUGH = 0.01  # seconds: below, the clock is too coarse
LONGEST = 16_000  # characters
METHODS = {"match", "fullmatch", "search", "sub", "subn", "split", "finditer", "findall"}
ANCHORED = {"match", "fullmatch"}
PIECES = (
    *" a1A.,;:-_(['\"*\\/|<{@#$%&=~^`!?é中²\t\n",
    "A. ", "a, ", "1, ", "1-", "1.", "aA", "a-", "(a", "[1", "[a](", "10.1/", "http://a", "et al. ", "and ", "p. ",
    "a b ", "Aa ", "de ", "in: ", "doi:", "{a", "\\a{", "<a ", "<!--", "&a", "2001 ", "12 May ", "----a", "a = ",
    "\n- ", "\n\n", ". A", "“a", "@a{x,a={", "@a[b ", "\\entry{a}{b}\\true{c}",
)  # fmt: skip


def patterns() -> Iterator[tuple[str, re.Pattern[str], bool]]:
    """(name, pattern, whether it is only ever tried at one place of a text) for every pattern of the package: those
    that are a name of a module or stand in a tuple, list or dict that is one, and those written where they are used."""
    used, inline = uses()
    seen = set()
    for module in pkgutil.walk_packages(refcheck.__path__, "refcheck."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            held = value.values() if isinstance(value, dict) else value if isinstance(value, tuple | list) else (value,)
            for number, item in enumerate(held):
                for part in item if isinstance(item, tuple) else (item,):
                    part = part.compiled if isinstance(part, Waiting) else part
                    if isinstance(part, re.Pattern) and isinstance(part.pattern, str) and part not in seen:
                        seen.add(part)
                        full = f"{module.name.removeprefix('refcheck.')}.{name}"
                        methods = used.get(full if name.startswith("_") else name, set())
                        at_start = bool(methods) and methods <= ANCHORED
                        yield full + (f"[{number}]" if held is not value and number else ""), part, at_start
                    elif inspect.isclass(part) and part.__module__ == module.name:
                        for key, inner in vars(part).items():
                            if isinstance(inner, re.Pattern) and inner not in seen:
                                seen.add(inner)
                                yield f"{module.name.removeprefix('refcheck.')}.{part.__name__}.{key}", inner, False
    for place, written, method in inline:
        seen.add(pattern := re.compile(written))
        yield place, pattern, method in ANCHORED
    for place, pattern, method in built():
        if pattern not in seen:
            seen.add(pattern)
            yield place, pattern, method in ANCHORED or place in AT_START


AT_START: frozenset[str] = frozenset()
"""Patterns that are put together in one place and matched at the start of a text in another."""


@cache
def built() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """(place, pattern, method) of each pattern that refcheck puts together while it finds its words and checks the
    articles of the tests, one a language, and their references once more as strings."""
    from refcheck.api import check_article
    from refcheck.config import Settings
    from refcheck.reading import read

    for module in [module for key, module in sys.modules.items() if key.startswith("refcheck.")]:
        for value in vars(module).values():
            if isinstance(value, functools._lru_cache_wrapper) and "sources" not in module.__name__:
                value.cache_clear()
    found: dict[tuple[str, re.Pattern[str]], str] = {}
    compiled = re._compile  # type: ignore[attr-defined]

    def noted(pattern: object, flags: int) -> re.Pattern[str]:
        made: re.Pattern[str] = compiled(pattern, flags)
        caller, method = sys._getframe(2), sys._getframe(1).f_code.co_name
        if caller.f_globals["__name__"] == Waiting.__module__ and caller.f_back:  # in the place of re.compile
            caller = caller.f_back
        module = caller.f_globals.get("__name__", "")
        if module.startswith("refcheck.") and isinstance(pattern, str):
            found[f"{module.removeprefix('refcheck.')}.{caller.f_code.co_qualname}", made] = method
        return made

    re._compile = noted  # type: ignore[attr-defined]
    try:
        for path in sorted(ARTICLES.glob("*/*")):
            with contextlib.suppress(refcheck.RefcheckError):
                article = read(path.read_bytes(), path=str(path))
                report = check_article(article, settings=Settings(locked=True))
                for reference in report.references:
                    refcheck.parse(reference.raw)
    finally:
        re._compile = compiled  # type: ignore[attr-defined]
    return tuple((place, pattern, method) for (place, pattern), method in found.items())


def uses() -> tuple[dict[str, set[str]], list[tuple[str, str, str]]]:
    """The methods called on each name that could be a pattern's, by "module.NAME" for a private one, else by NAME; and
    (place, pattern, method) of each pattern that is written in the call."""
    found: dict[str, set[str]] = {}
    inline = []
    root = Path(refcheck.__path__[0])
    for path in root.rglob("*.py"):
        module = ".".join(path.relative_to(root).with_suffix("").parts)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in METHODS:
                holder = node.value.value if isinstance(node.value, ast.Subscript) else node.value
                name = holder.id if isinstance(holder, ast.Name) else getattr(holder, "attr", "")
                found.setdefault(f"{module}.{name}" if name.startswith("_") else name, set()).add(node.attr)
            if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.") and node.args:
                first = node.args[0]
                if (
                    isinstance(first, ast.Constant)
                    and isinstance(first.value, str)
                    and ast.unparse(node.func)[3:] in METHODS
                ):
                    inline.append((f"{module}:{node.lineno}", first.value, ast.unparse(node.func)[3:]))
    return found, inline


def functions() -> dict[str, Callable[[str], object]]:
    """What reads text of strangers, by name: each takes a text of any length."""
    from refcheck.api import check_article, cite
    from refcheck.config import Settings
    from refcheck.exchange.references import parse_entries
    from refcheck.identifiers.find import find_identifiers
    from refcheck.language.detect import detect
    from refcheck.language.latex import to_text
    from refcheck.reading import read
    from refcheck.reading.ignores import find_ignores
    from refcheck.reports import render

    def reader(suffix: str) -> Callable[[str], object]:
        return lambda text: cite(read(text.encode(), path=f"article{suffix}"))

    def listed(suffix: str, before: str) -> Callable[[str], object]:
        def run(text: str) -> object:
            article = cite(read((before + text).encode(), path=f"article{suffix}"))
            return parse_entries(article.entries)

        return run

    def checked(text: str) -> object:
        return render([check_article(read(text.encode(), path="article.md"), settings=Settings(locked=True))], "html")

    return {
        **public(),
        "check": checked,
        "parse": refcheck.parse,
        "find_identifiers": find_identifiers,
        "detect": detect,
        "to_text": to_text,
        "find_ignores": find_ignores,
        **{
            f"read {suffix}": reader(suffix)
            for suffix in (".md", ".html", ".tex", ".rst", ".txt", ".org", ".typ", ".bib", ".xml")
        },
        "list in .md": listed(".md", "# Rain\n\nIt rains.\n\n## References\n\n"),
        "list in .txt": listed(".txt", "It rains.\n\nReferences\n\n"),
        "list in .tex": listed(".tex", "\\begin{thebibliography}{9}\n\\bibitem{a} "),
        "entry in .bib": listed(".bib", "@article{a,\n  title = {"),
        "entry in .bbl": listed(".bbl", "\\entry{z}{article}{}\n\\endentry\n\\entry{a}{article}{}\n\\field{title}{"),
    }


def public() -> dict[str, Callable[[str], object]]:
    """Every public function, by module and name, that wants one text and nothing else; but for those of the command
    line, whose texts the user types, and those that look a name up."""
    found = {}
    for module in pkgutil.walk_packages(refcheck.__path__, "refcheck."):
        if module.name.endswith("__main__") or module.name.startswith(("refcheck.cli", "refcheck.plugins")):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            function = inspect.unwrap(value) if callable(value) else None
            if not inspect.isfunction(function) or name.startswith("_") or function.__module__ != module.name:
                continue
            wanted = [p for p in inspect.signature(function).parameters.values() if p.default is p.empty]
            kinds = [str(p.annotation) for p in wanted if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]
            if len(kinds) == len(wanted) == 1 and kinds[0] in ("str", "bytes", "str | bytes"):
                found[f"{module.name.removeprefix('refcheck.')}.{name}()"] = _called(function, kinds[0])
    return found


def _called(function: Callable[..., object], kind: str) -> Callable[[str], object]:
    def run(text: str) -> object:
        with contextlib.suppress(LookupError, ValueError, Unavailable):  # it looks a word up, or wants JSON
            made = function(text.encode() if kind == "bytes" else text)
            return deque(made, 0) if inspect.isgenerator(made) else made
        return None

    return run


def all_of(pattern: re.Pattern[str]) -> Callable[[str], object]:
    """Find all matches of a pattern."""
    return lambda text: deque(pattern.finditer(text), 0)


def spent(call: Callable[[str], object], text: str, times: int = 1) -> float:
    """Seconds of CPU that a call takes; the least of ``times`` tries."""
    least = math.inf
    for _ in range(times):
        began = time.process_time()
        with contextlib.suppress(refcheck.RefcheckError):
            call(text)
        least = min(least, time.process_time() - began)
    return least


def growth(
    call: Callable[[str], object], longest: int = LONGEST, enough: float = ENOUGH, before: str = ""
) -> tuple[float, str]:
    """The largest exponent of time over length among the pieces, and the piece that has it.

    A text grows by four until a call takes twenty times ``enough`` seconds or it is ``longest`` characters long; the
    last step counts, so that a pattern with a bound is measured beyond it, and time that grows with the cube ends soon.
    Of three tries the least counts: a busy machine adds time, it takes none away.
    """
    worst, which = 0.0, ""
    for piece in PIECES:
        length, took = 250, spent(call, before + grown(piece, 250))
        while length < longest and took < 20 * enough:
            length, earlier, took = 4 * length, took, spent(call, before + grown(piece, 4 * length))
        if took <= enough or took / max(earlier, 1e-6) < 4**MOST:
            continue
        earlier, took = (spent(call, before + grown(piece, size), 3) for size in (length // 4, length))
        exponent = math.log(took / max(earlier, 1e-6), 4)
        if exponent > worst:
            worst, which = exponent, piece
    return worst, which


def grown(piece: str, length: int) -> str:
    """The piece repeated, with an end that it does not have."""
    return piece * (length // len(piece)) + "¤"


def measured(names: Sequence[str] = ()) -> Iterator[tuple[str, float, str]]:
    """(name, largest exponent, its piece) of every pattern and function, or of those whose name holds one of these."""

    def wanted(name: str) -> bool:
        return not names or any(part in name for part in names)

    for name, pattern, at_start in patterns():
        if wanted(name):
            yield name, *growth(pattern.match if at_start else all_of(pattern), before="" if at_start else "x")
    for name, function in functions().items():
        if wanted(name):
            yield name, *growth(function, longest=4_000 if name.endswith("()") else 16_000, enough=0.05)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME")
    options = parser.parse_args()
    count = bad = 0
    for name, exponent, piece in measured(options.names):
        count += 1
        if exponent > MOST:
            bad += 1
            print(f"{exponent:5.2f}  {piece!r:10} {name}", flush=True)
    print(f"{bad} of {count} patterns and functions grow faster than the power {MOST}")


if __name__ == "__main__":
    main()
