"""What callers hand in: anything else is refused with a sentence that helps."""

from collections.abc import Callable
from pathlib import Path

import pytest

import refcheck
from refcheck.api import check_article, check_many, cite, fails

ARTICLE = refcheck.read("# A\n\n## References\n\nBorn, M. (1926). Zur Quantenmechanik. Berlin: Springer.\n")


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: refcheck.check(None), "an article is a path or a text, not None"),
        (lambda: refcheck.check(["a.md"]), "not a list; for several articles: refcheck.check_many"),
        (lambda: refcheck.read(""), "an article is a path or a text, and this is empty"),
        (lambda: refcheck.check("a.md\n", settings={}), "settings is a refcheck.Settings, not a dict"),
        (lambda: refcheck.parse(None), "parse takes one reference as text, not None"),
        (lambda: refcheck.parse(["Smith"]), "not a list; did you mean refcheck.parse_many?"),
        (lambda: refcheck.parse_many("Smith"), "not a str; did you mean refcheck.parse?"),
        (lambda: refcheck.parse_many(["Smith", None]), "number 2 is None"),
        (lambda: refcheck.read(3), "not an int"),
        (lambda: refcheck.read(b"# A"), "not bytes; decode them, or pass the path"),
        (lambda: refcheck.check("a.md\n", progress=print), "a subclass of refcheck.Progress, not a builtin"),
        (lambda: check_article(None), "article is a refcheck.Article, not None, as refcheck.read gives it"),
        (lambda: check_article("a.md"), "not a str; did you mean refcheck.check?"),
        (lambda: cite({}), "article is a refcheck.Article, not a dict"),
        (lambda: cite(ARTICLE, "Smith"), "references is a list of refcheck.Reference, not a str; refcheck.parse_many"),
        (lambda: cite(ARTICLE, ["Smith"]), "references is a list of refcheck.Reference; number 1 is a str"),
        (lambda: fails([], "nope"), "level is one of error, warning, note, never; not 'nope'"),
        (lambda: check_many("a.md"), "not a str; did you mean refcheck.check?"),
        (lambda: check_many(Path("a.md")), "did you mean refcheck.check?"),
        (lambda: check_many(None), "check_many takes a list of paths, not None"),
        (lambda: check_many([], settings={}), "settings is a refcheck.Settings, not a dict"),
        (lambda: check_many([], executor="processes"), "executor is a concurrent.futures.Executor, not a str"),
        (lambda: check_many([], ahead=0), "1 or more, not 0"),
        (lambda: check_many([], ahead=True), "1 or more, not True"),
        (lambda: check_many([], progress=1), "a subclass of refcheck.Progress, not an int"),
        (lambda: check_many([], on_error=[]), "on_error is a function of a path and an error, not a list"),
    ],
)
def test_a_wrong_argument_says_what_to_pass(call: Callable[[], object], said: str) -> None:
    with pytest.raises(refcheck.BadArgument) as caught:
        call()
    assert said in str(caught.value)
    assert isinstance(caught.value, refcheck.RefcheckError) and isinstance(caught.value, ValueError)


def test_a_reference_is_no_name_of_a_file() -> None:
    with pytest.raises(refcheck.UnreadableArticle, match=r"^Born.{50,75}…: no such file; .*refcheck\.parse$"):
        refcheck.check("Born, M. (1926). " + "Zur Quantenmechanik der Stoßvorgänge. " * 9)


def test_a_misspelt_name_is_told_by_python() -> None:
    with pytest.raises(AttributeError) as caught:
        refcheck.chek  # noqa: B018
    assert (caught.value.name, caught.value.obj) == ("chek", refcheck)  # for which it prints "Did you mean: 'check'?"
