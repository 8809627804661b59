"""The front matter of an article: YAML or TOML between two rules, as static site generators and Pandoc read it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from refcheck.language.dates import find_day

_YAML = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_TOML = re.compile(r"\A\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|\Z)", re.S)
_DATE_KEYS = (
    "lastmod", "last_modified_at", "last_modified", "modified", "updated", "updateddate", "date_updated", "lastupdated",
    "update", "date", "pubdate", "published", "publishdate", "publisheddate", "published_at", "datum", "fecha", "data",
)  # fmt: skip


def front_matter(text: str) -> tuple[Mapping[str, Any], str]:
    """The facts in front (keys in lower case), and the text with those lines blanked, so that line numbers stay."""
    facts: Any = {}
    if match := _YAML.match(text[:100_000]):
        facts = plain_yaml(match[1][:50_000])
        facts = _plain_facts(match[1]) if facts is None else facts
    elif match := _TOML.match(text[:100_000]):
        import tomllib

        try:
            facts = tomllib.loads(match[1])
        except tomllib.TOMLDecodeError:
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
    """The day of the last change, or of the publication."""
    return next((day for key in _DATE_KEYS if key in facts and (day := find_day(str(facts[key])))), None)


def front_language(facts: Mapping[str, Any]) -> str:
    """The language as declared, "" where it is not."""
    return str(facts.get("lang") or facts.get("language") or facts.get("locale") or facts.get("taal") or "")


def plain_yaml(text: str) -> Any:
    """YAML as strings, lists and mappings, whatever its tags; None where it is broken or has aliases.

    Seven lines of aliases unfold to millions of values.
    """
    import yaml

    try:
        if "*" in text and any(
            isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=yaml.BaseLoader)
        ):
            return None
        return yaml.load(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError):
        return None


def _plain_facts(text: str) -> dict[str, str]:
    """``key: value`` lines of front matter that is not valid YAML or TOML."""
    pairs = re.findall(r"^(\w+)\s?[:=]\s?[\"']?(.{1,300}?)[\"']?\s*$", text, re.M)
    return dict(pairs)
