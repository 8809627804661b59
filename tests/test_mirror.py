"""Tests mirror the package: those of ``refcheck/<room>/<module>.py`` are in ``tests/<room>/test_<module>.py``."""

from pathlib import Path

from benchmarks.house import measures

ROOT = Path(__file__).parent.parent


def test_the_tests_of_every_module_are_found_by_its_name() -> None:
    modules = [path.relative_to(ROOT / "refcheck") for path in (ROOT / "refcheck").rglob("*.py")]
    files = {module: ROOT / "tests" / module.parent / f"test_{module.name}" for module in modules}
    assert len(files) > 200
    lost = [str(module) for module, file in files.items() if module.name != "__init__.py" and not file.exists()]
    assert lost == [], "write tests/<room>/test_<module>.py"
    empty = [str(file) for file in files.values() if file.exists() and "assert" not in file.read_text("utf-8")]
    assert empty == []


def test_nothing_is_too_long_and_no_module_imports_itself_in_a_circle() -> None:
    counted = measures(ROOT / "refcheck")
    guarded = (
        "modules over 350 lines", "functions over 60 lines", "modules in a circle of imports",
        "rooms and sub-rooms in a circle",
    )  # fmt: skip
    assert {name: counted[name] for name in guarded} == dict.fromkeys(guarded, 0)
