"""Blocks of real and broken .bib files: nothing is lost without a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.model import Entry
from refcheck.reading.bibtex.entries import bib_entries


def fields(entry: Entry) -> dict[str, str]:
    return dict(entry.data["fields"])


def problems(entry: Entry) -> str:
    return "; ".join(entry.data["problems"])


def test_blocks_that_share_a_line_and_odd_heads() -> None:
    text = "@book{a,title={A}}@in-book{b, title={B}} @article\n{c, title={C}}\n"
    text += " @ misc {d, title={D}}@book_part(e, title={E})"
    entries = bib_entries(text)
    assert [(e.key, e.data["type"], fields(e)["title"]) for e in entries] == [
        ("a", "book", "A"),
        ("b", "inbook", "B"),
        ("c", "article", "C"),
        ("d", "misc", "D"),
        ("e", "bookpart", "E"),
    ]
    assert [(e.line, e.end_line) for e in entries] == [(1, 1), (1, 1), (1, 2), (3, 3), (3, 3)]
    assert entries[2].raw == "@article\n{c, title={C}}"
    assert not any(problems(e) for e in entries)


@pytest.mark.parametrize(
    ("broken", "said", "kept"),
    [
        ("title={T}\n author={B, C},\n year=2000", "a comma is missing after title (line 2)", ("T", "B, C", "2000")),
        ("title={T}},\n author={B, C},\n year=2000", "a brace too many before author (line 2)", ("T", "B, C", "2000")),
        ("title={T {x},\n author={B, C},\n year=2000", "title is not closed (line 2)", ("T x", "B, C", "2000")),
        ('title="T,\n author={B, C},\n year=2000', "title is not closed (line 2)", ("T", "B, C", "2000")),
        (
            "title=Two words,\n author={B, C},\n year=2000",
            "title has no braces (line 2)",
            ("Two words", "B, C", "2000"),
        ),
        ("title={T}, {x},\n author={B, C},\n year=2000", "unreadable: {x} (line 2)", ("T", "B, C", "2000")),
        ("title={T}, title={U},\n author={B, C},\n year=2000", "duplicate field title", ("T", "B, C", "2000")),
    ],
)
def test_a_broken_block_keeps_its_fields_and_says_what_is_wrong(broken: str, said: str, kept: tuple[str, ...]) -> None:
    before, entry, after = bib_entries(f"@book{{a,title={{A}}}}\n@article{{k, {broken}\n}}\n@book{{b, title={{B}}}}\n")
    assert said in problems(entry)
    assert (entry.key, fields(entry)["title"], fields(entry)["author"], fields(entry)["year"]) == ("k", *kept)
    assert (before.key, after.key, problems(before), problems(after)) == ("a", "b", "", "")
    assert (entry.line, after.line) == (2, entry.end_line + 1)


@pytest.mark.parametrize("head", ["@article{", "@article{,", "@article{ ,\n"])
def test_a_missing_key_is_said(head: str) -> None:
    (entry,) = bib_entries(f"{head} title={{T}}, year=2000}}")
    assert (entry.key, fields(entry), problems(entry)) == (
        "",
        {"title": "T", "year": "2000"},
        "the entry has no key",
    )


def test_an_entry_that_never_ends_does_not_take_the_next_one_with_it() -> None:
    first, second = bib_entries("@article{a,\n title={A},\n year={2001\n@book{b, title={B}}")
    assert fields(first) == {"title": "A", "year": "2001"} and "year is not closed (line 3)" in problems(first)
    assert (second.line, problems(second)) == (4, "")


@pytest.mark.parametrize(
    "line", ["@word{x} there", "@Override{y}", "@article{z, title={Z}}", "mail me@home{now}", "%@book{q, title={Q}}"]
)
def test_an_at_sign_within_a_value_begins_no_entry(line: str) -> None:
    (entry,) = bib_entries(f"@article{{k, title={{T}},\n abstract={{Text\n{line}\nmore}},\n year=2000}}")
    assert fields(entry)["abstract"].split("\n")[1] == line
    assert fields(entry)["year"] == "2000" and not problems(entry)


def test_comments_are_no_fields_and_no_entries() -> None:
    text = "% @book{x, title={X}}\n@comment{@book{y, title={Y}}}\n"
    (entry,) = bib_entries(text + "@article{k,\n % old: title={Old},\n title={T}, % new\n year=2000}")
    assert (fields(entry), problems(entry)) == ({"title": "T", "year": "2000"}, "")


def test_macros_are_built_from_macros_and_their_blocks_stand_before_the_entry() -> None:
    text = '@string{acm = "ACM"}\n@STRING(stoc = "Proc. " # acm # { STOC})\n'
    text += '@misc{k, booktitle = STOC # ", 1999", month=jan}'
    (entry,) = bib_entries(text)
    assert fields(entry) == {"booktitle": "Proc. ACM STOC, 1999", "month": "jan"}
    assert entry.raw.split("\n")[:2] == text.split("\n")[:2]
    assert (entry.line, entry.end_line) == (3, 3)


def test_fields_come_from_parents_over_several_steps_and_identifiers_do_not() -> None:
    text = """
    @inbook{a, title={A}, crossref={b}, xdata={x}}
    @book{b, title={B}, doi={10.1/b}, url={http://b}, crossref={c}}
    @book{c, title={C}, publisher={P}, isbn={1}}
    @xdata{x, xdata={y}, location={L}}
    @xdata{y, xdata={x}, series={S}}
    @set{s, entryset={a,b}}
    """
    a, b, c = bib_entries(text)
    assert fields(a) == {
        "title": "A",
        "crossref": "b",
        "xdata": "x",
        "location": "L",
        "series": "S",
        "booktitle": "B",
        "publisher": "P",
        "isbn": "1",
    }
    assert "doi" in fields(b) and c.key == "c"


@given(st.text(alphabet='@article{}()",=# ab\n%\\', max_size=300))
def test_no_text_raises_and_no_line_lies_outside_it(text: str) -> None:
    for entry in bib_entries(text):
        assert 1 <= entry.line <= entry.end_line <= text.count("\n") + 1


def test_hostile_files_take_a_time_in_proportion_to_their_length() -> None:
    for text in (
        "@article{a,\n" * 3000,
        "@article{a, title={" + "@b{c,\n" * 5000,
        "@string{a=b # a}" * 2000,
        "@a{b,c={" * 3000,
    ):
        assert len(bib_entries(text)) <= 6000
