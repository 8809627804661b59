"""The short name of a reference, as a text would cite it."""

from __future__ import annotations

from collections.abc import Sequence

from refcheck.language.printable import clean, shorten
from refcheck.model import Name, Reference
from refcheck.sentences import say


def label(reference: Reference) -> str:
    """A reference's short name: "Purshouse & Fleming 2003", "Berenz et al. 2018", "Sperling & Berman (eds.) 1994"."""
    people = reference.authors or reference.editors
    who = people_of(people, more=reference.et_al) or f"“{shorten(clean(reference.title or reference.raw), 40)}”"
    if not reference.authors and reference.editors:
        who += " (eds.)" if len(people) > 1 else " (ed.)"
    year = f"{reference.year}{reference.year_suffix}" if reference.year is not None else ""
    return clean(f"{who} {year}")


def people_of(names: Sequence[Name], *, more: bool = False) -> str:
    """The people of a work as a text would cite them: "Purshouse & Fleming"; a ``Sentence`` where it has words.

    more: whether there are more people than these.
    """
    families = [_family(name) for name in names[:2]]
    if families and (more or len(names) > 2):
        return say("{name} et al.", name=families[0])
    return " & ".join(families)


def _family(name: Name) -> str:
    return shorten(clean(name.literal or f"{name.particle} {name.family}".strip() or name.given), 40)
