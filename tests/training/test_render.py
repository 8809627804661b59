"""Rendered references: their labels lie where their text does, and the same seed gives the same ones."""

import random

import pytest

from training.parsing_align import align
from training.render import _Renderer
from training.render_footnotes import LANGUAGES, Footnote, roman
from training.render_humanities import TONGUES, Tongue
from training.render_parts import example_of, noisy
from training.render_words import invented


def rendered(code: str, count: int) -> list[str]:
    dice = random.Random(5)
    raws = []
    for i in range(count):
        example = example_of(noisy(dice, _Renderer(dice, code).reference(code in LANGUAGES and i % 3 == 0)), code)
        position = 0
        for start, end, label in example.spans:
            assert position <= start <= end <= len(example.raw), (example, label)
            position = end
        raws.append(example.raw)
    return raws


@pytest.mark.parametrize("code", ["nl", "pl", "es", "sv", "cs", "tr", "it", "de"])
def test_labels_lie_within_the_text_in_order(code: str) -> None:
    raws = rendered(code, 60)
    assert len(set(raws)) > 50
    assert raws == rendered(code, 60)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_footnote_is_dated_once(code: str) -> None:
    dice = random.Random(9)
    for _ in range(80):
        maker = _Renderer(dice, code)
        parts = Footnote(dice, code, maker.pick, maker.title).reference()
        assert sum(label == "date" and bool(text) for text, label in parts) <= 1, parts
        assert any(label == "title" for _, label in parts)


def test_roman_figures() -> None:
    assert [roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1999)] == ["I", "IV", "IX", "XIV", "XL", "XC", "CD", "MCMXCIX"]


def test_invented_words_keep_case_and_words_with_a_role() -> None:
    made = invented(random.Random(1), "nl", "Tijdschrift voor JEUGDHULP", share=1.0)
    first, second, third = made.split()
    assert (first, third.isupper()) == ("Tijdschrift", True)
    assert third != "JEUGDHULP" and second.islower()


def test_a_string_whose_title_the_record_lacks_is_left_out() -> None:
    fields = {"container": "Phys. Rev.", "volume": "59", "pages": "37", "year": "1989", "authors": ["Foo, A."]}
    assert align("A. Foo (1989), Phys. Rev. 59, 37", fields, "x") is not None
    assert align("A. Foo (1989), On the long lives of very small things, Phys. Rev. 59, 37", fields, "x") is None


def labelled(raw: str, fields: dict[str, object]) -> dict[str, str]:
    example = align(raw, fields, "x", first_page_only=True)
    return {label: raw[start:end].strip(" .(,") for start, end, label in example.spans} if example else {}


FIELDS: dict[str, object] = {"container": "Brain", "volume": "8", "pages": "1", "year": "2002", "authors": ["Foo, A."]}


def test_a_missing_title_is_not_taken_for_authors() -> None:
    assert labelled("Foo A, Small things of great age, Brain 8 (2002) 1-11", FIELDS) == {}
    assert labelled("Foo A, Bar B, Brain 8 (2002) 1-11", FIELDS)["author"] == "Foo A, Bar B"


def test_a_page_is_not_sought_in_the_issue() -> None:
    raw = "Foo A. Rapid growth. Brain 2002;8(1):1-11"
    assert labelled(raw, {**FIELDS, "title": "Rapid growth"})["pages"] == "1-11"


def test_pages_that_the_record_lacks_stand_behind_the_volume() -> None:
    fields = {**FIELDS, "title": "Rapid growth", "pages": ""}
    assert labelled("Foo A. Rapid growth. Brain 2002;8:e902–13", fields)["pages"] == "e902–13"


def test_a_title_that_goes_on_behind_what_the_record_has_makes_no_example() -> None:
    fields = {**FIELDS, "title": "Flowering behaviour of"}
    assert labelled("Foo A (2002) Flowering behaviour of Senecio jacobaea. Brain 8:1-11", fields) == {}


def test_editors_are_found_whom_records_lack() -> None:
    fields = {"title": "Species", "container": "The fossil record", "year": "2002", "authors": ["Foo, A."]}
    raw = "Foo A. Species. In: Dalglish C, Roe B, editors. The fossil record. 2002."
    assert labelled(raw, fields)["editor"] == "Dalglish C, Roe B, editors"


@pytest.mark.parametrize("code", TONGUES)
def test_titles_hold_no_places_left_to_fill(code: str) -> None:
    tongue = Tongue(random.Random(3), code)
    titles = [tongue.title() for _ in range(200)]
    assert not any("{" in title or " di il " in title for title in titles)
    assert len(set(titles)) > 150
