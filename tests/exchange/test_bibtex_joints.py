"""Lists of names without "and"."""

import pytest

from refcheck.exchange.bibtex_people import people_of


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("García Lorca, Federico Ángel and Ann Alder", ["García Lorca, Federico Ángel", "Alder, Ann"]),
        ("Van Dyke, Dick Wayne and Bo Birch", ["Van Dyke, Dick Wayne", "Birch, Bo"]),
        ("Ann Alder, Bo Birch and Cy Cedar", ["Alder, Ann", "Birch, Bo", "Cedar, Cy"]),
        ("Rudolf Birch, Otto R. R. Alder", ["Birch, Rudolf", "Alder, Otto R. R."]),
    ],
)
def test_a_comma_between_full_names_or_behind_a_family_name(value: str, names: list[str]) -> None:
    assert [str(name) for name in people_of(value)[0]] == names


@pytest.mark.parametrize(
    ("value", "names", "sign"),
    [
        ("谢昕、王小增", ["谢昕", "王小增"], "、"),
        ("山田太郎，鈴木花子 and 佐々木, 健", ["山田太郎", "鈴木花子", "佐々木"], "，"),
        ("김철수, 이영희", ["김철수", "이영희"], ","),
        ("田中, 太郎", ["田中"], ""),
        ("남궁, 민수", ["남궁"], ""),
    ],
)
def test_a_list_in_east_asian_signs(value: str, names: list[str], sign: str) -> None:
    people, _, parted = people_of(value)
    assert ([person.literal or person.family for person in people], parted) == (names, sign)
