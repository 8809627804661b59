"""Articles read, and their references parsed, a few ahead."""

from pathlib import Path

import pytest

from refcheck.ahead import TOGETHER, internal_error, read_ahead
from refcheck.api import read
from refcheck.errors import RefcheckError
from refcheck.exchange import references
from refcheck.exchange.references import parse_entries
from refcheck.model import Article

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


def test_each_has_the_references_that_it_has_alone(tmp_path: Path) -> None:
    paths = articles(tmp_path, 40)
    for path, (given, article, found) in zip(paths, read_ahead(paths, read, 64), strict=True):
        assert given == path and isinstance(article, Article) and found is not None
        alone = parse_entries(article.entries)
        assert [one.to_dict() for one in found] == [one.to_dict() for one in alone] and len(found) == 2


@pytest.mark.parametrize(("most", "taken"), [(64, [1, 3, 3, 7, 7, 7, 7]), (1, [1, 2, 3, 4, 5, 6, 7])])
def test_the_first_is_read_alone_and_no_more_than_wanted(tmp_path: Path, most: int, taken: list[int]) -> None:
    paths, asked = articles(tmp_path, 50), []

    def counted(path: str | Path) -> Article:
        asked.append(path)
        return read(path)

    ahead = read_ahead(paths, counted, most)
    assert [next(ahead) and len(asked) for _ in range(7)] == taken
    for number, _ in enumerate(ahead, 8):
        assert len(asked) - number < TOGETHER


def test_what_cannot_be_read_stops_no_other(tmp_path: Path) -> None:
    first, last = articles(tmp_path, 2)

    def fails(path: str | Path) -> Article:
        if path == last:
            raise ZeroDivisionError("a fault")
        return read(path)

    found = [article for _, article, _ in read_ahead([tmp_path / "none.md", first, last], fails, 8)]
    assert isinstance(found[0], RefcheckError) and isinstance(found[1], Article)
    assert str(found[2]) == f"{last}: internal error: ZeroDivisionError: a fault"


def test_a_fault_in_parsing_is_left_for_its_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(entries: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(references, "read_printed", broken)
    assert [found for *_, found in read_ahead(articles(tmp_path, 3), read, 8)] == [None] * 3


def test_an_internal_error_names_the_article_and_its_cause() -> None:
    cause = ValueError("odd")
    error = internal_error("a.md", cause)
    assert str(error) == "a.md: internal error: ValueError: odd" and error.__cause__ is cause
