"""Names of BibTeX fields: biblatex's extended form, and forms without a family name."""

import pytest

from refcheck.exchange.bibtex_people import people_of
from refcheck.exchange.bibtex_write import read_bibtex
from refcheck.model import Name


def test_extended_names_of_biblatex() -> None:
    text = "@book{a, author={family=Du Bois, given=W. E. B. and given=Jean, prefix=de la, family=Fontaine}}"
    assert read_bibtex(text)[0].authors == (Name("Du Bois", "W. E. B."), Name("Fontaine", "Jean", "de la"))


def test_a_name_with_nothing_before_its_comma_is_a_family_name() -> None:
    assert read_bibtex("@book{a, author={, Aristotle and ~, A A}}")[0].authors == (Name("Aristotle"), Name("A A"))


def test_an_initial_is_no_suffix() -> None:
    names, *_ = people_of(
        "{Al Samarai}, I. and Smith, V. and Ford, Jr. and Sammy Davis Jr. and Martin Luther King, III"
    )
    assert names == (
        Name("Al Samarai", "I."),
        Name("Smith", "V."),
        Name("Ford", suffix="Jr."),
        Name("Davis", "Sammy", suffix="Jr."),
        Name("King", "Martin Luther", suffix="III"),
    )


def test_a_generation_behind_the_given_name() -> None:
    names, *_ = people_of("{Alder, Xyla B., Jr} and Birch, Bo, III and {Elm Institute, Division B. Fires}")
    assert names[:2] == (Name("Alder", "Xyla B.", suffix="Jr"), Name("Birch", "Bo", suffix="III"))
    assert names[2].literal == "Elm Institute, Division B. Fires"


def test_initials_behind_a_family_name_alone_are_no_degree() -> None:
    names, *_ = people_of("Alder, M. D. and van Dyk, MD and Ann Birch, MD and Cedar, Ann, Ph.D. and Elm, PhD")
    assert names == (
        Name("Alder", "M. D."),
        Name("Dyk", "MD", "van"),
        Name("Birch", "Ann", suffix="MD"),
        Name("Cedar", "Ann", suffix="Ph.D."),
        Name("Elm", suffix="PhD"),
    )


def test_organisations_without_braces() -> None:
    names, *_ = people_of(
        "World Health Organization and Team, R Core and World Bank and Press, William H. and Bank, Ann"
    )
    assert [name.literal for name in names[:3]] == ["World Health Organization", "R Core Team", "World Bank"]
    assert [name.family for name in names[3:]] == ["Press", "Bank"]


def test_particles_behind_given_names() -> None:
    assert people_of("Berg, Jan van den and Casas, Diego de las and smith, john")[0] == (
        Name("Berg", "Jan", "van den"),
        Name("Casas", "Diego", "de las"),
        Name("smith", "john"),
    )


@pytest.mark.parametrize("blank", ["\x1c", "\x85", "\u2028", "\u3000", "~ ~"])
def test_a_part_of_nothing_but_blanks_is_none(blank: str) -> None:
    """Blanks that are no BibTeX blanks, behind the comma or before it (found by fuzzing)."""
    for value in (f"Rowe,{blank}", f"{blank},Rowe"):
        assert people_of(value)[0] == (Name("Rowe"),)
    assert people_of(f"{blank},{blank}")[0] == ()


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("III, Hal Daumé and Singh, Aarti", ["Daumé, III, Hal", "Singh, Aarti"]),
        ("0004, Chao Yan and J. E. {Archer, Jr.}", ["Yan, Chao", "Archer, Jr., J. E."]),
        ("金子 尚武 and 김 철수 and 陈希孺", ["金子, 尚武", "김, 철수", "陈希孺"]),
        ("Birch, Bo (Eds.) and (Hrsg.)", ["Birch, Bo"]),
        ("Wikipedia Contributors and SciPy developers", ["Wikipedia Contributors", "SciPy developers"]),
        ("Smith, J. \\& al.", ["Smith, J."]),
        ("{{Birch, G.V.N.}} and Hall, B. (Writer)", ["Birch, G.V.N.", "Hall, B."]),
        ("Maomao Min1 and Bo Birch2 and {Web3}", ["Min, Maomao", "Birch, Bo", "Web3"]),
        ("Unity Technologies", ["Unity Technologies"]),
        ("de Elm, de Elm", ["de Elm"]),
        ("Intel, Intel and Mohamed, Mohamed", ["Intel", "Mohamed, Mohamed"]),
        ("{Almende B.V.} and {Birch G.V.} and {Elm S.p.A.}", ["Almende B.V.", "Birch, G.V.", "Elm S.p.A."]),
        ("Elm Widgets Limited and Acme Ltd.", ["Elm Widgets Limited", "Acme Ltd."]),
        ("Haupt \\& Kane and McKinsey & Company", ["Haupt", "Kane", "McKinsey & Company"]),
        ("Cristina, Gabbiadini and Marco, Baldissarri", ["Gabbiadini, Cristina", "Baldissarri, Marco"]),
        ("Walther Elm und Heidemarie Birch", ["Elm, Walther", "Birch, Heidemarie"]),
        ("Anna Szabó és Béla Kiss", ["Szabó, Anna", "Kiss, Béla"]),
        ("Ortega y Gasset, José and Johanna von und zu Elm", ["Ortega y Gasset, José", "von und zu Elm, Johanna"]),
        (
            "WHO, {Regional Office for Europe} and SMITH, Ann Bank",
            ["WHO, Regional Office for Europe", "SMITH, Ann Bank"],
        ),
        (r"\textbf{Alder, Ann} and {\bf B{\"o}hm, Bo} and \textsc{Cedar}, Cy", ["Alder, Ann", "Böhm, Bo", "Cedar, Cy"]),
        ("Alder, Ann and % the second\n Birch, Bo", ["Alder, Ann", "Birch, Bo"]),
        ("Nobody Jr and Sammy Birch Sr.", ["Nobody, Jr", "Birch, Sr., Sammy"]),
        ("A. Alder{,} B. Birch-Elm, and C. Cedar", ["Alder, A.", "Birch-Elm, B.", "Cedar, C."]),
        ("family=The Elmworks, given=Inc. and family=Alder, given=Ann", ["The Elmworks, Inc.", "Alder, Ann"]),
        ("Team {ElmPy} and Équipe Aulne and Zespół Dąb", ["Team ElmPy", "Équipe Aulne", "Zespół Dąb"]),
        ("Tübingen, Universität and Sevilla, Universidad", ["Universität Tübingen", "Universidad Sevilla"]),
    ],
)
def test_what_exports_make_of_names(value: str, names: list[str]) -> None:
    assert [str(name) for name in people_of(value)[0]] == names


def test_organisations_by_the_form_of_a_word_or_by_their_first() -> None:
    names, *_ = people_of(
        "Danmarks Nationalbank and Banco Central and IEEE Xplore Digital Library and "
        "Groups, {a collaboration of the Elm and Oak Study} and Sydney Lovibond and Mary Church"
    )
    organisations = [name.literal for name in names[:4]]
    assert organisations[:3] == ["Danmarks Nationalbank", "Banco Central", "IEEE Xplore Digital Library"]
    assert organisations[3] == "a collaboration of the Elm and Oak Study Groups"
    assert [name.family for name in names[4:]] == ["Lovibond", "Church"]


def test_initials_and_a_family_name_in_braces_are_a_person() -> None:
    names, *_ = people_of("{P. Widhalm} and {Koller, H.} and {Ann Alder}")
    assert names == (Name("Widhalm", "P."), Name("Koller", "H."), Name(literal="Ann Alder"))


@pytest.mark.parametrize(
    "last", ["and colleagues", "y cols.", "med flera", "ym.", "& others", "i sur", "u. a.", "m.fl."]
)
def test_more_people_in_any_language(last: str) -> None:
    names, et_al, *_ = people_of(f"Alder, Ann {last}")
    assert (names, et_al) == ((Name("Alder", "Ann"),), True)
