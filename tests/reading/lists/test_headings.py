"""Headings of lists, in every language."""

import pytest

from refcheck.language.words import subject
from refcheck.reading import read
from refcheck.reading.lists.headings import STRONG, WEAK, ends_list, heading_grade
from tests.reading.lists.examples import REFERENCES, raws, text

LEXICON = {code: table for code, table in subject("headings").items() if "list" in table}


def test_the_lexicon_knows_forty_languages() -> None:
    assert len(LEXICON) >= 40
    assert all(words["list"] for words in LEXICON.values())


@pytest.mark.parametrize("language", sorted(LEXICON))
def test_every_heading_of_every_language_heads_a_list(language: str) -> None:
    for word in LEXICON[language]["list"]:
        for heading in (word, word.upper(), f"{word}:", f"7. {word}"):
            assert heading_grade(heading) == STRONG, heading
        assert raws(read(text(word), path="x.txt")) == list(REFERENCES), word


@pytest.mark.parametrize(
    ("heading", "grade"),
    [
        ("Bronnen en verder lezen", STRONG),
        ("References & further reading", STRONG),
        ("Sources, notes", STRONG),
        ("REFERENCES (selected)", STRONG),
        ("📚 Literatuur", STRONG),
        ("Further reading", WEAK),
        ("Anmerkungen", WEAK),
        ("Перелік використаної літератури", STRONG),
        ("3 Перечень использованных источников", STRONG),
        ("Quellen- und Literaturverzeichnis", STRONG),
        ("Ref.", WEAK),
        ("B I B L I O G R A P H Y", STRONG),
        ("L I T E R A T U R", STRONG),
        ("A B C D", 0),
        ("REFERENCES BIBLIOGRAPHIES", STRONG),
        ("Quellen Literaturverzeichnis", STRONG),
        ("Fonte: (HEUSER, 1998, p. 17)", 0),
        ("Quelle: (Kehr; Ott 2004a, S. 3-9)", 0),
        ("Bronnen van inkomsten in de middeleeuwen en daarna nog heel lang", 0),
        ("Conclusie", 0),
        ("", 0),
    ],
)
def test_heading_grades(heading: str, grade: int) -> None:
    assert heading_grade(heading) == grade


@pytest.mark.parametrize(
    "heading",
    [
        "Appendix A – List of publications of the author", "ANHANG B: Fragebogen", "Anexo 1 – Questionário",
        "Приложение 2", "Bijlage III. Vragenlijst", "附录A", "Příloha 4", "Liste des figures", "LIST OF TABLES",
        "Abbildungsverzeichnis", "Список рисунков", "Figure Captions", "Tables and Figures", "Légendes des figures",
        "Abbildungen", "Tablas", "Подписи к рисункам", "図の説明",
    ],
)  # fmt: skip
def test_appendices_with_their_letters_and_lists_of_figures_end_a_list(heading: str) -> None:
    assert ends_list(heading) and not heading_grade(heading)


@pytest.mark.parametrize("heading", ["A. Primary sources", "Literatur A–Z", "List of laws", "Figures cited", "Notes 2"])
def test_parts_of_a_list_do_not_end_it(heading: str) -> None:
    assert not ends_list(heading)


@pytest.mark.parametrize(
    "heading",
    [
        *("Used literature", "Literatur im Internet", "Referencias de la investigación", "Referências da pesquisa"),
        *("Elenco dei riferimenti", "Brukt litteratur", "Cytowana literatura", "Цитированная литература"),
        *(
            "Idézett irodalom",
            "Surse utilizate",
            "Käytetyt lähteet",
            "Erabilitako bibliografia",
            "Sources of the study",
        ),
    ],
)
def test_words_beside_the_one_that_names_a_list_say_which_works_it_has(heading: str) -> None:
    assert heading_grade(heading) == STRONG


@pytest.mark.parametrize("heading", ["Sources of income", "Fontes de energia", "The study", "Selected", "Notes used"])
def test_other_words_beside_it_and_these_alone_promise_none(heading: str) -> None:
    assert heading_grade(heading) < STRONG


@pytest.mark.parametrize("heading", ["Refrences", "Biblography", "REFERANCES", "Literaturverzeichniss", "Bibliograifa"])
def test_one_wrong_letter_leaves_a_heading_what_it_is(heading: str) -> None:
    assert heading_grade(heading) == STRONG


@pytest.mark.parametrize("heading", ["Preferences", "Courses", "Referenten", "Referentes", "Conferences"])
def test_another_word_is_not_a_heading_misspelt(heading: str) -> None:
    assert not heading_grade(heading)


@pytest.mark.parametrize(
    "heading",
    ["Bibliography {#bibliography}", "Referenzen {#refs .unnumbered}", "Literatur {: #lit}", "Références {.sans}"],
)
def test_attributes_behind_a_heading_are_no_part_of_it(heading: str) -> None:
    assert heading_grade(heading) == STRONG


@pytest.mark.parametrize(
    "heading", ["参考资料与注释", "注释和参考文献", "参考文献及注释", "参考文献・資料", "References and Related Links"]
)
def test_two_headings_joined_without_blanks(heading: str) -> None:
    assert heading_grade(heading) == STRONG


def test_what_publishers_print_below_each_reference_heads_no_list() -> None:
    assert not heading_grade("Reference Source")
    assert heading_grade("Reference sources") == STRONG
