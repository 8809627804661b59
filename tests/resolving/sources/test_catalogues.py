"""K10plus, the German National Library, ERIC, Europe PMC: what they answer, and what of it is no answer."""

from __future__ import annotations

from refcheck.model import Reference
from refcheck.resolving.sources.base import Role
from refcheck.resolving.sources.dnb import Dnb
from refcheck.resolving.sources.eric import Eric
from refcheck.resolving.sources.europepmc import EuropePmc
from refcheck.resolving.sources.k10plus import K10plus
from tests.resolving.sources.marc import NAGY


def test_who_is_asked_about_what() -> None:
    german = Reference(raw="x", type="book", title="Das kulturelle Gedächtnis", place="München")
    school = Reference(raw="x", type="techreport", title="Reading in primary schools", publisher="Ministry")
    assert (K10plus.covers(german), Dnb.covers(german), Dnb.covers(NAGY)) == (Role.WITNESS, Role.WITNESS, None)
    assert (Eric.covers(school), Eric.covers(german)) == (Role.WITNESS, None)
    assert EuropePmc.covers(Reference(raw="x", type="article", title="Sleep in patients with trauma")) is Role.WITNESS
    assert K10plus.covers(Reference(raw="x", type="article", title="Sleep")) is None
