"""Who published what a BibTeX entry is about, and where."""

from __future__ import annotations

from collections.abc import Mapping

from refcheck import patterns as re
from refcheck.exchange.bibtex_identifiers import Text
from refcheck.exchange.bibtex_organisations import FIRMS, is_called
from refcheck.exchange.bibtex_titles import name_of
from refcheck.language.words import every

# The fields that may name the publisher, by type; the one meant for it comes first.
_PUBLISHERS = {
    "phdthesis": ("school", "institution", "publisher", "organization"),
    "mastersthesis": ("school", "institution", "publisher", "organization"),
    "techreport": ("institution", "publisher", "organization", "school"),
}
_PUBLISHER = ("publisher", "organization", "institution", "school")


def published(kind: str, fields: Mapping[str, str], text: Text) -> tuple[str, str]:
    """The publisher and the place, from the fields that may name them in an entry of this type."""
    publisher, place = text(*_PUBLISHERS.get(kind, _PUBLISHER)), text("address", "location", "city", "place")
    if "://" in place:  # a thesis's own address
        place = ""
    publisher = without_address(publisher)
    if publisher[-1:] == "-":
        publisher = _RIS_TAG.sub("", publisher)
    if kind == "book" and not publisher and is_called(journal := name_of(fields.get("journal", ""))):
        publisher = journal
    if " : " in publisher:  # as ISBD prints both: "London ; New York : McGraw-Hill"
        before, _, publisher = publisher.rpartition(" : ")
        place = place or before
    elif ": " in publisher:
        before, behind = _apart(publisher)
        publisher, place = before, place or behind
    elif ", " in publisher and not place:
        publisher, place = _before_its_place(publisher, "mrnumber" in fields)
    return publisher, place


def without_address(publisher: str) -> str:
    """The name of a publisher without the address of the work behind it."""
    return _ADDRESS.sub("", publisher).strip(" ,;:") if "://" in publisher else publisher


_ADDRESS = re.compile(r"[(\[]?(?:https?|ftp)://\S*")


def _apart(printed: str) -> tuple[str, str]:
    """Publisher and place of "New York: Doubleday" and of Sage's exports; the place is "" where none can be told."""
    if sage := _SAGE.fullmatch(printed):
        return sage[1], sage[2]
    both = _PLACED.fullmatch(printed)
    if both is None or is_called(both[1]):
        return printed, ""
    known = both[2] or any(word in _CITIES for word in re.findall(r"[^\W\d_]{3,}", both[1].lower()))
    return (both[3], both[1] + both[2]) if known else (printed, "")


def _before_its_place(printed: str, placed: bool) -> tuple[str, str]:
    """Publisher and place of "Springer, Cham"; placed: MathSciNet exported the entry, which always writes so."""
    name, _, place = printed.partition(", ")
    town = place.partition(",")[0]
    known = placed or (town.lower() in _CITIES and not is_called(name))
    return (name, place) if known and FIRMS.isdisjoint((town, town.rstrip("."))) else (printed, "")


_RIS_TAG = re.compile(r"\s[A-Z][A-Z\d]\s{1,2}-\Z")  # "The Author(s) SN -", of a conversion from RIS
_CITIES = frozenset(word.rpartition("_")[2] for word in every("roles", "place"))
_PLACED = re.compile(
    r"([^\W\d_a-z][^\W\d_]{1,14}\.?(?:[ -][^\W\d_]{1,14}){0,2})"
    r"((?:, (?:[A-Z]{2,3}|(?:[A-Z]\.){2,3}|[A-Z][a-z]{2,9}\.?)){0,2}): (?=[^\W\d_a-z])([^:]{2,120})"
)
_SAGE = re.compile(r"(SAGE Publications) ?SAGE (?:[A-Z]{2}|[A-Z][a-z]{3,9}): ([^:]{2,60})", re.IGNORECASE)
