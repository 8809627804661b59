"""Articles worked on a few at a time."""

import os
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from refcheck.ahead import TOGETHER, ToCheck, checked, internal_error
from refcheck.api import read
from refcheck.exchange import references
from refcheck.exchange.references import parse_entries
from refcheck.model import Reference
from refcheck.spread import processes

TEXT = """# Article {n}

Sleep helps (Adams, 2001).

## References

Adams, J. ({year}). Growth and sleep. *Journal of Botany*, {n}(2), 11-19.

Berg, P. (1999). Rain. *Weather*, 4, 1-9.
"""


def articles(folder: Path, number: int) -> list[Path]:
    paths = [folder / f"{n}.md" for n in range(number)]
    for n, path in enumerate(paths):
        path.write_text(TEXT.format(n=n, year=1950 + n), encoding="utf-8")
    return paths


def started(path: Path) -> ToCheck[Any] | str:
    """The article, whose result is its path, the references it was given, and the process."""
    if path.stem == "13":
        return "unlucky"
    if path.stem == "17":
        raise ZeroDivisionError("a fault")
    return ToCheck(read(path), partial(finished, path))


def finished(path: Path, given: Sequence[Reference] | None) -> tuple[Path, Sequence[Reference] | None, int]:
    if path.stem == "19":
        raise ZeroDivisionError("another")
    return path, given, os.getpid()


def lost(path: Path, error: Exception) -> str:
    return f"{path.stem} {type(error).__name__}"


@pytest.mark.parametrize("workers", [1, 2])
def test_each_has_the_references_that_it_has_alone_and_what_fails_stops_no_other(tmp_path: Path, workers: int) -> None:
    paths = articles(tmp_path, 40)
    with processes(workers) or nullcontext() as executor:
        found = list(checked(started, paths, executor, ahead=16, lost=lost))
    assert (found[13], found[17], found[19]) == ("unlucky", "17 ZeroDivisionError", "19 ZeroDivisionError")
    for path, one in zip(paths, found, strict=True):
        if not isinstance(one, str):
            alone = parse_entries(read(path).entries)
            assert one[0] == path and [given.to_dict() for given in one[1]] == [given.to_dict() for given in alone]
            assert (one[2] == os.getpid()) is (workers == 1)


def dies(folder: Path, path: Path) -> str:
    """Ends the process, once for the path 2 and each time for the path 5."""
    died = folder / "died"
    if path.stem == "5" or (path.stem == "2" and not died.exists()):
        died.touch()
        os._exit(1)
    return path.stem


@pytest.mark.parametrize("ordered", [True, False])
def test_a_worker_that_dies_takes_nothing_with_it_but_the_article_it_dies_of(tmp_path: Path, ordered: bool) -> None:
    paths = [Path(f"{n}.md") for n in range(12)]
    with processes(2) as executor:
        found = list(checked(partial(dies, tmp_path), paths, executor, ahead=16, ordered=ordered, lost=lost))
    wanted = [*map(str, range(5)), "5 BrokenProcessPool", *map(str, range(6, 12))]
    assert found == wanted if ordered else sorted(found) == sorted(wanted)


@pytest.mark.parametrize(("most", "taken"), [(64, [1, 3, 3, 7, 7, 7, 7]), (1, [1, 2, 3, 4, 5, 6, 7])])
def test_the_first_is_worked_on_alone_and_no_more_than_wanted(tmp_path: Path, most: int, taken: list[int]) -> None:
    asked = []

    def counted() -> Iterator[Path]:
        for path in articles(tmp_path, 13):
            asked.append(path)
            yield path

    found = checked(started, counted(), ahead=most, lost=lost)
    assert [next(found) and len(asked) for _ in range(7)] == taken
    for number, _ in enumerate(found, 8):
        assert len(asked) - number < TOGETHER


def test_a_fault_in_parsing_is_left_for_its_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(entries: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(references, "read_printed", broken)
    found = checked(started, articles(tmp_path, 3), ahead=8, lost=lost)
    assert [given for _, given, _ in found] == [None] * 3


def test_an_internal_error_names_the_article_and_its_cause() -> None:
    cause = ValueError("odd")
    error = internal_error("a.md", cause)
    assert str(error) == "a.md: internal error: ValueError: odd" and error.__cause__ is cause
