"""Lists in reStructuredText: set as literal text, under headings of their own, with the addresses elsewhere."""

from __future__ import annotations

from refcheck.reading import read
from refcheck.reading.document import Kind
from refcheck.reading.formats.rst import read_rst

HEAD = "Moths\n=====\n\nThey fly at night.\n\n"


def test_a_list_that_is_set_as_literal_text() -> None:
    text = (
        HEAD + "References\n----------\n\nThe books are::\n\n    Holloway, J. D. `Moths of Borneo`. Southdene,\n"
        "        Kuala Lumpur, 1986.\n\n    Young, M. `The natural history of moths`. Poyser, London, 1997.\n\n"
        "API\n---\n\nA call::\n\n    Moth(wings=4, year=1997)\n"
    )
    article = read(text, path="a.rst")
    assert [(entry.line, entry.end_line) for entry in article.entries] == [(11, 12), (14, 14)]


def test_code_elsewhere_stays_code() -> None:
    text = HEAD + "An example::\n\n    Holloway, J. D. (1986). Moths of Borneo. Kuala Lumpur: Southdene.\n"
    assert not read(text, path="a.rst").entries


def test_titles_whose_addresses_stand_elsewhere_under_headings_of_their_own() -> None:
    text = (
        HEAD + "References\n==========\n\nPapers\n------\n\n- `Why moths fly to lamps`_, Fabian et al. 2024\n"
        "- `Moth decline`_, Bell et al. 2020\n\nSoftware\n--------\n\n- mothbox_\n\n"
        ".. _`Why moths fly to lamps`: https://doi.org/10.1038/s41467-024-44785-3\n"
        ".. _`Moth decline`: https://example.org/bell2020\n.. _mothbox: https://example.org/mothbox\n"
    )
    article = read(text, path="a.rst")
    assert [entry.raw for entry in article.entries] == [
        "Why moths fly to lamps, Fabian et al. 2024 https://doi.org/10.1038/s41467-024-44785-3",
        "Moth decline, Bell et al. 2020 https://example.org/bell2020",
    ]


def test_the_level_of_a_heading_is_told_by_the_order_of_the_underlines() -> None:
    book = "Young, M. (1997). The natural history of moths. London: Poyser."
    text = f"Moths\n*****\n\nReferences\n~~~~~~~~~~\n\nBooks\n^^^^^\n\n{book}\n\nUse\n~~~\n\nx\n"
    assert len(read(text, path="a.rst").entries) == 1


def test_the_options_of_a_bibliography_are_no_files() -> None:
    text = HEAD + "See :cite:p:`{see}young1997{p. 3}`.\n\n.. bibliography::\n   :style: plain\n   :filter: docname\n"
    document = read_rst(text)
    assert document.sources == ()
    assert [cited.key for cited in document.cited] == ["young1997"]
    assert read_rst(HEAD + ".. bibliography:: moths.bib\n   :all:\n").sources == ("moths.bib",)


def test_titles_that_stand_for_names() -> None:
    text = (
        HEAD + "References\n==========\n\n.. |a| replace:: Why moths fly to lamps\n.. _a: https://example.org/fabian\n"
        ".. |b|\n   replace:: The decline of moths in\n   Great Britain\n\n"
        "* | |a|_\n  | Samuel Fabian, Nature Communications 15, 689, 2024.\n* |b|, James Bell, Biology Letters, 2020.\n"
    )
    assert [entry.raw for entry in read(text, path="a.rst").entries] == [
        "Why moths fly to lamps Samuel Fabian, Nature Communications 15, 689, 2024. https://example.org/fabian",
        "The decline of moths in Great Britain, James Bell, Biology Letters, 2020.",
    ]


def test_the_rows_of_a_table_keep_their_bars() -> None:
    block = next(b for b in read_rst(HEAD + "| a | b |\n| c | d |\n").blocks if "c" in b.text)
    assert block.text == "| a | b | | c | d |"


def test_what_directives_hold_is_left_out_but_rubrics_and_notes_are_kept() -> None:
    text = (
        "Title\n=====\n\nText::\n\n    code line\n\n.. rubric:: References\n\n.. note:: A remark\n   of two lines.\n\n"
        ".. only:: html\n\n.. figure:: x.png\n   :width: 3\n\n   caption\n\n.. [#f1] Alder. Tides. 2010.\n"
        "   going on.\n\n   more of it.\n\nLast.\n"
    )
    assert [(block.kind, block.text) for block in read_rst(text).blocks] == [
        (Kind.HEADING, "Title"),
        (Kind.PARAGRAPH, "Text::"),
        (Kind.CODE, "code line"),
        (Kind.HEADING, "References"),
        (Kind.PARAGRAPH, "A remark of two lines."),
        (Kind.NOTE, "Alder. Tides. 2010. going on. more of it."),
        (Kind.PARAGRAPH, "Last."),
    ]
