"""Ignore comments are found whatever the format's comment syntax."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from refcheck.model import Ignore
from refcheck.reading import read
from refcheck.reading.ignores import find_ignores


@pytest.mark.parametrize(
    "line",
    [
        "<!-- refcheck: ignore[off-topic] for the metaphor -->",
        "% refcheck: ignore[off-topic] for the metaphor",
        ".. refcheck: ignore[off-topic] for the metaphor",
        "/* refcheck:ignore[off-topic]   for the metaphor */",
        '   "<!-- refcheck: ignore[off-topic] for the metaphor -->\\n",',
        "# refcheck: ignore[off-topic] for the metaphor\r",
    ],
)
def test_any_comment_syntax(line: str) -> None:
    assert find_ignores(f"one\n{line}\n") == (Ignore(2, ("off-topic",), "for the metaphor"),)


def test_several_checks_and_the_whole_file() -> None:
    assert find_ignores("% refcheck: ignore-file[uncited, unlisted] a list to read") == (
        Ignore(1, ("uncited", "unlisted"), "a list to read", whole_file=True),
    )


def test_a_missing_reason_stays_missing() -> None:
    assert find_ignores("<!-- refcheck: ignore[dated] -->")[0].reason == ""


@pytest.mark.parametrize(
    "text", ["refcheck: ignore", "refcheck: ignore[]", "refcheck ignore[dated] x", "Refcheck: yes"]
)
def test_prose_about_refcheck_is_no_comment(text: str) -> None:
    assert find_ignores(text) == ()


NOTE = "refcheck: ignore[uncited] background"
FIRST = "Berenz, E. C. (2018). A study of childhood trauma. Journal of Trauma, 27(7), 795-810."
SECOND = "Sperling, M. B. (1994). Attachment in adults. Guilford Press."
ITEM = "<ref id='{}'><mixed-citation>{}</mixed-citation></ref>"
FORMS = {
    "a.txt": f"Title\n\nText.\n\nReferences\n\n{FIRST}\n{NOTE}\n{SECOND}\n",
    "a.md": f"# Title\n\nText.\n\n## References\n\n{FIRST}\n\n<!-- {NOTE} -->\n{SECOND}\n",
    "a.html": f"<h2>References</h2><ul>\n<li>{FIRST}</li>\n<!-- {NOTE} -->\n<li>{SECOND}</li></ul>",
    "a.tex": "\\begin{thebibliography}{9}\n\\bibitem{a} " + f"{FIRST}\n% {NOTE}\n\\bibitem{{b}} {SECOND}\n"
    "\\end{thebibliography}",
    "a.rst": f"References\n==========\n\n{FIRST}\n\n.. {NOTE}\n\n{SECOND}\n",
    "a.bib": f"@book{{a, title={{A study}}, author={{B}}}}\n% {NOTE}\n@book{{b, title={{B}}, author={{S}}}}\n",
    "a.xml": "<article><back><ref-list><title>References</title>\n"
    + ITEM.format("a", FIRST) + f"\n<!-- {NOTE} -->\n" + ITEM.format("b", SECOND) + "</ref-list></back></article>",
    "a.ipynb": json.dumps({"cells": [{"cell_type": "markdown", "source": [
        "## References\n", "\n", f"{FIRST}\n", "\n", f"<!-- {NOTE} -->\n", SECOND]}]}),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_in_every_format_it_stands_above_its_reference_and_is_no_part_of_it(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_text(FORMS[name], "utf-8")
    article = read(file)
    assert len(article.entries) == 2
    (ignore,) = article.ignores
    assert (ignore.checks, ignore.reason) == (("uncited",), "background")
    first, second = article.entries
    assert first.end_line < ignore.line <= second.line
    assert not any("refcheck" in entry.raw for entry in article.entries)
