"""BibTeX as it is written: what other readers read back."""

import string
from dataclasses import replace

import pytest
from bibtexparser import parse_string
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from refcheck.exchange.bibtex_write import read_bibtex, write_bibtex
from refcheck.model import Name, Reference

BOOK = Reference(
    raw="",
    key="kolk2014body",
    type="book",
    authors=(Name("Kolk", "B. A.", "van der"), Name(literal="Health & Safety, Inc.")),
    title="The body keeps the score: 100% of {it} in DNA_x",
    year=2014,
    publisher="Penguin & Sons",
    doi="10.1002/(sici)1<1::aid-x_y>3.0.co;2-2",
    url="https://e.org/a_b%20c#d",
    confidence={},
)


def test_what_is_written_bibtexparser_reads() -> None:
    library = parse_string(write_bibtex([BOOK]))
    assert not library.failed_blocks
    assert library.entries[0].key == "kolk2014body"
    assert library.entries[0]["doi"] == BOOK.doi
    assert library.entries[0]["url"] == BOOK.url


def test_what_is_written_reads_back_the_same() -> None:
    (back,) = read_bibtex(write_bibtex([BOOK]))
    assert back.authors == BOOK.authors
    assert back.title == "The body keeps the score: 100% of (it) in DNA_x"
    assert (back.year, back.publisher, back.doi, back.url) == (2014, "Penguin & Sons", BOOK.doi, BOOK.url)


def test_capitals_that_a_style_would_lower_are_protected() -> None:
    text = write_bibtex(
        [Reference(raw="", type="article", title="Effects of mRNA in Berlin and of DNA: The end", language="en")]
    )
    assert "{mRNA}" in text and "{DNA}" in text and "{Berlin}" in text
    assert "{The}" not in text and "{Effects}" not in text


def test_others_and_editors() -> None:
    reference = Reference(raw="", key="a", type="book", editors=(Name("Sperling", "M. B."),), title="T")
    assert "editor" in write_bibtex([reference])
    (back,) = read_bibtex("@article{k, author = {Smith, J. and others}, title={T}}")
    assert back.et_al and [n.family for n in back.authors] == ["Smith"]


@pytest.mark.parametrize(
    ("printed", "written"),
    [("2", "Second"), ("3., Aufl.", "3., Aufl."), ("3. Aufl.", "Third"), ("4ª edição", "Fourth"), ("21st ed.", "21st"),
     ("12th", "12th"), ("112", "112th"), ("revised", "revised")],
)  # fmt: skip
def test_an_edition_is_the_ordinal_that_styles_print(printed: str, written: str) -> None:
    text = write_bibtex([Reference(raw="", type="book", title="T", edition=printed)])
    assert f"edition = {{{written}}}" in " ".join(text.split())


def test_a_particle_that_ends_the_given_names_stays_there() -> None:
    (back,) = read_bibtex(write_bibtex([Reference(raw="", type="book", authors=(Name("Berg", "Jan de"),), title="T")]))
    assert back.authors == (Name("Berg", "Jan de"),)


def test_a_generation_within_a_family_name_stays_there() -> None:
    (back,) = read_bibtex(write_bibtex([Reference(raw="", type="book", authors=(Name("Elm Jr", "Bo"),), title="T")]))
    assert back.authors == (Name("Elm Jr", "Bo"),)


names = st.text(alphabet=string.ascii_letters + "éüß -'{}&%#_$\\~^", min_size=1, max_size=20)


@given(st.lists(st.tuples(names, names, names), min_size=1, max_size=5))
@example([("y A", "y A", "A")])  # one name twice, with a particle or behind a title
@example([("DR", "Abc Abc", "A")])
@example([("None", "None", "A")])  # one word, which programs write for no value
@example([("DR", "A~A", "A")])  # a tie was read as a blank, and then the title as one
def test_braces_are_always_balanced_and_nothing_is_lost(rows: list[tuple[str, str, str]]) -> None:
    references = [Reference(raw="", type="article", authors=(Name(f, g),), title=t) for f, g, t in rows]
    text = write_bibtex(references)
    library = parse_string(text)
    assert not library.failed_blocks
    assert len(library.entries) == len(rows)
    assert write_bibtex(read_bibtex(text)) == write_bibtex(read_bibtex(write_bibtex(read_bibtex(text))))


PIECES = [
    *(
        "\\",
        "$",
        "{",
        "}",
        "~",
        "^",
        "_",
        "%",
        "#",
        "&",
        '"',
        "`",
        " ",
        "$$",
        "--",
        "''",
        "``",
        "\\alpha",
        "\\textbackslash",
    ),
    *("\\$", "&amp;", "<i>", "</i>", "H_2", "é", "e\u0301", "łeq", "Ã", "\\footnote{", "\\~{}", "\\(", "\\)", "(", "["),
    *("[1706.03762] ", "https://e.org/x", "10.1000/x", "中", ": "),
]
titles = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=14).map("".join)


@settings(max_examples=300)
@given(titles)
@example("$$\\")  # escaped, it looked like a formula that a manager took for text
@example("\\H_2 and H_2")  # a word kept its braces at one of its places
@example("Ã--")  # the dash made it a letter encoded twice
@example("[1706.03762] [1706.03762] a")
@example('" [1706.03762] \\"')
@example('"a†"☆')
def test_what_is_read_is_written_the_same_again(title: str) -> None:
    assume(title.count("://") < 2)  # of two addresses run into one text, now one is read and now the other
    once = write_bibtex(read_bibtex(write_bibtex([Reference(raw="", type="article", title=title)])))
    assert write_bibtex(read_bibtex(once)) == once


@pytest.mark.parametrize("title", ["$$\\", "A~B", "C:\\a for $5 and $6", "Â–", "$x$\\y$"])
def test_signs_of_latex_in_a_title_are_read_as_they_were_written(title: str) -> None:
    (back,) = read_bibtex(write_bibtex([Reference(raw="", type="article", title=title)]))
    assert back.title == title


@pytest.mark.parametrize("title", ["\\AB'", "\\alpha", "C:\\Users and the path", "\\'a"])
def test_a_backslash_of_the_text_is_no_macro(title: str) -> None:
    (back,) = read_bibtex(write_bibtex([Reference(raw="", type="article", title=title)]))
    assert back.title == title


def test_languages_are_written_by_the_names_babel_gives_them() -> None:
    (reference,) = read_bibtex("@book{a, title={Ulysses}, langid={german}}")
    assert reference.language == "de"
    assert "langid = {ngerman}" in write_bibtex([reference])


@pytest.mark.parametrize("kind", ["st𝔸ring", "comm𝔸ent", "pre𝔸amble", "𝔸"])
def test_a_type_that_is_no_type_is_not_written_as_a_macro(kind: str) -> None:
    (reference,) = read_bibtex("@article{a, title={T}}")
    assert reference.entry is not None
    odd = replace(reference, type=kind, entry=replace(reference.entry, data={**reference.entry.data, "type": kind}))
    assert write_bibtex([odd]).startswith("@misc{a,")


def test_words_in_braces_keep_them() -> None:
    text = "@article{a, title={Selective Disclosure on Cards Using {Idemix} in {R} with {\\'e}lan}, langid={english}}"
    written = write_bibtex(read_bibtex(text))
    assert "title  = {Selective Disclosure on Cards Using {Idemix} in {R} with élan}" in written
    assert write_bibtex(read_bibtex(written)) == written


def test_one_publisher_is_not_read_as_two() -> None:
    text = "@book{a, title={T}, publisher={Chapman and Hall/CRC}, address={Oxford and New York}}"
    written = write_bibtex(read_bibtex(text))
    assert "{Chapman {and} Hall/CRC}" in written and "{Oxford {and} New York}" in written
    assert read_bibtex(written)[0].publisher == "Chapman and Hall/CRC"


def test_containers_stand_where_programs_read_them() -> None:
    text = """@misc{a, title={T}, journal={Journal of Fires}}
    @misc{b, title={T}, howpublished={Talk at the fair}}
    @techreport{c, title={T}, institution={Elm}, journal={Reports of Elm}}
    @chapter{d, title={T}, booktitle={A book}}"""
    written = write_bibtex(read_bibtex(text)).split("\n@")
    assert "journal = {Journal of Fires}" in " ".join(written[0].split())
    assert "howpublished = {Talk at the fair}" in " ".join(written[1].split())
    assert "journal = {Reports of Elm}" in " ".join(written[2].split())
    assert written[3].startswith("incollection{d") and "booktitle = {A book}" in " ".join(written[3].split())
