"""A list in parts: what a part names is an entry though only its neighbours show that it is one."""

from __future__ import annotations

from refcheck.reading import read
from tests.reading.lists.items import raws

BOOKS = (
    "### Bücher\n\n- Weber, Anna (2012): Böden im Wandel. Berlin: Erdverlag.\n"
    "- Kranz, Otto (2009): Der Regenwurm. Köln: Wurm & Co.\n- Lang, Ida (2015): Humus. München: Feldverlag.\n\n"
)
OTHERS = (
    "### Vereine\n\n- Bodenbund: https://bodenbund.example.org\n- Humusfreunde e. V.: https://humus.example.org\n\n"
    "### Gesetze\n\n- Bodenschutzgesetz (BGBl. I S. 502), 17. März 1998\n\n"
    "### Gespräche\n\n- Gespräch mit der Leiterin des Bodenamts, 3. Mai 2021\n"
)


def test_laws_sites_and_interviews() -> None:
    assert len(raws(BOOKS + OTHERS, "md")) == 7


def test_sentences_and_names_of_sites_that_are_links_are_none() -> None:
    listed = (
        BOOKS + "### Im Netz\n\n- [Blog Bodenkunde](https://blog.example.org)\n"
        "- Auf der Seite des Bundes findet sich eine Sammlung von Vorträgen zum Boden, die laufend weiter wächst.\n"
    )
    assert len(raws(listed, "md")) == 3


def test_parts_most_of_which_lead_to_a_work() -> None:
    listed = (
        '### Soils\n\n- Gruber. "An approach to crusts." https://soil.example.org/crusts.pdf\n\n### Worms\n\n'
        '- Ali, Hogan, and Ngonga. "A survey of worms." https://worms.example.org/survey\n'
        "- Brach and Lind. *Worms and Reason*. Morgan Kaufmann.\n"
    )
    assert len(raws(listed, "md")) == 3
    assert len(raws(OTHERS, "md")) == 4


def test_parts_that_print_nothing_of_works_are_judged_as_before() -> None:
    assert raws("### Vereine\n\n- Bodenbund\n- Humusfreunde e. V.\n\n### Leute\n\n- die Leiterin\n", "md") == []


def test_the_title_of_a_page_that_is_nothing_but_a_list() -> None:
    page = (
        '# 참고문헌 - "흙 이야기" 보고서\n\n## 1. 보고서\n\n- 토양청. (2020). *토양 현황 보고서*.\n'
        "- 농업부. (2021). *밭과 물*.\n- 환경원. (2019). *지렁이 조사*.\n\n"
        "## 2. 법령\n\n- 「토양환경보전법」 (법률 제1234호, 2021.12.21. 일부개정)\n\n"
        "## 3. 웹사이트\n\n- 토양 포털: https://soil.example.kr\n"
    )
    assert len(read(page, path="list.md").entries) == 5


def test_works_inside_an_item_stay_beside_those_that_are_added() -> None:
    listed = (
        '### Soils\n\n- **Hale distance** – A. B. Hale, "A measure of crusts," *Soil*, vol. 3, pp. 1–9, 2014.\n'
        '  - A. B. Hale et al., "Uses of the measure of crusts," *Soil*, vol. 8, pp. 2–7, 2022.\n'
        '- **Lin divergence** – J. Lin, "Measures of crusts," 1991.\n- **Plain distance** – Said to be of Euclid.\n'
        "- **Box distance** – Named after its inventor.\n"
        '- **Maha distance** – P. Maha, "On a distance of crusts," 1936.\n- **Moss** – R. Moss, "Errors," 1950.\n\n'
        "### Worms\n\n- K. Lind, *Worms*, North Press, 2011.\n"
    )
    assert [raw.rpartition(" ")[2] for raw in raws(listed, "md")] == [
        "2014.", "2022.", "1991.", "1936.", "1950.", "2011.",
    ]  # fmt: skip
