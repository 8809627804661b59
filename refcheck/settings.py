"""The options of a run, and the values each may have: Settings, Acceptance."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from refcheck import patterns as re
from refcheck.errors import BadSettings
from refcheck.nouns.report import Severity
from refcheck.policy import Policy, is_amount

LEVELS = tuple(map(str, Severity))


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A sign-off: [[tool.refcheck.accept]]. It silences ``check`` on ``reference`` until the end date."""

    check: str
    reference: str  # BibTeX key, DOI, or words of the reference as printed
    reason: str
    by: str
    until: date | None = None

    def __post_init__(self) -> None:
        for name in ("check", "reference", "reason", "by"):
            if not isinstance(value := getattr(self, name), str):
                raise BadSettings(f"accept.{name} must be a string; not {value!r}"[:300])
        if self.until is not None and type(self.until) is not date:  # a datetime is a date, and not to be compared with
            raise BadSettings(f"accept.until must be a datetime.date or None; not {self.until!r}")


_ADDRESS = re.compile(r"REFCHECK_([A-Z0-9_]+)_URL")


def variable(register: str) -> str:
    """The variable of a register's address: "my-register" -> "REFCHECK_MY_REGISTER_URL"."""
    return f"REFCHECK_{register.upper().replace('-', '_')}_URL"


def addresses_set(configured: Mapping[str, str] | None = None) -> dict[str, str]:
    """Register -> its address where it differs from the public one, "" for a register that is turned off.

    Its variable in the environment overrides ``configured``. It replaces scheme and host and keeps the paths.
    """
    found = ((_ADDRESS.fullmatch(name), url) for name, url in os.environ.items())
    set_here = {match[1].lower().replace("_", "-"): url for match, url in found if match}
    return {name: url.strip().rstrip("/") for name, url in {**(configured or {}), **set_here}.items()}


_Fits = Callable[[object], bool]


def _is(*kinds: type) -> _Fits:
    return lambda value: isinstance(value, kinds)


def _tuple_of(kind: type) -> _Fits:
    return lambda value: isinstance(value, tuple) and all(isinstance(one, kind) for one in value)


def _is_texts(value: object) -> bool:
    return isinstance(value, Mapping) and all(isinstance(part, str) for pair in value.items() for part in pair)


_FILES = ("lock", "cache", "retraction_watch", "snapshot")
_KEYS = ("openalex_key", "semanticscholar_key")
_KINDS: Mapping[str, tuple[_Fits, str]] = {
    "sources": (_is_texts, "a mapping from registers to addresses, all strings"),
    "mailto": (_is(str), "an e-mail address, or an empty string"),
    "locked": (_is(bool), "True or False"),
    **dict.fromkeys(_FILES, (_is(Path, type(None)), "a pathlib.Path or None")),
    **dict.fromkeys(_KEYS, (_is(str), "a string")),
    "budget": (is_amount, "a number of seconds, 0 or more"),
    "severities": (_is_texts, "a mapping from checks to levels, all strings"),
    "policy": (_is(Policy), "a refcheck.Policy"),
    "accept": (_tuple_of(Acceptance), "a tuple of refcheck.Acceptance"),
    **dict.fromkeys(("include", "exclude"), (_tuple_of(str), "a tuple of strings")),
}
"""Field of Settings -> whether it may have a value, and which those are."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All the options of a run. Frozen: derive a variant with ``dataclasses.replace``."""

    sources: Mapping[str, str] = field(default_factory=addresses_set, hash=False)
    """Address by register where it is not the public one; "" turns a register off."""
    mailto: str = field(default_factory=lambda: os.environ.get("REFCHECK_MAILTO", ""))
    locked: bool = False  # no network
    lock: Path | None = None  # refcheck.lock to honour; None = the one beside the article, or above it
    cache: Path | None = None  # folder of the cache; None = the platform's
    retraction_watch: Path | None = None  # local CSV
    snapshot: Path | None = None  # folder of a local index (refcheck index)
    openalex_key: str = field(default_factory=lambda: os.environ.get("REFCHECK_OPENALEX_KEY", ""), repr=False)
    semanticscholar_key: str = field(
        default_factory=lambda: os.environ.get("REFCHECK_SEMANTICSCHOLAR_KEY", ""), repr=False
    )
    budget: float = 120.0  # seconds an article's network questions may take in all
    fail_on: str = "warning"  # error, warning, note, never
    severities: Mapping[str, str] = field(default_factory=dict, hash=False)  # check -> error, warning, note, off
    policy: Policy = field(default_factory=Policy)
    accept: tuple[Acceptance, ...] = ()
    include: tuple[str, ...] = ()  # globs of articles in a folder; () = every format refcheck reads
    exclude: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name, (fits, wanted) in _KINDS.items():
            if not fits(value := getattr(self, name)):
                shown = type(value).__name__ if name in _KEYS else repr(value)  # a key is a secret
                raise BadSettings(f"{name} must be {wanted}; not {shown}"[:300])
        for name in _FILES:
            if (value := getattr(self, name)) is not None:
                object.__setattr__(self, name, at_home(value, name))
        if self.fail_on not in (*LEVELS, "never"):
            raise BadSettings(f"fail_on must be one of {', '.join(LEVELS)}, never; not {self.fail_on!r}")
        for check, level in self.severities.items():
            if level not in (*LEVELS, "off"):
                raise BadSettings(f"severities[{check!r}] must be one of {', '.join(LEVELS)}, off; not {level!r}")
        # It is sent in a request header.
        if self.mailto and not re.fullmatch(r"[!#-;=?A-~]{1,64}@[A-Za-z0-9.-]{1,250}", self.mailto):
            raise BadSettings(f"mailto is not an e-mail address: {self.mailto!r}")


def at_home(path: Path, key: str) -> Path:
    """A path with ~ for the home folder. Raises BadSettings where there is no such home."""
    try:
        return path.expanduser()
    except RuntimeError as error:  # "~nobody"
        raise BadSettings(f"{key}: {path}: {error}") from None
