"""Splitting: one entry a reference, however it is marked, wrapped, broken or glued."""

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refcheck.reading import read
from tests.reading.lists.items import PROSE, A, B, C, entries, raws


@pytest.mark.parametrize("marker", ["•", "◦", "▪", "●", "–", "-", "*", "·", "→", "✓"])
def test_bullets(marker: str) -> None:
    found = entries("\n".join(f"{marker} {r}" for r in (A, B, C)))
    assert [entry.raw for entry in found] == [A, B, C]
    assert {entry.marker for entry in found} == {marker}


@pytest.mark.parametrize("form", ["[{}] ", "{}. ", "{}) ", "({}) ", "{} ", "【{}】", "[{}]", "[^{}]: "])
def test_numbers(form: str) -> None:
    found = entries("\n".join(form.format(n) + r for n, r in enumerate((A, B, C), 1)))
    assert [entry.raw for entry in found] == [A, B, C]
    assert "2" in found[1].marker


def test_circled_and_superscript_numbers() -> None:
    assert raws(f"① {A}\n② {B}\n③ {C}") == [A, B, C]
    assert raws(f"¹ {A}\n² {B}\n³ {C}") == [A, B, C]


@pytest.mark.parametrize("indent", [2, 4, 8])
def test_hanging_indents(indent: int) -> None:
    wrapped = [
        textwrap.fill(r, 70, subsequent_indent=" " * indent, break_on_hyphens=False, break_long_words=False)
        for r in (A, B, C)
    ]
    found = entries("\n".join(wrapped))
    assert [entry.raw for entry in found] == [A, B, C]
    assert found[1].line == found[0].end_line + 1


def test_blank_line_inside_an_entry() -> None:
    broken = B.replace(" https://", "\n\nhttps://")
    assert raws(f"{A}\n\n{broken}\n\n{C}") == [A, B, C]


def test_sentences_right_under_and_between_the_lines_of_a_list() -> None:
    claim = "Alle siterte kilder ble grundig gjennomgått av teamet vårt for å sikre deres kvalitet og pålitelighet."
    disclaimer = (
        "Deze tekst wordt alleen voor informatieve doeleinden aangeboden. Bij twijfel, raadpleeg uw specialist."
    )
    for suffix in ("txt", "md"):
        assert raws(f"{A}\n{B}\n{claim}\n{C}\n{disclaimer}", suffix) == [A, B, C]


def test_glued_on_one_line() -> None:
    found = entries(f"{A} {B} {C}")
    assert [entry.raw for entry in found] == [A, B, C]
    assert {entry.line for entry in found} == {7}


def test_separated_by_semicolons() -> None:
    made = f"Titel\n\n{PROSE}\n\nBronnen: {A.rstrip('.')}; {C.rstrip('.')}; {B}\n"
    assert [entry.raw for entry in read(made, path="x.txt").entries] == [A.rstrip("."), C.rstrip("."), B]


def test_numbered_through_one_paragraph() -> None:
    assert raws(f"1. {A} 2. {B} 3. {C}") == [A, B, C]
    assert raws(f"[1] {A} [2] {B} [3] {C}") == [A, B, C]


@pytest.mark.parametrize("tag", ["<br>", "<br/>\n", "<br><br>", "<br />"])
def test_br(tag: str) -> None:
    escaped = [r.replace("&", "&amp;") for r in (A, B, C)]
    assert raws("<p>" + tag.join(escaped) + "</p>", "html") == [A, B, C]
    assert raws("<div>" + tag.join(escaped) + "</div>", "html") == [A, B, C]


def test_one_item_with_paragraphs_and_breaks_is_one_entry() -> None:
    item = "<li><p>Bowlby, J. (1969).</p><p><em>Attachment and loss</em>.<br>New York: Basic Books.</p></li>"
    assert raws(f"<ul>{item}<li>{C}</li></ul>", "html") == [
        "Bowlby, J. (1969). Attachment and loss. New York: Basic Books.",
        C,
    ]


def test_description_list() -> None:
    assert raws(f"<dl><dt>[1]</dt><dd>{A}</dd><dt>[2]</dt><dd>{C}</dd></dl>", "html") == [A, C]


def test_nested_list() -> None:
    assert raws(f"<ul><li>Boeken<ul><li>{A}</li><li>{C}</li></ul></li></ul>", "html") == [A, C]


def test_italics_are_a_hint_and_no_markup() -> None:
    (first, _) = entries(f"- Bowlby, J. (1969). *Attachment and loss*. New York: **Basic Books**.\n- {C}", "md")
    assert first.raw == "Bowlby, J. (1969). Attachment and loss. New York: Basic Books."
    assert first.italics == ("Attachment and loss",)


def test_hidden_doi_is_printed() -> None:
    (first, _) = entries(
        f"- Hazan, C. (1987). [Romantic love](https://doi.org/10.1037/0022-3514.52.3.511). *JPSP*, 52.\n- {C}", "md"
    )
    assert first.raw.endswith("52. https://doi.org/10.1037/0022-3514.52.3.511")


def test_labels_of_link_services_are_dropped() -> None:
    page = (
        f'<ol><li>{A} <a href="https://scholar.google.com/x">Google Scholar</a> <a '
        f'href="#">CrossRef</a></li><li>{C}</li></ol>'
    )
    assert raws(page, "html") == [A, C]


def test_glued_entry_that_stays_whole_is_said() -> None:
    article = read(f"# T\n\n## Bronnen\n\n- {A}\n- {C}\n- Zo en zo. {'x' * 20} {B}\n", path="x.md")
    assert article.items_seen == len(article.entries) + sum(gap.reason == "unread" for gap in article.unread)


@settings(max_examples=50, deadline=None)
@given(width=st.integers(45, 110), order=st.permutations([A, B, C]), marker=st.sampled_from(["[{}] ", "{}. "]))
def test_numbered_lists_survive_any_width(width: int, order: list[str], marker: str) -> None:
    rows = [
        textwrap.fill(marker.format(n) + r, width, break_on_hyphens=False, break_long_words=False)
        for n, r in enumerate(order, 1)
    ]
    assert raws("\n".join(rows)) == order


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=600), st.sampled_from(["txt", "md", "html", "tex", "rst", "bib", "xml"]))
def test_any_text_is_read(made: str, suffix: str) -> None:
    article = read(made, path=f"x.{suffix}")
    assert article.items_seen >= len(article.entries)
    assert all(1 <= entry.line <= entry.end_line for entry in article.entries)


CLOUDS = (
    "Rowe, T. (2001). A short history of rain. Weather Press.",
    "de Vos, U. (2004). On fog, and on those who wait in it. Mist Books.",
    "Thorne, P. (2011). What the barometer knew. Journal of Weather, 3(2), 11–19.",
)


def _page(rows: list[str]) -> str:
    return f"<html><body><p>Rain falls on all.</p><h2>References</h2>{''.join(rows)}</body></html>"


@pytest.mark.parametrize(
    ("row", "marker"),
    [
        ("<div class='csl-entry'><div class='csl-left-margin'>[{n}]</div><div class='csl-right-inline'>{x}</div></div>",
         "[{n}]"),
        ("<div class='csl-entry'>\n <div class='csl-left-margin'>{n}. </div><div class='csl-right-inline'>{x}</div>\n"
         "</div>", "{n}."),
        ("<p><span>{n}</span><span>{x}</span></p>", "{n}"),
        ("<table><tr><td>[Fog{n}]</td><td>{x}</td></tr></table>", "[Fog{n}]"),
        ("<dl><dt>[Fo0{n}]</dt><dd>{x}</dd></dl>", "[Fo0{n}]"),
        ("<p>[{n}]</p><p>{x}</p>", "[{n}]"),
    ],
)  # fmt: skip
def test_labels_beside_the_entries_are_markers(row: str, marker: str) -> None:
    article = read(_page([row.format(n=n, x=x) for n, x in enumerate(CLOUDS, 1)]), path="a.html")
    assert [entry.raw for entry in article.entries] == [*CLOUDS]
    assert [entry.marker for entry in article.entries] == [marker.format(n=n) for n in (1, 2, 3)]


def test_the_number_column_of_a_table_is_no_text() -> None:
    rows = "\n".join(f"| {n} | {x} |" for n, x in enumerate(CLOUDS, 1))
    article = read(f"# Rain\n\n## References\n\n| # | Source |\n|---|---|\n{rows}\n", path="a.md")
    assert [entry.raw for entry in article.entries] == [*CLOUDS]


def test_what_begins_at_the_indent_of_an_entry_goes_on_with_it() -> None:
    first = "Binfield, P. (2014). Novel scholarly journal concepts. In S. Bartling (Ed.), Opening"
    rest = "    science (pp. 1-9). Basel:\n\n    Springer International Publishing."
    text = f"References\n\n{first}\n{rest}\n\n{B}\n\n{C}\n"
    found = [entry.raw for entry in read(text, path="x.txt").entries]
    assert found[0] == f"{first} science (pp. 1-9). Basel: Springer International Publishing."
    assert len(found) == 3


def test_a_hanging_indent_says_more_than_names_and_years() -> None:
    rows = [
        ("de Rond, Mark. 2008a. From nausea to method. Flash video,", "University of Cambridge."),
        ("de Rond, Mark. 2008b. The last amateurs: To hell", "and back. London: Icon Books."),
        (
            "Ellis, Carolyn, and Arthur P. Bochner, eds. 1996. Composing",
            "ethnography. Walnut Creek, CA: AltaMira Press.",
        ),
        ("Gergen, Kenneth J., and Mary Gergen. 2001. Representation.", "In Speaking, ed. Carolyn Ellis. Oxford: Berg."),
    ]
    text = "References\n\n" + "\n".join(f"{a}\n  {b}" for a, b in rows)
    assert [entry.raw for entry in read(text, path="x.txt").entries] == [f"{a} {b}" for a, b in rows]


@pytest.mark.parametrize(
    "entry",
    [
        "de Jong, Irene. “Herodotus en het wonder van Salamis.” Lampas, vol. 55, no. 2, 2022, pp. 103–118.",
        "von Neumann, J. (1945). First draft of a report on the EDVAC. University of Pennsylvania.",
        "van der Waals JD. On the continuity of the gaseous state. Nature 1873;5:1-3.",
        "al-Khalili, Jim (2010): Pathfinders. London: Allen Lane.",
        "dos Santos, M. (2011). Título do artigo. Revista, 4, 5–9.",
    ],
)
@pytest.mark.parametrize("end", ["https://doi.org/10.5117/forum2022.3.011.cass", "doi:10.5117/abc.def", "no. 3, 2022"])
def test_a_particle_begins_an_entry_whatever_stands_before_it(entry: str, end: str) -> None:
    before = f"Templeton, Elena. “Kan kunst vrouwelijk zijn?” FORUM+, vol. 29, no. 3, 2022, pp. 54–57. {end}"
    text = f"# An article\n\nIts text.\n\n## References\n\n{before}\n\n{entry}\n"
    assert [found.raw for found in read(text.encode(), path="a.md").entries] == [before, entry]


def test_numbers_divide_what_else_names_and_years_would() -> None:
    """The style of the ACM: "[2] Jane Doe. 2015. Title."."""
    listed = [
        "[1] Aitor Almeida and Gorka Azkune. 2018. Predicting human\n  behaviour with networks. Sciences 8, 2, 1-9.",
        "[2] Diane Cook and Ann Smith. 2015. Activity learning:\n  recognizing human behavior from sensors. Wiley.",
        "[3] Martin Prince. 2014. The impact of dementia:\n  an analysis of prevalence, costs. Disease Press.",
        "[4] Emmanuel Tapia and Kent Larson. 2004. Sensors\n  for behavior. In Proceedings of Ubicomp. Springer.",
    ]
    found = raws("\n".join(listed))
    assert len(found) == 4 and not any("[" in raw for raw in found)


NUMBERED = (
    "[1] Lind, A. (2009). Mosses of the north. Acta Botanica, 3(2), 11-19.",
    "[2] Berg, B. (2011). Peat and time. Oslo: Fjell.",
    "[3] Holm, C. (2015). Lichens on stone. Nordic Journal of Botany, 8(1), 3-8.",
)


@pytest.mark.parametrize("rest", ["https://doi.org/10.1000/xyz.7", "<https://example.org/peat>", "doi: 10.1000/xyz.7"])
def test_an_address_without_a_number_belongs_to_the_number_above_it(rest: str) -> None:
    first, second, third = NUMBERED
    text = f"Title\n\n{PROSE}\n\nReferences\n\n{first}\n\n{second}\n\n{rest}\n\n{third}\n"
    assert [entry.raw for entry in read(text, path="a.txt").entries] == [
        first[4:],
        f"{second[4:]} {rest}",
        third[4:],
    ]


BROKEN = {  # a work over two paragraphs: its journal, or its imprint, in the second
    "en": ("Carter, R. S. (2010). The growth of moss.", "Journal of Bryology, 12(3), 1-20."),
    "de": ("Müller, Hans: Moose der Alpen.", "Stuttgart: Ulmer, 2001."),
    "fr": ("Dupont, M. Mousses et lichens.", "Paris : Masson, 1998."),
    "pt": ("SILVA, J. Musgos do Brasil.", "São Paulo: Edusp, 2004."),
    "ru": ("Иванов И. И. Мхи и лишайники.", "М.: Наука, 2001. 234 с."),
}


@pytest.mark.parametrize("language", BROKEN)
def test_the_journal_or_the_imprint_in_a_paragraph_of_its_own(language: str) -> None:
    before, after = BROKEN[language]
    others = [one[4:] for one in NUMBERED]
    text = "\n\n".join(["Title", PROSE, "References", others[0], before, after, *others[1:]])
    assert [entry.raw for entry in read(text, path="a.txt").entries] == [others[0], f"{before} {after}", *others[1:]]


def test_a_title_and_the_next_authors_book_are_two() -> None:
    works = ("Carter, R. S. The growth of moss. Oxford: Plume, 2010.", "Dupont, M. Mousses. Paris: Masson, 1998.")
    text = "\n\n".join(["Title", PROSE, "References", *works])
    assert [entry.raw for entry in read(text, path="a.txt").entries] == list(works)


def test_a_paragraph_that_begins_with_a_comma_goes_on() -> None:
    assert raws(f"## References\n\n{A}\n\n{B.rstrip('.')}\n\n, reprinted 2014.\n\n{C}\n") == [
        A,
        f"{B.rstrip('.')} , reprinted 2014.",
        C,
    ]


def test_a_caption_that_counts_the_parts_of_its_figure_is_not_divided() -> None:
    caption = "Figure 2: 1. Hyla arborea (Linnaeus, 1758), 2. Rana arvalis (Nilsson, 1842), 3. Bufo bufo (L., 1758)."
    assert raws(f"## References\n\n{A}\n\n{caption}\n\n{B}\n\n{C}\n") == [A, B, C]


def test_an_imprint_on_its_own_belongs_to_the_reference_above() -> None:
    works = (
        "Graf, A. (2018). Böden im Wandel.\n\nZürich: Haupt. https://doi.org/10.1234/abcd",
        "Ruiz, P. (2011). Costras y suelos.\n\nNew York, NY: Wiley.",
        "Silva, J. (2010). Redes de água. Porto: Afrontamento.",
    )
    page = "\n\n".join(works)
    text = f"# A\n\nOn soils.\n\n## References\n\n{page}\n"
    assert [entry.raw[-6:] for entry in read(text, path="a.md").entries] == ["4/abcd", "Wiley.", "mento."]
    other = "Redes: Uma história. Porto, 2012. https://example.org/redes"
    assert len(read(f"{text}\n{other}\n", path="a.md").entries) == 4


@pytest.mark.parametrize(
    "kind",
    [
        "Dissertação de Mestrado. Universidade Federal, 2018.",
        "Dissertation (Dr. phil.). Universität Kiel, 2018.",
        "Tesis de maestría. Universidad de Lima, 2018.",
    ],
)
def test_the_kind_of_a_thesis_below_its_title_goes_on(kind: str) -> None:
    head = "MELO, Ana Bezerra de. Levantamento de requisitos para sistemas digitais. 2018."
    assert raws(f"## Referências\n\n{A}\n\n{head}\n\n{kind}\n\n{B}\n\n{C}\n") == [A, f"{head} {kind}", B, C]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Moreau, Jean. ‘La photographie des villes’, Revue d’images, 7.1, ([1965] 1991).",
            "hooks, bell. ‘The margins and the centre’, Reconstruction, 6. 4 (2006)",
        ),
        (
            "Berg, Anna. ‘Tales of a diary’, Reframe, 2012, http://example.org/of-a-video- diary-by-anna/",
            "Chan, Sara. ‘Television of the people’, Journal of Film, 64.1 (2012)",
        ),
        ("Instituto do Mar. Leitura das ondas. Lisboa, PT: Instituto do Mar, 2020.-", "REIS, ANA. Ondas. Porto, 2011."),
        ("Иванов И. И. История соли. М.: Наука, 2015. –", "Петров П. П. Почвы севера. СПб.: Питер, 2016."),
    ],
)
def test_a_paragraph_that_is_a_reference_of_its_own_is_no_rest(before: str, after: str) -> None:
    assert raws(f"## References\n\n{A}\n\n{before}\n\n{after}\n\n{B}\n\n{C}\n") == [A, before, after, B, C]


@pytest.mark.parametrize(
    "after", ["journal of ponds, 12(3), 2004, pp. 1-20. doi:10.1234/ponds", "Brandt, K. On ponds. 2004."]
)
def test_what_breaks_off_goes_on_in_the_next_paragraph(after: str) -> None:
    before = "Anders, B. Of frogs and their ponds," if after[0].islower() else "Anders, B., and"
    assert raws(f"## References\n\n{A}\n\n{before}\n\n{after}\n\n{B}\n\n{C}\n") == [A, f"{before} {after}", B, C]
