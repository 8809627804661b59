"""What a run passed over, in one line."""

from refcheck.cli.folders import LIBRARY, NO_LIST, OTHER, RENDERING
from refcheck.cli.passed import Passed


def test_nothing_passed_over_is_no_line() -> None:
    assert Passed(verbose=False).summary() == ""


def test_each_reason_is_counted_and_one_rendering_named() -> None:
    passed = Passed(verbose=False)
    files = [("a.md", NO_LIST, ""), ("b.md", NO_LIST, ""), ("c.html", RENDERING, "c.md"), ("d.html", RENDERING, "d.md")]
    assert [line for path, reason, of in files for line in passed.add(path, reason, of)] == []
    assert passed.summary() == (
        "passed over: 2 files without a bibliography, 2 renderings checked at the source (c.html as c.md); "
        "--verbose names them"
    )


def test_verbose_names_each_with_its_reason() -> None:
    passed = Passed(verbose=True)
    assert list(passed.add("c.html", RENDERING, "c.md")) == ["c.html: taken for a rendering of c.md"]
    assert list(passed.add("refs.bib", LIBRARY)) == ["refs.bib: articles cite from it, and are checked with it"]
    assert list(passed.add("README.md", OTHER)) == ["README.md: not an article, by its name or its contents"]
    assert passed.summary().endswith(
        "1 list that articles cite from, 1 file of other kinds (README, licence, generated)"
    )
