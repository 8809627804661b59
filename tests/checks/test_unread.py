"""unread and glued: a list that was not read never passes."""

from dataclasses import replace

from refcheck.model import Entry, Reference, Severity, Unread
from tests.checks.resolved import REF, offline


def test_items_that_became_no_entry_are_told_with_their_lines() -> None:
    item = Unread(12, 13, "unread", "ibid., see there")
    (finding,) = offline("unread", (REF,), unread=(item,))
    assert (finding.severity, finding.line, finding.end_line) == (Severity.WARNING, 12, 13)
    assert "ibid., see there" in finding.message


def test_no_list_at_all() -> None:
    (finding,) = offline("unread", (), unread=(Unread(1, 1, "no-list"),))
    assert "No bibliography was found" in finding.message


def test_an_entry_with_neither_title_nor_name() -> None:
    empty = Reference(raw="see above, 2006", year=2006, entry=Entry("see above, 2006", 9, 9))
    (finding,) = offline("unread", (REF, empty))
    assert (finding.reference, finding.line) == (1, 9)
    assert offline("unread", (replace(empty, doi="10.1/x"),)) == []


def test_a_count_that_does_not_add_up() -> None:
    entries = (Entry("a", 5, 5), Entry("b", 6, 6))
    (finding,) = offline("unread", (), entries=entries, items_seen=3)
    assert "3 list items were seen, but only 2 entries read" in finding.message
    explained = offline("unread", (), entries=entries, items_seen=3, unread=(Unread(7, 7, "unread"),))
    assert len(explained) == 1
    assert offline("unread", (), entries=entries, items_seen=2) == []


def test_two_references_in_one_item() -> None:
    (finding,) = offline("glued", (REF,), unread=(Unread(12, 12, "glued", "Kolk ... Muller ..."),))
    assert (finding.check, finding.line) == ("glued", 12)
    raw = REF.raw + " von Mering C, Bork P: Genome evolution. Nature 2003, 100:15. doi:10.1073/pnas.2136809100"
    (finding,) = offline("glued", (replace(REF, raw=raw),))
    assert "two DOIs" in finding.message


def test_a_second_doi_of_the_same_work_is_no_second_reference() -> None:
    for tail in (" doi:10.1037/0002-9432.76.4.451", " (Erratum in 2007, doi:10.1037/erratum)", " doi:10.1037/other"):
        assert offline("glued", (replace(REF, raw=REF.raw + tail),)) == [], tail
