"""Layouts of real articles: where the references are, and what stands around them and is none."""

import pytest

from refcheck.api import cite
from refcheck.reading import read

TEXT = (
    "Sleep helps us remember. Walker showed how the night files what the day has brought, and teachers have long "
    "known it. We look at what is known, and at what nobody has found out so far."
)
WALKER = "Walker, M. (2017). Why we sleep: Unlocking the power of sleep and dreams. Scribner."
RASCH = "Rasch, B., & Born, J. (2013). About sleep’s role in memory. Physiological Reviews, 93(2), 681–766."
POLL = "National Sleep Foundation. (2020). Sleep in America poll 2020. https://www.thensf.org/sleep-in-america-polls/"
CLAIM = "All cited sources were reviewed by our editors for their quality, reliability, currency and validity."


def raws(source: str, path: str) -> list[str]:
    return [entry.raw for entry in read(source, path=path).entries]


@pytest.mark.parametrize("behind", ["", "\n\nUpdated on 3 May 2021"])
def test_a_single_reference_ends_an_article_without_a_heading(behind: str) -> None:
    assert raws(f"# Sleep\n\n{TEXT}\n\n{TEXT}\n\n{RASCH}{behind}\n", "a.md") == [RASCH]


@pytest.mark.parametrize(
    "last",
    [
        "Walker, M. wrote in 2017 that we sleep too little, and that nobody wants to hear of it at all.",
        "Smith, J. (2019). Treasurer.",
        "Rasch (2013) found that sleep helps memory, as did many others before and after this study.",
    ],
)
def test_the_last_paragraph_is_no_reference_because_it_names_a_year(last: str) -> None:
    assert raws(f"# Sleep\n\n{TEXT}\n\n{last}\n", "a.md") == []


def test_what_an_annotated_list_says_of_a_work_is_not_of_the_reference() -> None:
    said = "A useful overview for beginners and students alike."
    items = "\n\n".join(f"- {raw}\n\n  {said}" for raw in (WALKER, POLL, RASCH))
    assert raws(f"# Sleep\n\n{TEXT}\n\n## References\n\n{items}\n", "a.md") == [WALKER, POLL, RASCH]
    page = "".join(f"<li><p>{raw}</p><p>{said}</p></li>" for raw in (WALKER, POLL, RASCH))
    assert raws(f"<html><p>{TEXT}</p><h2>References</h2><ul>{page}</ul></html>", "a.html") == [WALKER, POLL, RASCH]


def test_a_word_behind_an_address_is_not_part_of_it() -> None:
    assert raws(f"{TEXT}\n\nReferences\n\n{WALKER}\n\n{POLL}\nAccessed 3 May 2021.\n", "a.txt") == [
        WALKER,
        f"{POLL} Accessed 3 May 2021.",
    ]


def test_how_to_cite_the_article_is_none_of_its_sources() -> None:
    own = '<div class="csl-entry">Silva, J. (2021). Sleep and memory. <i>Journal of Sleep</i>, 3(1), 1–9.</div>'
    listed = f"<section class='references'><h2>References</h2><p>{WALKER}</p><p>{RASCH}</p></section>"
    assert raws(f"<html><p>{TEXT}</p>{listed}<h2>How to cite</h2>{own}</html>", "a.html") == [WALKER, RASCH]


def test_footnotes_that_a_letter_prints_below_itself() -> None:
    notes = "".join(
        f'<div class="footnote"><a class="footnote-number">{n}</a><div><p>{raw}</p></div></div>'
        for n, raw in enumerate((WALKER, RASCH), start=1)
    )
    assert raws(f"<html><article><p>{TEXT}</p>{notes}</article></html>", "a.html") == [WALKER, RASCH]


def test_footnotes_at_the_foot_of_the_pages_of_a_text() -> None:
    pages = [
        f"Sleep and memory\n{TEXT}1\n1 Rasch, B., & Born, J. (2013). About sleep’s role in memory.\n"
        "Physiological Reviews, 93(2), 681–766.\n17",
        f"{TEXT}2\n2 {WALKER}\n18",
        TEXT,
    ]
    article = read("\n\f".join(pages), path="a.txt")
    assert [entry.raw for entry in article.entries] == [RASCH, WALKER]
    assert [(entry.line, entry.end_line) for entry in article.entries] == [(3, 4), (7, 7)]
    assert article.text.count("nobody has found out") == 3


def test_a_numbered_list_on_the_last_page_is_no_footnotes() -> None:
    first = RASCH.replace("role in", "role\nin")
    text = f"{TEXT}\n\fReferences\n1 {first}\n2 {WALKER}\n3 {POLL}\n18\n"
    assert raws(text, "a.txt") == [RASCH, WALKER, POLL]


@pytest.mark.parametrize(
    ("fence", "line"), [("---", f'review: "{CLAIM}"'), ("---", f"review: >\n  {CLAIM}"), ("+++", f'review = "{CLAIM}"')]
)
def test_the_front_matter_may_hold_the_claim(fence: str, line: str) -> None:
    article = cite(read(f"{fence}\n{line}\n{fence}\n\n{TEXT}\n", path="a.md"))
    assert article.claim is not None
    assert article.claim.text == CLAIM
    assert article.claim.line == 2 + line.count("\n")
    assert CLAIM not in article.text


def test_the_front_matter_may_hold_the_list() -> None:
    article = read(f'---\nreferences:\n  - "{WALKER}"\n  - "{RASCH}"\n---\n\n{TEXT}\n', path="a.md")
    assert [(entry.raw, entry.line) for entry in article.entries] == [(WALKER, 3), (RASCH, 4)]


def test_a_programme_is_no_list_of_works() -> None:
    talks = "<li>Smith, J. – Talk on noise, 3 May 2019, Room 2</li><li>Jones, K. – Workshop, 4 May 2019, Room 3</li>"
    assert raws(f"<html><h1>Events</h1><p>{TEXT}</p><ul>{talks}</ul></html>", "a.html") == []


def test_a_work_with_commas_only_is_no_short_citation() -> None:
    listed = "- Corbin, Alain, Histoire du silence, Paris, Albin Michel, 2016.\n"
    listed += "- ADEME, Le bruit en France, Angers, 2021, 78 p.\n"
    assert len(raws(f"# Bruit\n\n{TEXT}\n\n## Pour en savoir plus\n\n{listed}", "a.md")) == 2


def test_more_on_the_subject_is_no_entry() -> None:
    text = f"{TEXT}\n\nQuellen\n\n{WALKER}\n\n{RASCH}\n\nMehr zum Thema: Stille (2019)\n"
    assert raws(text, "a.txt") == [WALKER, RASCH]


def entries_of(text: str) -> list[str]:
    return [entry.raw for entry in read(text).entries]


@pytest.mark.parametrize("heading", ["参考資料", "Kaynaklar", "Referencias", "Literatur", "Источники"])
def test_addresses_in_paragraphs_are_one_each(heading: str) -> None:
    addresses = ["https://a.org/one/", "https://b.org/two-", "https://c.org/three"]
    assert entries_of(f"# T\n\nText.\n\n## {heading}\n\n" + "\n\n".join(addresses) + "\n") == addresses


@pytest.mark.parametrize(
    ("heading", "beside"), [("参考資料", "Rの教科書"), ("Bronnen", "Een gids van"), ("Fontes", "Do")]
)
def test_short_linked_titles_count_beside_a_longer_one_and_where_there_is_nothing_else(
    heading: str, beside: str
) -> None:
    items = [
        "[PEP 8](https://a.org/1)",
        f"{beside} [data visualization for everyone](https://b.org/2)",
        "[dplyr](https://c.org/3)",
    ]
    assert len(entries_of(f"# T\n\nText.\n\n## {heading}\n\n" + "".join(f"- {item}\n" for item in items))) == 3
    short = "".join(f"- {items[k]}\n" for k in (0, 2))
    assert len(entries_of(f"# T\n\nText.\n\n## {heading}\n\n{short}")) == 2
    assert entries_of(f"# T\n\nText.\n\n## {heading}\n\n{short}- see above\n") == []


@pytest.mark.parametrize(
    "subtitle",
    [
        "Eine Diskussion im Kontext der frühen ethnologischen Fotografie. Visual\nHistory. Online verfügbar unter\n",
        "Une discussion dans le contexte de la photographie ethnologique ancienne.\nVisual History. En ligne :\n",
    ],
)
def test_a_subtitle_at_the_break_of_a_line_goes_on(subtitle: str) -> None:
    first = "Adler, M. (2016): The Case. In: Knowledge Organization 43 (8), S. 1-5."
    second = f"Harbeck, Matthias (2020): Freiwilligkeit und Zwang.\n{subtitle}https://visual-history.de/2020/,\n2021."
    assert len(entries_of(f"# T\n\nText.\n\n### Literatur\n\n{first}\n\n{second}\n")) == 2


@pytest.mark.parametrize(
    "note",
    [
        "Vergleiche Foucault (1981), S. 259",
        "Derselbe (2012), S. 11",
        "Vergleiche ders. (1983), S. 62 ff.",
        "Uhlig, 1964, S. 46. Missio-Sign. IX-7/27",
        "Foucault 1981, p. 12. Cote BnF 8-Z-1",
    ],
)
def test_a_short_note_that_cites_the_list_is_no_entry(note: str) -> None:
    listed = [
        "Foucault, Michel (1981): Archäologie des Wissens. Frankfurt am Main: Suhrkamp.",
        "Schrenk, Friedemann (2018): Menschen und Dinge. Frankfurt am Main: Societäts-Verlag.",
        "Uhlig, Ralf-Dieter (1964): Peru. Buchenhain vor München: Mai's Reiseführer.",
    ]
    text = "# T\n\nEin Text[^1] mit Noten[^2].\n\n### Literatur\n\n" + "\n\n".join(listed)
    assert len(entries_of(f"{text}\n\n[^1]: {note}\n\n[^2]: Schrenk, 2018, S. 46\n")) == 3


def test_a_lesson_that_shows_a_bib_file_lists_nothing() -> None:
    bib = "```bibtex\n@book{a2016, title = {R for Data Science}, author = {Grolemund, G.}, year = {2016}}\n```\n"
    said = "Wie man Literatur angibt, wird hier erklärt, und zwar so ausführlich, wie es nur geht.\n"
    yaml = "```yaml\nbibliography: refs.bib\n```\n"
    assert entries_of(f"# Quarto\n\n## Literatur\n\n{said}\n{bib}\n{said}\n{yaml}\n{said}\n") == []
    assert len(entries_of(f"# Quarto\n\nText.\n\n## Literatur\n\n{bib}")) == 1
