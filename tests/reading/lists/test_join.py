"""Lines joined into entries; an entry that repeats the author of the one before."""

import textwrap

import pytest

from refcheck.reading import read
from refcheck.reading.lists.join import ends_in_label, glued, join, short_citation, ticked_citations
from tests.reading.lists.items import A, B, C, entries, raws


@pytest.mark.parametrize("marker", ["", "- ", "[{}] "])
def test_wrapped_lines(marker: str) -> None:
    wrapped = [
        textwrap.fill(marker.format(n) + r, 66, break_on_hyphens=False, break_long_words=False)
        for n, r in enumerate((A, B, C), 1)
    ]
    assert raws("\n".join(wrapped)) == [A, B, C]
    assert raws("\n\n".join(wrapped)) == [A, B, C]


@pytest.mark.parametrize("dash", ["———.", "---.", "______.", "———,", "——— (1973).", "– (1973).", "– [1970] (1973)."])
def test_repeated_author(dash: str) -> None:
    first, second, _ = entries(f"{A}\n{dash} Separation: Anxiety and anger. New York: Basic Books, 1973.\n{C}")
    assert first.repeats == ""
    assert second.repeats == "Bowlby, J."


def test_bare_ibid_is_no_entry() -> None:
    found = entries(f"1. {A}\n2. Ibid., p. 12.\n3. {C}")
    assert [entry.raw for entry in found] == [A, C]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["https://doi.org/10.1016/j.edurev.2018.", "09.003"], "https://doi.org/10.1016/j.edurev.2018.09.003"),
        (["https://doi.org/10.1037/0002-", "9432.76.4.451"], "https://doi.org/10.1037/0002-9432.76.4.451"),
        (["https://example.org/a/", "long/path.html"], "https://example.org/a/long/path.html"),
        (["See https://example.org/a.", "Accessed 2020"], "See https://example.org/a. Accessed 2020"),
        (["doi:10.1002/x.", "Retrieved 2 May 2010."], "doi:10.1002/x. Retrieved 2 May 2010."),
        (["optimi-", "sation"], "optimisation"),
        (["pages 451-", "460."], "pages 451-460."),
        (["Sanders-", "Hahs, E."], "Sanders-Hahs, E."),
        (["soft\u00adhyphen", "and\u00a0more"], "softhyphen and more"),
        (["one", "two"], "one two"),
    ],
)
def test_joined_lines(lines: list[str], whole: str) -> None:
    assert join(lines) == whole


def test_hyphen_is_kept_where_the_article_prints_it() -> None:
    made = (
        f"Over post-traumatic stress.\n\nReferences\n\nHerman, J. L. (1992). Recovery from post-\ntraumatic "
        f"stress. New York: Basic Books.\n\n{A}\n"
    )
    assert "post-traumatic" in read(made, path="x.txt").entries[0].raw


def test_a_note_that_only_cites_knows_particles_pages_and_others_of_any_language() -> None:
    assert short_citation("Zie de Vries (2010), p. 3.")
    assert short_citation("De la Cruz y cols. (2011), págs. 4–6")
    assert not short_citation("De Vries, J. (2010). De geschiedenis van de regen. Utrecht: Boom.")


def test_a_second_reference_inside_a_text_is_seen() -> None:
    assert len(list(glued(f"{A} {B}", 20))) == 1
    assert not list(glued(f"{A} {B}", len(A) + 1))
    assert not list(glued(A, 0))


@pytest.mark.parametrize("note", ["Crockford (n.d.)", "Duden (o. J.)", "Silva (s.d.)", "Core Team (n.d.-b), p. 12"])
def test_a_note_may_cite_a_work_without_a_year(note: str) -> None:
    assert short_citation(note)
    assert not short_citation(f"{note}. JavaScript object notation. JSON.")


def test_words_that_point_to_a_list_stand_before_several_short_citations() -> None:
    assert short_citation("See bibliography: Sands et al. (2018), Kynka et al. (2019), van Breug et al. (2023).")
    assert not short_citation("Hale: Crusts of the north. Soil 2018, 3; reprinted 2019")


def test_authors_left_out_by_dots_are_of_one_entry() -> None:
    text = "Nosek, B. A., Alter, G., Breckler, S. J., . . . Yarkoni, T. (2015). An open research culture. Science, 348."
    assert not list(glued(text, 26))
    assert list(glued(f"{text} Yarkoni, T. (2016). Moss. Oslo: Fjell.", 26))


def test_labels_of_publishers() -> None:
    assert ends_in_label("PLoS Biol. 2014; 12: 1. PubMed Abstract | Publisher Full Text")
    assert not ends_in_label("PLoS Biol. 2014; 12: 1.")


@pytest.mark.parametrize(
    ("row", "ticked"),
    [
        ("Lin et al. (2018) X", True),
        ("Lin et al. (2018) ✓ ✗ ✓", True),
        ("Bakker & Visser, 2011 Okafor (2015)", True),
        ("Müller (2009) Ivanov (2011a)", True),
        ("Lin, M. (2018). Networks that forget. MIT Press.", False),
        ("Lin et al. (2018)", False),
    ],
)
def test_a_row_of_a_table_that_compares_works(row: str, *, ticked: bool) -> None:
    assert ticked_citations(row) is ticked
