"""What lawyers cite."""

import pytest

from refcheck.parsing import parse
from refcheck.parsing.mending import law
from tests.parsing.mending.examples import Case, cases_of, with_and_without


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            "Frank I. Michelman, Law's Republic, 97 Yale L.J. 1493 (1988).",
            {"title": "Law's Republic", "container": "Yale L.J", "volume": "97", "pages": "1493", "year": 1988},
        ),
        (
            "Miranda v. Arizona, 384 U.S. 436, 444 (1966).",
            {"type": "jurisdiction", "title": "Miranda v. Arizona", "container": "U.S", "pages": "436"},
        ),
        (
            "Caparo Industries plc v Dickman [1990] 2 AC 605.",
            {"type": "jurisdiction", "title": "Caparo Industries plc v Dickman", "container": "AC", "pages": "605"},
        ),
        (
            "Schmidt, Neues zum Datenschutz, in: NVwZ 2019, 12 (15 f.).",
            {"type": "article", "container": "NVwZ", "year": 2019, "pages": "12", "volume": ""},
        ),
        (
            "S. Meier, Das neue Kaufrecht, ZIP 12/2021, S. 345-350.",
            {"type": "article", "container": "ZIP", "year": 2021, "issue": "12", "pages": "345--350"},
        ),
        (
            "R v Sharpe, 2001 SCC 2, [2001] 1 SCR 45 at para 25.",
            {"type": "jurisdiction", "title": "R v Sharpe", "container": "SCC", "pages": "2", "year": 2001},
        ),
        (
            "Criminal Code, RSC 1985, c C-46, s 319.",
            {"type": "legislation", "title": "Criminal Code", "year": 1985, "pages": ""},
        ),
        (
            "Equality Act 2010, s 29(7).",
            {"type": "legislation", "title": "Equality Act 2010", "year": 2010, "volume": ""},
        ),
        (
            "Clean Air Act of 1970, 42 U.S.C. § 7401 (2012).",
            {"type": "legislation", "title": "Clean Air Act of 1970", "volume": "42", "year": 2012},
        ),
        (
            "Case C-311/18 Data Protection Commissioner v Facebook Ireland Ltd [2020] ECLI:EU:C:2020:559.",
            {"type": "jurisdiction", "number": "C-311/18", "year": 2020, "pages": ""},
        ),
        (
            "Directive 2014/24/EU of the European Parliament and of the Council on procurement [2014] OJ L94/65.",
            {"type": "legislation", "year": 2014, "container": "OJ", "volume": "L94", "pages": "65"},
        ),
        ("HR 8 april 2005, ECLI:NL:HR:2005:AR8876, NJ 2005, 284.", {"type": "jurisdiction", "title": "", "year": 2005}),
        ("BGH, Urt. v. 12.03.2009 - VII ZR 26/06.", {"type": "jurisdiction", "year": 2009}),
    ],
)
def test_what_lawyers_cite(text: str, fields: dict[str, object]) -> None:
    found = parse(text)
    assert {name: getattr(found, name) for name in fields} == fields
    assert not found.authors or found.type == "article"


@pytest.mark.parametrize("case", cases_of(law), ids=lambda case: str(case["rule"]))
def test_a_rule_finds_what_the_tagger_alone_misses(case: Case) -> None:
    with_it, without = with_and_without(case)
    assert with_it == case["fields"] != without


@pytest.mark.parametrize(
    "name", ["Luigi della Torre", "Ana dos Santos", "Karl ten Brink", "Christian von Bar", "Ann Lee"]
)
def test_any_particle_stands_within_the_name_of_who_wrote_a_law_book(name: str) -> None:
    assert parse(f"{name}, Contracts in Practice 45 (9th ed. 2014).").title == "Contracts in Practice"
    found = law._PAGED_BOOK.fullmatch(f"{name}, Contracts in Practice 45 (9th ed. 2014).")
    assert found is not None and found["author"] == name
