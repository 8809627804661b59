"""Notes at the foot of a PDF's pages are read as notes; a list in small letters is none."""

from refcheck.reading import read
from tests.reading.formats.pdf.test_document import ENTRIES, LIST, page, pdf

TEXT = [f"This is line {n} of the running text of an article that cites in notes" for n in range(12)]
WORKS = (
    "David Miller, Grundzüge sozialer Gerechtigkeit, Frankfurt am Main 2008, S. 12.",
    "Vgl. Michael Young, The Rise of Meritocracy, London: Thames 1958, S. 125-130.",
    "Der Begriff wird hier in seinem weiteren Sinn gebraucht und nicht anders.",
    "John Rawls, Eine Theorie der Gerechtigkeit, Frankfurt am Main: Suhrkamp 1975, S. 29.",
)


def footed(first: int, notes: tuple[str, ...]) -> list[tuple[float, float, str]]:
    """A page of text with notes in smaller letters at its foot."""
    foot = [(50.0, 300.0 - 9 * n, f"7|{n + first} {note}") for n, note in enumerate(notes)]
    return [*page([([f"{'Fair' if first == 1 else 'Just'}: {line}" for line in TEXT], 0)]), *foot]


def test_notes_at_the_foot_of_the_pages_are_references() -> None:
    article = read(pdf([footed(1, WORKS[:2]), footed(3, WORKS[2:])]), path="x.pdf")
    assert [(entry.marker, entry.raw) for entry in article.entries] == [
        ("1", WORKS[0]),
        ("2", WORKS[1].removeprefix("Vgl. ")),
        ("4", WORKS[3]),
    ]
    assert not article.unread


def test_the_text_goes_on_over_a_note() -> None:
    text = read(pdf([footed(1, WORKS[:2]), footed(3, WORKS[2:])]), path="x.pdf").text
    assert "Der Begriff" in text and text.index("line 11") < text.index("Der Begriff")


def test_a_numbered_list_in_small_letters_is_no_notes() -> None:
    numbered = [([f"7|{n}. {one[0]}", *(f"7|{rest}" for rest in one[1:])], 0.0) for n, one in enumerate(LIST, 1)]
    found = read(pdf([page([(TEXT, 0), (["14|References"], 0), *numbered])]), path="x.pdf").entries
    assert [entry.raw for entry in found] == ENTRIES
    assert {entry.heading for entry in found} == {"References"}


def test_a_note_that_only_leads_to_a_site_is_no_reference_of_the_list() -> None:
    listed = page([(TEXT, 0), (["14|References"], 0), *((one, 9.0) for one in LIST)])
    noted = footed(1, ("https://example.org/program", "For the term see Mainzer et al. (2011), where it is explained."))
    assert [entry.raw for entry in read(pdf([noted, listed]), path="x.pdf").entries] == ENTRIES
