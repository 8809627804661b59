"""The format of a text without a name."""

import pytest

from refcheck.reading import read


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("<!DOCTYPE html><html><body><p>x</p></body></html>", "html"),
        ("\\documentclass{article}\n\\begin{document}\n", "latex"),
        ("@book{a, title={B}}", "bibtex"),
        ("# T\n\n- a\n- [b](https://example.org)\n", "markdown"),
        ("Gewone tekst zonder opmaak.\n", "text"),
        ("<article><front><article-meta/></front></article>", "jats"),
        (
            f"<?xml version='1.0'?>\n<!-- {'many <words> of the editors. ' * 300} -->\n<article><ref-list/></article>",
            "jats",
        ),
        ('{"cells": [], "nbformat": 4}', "ipynb"),
        (".. _a:\n\nT\n=\n", "rst"),
        ('[{"id": "a", "type": "book", "title": "B"}]', "csl"),
        ("Of it.\n<p>x</p>\n<p>y</p>\n", "html"),
        ("TY  - BOOK\nTI  - B\nER  - \n", "ris"),
    ],
)
def test_format_is_guessed(text: str, format: str) -> None:
    article = read(text)
    assert article.format == format
    assert article.path == "<text>"
