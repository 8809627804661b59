"""Hayagriva: people, parents and numbers of works as CSL; any other YAML is none."""

from __future__ import annotations

from refcheck.reading.formats.hayagriva import hayagriva_entries

HAYAGRIVA = """
weil:
  type: Book
  title: La gravedad
  author: Weil, Simone
  date: 1947-03
  publisher: { name: Plon, location: París }
ruiz2010:
  type: Article
  title: { value: Los ríos, short: Ríos }
  author: ["Ruiz, Ana", { name: Beethoven, given-name: Ludwig, prefix: van }]
  editor: Institut
  page-range: 33-46
  serial-number: { doi: 10.5555/xyz, arxiv: "2001.00001" }
  url: { value: https://example.org, date: 2020-11-25 }
  parent:
    - { type: Periodical, title: Revista, volume: 3, issue: 2, date: 2010 }
"""


def test_hayagriva() -> None:
    first, second = hayagriva_entries(HAYAGRIVA)
    assert first.raw == "Weil, Simone. (1947). La gravedad. París: Plon."
    assert (
        second.raw
        == "Ruiz, Ana; van Beethoven, Ludwig. (2010). Los ríos. Revista, 3(2), 33-46. https://doi.org/10.5555/xyz"
    )
    assert hayagriva_entries("- a\n- b") == hayagriva_entries("a: b") == hayagriva_entries("{") == []
