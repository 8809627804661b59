import pickle
from dataclasses import replace

from refcheck.case import Case
from refcheck.checks import unread
from refcheck.exchange.bibtex_read import read_bibtex
from refcheck.model import Article, Entry, ProblemKind, Reference, Severity, Unread
from refcheck.parsing.references import parse
from refcheck.reports.page.messages import labels
from refcheck.sentences import say
from tests.checks.resolved import REF, offline


def test_items_that_became_no_entry_are_told_with_their_lines() -> None:
    item = Unread(12, 13, "unread", "ibid., see there")
    (finding,) = offline("unread", (REF,), unread=(item,))
    assert (finding.severity, finding.line, finding.end_line) == (Severity.WARNING, 12, 13)
    assert "ibid., see there" in finding.message


def test_an_item_of_a_pdf_may_be_torn_apart_in_reading() -> None:
    item = Unread(12, 13, "unread", "https://doi.org/10.1037/1")
    torn = Case(Article("x.pdf", "pdf", unread=(item,)), (REF,), ())
    assert [found.severity for found in unread.find(torn)] == [Severity.NOTE]


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


def test_faults_of_an_entry_that_was_read_are_said() -> None:
    import refcheck

    text = (
        "@article{a, title={Of trees}, title={Of woods}, author={Smith, John}, year=2000, journal={Trees}}\n"
        "@article{a, title={Of leaves}, author={Smith, Jane}, year=2001, journal={Trees}}\n"
        "@book{c, title={Of roots}, author={Doe, Jane}, year=1999, isbn={0-89862-547-4}}\n"
    )
    report = refcheck.check(text, settings=refcheck.Settings(locked=True))
    said = [(f.reference, str(f.severity), f.message) for f in report.findings if f.check == "unread"]
    assert [(index, severity) for index, severity, _ in said] == [(0, "note"), (1, "note"), (2, "note")]
    assert "duplicate field title" in said[0][2]
    assert "is also that of entry 1" in said[1][2]
    assert "ISBN" in said[2][2]


def test_an_entry_whose_work_was_found_was_read_well_enough() -> None:
    from refcheck.case import Case
    from refcheck.checks.unread import find
    from refcheck.model import Article, Identity, Reference, Resolution

    reference = Reference(raw="EUROPEAN SOCIETY, 1984. Archives. Second century")
    article = Article(path="a.md", format="markdown")
    for identity, findings in ((Identity.VERIFIED, 0), (Identity.ABSENT, 1)):
        case = Case(article, (reference,), (Resolution(reference, identity),))
        assert len(list(find(case))) == findings


def test_a_problem_knows_its_kind_and_is_its_sentence() -> None:
    bad, twice = (
        parse("Kolk, B. (2014). The body keeps the score. Viking. ISBN 978-0-670-78593-4"),
        read_bibtex("@book{a, title = {One}}\n@book{a, title = {Two}, isbn = {9780670785934}}")[1],
    )
    assert [problem.kind for problem in bad.problems] == [ProblemKind.ISBN] == [twice.problems[0].kind]
    assert [problem.kind for problem in twice.problems] == [ProblemKind.ISBN, ProblemKind.DUPLICATE]
    assert bad.to_dict()["problems"] == ["bad ISBN check digit"] == list(bad.problems)
    kept = pickle.loads(pickle.dumps(bad)).problems[0]
    assert (kept, kept.kind, kept.template) == (bad.problems[0], ProblemKind.ISBN, bad.problems[0].template)


def test_a_broken_block_is_a_warning() -> None:
    import refcheck

    text = "@article{a, title={Of trees, author={Smith, John}, year=2000\n}\n"
    text += "@book{b, title={Roots}, author={Doe, J}, year=1999}\n"
    report = refcheck.check(text, settings=refcheck.Settings(locked=True))
    assert "warning" in [str(f.severity) for f in report.findings if f.check == "unread"]


def test_a_table_full_of_items_is_one_note() -> None:
    from refcheck.case import Case
    from refcheck.checks.unread import find
    from refcheck.model import Article, Reference, Unread, UnreadReason

    rows = tuple(Unread(n, n, UnreadReason.UNREAD, f"DET ORD {n} => ADJ") for n in range(30))
    case = Case(
        Article("a.md", "markdown", unread=rows, items_seen=30), (Reference(raw="DET ORD II.", title="II"),), ()
    )
    (found,) = find(case)
    assert (str(found.severity), found.line) == ("note", 0)


def test_what_is_said_of_a_missing_key_can_be_translated() -> None:
    item = Unread(3, 3, "unread", say("{key} is not in {where}", key="rowe2001", where="refs.bib"))
    (finding,) = offline("unread", (REF,), unread=(item,))
    assert finding.message == "rowe2001 is not in refs.bib."
    assert labels("de").said(finding.message) == "rowe2001 fehlt in refs.bib."


def test_a_block_that_is_broken_in_several_lines_is_said_once() -> None:
    import refcheck

    text = "@article{a,\n  author = {Smith, J},\n  //title = {Of trees},\n  //journal = {Roots},\n"
    text += "  title = {X}, year=2000\n}\n"
    report = refcheck.check(text, settings=refcheck.Settings(locked=True))
    found = [finding for finding in report.findings if finding.check == "unread" and str(finding.severity) == "warning"]
    assert len(found) == 1
    assert "//title" in found[0].message and "//journal" in found[0].message
