"""Bytes to text: encodings declared, guessed and damaged."""

import codecs
import unicodedata
from pathlib import Path

import pytest

from refcheck.reading import read
from refcheck.reading.encoding import decode, undoubled


@pytest.mark.parametrize(
    "data",
    [
        "Café één, naïef".encode("cp1252"),
        "Café één, naïef".encode(),
        codecs.BOM_UTF8 + "Café één, naïef".encode(),
        codecs.BOM_UTF16_LE + "Café één, naïef".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "Café één, naïef".encode("utf-16-be"),
        unicodedata.normalize("NFD", "Café één, naïef").encode(),
        b"<meta charset='iso-8859-1'>" + "Café één, naïef".encode("latin-1"),
    ],
)
def test_encodings(data: bytes) -> None:
    assert "Café één, naïef" in decode(data, "x")


def test_declared_encoding() -> None:
    russian = "Язык и мышление — это вопрос"
    assert russian in decode(b'<html><head><meta charset="windows-1251"></head>' + russian.encode("cp1251"), "x")


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_line_ends(ending: str, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    rows = [
        "Titel",
        "",
        "Tekst.",
        "",
        "Bronnen",
        "",
        "- Bowlby, J. (1969). Attachment. Basic Books.",
        "- Herman, J. L. (1992). Trauma. Basic Books.",
        "",
    ]
    file.write_bytes(ending.join(rows).encode())
    assert [entry.line for entry in read(file).entries] == [7, 8]


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(codec: str) -> None:
    text = "Nobody has asked the rain to fall – and yet it does, café or not.\n" * 3
    assert decode(text.encode(codec), "a.txt") == text


def test_central_european_bytes() -> None:
    text = "Kto słucha deszczu, ten słyszy także ciszę. Książki o pogodzie są krótkie, lecz źródła bywają długie.\n"
    assert decode(text.encode("iso8859_2"), "a.txt") == text


@pytest.mark.parametrize("codec", ["iso8859_2", "cp1250"])
def test_letters_of_central_europe_are_not_taken_for_signs(codec: str) -> None:
    text = "Michał Woźniak i Łukasz Świątek, Przegląd Filozoficzny, część druga, 1999"
    assert decode(text.encode(codec), "a.bib") == text


def test_signs_beside_words_stay_western() -> None:
    text = "Température de 20 °C ± 2 °C et ½ heure à l’été, 5 m², par Irène Lefèvre"
    assert decode(text.encode("cp1252"), "a.bib") == text


@pytest.mark.parametrize("meant", ["Müller, Özgür, Àngel, naïef", "“Ça va” – l’été", "Łódź, Ångström, Škoda"])
def test_letters_encoded_twice(meant: str) -> None:
    doubled = "".join(bytes([b]).decode("cp1252", "replace") for b in meant.encode())
    doubled = "".join(chr(b) if c == "\ufffd" else c for c, b in zip(doubled, meant.encode(), strict=True))
    assert undoubled(doubled) == meant


def test_letters_encoded_three_times() -> None:
    assert undoubled("G\xc3\u0192\xc2\xb6del") == "Gödel"


@pytest.mark.parametrize("plain", ["Â–", "NÃO É «ÂGE»", "L’Âge d’or", "Ã”", "Ängström – “Å”", "Âme"])
def test_capitals_with_accents_are_not_taken_for_letters_encoded_twice(plain: str) -> None:
    assert undoubled(plain) == plain
