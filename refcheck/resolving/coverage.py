"""Which source lists which kind of work, as far as a search goes, and what to do for a work that none lists.

Crossref registers what publishers deposit: articles, chapters, proceedings, many books, some reports and theses. Open
Library lists books. Nobody asked here lists web pages, laws, patents or software.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from refcheck.model import Reference

_WEB = frozenset({"online", "electronic", "www", "webpage"})
_LAW = frozenset({"legal", "legislation", "jurisdiction"})
_UNLISTED = _WEB | _LAW | {"patent", "software", "newspaper", "dataset", "video", "audio"}
_BOOKS = frozenset({"book", "booklet", "collection", "mvbook"})


def _in_crossref(reference: Reference) -> bool:
    return reference.type not in _UNLISTED or bool(reference.container and reference.volume)


def _in_open_library(reference: Reference) -> bool:
    return reference.type in _BOOKS and bool(reference.title)


COVERS: Mapping[str, Callable[[Reference], bool]] = {"crossref": _in_crossref, "openlibrary": _in_open_library}
"""Source -> whether a search there may find such a work."""


def next_step(reference: Reference) -> str:
    """What an editor can do for a reference that no source covers, as a clause."""
    if reference.type in _WEB or (reference.url and not reference.isbn):
        return "open its address and keep an archived copy" if reference.url else "add its address"
    if reference.type in _BOOKS:
        return "look its ISBN up in a library catalogue"
    if reference.type in _LAW:
        return "look it up in the official gazette or law portal"
    if reference.type == "patent":
        return "look its number up at the patent office"
    if reference.type.endswith("thesis"):
        return "look it up in the university's repository and add the address or handle"
    return "check it by hand and add a DOI, ISBN or address"
