"""Ignore comments are found whatever the format's comment syntax."""

from __future__ import annotations

import pytest

from refcheck.model import Ignore
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
