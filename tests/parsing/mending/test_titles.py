"""Titles and containers, mended."""

import pytest

from refcheck.parsing import parse
from refcheck.parsing.mending import titles
from tests.parsing.mending.examples import Case, cases_of, with_and_without


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            "DVOŘÁK, Jan. Výuka dějepisu na školách. Pedagogika, 2011, roč. 61, č. 3, s. 7-21.",
            {"container": "Pedagogika"},
        ),
        ("ISO 21500:2012, Guidance on project management. ISO, Geneva, 2012.", {"type": "techreport", "year": 2012}),
        ("A. Ruiz and T. Ito, “Glacier length changes,” version 1.4, Zenodo, Nov. 2020.", {"year": 2020, "month": 11}),
        (
            "Anna Lee and Max Roth, eds. Encyclopedia of Urban Studies. 3 vols. London: Sage, 2010.",
            {"type": "book", "title": "Encyclopedia of Urban Studies", "volume": ""},
        ),
        (
            "Ruiz P, Lam KC; Swiss Society of Surgery. Fever in travellers. Clin Infect Dis. 2007;44:1560-8.",
            {"title": "Fever in travellers"},
        ),
        (
            "Park S, Cho M. Gene repair. In: Ito K, editor. Handbook of gene therapy. Boston: Acme; 2011. p. 3-22.",
            {"type": "incollection", "container": "Handbook of gene therapy"},
        ),
        (
            'Moss, Lee. "“To Whom It May Concern”: Letters and Power." Mosaic, vol. 4, no. 2, 2001, pp. 1-9.',
            {"title": "“To Whom It May Concern”: Letters and Power"},
        ),
        (
            "Okwuosa, Ada, and Chidi Eze. “Who sings?” Songs of the delta. Lagos: Delta Press, 2004.",
            {"title": "“Who sings?” Songs of the delta"},
        ),
        ("土居健郎（1971）「『甘え」の構造」弘文堂", {"year": 1971}),  # marks that are not closed
        ("Ruiz, Ana. ““Salt roads. Journal of Salt 3 (2011): 4-19.", {"year": 2011}),
        (
            'Nowak, Ewa. "Piece of salt." _Rocznik Solny_ 3 (2011): 4-19.',
            {"title": "Piece of salt", "container": "Rocznik Solny"},
        ),
    ],
)
def test_titles_and_containers(text: str, fields: dict[str, object]) -> None:
    found = parse(text)
    assert {name: getattr(found, name) for name in fields} == fields


@pytest.mark.parametrize("case", cases_of(titles), ids=lambda case: str(case["rule"]))
def test_a_rule_finds_what_the_tagger_alone_misses(case: Case) -> None:
    with_it, without = with_and_without(case)
    assert with_it == case["fields"] != without


@pytest.mark.parametrize(
    ("word", "leads"),
    [("In", True), ("in", True), ("dans", True), ("w", True), ("W", False), ("I", False), ("the", False)],
)
def test_what_leads_in_a_container_is_no_initial(word: str, leads: bool) -> None:
    assert titles.leads_in(word) is leads


@pytest.mark.parametrize(
    "text",
    [
        "Thagaard, T. (2013). Systematikk og innlevelse: En innføring i metode. 4. utg. Bergen: Fagbokforlaget.",
        "Kessler, M. (1998). Über den Ursprung. Im Interesse der Gegenwart. Hamburg: Meiner.",
    ],
)
def test_an_article_or_a_contraction_splits_no_title(text: str) -> None:
    assert parse(text).container == ""
