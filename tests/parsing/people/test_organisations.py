"""Organisations told from people."""

import pytest

from refcheck.parsing import parse
from refcheck.parsing.people.names import parse_names
from refcheck.parsing.people.organisations import organisations_in


@pytest.mark.parametrize(
    "name",
    [
        "Amnesty International",
        "World Economic Forum",
        "Statistics Netherlands",
        "Nederlands Jeugdinstituut",
        "Ministerie van VWS",
        "Deutsche Gesellschaft für Ernährung",
        "Instituto Nacional de Estadística",
        "McKinsey & Company",
        "Department of Health and Human Services",
        "Food and Agriculture Organization of the United Nations",
        "Ministerie van Onderwijs, Cultuur en Wetenschap",
    ],
)
def test_an_organisation_is_one_name(name: str) -> None:
    (found,) = parse(f"{name}. (2021). The year in figures. https://www.example.org/2021/report.pdf").authors
    assert found.literal == name


def test_two_organisations_and_an_acronym_in_brackets() -> None:
    departments = ["U.S. Department of Agriculture", "U.S. Department of Health and Human Services"]
    assert organisations_in(" and ".join(departments)) == departments
    assert organisations_in("Gezondheidsraad en Raad voor Cultuur") == ["Gezondheidsraad", "Raad voor Cultuur"]
    assert organisations_in("Statistisches Bundesamt (Destatis)") == ["Statistisches Bundesamt"]


@pytest.mark.parametrize("text", ["Jane Watch", "Smith, J.", "Marie de la Tour, Paul Green", "Ford, H., & Gates, W."])
def test_people_are_no_organisation(text: str) -> None:
    assert organisations_in(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Abel, A., Baker, B., … Young, Y.", [("Abel", "A."), ("Baker", "B."), ("Young", "Y.")]),
        ("Chen, Q.*, Wu, L.†, & Sun, M.‡", [("Chen", "Q."), ("Wu", "L."), ("Sun", "M.")]),
        ("WANG Lei, HU Jun", [("WANG", "Lei"), ("HU", "Jun")]),
        ("LE ROUX P., MOREAU J.", [("LE ROUX", "P."), ("MOREAU", "J.")]),
        ("AV Dicey", [("Dicey", "AV")]),
        ("Md. Anwar Hossain and K. Roy", [("Hossain", "Md. Anwar"), ("Roy", "K.")]),
        ("Kovács István", [("Kovács", "István")]),
        ("محمود، أحمد", [("محمود", "أحمد")]),
    ],
)
def test_lists_of_persons(text: str, names: list[tuple[str, str]]) -> None:
    assert [(f"{n.particle} {n.family}".strip(), n.given) for n in parse_names(text).names] == names
