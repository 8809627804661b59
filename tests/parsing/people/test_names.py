import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.model import Name
from refcheck.parsing.people.names import parse_names


def families(text: str) -> list[str]:
    return [name.literal or f"{name.particle} {name.family}".strip() for name in parse_names(text).names]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Berenz, E. C., Vujanovic, A., & Amstadter, A.", ["Berenz", "Vujanovic", "Amstadter"]),
        (
            "Nelson Goff, Briana & Reisbig, Allison & Buchholz Holland, Carol & Smith, Douglas.",
            ["Nelson Goff", "Reisbig", "Buchholz Holland", "Smith"],
        ),
        ("S. E. Han, G. Chen", ["Han", "Chen"]),
        ("Domin (J.-L.), Richard (P", ["Domin", "Richard"]),
        ("Bourdieu (Pierre), Passeron (J.-C.)", ["Bourdieu", "Passeron"]),
        ("Eggers, F., D.J. Hansen & A.E. Davis", ["Eggers", "Hansen", "Davis"]),
        ("Whipp MJ,, Davis JM,, de Boer J", ["Whipp", "Davis", "de Boer"]),
        ("HoffmanDC, OkaY", ["Hoffman", "Oka"]),
        ("GERST Detlef, HARDWIG Thomas", ["GERST", "HARDWIG"]),
        ("J. E. BALDWIN, T. KLOSE et M. PETERS", ["BALDWIN", "KLOSE", "PETERS"]),
        ("Heublein, Ulrich; Hutzsch, Christopher", ["Heublein", "Hutzsch"]),
        ("Heublein, Ulrich, Hutzsch, Christopher, Schreiber, Jochen", ["Heublein", "Hutzsch", "Schreiber"]),
        ("Bratberg, Espen, Oivind A. Nilsen und Kjell Vaage", ["Bratberg", "Nilsen", "Vaage"]),
        ("Kuhn, Thomas S.", ["Kuhn"]),
        ("Carroll, J. Douglas, Paul E. Green, and Catherine M. Schaffer", ["Carroll", "Green", "Schaffer"]),
        ("Richard H. Fallon, Jr.", ["Fallon"]),
        ("STEPHENS, Ryan K. a Ronald R. PLEW", ["STEPHENS", "PLEW"]),
        ("LE BRAS Hervé et TODD Emmanuel", ["LE BRAS", "TODD"]),
        ("Müller-Hill, B. (†), & Gilbert, W.", ["Müller-Hill", "Gilbert"]),
        ("van der Berg, Neha, Ana Rossi, and Petr Novák", ["van der Berg", "Rossi", "Novák"]),
        ("Lu, Shen and Wang", ["Lu", "Shen", "Wang"]),
        ("Müller, H./ Meier, K.", ["Müller", "Meier"]),
        ("Vries, J. de, & Jong, P. de", ["de Vries", "de Jong"]),
        ("LIMA FILHO, A. B.; SILVA, J.", ["LIMA FILHO", "SILVA"]),
        ("World Health Organization", ["World Health Organization"]),
        ("Centers for Disease Control and Prevention.", ["Centers for Disease Control and Prevention"]),
        ("李建香, 劉建忠", ["李", "劉"]),
        ("In M. Cole, V. John-Steiner, & E. Souberman (Eds.", ["Cole", "John-Steiner", "Souberman"]),
        ("Wang Longde, Liu Jianmin, Yang Yi", ["Wang", "Liu", "Yang"]),
        ("Benedetti Cristina, Bacigaluppi Vincenzo", ["Benedetti", "Bacigaluppi"]),
        ("Browning Christopher, Pertti Joenniemi", ["Browning", "Joenniemi"]),
        ("John Smith, Mary Jones", ["Smith", "Jones"]),
        ("Nolan, C. (Director", ["Nolan"]),
        ("Szekeres György – Erdős Pál", ["Szekeres", "Erdős"]),
        ("P. Rossi - L. Verdi - A. Bianchi", ["Rossi", "Verdi", "Bianchi"]),
        ("K. Brandt – U. Meyer", ["Brandt", "Meyer"]),
        ("mongoDB", ["mongoDB"]),
        ("Kotarbiński Tadeusz", ["Kotarbiński"]),
        ("Lugli Adalgisa", ["Lugli"]),
        ("Tadeusz Kotarbiński", ["Kotarbiński"]),
    ],
)
def test_every_author_in_order(text: str, expected: list[str]) -> None:
    assert families(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("van der Kolk, B. A.", Name("Kolk", "B. A.", "van der")),
        ("Kolk BA van der", Name("Kolk", "BA", "van der")),
        ("Kolk, B. A. van der", Name("Kolk", "B. A.", "van der")),
        ("Bessel van der Kolk", Name("Kolk", "Bessel", "van der")),
        ("ZADEH HH", Name("ZADEH", "HH")),
        ("de la Cruz y Pérez, Juan", Name("Cruz y Pérez", "Juan", "de la")),
        ("de la Cruz y Pérez, J.", Name("Cruz y Pérez", "J.", "de la")),
        ("Pablo del Río González", Name("Río González", "Pablo", "del")),
        ("King, M. L., Jr.", Name("King", "M. L.", suffix="Jr.")),
        ("Danforth DN Jr", Name("Danforth", "DN", suffix="Jr")),
        ("Mohammad Al Hasan", Name("Al Hasan", "Mohammad")),
        ("Olver, F. W. J.", Name("Olver", "F. W. J.")),
        ("Ed Diener", Name("Diener", "Ed")),
        ("Danner Peter", Name("Danner", "Peter")),
        ("'t Hart, M.", Name("Hart", "M.", "'t")),
    ],
)
def test_parts_of_a_name(text: str, name: Name) -> None:
    assert parse_names(text).names == (name,)


@pytest.mark.parametrize(
    "text", ["Tesfaye S, Dyck PJ et al.", "Müller, H. u.a.", "Novák, J. a kol.", "Иванов И. И. и др."]
)
def test_a_list_cut_short_is_said_to_be(text: str) -> None:
    names, et_al = parse_names(text)
    assert et_al
    assert all(name.family != "al" for name in names)


def test_role_words_are_no_names() -> None:
    assert families("Sperling, M. B., & Berman, W. H. (Eds.)") == ["Sperling", "Berman"]
    assert families("Neitzel, Britta / Bopp, Matthias (Hg.)") == ["Neitzel", "Bopp"]


@given(st.text(alphabet="ABCabcé.,;&-/()' 李vandeEtal", max_size=120))
def test_any_text_gives_whole_names(text: str) -> None:
    for name in parse_names(text).names:
        assert name.family or name.literal


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("van der Kolk, B. A., & de la Cruz y Pérez, J.", ["Kolk", "Cruz y Pérez"]),
        ("García Márquez, J. y López y Pérez, M.", ["García Márquez", "López y Pérez"]),
        ("Smith, J., and Ortega y Gasset, J.", ["Smith", "Ortega y Gasset"]),
        ("García, J. y Pérez, M.", ["García", "Pérez"]),
    ],
)
def test_a_double_family_name_is_whole_wherever_it_stands(text: str, families: list[str]) -> None:
    assert [name.family for name in parse_names(text).names] == families


def _written(name: Name) -> str:
    parts = "|".join((name.family, name.given, name.particle, name.suffix)).rstrip("|")
    return f"={name.literal}" if name.literal else parts


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("VON KROGH, G.; ICHIJO, K.", "KROGH|G.|VON; ICHIJO|K."),
        ("DE OLIVEIRA, S.W., ROCHA, W.F.", "OLIVEIRA|S.W.|DE; ROCHA|W.F."),
        (
            "VAN DEN BOSSCHE, P., VAN DEN ABBEELE, J. and DELESPAUX, V.",
            "BOSSCHE|P.|VAN DEN; ABBEELE|J.|VAN DEN; DELESPAUX|V.",
        ),
        ("Amorim VMSL, César CLG, Carandina L", "Amorim|VMSL; César|CLG; Carandina|L"),
        ("Marion GM, Henry GHR, Freckman DW", "Marion|GM; Henry|GHR; Freckman|DW"),
        ("D. Menegazzo, J.O.A. Andrade, A.M. Carvalho", "Menegazzo|D.; Andrade|J. O. A.; Carvalho|A. M."),
        ("AMIN, Y.A., NOSEER, E.A., FOUAD, S.S.", "AMIN|Y.A.; NOSEER|E.A.; FOUAD|S.S."),
        ("Leão e Silva LO, Soares MM", "Leão e Silva|LO; Soares|MM"),
        ("Aguera y Arcas B, Fairhall AL", "Aguera y Arcas|B; Fairhall|AL"),
        ("Goldhirsch A, Ingle JN; Panel members", "Goldhirsch|A; Ingle|JN; =Panel members"),
        ("RETRACTED: Stapel, D. A., & Lindenberg, S.", "Stapel|D. A.; Lindenberg|S."),
        ("[Retracted] Wang Y, Li H", "Wang|Y; Li|H"),
        ("ZURÜCKGEZOGEN: Boldt, J., & Suttner, S.", "Boldt|J.; Suttner|S."),
        ("Rétracté : Dupont, J., & Roy, S.", "Dupont|J.; Roy|S."),
        ("כהן, דוד ולוי, רחל", "כהן|דוד; לוי|רחל"),
        ("Hoogland, D. (Presentator)", "Hoogland|D."),
        ("Hancock JL, director", "Hancock|JL"),
        ("Danforth DN Jr, Sgagias MK", "Danforth|DN||Jr; Sgagias|MK"),
        ("Nicholas HB Jr, Deerfield DW II", "Nicholas|HB||Jr; Deerfield|DW||II"),
        ("Duda TF Jr, Kohn AJ", "Duda|TF||Jr; Kohn|AJ"),
        ("Chapin FS III, Jefferies RL", "Chapin|FS||III; Jefferies|RL"),
        (
            "Albrecht, Steffen; Maren Lübcke, Thomas Malsch und Christoph Schlieder",
            "Albrecht|Steffen; Lübcke|Maren; Malsch|Thomas; Schlieder|Christoph",
        ),
        (
            "Cornfield, Michael; Jonathan Carson, Alison Kalis und Emily Simon",
            "Cornfield|Michael; Carson|Jonathan; Kalis|Alison; Simon|Emily",
        ),
        ("Li C-q, Yin J, Zhang Y-j", "Li|C-q; Yin|J; Zhang|Y-j"),
        ("EnejderAMK, ShihW-C, CrebolderHFJM", "Enejder|AMK; Shih|W-C; Crebolder|HFJM"),
        ("MainousAG3rd, CoddV", "Mainous|AG||3rd; Codd|V"),
        ("BalolongEJr, OlvedaR", "Balolong|E||Jr; Olveda|R"),
        ("de Sousa Santos, B., dos Reis, M. C.", "Sousa Santos|B.|de; Reis|M. C.|dos"),
        ("ELAMIN, E., EL BASHIR, M.O.A. and SAEED, E.", "ELAMIN|E.; EL BASHIR|M.O.A.; SAEED|E."),
        ("Jansen, A., Pietersen, B. e.a.", "Jansen|A.; Pietersen|B."),
        ("Müller, H.; Schmidt, K. u.a.", "Müller|H.; Schmidt|K."),
        ("Serrano, C., Bruhns, H., Luchiari, M. (Orgs)", "Serrano|C.; Bruhns|H.; Luchiari|M."),
        ("Adam PCG, Wit JBF", "Adam|PCG; Wit|JBF"),
        ("Tomáš KRÁL, Jan NOVÁK", "KRÁL|Tomáš; NOVÁK|Jan"),
        ("HLA Hart", "Hart|HLA"),
        ("Csapó Benő", "Csapó|Benő"),
        ("Kiss Árpád, Nagy Emese", "Kiss|Árpád; Nagy|Emese"),
        ("Béla Kovács", "Kovács|Béla"),
        ("DUPONT J., MARTIN C. et LE GALL Y.", "DUPONT|J.; MARTIN|C.; LE GALL|Y."),
        ("ZHANG San, LI Si", "ZHANG|San; LI|Si"),
        ("World Bank [WB]", "=World Bank"),
        ("DE LA CROIX, A., & VON KROGH, G.", "CROIX|A.|DE LA; KROGH|G.|VON"),
    ],
)
def test_lists_of_real_references(text: str, names: str) -> None:
    """Lists that were split wrong in SciELO's, PLOS' and EXCITE's references, with others of their kind."""
    assert "; ".join(map(_written, parse_names(text).names)) == names


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("Vande Velde L, Peeters J", ["Vande Velde", "Peeters"]),
        ("St. Clair, P.", ["St. Clair"]),
        ("Fernandez Bar D, Tan T", ["Fernandez Bar", "Tan"]),
    ],
)
def test_an_initial_is_no_particle(text: str, families: list[str]) -> None:
    assert [name.family for name in parse_names(text).names] == families


@pytest.mark.parametrize(
    ("printed", "signs", "found"),
    [
        ("松原茂樹, 江川誠", 2, ["松原 茂樹", "江川 誠"]),
        ("欧阳中石, 王力", 1, ["欧阳 中石", "王 力"]),
        ("김영수, 남궁민수", 1, ["김 영수", "남궁 민수"]),
        ("哈里森, 沃尔德伦", 0, ["哈里森", "沃尔德伦"]),
        ("ボウルビィ, フロイト", 2, ["ボウルビィ ", "フロイト "]),
    ],
)
def test_undivided_names_of_east_asia(printed: str, signs: int, found: list[str]) -> None:
    names = parse_names(printed, signs).names
    assert [name.literal or f"{name.family} {name.given}" for name in names] == found


def test_hebrew_initials_and_the_and_before_a_family() -> None:
    names = parse_names("הרצוג, ח', בן דורי, ס' וקפלן, ע'").names
    assert [(name.family, name.given) for name in names] == [("הרצוג", "ח'"), ("בן דורי", "ס'"), ("קפלן", "ע'")]


def test_a_group_in_square_brackets_is_a_name_of_its_own() -> None:
    names = parse_names("L. Kumar [STAR Collaboration]").names
    assert [name.family or name.literal for name in names] == ["Kumar", "STAR Collaboration"]


def test_a_generation_may_stand_before_the_initials() -> None:
    names = parse_names("Davis Jr., S. T., & Moore III, A.").names
    assert [(name.family, name.given, name.suffix) for name in names] == [
        ("Davis", "S. T.", "Jr."),
        ("Moore", "A.", "III"),
    ]


@pytest.mark.parametrize(("printed", "given"), [("Novák, Jan.", "Jan"), ("Meier, Chr.", "Chr."), ("Roy, D.", "D.")])
def test_the_stop_of_the_list_is_not_of_the_name(printed: str, given: str) -> None:
    assert parse_names(printed).names[0].given == given


@pytest.mark.parametrize("name", ["Ernst & Young", "Johnson & Johnson", "Procter & Gamble"])
def test_a_firm_that_is_known_is_one_though_its_words_are_families(name: str) -> None:
    assert [found.literal for found in parse_names(f"{name}.").names] == [name]


def test_the_hebrew_and_may_stand_behind_a_comma() -> None:
    assert [name.family for name in parse_names("לוי, דנה, וכהן, יוסי").names] == ["לוי", "כהן"]
    assert [name.family for name in parse_names("כהן, דוד, וולף, דן").names] == ["כהן", "וולף"]


@pytest.mark.parametrize("printed", ["Ivanov, P. - Petrov, M. - Novak, Z.", "Rossi, M. – Bianchi, L. – Verdi, A."])
def test_dashes_part_names_that_are_turned_round(printed: str) -> None:
    assert [len(name.given) for name in parse_names(printed).names] == [2, 2, 2]
