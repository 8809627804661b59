"""Macros, parents, and what is said where one of them is not there."""

import pytest

from refcheck.reading.bibtex.blocks import blocks_of


def fields(*texts: str) -> list[dict[str, str]]:
    return [{field.key: field.value for field in block.fields} for block in blocks_of(*texts)]


def test_the_files_of_a_bibliography_share_macros_and_parents() -> None:
    macros = "@string{jf = {Journal of Fires}}\n@string{and = { and }}\n@string{alder = {Alder, Ann}}"
    works = '@article{k, author = alder # and # "Birch, Bo", journal = jf}\n@inbook{c, crossref = {p}}'
    parents = "@book{p, title = {Fires}, year = 2012}"
    article, chapter, _ = fields(macros, works, parents)
    assert article == {"author": "Alder, Ann and Birch, Bo", "journal": "Journal of Fires"}
    assert (chapter["booktitle"], chapter["year"]) == ("Fires", "2012")


@pytest.mark.parametrize(
    "named", ["title={Fires in the North}, booktitle={FIRE}", "booktitle={FIRE}, title={Fires in the North}"]
)
def test_a_parents_own_name_for_its_parts_comes_before_its_title(named: str) -> None:
    paper, _ = fields("@inproceedings{c, crossref={p}}\n@proceedings{p, " + named + "}")
    assert paper["booktitle"] == "FIRE"


def test_what_is_not_defined_is_said_once_and_shortens_a_list_of_names() -> None:
    first, second = blocks_of(
        '@article{a, author = alder # " and Birch, Bo", journal = jf, month = Dec}\n@article{b, journal = jf}'
    )
    assert {field.key: field.value for field in first.fields} == {
        "author": " and Birch, Bo and others",
        "journal": "jf",
        "month": "Dec",
    }
    assert first.parser_metadata["problems"] == [
        "the abbreviation alder is not defined",
        "the abbreviation jf is not defined",
    ]
    assert second.parser_metadata["problems"] == []


def test_a_parent_that_is_not_there_is_said() -> None:
    (child,) = blocks_of("@inbook{c, title = {Part}, crossref = {gone}}")
    assert child.parser_metadata["problems"] == ["the entry gone that it refers to is not there"]


def test_journals_that_plain_bst_defines_unless_the_file_does() -> None:
    own = "@string{tcs = {Tides, Currents, Seas}}\n"
    first, second = blocks_of(own + "@article{a, journal = jacm}\n@article{b, journal = TCS}")
    assert [one.fields[0].value for one in (first, second)] == ["Journal of the ACM", "Tides, Currents, Seas"]
    assert (first.parser_metadata["problems"], first.parser_metadata["macros"]) == ([], ())
