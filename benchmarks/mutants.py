"""How many small changes of the code do the tests notice? A sample of mutmut's, drawn by lot, a second or so each.

    python benchmarks/mutants.py [--seed N] [--each N] [--show] [MODULE ...]      (pip install mutmut)

From every module of refcheck/matching, comparing and checks (or those whose path holds a MODULE) N changes are drawn
(default 20) of all that mutmut makes inside functions, and of the numbers that modules name. Each is tried in a fork
of one process that has the tests loaded: the code of the function is swapped, and only the tests that reach it run,
the quickest first, until one fails. Printed for each module: killed, tried, and how many there are; at the end the
rate of the sample, and that of all, estimated by weighing each module by its number of changes. --show prints each
survivor as a line of the file before and after. The lock of the random choice is the seed: the same seed and code draw
the same changes.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import functools
import gc
import importlib
import inspect
import math
import os
import pickle
import random
import resource
import signal
import sys
import threading
import time
import traceback
import types
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT)  # for this folder, where requests.py is not the library

ROOMS = ("refcheck/matching", "refcheck/comparing", "refcheck/checks")
TESTS = ("tests/matching", "tests/comparing", "tests/checks", "tests/test_cases_verdicts.py")
LONGEST = 60  # seconds for one change; beyond, it hangs and is noticed
LEFT = ("refcheck.language", "refcheck.nouns", "refcheck.parsing", "refcheck.identifiers", "refcheck.reading")
"""Rooms that no change touches: what they remember stays."""


@dataclass(frozen=True)
class Mutant:
    """A module's text with one change; ``place`` is the qualified name of the function, or of the module's number."""

    path: str
    place: str
    text: str


def mutants(path: str) -> list[Mutant]:
    """All of a module: those mutmut makes in functions, and those of numbers that a name of the module stands for."""
    import libcst as cst
    from mutmut.mutation.file_mutation import create_mutations

    module, made, _, _ = create_mutations(path, (ROOT / path).read_text(encoding="utf-8"))
    names = {}
    for part in module.body:
        if isinstance(part, cst.FunctionDef):
            names[part] = part.name.value
        elif isinstance(part, cst.ClassDef):
            names |= {
                inner: f"{part.name.value}.{inner.name.value}"
                for inner in part.body.body
                if isinstance(inner, cst.FunctionDef)
            }
    found = []
    for one in made:
        inside = one.contained_by_top_level_function
        number = inside is None and isinstance(one.original_node, cst.Integer | cst.Float)
        if inside in names or number:
            text = module.deep_replace(one.original_node, one.mutated_node).code
            found.append(Mutant(path, names.get(inside, ""), text))
    return found


def code_at(code: types.CodeType, place: str) -> types.CodeType | None:
    """The code of a function by its qualified name, in the code of its module."""
    for part in code.co_consts:
        if isinstance(part, types.CodeType):
            if part.co_qualname == place:
                return part
            if place.startswith(f"{part.co_qualname}.") and (deeper := code_at(part, place)):
                return deeper
    return None


def apply(mutant: Mutant) -> bool:
    """Put the change into this process; False if it changes nothing that runs."""
    name = mutant.path.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
    module = sys.modules[name]
    code = compile(mutant.text, module.__file__ or "", "exec", dont_inherit=True)
    if not mutant.place:
        return _apply_number(mutant, module)
    holder: Any = module
    for part in mutant.place.split("."):
        holder = inspect.getattr_static(holder, part)
    function = inspect.unwrap(holder.fget if isinstance(holder, property) else getattr(holder, "__func__", holder))
    new = code_at(code, mutant.place)
    if new is None or new == function.__code__:
        return False
    function.__code__ = new
    return True


def _apply_number(mutant: Mutant, module: types.ModuleType) -> bool:
    """Give each module that has the changed constant its new value."""
    before = ast.parse(Path(module.__file__ or "").read_text(encoding="utf-8"))
    changed = False
    for old, new in zip(before.body, ast.parse(mutant.text).body, strict=True):
        if ast.dump(old) == ast.dump(new) or not isinstance(new, ast.Assign | ast.AnnAssign) or new.value is None:
            continue
        targets = new.targets if isinstance(new, ast.Assign) else [new.target]
        value = eval(compile(ast.Expression(new.value), "", "eval"), vars(module))
        values = value if isinstance(targets[0], ast.Tuple) else [value]
        names = targets[0].elts if isinstance(targets[0], ast.Tuple) else targets
        for target, part in zip(names, values, strict=True):
            if isinstance(target, ast.Name):
                was = getattr(module, target.id)
                for other in [m for key, m in sys.modules.items() if key.startswith("refcheck")]:
                    if vars(other).get(target.id) is was or (other is module and was != part):
                        setattr(other, target.id, part)
                        changed = True
    return changed


def forget() -> None:
    """Empty what functions remember, but for the rooms that no change touches."""
    for key, module in list(sys.modules.items()):
        if key.startswith("refcheck") and not key.startswith(LEFT):
            for value in vars(module).values():
                if isinstance(value, functools._lru_cache_wrapper):
                    value.cache_clear()


def in_fork(work: Callable[[], Any], longest: float = LONGEST) -> Any:
    """What a function gives in a fork of this process; None when it takes too long or dies."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(read)
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.alarm(math.ceil(longest))
            resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))
            silence = os.open(os.devnull, os.O_WRONLY)
            os.dup2(silence, 1)
            os.dup2(silence, 2)
            made = pickle.dumps(work())
        except BaseException as error:
            made = pickle.dumps(("failed", repr(error), traceback.format_exc()))
        with os.fdopen(write, "wb") as pipe:
            pipe.write(made)
        os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        made = pipe.read()
    os.waitpid(child, 0)
    value = pickle.loads(made) if made else None
    if isinstance(value, tuple) and value[0] == "failed":
        raise RuntimeError(value[2])
    return value


class Sampler:
    """A plugin of pytest: where the tests would run, the changes are tried on them."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options

    def pytest_runtestloop(self, session: Any) -> bool:
        _warm()
        gc.freeze()
        paths = sorted(str(path.relative_to(ROOT)) for room in ROOMS for path in (ROOT / room).rglob("*.py"))
        paths = [
            path for path in paths if not self.options.modules or any(part in path for part in self.options.modules)
        ]
        reached = in_fork(lambda: self._baseline(session), longest=1800)
        if reached is None:
            raise SystemExit("the tests do not pass")
        every = self._ordered(session, [test for tests in reached.values() for test in tests])
        if failing := self._failing(session, every, lambda: True):
            raise SystemExit(f"{failing} fails without any change")
        tried = killed = 0
        estimated = total = 0.0
        for path in paths:
            every = mutants(path)
            drawn = random.Random(f"{self.options.seed} {path}").sample(every, min(self.options.each, len(every)))
            results = [(mutant, self._killed(session, mutant, reached)) for mutant in drawn]
            results = [(mutant, result) for mutant, result in results if result is not None]
            if not results:
                continue
            dead = sum(result for _, result in results)
            print(f"{path.removeprefix('refcheck/'):34} {dead:4} of {len(results):4}  ({len(every)})", flush=True)
            if self.options.show:
                for mutant in [mutant for mutant, result in results if not result]:
                    print("\n".join(shown(mutant)), flush=True)
            tried, killed, total = tried + len(results), killed + dead, total + len(every)
            estimated += len(every) * dead / len(results)
        print(f"seed {self.options.seed}: {killed} of {tried} killed, {killed / max(tried, 1):.1%}; ", end="")
        print(f"of all {total:.0f}, estimated {estimated / max(total, 1):.1%}")
        return True

    def _baseline(self, session: Any) -> dict[tuple[str, str], list[tuple[float, int]]]:
        """For each (file, function): the tests that reach it, as (seconds, number), quickest first."""
        reached: dict[tuple[str, str], list[tuple[float, int]]] = {}
        for number, (item, following) in enumerate(zip(session.items, [*session.items[1:], None], strict=True)):
            forget()
            codes: set[types.CodeType] = set()

            def note(frame: types.FrameType, event: str, _: object, add: Callable[..., None] = codes.add) -> None:
                if event == "call":
                    add(frame.f_code)

            began = time.process_time()
            threading.setprofile(note)
            sys.setprofile(note)
            passed = passes(item, following)
            sys.setprofile(None)
            threading.setprofile(None)  # type: ignore[arg-type]
            took = time.process_time() - began
            if passed and took < self.options.slowest:
                for key in {(code.co_filename, code.co_qualname.split(".<locals>")[0]) for code in tuple(codes)}:
                    reached.setdefault(key, []).append((took, number))
        return {
            key: self._ordered(session, tests)
            for key, tests in reached.items()
            if key[0].startswith(str(ROOT / "refcheck"))
        }

    def _ordered(self, session: Any, tests: Iterable[tuple[float, int]]) -> list[tuple[float, int]]:
        """The quickest first; those that share a server last, together, and of those as many as ``most``."""
        parts: dict[bool, list[tuple[float, int]]] = {False: [], True: []}
        for test in sorted(set(tests)):
            parts["address" in session.items[test[1]].fixturenames].append(test)
        step = max(1, len(parts[True]) // self.options.most)
        return parts[False] + parts[True][::step]

    def _killed(self, session: Any, mutant: Mutant, reached: dict[Any, list[tuple[float, int]]]) -> bool | None:
        """Whether a test fails with the change; None if the change changes nothing."""
        file = str(ROOT / mutant.path)
        if mutant.place:
            tests = reached.get((file, mutant.place), [])
        else:  # a number of a module: whatever reaches the module
            tests = self._ordered(session, [test for key, some in reached.items() if key[0] == file for test in some])

        failing = self._failing(session, tests, lambda: apply(mutant))
        return None if failing == "same" else failing != ""

    def _failing(self, session: Any, tests: list[tuple[float, int]], change: Callable[[], bool]) -> str | None:
        """The first of the tests that fails after a change; "" if none does, "same" if it is none, None for a hang."""

        def work() -> str:
            if not change():
                return "same"
            forget()
            items = [session.items[number] for _, number in tests]
            failing = (
                item.nodeid for item, after in zip(items, [*items[1:], None], strict=False) if not passes(item, after)
            )
            return next(failing, "")

        result: str | None = in_fork(work)
        return result


def passes(item: Any, following: Any) -> bool:
    """Whether a test passes; fixtures that the following one shares stay."""
    from _pytest.runner import runtestprotocol

    return not any(report.failed for report in runtestprotocol(item, nextitem=following, log=False))


def _warm() -> None:
    """Load models and words once, for all forks."""
    from refcheck.api import check_article
    from refcheck.config import Settings
    from refcheck.reading import read

    text = "# Rain\n\nIt rains (Smith, 2001).\n\n## References\n\nSmith, J. (2001). Rain. *Nature*, 1(2), 3–4.\n"
    check_article(read(text.encode(), path="article.md"), settings=Settings(locked=True))
    for room in ROOMS:
        for path in (ROOT / room).rglob("*.py"):
            importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))


def shown(mutant: Mutant) -> Iterator[str]:
    before = (ROOT / mutant.path).read_text(encoding="utf-8").splitlines()
    for line in difflib.unified_diff(before, mutant.text.splitlines(), n=0, lineterm=""):
        if line.startswith("@@"):
            yield f"    {mutant.path}:{line.split()[1].lstrip('-').split(',')[0]} {mutant.place}"
        elif not line.startswith(("---", "+++")):
            yield f"      {line[0]} {line[1:].strip()}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", nargs="*", metavar="MODULE")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=20, help="changes drawn from each module")
    parser.add_argument("--slowest", type=float, default=3.0, help="seconds of CPU a test may take to be among them")
    parser.add_argument("--most", type=int, default=60, help="tests through a server that are run on one change")
    parser.add_argument("--tests", nargs="+", default=TESTS, metavar="PATH")
    parser.add_argument("--show", action="store_true", help="print each survivor")
    options = parser.parse_args()

    import hypothesis
    import pytest

    phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
    hypothesis.settings.register_profile(
        "mutants", derandomize=True, database=None, deadline=None, phases=phases, max_examples=25
    )
    hypothesis.settings.load_profile("mutants")
    os.chdir(ROOT)
    sys.exit(
        pytest.main([*options.tests, "-q", "-p", "no:cacheprovider", "--no-header", "-s"], plugins=[Sampler(options)])
    )


if __name__ == "__main__":
    main()
