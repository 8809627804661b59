import pytest

from refcheck.comparing.names import (
    family_keys,
    given_fits,
    is_organisation,
    is_spelt_out,
    misspelt,
    name_words,
    same_family,
)
from refcheck.model import Name


@pytest.mark.parametrize(
    ("printed", "registered"),
    [
        (Name("Kolk", "B. A.", "van der"), Name("van der Kolk", "Bessel")),
        (Name("Kolk", "B. A."), Name("van der Kolk", "Bessel")),
        (Name("Van der Kolk", "B."), Name("Kolk", "B.", "van der")),
        (Name("Mueller", "J."), Name("Müller", "Jörg")),
        (Name("Muller", "J."), Name("Müller", "Jörg")),
        (Name("OBrien", "M"), Name("O’Brien", "Mary")),
        (Name("Garcia", "J."), Name("García Márquez", "José")),
        (Name("Ines", "Schmidt"), Name("Schmidt", "Ines")),  # family and given swapped
        (Name("Smith", "John"), Name("John Smith")),  # the whole name in one field
        (Name("Sorensen", "A"), Name("Sørensen", "A")),
        (Name(literal="Jane Doe"), Name("Doe", "Jane")),
        (Name("Smith", "J", suffix="Jr."), Name("Smith Jr", "John")),
        (Name("Di Tommaso", "M."), Name("Tommaso", "Di")),
    ],
)
def test_one_family_in_two_spellings(printed: Name, registered: Name) -> None:
    assert same_family(printed, registered)
    assert same_family(registered, printed)


def test_different_families_are_different() -> None:
    assert not same_family(Name("Smith", "J."), Name("Smythe", "J."))
    assert not same_family(Name("Kolk", "B."), Name("van der Berg", "B."))


@pytest.mark.parametrize(
    ("printed", "registered"),
    [
        (Name("Santa", "F."), Name("Santa Cruz", "Francisco")),
        (Name("Vanden", "E."), Name("Van den Broeck", "Els")),
        (Name("Al", "M."), Name("Al-Khatib", "Mona")),
        (Name("Le", "A"), Name("Goff", "Annick", "Le")),
    ],
)
def test_a_family_name_cut_behind_its_first_words(printed: Name, registered: Name) -> None:
    assert same_family(printed, registered)
    assert same_family(registered, printed)
    assert not same_family(Name(printed.family, "X."), registered)


@pytest.mark.parametrize(
    ("printed", "registered"),
    [
        ("Tkachuk", "Tkačuk"),
        ("Shevchenko", "Ševčenko"),
        ("Khrushchev", "Chruščev"),
        ("Yushchenko", "Juščenko"),
        ("Zhukovsky", "Žukovskij"),
        ("Kovachevich", "Kovačević"),
    ],
)
def test_the_scholarly_transliteration_is_another_spelling(printed: str, registered: str) -> None:
    assert same_family(Name(printed), Name(registered))
    assert same_family(Name(registered), Name(printed))


@pytest.mark.parametrize(
    ("printed", "registered"), [("Shevchenko", "Ševčuk"), ("Tkachuk", "Tkačenko"), ("Kruschke", "Chruščev")]
)
def test_carons_do_not_make_two_families_one(printed: str, registered: str) -> None:
    assert not same_family(Name(printed), Name(registered))


def test_families_that_share_a_particle_are_two() -> None:
    assert not same_family(Name("Abu Deeb", "N."), Name("Abu Zahra", "N."))
    assert not same_family(Name("São Pedro", "R."), Name("São João", "R."))
    assert not same_family(Name("Santana", "F."), Name("Santa Cruz", "F."))


def test_a_particle_in_capitals_beside_initials_is_a_name() -> None:
    assert name_words(Name("Le", "A.")) == {"le"}
    assert not name_words(Name("van der"))
    assert not name_words(Name("de", "A."))
    assert not name_words(Name("and", "K. S."))


def test_given_names_fit_by_initials() -> None:
    kolk = Name("Kolk", "Bessel A.")
    assert given_fits(Name("Kolk", "B. A."), kolk)
    assert given_fits(Name("Kolk", "BA"), kolk)
    assert given_fits(Name("Kolk"), kolk)
    assert not given_fits(Name("Kolk", "J."), kolk)
    assert given_fits(Name("Sartre", "J.-P."), Name("Sartre", "Jean-Paul"))


@pytest.mark.parametrize(
    ("printed", "registered"),
    [
        ("Yuliya", "Julia"), ("Evgenia", "Yevgeniya"), ("Ye. V.", "Eugene V."), ("Yu. A.", "Julia A."),
        ("Wassily", "Vasily"), ("Aleksey", "Alexei"), ("Hsiao-Lan", "Xiaolan"), ("Xiao-Ming", "Xiaoming"),
        ("Bill", "William"), ("Kate", "Katherine"), ("Jim", "James"), ("Wm.", "William"), ("Alex", "Alexander"),
        ("Jon", "John"), ("MARIA", "Maria"), ("ANA", "Ana"), ("Mohammed", "Muhammad"), ("Catherine", "Katharina"),
        ("William Henry", "William"), ("M. R.", "Marco"), ("X. M.", "Xiaoming"), ("Jeffrey", "Geoffrey"),
    ],
)  # fmt: skip
def test_given_names_that_can_be_one(printed: str, registered: str) -> None:
    assert given_fits(Name("Brown", printed), Name("Brown", registered))
    assert given_fits(Name("Brown", registered), Name("Brown", printed))


@pytest.mark.parametrize(
    ("printed", "registered"),
    [
        ("Anna Maria", "Alexander Martin"), ("Yang", "Yu"), ("Hao", "Han"), ("Ling", "Lei"), ("Q.", "Emil"),
        ("Elisabeth", "Emil"), ("J. K.", "J. R."), ("John", "Jane"), ("Michael", "Mark"), ("Alistair", "Andrew"),
        ("David", "Daniel"), ("Laura", "Lena"), ("Robert", "Richard"), ("Wei", "Wen"),
    ],
)  # fmt: skip
def test_given_names_of_two_people(printed: str, registered: str) -> None:
    assert not given_fits(Name("Brown", printed), Name("Brown", registered))
    assert not given_fits(Name("Brown", registered), Name("Brown", printed))


def test_a_slip_is_one_letter_or_two_of_a_long_name() -> None:
    assert misspelt(Name("Mueler"), Name("Müller"))
    assert misspelt(Name("Scot"), Name("Scott"))
    assert misspelt(Name("Purshosue"), Name("Purshouse"))
    assert not misspelt(Name("Li"), Name("Liu"))
    assert not misspelt(Name("Peters"), Name("Walter"))


def test_how_long_a_name_must_be_for_a_slip() -> None:
    assert misspelt(Name("Rand"), Name("Rad")) and misspelt(Name("Rand"), Name("Rend"))
    assert not misspelt(Name("Rad"), Name("Red"))
    assert not misspelt(Name("Rand"), Name("Band")) and misspelt(Name("Brand"), Name("Grand"))
    assert not misspelt(Name("Webber"), Name("Wabner")) and misspelt(Name("Webbers"), Name("Wabners"))


def test_organisations() -> None:
    assert is_organisation(Name(literal="World Health Organization"))
    assert is_organisation(Name("European Society of Cardiology"))
    assert not is_organisation(Name("van der Kolk", "B."))
    assert not is_organisation(Name(literal="Jane Doe"))
    assert is_organisation(Name("Group", "European Society Working")), "split like a person"
    assert not is_organisation(Name("Group", "Society Working")), "of three words it may be one"
    assert not is_organisation(Name("Group", "European Rain Falling"))
    assert is_organisation(Name(literal="Rain on the Roofs"))
    assert not is_organisation(Name(literal="Rain on Roofs"))


def test_a_family_of_dashes_falls_back_on_the_given_name() -> None:
    assert family_keys(Name("-", "Xuewen Ding")) & family_keys(Name("Ding", "X."))


def test_initials_taken_for_the_family_name() -> None:
    assert same_family(Name("LPMMK", "Pathirage"), Name("Pathirage", "L P Manoji M K"))
    assert not same_family(Name("LPMMK", "Pathirage"), Name("Perera", "L P"))


def test_a_family_name_is_spelt_out_in_one_word_or_two_with_a_hyphen() -> None:
    assert all(map(is_spelt_out, ("Kolk", "Ñáñez", "王小", "Costa-Mattioli")))
    assert not any(map(is_spelt_out, ("", "K", "-", "&NA;", "van der Kolk", "St. John", "M.S", "Henzen- Logmans")))
