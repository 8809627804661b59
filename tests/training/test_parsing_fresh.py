"""The forms of manuals with other works in them: labels go where the pieces go."""

import random

from training.parsing_align import Example
from training.parsing_fresh import varied

WORKS = [("Lund, A", "Tides", "Oslo", "Havet", "2011"), ("Moe, B", "Winds", "Bergen", "Fjell", "2012")]


def example(author: str, title: str, place: str, publisher: str, year: str) -> Example:
    raw = f"{author}. {title}. {place}: {publisher}, {year}."
    pieces = {"author": author, "title": title, "place": place, "publisher": publisher, "date": year}
    spans = [(raw.index(text), raw.index(text) + len(text), label) for label, text in pieces.items()]
    return Example(raw, tuple(spans), "fresh")


def test_pieces_are_swapped_with_their_labels() -> None:
    found = list(varied([example(*work) for work in WORKS], 20, random.Random(1)))
    assert len(found) == 40
    assert len({new.raw for new in found}) > 4
    for new in found:
        read = {label: new.raw[start:end] for start, end, label in new.spans}
        assert read["title"] in ("Tides", "Winds")
        assert read["place"] in ("Oslo", "Bergen")
        assert read["publisher"] in ("Havet", "Fjell")
        assert read["date"] in ("2011", "2012")
        assert new.raw.count(": ") == 1
