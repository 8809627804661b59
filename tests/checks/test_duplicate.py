from dataclasses import replace

import pytest

from refcheck.api import check_article
from refcheck.model import Entry, Markup, Name, Reference, Severity
from refcheck.reading import read
from tests.checks.resolved import REF, WORK, findings, found, offline

BARE = replace(REF, doi="", doi_printed="")


def said(*references: Reference) -> list[tuple[int | None, Severity]]:
    return [(finding.reference, finding.severity) for finding in offline("duplicate", references)]


def test_the_same_doi_is_a_warning_on_the_second() -> None:
    assert said(REF, replace(REF, title="Secondary traumatic effects in couples")) == [(1, Severity.WARNING)]


def test_each_repetition_is_told_once() -> None:
    assert said(REF, REF, REF) == [(1, Severity.WARNING), (2, Severity.WARNING)]


def test_a_page_that_shows_its_list_in_several_styles_has_no_double_entries() -> None:
    works = [replace(BARE, title=f"{name} and its many consequences", year=2001) for name in ("Rain", "Snow", "Wind")]
    assert {severity for _, severity in said(*works, *works)} == {Severity.NOTE}
    others = [replace(BARE, title=f"{name} in the {name}", year=2002) for name in ("house", "street", "city", "wood")]
    assert said(*works[:2], *others, works[0], works[1]) == [(6, Severity.WARNING), (7, Severity.WARNING)]


def test_one_doi_on_two_works_is_no_duplicate() -> None:
    assert said(REF, replace(REF, title="Quite another thing altogether")) == []


def test_the_same_title_authors_and_year_is_a_warning() -> None:
    assert said(REF, BARE) == [(1, Severity.WARNING)]


def test_another_year_or_edition_or_form_is_a_note() -> None:
    assert said(BARE, replace(BARE, year=1999)) == [(1, Severity.NOTE)]
    assert said(BARE, replace(BARE, edition="2")) == [(1, Severity.NOTE)]
    assert said(REF, replace(REF, doi="10.1101/2005.1")) == [(1, Severity.NOTE)]


def test_parts_and_short_titles_and_other_authors_are_no_duplicates() -> None:
    first = replace(BARE, title="The handbook of attachment, part 1")
    assert said(first, replace(first, title="The handbook of attachment, part 2")) == []
    assert said(replace(BARE, title="Introduction"), replace(BARE, title="Introduction")) == [(1, Severity.WARNING)]
    assert said(replace(BARE, title="Editorial"), replace(BARE, title="Editorial")) == []
    assert said(BARE, replace(BARE, authors=(Name("Smith", "T."),))) == []


def test_two_entries_found_to_be_one_work() -> None:
    short = replace(BARE, title="Secondary traumatic effects in couples")
    assert [f.reference for f in findings("duplicate", found(WORK, BARE), found(WORK, short))] == [1]


def test_the_message_names_the_first_entry_and_its_line() -> None:
    second = replace(REF, entry=Entry("", 20, 21))
    (finding,) = offline("duplicate", (REF, second))
    assert "entry 1 (line 7)" in finding.message and finding.line == 20


def test_two_editions_found_to_be_one_record_are_a_note() -> None:
    second = replace(BARE, edition="2nd ed.", year=2011)
    assert [f.severity for f in findings("duplicate", found(WORK, BARE), found(WORK, second))] == [Severity.NOTE]
    assert said(REF, replace(REF, edition="2nd ed.")) == [(1, Severity.WARNING)]


def listed(heading: str, line: int, key: str = "") -> Entry:
    return Entry(BARE.raw, line, line, heading=heading, key=key)


@pytest.mark.parametrize(
    ("one", "other"), [("Références", "References"), ("Literatur", "Bibliography"), ("参考文献", "References")]
)
def test_the_list_of_each_language_of_a_page_says_the_same(one: str, other: str) -> None:
    second = replace(BARE, title="The measurement of adult attachment", authors=(Name("Bartholomew", "K."),))
    first = [replace(BARE, entry=listed(one, 7)), replace(second, entry=listed(one, 8))]
    again = [replace(BARE, entry=listed(other, 17)), replace(second, entry=listed(other, 18))]
    assert said(*first, *again) == []
    assert said(*first, replace(BARE, entry=listed(one, 9))) == [(2, Severity.WARNING)]


def test_a_work_in_two_parts_of_one_list_is_there_twice() -> None:
    others = [
        replace(BARE, title=title, authors=(Name(name, "A."),), entry=listed(heading, 9))
        for heading, title, name in (
            ("Books", "A history of affectional bonds", "Karen"),
            ("Books", "Patterns of attachment in infancy", "Ainsworth"),
            ("Articles", "Adult romantic attachment theory", "Shaver"),
            ("Articles", "Working models of the self", "Collins"),
        )
    ]
    made = [others[0], others[1], replace(BARE, entry=listed("Books", 10)), *others[2:]]
    assert said(*made, replace(BARE, entry=listed("Articles", 30))) == [(5, Severity.WARNING)]


def test_articles_of_one_law_are_not_one_work() -> None:
    law = Reference(raw="Code civil, art. 1240.", title="Code civil (France)")
    assert said(law, replace(law, raw="Code civil, art. 1382.")) == []
    assert said(law, law) == [(1, Severity.NOTE)]
    state = replace(law, authors=(Name(literal="Bundesministerium der Justiz"),))
    assert said(state, replace(state, raw="Grundgesetz, Artikel 5.")) == []


def test_a_footnote_may_give_in_full_what_the_list_has() -> None:
    notes = [replace(BARE, entry=listed("", 40, "3")), replace(BARE, entry=listed("", 41, "4"))]
    made = (replace(BARE, entry=listed("Literatur", 7)), *notes)
    assert offline("duplicate", made, notes=("3", "4")) == []
    assert offline("duplicate", made)


def test_a_printed_reference_that_is_cited_by_its_key_too_is_said_once() -> None:
    printed = replace(REF, entry=Entry("Kolk (2006).", 3, 3))
    keyed = replace(REF, entry=Entry("Kolk (2006).", 3, 3, key="kolk", markup=Markup.BIBTEX))
    assert said(printed, keyed) == []
    assert said(printed, printed) == [(1, Severity.WARNING)]


def test_each_chapter_of_a_book_has_its_own_list() -> None:
    placed = [replace(BARE, entry=listed("References", line)) for line in (20, 400)]
    for between, wanted in (("A note on this book. " * 20, 1), ("The second chapter. " * 200, 0)):
        assert len(offline("duplicate", placed, lines=((1, "Moths."), (30, between)))) == wanted


def test_what_the_list_tells_apart_by_letters_is_a_note_unless_it_is_printed_twice() -> None:
    first = replace(BARE, raw="Kolk, B. (2006a). Secondary traumatic effects. Am. J. Orthopsychiatry, 76.")
    again = replace(first, raw=first.raw.replace("2006a", "2006b"))
    assert said(first, again) == [(1, Severity.WARNING)]
    assert said(first, replace(again, raw="Kolk, B. (2006b). Preface. In Secondary effects.")) == [(1, Severity.NOTE)]


def test_lists_of_two_kinds_may_share_a_work() -> None:
    def rain(heading: str, *names: str) -> list[Reference]:
        return [replace(BARE, title=f"Rain in the {name}", entry=listed(heading, 9)) for name in names]

    first = [replace(BARE, entry=listed("References", 8)), *rain("References", "house", "street")]
    for heading, severity in (("Further reading", Severity.NOTE), ("", Severity.NOTE), ("Laws", Severity.WARNING)):
        others = rain(heading, "city", "wood")
        assert said(*first, replace(BARE, entry=listed(heading, 30)), *others) == [(3, severity)]


def test_references_far_apart_in_a_text_without_a_list_are_a_note() -> None:
    placed = [replace(BARE, entry=listed("", line)) for line in (20, 40)]
    for between, wanted in (("A comment.", Severity.WARNING), ("Moths are found here. " * 20, Severity.NOTE)):
        (one,) = offline("duplicate", placed, lines=((1, "Moths."), (30, between)))
        assert one.severity is wanted


def test_a_typed_note_may_give_in_full_what_the_list_has() -> None:
    note = replace(BARE, entry=replace(listed("", 5), marker="[^3]"))
    assert said(note, replace(BARE, entry=listed("References", 8))) == []


def test_a_list_printed_again_in_its_order_is_a_note() -> None:
    works = [replace(BARE, title=f"Rain in the {name} and its uses", year=2001) for name in ("north", "south", "west")]
    others = [replace(BARE, title=f"Snow in the {name} and its uses", year=2002) for name in "abcdefghij"]
    assert {severity for _, severity in said(*works, *others, *works)} == {Severity.NOTE}
    assert {severity for _, severity in said(*works, *others, works[2], works[0])} == {Severity.WARNING}


def test_short_titles_without_a_year_cite_a_work_again() -> None:
    short = replace(BARE, year=None, raw="Kolk, Complex trauma in children, 50.", title="Complex trauma in children")
    assert said(short, short) == [(1, Severity.NOTE)]
    assert said(replace(short, year=2006), replace(short, year=2006)) == [(1, Severity.WARNING)]


def test_a_manual_shows_a_work_in_two_styles() -> None:
    apa = "APA: Soto, M. (2016). El aula invertida y sus límites. Madrid: Síntesis."
    mla = "MLA: Soto, Marta. El aula invertida y sus límites. Madrid: Síntesis, 2016."
    other = "Vega, R. (2015). Escribir en la universidad. Lima: PUCP."
    assert loud(f"1. {apa}\n2. {mla}\n3. {other}") == []
    assert loud(f"**APA**\n\n{apa[5:]}\n\n{other}\n\n**MLA**\n\n{mla[5:]}") == []
    assert loud(f"1. {apa[5:]}\n2. {mla[5:]}\n3. {other}") == [1]


def loud(works: str) -> list[int | None]:
    article = read(f"# Guía\n\n## Referencias\n\n{works}\n", path="a.md")
    findings = [f for f in check_article(article).findings if f.severity is not Severity.NOTE]
    return [f.reference for f in findings if f.check == "duplicate"]


def test_a_list_by_topics_names_some_works_for_each() -> None:
    works = [
        f"{name}, A. (20{k}). *{name} and the many moths of the town*. London: Poyser."
        for k, name in enumerate(("Ash", "Birch", "Cedar", "Dorn", "Elm", "Fir", "Gorse"), start=10)
    ]
    first, second = works[:5], [*works[5:], *works[1:3]]
    topics = "\n\n".join(("### Lamps", *first, "### Towns", *second))
    assert loud(topics) == []
    assert loud("\n\n".join(("### Lamps", *first, "### Towns", *works[5:], works[1]))) == [7]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("RFC 7230.", "RFC 7231."),
        ("Report 12. Delft: TU.", "Report 13. Delft: TU."),
    ],
)
def test_numbers_tell_works_of_one_title_apart(one: str, other: str) -> None:
    listed = "\n".join(f"- Fielding, R. and Reschke, J. (2014). A protocol of the web. {said}" for said in (one, other))
    report = check_article(read(f"# A\n\nIt is used.\n\n## References\n\n{listed}\n", path="x.md"))
    assert not [f for f in report.findings if f.check == "duplicate" and f.severity is not Severity.NOTE]


def test_reports_of_two_numbers() -> None:
    first = replace(BARE, number="7230", volume="", pages="", issue="")
    assert said(first, replace(first, number="7231")) == [(1, Severity.NOTE)]
    assert said(first, replace(first, number="")) == [(1, Severity.WARNING)]
    column = replace(BARE, volume="", pages="", issue="", month=5, day=3)
    assert said(column, replace(column, day=10)) == [(1, Severity.NOTE)]


def test_two_pages_of_one_site_are_a_note_but_one_page_written_twice_is_not() -> None:
    page = replace(BARE, url="https://soil.example.org/regions/asia")
    assert said(page, replace(BARE, url="https://soil.example.org/regions/africa")) == [(1, Severity.NOTE)]
    assert said(page, replace(BARE, url="http://www.soil.example.org/regions/asia/#top")) == [(1, Severity.WARNING)]
    assert said(page, replace(BARE, url="https://mirror.example.com/asia")) == [(1, Severity.WARNING)]
