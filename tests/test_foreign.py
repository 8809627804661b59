"""Numbers and JSON of others: what is none is absent, and what is read can be written again."""

from __future__ import annotations

import json

import pytest

from refcheck.foreign import number, parse_json, parse_toml, writable


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *[("7", 7), ("0", 0), ("0012", 12), (" 3 ", 3), ("٣", 3), ("0" * 5000 + "7", 7)],
        *[(none, None) for none in ("²", "①", "", "1.0", "x", "-1", "10000", "9" * 5000, None, 7)],
    ],
)
def test_number(text: object, value: int | None) -> None:
    assert number(text) == value


def test_the_largest_number() -> None:
    assert (number("31", 31), number("32", 31), number("00031", 31)) == (31, None, 31)


@pytest.mark.parametrize("text", ["NaN", "[Infinity]", '{"a": -Infinity}', "1e999", "9" * 5000, "[" * 100_000, "{", ""])
def test_what_is_no_json(text: str) -> None:
    with pytest.raises(ValueError):
        parse_json(text)


@pytest.mark.parametrize("text", [r'["\ud800"]', r'{"\uDFFF": 1}', b'["\xed\xa0\x80"]', '["\ud800"]'])
def test_half_a_character_becomes_a_question_mark(text: str | bytes) -> None:
    value = parse_json(text)
    assert "?" in json.dumps(value, ensure_ascii=False).encode("utf-8").decode()


def test_whole_characters_stay() -> None:
    assert parse_json(r'["\ud83d\ude00", "é", 1.5, 10]') == ["😀", "é", 1.5, 10]
    assert writable("a\ud800b😀") == "a?b😀"


def test_toml_within_bounds() -> None:
    assert parse_toml('[a.b]\nc.d = "e.f.g"') == {"a": {"b": {"c": {"d": "e.f.g"}}}}
    for text in ("a." * 61 + "b = 1", "[" + "a." * 61 + "b]", "x = " + "[" * 5000, "n = " + "9" * 5000, "x"):
        with pytest.raises(ValueError):
            parse_toml(text)
