"""A note that is a title and a link is a reference; one that says something around its link is not."""

import pytest

from refcheck.reading import read
from refcheck.reading.lists.notes import Listed, only_cites

POINTERS = (
    "[Markdown and its philosophy](https://example.org/md).",
    "John Gruber, Daring Fireball, [Markdown philosophy](https://example.org/md).",
    "As of July 2017, see [API Documentation](https://example.org/api).",
    "Zie ook [De taal van het web](https://example.org/taal).",
    "Vgl. [Die Sprache des Netzes](https://example.org/sprache), Berlin.",
    "Voir [La langue du réseau](https://example.org/langue), 2019.",
    "Véase [El lenguaje de la red](https://example.org/lengua).",
)
REMARKS = (
    "It has been used in [an early demo](https://example.org/demo).",
    "For those who do not know it, we refer them to [here](https://example.org/).",
    "See [here](https://example.org/).",
    "Wie dat niet kent, leest eerst [de handleiding](https://example.org/).",
    "Thanks to [Jane Miller](https://example.org/jane).",
    "Compare [the first](https://example.org/1) and [the second one](https://example.org/2).",
)


def noted(note: str) -> list[str]:
    text = f"# Title\n\nSomething is said here, and it is said with a note.[^1]\n\n[^1]: {note}\n"
    return [entry.raw for entry in read(text, path="x.md").entries]


@pytest.mark.parametrize("note", POINTERS)
def test_a_title_that_is_a_link_is_a_reference(note: str) -> None:
    (raw,) = noted(note)
    assert "https://example.org/" in raw


@pytest.mark.parametrize("note", REMARKS)
def test_a_remark_with_a_link_is_none(note: str) -> None:
    assert noted(note) == []


@pytest.mark.parametrize(
    "note",
    [
        "Kortmann/Stubig (1999).",
        "Kortmann et al. (2002). 3 Vergleiche Deutscher Bundestag (1999).",
        "Zur Entwicklung der Bewegung in Deutschland vgl. Gabriel (2004); Schwier (2005); Pilz & Wölki (2006).",
        "Siehe Weber 1922, S. 12; Simmel 1908, S. 3-7.",
        "On the diversity of groups within the industry, see for example: Salm, 1996; Gerst et al., 1995.",
        "Study 4 in Kahane et al. (2015) had a final sample size of N = 232, but one case was missing.",
        "Die Werte aus Holm und Berg (2011) sind mit den hier berichteten nicht vergleichbar.",
        "Sur la question de la ville voir Halbwachs (1938) et Park (1925).",
        "Curiously, Varda both praised and mocked the market in her film Rue Longue (1961).",
        "Außerdem, Weber hat schon früh auf die Gefahr hingewiesen, so in Der Fluss (1993).",
    ],
)
def test_a_note_that_names_authors_and_years_only_cites(note: str) -> None:
    assert only_cites(note)


@pytest.mark.parametrize(
    "note",
    [
        "David Miller, Grundsätze sozialer Gerechtigkeit, Frankfurt/M. 2008.",
        "Michael Young, The Rise of Meritocracy, London 1958.",
        "Bündnis 90/Die Grünen, Bundestagswahlprogramm 2009, S. 18, Berlin: Bundesgeschäftsstelle.",
        "Voir le rapport de la commission sur https://example.org/rapport (2012).",
    ],
)
def test_a_note_that_prints_a_work_is_a_reference(note: str) -> None:
    assert not only_cites(note)


LISTED = (
    "Phan, Thao, Goldenfein, Jake, Mann, Monique, and Kuch, Declan. ‘Economies of Virtue: The Circulation of Ethics in "
    "Big Tech’, Science as Culture 31 (2022): 121–135.",
    "Österreich, Bernd: Objektorientierte Analyse und Design. München: Oldenbourg, 1999.",
    "Austin, John L. Quando dizer é fazer. Porto Alegre: Artes Médicas, 1990.",
    "Коваленко, П. Основи теорії мови. Київ: Наукова думка, 2003.",
)
AGAIN = (
    "Thao Phan et al., ‘Economies of Virtue’, 122.",
    "Bernd Österreich, Objektorientierte Analyse und Design (München: Oldenbourg, 1999), S. 12.",
    "Traduzido como “constatativo” em Austin, 1990.",
    "П. Коваленко, Основи теорії мови, с. 44.",
)
OTHERS = (
    "Jutta Eckstein, Agile Softwareentwicklung in großen Projekten (Heidelberg: dpunkt, 2012), S. 5.",
    "John L. Austin, Sense and Sensibilia (Oxford: Clarendon Press, 1962), p. 3.",
    "Phan, Thao. ‘Amazon Echo and the Aesthetics of Whiteness’, Catalyst 5 (2019): 1–38.",
)


@pytest.mark.parametrize("note", AGAIN)
def test_a_note_that_cites_a_work_of_the_list_once_more_is_no_entry(note: str) -> None:
    assert Listed(LISTED).has(note)


@pytest.mark.parametrize("note", OTHERS)
def test_a_note_on_another_work_is_one(note: str) -> None:
    assert not Listed(LISTED).has(note)


def test_notes_beside_a_list_are_entries_only_for_other_works() -> None:
    notes = "\n\n".join(f"[^{n}]: {note}" for n, note in enumerate((*AGAIN, *OTHERS), 1))
    said = " ".join(f"Something is said.[^{n}]" for n in range(1, len(AGAIN) + len(OTHERS) + 1))
    listed = "\n".join(f"- {raw}" for raw in LISTED)
    article = read(f"# Title\n\n{said}\n\n## References\n\n{listed}\n\n{notes}\n", path="x.md")
    assert [entry.raw for entry in article.entries] == [*LISTED, *OTHERS]


WORKS = (
    "Dworkin, Craig, No Medium, Cambridge, Mass: The MIT Press, 2013.",
    "Bourdieu, Pierre. Ce que parler veut dire: L’économie des échanges linguistiques. Paris: Fayard, 1982.",
    "———. Méditations pascaliennes. Paris: Seuil, 1997.",
    "Kittler, Friedrich: Optische Medien. Berliner Vorlesung 1999. Berlin: Merve 2002.",
    "Aristóteles. Metafísica. Madrid: Gredos, 1994.",
)


@pytest.mark.parametrize(
    "note",
    [
        "Dworkin, No Medium, p. 28.",
        "See also Dworkin, No Medium, pp. xi–xii (emphasis in the original).",
        "Bourdieu, Ce que parler veut dire, p. 42, je souligne.",
        "Bourdieu, Méditations pascaliennes, p. 12.",
        "Vgl. Kittler, Optische Medien, S. 77 (Hervorhebung im Original).",
        "Aristóteles, Metafísica, 1003a.",
    ],
)
def test_a_name_and_the_words_of_its_title_cite_the_list_once_more(note: str) -> None:
    assert Listed(WORKS).has(note)


@pytest.mark.parametrize(
    "note",
    [
        "Dworkin, Reading the Illegible, p. 28.",
        "Bourdieu, La distinction, p. 12.",
        "Kittler, Aufschreibesysteme 1800/1900, S. 5.",
        "Latour, No Medium, p. 28.",
        "Dworkin.",
    ],
)
def test_another_work_of_a_listed_author_is_another(note: str) -> None:
    assert not Listed(WORKS).has(note)


def test_a_note_with_an_address_of_the_list_is_no_other_work() -> None:
    listed = Listed(("Speciale – Amici per la vita https://www.esempio.it/video/amici_F30874751", "https://site.fr/"))
    assert listed.has("Roberto Olla, Amici, <https://www.esempio.it/video/amici_F30874751>.")
    assert not listed.has("Roberto Olla, Altri amici, <https://www.esempio.it/video/altri_F30874752>.")
    assert not listed.has("Jeanne Moulin, L’eau, https://site.fr/ (consulté le 3 mai)")  # of the whole site


def test_a_note_that_links_to_its_work_needs_no_year() -> None:
    text = (
        "# Nets\n\nBayesian nets[^a] are used in soils, and so are others[^b].\n\n"
        "[^a]: Pearl, J. Probabilistic reasoning in soil systems: networks of inference. "
        "Available [here](https://books.example.org/1234).\n"
        "[^b]: We asked Hale, J. by mail and thank him. His answer is [here](https://thanks.example.org).\n"
    )
    assert [entry.raw[:9] for entry in read(text, path="a.md").entries] == ["Pearl, J."]


def test_a_sentence_in_japanese_that_names_a_standard_is_no_work() -> None:
    assert only_cites("一致規格：ISO/IEC 40500:2012 の内容が一致していることを指します。例えば JIS X8341-3:2016 です。")
    assert only_cites("田中（2012）") and not only_cites("田中太郎『愛着の研究について』東京大学出版会、2012年。")


def test_a_note_on_a_listed_work_says_more_than_its_title() -> None:
    listed = Listed(["Ruiz, Ana, Per Holm, and J. Lund. “The Humanities and Computing: An Introduction.” Wiley, 2004."])
    told = "the catalogue dates the printed volume to 1 January 2004, and the whole of it was later put online."
    assert listed.has(f"Ruiz, Holm and Lund, “The Humanities and Computing: An Introduction”; {told}")
    assert not listed.has(f"Ruiz, “A Critique of the Natural Sciences Before the War”; {told}")


@pytest.mark.parametrize(
    ("notes", "count"),
    [
        (("The Guardian. A new shot appears to outperform others. <https://example.org/a>",
          "Eli Lilly. Zepbound (tirzepatide) prescribing information. <https://example.org/b>"), 2),
        (("Robert Koch-Institut: Epidemiologischer Steckbrief der Grippe. https://example.org/a",
          "Süddeutsche Zeitung: „Was die Impfung bringt“, https://example.org/b"), 2),
        (("Frontiers in Neuroscience. Can it be a target for reward? <https://example.org/a>",
          "Haute Autorité. 2017 : bonnes pratiques de la vaccination. <https://example.org/b>"), 2),
        (("Минздрав. Клинические рекомендации по лечению гриппа. https://example.org/a",
          "Российская газета. Что даёт прививка от гриппа, https://example.org/b"), 2),
        (("El País. La vacuna llega a las escuelas. https://example.org/a",
          "We tried it on our own machine. It took some time: https://example.org/b",
          "There are others. For those see the page https://example.org/c"), 0),
        (("The whole thing was done twice. Nobody noticed before https://example.org/a",
          "Das war schon immer so. Wer es nachlesen will: https://example.org/b"), 0),
    ],
)  # fmt: skip
def test_notes_of_a_publisher_a_title_and_an_address_are_references_where_most_are(
    notes: tuple[str, ...], count: int
) -> None:
    marks = "".join(f"It is said here, and said with a note.[^{n}]\n" for n, _ in enumerate(notes))
    text = "\n".join((f"# Title\n\n{marks}", *(f"[^{n}]: {note}" for n, note in enumerate(notes))))
    assert len(read(text, path="x.md").entries) == count
