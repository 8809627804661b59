"""All registers, and what other rooms need to know about them (names, addresses, order), derived from their classes.

A register is a file in ``resolving.sources``, or a class that another package offers under the entry point
``refcheck.registers``.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import groupby

from refcheck import patterns as re
from refcheck import plugins
from refcheck.config import Settings
from refcheck.errors import BadPlugin, BadSettings
from refcheck.resolving import sources
from refcheck.resolving.network.transport import Transport
from refcheck.resolving.sources.base import Source

_ADDRESS = re.compile(
    r"https?://(?:[^\s/@]{1,200}@)?(?:[\w.-]{1,253}|\[[\dA-Fa-f:.]{2,45}\])(?::\d{1,5})?(?:/[!-~]{0,500})?"
)


@cache
def registers() -> Mapping[str, type[Source]]:
    """Every register by name, in the order they are searched. Raises BadPlugin."""
    modules = [importlib.import_module(f"{sources.__name__}.{m.name}") for m in pkgutil.iter_modules(sources.__path__)]
    own = [
        thing
        for module in modules
        for _, thing in inspect.getmembers(module, _is_register)
        if thing.__module__ == module.__name__
    ]
    plugged = [plugins.load(plugins.REGISTERS, name, type) for name in plugins.names(plugins.REGISTERS)]
    for thing in plugged:
        if not _is_register(thing):
            raise BadPlugin(f"{thing.__name__} ({plugins.REGISTERS}) is not a subclass of Source with all its methods")
    ranked = sorted((*own, *plugged), key=lambda source: (source.turn, source.name))
    return {source.name: source for source in ranked}


@cache
def ranks() -> Mapping[str, int]:
    """Register -> rank; of several records of a work, the one from the lowest-ranked register is used."""
    return {name: source.rank for name, source in registers().items()}


@cache
def turns() -> Mapping[int, Sequence[type[Source]]]:
    """The turns of searching in order, and the registers searched in each; below 0 for those searched apart."""
    return {turn: list(those) for turn, those in groupby(registers().values(), key=lambda source: source.turn)}


@cache
def those_last() -> frozenset[str]:
    """The names of the registers that are asked last, about addresses."""
    return frozenset(name for name, source in registers().items() if source.last)


@cache
def undecisive() -> frozenset[str]:
    """The names of the registers whose word alone does not show that a work was retracted."""
    return frozenset(name for name, source in registers().items() if not source.decisive)


@cache
def every_doi() -> type[Source]:
    """The register that every DOI is asked for at first."""
    return next(source for source in registers().values() if source.every_doi)


@cache
def resolver() -> type[Source]:
    """The register that tells who registered a DOI."""
    return next(source for source in registers().values() if source.resolver)


def addresses() -> dict[str, str]:
    """Setting -> public address, "" for a register that is asked only if the configuration gives its address."""
    found: dict[str, str] = {}
    for source in registers().values():
        if source.setting:
            found.setdefault(source.setting, source.public)  # handle.net goes by the setting of doi.org, after it
    return found


@cache
def titles() -> Mapping[str, str]:
    """Register -> its name as people write it."""
    return {name: source.title for name, source in registers().items()}


def title_of(name: str) -> str:
    """A register's name as people write it: "crossref" -> "Crossref"."""
    return titles().get(name, name)


def address_of(source: type[Source], settings: Settings) -> str:
    """A register's address with these settings, "" when it is turned off."""
    chosen = settings.sources.get(source.setting)
    return source.public if chosen is None or chosen == addresses().get(source.setting) else str(chosen)


def at_public_addresses(settings: Settings) -> bool:
    """Whether every register is asked at its public address."""
    return all(settings.sources.get(name, url) in (url, "") for name, url in addresses().items() if url)


def opened(settings: Settings, transport: Transport) -> dict[str, Source]:
    """Every register that is turned on, by name, in the order they are searched. Raises BadSettings where the
    address of one is none; what the address of another package's register looks like, that package knows."""
    for source in registers().values():
        address = address_of(source, settings) if source.__module__.startswith(sources.__name__) else ""
        if address and not _ADDRESS.fullmatch(address):
            raise BadSettings(
                f"the address of {source.setting} is not http(s)://host: check sources and REFCHECK_*_URL"
            )
    made = {name: s.opened(address_of(s, settings), transport, settings) for name, s in registers().items()}
    return {name: source for name, source in made.items() if source is not None}


def _is_register(thing: object) -> bool:
    return inspect.isclass(thing) and issubclass(thing, Source) and not inspect.isabstract(thing)
