from dataclasses import replace

import pytest

from refcheck.matching.kinship import kinship, other_version, same_after_all
from refcheck.model import Kinship, Name, Reference, Update, Work

REFERENCE = Reference(
    raw="",
    type="article",
    authors=(Name("Lindqvist", "Eva"), Name("Moreau", "Paul")),
    title="Wound drains after thyroid surgery",
    container="British Journal of Small Surgery",
    year=2009,
    volume="96",
    pages="371--377",
)
WORK = Work(
    "crossref",
    doi="10.1/x",
    type="journal-article",
    titles=("Wound drains after thyroid surgery",),
    authors=REFERENCE.authors,
    years=(2009,),
    containers=("British Journal of Small Surgery",),
    volume="96",
    pages="371-377",
)
BOOK = replace(REFERENCE, type="book", container="", volume="", pages="", publisher="Springer")


def test_the_work_itself() -> None:
    assert kinship(REFERENCE, WORK) is Kinship.SAME
    assert kinship(REFERENCE, replace(WORK, titles=("RETRACTED: Wound drains after thyroid surgery",))) is Kinship.SAME


@pytest.mark.parametrize(
    "title",
    [
        "Erratum: {}", "Corrigendum to “{}” [Br. J. Small Surg. 96 (2009) 371–377]", "Retraction Note to: {}",
        "{}: Reply", "Reply to Hansen: {}", "Berichtigung zu: {}", "Book review: {}", "Rectificatie: {}",
        "Réponse à « {} »",
    ],
)  # fmt: skip
def test_a_notice_a_reply_or_a_review_is_about_it(title: str) -> None:
    work = replace(WORK, titles=(title.format(WORK.titles[0]),), volume="97", pages="12", years=(2010,))
    assert kinship(REFERENCE, work) is Kinship.ABOUT
    assert kinship(replace(REFERENCE, title=work.titles[0]), work) is Kinship.SAME  # the notice itself is cited


def test_a_notice_under_the_title_of_the_work_is_about_it() -> None:
    notice = Update("retraction", "10.1/x", about="10.1/y")
    work = replace(WORK, updates=(notice,), volume="99", pages="1-1", years=(2012,))
    assert kinship(REFERENCE, work) is Kinship.ABOUT
    assert kinship(REFERENCE, replace(WORK, updates=(notice,))) is Kinship.SAME  # at its place: corrected there
    for other in (replace(notice, kind="new_edition"), replace(notice, about="")):  # no notice; one that it has
        assert kinship(REFERENCE, replace(work, updates=(other,))) is Kinship.SAME
    assert kinship(replace(REFERENCE, title="Retraction: Wound drains"), work) is Kinship.SAME


def test_an_article_under_the_title_of_a_book_reviews_it() -> None:
    assert kinship(BOOK, WORK) is Kinship.ABOUT
    assert kinship(BOOK, replace(WORK, type="book", containers=())) is Kinship.SAME
    assert kinship(BOOK, replace(WORK, containers=())) is Kinship.SAME  # in no journal
    for place in ({"volume": "3"}, {"issue": "2"}, {"container": "British Journal of Small Surgery"}):
        assert kinship(replace(BOOK, **place), WORK) is Kinship.SAME, place
    typed = replace(BOOK, type="article")  # a publisher and no journal are a book's
    assert kinship(typed, WORK) is Kinship.ABOUT
    assert kinship(replace(typed, publisher=""), WORK) is Kinship.SAME


def test_a_chapter_and_its_book() -> None:
    chapter = replace(WORK, type="book-chapter", titles=("Introduction",), containers=("Wound drains after surgery",))
    book = replace(BOOK, title="Wound drains after surgery")
    assert kinship(book, chapter) is Kinship.PART
    whole = replace(WORK, type="book", titles=("Wound drains after surgery",), containers=())
    cited = replace(REFERENCE, type="incollection", container="Wound drains after surgery", title="Bandages in Oslo")
    assert kinship(cited, whole) is Kinship.WHOLE


def test_a_title_printed_in_full_is_the_work_whoever_is_named() -> None:
    strangers = replace(REFERENCE, authors=(Name("Smith", "T."),))
    assert same_after_all(strangers, WORK)
    assert not same_after_all(replace(strangers, title="Introduction"), replace(WORK, titles=("Introduction",)))


def test_another_version_has_title_and_authors() -> None:
    assert other_version(REFERENCE, replace(WORK, containers=("Surgery Today",), years=(2012,), pages="1-9"))
    assert not other_version(REFERENCE, replace(WORK, titles=("Wound drains",)))
    assert not other_version(replace(REFERENCE, authors=(Name("Smith", "T."),)), WORK)
