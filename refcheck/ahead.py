"""Articles worked on a few at a time, here or by workers, so that the references of several are parsed together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from refcheck.errors import RefcheckError, fault
from refcheck.model import Article, Reference

if TYPE_CHECKING:
    from concurrent.futures import Executor

TOGETHER = 16
"""Articles whose references are parsed together, some hundred: each then takes two thirds of the time."""
SENT = 4
"""Articles that are sent to a worker together: most of that is gained, and no worker waits long for another."""
Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class ToCheck(Generic[Result]):
    """An article that was read, and what gives its result from its references: None if they are still to be parsed."""

    article: Article
    finish: Callable[[Sequence[Reference] | None], Result]


def checked(
    start: Callable[[Item], ToCheck[Result] | Result],
    items: Iterable[Item],
    executor: Executor | None = None,
    *,
    ahead: int,
    ordered: bool = True,
    lost: Callable[[Item, Exception], Result],
) -> Iterator[Result]:
    """The result for each item: the one that ``start`` has for it, or that of the article that it has read.

    The first article is worked on alone, so that its result is there soon, then more and more together. ahead: how many
    may be in progress, or wait to be consumed. ordered: in the order of the items, or as they are done. lost: gives the
    result for an item on which refcheck fails or whose worker dies.
    """
    if executor is None:
        for batch in _batches(items, min(ahead, TOGETHER)):
            yield from _each(start, lost, batch)
        return
    from refcheck.spread import spread

    size = max(1, min(SENT, ahead // SENT))
    job: Callable[[Sequence[Item]], list[Result] | _Lost[Item]] = partial(_all, start, lost)
    batches, at_once = _batches(items, size), ahead // size
    for found in spread(job, batches, executor, ahead=at_once, ordered=ordered, lost=lambda batch, _: _Lost(batch)):
        if isinstance(found, _Lost):  # whose fault it was shows when each is worked on alone
            alone: Callable[[Item], Result] = partial(_alone, start, lost)
            yield from spread(alone, found.items, executor, ordered=ordered, lost=lost)
        else:
            yield from found


@dataclass(frozen=True, slots=True)
class _Lost(Generic[Item]):
    items: Sequence[Item]


def _batches(items: Iterable[Item], most: int) -> Iterator[list[Item]]:
    todo, number = iter(items), 1
    while batch := list(islice(todo, number)):
        yield batch
        number = min(2 * number, most)


def _all(
    start: Callable[[Item], ToCheck[Result] | Result],
    lost: Callable[[Item, Exception], Result],
    batch: Sequence[Item],
) -> list[Result]:
    return list(_each(start, lost, batch))


def _alone(
    start: Callable[[Item], ToCheck[Result] | Result], lost: Callable[[Item, Exception], Result], item: Item
) -> Result:
    return next(_each(start, lost, [item]))


def _each(
    start: Callable[[Item], ToCheck[Result] | Result],
    lost: Callable[[Item, Exception], Result],
    batch: Sequence[Item],
) -> Iterator[Result]:
    """The results in order, each computed when it is asked for."""
    begun = [_or_lost(start, lost, item, item) for item in batch]
    parsed = iter(_parsed([one.article for one in begun if isinstance(one, ToCheck)]))
    for item, one in zip(batch, begun, strict=True):
        yield _or_lost(one.finish, lost, item, next(parsed)) if isinstance(one, ToCheck) else one


def _or_lost(job: Callable[[Any], Any], lost: Callable[[Item, Exception], Any], item: Item, given: object) -> Any:
    try:
        return job(given)
    except Exception as error:
        return lost(item, error)


def _parsed(articles: Sequence[Article]) -> Sequence[Sequence[Reference] | None]:
    from refcheck.collector import held
    from refcheck.exchange.references import parse_lists

    try:
        with held():
            return parse_lists([article.entries for article in articles])
    except Exception:  # an error of ours, which shows with its article when that is checked by itself
        return [None] * len(articles)


def internal_error(path: object, error: Exception) -> RefcheckError:
    """The error for an article on which refcheck fails or whose worker died."""
    lost = RefcheckError(f"{path}: {fault(error)}")
    lost.__cause__ = error
    return lost
