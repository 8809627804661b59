import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.exchange.bibtex_write import read_bibtex
from refcheck.exchange.references import parse_entries
from refcheck.model import Entry, Name
from refcheck.reading.bibtex.entries import bib_entries


def test_a_real_bib_file() -> None:
    text = """
    % a comment
    @comment{x}
    @preamble{"\\newcommand{\\x}{y}"}
    @string{jts = "Journal of Traumatic Stress"}
    @Article{Muller2000, Author = "Muller, R. T. and Sicoli, L. A.", title = {Attachment {\\"u}ber \\'{e}t\\'e},
        journal = jts # " (New)", year = 2000, volume=13, number=2, pages={321-32}, month = apr}
    @inproceedings{child, crossref = {parent}, title = {A child}, author = {van Dijk, A.}}
    @proceedings{parent, title = {Proceedings of it}, year = {1999}, publisher = {ACM}}
    @thesis{t, author={B, C}, title={D}, type={Master's thesis}, institution={Lund}, date={2012-03-04}}
    """
    muller, child, parent, thesis = read_bibtex(text)
    assert muller.key == "Muller2000"
    assert muller.title == "Attachment über été"
    assert muller.container == "Journal of Traumatic Stress (New)"
    assert (muller.year, muller.month, muller.issue, muller.pages) == (2000, 4, "2", "321--332")
    assert (child.container, child.year, child.publisher) == ("Proceedings of it", 1999, "ACM")
    assert child.authors == (Name("Dijk", "A.", "van"),)
    assert parent.type == "proceedings"
    assert (thesis.type, thesis.publisher, thesis.year, thesis.month) == ("mastersthesis", "Lund", 2012, 3)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("@article{a, title={x}, title={y}}", "duplicate field title"),
        ("@article{a, title={x", "title is not closed (line 1)"),
        ("@book{a, title={x}, isbn={0-89862-547-6}}", "bad ISBN check digit"),
        ("@article{a, title={x}, doi={nonsense}}", "malformed DOI"),
    ],
)
def test_bad_blocks_become_problems(text: str, problem: str) -> None:
    (reference,) = read_bibtex(text)
    assert any(problem in found for found in reference.problems)


def test_a_duplicate_key_is_a_problem_of_the_second() -> None:
    first, second = read_bibtex("@book{a, title={x}}\n@book{a, title={y}}")
    assert first.problems == () and second.title == "y"
    assert "duplicate key a" in second.problems


@given(st.text(alphabet='@article{}",=# ab\n%\\', max_size=200))
def test_no_bib_text_raises(text: str) -> None:
    read_bibtex(text)


def test_bibtex_entries_keep_their_keys_and_find_their_parents() -> None:
    text = "@incollection{c, title={A}, crossref={p}}\n@collection{p, title={B}, editor={Foo, A.}}"
    child, parent, bad = parse_entries([*bib_entries(text), Entry("not bibtex", 3, 3, markup="bibtex")])
    assert (child.key, child.container, child.editors) == ("c", "B", (Name("Foo", "A."),))
    assert parent.key == "p"
    assert bad.problems and bad.entry is not None


def test_words_of_access_in_a_title_are_not_the_title() -> None:
    (reference,) = read_bibtex("@misc{a, title={Fires of 2001. Available via https://example.org/a. Accessed 8 March}}")
    assert reference.title == "Fires of 2001"
    (reference,) = read_bibtex("@misc{a, title={Fires (2004). Available via Elm bulletin http://example.org/a.pdf}}")
    assert reference.title == "Fires (2004)"
    (reference,) = read_bibtex("@misc{a, title={https://example.org as a name}}")
    assert reference.title == "https://example.org as a name"


def test_a_month_in_place_of_an_issue() -> None:
    (one,) = read_bibtex("@article{a, title={T}, number={December}, volume={3}}")
    assert (one.issue, one.month) == ("", 12)
    (one,) = read_bibtex("@article{a, title={T}, number={May}, month=jun}")
    assert (one.issue, one.month) == ("", 6)


def test_the_publisher_of_a_catalogue_and_of_a_book_with_a_journal() -> None:
    (one,) = read_bibtex("@book{a, title={T}, publisher={London ; New York : McGraw-Hill}}")
    assert (one.place, one.publisher) == ("London ; New York", "McGraw-Hill")
    (one,) = read_bibtex("@book{a, title={T}, journal={Cambridge University Press}}")
    assert one.publisher == "Cambridge University Press"


def test_labels_before_roman_volumes() -> None:
    (one,) = read_bibtex("@book{a, title={T}, volume={Bd. IV}}")
    assert one.volume == "IV"


def test_pages_with_a_letter_apart() -> None:
    (one,) = read_bibtex("@article{a, title={T}, volume={119, 042017}}")
    assert (one.volume, one.pages) == ("119", "042017")
    (one,) = read_bibtex("@article{a, title={T}, pages={57 A-62 A}, volume={May}}")
    assert (one.pages, one.volume, one.month) == ("57A--62A", "", 5)


def test_pages_within_an_article_of_a_number() -> None:
    for printed in ("014607--1--36", "014607--1--014607--36", "014607–1–36"):
        (one,) = read_bibtex(f"@article{{a, title={{T}}, pages={{{printed}}}}}")
        assert one.pages == "014607-1--014607-36"
    (one,) = read_bibtex("@article{a, title={T}, pages={12--1--36}}")
    assert not one.pages.startswith("12-1")


def test_what_conversions_from_endnote_and_ris_leave_in_fields() -> None:
    (one,) = read_bibtex("@article{a, title={T}, pages={218--222 %U http://example.org/a}}")
    assert one.pages == "218--222"
    (one,) = read_bibtex("@incollection{a, title={Fires BT  - Handbook of fires}, pages={1--9}}")
    assert (one.title, one.container) == ("Fires", "Handbook of fires")
    (one,) = read_bibtex("@incollection{a, title={The BT - cell}, booktitle={B}}")
    assert (one.title, one.container) == ("The BT - cell", "B")
    (one,) = read_bibtex("@incollection{a, title={済無No Title No Title}, book={B}, note={Accessed: {2021–08–30}}}")
    assert (one.title, one.container, one.accessed) == ("", "B", "2021-08-30")


def test_the_pages_of_a_thesis_in_a_journal() -> None:
    (one,) = read_bibtex("@phdthesis{a, title={T}, journal={Dissertation Abstracts}, volume={65}, pages={5428}}")
    assert one.pages == "5428"
    (one,) = read_bibtex("@phdthesis{a, title={T}, school={S}, pages={542}}")
    assert one.pages == ""


def test_the_kind_of_a_thesis_is_not_what_it_stands_in() -> None:
    (one,) = read_bibtex("@thesis{a, title={T}, howpublished={Tesis de maestría}, institution={UCV}}")
    assert (one.type, one.container, one.publisher) == ("mastersthesis", "", "UCV")


def test_the_day_of_a_visit_in_brackets() -> None:
    (one,) = read_bibtex("@misc{a, title={T}, note={Zugriff am (13.03.2019): http://a.org/b}}")
    assert one.accessed == "13.03.2019"


def test_a_day_is_no_edition() -> None:
    for printed in ("2016/01/30", "2016 Jan 30", "2016-01-30"):
        (one,) = read_bibtex(f"@article{{a, title={{T}}, edition={{{printed}}}, month={{8,}}}}")
        assert (one.edition, one.month) == ("", 8)


@pytest.mark.parametrize(
    "printed",
    ["320 BC", "1750 B.C.E.", "320 v.Chr.", "320 f. Kr.", "320 p.n.e.", "320 до н. э.", "av. J.-C. 320"],
)
def test_a_year_before_christ_is_no_year_after(printed: str) -> None:
    (made,) = parse_entries(bib_entries(f"@book{{a, title={{Tides}}, year={{{printed}}}}}"))
    assert (made.year, [str(problem) for problem in made.problems]) == (None, ["unreadable year"])


@pytest.mark.parametrize("printed", ["c. 1250", "um 1250", "vers 1250", "около 1250", "1250"])
def test_an_early_year_that_is_not_sure_is_kept(printed: str) -> None:
    (made,) = parse_entries(bib_entries(f"@book{{a, title={{Tides}}, year={{{printed}}}}}"))
    assert (made.year, [str(problem) for problem in made.problems]) == (1250, ["unusual year 1250"])


@pytest.mark.parametrize(("printed", "year"), [("1814/1995", 1995), ("1988/1992", 1988), ("1995/1814", 1995)])
def test_the_years_of_the_first_edition_and_of_a_reprint(printed: str, year: int) -> None:
    assert read_bibtex(f"@book{{a, title={{Fires}}, year={{{printed}}}}}")[0].year == year


def test_films_and_episodes_and_a_day_behind_the_address() -> None:
    film, episode, page = read_bibtex(
        "@video{a, title={Tides}, director={Alder, Ann}}\n"
        "@audio{b, title={Ebb}, maintitle={Seas Podcast}, number={3}}\n"
        "@misc{c, title={Flow}, url={https://example.org/ accessed 2017-10-11}}"
    )
    assert [name.family for name in film.authors] == ["Alder"]
    assert (episode.container, episode.number) == ("Seas Podcast", "3")
    assert (page.url, page.accessed) == ("https://example.org/", "2017-10-11")
