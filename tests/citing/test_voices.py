"""What looks like a citation in a text and is not the author's own, in several languages and formats.

Each text cites two works of its list, so that its author-year citations are in force; what is added must give the
findings named, no more."""

from __future__ import annotations

import pytest

from refcheck import Settings, check

OWN = "Arendt (1958) says so, and Weber (1922) agrees with her about most of the things that matter here."
LIST = [
    "Arendt, H. (1958). The human condition. Chicago: University of Chicago Press.",
    "Weber, M. (1922). Wirtschaft und Gesellschaft. Tübingen: Mohr.",
]


def unlisted(said: str, format: str = "markdown") -> list[str]:
    """What ``unlisted`` warns of in an article that says this."""
    if format == "html":
        items = "".join(f"<li>{item}</li>" for item in LIST)
        text = f"<html><body><p>{OWN}</p>{said}<h2>References</h2><ul>{items}</ul></body></html>"
    else:
        text = f"# An article\n\n{OWN}\n\n{said}\n\n## References\n\n" + "\n\n".join(LIST) + "\n"
    report = check(text, settings=Settings(locked=True))
    assert len(report.references) == 2
    return [f.printed for f in report.findings if f.check == "unlisted" and str(f.severity) != "note"]


@pytest.mark.parametrize(
    "said",
    [
        "Daten machen Arbeit (Dasu & Johnson, 2003, zit. nach Arendt 1958).",
        "Los datos cuestan (Dasu y Johnson, 2003, citado en Arendt 1958).",
        "Daten machen Arbeit (Dasu & Johnson, 2003, S. 81 zitiert nach Arendt 1958).",
        "Les données coûtent (Dasu et Johnson, 2003, p. 12–14, cité par Arendt 1958).",
        "Data kosten werk (Dasu & Johnson, 2003: 81, geciteerd in Arendt, 1958).",
        "Les données coûtent (Dasu et Johnson, 2003, cité par Arendt 1958).",
        "Os dados custam (Dasu; Johnson, 2003 apud Arendt, 1958).",
        "Data kosten werk (Dasu & Johnson, 2003, geciteerd in Arendt, 1958).",
        "I dati costano (Dasu e Johnson, 2003, citato in Arendt, 1958).",
        "Data cost work (Dasu & Johnson, 2003, as cited in Arendt, 1958).",
        "Данные (Иванов, 2003, цит. по: Arendt, 1958).",
        "Dasu 等[4]（2003）提出了一种方法。",
        "Segundo Dasu e Johnson (2003), conforme citado por Arendt (1958), os dados custam.",
        "Según Dasu y Johnson (2003), como se citó en Arendt (1958), los datos cuestan.",
        "Selon Dasu et Johnson (2003), cités par Arendt (1958), les données coûtent.",
        "Laut Dasu und Johnson (2003), zitiert nach Arendt (1958), kosten Daten Arbeit.",
    ],
)
def test_a_work_cited_at_second_hand_is_not_missing(said: str) -> None:
    assert unlisted(said) == []


@pytest.mark.parametrize(
    "said",
    [
        "So the head of the library (Interview Freytag 2020).",
        "So der Leiter (Telefonat Freytag 2021; Gespräch Maier, 2019).",
        "Selon lui (Entretien Dupont, 2018).",
        "Según ella (Entrevista Gómez, 2018).",
        "Volgens haar (Interview Jansen, 2017).",
    ],
)
def test_interviews_and_calls_are_in_no_list(said: str) -> None:
    assert unlisted(said) == []


@pytest.mark.parametrize(
    "said",
    [
        "> The units are fixed (Freedman & Peters 1984). In panel data they are not, and this goes on for a while.",
        "> Die Einheiten sind fest (Freedman & Peters 1984). Das gilt nicht immer, und so fort.\n>\n> (Arendt 1958)",
        "> Le climat est un système complexe (Forster et al., 2007). Il évolue sous sa propre dynamique interne.",
    ],
)
def test_a_quotation_cites_for_its_author(said: str) -> None:
    assert unlisted(said) == []


def test_the_source_of_a_quotation_is_the_authors_own() -> None:
    assert unlisted("> Nothing is so practical as a good theory, said he to them all. (Lewin & Gold, 1951)") != []
    said = "<p>The units of a panel are fixed (Freedman & Peters, 1984), or so he says.</p>"
    assert unlisted(f"<blockquote>{said}</blockquote>", "html") == []
    assert unlisted(said, "html") != []


@pytest.mark.parametrize(
    "said",
    [
        "Said zeigt das in seinem Folgewerk *Culture and Imperialism* (1993) noch einmal.",
        "Traducido por Samuel Shirley (*Complete Works*, 2002).",
        "Dans *Surveiller et punir* (1975), il le montre.",
        "In *Vrijheid en Onderdrukking* (1993) staat het ook.",
    ],
)
def test_a_title_in_italics_is_no_author(said: str) -> None:
    assert unlisted(said) == []


@pytest.mark.parametrize(
    "said",
    [
        "Please cite the book as: Urdinez, F. and Cruz, A. (Eds.) (2020). *Political Data Science*. CRC Press.",
        "Zitierweise: Maier, A. und Huber, B. (2019). Das Buch. Berlin: Springer.",
        "Cómo citar: Pérez, J. y Gómez, M. (2018). El libro. Madrid: Akal.",
        "Siehe dazu den Beitrag in: Susan Arndt, Wie Rassismus spricht (Unrast-Verl, 2011), S. 594.",
        "See John Smith and Mary Jones, Words that Matter (Norton, 2011), p. 594, for more.",
        "- Karakuzu, A., Appelhoff, S., Auer, T., Feingold F., Khan A.R. and de Hollander G. (2022).\n"
        "  **qMRI-BIDS: An extension**. Scientific Data 9, (517).",
    ],
)
def test_a_reference_printed_in_the_text_is_not_missing(said: str) -> None:
    assert unlisted(said) == []


@pytest.mark.parametrize(
    "said",
    [
        'See [Hubert and Vandervieren (2008), "An Adjusted Boxplot for Skewed Distributions", CSDA 52(12)](https://a.org/1).',
        "- [Design and Analysis of Bar-seq Experiments](https://a.org/2) by Robinson et al., 2014",
        "- [Eine Geschichte der Statistik in Europa](https://a.org/2) von Müller & Kant, 2014",
    ],
)
def test_a_whole_reference_that_is_a_link_leads_there(said: str) -> None:
    assert unlisted(said) == []


def test_a_number_that_is_a_link_leads_there() -> None:
    listed = "\n".join(f"[{k}] {item}" for k, item in enumerate(LIST, 1))
    text = f"# T\n\nOne [1], two [2], and more [\\[3\\]](https://a.org/3).\n\n## References\n\n{listed}\n"
    report = check(text, settings=Settings(locked=True))
    assert [f.printed for f in report.findings if f.check == "unlisted"] == []
    report = check(text.replace("(https://a.org/3)", ""), settings=Settings(locked=True))
    assert len([f for f in report.findings if f.check == "unlisted"]) == 1


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("It was tried on SAM. Chen and Diaz (2017) said so.", ["Chen and Diaz (2017)"]),
        ("Es gibt *The BUGS Book* (Lunn et al. 2014).", ["Lunn et al. 2014"]),
        ("So it is (Smith, J. & Jones, K., 2010).", ["Smith, J. & Jones, K., 2010"]),
        ("It is in the S book by Becker, Weber, and Wilks (1988).", ["Becker, Weber, and Wilks (1988)"]),
        ("Two more say so (Brown & Green, 2010; see Arendt 1958).", ["Brown & Green, 2010"]),
        ("Zwei andere sagen es (Braun & Grün, 2010, S. 12).", ["Braun & Grün, 2010"]),
    ],
)
def test_what_the_author_cites_and_does_not_list_is_still_said(said: str, found: list[str]) -> None:
    assert [printed.strip("()") for printed in unlisted(said)] == [one.strip("()") for one in found]


@pytest.mark.parametrize(
    "said",
    [
        "It was [Chen et al. (2017)](https://a.org/3) who said so.",  # the link is the reference
        "Es war [Chen u. a. (2017)](https://a.org/3) zuerst.",
        "Ce fut Chen et Diaz ([2017](https://a.org/3)) d'abord.",
        "So it is (Chen and Diaz, 2017) [^1].\n\n[^1]: The data are theirs.",  # the note says more
        "所以，如下是我从当先（2023 年初）指出的研究。",  # a date
        "王明（2020年3月）指出，这。",
        "김철수(2020년 3월)에 따르면 그렇다.",
    ],
)
def test_what_a_link_or_a_note_follows_and_a_date_are_no_warning(said: str) -> None:
    assert unlisted(said) == []


def test_what_the_markup_ties_to_an_entry_is_listed_whoever_the_entry_names() -> None:
    """A chapter of a book whose list was divided begins with the rest of it: "---. 2016."."""
    page = (
        f"<html><body><p>{OWN} Ruiz and Simmonds (<a href='#ref-ruiz'>2016</a>) say so, and Diaz and Kim (2017) do."
        f"</p><h2>References</h2><div id='refs'>{''.join(f'<div>{item}</div>' for item in LIST)}"
        "<div id='ref-ruiz'>———. 2016. “A New Method for Identifying Waves.” Journal of Climate 29 (17): 6109–25.</div>"
        "</div></body></html>"
    )
    found = [f.printed for f in check(page, settings=Settings(locked=True)).findings if f.check == "unlisted"]
    assert found == ["Diaz and Kim (2017)"]
