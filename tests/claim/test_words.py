"""The words of an editorial claim, by role and language."""

import pytest

from refcheck.claim.words import (
    by_us,
    editorial,
    fold,
    function_words,
    of_what,
    opens_inside,
    spans,
    speaks,
    spoken,
    we_shall,
)


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("All cited sources were reviewed for quality.", "en"),
        ("Alle geciteerde bronnen zijn beoordeeld op kwaliteit.", "nl"),
        ("Alle siterte kilder ble grundig gjennomgått.", "no"),
        ("Toutes les sources citées ont été vérifiées.", "fr"),
    ],
)
def test_sources_and_a_review_are_told_in_their_language(sentence: str, language: str) -> None:
    assert language in spoken(fold(sentence))
    found = spans(fold(sentence), language)
    assert found["source"] and found["review"]


def test_one_of_the_two_is_not_enough() -> None:
    assert "en" not in spoken("all cited sources were kept in a box.")
    assert spoken("the sky is blue.") == set()
    assert "en" in speaks("the quality of it", "name") and "en" not in speaks("the colour of it", "name")


def test_spans_are_where_the_words_stand() -> None:
    text = "our sources were checked"
    found = spans(text, "en")
    assert [text[start:end] for start, end in found["source"]] == ["sources"]
    assert [text[start:end] for start, end in found["review"]] == ["checked"]
    assert [text[start:end] for start, end in found["ours"]] == ["our"]
    assert found["validity"] == ()


def test_a_peer_review_is_no_review_of_ours() -> None:
    found = spans("peer-reviewed sources", "en")
    assert found["noreview"] and not found["review"]


def test_letters_are_those_the_stems_are_written_in() -> None:
    assert fold("Læst Überprüft ÉTÉ") == "last uberpruft ete"
    assert "the" in function_words("en") and function_words("no such language") == frozenset()


def test_languages_whose_words_are_not_parted() -> None:
    assert opens_inside("ja") and not opens_inside("en")
    assert {"ja"} <= speaks("出典", "object") | speaks("引用文献", "object") | speaks("参考文献", "object")
    with pytest.raises(KeyError):
        opens_inside("no such language")


def test_who_reviews_is_told_by_the_ending_where_that_is_enough() -> None:
    assert by_us(fold("Hemos revisado y verificamos todas las fuentes."), "es")
    assert not by_us(fold("Las fuentes fueron verificadas."), "es")
    assert not by_us("we reviewed the sources", "en")  # English says so with a word
    assert not we_shall(fold("verificamos las fuentes"), "es")


def test_what_the_sources_are_of() -> None:
    text = "sources of stress were reviewed"
    assert [text[start:end] for start, end in of_what(text, "en")] == ["stress"]
    assert list(of_what("sources were reviewed", "en")) == []


def test_only_editors_say_our_editors() -> None:
    assert editorial("en").search("our editors") and not editorial("en").search("the team")
