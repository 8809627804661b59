"""What callers hand to the functions of the API, each with a sentence for what it cannot be."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from refcheck.errors import BadArgument, UnreadableArticle
from refcheck.files import LONGEST_PATH
from refcheck.language.printable import shorten
from refcheck.model import Article, Reference
from refcheck.resolving.progress import Progress
from refcheck.settings import Settings

_NAME = 6  # words; a line of more, where there is no such file, was hardly meant as the name of one


def article_of(given: str | Path) -> str | Path:
    """A path, with ~ for the home folder, or the text of an article. Raises BadArgument for anything else."""
    if isinstance(given, str) and ("\n" in given or given.startswith("<") or len(given) > LONGEST_PATH):
        return given
    if not isinstance(given, str | Path):
        hint = "; for several articles: refcheck.check_many" if isinstance(given, list | tuple | set) else ""
        hint = "; decode them, or pass the path" if isinstance(given, bytes) else hint
        raise BadArgument(f"an article is a path or a text, not {_a(given)}{hint}")
    if not str(given).strip():
        raise BadArgument("an article is a path or a text, and this is empty")
    try:
        path = Path(given).expanduser()
    except RuntimeError as error:  # "~nobody"
        raise BadArgument(f"{given}: {error}") from None
    if isinstance(given, str) and len(given.split()) > _NAME and not os.path.exists(path):  # noqa: PTH110 - of any length
        hint = "an article's text has more than one line; for a single reference: refcheck.parse"
        raise UnreadableArticle(f"{shorten(given, 80)}: no such file; {hint}")
    return path


def reference_of(given: object) -> str:
    """The text of one reference. Raises BadArgument for anything else."""
    if isinstance(given, str):
        return given
    hint = "; did you mean refcheck.parse_many?" if isinstance(given, list | tuple) else ""
    raise BadArgument(f"parse takes one reference as text, not {_a(given)}{hint}")


def references_of(given: object) -> list[str]:
    """The texts of references. Raises BadArgument for a single one, and for a list that holds anything else."""
    if isinstance(given, str | bytes) or not isinstance(given, Iterable):
        hint = "; did you mean refcheck.parse?" if isinstance(given, str) else ""
        raise BadArgument(f"parse_many takes a list of references, not {_a(given)}{hint}")
    strings = list(given)
    for number, one in enumerate(strings, 1):
        if not isinstance(one, str):
            raise BadArgument(f"parse_many takes references as text; number {number} is {_a(one)}")
    return strings


def require_many(paths: object, executor: object, ahead: object, on_error: object) -> None:
    """Raises BadArgument for what ``check_many`` cannot work through, or not in this way."""
    if isinstance(paths, str | bytes | Path) or not isinstance(paths, Iterable):
        hint = "; did you mean refcheck.check?" if isinstance(paths, str | Path) else ""
        raise BadArgument(f"check_many takes a list of paths, not {_a(paths)}{hint}")
    if executor is not None and not hasattr(executor, "submit"):
        raise BadArgument(f"executor is a concurrent.futures.Executor, not {_a(executor)}")
    if not isinstance(ahead, int) or isinstance(ahead, bool) or ahead < 1:
        raise BadArgument(f"ahead is how many articles may be in progress, 1 or more, not {ahead!r}")
    if on_error is not None and not callable(on_error):
        raise BadArgument(f"on_error is a function of a path and an error, not {_a(on_error)}")


def require_settings(given: object) -> None:
    """Raises BadArgument for anything but settings or None."""
    if given is not None and not isinstance(given, Settings):
        raise BadArgument(f"settings is a refcheck.Settings, not {_a(given)}: refcheck.Settings(locked=True)")


def require_progress(given: object) -> None:
    """Raises BadArgument for anything but a ``Progress`` or None."""
    if given is not None and not isinstance(given, Progress):
        raise BadArgument(f"progress is an object of a subclass of refcheck.Progress, not {_a(given)}")


def require_article(given: object) -> None:
    """Raises BadArgument for anything but an article that has been read."""
    if not isinstance(given, Article):
        hint = "; did you mean refcheck.check?" if isinstance(given, str | Path) else ", as refcheck.read gives it"
        raise BadArgument(f"article is a refcheck.Article, not {_a(given)}{hint}")


def require_references(given: object) -> Sequence[Reference]:
    """A list of references as it is. Raises BadArgument for anything else."""
    if isinstance(given, str) or not isinstance(given, Sequence):
        raise BadArgument(f"references is a list of refcheck.Reference, not {_a(given)}; refcheck.parse_many makes one")
    for number, one in enumerate(given, 1):
        if not isinstance(one, Reference):
            raise BadArgument(f"references is a list of refcheck.Reference; number {number} is {_a(one)}")
    return given


def _a(given: object) -> str:
    name = type(given).__name__
    if given is None or isinstance(given, bytes):
        return "None" if given is None else "bytes"
    return f"{'an' if name[0].lower() in 'aeiou' else 'a'} {name}"
