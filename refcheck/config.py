"""[tool.refcheck] in pyproject.toml, or refcheck.toml -> Settings.

In order of precedence: an argument, the environment (REFCHECK_...), the configuration file, the default.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import fields
from datetime import date
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from refcheck.errors import BadArgument, BadSettings
from refcheck.files import read_regular
from refcheck.foreign import parse_toml
from refcheck.policy import FIELD_AGES as FIELD_AGES
from refcheck.policy import Policy as Policy
from refcheck.settings import LEVELS as LEVELS
from refcheck.settings import Acceptance as Acceptance
from refcheck.settings import Settings as Settings
from refcheck.settings import addresses_set, at_home

MAX_BYTES = 1_000_000  # of a configuration file


def load_settings(
    near: Path,
    *,
    config: Path | None = None,
    checks: Collection[str] | None = None,
    registers: Collection[str] | None = None,
) -> Settings:
    """The settings for an article.

    near: the article's path (it need not exist); the file is looked for from its folder upwards, ``refcheck.toml``
    before ``pyproject.toml``. config: use this file instead. checks, registers: the known names, against which those in
    the file are checked; None accepts any. Raises BadSettings when a file is unreadable, a key unknown (the message
    gives the nearest known one) or a value of the wrong kind, BadArgument for anything but a Path.
    """
    for name, given in (("near", near), ("config", config)):
        if not isinstance(given, Path) and (name, given) != ("config", None):
            raise BadArgument(f"{name} is a pathlib.Path, not {given!r}"[:300])
    found = config or find_config(near)
    if found is None:
        return Settings()
    table = _table(found)
    for override in _list_of_tables(table.pop("overrides", []), "overrides", found):
        _known(override, ("paths", *KEYS), found, "overrides.")
        paths = _strings(override.pop("paths", None), "overrides.paths", found)
        apart = _settings(override, found)  # so that its faults are reported even for articles it does not apply to
        if checks is not None:
            _known_checks(apart.accept, checks, found, "overrides.")
        if registers is not None:
            _known(override.get("sources", ()), registers, found, "overrides.sources.")
        if _matches(near, paths, found.parent):
            table = _over(table, override)
    settings = _settings(table, found)
    if checks is not None and registers is not None:
        require_known(settings, checks, registers, found)
    return settings


def require_known(
    settings: Settings, checks: Collection[str], registers: Collection[str], found: Path = Path("settings")
) -> None:
    """Raise BadSettings for a check or a register that is not one of these, with the nearest that is. found: the file
    the settings are from."""
    _known(settings.severities, checks, found, "severities.")
    _known_checks(settings.accept, checks, found)
    _known(settings.sources.keys() - addresses_set().keys(), registers, found, "sources.")


def _over(table: Mapping[str, Any], override: Mapping[str, Any]) -> dict[str, Any]:
    """A table with an override applied: tables are merged key by key, sign-offs added, other values replaced."""
    out = dict(table)
    for key, value in override.items():
        old = table.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            out[key] = {**old, **value}
        elif key == "accept" and isinstance(old, list):
            out[key] = [*old, *value]
        else:
            out[key] = value
    return out


def find_config(near: Path) -> Path | None:
    """The configuration file in force for a path: the nearest one upwards with settings for refcheck, or None."""
    start = near.absolute()
    for folder in (start, *start.parents):
        for name in ("refcheck.toml", "pyproject.toml"):
            candidate = folder / name
            if candidate.is_file() and (name == "refcheck.toml" or "refcheck" in _tools(_toml(candidate), candidate)):
                return candidate
    return None


# ----------------------------------------------------------------------------------- reading the table


def _toml(path: Path) -> dict[str, Any]:
    try:
        return parse_toml(read_regular(path, MAX_BYTES).decode("utf-8"))
    except OSError as error:
        raise BadSettings(f"{path}: {(error.strerror or str(error)).lower()}") from error
    except ValueError as error:  # not UTF-8, not TOML, a number of thousands of digits
        raise BadSettings(f"{path}: cannot be read as TOML: {str(error)[:200]}") from error


def _table(path: Path) -> dict[str, Any]:
    data = _toml(path)
    if path.name == "pyproject.toml" or "tool" in data:  # a file of any other name is refcheck's own
        return _mapping(_tools(data, path).get("refcheck", {}), "tool.refcheck", path)
    return data


def _tools(data: Mapping[str, Any], path: Path) -> dict[str, Any]:
    return _mapping(data.get("tool", {}), "tool", path)


def _settings(table: Mapping[str, Any], path: Path) -> Settings:
    _known(table, KEYS, path)
    made = {KEYS[key][0]: KEYS[key][1](value, key, path) for key, value in table.items()}
    if "mailto" in made and os.environ.get("REFCHECK_MAILTO"):
        del made["mailto"]
    return Settings(**made)


def _known(keys: Iterable[str], right: Iterable[str], path: Path, where: str = "") -> None:
    for key in keys:
        if key not in (names := list(right)):
            import difflib

            near = difflib.get_close_matches(key, names, n=1, cutoff=0.0)
            raise BadSettings(f"{path}: unknown key {where}{key}; the nearest one is {where}{near[0]}")


def _known_checks(accept: Iterable[Acceptance], checks: Collection[str], path: Path, where: str = "") -> None:
    for one in accept:
        if one.check not in checks:
            import difflib

            (near,) = difflib.get_close_matches(one.check, checks, n=1, cutoff=0.0)
            whose = f"the sign-off for “{one.reference}” by {one.by}"
            raise BadSettings(
                f"{path}: {where}accept.check: no check is called {one.check}; the nearest one is {near} ({whose})"
            )


def _wrong(path: Path, key: str, wanted: str) -> BadSettings:
    return BadSettings(f"{path}: {key} must be {wanted}")


def _string(value: object, key: str, path: Path) -> str:
    if not isinstance(value, str) or "\0" in value:
        raise _wrong(path, key, "a string" if not isinstance(value, str) else "a string without null characters")
    return value


def _strings(value: object, key: str, path: Path) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise _wrong(path, key, "a list of strings")
    return tuple(value)


def _globs(value: object, key: str, path: Path) -> tuple[str, ...]:
    """Patterns with a slash made absolute from the configuration's folder; a bare name matches in any folder."""
    import glob

    folder = glob.escape(path.parent.absolute().as_posix())
    return tuple(f"{folder}/{item}" if "/" in item else item for item in _strings(value, key, path))


def _number(value: object, key: str, path: Path) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e9:
        raise _wrong(path, key, "a number from 0 to 1,000,000,000")
    return value


def _file(value: object, key: str, path: Path) -> Path:
    return path.parent / at_home(Path(_string(value, key, path)), key)


def _choice(*allowed: str) -> Callable[[object, str, Path], str]:
    def convert(value: object, key: str, path: Path) -> str:
        if value not in allowed:
            raise _wrong(path, key, "one of " + ", ".join(allowed))
        return str(value)

    return convert


def _sources(value: object, key: str, path: Path) -> dict[str, str]:
    table = _mapping(value, key, path)
    return addresses_set({name: _string(url, f"sources.{name}", path) for name, url in table.items()})


def _severities(value: object, key: str, path: Path) -> dict[str, str]:
    table = _mapping(value, key, path)
    return {check: _choice(*LEVELS, "off")(level, f"severities.{check}", path) for check, level in table.items()}


def _policy(value: object, key: str, path: Path) -> Policy:
    table = _mapping(value, key, path)
    names = {f.name.replace("_", "-"): f.name for f in fields(Policy)}
    _known(table, names, path, "policy.")
    convert = {"field": _choice(*FIELD_AGES)}
    return Policy(**{names[k]: convert.get(k, _number)(v, f"policy.{k}", path) for k, v in table.items()})  # type: ignore[arg-type]


def _acceptances(value: object, key: str, path: Path) -> tuple[Acceptance, ...]:
    made = []
    for table in _list_of_tables(value, key, path):
        _known(table, [f.name for f in fields(Acceptance)], path, "accept.")
        until = table.pop("until", None)
        if until is not None and type(until) is not date:
            raise _wrong(path, "accept.until", "a date such as 2027-01-31, without quotes")
        lacking = [f.name for f in fields(Acceptance) if f.name not in table and f.name != "until"]
        if lacking:
            raise BadSettings(f"{path}: a sign-off lacks {', '.join(lacking)}")
        made.append(Acceptance(**{k: _string(v, f"accept.{k}", path) for k, v in table.items()}, until=until))
    return tuple(made)


def _mapping(value: object, key: str, path: Path) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _wrong(path, key, "a table")
    return dict(value)


def _list_of_tables(value: object, key: str, path: Path) -> list[dict[str, Any]]:
    if not isinstance(value, list):
        raise _wrong(path, key, f"a list of tables, [[tool.refcheck.{key}]]")
    return [_mapping(item, key, path) for item in value]


def _matches(article: Path, globs: Iterable[str], root: Path) -> bool:
    try:
        inside = article.absolute().relative_to(root.absolute()).as_posix()
    except ValueError:
        return False
    return any(matches(inside, glob) for glob in globs)


def matches(path: str, pattern: str) -> bool:
    """Whether a glob matches a path (with slashes) or a folder above it; "**/" stands for any folders or none."""
    forms = (pattern.rstrip("/"), pattern.replace("**/", "").rstrip("/"))
    return any(fnmatch(path, form) or fnmatch(path, f"{form}/*") for form in forms)


KEYS: Mapping[str, tuple[str, Callable[[object, str, Path], Any]]] = {
    "sources": ("sources", _sources),
    "mailto": ("mailto", _string),
    "lock": ("lock", _file),
    "cache": ("cache", _file),
    "retraction-watch": ("retraction_watch", _file),
    "snapshot": ("snapshot", _file),
    "budget": ("budget", _number),
    "fail-on": ("fail_on", _choice(*LEVELS, "never")),
    "severities": ("severities", _severities),
    "policy": ("policy", _policy),
    "accept": ("accept", _acceptances),
    "include": ("include", _globs),
    "exclude": ("exclude", _globs),
}
"""Key in the file -> (field of Settings, converter). ``overrides`` (with ``paths``) may hold any of them again."""
