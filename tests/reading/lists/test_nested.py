"""What stands below a work's title, its address or its fields with labels, is one entry with it."""

from __future__ import annotations

import pytest

from tests.reading.lists.items import raws


def test_the_address_of_a_work_in_an_item_of_its_own() -> None:
    listed = (
        '1. **Ente Suolo, 2021**: "Rapporto sul suolo"\n   - [https://suolo.example.org](https://suolo.example.org)\n\n'
        '2. **Osservatorio Acque**: "Le falde"\n   - Link: <https://acque.example.org/falde>\n\n'
        "3. Weber, Anna (2012): Böden im Wandel. Berlin: Erdverlag.\n   - Kapitel 3 lesen\n"
        "   - https://buch.example.org\n"
    )
    assert raws(listed, "md") == [
        'Ente Suolo, 2021: "Rapporto sul suolo". https://suolo.example.org',
        'Osservatorio Acque: "Le falde". https://acque.example.org/falde',
        "Weber, Anna (2012): Böden im Wandel. Berlin: Erdverlag. https://buch.example.org",
    ]


def test_addresses_below_the_name_of_their_group_are_entries_of_their_own() -> None:
    listed = (
        "- Kranz, Otto (2009): Der Regenwurm. Köln: Wurm & Co.\n"
        "- Werkzeuge\n  - https://werkzeug.example.org\n  - https://karte.example.org\n"
    )
    assert [raw.rpartition("/")[2] for raw in raws(listed, "md")][1:] == ["werkzeug.example.org", "karte.example.org"]


def test_works_inside_an_item_stay_works() -> None:
    listed = (
        "- Soil\n  - Hale, D. (2019). A test of crusts. *Journal of Soils*, 14(10), 1378–1388.\n"
        "  - Year: 2020\n  - Link: https://soil.example.org\n"
    )
    assert any(raw.startswith("Hale, D. (2019)") for raw in raws(listed, "md"))


FIELDS = {
    "en": ("Authors", "Journal", "Year", "Summary"),
    "de": ("Autoren", "Zeitschrift", "Jahr", "Inhalt"),
    "fr": ("Auteurs", "Revue", "Année", "Résumé"),
    "es": ("Autores", "Revista", "Año", "Resumen"),
    "ru": ("Авторы", "Журнал", "Год", "Суть"),
    "zh": ("作者", "期刊", "年份", "摘要"),
}
WORKS = (
    ("Soil crusts", "Miller, J.", "Soils", "2019"),
    ("Roots", "Petrov, I.", "Plants", "2020"),
    ("Worms", "Lind, K.", "North", "2011"),
)
FORMS = {
    "items inside an item": ("1. **{0}**\n", "   - {0}: {1}\n"),
    "items below a heading": ("### {0}\n\n", "- **{0}:** {1}\n"),
    "lines below a heading": ("### 2.1 {0}\n\n", "**{0}:** {1}  \n"),
}


@pytest.mark.parametrize("language", FIELDS)
@pytest.mark.parametrize("form", FORMS)
def test_fields_with_labels(form: str, language: str) -> None:
    head, row = FORMS[form]
    people, journal, year, said = FIELDS[language]
    rows = (
        head.format(title)
        + "".join(
            row.format(*pair) for pair in ((people, who), (journal, where), (year, when), (said, "Es hält Wasser."))
        )
        for title, who, where, when in WORKS
    )
    expected = [f"{who.rstrip('.')}. {title}. {where}. {when}" for title, who, where, when in WORKS]
    assert raws("\n".join(rows), "md") == expected
