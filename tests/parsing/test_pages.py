"""Pages, completed."""

import pytest

from refcheck.parsing.pages import complete_pages, list_of_pages


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("451-60", "451--460"),
        ("pp. 16-30", "16--30"),
        ("S12–8", "S12--S18"),
        ("795–810", "795--810"),
        ("e11745", "e11745"),
        ("034005", "034005"),
        ("xii-xx", "xii--xx"),
        ("171 - 91", "171--191"),
        ("12-12", "12"),
        ("pp. 11 234–11 246", "11234--11246"),
        ("p. 111 132", "111"),
        ("", ""),
        ("716b-717", "716b--717"),
        ("p12", "12"),
        ("P11002", "P11002"),
        ("S. 43", "43"),
        ("c. 151", "151"),
        ("Seiten 12-9", "12--19"),
        ("12 ss.", "12"),
        ("14sgg.", "14"),
        ("59911O", "59911O"),
        ("WE2-05", "WE2-05"),  # not pages 2 to 5
    ],
)
def test_pages_are_completed(text: str, pages: str) -> None:
    assert complete_pages(text) == pages


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("7,41,73-7", "7, 41, 73--77"),
        ("123–130; 145", "123--130, 145"),
        ("1,234--1,245", "1234--1245"),
        ("451-60", "451--460"),
        ("e45, erratum", "e45"),
        ("10.1038/nature14539", ""),
        ("Article ID 123456", "123456"),
        ("id", ""),
        ("", ""),
    ],
)
def test_a_field_of_pages_may_list_several(text: str, pages: str) -> None:
    assert list_of_pages(text) == pages
