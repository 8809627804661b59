"""Entries with several works, lists without titles, and scripts."""

import pytest

from refcheck.exchange.references import parse_entries
from refcheck.model import Entry
from refcheck.parsing import parse


def test_of_two_works_the_first_is_read_and_the_entry_says_so() -> None:
    found = parse("(a) Heck, R. F. Acc. Chem. Res. 1979, 12, 146. (b) Stille, J. K. Angew. Chem. 1986, 25, 508.")
    assert ([n.family for n in found.authors], found.year, found.pages) == (["Heck"], 1979, "146")
    assert found.problems


def test_the_second_work_may_have_several_authors() -> None:
    found = parse("Stork, G. Tetrahedron 1999, 55, 8021; Danheiser, R. L.; Stork, G. J. Org. Chem. 1973, 38, 1775.")
    assert ([n.family for n in found.authors], found.container, found.pages) == (["Stork"], "Tetrahedron", "8021")
    assert found.problems


def test_two_works_with_their_dates_in_brackets() -> None:
    found = parse("Osei, K. (2010). Deep time. Nature, 464, 33–35; Ruiz, A. (2011). Shallow time. Science, 331, 20–22.")
    assert ([n.family for n in found.authors], found.title, found.pages) == (["Osei"], "Deep time", "33--35")
    assert found.problems


@pytest.mark.parametrize(
    "cited",
    [
        *("1, 4, 12", "(Cited on pages 3 and 12.)", "Cit. on pp. 3, 7.", "Citado 2 vezes nas páginas 13 e 14."),
        *("Citado na página 13.", "(Zitiert auf den Seiten 3, 12 und 14.)", "[citato a pagina 12]"),
    ],
)
def test_the_pages_that_cite_a_reference_are_none_of_it(cited: str) -> None:
    found = parse(f"Ada Moore and Lin Chen. Sparse maps for dense scenes. In ECCV, 2020. {cited}")
    assert (found.type, found.container, found.year, found.volume, found.pages) == (
        "inproceedings",
        "ECCV",
        2020,
        "",
        "",
    )


def test_one_work_with_two_pages_is_one() -> None:
    assert not parse("Rivest, R. L.; Shamir, A. Commun. ACM 1978, 21, 120-126.").problems


@pytest.mark.parametrize(
    ("raw", "italics", "container"),
    [
        ("Negishi, E. Acc. Chem. Res. 1982, 15, 340–348.", ("Acc. Chem. Res.", "15"), "Acc. Chem. Res"),
        ("P. W. Anderson, Phys. Rev. 109, 1492 (1958).", ("Phys. Rev.",), "Phys. Rev"),
    ],
)
def test_italics_behind_authors_alone_are_the_journal(raw: str, italics: tuple[str, ...], container: str) -> None:
    (found,) = parse_entries([Entry(raw, 1, 1, italics=italics)])
    assert (found.title, found.container) == ("", container)


def test_italics_of_a_book_stay_its_title() -> None:
    raw = "Arendt, H. (1958). The human condition. University of Chicago Press."
    (found,) = parse_entries([Entry(raw, 1, 1, italics=("The human condition",))])
    assert (found.title, found.container) == ("The human condition", "")


@pytest.mark.parametrize(
    ("text", "author", "title", "publisher"),
    [
        ("大江健三郎『万延元年のフットボール』講談社、1967年。", "大江", "万延元年のフットボール", "講談社"),
        ("费孝通：《乡土中国》，北京：三联书店，1985年，第12页。", "费", "乡土中国", "三联书店"),
        ("גרוסמן, דוד. עיין ערך אהבה. תל אביב: הקיבוץ המאוחד, 1986.", "גרוסמן", "עיין ערך אהבה", "הקיבוץ המאוחד"),
        ("العروي، عبد الله. مفهوم التاريخ. بيروت: دار الآداب، 1992.", "العروي", "مفهوم التاريخ", "دار الآداب"),
        ("زرین‌کوب، عبدالحسین. با کاروان حله. تهران: علمی، ۱۳۷۰.", "زرین‌کوب", "با کاروان حله", "علمی"),
    ],
)  # fmt: skip
def test_books_in_other_scripts(text: str, author: str, title: str, publisher: str) -> None:
    found = parse(text)
    assert (found.authors[0].family, found.title, found.publisher) == (author, title, publisher)
