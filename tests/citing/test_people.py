"""Names before a year."""

from __future__ import annotations

import pytest

from tests.citing.examples import LIST, entries, mentions


@pytest.mark.parametrize("name", ["Li", "Ng", "d'Angelo", "O’Neill", "Al-Jundi", "ten Have", "Şahin", "Ødegård"])
def test_names_of_any_shape(name: str) -> None:
    listed = entries(f"{name}, A. (2011). A title. Journal, 1, 2.", *LIST[:2])
    assert [m.entries for m in mentions(f"It was shown ({name}, 2011).", listed)] == [(0,)]
    assert [m.entries for m in mentions(f"As {name} (2011) showed.", listed)] == [(0,)]


HAN = entries(
    "土居健郎（1971）『「甘え」の構造』弘文堂.",
    "王小明, 李华（2015）. 依恋研究. 心理学报.",
    "김철수 (2012). 한국인의 애착. 학지사.",
    "ボウルビィ, J.（1976）『母子関係の理論』岩崎学術出版社.",
)


@pytest.mark.parametrize(
    ("text", "index", "names"),
    [
        ("しかし土居（1971）は甘えを論じた。", 0, ("土居",)),
        ("人に頼ることは大切である（土居, 1971）。", 0, ("土居",)),
        ("根据王小明（2015）的研究，依恋很重要。", 1, ("王小明",)),
        ("王小明和李华（2015）认为如此。", 1, ("王小明", "李华")),
        ("또한 김(2012)도 그렇게 말했다.", 2, ("김",)),
        ("愛着についてボウルビィ（1976）は述べた。", 3, ("ボウルビィ",)),
    ],
)
def test_names_written_without_a_blank_are_tied_by_their_family_name(
    text: str, index: int, names: tuple[str, ...]
) -> None:
    found = mentions(text, HAN)
    assert [(one.entries, one.names) for one in found] == [((index,), names)]


def test_a_name_without_a_blank_that_the_list_lacks_is_cited_only_where_something_is_reported() -> None:
    text = "土居（1971）は甘えを論じ、山田（2001）は反論した。東京（2020）の大会、映画祭（2019）の作品。"
    assert [(one.names, one.entries) for one in mentions(text, HAN)] == [(("土居",), (0,)), (("山田",), ())]
