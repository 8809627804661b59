"""The kind of work that an entry's type and fields mean."""

import pytest

from refcheck.exchange.bibtex_types import kind_of, patent_number, type_of

ARTICLE = {"booktitle": "J. X", "volume": "492", "number": "3", "pages": "3685--3707"}


@pytest.mark.parametrize(
    ("written", "fields", "expected"),
    [
        ("techreport", ARTICLE, "article"),
        ("book", ARTICLE, "article"),
        ("inproceedings", ARTICLE, "inproceedings"),
        ("techreport", {**ARTICLE, "pages": "40"}, "techreport"),
        ("book", {name: ARTICLE[name] for name in ("booktitle", "volume", "pages")}, "incollection"),
        ("book", {"booktitle": "J. X", "pages": "1--480"}, "book"),
        ("generic", {**ARTICLE, "journal": "J. X"}, "article"),
        ("dataset", {**ARTICLE, "journal": "J. X"}, "dataset"),
        ("book", {"booktitle": "{Fires}", "title": "fires", "pages": "15--83"}, "book"),
        ("thesis", {"titleaddon": "Tesis de maestría"}, "mastersthesis"),
        ("thesis", {"note": "Tese de doutorado"}, "phdthesis"),
        ("thesis", {"howpublished": "Praca magisterska"}, "mastersthesis"),
        ("phdthesis", {"note": "Magisterarbeit"}, "mastersthesis"),
        ("thesis", {"note": "Read by the students of the " + 3 * "master in forestry "}, "phdthesis"),
        ("misc", {"journal": "J. X", "volume": "7", "pages": "L34"}, "article"),
        ("misc", {"journal": "CoRR", "volume": "abs/1706.03762", "pages": "1--9"}, "misc"),
        ("thesis", {"type": "Bachelorarbeit"}, "mastersthesis"),
        ("paper", {"booktitle": "Proc. X"}, "inproceedings"),
        ("article", {"entrysubtype": "newspaper"}, "newspaper"),
        ("misc", {"type": "{Conference {Paper}}"}, "inproceedings"),
        ("misc", {"type": "Open Dataset"}, "dataset"),
        ("misc", {"type": "Bachelor thesis"}, "mastersthesis"),
        ("misc", {"type": "Fire, a map"}, "misc"),
        ("misc", {"note": "US Patent App. 14/560,398"}, "patent"),
        ("misc", {"note": "Cites US Patent 2,707,773"}, "misc"),
    ],
)
def test_kind(written: str, fields: dict[str, str], expected: str) -> None:
    assert kind_of(written, fields) == expected


def test_the_number_of_a_patent() -> None:
    assert patent_number("US Patent 2,707,773") == "2,707,773"
    assert patent_number("European Patent No. EP 2015186 B1") == "EP 2015186 B1"
    assert patent_number("A patent of 1950") == ""


def test_a_type_with_a_letter_wrong() -> None:
    assert type_of("artcile") == "article"
    assert type_of("jurisdiction") == "jurisdiction"
