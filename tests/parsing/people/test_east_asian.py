"""Names in Chinese, Japanese and Korean signs."""

import pytest

from refcheck.parsing.people.east_asian import EAST_ASIAN, east_asian_names


@pytest.mark.parametrize(
    ("text", "family_signs", "expected"),
    [
        ("王伟,李小龙", 1, [("王", "伟"), ("李", "小龙")]),
        ("欧阳修明；司马光", 1, [("欧阳", "修明"), ("司", "马光")]),  # of four signs two are the family's
        ("村上 春樹・小川 洋子", 2, [("村上", "春樹"), ("小川", "洋子")]),
        ("土居健郎", 2, [("土居", "健郎")]),
        ("김철수 및 이영희", 1, [("김", "철수"), ("이", "영희")]),
        ("ボウルビィ", 2, [("ボウルビィ", "")]),
    ],
)
def test_divided_into_family_and_given(text: str, family_signs: int, expected: list[tuple[str, str]]) -> None:
    assert [(name.family, name.given) for name in east_asian_names(text, family_signs)] == expected


def test_signs_of_a_name_that_cannot_be_divided_stay_one() -> None:
    (name,) = east_asian_names("土居健郎", 0)
    assert name.literal == "土居健郎" and EAST_ASIAN.search(name.literal)
