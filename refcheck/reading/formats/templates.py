"""MediaWiki's templates that print a reference -> what they print
(https://en.wikipedia.org/wiki/Template:Citation, and its sisters in other languages)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from refcheck import patterns as re
from refcheck.language.words import every

SIGN = "\u2063"
"""What a reference that a template prints begins with."""
_TEMPLATE = re.compile(r"\{\{([^{}]{1,4000})\}\}")
_LINK = re.compile(r"\[\[[^\[\]]{0,300}\]\]")
_DEPTH = 4  # templates inside templates
_PARTS = (
    *("family", "given", "author", "title", "container", "place", "publisher", "year", "volume", "issue", "pages"),
    "url",
)
"""What a reference prints, of what templates have: ``templates`` in the files of words names their parameters."""
_SHORT = re.compile(r"(?:sfn[mp]?|harv\w{0,6}|rp)\Z", re.I)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d[a-z]?\Z")
_IDENTIFIERS = {"doi": "doi:{}", "isbn": "ISBN {}", "arxiv": "arXiv:{}", "pmid": "PMID {}"}


def rendered(text: str) -> str:
    """The text with its templates replaced, line for line: references and short citations by what they print, others
    by nothing."""
    for _ in range(_DEPTH):
        if "{{" not in text:
            break
        text = _TEMPLATE.sub(lambda match: _printed(match[1]) + "\n" * match[1].count("\n"), text)
    return text


def _printed(inner: str) -> str:
    name, *parameters = _LINK.sub(lambda link: link[0].replace("|", "\0"), inner).split("|")
    name = name.strip()
    named: dict[str, str] = {}
    unnamed: list[str] = []
    for parameter in parameters:
        key, equals, value = parameter.replace("\0", "|").partition("=")
        value = " ".join((value if equals else key).split())
        if equals and value:
            named.setdefault(_place(key.strip().casefold()), value)
        elif value:
            unnamed.append(value)
    if _SHORT.match(name):
        return _cited(unnamed)
    if unnamed and name.casefold() in _IDENTIFIERS:
        return _IDENTIFIERS[name.casefold()].format(unnamed[0])
    if "title" in named:
        return _reference(named)
    return unnamed[-1] if len(unnamed) == 2 and len(unnamed[0]) <= 3 else ""  # "{{lang|fr|Le Monde}}"


def _place(key: str) -> str:
    """The part of a reference that a parameter holds: "titre", "nom1" for the first author's."""
    return _places().get(key.removesuffix("1"), "")


@cache
def _places() -> Mapping[str, str]:
    named = {word: part for part in _PARTS for word in every("templates", part)}
    return {**named, "isbn": "isbn", "doi": "doi"}


def _cited(unnamed: list[str]) -> str:
    """A short citation: "{{sfn|Jones|Hill|2001}}"."""
    years = [value for value in unnamed if _YEAR.match(value)]
    people = unnamed[: unnamed.index(years[0])] if years else []
    return f" ({' & '.join(people)}, {years[0]})" if people else ""


def _reference(parts: Mapping[str, str]) -> str:
    people = parts.get("author", "")
    if family := parts.get("family", ""):
        people = f"{family}, {parts['given']}" if "given" in parts else family
    title = parts["title"] if "container" in parts else f"''{parts['title']}''"
    issue = f" ({parts['issue']})" if "issue" in parts else ""
    said = (
        f"{people.rstrip('.')}." if people else "",
        f"{title}.",
        f"''{parts['container']}''" if "container" in parts else "",
        f"{parts.get('volume', '')}{issue}",
        ": ".join(parts[part] for part in ("place", "publisher") if part in parts),
        parts.get("year", ""),
        f"pp. {parts['pages']}" if "pages" in parts else "",
        *(_IDENTIFIERS[part].format(parts[part]) for part in ("isbn", "doi") if part in parts),
        parts.get("url", ""),
    )
    opening, rest = " ".join(filter(None, said[:2])), ", ".join(filter(None, said[2:]))
    return f"{SIGN}{opening} {rest}{'' if rest.endswith('.') else '.'}" if rest else f"{SIGN}{opening}"
