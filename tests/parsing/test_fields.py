"""Labelled tokens into typed fields, each with a confidence."""

from typing import Any

from refcheck.identifiers.find import find_identifiers
from refcheck.model import Name
from refcheck.parsing import parse
from refcheck.parsing.fields import assemble
from refcheck.parsing.tagging.tagger import Tagged
from refcheck.parsing.tagging.tokens import tokenize

LABELS = {"a": "author", "t": "title", "c": "container", "d": "date", "v": "volume", "p": "pages", "o": "other",
          "e": "edition", "b": "publisher", "i": "issue"}  # fmt: skip


def assembled(raw: str, labels: str, missed: dict[str, float] | None = None) -> dict[str, Any]:
    """labels: one a token, by the letters above."""
    tokens = tokenize(raw)
    assert len(tokens) == len(labels), [token.text for token in tokens]
    made = [LABELS[letter] for letter in labels]
    return assemble(raw, tokens, Tagged(made, [0.99] * len(made), missed or {}), find_identifiers(raw))


def test_a_plain_article() -> None:
    found = assembled("Kolk B. Stars of the north. Mind 2014a; vol. 12: 451-60.", "aattttcddvvpp")
    assert found["authors"] == (Name("Kolk", "B."),)
    assert (found["title"], found["container"], found["type"]) == ("Stars of the north", "Mind", "article")
    assert (found["year"], found["year_suffix"], found["volume"], found["pages"]) == (2014, "a", "12", "451--460")
    assert set(found["confidence"]) >= {"authors", "title", "container", "year", "volume", "pages"}
    assert found["confidence"]["title"] < 0.99 == found["confidence"]["volume"]


def test_who_is_said_to_be_an_editor_is_one() -> None:
    found = assembled("Kolk, B. (Ed.). Stars. Viking 1999", "aa" + "o" + "t" + "b" + "d")
    assert (found["authors"], found["editors"]) == ((), (Name("Kolk", "B."),))
    assert "editors" in found["confidence"] and "authors" not in found["confidence"]


def test_a_journal_that_begins_as_a_word_for_editors_follows_authors() -> None:
    found = parse("Tanabe, K.; Ruiz, L. Org. Lett. 2011, 13, 3478–3481.")
    assert ([name.family for name in found.authors], found.editors) == (["Tanabe", "Ruiz"], ())
    assert (found.type, found.container) == ("article", "Org. Lett")


def test_a_channel_signs_as_it_is_printed() -> None:
    printed = "Bro Code. (2020, October 19). Java for loop [Video]. YouTube. https://www.youtube.com/watch?v=CPWqXd0S"
    assert [name.literal for name in parse(printed).authors] == ["Bro Code"]
    assert parse(printed.replace("Bro Code", "Code, B")).authors == (Name("Code", "B."),)


def test_an_edition_nobody_labelled_ends_the_title() -> None:
    found = assembled("Kolk B. Stars (2nd ed.). Viking", "aa" + "t" + "ttt" + "b")
    assert (found["title"], found["edition"]) == ("Stars", "2nd ed")


def test_an_edition_nobody_labelled_ends_the_book_too() -> None:
    found = assembled("Kolk B. Stars. In: Handbook of Skies. Second Edition, Viking", "aato" + "c" * 5 + "b")
    assert (found["container"], found["edition"]) == ("Handbook of Skies", "Second Edition")


def test_a_roman_numeral_is_no_word_for_a_volume() -> None:
    assert assembled("Kolk B. Stars. Skies 11(V)", "aatcvi")["issue"] == "V"


def test_the_medium_ends_a_title_and_stands_in_no_edition() -> None:
    found = assembled("Kolk B. Stars [Podcast]. 6 May", "aa" + "t" * 4)
    assert found["title"] == "Stars"
    found = assembled("Kolk B. Stars. v4 [Internet]", "aat" + "e" * 2)
    assert (found["title"], found["edition"]) == ("Stars", "v4")


def test_a_field_that_was_nearly_seen_is_in_doubt() -> None:
    found = assembled("Kolk B. Stars", "aat", {"container": 0.4})
    assert found["confidence"]["container"] == 0.6
    assert not found.get("container")


def test_without_labels_there_are_no_fields() -> None:
    found = assembled("", "")
    assert not any(found.get(name) for name in ("authors", "title", "year", "pages", "doi"))


def test_the_numbers_of_a_book_reviewed_are_not_the_review_s() -> None:
    raws = (
        "MEIER, A., 2020. Das Wasser: Schulz, B. (2018). Wasser und Land. Berlin: Springer. 43 p. ISBN 9783662631027. "
        "https://doi.org/10.1007/978-3-662-63103-4_3. Zeitschrift für Hydrologie. Vol. 60, n. 3, p. 260–265.",
        "Lopez, A. (2019). Reseña de: Ruiz, P. (2018). El agua. Madrid: Akal. doi: 10.1234/abc.2018. "
        "Revista de Agua, 3(1), 5–9.",
    )
    assert [(found.doi, found.isbn) for found in map(parse, raws)] == [("", "")] * 2
    own = "Smith, J. (2010). The title of a work. doi:10.1016/j.jh.2020.01.001. Journal of Hydrology, 12(3), 45-47."
    assert parse(own).doi == "10.1016/j.jh.2020.01.001"


def test_a_bracket_that_goes_on_behind_a_field_is_none_of_it() -> None:
    found = assembled("Kolk B. Stars. The Harbour Times (online, 2019)", "aat" + "cccc" + "d")
    assert found["container"] == "The Harbour Times"
    found = assembled("Kolk B. Theory of Stars (tr Mary Stone, 1971)", "aattt" + "ttt" + "d")
    assert found["title"] == "Theory of Stars"
    assert assembled("Kolk B. Theory of Stars (Ur 7. Viking)", "aattt" + "tt" + "b")["title"] == "Theory of Stars (Ur 7"
