"""Records with tags. Those of each program, with what must come of them, stand in benchmarks/bibtex_fresh.jsonl."""

from pathlib import Path

import pytest

from refcheck.api import check, parse, read
from refcheck.config import Settings
from refcheck.exchange import writer
from refcheck.exchange.references import parse_entries
from refcheck.exchange.ris import _TYPES as WRITTEN
from refcheck.model import Reference, WorkType
from refcheck.reading.formats.ris import pasted_item, ris_entries
from refcheck.worktype import bibtex_name

TWO = "TY  - JOUR\r\nAU  - Alder, Ann\r\nTI  - Forest fires\r\nER  - \r\n\r\nTY  - BOOK\r\nTI  - Floods\r\nER  - \r\n"


def test_records_with_their_lines(tmp_path: Path) -> None:
    file = tmp_path / "export.ris"
    file.write_bytes(TWO.encode())
    article = read(file)
    assert (article.format, [(entry.line, entry.end_line) for entry in article.entries]) == ("ris", [(1, 3), (6, 7)])
    report = check(file, settings=Settings(locked=True))
    assert [reference.title for reference in report.references] == ["Forest fires", "Floods"]


def test_a_record_without_a_file_name() -> None:
    assert read(TWO.replace("\r", "")).format == "ris"


@pytest.mark.parametrize("kind", sorted(WRITTEN))
def test_what_is_written_is_read_as_the_same_kind(kind: WorkType) -> None:
    """But for parts of books and proceedings, which RIS has no words for."""
    (reference,) = parse_entries(ris_entries(writer("ris")([Reference("", type=bibtex_name(kind), title="A title")])))
    other = {WorkType.BOOK_PART: WorkType.CHAPTER, WorkType.PROCEEDINGS: WorkType.PAPER}
    assert reference.kind == other.get(kind, kind)


def test_a_record_of_pubmed_that_was_pasted() -> None:
    found = parse("PMID- 21234567\nTI  - Forest fires.\nFAU - Alder, Ann\nDP  - 2011 Jan 8\nJT  - Lancet\n")
    assert (found.title, found.pmid, found.container, found.day) == ("Forest fires", "21234567", "Lancet", 8)


def test_text_is_no_record() -> None:
    assert pasted_item("A sentence about TY  - JOUR") is None
    assert ris_entries("Nothing here") == []


def test_a_record_that_lost_its_first_line() -> None:
    (entry,) = ris_entries("T1  - Forest fires\nAU  - Alder, Ann\nPY  - 2001\nER  - \n")
    assert entry.data["title"] == "Forest fires"
    assert ris_entries("AU - this is a sentence about gold\nTI - and one about titanium\n") == []


def test_braces_of_bibtex_are_no_text() -> None:
    (entry,) = ris_entries("TY  - JOUR\nTI  - Rules: {A} study of {RNA}\nT2  - {LNCS}\nPY  - 2001\nER  - \n")
    assert (entry.data["title"], entry.data["container-title"]) == ("Rules: A study of RNA", "LNCS")


MEDLINE = """PMID- 31452104
DP  - 2019 Aug 26
TI  - [Tides of the north
      and of the south].
PG  - 11-9
LID - 10.1000/tides.1 [doi]
AU  - Alder AB
AU  - van Dyk C
CN  - Tide Study Group
JT  - Journal of Tides
VI  - 4
IP  - 2
"""
REPORT = """TY  - RPRT
AU  - B. van der Birch
AU  - Alder A.B.
AU  - Tide Office
T1  - Tides
SN  - NT-401
M3  - doi:10.1000/tides.2
UR  - https://example.org/a
UR  - https://example.org/b
Y2  - 2021/03/04/
Y1  - 2021/12/14/T15:46:53Z
SP  - 11
EP  - 19
ER  -
"""


def test_a_record_of_medline_is_read_with_its_groups_and_translated_title() -> None:
    assert pasted_item(MEDLINE) == {
        "type": "article-journal",
        "title": "Tides of the north and of the south",
        "author": [{"name": "Alder AB"}, {"name": "van Dyk C"}, {"literal": "Tide Study Group"}],
        "container-title": "Journal of Tides",
        "volume": "4",
        "issue": "2",
        "page": "11-9",
        "DOI": "10.1000/tides.1",
        "PMID": "31452104",
        "issued": {"date-parts": [[2019, 8, 26]]},
    }


def test_people_numbers_and_addresses_of_a_report() -> None:
    found = pasted_item(REPORT)
    assert found is not None
    assert found["author"] == [{"name": "B. van der Birch"}, {"name": "Alder A.B."}, {"name": "Tide Office"}]
    assert (found["number"], found["DOI"], found["page"]) == ("NT-401", "doi:10.1000/tides.2", "11-19")
    assert (found["URL"], found["note"]) == ("https://example.org/a", "https://example.org/b")
    assert (found["issued"], found["accessed"]) == ({"date-parts": [[2021, 12, 14]]}, {"date-parts": [[2021, 3, 4]]})


def test_what_stands_under_sn_is_told_by_its_length_also_where_lines_are_run_together() -> None:
    glued = REPORT.replace("RPRT", "BOOK").replace("NT-401", "978-0-89862-547-9").replace("\n", " ")
    found, journal = pasted_item(glued), pasted_item("TI  - Tides\nPY  - May 2011\nSN  - 0002-9432\n")
    assert found is not None and journal is not None
    assert (found["ISBN"], "number" in found) == ("978-0-89862-547-9", False)
    assert (journal["ISSN"], journal["issued"]) == ("0002-9432", {"date-parts": [[2011, 5]]})
    assert pasted_item("Tides of the north, 2011") is None


def test_pubmeds_number_among_the_users_fields() -> None:
    (entry,) = ris_entries("TY  - JOUR\nTI  - Fires\nAN  - PMC3654245\nU1  - 23690738[pmid]\nER  - \n")
    assert entry.data["PMID"] == "23690738"


def test_lines_before_the_type_are_the_records_unless_text_parts_them() -> None:
    before = "DB  - A base\nTI  - Fires\nTY  - JOUR\nVL  - 4\nER  - \n"
    between = "\nLink to the text: x\n\nC1  - Database: B <1980 to 2024>\n\nSearch strategy\n\n2.\n"
    records = ris_entries(before + between + "TY  - JOUR\nTI  - Floods\nER  - \n")
    assert [(entry.data["title"], entry.data.get("volume", "")) for entry in records] == [
        ("Fires", "4"),
        ("Floods", ""),
    ]
    lost = ris_entries("T1  - Fires\n\nTY  - JOUR\nTI  - Floods\nER  - \n")
    assert [entry.data["title"] for entry in lost] == ["Fires", "Floods"]


def test_the_name_of_a_journal_and_the_date_of_its_issue_before_those_of_the_article_online() -> None:
    text = "TY  - {}\nT2  - A second title\nJF  - J. of Fires\nPY  - 2013\nY1  - 2013/05/28\nDA  - 2014/04/01\nER  - \n"
    (article,) = ris_entries(text.format("JOUR"))
    (chapter,) = ris_entries(text.format("CHAP"))
    assert (article.data["container-title"], chapter.data["container-title"]) == ("J. of Fires", "A second title")
    assert article.data["issued"] == {"date-parts": [[2014, 4, 1]]}


def test_the_pages_of_open_journal_systems_and_the_series_of_a_report() -> None:
    (article,) = ris_entries("%0 Journal Article\n%T Fires\n%& 11-20\n%P 10\n")
    (report,) = ris_entries("TY  - RPRT\nTI  - Fires\nT2  - Forest papers\nER  - \n")
    assert (article.data["page"], report.data["collection-title"]) == ("11-20", "Forest papers")
