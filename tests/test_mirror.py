"""Each module's tests are found by its name, or by the table here, which may only become shorter."""

from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).parent.parent
THROUGH = {  # modules without a test file of their name -> the tests that run them
    "api.py": "test_package.py",
    "claim/*": "checks/test_claim.py",
    "cli/*": "cli/test_main.py",
    "reading/formats/bib_*": "reading/formats/test_bib.py",
    "reading/formats/*": "reading/formats/test_formats.py",
    "reading/lists/*": "reading/test_layouts.py",
    "reading/*": "reading/test_read.py",
}
MOST = 17  # modules that are found through the table; lower it with every test file that gets a module's name


def test_the_tests_of_every_module_are_found() -> None:
    modules = [path.relative_to(ROOT / "refcheck") for path in (ROOT / "refcheck").rglob("*.py")]
    unnamed = [
        str(module)
        for module in modules
        if module.name != "__init__.py" and not (ROOT / "tests" / module.parent / f"test_{module.name}").exists()
    ]
    lost = [module for module in unnamed if not any(fnmatch(module, pattern) for pattern in THROUGH)]
    assert lost == [], "write tests/<room>/test_<module>.py"
    assert len(unnamed) <= MOST
    stale = [pattern for pattern in THROUGH if not any(fnmatch(module, pattern) for module in unnamed)]
    assert stale == [], "no module is left that these lines of the table are for"


def test_the_table_names_tests_that_are_there() -> None:
    assert [path for path in THROUGH.values() if not (ROOT / "tests" / path).exists()] == []
