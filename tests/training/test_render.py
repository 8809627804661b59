"""Rendered references: their labels lie where their text does, and the same seed gives the same ones."""

import random

import pytest

from training.parsing_corpora import align
from training.render import _Renderer
from training.render_footnotes import LANGUAGES, Footnote, roman
from training.render_parts import example_of, noisy
from training.render_words import invented


def rendered(code: str, count: int) -> list[str]:
    dice = random.Random(5)
    raws = []
    for _ in range(count):
        example = example_of(noisy(dice, _Renderer(dice, code).reference()), code)
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
