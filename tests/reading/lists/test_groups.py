"""What most of a list's items are."""

from __future__ import annotations

import pytest

from refcheck.reading import read
from refcheck.reading.document import Block, Kind, Line
from refcheck.reading.lists.groups import begun, leading, linked_titles, only_links, slanted_titles, told

LONG = "Uso de teléfonos móviles para mejorar la nutrición"


def items(*texts: str, italic: bool = False, linked: bool = False, level: int = 1) -> list[Block]:
    return [
        Block(
            Kind.ITEM,
            (Line(number, text),),
            level=level,
            group=1,
            italics=(text,) if italic else (),
            links=("https://example.org/a",) if linked else (),
            linked=(text,) if linked else (),
        )
        for number, text in enumerate(texts, 1)
    ]


def test_titles_that_are_links() -> None:
    assert linked_titles(items(LONG, f"{LONG} y más", linked=True)) == {1}
    assert not linked_titles(items("Inicio", "Contacto", linked=True))
    assert not linked_titles([*items(LONG, linked=True), *items("Algo más, sin enlace alguno")])


def test_titles_in_italics() -> None:
    assert slanted_titles(items("The Histories", "Daily Life in Rome", "The Punic Wars", italic=True)) == {1}
    assert not slanted_titles(items("Rome", "Carthage", "Athens", italic=True))
    assert not slanted_titles(items("The Histories", "Daily Life in Rome", italic=True))


def test_what_is_told_inside_the_item_of_a_work() -> None:
    work = items("Silva, J. (2010). Redes de água. Porto: Afrontamento.")
    inner = items("Estudo de 40 cidades (1990-2005)", level=2)
    assert told([*work, *inner]) == {id(inner[0])}
    assert not told([*items("Leituras"), *inner])


def test_a_page_that_is_nothing_but_a_list_of_titles() -> None:
    titles = ("The Early History of Rome", "The Civil Wars", "The Annals of Rome")
    text = "---\ntitle: Bibliography\n---\n\n## Ancient\n\n" + "".join(f"- *{title}* by Livy\n" for title in titles)
    assert len(read(text, path="x.md").entries) == 3
    assert not read(f"{text}\nMany words follow here.\n\nAnd more of them.\n", path="x.md").entries


def test_titles_without_blanks_are_long_by_their_signs() -> None:
    page = (
        "### 可以参考的文献\n\n- [土壤结皮在干旱预测中的研究](https://soil.example.cn/a1)\n"
        "- [探索在线评论对土壤收入的影响](https://soil.example.cn/a2)\n- [土壤视角下的舆情研究综述](https://soil.example.cn/a3)\n"
    )
    assert len(read(page, path="a.md").entries) == 3


def test_titles_with_their_authors_behind_them_are_a_list_under_any_heading() -> None:
    works = (
        ("Suelos y costras", "Ruiz, 2010"),
        ("Redes de água", "Silva e Costa, 2012"),
        ("Böden", "Graf et al., 2016"),
    )
    page = "".join(f"* {title} [({cited})](https://example.org/{cited[:4]}.pdf).\n\n" for title, cited in works)
    text = f"# Soil\n\nOn soil.\n\n### Further reading\n\n*Only a beginning.*\n\n{page}### Team\n\n- [A. Ruiz](https://x.org/a)\n"
    assert len(read(text, path="a.md").entries) == 3
    films = page.replace("Ruiz, 2010", "a film").replace("Graf et al., 2016", "a talk")
    assert not read(text.replace(page, films), path="a.md").entries


def test_what_is_told_inside_most_items_is_told_inside_all() -> None:
    page = (
        "1. **Humble, J., & Farley, D. (2010).** *Continuous Delivery*. Wesley.\n   - Strategies and pipelines\n\n"
        "2. **Newman, S. (2021).** *Building Microservices* (2nd ed.). O'Reilly.\n   - Systems driven by events\n\n"
        "3. **SEC (2024).** *Report on the Crash*. Washington.\n   - Analysis of the crash of 2024, and responses\n"
    )
    assert len(read(f"# Systems\n\nOn systems.\n\n## References\n\n{page}", path="a.md").entries) == 3


def test_lists_that_lead_somewhere() -> None:
    assert leading(items(LONG, f"{LONG} y más", "Algo de lo que nadie más ha dicho nada", linked=True)) == {1}
    assert not leading(items("Inicio", "Contacto", "Etiquetas", linked=True))
    assert not leading([*items(LONG, LONG, linked=True), *items(LONG)])
    assert not leading(items(LONG, LONG, linked=True))


def test_nothing_but_links() -> None:
    alone = items("RFC 6066", linked=True)
    assert only_links(alone) == {id(alone[0])}
    assert not only_links([*alone, *items("Algo")])
    assert not only_links([])


@pytest.mark.parametrize(
    "heading", ["Further reading", "Weiterführende Literatur", "Para saber más", "Pour aller plus loin"]
)
def test_what_leads_to_a_page_among_the_works_of_further_reading_is_one_of_them(heading: str) -> None:
    works = (
        "Candela et al. (2013). Research environments: an overview. Data Journal, 12, 75–81. [doi](https://doi.org/10.2481/a)",
        "Open Framework. The promise of working on one thing together. [osf.io](https://osf.io/vmrgu)",
        "Vossmann, R. (2009). Virtual environments in scholarly work. Library Hi Tech, 27(2), 174–190. [doi](https://doi.org/10.1108/b)",
    )
    text = "# Platforms\n\nOn them.\n\n## " + heading + "\n\n" + "".join(f"* {work}\n" for work in works)
    assert len(read(text, path="a.md").entries) == 3
    assert len(read(text.replace("https://osf.io/vmrgu", "osf"), path="a.md").entries) == 2


def test_lists_that_have_begun() -> None:
    listed = items("taz, 12.3.2019", "Die Zeit, Nr. 12, 2018", "Refactoring - Martin Fowler")
    assert begun(listed, [False, True, False]) == {1}
    assert not begun(listed, [False, False, False])
    assert not begun(listed[:2], [False, True])
    assert not begun([*listed, *items("see the book of the year before")], [False, True, False, False])
    assert not begun([*listed, *items("Books:")], [False, True, False, False])
