"""The front matter of an article: YAML or TOML between two rules, as static site generators and Pandoc read it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from itertools import accumulate
from typing import Any

from refcheck import patterns as re
from refcheck.foreign import parse_toml
from refcheck.language.dates import find_day
from refcheck.language.words import every

_YAML = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_TOML = re.compile(r"\A\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|\Z)", re.S)
_CODE = re.compile(r"`r\s|!expr\s|(?:here::)?here\(")
_STRING = re.compile(r"[\"']([^\"'\n]{1,300})[\"']")
_DEEPEST = 50
"""Brackets within brackets in front matter."""
_CHANGED = ("lastmod", "lastmodifiedat", "updateddate", "dateupdated", "update")
_PUBLISHED = ("date", "pubdate", "publishdate", "publisheddate", "publishedat")
"""What site generators call the two days, beside what pages call them in any language."""
_JOINTS = re.compile(r"[\W_]+")


def front_matter(text: str) -> tuple[Mapping[str, Any], str]:
    """The front matter (keys in lower case), and the text with its lines blanked, which keeps line numbers."""
    facts: Any = {}
    if match := _YAML.match(text[:100_000]):
        facts = plain_yaml(match[1][:50_000])
        facts = _plain_facts(match[1]) if facts is None else facts
    elif match := _TOML.match(text[:100_000]):
        try:
            facts = parse_toml(match[1])
        except ValueError:
            facts = _plain_facts(match[1])
    if not match:
        return {}, text
    blank = "\n" * match[0].count("\n")
    if not isinstance(facts, dict):
        return {}, blank + text[match.end() :]
    for inner in ("params", "extra"):
        if isinstance(facts.get(inner), dict):
            facts = {**facts[inner], **facts}
    return {str(key).lower(): value for key, value in facts.items()}, blank + text[match.end() :]


def front_date(facts: Mapping[str, Any]) -> date | None:
    """The day of the last change, else of publication, else None."""
    found = {_JOINTS.sub("", key): value for key, value in facts.items()}  # "Last-Updated", "date_de_publication"
    return next((day for key in _days() if key in found and (day := find_day(str(found[key])))), None)


@cache
def _days() -> tuple[str, ...]:
    updated, published = (every("dates", key) for key in ("updated", "published"))
    return tuple(_JOINTS.sub("", key) for key in (*_CHANGED, *updated, *_PUBLISHED, *published))


def front_language(facts: Mapping[str, Any]) -> str:
    """The declared language, or ""."""
    return next((str(facts[key]) for key in every("templates", "language") if facts.get(key)), "")


def plain_yaml(text: str) -> Any:
    """YAML as strings, lists and mappings, ignoring tags; None if it is broken, has aliases or nests deeply.

    Seven lines of aliases expand to millions of values, and each token takes a step for every open bracket.
    """
    import yaml

    if _depth(text) > _DEEPEST:
        return None
    try:
        if "*" in text and any(
            isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=yaml.BaseLoader)
        ):
            return None
        return yaml.load(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError):
        return None


def _depth(text: str) -> int:
    """The greatest number of brackets open at once, including those in texts."""
    steps = (1 if sign in "[{" else -1 for sign in re.findall(r"[][{}]", text))
    return max(accumulate(steps), default=0)


def _plain_facts(text: str) -> dict[str, str]:
    """``key: value`` lines of front matter that is not valid YAML or TOML."""
    pairs = re.findall(r"^(\w+)\s?[:=]\s?[\"']?(.{1,300}?)[\"']?\s*$", text, re.M)
    return dict(pairs)


def front_paths(value: Any) -> tuple[str, ...]:
    """The files that a key of the front matter names; of R code that puts a path together ("`r here::here('refs',
    'a.bib')`") its strings, joined."""
    values = (v for v in (value if isinstance(value, list) else [value]) if isinstance(v, str) and v)
    paths = ("/".join(_STRING.findall(v)) if _CODE.match(v) else v for v in values)
    return tuple(path for path in paths if path)[:20]
