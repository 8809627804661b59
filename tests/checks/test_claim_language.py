"""A claim in another language than the article."""

from __future__ import annotations

from refcheck.claim.judge import languages_differ


def test_languages_of_norwegian_are_one_and_an_unknown_one_is_no_difference() -> None:
    assert languages_differ("no", "nl")
    assert not languages_differ("nb", "no")
    assert not languages_differ("no", "")
