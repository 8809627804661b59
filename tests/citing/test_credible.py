"""What looks like a citation and is none: periods and nouns."""

from __future__ import annotations

import pytest

from refcheck.model import MentionKind
from tests.citing.examples import entries, mentions

CITED = "Sperling und Berman (1994) zeigen das, wie Müller (2010a) sagt. "


def found(text: str, language: str = "") -> list[str]:
    cited = mentions(CITED + text, language=language)
    return [m.text for m in cited if m.kind is MentionKind.AUTHOR_YEAR and not m.entries]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Diskurs zur Finanzkrise (2007–) erwies sich als Muster.", "de"),
        ("In der zweiten Phase (2007-2009) zeigt sich das.", "de"),
        ("Die Ära Merkel (2005–2021) zeigt das.", "de"),
        ("Der Krieg in Syrien (2011–heute) zeigt das.", "de"),
        ("The Chancery (1998–present) shows this.", "en"),
        ("La Gestion (1998 – aujourd’hui) montre cela.", "fr"),
        ("La Gestión (1998—) muestra esto.", "es"),
    ],
)
def test_a_period_in_brackets_cites_nothing(text: str, language: str) -> None:
    assert not found(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Post-vaccine (2021): the two go together again.", "en"),
        ("Après-guerre (1950) : tout recommence.", "fr"),
        ("Pós-pandemia (2022): os preços voltam.", "pt"),
        ("Voor-oorlogs (1938): het tekort daalt.", "nl"),
    ],
)
def test_a_compound_in_lower_case_names_nobody(text: str, language: str) -> None:
    assert not found(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Mikrozensus (2004) zeigt es. Es stand schon im Mikrozensus, wie man weiß.", "de"),
        ("Zum Mikrozensus: es stimmt (Mikrozensus, 2004). Ein Mikrozensus ist groß.", "de"),
        (
            "Etwas zwischen Text und Leser (1976: 38) ist offen. Es ist ein Text, den ein Leser, wie er, liest.",
            "de",
        ),
        ("As Eurobarometer (2019) found, it lasts. We used an Eurobarometer of that year.", "en"),
        ("Comme Enquête (2012) montre. Une Enquête, cette fois, le dit.", "fr"),
        ("Así Encuesta (2018) muestra. Es una Encuesta, y larga.", "es"),
        ("Assim Censo (2010) mostra isto. Foi um Censo, e longo.", "pt"),
        ("Arbeidspanel (2014) laat dit zien. Het is een Arbeidspanel, zo heet het.", "nl"),
        ("Folkräkning (1990) visar det. Det var en Folkräkning, och lång.", "sv"),
        ("Folketælling (1990) viser det. Det var en Folketælling, og lang.", "da"),
        ("Censimento (2011) mostra questo. Era un Censimento, e lungo.", "it"),
    ],
)
def test_a_word_with_an_article_elsewhere_is_no_name(text: str, language: str) -> None:
    assert not found(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Lindqvist (2011) zeigt es. Eine Lindqvist-Lektüre ist lang.", "de"),
        ("Lindqvist (2011) shows it. This is an Lindqvist paper of note.", "en"),
        ("Lindqvist (2011) montre cela. La thèse de Lindqvist, elle, est longue.", "fr"),
        ("Lindqvist (2011) zeigt es. Die Lindqvist et al. folgen.", "de"),
    ],
)
def test_a_name_used_before_a_noun_is_a_name(text: str, language: str) -> None:
    assert found(text, language) == ["Lindqvist (2011)"]


def test_a_name_in_a_row_with_a_citation_is_one() -> None:
    assert found("Müller (2010a) und Lindqvist (2019) zeigen das.", "de") == ["Lindqvist (2019)"]


@pytest.mark.parametrize(
    "text",
    [
        "Das gilt für Dramen (Sperling/Berman 1994; Müller 2010a; 2010b).",
        "This holds for Analyses (see Sperling and Berman 1994; Müller 2010a; 2010b; World Health Organization 2020).",
        "Cela vaut pour les Drames (Müller, 2010a ; 2010b).",
    ],
)
def test_a_further_year_belongs_to_the_name_before_it(text: str) -> None:
    tied = [m.entries for m in mentions(text) if m.kind is MentionKind.AUTHOR_YEAR]
    assert (4,) in tied
    assert () not in tied


@pytest.mark.parametrize(
    "text", ["Siehe (;2010;2011) und (; ; 2012).", "So (, 2010); und ( 2011; ).", "(x; ;;;;;;;;;;;;; 2012)"]
)
def test_years_without_a_name_before_them_end(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize(
    "text",
    ["Puede verse Lindqvist (1988[16]) para ello.", "As Lindqvist (1988) [3] shows.", "(Lindqvist et al., 1988) [7]."],
)
def test_a_name_with_a_number_behind_is_cited_by_number(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize("name", ["RfII", "CBdB", "DvDD"])
def test_an_entry_that_opens_with_the_cited_word_is_the_one_meant(name: str) -> None:
    listed = entries(
        f"{name} (2016): Leistung aus Vielfalt. Göttingen.",
        f"{name} (2019): Digitale Kompetenzen. Göttingen.",
        f"Neal, R. (2019). On {name} and its letters. Annals of Statistics, 31(3), 705-767.",
    )
    assert [m.entries for m in mentions(f"Das gilt (vgl. {name} 2019, Neal 2019).", listed, "de")] == [(1,), (2,)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Siehe den Skandal Wirecard (2020) als Beispiel.", "de"),
        ("Cherchez l’affaire DigiNotar (2011) pour mesurer cela.", "fr"),
        ("El caso Theranos (2015) muestra esto.", "es"),
        ("The worm Morris (1988) shows this.", "en"),
        ("Chalmers, James. 1886. Adventures in New Guinea. London: The Society.", "en"),
    ],
)
def test_affairs_and_printed_references_cite_nothing(text: str, language: str) -> None:
    assert not found(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Source: Aldred, Cyril. Akhenaten: King of Egypt (Thames & Hudson, 1988); general consensus", "en"),
        ("Quelle: Berger, Hans. Der Nil und seine Ufer (Vandenhoeck & Ruprecht, 1990).", "de"),
        (
            "Voir : Petit, Anne. Les eaux (Armand & Colin, 1999); Roux, Jean. Le lit (Hachette et Cie, 2004).",
            "fr",
        ),
        ("For research, please cite as: Avants et al. (2025). Flow and its uses.", "en"),
        ("Bitte so zitieren: Meier et al. (2025). Wasser im Garten.", "de"),
        ("Ada Gray, ‘Toward a practice’, Bridging the Divide, Mahwah, NJ: Erlbaum, (1997): pp. 131-157.", "en"),
        ("Anna Weber, ‚Wege der Töpfer‘, Bauen am Fluss, Göttingen: Wallstein, (1997), S. 131.", "de"),
    ],
)
def test_a_part_of_a_reference_in_the_text_cites_nothing(text: str, language: str) -> None:
    assert not found(text, language)


def test_what_stands_behind_a_name_in_a_sentence_is_a_citation() -> None:
    assert found("It was so in Egypt; see the older finds (Thames & Hudson, 1988).", "en") == ["Thames & Hudson, 1988"]
    assert found("All of this is known: Avants et al. (2025) have shown it.", "en") == ["Avants et al. (2025)"]


@pytest.mark.parametrize(
    "degree",
    ["B.A., University of Leiden (2012)", "Universiteit van Amsterdam (2012)", "Université de Lyon (2012)"],
)
def test_a_degree_cites_nothing(degree: str) -> None:
    assert found(degree) == []
    assert found("In the findings of Barnes (2012)") == ["Barnes (2012)"]
