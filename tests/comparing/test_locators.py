from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.comparing import Verdict, compare_locator
from tests.comparing.examples import REFERENCE, WORK, cited, registered


def test_all_three_agree() -> None:
    comparison = compare_locator(REFERENCE, WORK)
    assert comparison.agrees
    assert [part.field for part in comparison.parts] == ["volume", "issue", "pages"]


@pytest.mark.parametrize(
    ("printed", "pages", "number"),
    [
        ("451", "451-460", ""),
        ("451--460", "451", ""),
        ("451--60", "451-460", ""),
        ("S12--S18", "S12-8", ""),
        ("e11745", "", "e11745"),
        ("e11745", "11745", ""),
        ("11745", "e11745", "e11745"),
        ("022212", "", "022212"),
        ("453--455", "451-460", ""),  # a passage inside
        ("1--12", "", "e11745"),  # counted within the article
    ],
)
def test_pages_that_do_not_contradict(printed: str, pages: str, number: str) -> None:
    assert not compare_locator(cited(pages=printed), registered(pages=pages, article_number=number)).differs


@pytest.mark.parametrize("pages", ["415--460", "451--470", "501--510", "415"])
def test_other_pages_differ(pages: str) -> None:
    assert compare_locator(cited(pages=pages), WORK).kind == "pages"


def test_volume_and_issue() -> None:
    assert compare_locator(cited(volume="67"), WORK).kind == "volume"
    assert compare_locator(cited(issue="5"), WORK).kind == "issue"
    assert compare_locator(cited(volume="LXXVI", issue="3-4"), WORK).agrees
    assert compare_locator(cited(volume="67", pages="415--424"), WORK).kind == "several"


def test_missing_parts_are_no_evidence() -> None:
    assert compare_locator(cited(issue="", pages=""), WORK).agrees
    nothing = compare_locator(cited(volume="", issue="", pages=""), WORK)
    assert nothing.verdict is Verdict.INCOMPARABLE


def test_a_registered_number_printed_elsewhere_agrees_when_the_parser_is_unsure() -> None:
    raw = "Kolk B. Title. Am J Orthopsychiatry 2006 76 4 451."
    swapped = cited(raw=raw, volume="4", issue="76", pages="451", confidence={"volume": 0.7, "issue": 0.7})
    assert compare_locator(swapped, WORK).agrees


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=30))
def test_any_locator_agrees_with_itself_or_has_nothing_to_compare(volume: str, issue: str, pages: str) -> None:
    work = registered(volume=volume, issue=issue, pages=pages, article_number="")
    assert not compare_locator(cited(volume=volume, issue=issue, pages=pages), work).differs


def test_pages_that_do_not_follow_each_other() -> None:
    apart = registered(pages="1-5, 9, 11")
    assert compare_locator(cited(pages="11"), apart).agrees
    assert compare_locator(cited(pages="12"), apart).differs


def test_an_article_number_after_a_letter_is_found_in_the_entry() -> None:
    raw = "Kolk, B. (2006). Erratum [Phys. Rev. 64, 062503]. Phys. Rev. A 76, e039906."
    misread = cited(raw=raw, pages="062503", confidence={"pages": 0.7})
    assert compare_locator(misread, registered(pages="", article_number="039906")).agrees


def test_a_roman_volume_the_parser_missed_agrees() -> None:
    raw = "Kolk, B. (2006). Title. American Journal, LXXVI(4), 451-460."
    missed = cited(raw=raw, volume="4", issue="", confidence={"volume": 0.7})
    assert compare_locator(missed, WORK).agrees


def test_of_two_numbers_read_as_one_field_the_other_is_still_to_be_explained() -> None:
    raw = "1 S. Kolk, American Journal 76, 451 (2 006)."
    misread = cited(raw=raw, volume="76, 451", issue="", pages="006", confidence={"volume": 0.7, "pages": 0.7})
    assert compare_locator(misread, WORK).agrees
    once = cited(
        raw="1 S. Kolk, American Journal 76, 76 (2 006).",
        volume="76",
        issue="",
        pages="12",
        confidence={"volume": 0.7, "pages": 0.7},
    )
    assert compare_locator(once, registered(pages="76-80")).agrees
    assert compare_locator(replace(once, raw="1 S. Kolk, American Journal 76, 12."), registered(pages="76-80")).differs
