"""A packed record is the same Work again."""

from __future__ import annotations

from refcheck.model import Name, Update, Work
from refcheck.resolving.snapshot.packed import notices, pack, unpacked

UPDATE = Update("retraction", date="2026-01-02", source="publisher", about="10.1/x")
WORK = Work("crossref", doi="10.1/n", titles=("Tides",), authors=(Name("Smidova", "Eva"),), updates=(UPDATE,))


def test_a_work_is_unpacked_as_it_was_packed() -> None:
    assert unpacked(pack(7, WORK)) == (7, WORK)


def test_a_notice_tells_of_the_work_that_it_is_about_and_of_no_other() -> None:
    assert notices("10.1/x", WORK) == (Update("retraction", "10.1/n", "2026-01-02", "publisher"),)
    assert notices("10.1/y", WORK) == ()
