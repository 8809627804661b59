"""A format that refcheck reads, as its file registers it: ``FORMAT = Format(...)``."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from refcheck import plugins
from refcheck.reading import formats
from refcheck.reading.document import Document


@dataclass(frozen=True, slots=True)
class Format:
    """A format, the suffixes of its files, and the function that turns one into a Document."""

    name: str  # as in Article.format
    suffixes: tuple[str, ...]  # lower case, each with its dot: (".md", ".markdown")
    read: Callable[[str, str], Document] | None = None  # (text, the file's name for messages)
    unpack: Callable[[bytes, str], Document] | None = (
        None  # instead of ``read``, for files that are not text: (bytes, name)
    )


@cache
def registry() -> Mapping[str, Format]:
    """All formats by name: those of this folder, then those of plugins. Raises BadPlugin."""
    names = sorted(module.name for module in pkgutil.iter_modules(formats.__path__))
    modules = (importlib.import_module(f"{formats.__name__}.{name}") for name in names)
    own = [module.FORMAT for module in modules if hasattr(module, "FORMAT")]
    others = [plugins.load(plugins.READERS, name, Format) for name in plugins.names(plugins.READERS)]
    return {format.name: format for format in (*own, *others)}


@cache
def by_suffix() -> Mapping[str, Format]:
    """Suffix of a file -> its format."""
    return {suffix: format for format in registry().values() for suffix in format.suffixes}
