"""Cited, and not in the list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from refcheck.api import check_article
from refcheck.checks import unlisted
from refcheck.citing.mentions import find_mentions
from refcheck.model import Mention, MentionKind, Name, Severity
from refcheck.reading import read
from tests.checks.cases import case, dated, saying


def test_a_source_that_is_not_listed_is_a_warning_at_its_line_and_said_once() -> None:
    listed = replace(dated("Authora", 2020), entries=(0, 1))
    made = saying(case(), listed, dated("Smith", 2011, 7), dated("Smith", 2011, 9), dated("Jones", 2011, 8))
    found = list(unlisted.find(made))
    assert [(f.severity, f.line) for f in found] == [(Severity.WARNING, 7), (Severity.WARNING, 8)]
    assert found[0].message == "The text cites “(Smith, 2011)”, which is not in the list. Also on line 9."


def test_a_year_that_the_register_has_is_left_to_year_differs() -> None:
    made = saying(case((2013,)), dated("Authora", 2012))
    work = made.resolutions[0].work
    assert work is not None
    (finding,) = unlisted.find(made)
    assert (finding.reference, finding.field, finding.registered) == (0, "year", "") and "2013" in finding.message
    agrees = replace(made.resolutions[0], work=replace(work, years=(2012,)))
    assert list(unlisted.find(replace(made, resolutions=(agrees,)))) == []


def test_research_of_an_institution_is_a_note() -> None:
    text = "onderzoek van de George Mason University"
    made = saying(case(), Mention(text, 29, MentionKind.INSTITUTION, ("George Mason University",)))
    (found,) = unlisted.find(made)
    assert (found.severity, found.line) == (Severity.NOTE, 29)
    assert text in found.message


def test_without_any_list_all_citations_are_one_finding() -> None:
    made = saying(case(()), *(dated(name, 2011) for name in ("Smith", "Jones", "Brown")))
    (found,) = unlisted.find(made)
    assert found.message.startswith("The text cites 3 references, but no list of references was read")


def test_a_number_beyond_the_list_is_reported() -> None:
    made = saying(case(), Mention("[7]", 3, MentionKind.NUMERIC), Mention("[1]", 3, MentionKind.NUMERIC, entries=(0,)))
    (found,) = unlisted.find(made)
    assert "“[7]”" in found.message


def test_a_wrong_year_is_said_once_however_the_people_are_named() -> None:
    made = case()
    two = replace(made.references[1], authors=(*made.references[1].authors[:1], Name("Comber", "L.")))
    made = replace(made, references=(made.references[0], two, *made.references[2:]))
    pair = replace(dated("Authorb", 2011), text="Authorb & Comber, 2011", names=("Authorb", "Comber"))
    full = replace(pair, text="Ann Authorb and Lea Comber (2011)", names=("Ann Authorb", "Lea Comber"), line=8)
    others = replace(pair, text="Authorb et al., 2011", names=("Authorb",), line=9, others=True)
    (found,) = unlisted.find(saying(made, pair, full, others))
    assert "with the year 2019" in found.message and "Also on line 8." in found.message


def test_a_number_that_the_list_leaves_out_may_have_been_lost_in_reading() -> None:
    made = saying(case(), Mention("[2]", 3, MentionKind.NUMERIC), Mention("¹⁹", 4, MentionKind.NUMERIC))
    numbered = tuple(replace(entry, marker=f"[{2 * k + 1}]") for k, entry in enumerate(made.article.entries))
    made = replace(made, article=replace(made.article, entries=numbered))
    assert [(f.printed, str(f.severity)) for f in unlisted.find(made)] == [("[2]", "note"), ("¹⁹", "warning")]


def test_a_list_that_lacks_most_of_what_the_text_cites_is_one_note() -> None:
    made = saying(case(), *(dated(name, 2011) for name in ("Brown", "Keller", "Ramos", "Okafor")))
    (found,) = unlisted.find(made)
    assert (str(found.severity), "4 are not" in found.message) == ("note", True)


def test_a_journal_in_the_place_of_a_name_is_a_note() -> None:
    (found,) = unlisted.find(saying(case(), dated("JGR", 1967)))
    assert str(found.severity) == "note"


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("Keller, Anna. 2011. “Merchants of Morality.” Foreign Policy 129: 36–45.", False),
        ("Keller A, Moss BD (2011). boot: Bootstrap Functions.", False),
        ("Reference: Keller, A., et al. (2011). A component analysis. Journal of Trade, 4(2), 7.", False),
        ("- **Quelle:** Keller, A. (2011). Händler der Moral. Berlin: Wagen.", False),
        ("出典：Keller, A. (2011). 道徳の商人. 東京.", False),
        ("as in Keller, 2011, and elsewhere", True),
        ("Keller, Anna. 2012. Another work.", True),
    ],
)
def test_a_work_that_the_text_prints_as_a_reference_is_not_missing(line: str, *, missing: bool) -> None:
    made = saying(case(), dated("Keller", 2011))
    made = replace(made, article=replace(made.article, lines=((9, line),)))
    assert bool(list(unlisted.find(made))) is missing


def test_a_mark_of_a_kind_that_the_file_does_not_define_is_none() -> None:
    text = "See \\ar[rr]_\\inl and [^)]+ or [^\\\\w], and [^1] and [^2]."
    assert [m.text for m in find_mentions([(1, text)], (), "en", notes=("1",))] == ["[^2]"]
    assert find_mentions([(1, text)], (), "en") == ()


def _severities(*mentions: Mention, links: tuple[str, ...] = ()) -> list[str]:
    made = saying(case(), *mentions)
    return [str(f.severity) for f in unlisted.find(replace(made, article=replace(made.article, apart=links)))]


def test_a_name_is_missed_only_in_an_article_that_cites_from_its_list() -> None:
    cited = replace(dated("Authora", 2020), entries=(0,))
    keyed = Mention("@authora", 4, MentionKind.KEY, entries=(0,))
    assert _severities(cited, dated("Müller", 2011)) == ["warning"]
    assert _severities(keyed, dated("Müller", 2011)) == ["warning"]
    assert _severities(dated("Müller", 2011)) == ["note"]  # nothing is cited from the list
    assert _severities(cited, dated("Müller", 2011), dated("García", 2012)) == ["note", "note"]


def test_numbers_names_and_notes_show_no_citing_by_name_and_year() -> None:
    book = dated("Cenzura", 2013)
    numbers = [Mention(f"[{n}]", 3, MentionKind.NUMERIC, entries=(n - 1,)) for n in (1, 2, 3)]
    assert _severities(*numbers, book) == ["note"]
    assert _severities(*numbers, replace(dated("Authora", 2020), entries=(0,)), book) == ["warning"]
    named = Mention("Authora", 3, MentionKind.NAME, ("Authora",), entries=(0,))
    assert _severities(named, book) == ["note"]
    marks = [Mention(f"[^{n}]", 3, MentionKind.FOOTNOTE, entries=(n - 1,)) for n in (1, 2, 3)]
    made = saying(case(), *marks, book, replace(dated("Kuhn", 2007, 9), text="Kuhn et al. 2007", others=True))
    entries = tuple(replace(entry, key=f"n{k}") for k, entry in enumerate(made.article.entries))
    noted = replace(made.article, entries=entries, notes=tuple(entry.key for entry in entries))
    found = list(unlisted.find(replace(made, article=noted)))
    assert [(f.severity, f.line) for f in found] == [(Severity.NOTE, book.line), (Severity.WARNING, 9)]


def test_a_page_that_names_the_works_of_its_notes_by_year_has_them_for_its_list() -> None:
    named = ("Tolman, 1930", "Ruiz, 2001", "Okafor, 2011")
    works = ("Tolman, E. C. (1930). Maze performance in rats. Psychology, 4, 257–275.",
             "Ruiz, P. (2003). La memoria de las ratas. Madrid: Alianza.",
             "Okafor, N. (2011). Rats remembered. Lagos: Press; Ito, K. (2009). Mazes. Tokyo: Press.")  # fmt: skip
    pairs = list(zip(named, works, strict=True))
    said = "".join(
        f'<p>They learn it soon ({name}).<span class="footnote" id="fn{n}">{work}</span> So it is.</p>'
        for n, (name, work) in enumerate([*pairs, pairs[2]])
    )
    article = read(f"<html><body><h1>Rats</h1>{said}</body></html>", path="rats.html")
    found = [
        (f.check, str(f.severity)) for f in check_article(article).findings if f.check in ("unlisted", "duplicate")
    ]
    assert found == [("unlisted", "warning")]


def test_a_name_that_is_a_link_is_missed_only_where_linked_names_are_listed() -> None:
    plain, linked = replace(dated("Authora", 2020), entries=(0,)), replace(dated("Authorb", 2021), entries=(1,))
    assert _severities(plain, dated("Silva", 2011), links=("Silva, 2011",)) == ["note"]
    assert _severities(linked, dated("Silva", 2011), links=("Silva, 2011", "Authorb, 2021")) == ["warning"]
    site = replace(dated("Silva", 2011), text="Silva (2011)")
    assert _severities(plain, site, links=("Silva",)) == ["note"]
    assert _severities(plain, dated("Silva", 2011), links=("2011",)) == ["note"]


def test_a_pdf_that_was_perhaps_not_read_whole_is_not_accused() -> None:
    listed = replace(dated("Authora", 2020), entries=(0, 1, 2, 3))
    pair = replace(dated("Smith", 2011, 7), text="(Smith et al., 2011)", others=True)
    made = saying(case(), listed, pair, dated("Jones", 2011, 8), dated("Authora", 2012, 9))
    pdf = replace(made.article, format="pdf")
    levels = [f.severity for f in unlisted.find(replace(made, article=pdf))]
    assert levels == [Severity.WARNING, Severity.NOTE, Severity.WARNING]  # one name alone may be anything
    lost = replace(pdf, lines=((1, "E\ufffdekte der A\ufffdäre"),))
    doubted, other_year = unlisted.find(replace(made, article=lost))
    assert (doubted.severity, doubted.line) == (Severity.NOTE, 7)
    assert "“(Smith et al., 2011)”, “(Jones, 2011)”" in doubted.message and "fonts" in doubted.message
    assert other_year.severity is Severity.WARNING and "with the year" in other_year.message


def test_a_pdf_that_lacks_many_works_was_rather_read_in_part() -> None:
    listed = replace(dated("Authora", 2020), entries=(0, 1, 2, 3, 4, 5))
    made = saying(case(), listed, *(dated(name, 2011) for name in ("Smith", "Jones", "Brown", "Novak")))
    assert len(list(unlisted.find(made))) == 4
    (found,) = unlisted.find(replace(made, article=replace(made.article, format="pdf")))
    assert found.severity is Severity.NOTE and "rare to forget so many" in found.message


def test_a_number_beyond_the_list_is_a_note_in_a_pdf() -> None:
    beyond, listed = Mention("[7]", 3, MentionKind.NUMERIC), Mention("[1]", 3, MentionKind.NUMERIC, entries=(0,))
    made = saying(case(), beyond, listed)
    (found,) = unlisted.find(replace(made, article=replace(made.article, format="pdf")))
    assert found.severity is Severity.NOTE


@pytest.mark.parametrize("name", ["JGR", "BetrVG", "LSES Group"])
def test_an_abbreviation_with_a_year_is_a_note(name: str) -> None:
    listed = replace(dated("Authora", 2020), entries=(0, 1))
    (found,) = unlisted.find(saying(case(), listed, dated(name, 1972)))
    assert found.severity is Severity.NOTE


def test_the_first_of_two_years_may_be_that_of_an_earlier_edition() -> None:
    text = "MacIntyre ({}) und Anscombe (1958) sind sich einig, Rawls (1971) nicht; so auch Foot (2001)."
    works = (
        "Anscombe, G. (1958). Modern moral philosophy. Philosophy, 33, 1–19.",
        "Foot, P. (2001). Natural goodness. Oxford: Clarendon.",
        "MacIntyre, A. (2007). After virtue. London: Duckworth.",
        "Rawls, J. (1971). A theory of justice. Cambridge: Harvard University Press.",
    )
    levels = {"1981; 2007": Severity.NOTE, "2007; 2016": Severity.WARNING, "1981, 2007": Severity.WARNING}
    for years, level in levels.items():
        page = "\n\n".join(("# Tugend", text.format(years), "## Literatur", *works))
        found = check_article(read(page, path="a.md")).findings
        assert [f.severity for f in found if f.check == "unlisted"] == [level], years


NAMES = ("Labaree", "Fink", "Tilbury", "Leith", "Andrews", "Harg", "Wortman", "Brayman", "Steele")
SHOWN = (f"> All of the evidence was disputed ({name}, {year}) again." for year, name in enumerate(NAMES, 1990))
GUIDE = "\n\n".join(("# Citing", "Marks are deducted. One page is cited as follows:", *SHOWN))


def loud(text: str, path: str = "a.md") -> list[str]:
    report = check_article(read(text, path=path))
    return [f.message for f in report.findings if f.check == "unlisted" and f.severity is not Severity.NOTE]


def test_a_guide_that_shows_how_to_cite_lacks_no_list() -> None:
    assert not loud(GUIDE)
    assert loud(GUIDE.replace("> ", ""))


def test_citations_that_are_links_need_no_list() -> None:
    cited = [f"([{name} {year}](https://example.org/{year}))" for year, name in enumerate(NAMES, 1990)]
    assert not loud("# Krankheit\n\n" + "\n\n".join(f"Das zeigt sich überall im Land {one}." for one in cited))


def test_a_note_without_its_colon_is_defined() -> None:
    lines = [
        f"That I am not my own, but belong in life and in death.[^{n}]\n\n[^{n}] Romans {n}:1-9" for n in range(1, 12)
    ]
    assert not loud("# Catechism\n\n" + "\n\n".join(lines))


PEOPLE = ("Abbot", "Birch", "Cedar", "Dorn", "Elder", "Fern", "Gorse", "Hazel", "Ivy")


@pytest.mark.parametrize(
    ("people", "words", "severity"),
    [
        (PEOPLE, 300, Severity.WARNING),
        (PEOPLE, 9000, Severity.NOTE),
        ((*PEOPLE[:4], "NHS", "GDPR", "HIPAA", "BBC", "FDA"), 300, Severity.NOTE),
    ],
)
def test_a_text_without_a_list_that_seldom_names_a_work_need_not_have_meant_to_have_one(
    people: tuple[str, ...], words: int, severity: Severity
) -> None:
    made = saying(case(()), *(dated(name, 2011) for name in people))
    made = replace(made, article=replace(made.article, text="soil " * words))
    (found,) = unlisted.find(made)
    assert found.severity == severity


@pytest.mark.parametrize(("heading", "level"), [("References", Severity.WARNING), ("Further reading", Severity.NOTE)])
def test_further_reading_is_no_list_of_what_is_cited(heading: str, level: Severity) -> None:
    works = "".join(
        f"- {name}, A. ({year}). *On the soils of {name}*. Soil, 4(2), 11-20.\n"
        for name, year in (("Graf", 2018), ("Ruiz", 2011), ("Silva", 2010))
    )
    said = "Soils change (Graf, 2018; Ruiz, 2011; Silva, 2010), as crusts do (Holm et al., 2015)."
    found = check_article(read(f"# Soils\n\n{said}\n\n## {heading}\n\n{works}", path="a.md")).findings
    levels = [f.severity for f in found if f.check == "unlisted" and f.printed == "Holm et al., 2015"]
    assert levels == [level]
