"""The tree of exceptions: one root, and an exit code for each."""

import pytest

import refcheck
from refcheck import errors
from refcheck.errors import BadArgument, BadFile, RefcheckError, Unwritable

TREE = [value for value in vars(errors).values() if isinstance(value, type)]


@pytest.mark.parametrize("error", TREE, ids=lambda error: error.__name__)
def test_every_exception_is_caught_as_the_root_and_keeps_its_line(error: type[RefcheckError]) -> None:
    with pytest.raises(RefcheckError, match=r"^one line$"):
        raise error("one line")
    assert error.__doc__ and error.__name__ in (errors.__doc__ or "")


def test_what_cannot_be_written_has_a_code_of_its_own() -> None:
    assert {error: error.exit_code for error in TREE if error.exit_code != 2} == {Unwritable: 74}
    assert issubclass(Unwritable, BadFile) and issubclass(BadArgument, ValueError)


def test_a_file_that_is_missing_is_an_unreadable_article() -> None:
    with pytest.raises(errors.UnreadableArticle, match=r"nowhere\.md: no such file"):
        refcheck.read("nowhere.md")
