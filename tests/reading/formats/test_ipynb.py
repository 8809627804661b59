"""Notebooks: the Markdown cells as one text."""

import json

import pytest

from refcheck.errors import UnreadableArticle
from refcheck.reading import read
from refcheck.reading.formats.ipynb import read_ipynb


def notebook(*cells: object) -> str:
    return json.dumps({"cells": list(cells), "nbformat": 4})


def test_markdown_and_raw_cells_are_read_with_their_lines() -> None:
    found = read_ipynb(
        notebook(
            {"cell_type": "markdown", "source": ["# A title\n", "\n", "Words."]},
            {"cell_type": "code", "source": "print('Smith, J. (2010). Stars.')"},
            {"cell_type": "raw", "source": "## References\n\n- Smith, J. (2010). Stars."},
        ),
        "a.ipynb",
    )
    assert (found.format, found.title) == ("ipynb", "A title")
    assert "print" not in found.source
    assert [(block.line, block.text) for block in found.blocks][-1] == (7, "Smith, J. (2010). Stars.")
    assert found.source.split("\n")[6] == "- Smith, J. (2010). Stars."


def test_cells_of_another_shape_are_passed_over() -> None:
    odd = notebook(3, {"cell_type": "markdown"}, {"cell_type": "markdown", "source": ["a", 3]}, {"source": "x"})
    assert read_ipynb(odd, "a.ipynb").source == "a"


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"cells": {}}'])
def test_what_is_no_notebook_is_said(text: str) -> None:
    with pytest.raises(UnreadableArticle, match="a.ipynb: is not a notebook"):  # noqa: RUF043
        read_ipynb(text, "a.ipynb")


def test_the_third_format_has_its_cells_in_worksheets() -> None:
    cell = '{"cell_type": "markdown", "source": ["## Referencias\\n", "\\n", "Ruiz, A. (2001). *Montes*. Lima: Sol."]}'
    text = f'{{"nbformat": 3, "worksheets": [{{"cells": [{cell}]}}]}}'
    assert [entry.raw for entry in read(text.encode(), path="x.ipynb").entries] == [
        "Ruiz, A. (2001). Montes. Lima: Sol."
    ]
