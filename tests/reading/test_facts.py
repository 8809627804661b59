"""Language, date and title; encodings."""

from datetime import date

import pytest

from refcheck.reading import read


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("T\n\nGepubliceerd op 3 mei 2020. Laatste update: 21 april, 2022\n", date(2022, 4, 21)),
        ("T\n\nLast updated on March 3, 2021 by Jane\n\nPublished: May 1, 2019\n", date(2021, 3, 3)),
        ("T\n\nVeröffentlicht am 3. Juli 2018\n", date(2018, 7, 3)),
        (
            "T\n\nOp 3 mei 2020 liep iemand over straat en hij zei tegen niemand in het bijzonder dat het regende.\n",
            None,
        ),
        ("T\n\n12 mei 2020\n\nEen stuk tekst.\n", date(2020, 5, 12)),
    ],
)
def test_printed_date(text: str, day: date | None) -> None:
    assert read(text, path="x.txt").date == day


def test_dates_of_references_are_not_the_articles() -> None:
    made = (
        "T\n\nTekst.\n\nBronnen\n\n- BRASIL. Dados. Acesso em: 09 maio 2022. Data: 3 maio 2020. Rio: Ática, "
        "2019.\n- Bowlby, J. (1969). Attachment. Basic Books.\n"
    )
    assert read(made, path="x.md").date is None


def test_front_matter() -> None:
    article = read(
        '---\ntitle: "Een titel"\ndate: 2020-01-02\nlastmod: 2021-03-04\nlang: nl\n---\n\nHoi.\n', path="x.md"
    )
    assert (article.title, article.date, article.language) == ("Een titel", date(2021, 3, 4), "nl")


@pytest.mark.parametrize(
    "broken", ["---\ntitle: [\n---\n\nTekst.\n", "---\n- a\n---\n\nTekst.\n", "+++\nx = \n+++\n\nTekst.\n", "---\n"]
)
def test_broken_front_matter_is_no_reason_to_stop(broken: str) -> None:
    assert "Tekst" in read(broken, path="x.md").text or broken == "---\n"


def test_a_comment_and_a_cookie_banner_do_not_date_the_article() -> None:
    body = "# Rain\n\nRain falls on everyone, and nobody has asked it to.\n\n"
    assert read(body + "## Comments\n\n**Eve** (2 May 2023): Lovely!\n").date is None
    assert read(body + "This site uses cookies. See our policy (updated 1 May 2023).\n").date is None
    assert read(body + "Last updated: 1 May 2023\n").date == date(2023, 5, 1)


def test_a_publication_beats_the_stamp_of_the_last_save() -> None:
    data = '{"@type": "Article", "dateModified": "2024-01-01", "datePublished": "2022-10-10"}'
    page = (
        f'<html><head><script type="application/ld+json">{data}</script></head><body><p>Rain falls.</p></body></html>'
    )
    assert read(page, path="a.html").date == date(2022, 10, 10)
    metas = '<meta property="article:modified_time" content="2024-01-01"><meta name="date" content="2022-10-10">'
    assert read(f"<html><head>{metas}</head><body><p>Rain.</p></body></html>", path="a.html").date == date(2022, 10, 10)
