"""Articles that are read a few ahead of being checked, so that the references of several are parsed together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from refcheck.errors import RefcheckError, fault
from refcheck.model import Article, Reference

ReadAhead: TypeAlias = "tuple[str | Path, Article | RefcheckError, Sequence[Reference] | None]"
"""A path, its article or why it cannot be read, and the article's references, None if they are still to be parsed."""
TOGETHER = 16
"""Articles whose references are parsed together, some hundred: each then takes two thirds of the time."""


def read_ahead(paths: Iterable[str | Path], read: Callable[[str | Path], Article], most: int) -> Iterator[ReadAhead]:
    """The articles and their references, in order: the first alone, so that its report is there soon, then more and
    more together, up to ``TOGETHER``, and to ``most``. Raises nothing of its own."""
    from refcheck.collector import held
    from refcheck.exchange.references import parse_lists

    todo, number = iter(paths), 1
    while part := [(path, _read(path, read)) for path in islice(todo, number)]:
        articles = [article for _, article in part if isinstance(article, Article)]
        parsed: Sequence[Sequence[Reference] | None]
        try:
            with held():
                parsed = parse_lists([article.entries for article in articles])
        except Exception:  # an error of ours, which shows with its article when that is checked by itself
            parsed = [None] * len(articles)
        left = iter(parsed)
        for path, article in part:
            yield path, article, next(left) if isinstance(article, Article) else None
        number = min(2 * number, most, TOGETHER)


def _read(path: str | Path, read: Callable[[str | Path], Article]) -> Article | RefcheckError:
    try:
        return read(path)
    except RefcheckError as error:
        return error
    except Exception as error:
        return internal_error(path, error)


def internal_error(path: str | Path, error: Exception) -> RefcheckError:
    """The error for an article on which refcheck fails or whose worker died."""
    lost = RefcheckError(f"{path}: {fault(error)}")
    lost.__cause__ = error
    return lost
