"""Organisations told by the form of their names."""

import pytest

from refcheck.parsing.people.forms import called_before_date, named_again, organisations_by_form
from refcheck.parsing.people.names import parse_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("BfArM", ["BfArM"]),
        ("RfII – Rat für Informationsinfrastrukturen", ["RfII – Rat für Informationsinfrastrukturen"]),
        ("CBS, PBL, RIVM, & WUR", ["CBS", "PBL", "RIVM", "WUR"]),
        ("KNMI en RWS", ["KNMI", "RWS"]),
        ("ISO/TC 46/SC 9", ["ISO/TC 46/SC 9"]),
        ("AA.VV.", ["AA.VV."]),
        ("VV. AA.", ["VV. AA."]),
        ("Military OneSource", ["Military OneSource"]),
        ("DeepMind", ["DeepMind"]),
        ("Collaboration, ATLAS", ["ATLAS Collaboration"]),
    ],
)
def test_letters_committees_and_compounds_are_organisations(text: str, names: list[str]) -> None:
    assert organisations_by_form(text) == names
    assert [name.literal for name in parse_names(f"{text}.").names] == names


@pytest.mark.parametrize(
    "text", ["TenBrink", "VerMeulen", "DosSantos", "DellAcqua", "DegliEsposti", "ZumBrunn", "FitzGerald"]
)
def test_a_particle_glued_to_a_family_name_makes_no_compound(text: str) -> None:
    assert organisations_by_form(text) == []
    assert [name.family for name in parse_names(f"{text} et al.").names] == [text]


@pytest.mark.parametrize(
    "text", ["VanDorsten", "MacDonald", "HoffmanDC", "LEE & KIM", "Fei-Fei Li", "Groups, A.", "ROSS, S."]
)
def test_people_are_none(text: str) -> None:
    assert organisations_by_form(text) == []


def test_a_second_syllable_in_small_letters_is_of_a_given_name() -> None:
    assert [(n.family, n.given) for n in parse_names("Kim Young-sam, Lee Myung-bak").names] == [
        ("Kim", "Young-sam"),
        ("Lee", "Myung-bak"),
    ]
    (name,) = parse_names("Min-jun Kim").names
    assert (name.family, name.given) == ("Kim", "Min-jun")


@pytest.mark.parametrize(
    ("raw", "called"),
    [
        ("Scottish Enterprise (2004): Operating Plan. Edinburgh.", "Scottish Enterprise"),
        ("Nederlandse Spoorwegen. (z.d.). Reizen met de fiets.", "Nederlandse Spoorwegen"),
        ("Harbour Rescue Park [@HarbourPark]. (2020, May 4). Storms [Tweet]. Twitter.", "Harbour Rescue Park"),
        ("Bro Code. (2020, October 19). Java for loop [Video]. YouTube.", "Bro Code"),
        ("Veliki Burdin kuvar (1984): 500 najboljih recepata. Beograd.", "Veliki Burdin kuvar"),
        ("Robert Gibrat (1931): Les inégalités économiques. Paris.", ""),
        ("Zhou Xinguo (2005): Zhongguo koushushi.", ""),
        ("Dekker J (2010). Title.", ""),
        ("Иванов Петр (2010). Название.", ""),
        ("Trần Thị Lan (2017). Kinh tế nông thôn.", ""),
    ],
)
def test_who_signs_before_the_date_is_a_person_or_an_organisation_by_the_letters(raw: str, called: str) -> None:
    assert called_before_date(raw, alone=True, numbered=False) == called


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("SNCF Réseau. Rapport annuel 2012. Paris : SNCF Réseau, 2013.", "SNCF Réseau"),
        ("BKK MTU Kiel. Bericht 2012. Kiel: BKK MTU Kiel; 2013.", "BKK MTU Kiel"),
        ("Jane Austen. Letters. London: Penguin, 2013.", ""),
        ("Rossi M. Storia. Milano: Rossi M; 2013.", ""),
        ("Plato. Republic. London: Plato, 2013.", ""),
    ],
)
def test_who_publishes_under_the_same_name_is_an_organisation(raw: str, name: str) -> None:
    assert named_again(raw) == name
