"""The list is found in any language, with or without a heading, and nothing else is taken for one."""

import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refcheck.reading import read
from tests.reading.lists.examples import CLAIM, PROSE, REFERENCES, raws, text


def test_claim_between_the_references() -> None:
    article = read(text(between=CLAIM), path="x.txt")
    assert raws(article) == list(REFERENCES)
    assert article.unread == ()


@pytest.mark.parametrize(
    "body",
    [
        "Smith (2010) found that tea helps. Jones and Brown (2018) disagree, and so does everybody else in the field.",
        "1914: The war begins.\n1918: The war ends.\n1939: It begins again.",
        "Foto 1 Teatro Mariinsky (1860): estilo eclético.\n\nFoto 2 Opéra Garnier (1875): estilo historicista.",
        "- Milk (2 l)\n- Eggs, 12\n- Bread, 3.50\n- Call Smith, J. about 2020",
        "Source: Reuters",
        "Opening hours: 9-17. Tickets: www.example.org, 12.50 (2021).",
        "Sources: this article was written from memory, and the author does not remember whose.",
    ],
)
def test_no_list_no_entries(body: str) -> None:
    for suffix in ("txt", "md", "html"):
        article = read(f"A title\n\n{body}\n", path=f"x.{suffix}")
        assert article.entries == ()


def test_empty_article() -> None:
    article = read("", path="x.txt")
    assert (article.entries, article.unread, article.text, article.items_seen) == ((), (), "", 0)


def test_remarks_under_the_heading_of_a_list_promise_no_references() -> None:
    article = read("# Titel\n\nEen verhaal.\n\n## Bronnen\n\n- zie boven\n- het grote boek\n", path="x.md")
    assert (article.entries, article.unread) == ((), ())


@pytest.mark.parametrize("heading", ["Bronnen", "Referências", "参考", "Источники"])
def test_links_and_nothing_else_under_the_heading_of_a_list_are_its_entries(heading: str) -> None:
    made = f"# Titel\n\nEen verhaal.\n\n## {heading}\n\n{{}}\n\n## Slot\n\nEen slot.\n"
    links = "1. [Queue](https://example.org/w/queue)\n2. [Deque](https://example.org/2019/deque)"
    assert len(read(made.format(links), path="x.md").entries) == 2
    assert len(read(made.format("[RFC 6066](https://example.org/rfc6066)"), path="x.md").entries) == 1
    assert (
        len(
            read(
                made.format("[RFC 6066](https://example.org/rfc6066)\n\n> Follow me: [here](https://example.org)"),
                path="x.md",
            ).entries
        )
        == 1
    )
    assert read(made.format("Zie [RFC 6066](https://example.org/rfc6066) voor meer."), path="x.md").entries == ()


def test_quotations_among_references_are_none_of_them() -> None:
    made = (
        "# Titel\n\nEen verhaal.\n\n## Literatuur\n\nJansen, P. (2010). *Het meer*. Amsterdam: Bakker.\n\n"
        "> Bakker, K. (2011). Volg mij op [deze site](https://example.org).\n\n"
        "Kramer, L. (2012). *De zee*. Utrecht: Ploeg.\n"
    )
    assert [entry.raw[:6] for entry in read(made, path="x.md").entries] == ["Jansen", "Kramer"]
    quoted = "# Titel\n\nEen verhaal.\n\n## Literatuur\n\n> Jansen, P. (2010). *Het meer*. Amsterdam: Bakker.\n"
    assert len(read(quoted, path="x.md").entries) == 1


@pytest.mark.parametrize(
    ("title", "part", "others"),
    [
        ("Bibliografia", "Fonti primarie", "Studi e repertori"),
        ("Bibliography", "Primary sources", "Studies"),
        ("Literaturverzeichnis", "Quellen", "Darstellungen"),
    ],
)
def test_a_part_of_a_bibliography_does_not_end_it(title: str, part: str, others: str) -> None:
    made = (
        f"# {title}\n\n## {part}\n\n- Tommaso, *De ente*: <https://example.org/oee.html>.\n"
        f"- Tommaso, *Summa*: <https://example.org/sth.html>.\n\n## {others}\n\n"
        "- Rossi, Anna, “On being”, *Rivista*: <https://example.org/1>.\n"
        "- Bruno Verdi, “Atti e potenze del mondo latino nel tardo medioevo”, *Enciclopedia della Filosofia*: <https://example.org/2>.\n"
        "- Neri, Carlo (1990). *Forme*: <https://example.org/3>.\n"
    )
    assert len(read(made, path="x.md").entries) == 5


@pytest.mark.parametrize("text", ["参考资料", "Sources"])
def test_every_item_of_a_list_that_leads_somewhere_is_an_entry(text: str) -> None:
    told = (
        "tells at length in one sentence without any stop how the whole of the economy of the game came to be and why"
    )
    rows = "".join(
        f"- **{name}**: {told}. → [link](https://example.org/{name})\n" for name in ("Aster", "Brink", "Cole")
    )
    made = f"# Titel\n\nEen verhaal.\n\n## {text}\n\n{rows}"
    assert len(read(made, path="x.md").entries) == 3
    assert read(made.replace("## ", "## Tags and "), path="x.md").entries == ()


def test_what_the_front_matter_lists_again_is_listed_once() -> None:
    works = [
        "Ruiz, Ana (2001). Los montes. https://example.org/works/1",
        "Prado, Eva (2003). Los ríos. https://example.org/works/2",
        "Soto, Luis (2005). Los mares. https://example.org/works/3",
    ]
    front = "---\nsources:\n" + "".join(f'  - "{work}"\n' for work in works) + "---\n\nTexto sobre los montes.\n"
    printed = "\n## Fuentes\n\n" + "".join(f"- {work}\n" for work in works)
    assert [entry.line for entry in read(front, path="x.md").entries] == [3, 4, 5]
    assert [entry.line for entry in read(front + printed, path="x.md").entries] == [12, 13, 14]


def test_a_lesson_on_bibliographies_promises_none() -> None:
    made = (
        "# Урок\n\n## Библиография\n\nКаждая запись имеет форму.\n\n```\n@book{winter2020,\n  year = {2020}\n}\n"
        "```\n\n"
        "Здесь winter2020 — метка, 2020 — год издания.\n\nПример: Wickham и Grolemund 2016, Winter 2020.\n\n"
        "Ключ winter2020 ставится после знака.\n\n```\nbibliography: a.bib\n```\n"
    )
    article = read(made, path="x.md")
    assert (article.entries, article.unread) == ((), ())


def test_a_list_that_cannot_be_read_is_said() -> None:
    article = read(
        "Titel\n\nEen verhaal over niets in het bijzonder.\n\nBronnen\n\n- zie 1998\n- het grote boek, 2001\n",
        path="x.txt",
    )
    assert article.entries == ()
    assert [(gap.reason, gap.line) for gap in article.unread] == [("no-list", 5)]


def test_several_lists_keep_their_headings() -> None:
    first, second, third = REFERENCES
    made = (
        f"# T\n\n{PROSE}\n\n## Sources\n\n### Books\n\n- {first}\n- {third}\n\n### Articles\n\n- "
        f"{second}\n\n## Comments\n\n- {first}\n"
    )
    article = read(made, path="x.md")
    assert [(entry.raw, entry.heading) for entry in article.entries] == [
        (first, "Books"),
        (third, "Books"),
        (second, "Articles"),
    ]


def test_short_items_in_a_list_of_references_count() -> None:
    made = "## Bronnen\n\n" + "".join(
        f"- {r}\n" for r in (*REFERENCES, "Persoonlijke mededeling van de auteur", *REFERENCES)
    )
    article = read(made, path="x.md")
    assert len(article.entries) == 7 == article.items_seen


def test_navigation_sidebars_and_comments_are_no_list() -> None:
    listed = "".join(f"<li>{r}</li>" for r in REFERENCES)
    page = (
        f"<body><nav><ul>{listed}</ul></nav><main><h1>T</h1><p>{PROSE}</p></main><aside "
        f"class='related'><h2>References</h2>"
        f"</aside><div class='comments'><p>{REFERENCES[0]}</p><p>{REFERENCES[1]}</p></div></body>"
    )
    assert read(page, path="x.html").entries == ()


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10_000), blanks=st.integers(1, 3))
def test_entries_stand_in_the_text_in_order_on_their_lines(seed: int, blanks: int) -> None:
    rnd = random.Random(seed)
    chosen = [rnd.choice(REFERENCES).replace("(19", f"({rnd.choice(('18', '19'))}") for _ in range(rnd.randint(2, 6))]
    made = (
        f"Titel\n\n{PROSE}\n\nReferenties\n"
        + "\n" * blanks
        + "".join(reference + "\n" * blanks for reference in chosen)
    )
    rows = made.split("\n")
    entries = read(made, path="x.txt").entries
    assert [entry.raw for entry in entries] == chosen
    for entry in entries:
        assert " ".join(rows[entry.line - 1 : entry.end_line]).strip() == entry.raw
    assert all(a.end_line < b.line for a, b in pairwise(entries))


def test_a_list_of_web_sources_under_a_promising_heading() -> None:
    made = (
        "# Slapen\n\nTekst.\n\n## Bronnen\n\n- [Slaapproblemen](https://www.example.org/slaap)\n"
        "- Stichting, slaapstoornissen: https://www.example.com/a\n- Instituut. Slaap en stress.\n"
    )
    assert raws(read(made, path="x.md")) == [
        "Slaapproblemen https://www.example.org/slaap",
        "Stichting, slaapstoornissen: https://www.example.com/a",
        "Instituut. Slaap en stress.",
    ]
    assert read(made.replace("Bronnen", "Handige links"), path="x.md").entries == ()


def test_bare_addresses_are_entries_of_their_own() -> None:
    made = "T\n\nTekst.\n\nBronnen\n\nhttps://www.example.org/slaap\n\nhttps://doi.org/10.1038/nrn2762\n"
    assert raws(read(made, path="x.txt")) == ["https://www.example.org/slaap", "https://doi.org/10.1038/nrn2762"]


def test_notes_that_only_cite_are_no_entries() -> None:
    notes = ("Zie Jansen (2010), p. 12.", REFERENCES[0], "Ibid., p. 15.", REFERENCES[2])
    made = "T\n\nTekst.\n\nNoten\n" + "".join(f"{n}. {note}\n" for n, note in enumerate(notes, 1))
    assert raws(read(made, path="x.txt")) == [REFERENCES[0], REFERENCES[2]]


def test_a_quoted_mail() -> None:
    made = "> Beste allen,\n>\n> Bronnen\n" + "".join(f"> {n}. {r}\n" for n, r in enumerate(REFERENCES, 1))
    assert raws(read(made, path="x.txt")) == list(REFERENCES)


def test_the_source_of_a_picture_is_no_list() -> None:
    made = "T\n\nTekst.\n\nBron: Quadro organizado com base na pesquisa de Moyses (2019, p.13-18).\n\nMeer tekst.\n"
    assert read(made, path="x.txt").entries == ()


def test_a_list_behind_a_button_and_without_a_heading_of_its_own() -> None:
    listed = "".join(f"<li>{r}</li>" for r in REFERENCES)
    page = f"<h1>T</h1><p>{PROSE}</p><button>Bibliografía</button><div><p>{CLAIM}</p><ul>{listed}</ul></div>"
    assert {entry.heading for entry in read(page, path="x.html").entries} == {"Bibliografía"}
    bare = read(page.replace("Bibliografía", "+"), path="x.html")
    assert raws(bare) == list(REFERENCES)
    assert {entry.heading for entry in bare.entries} == {""}


@pytest.mark.parametrize(
    "rows",
    [
        "Rowe, Tess (1981). Head of department. Leeds.|Sable, Udo (1990). Night porter. Lagos.",
        "Rowe, T. (1931–2020). Oud-voorzitter. Gouda.|Sable, U. (1944–2021). Lid van verdienste. Zwolle.",
        "Rowe, T. (2019). Leeds.|Sable, U. (2020). Lagos.|Thorne, P. (2021). Milan.",
        "Tafel, Eiche 1045-22 349,00|Lampe, Kupfer (2021) 2033-10 89,00|Bank, Buche 3310-01 129,00",
    ],
)
def test_people_and_goods_in_a_list_are_no_works(rows: str) -> None:
    items = rows.split("|")
    assert read("# Wij\n\n" + "\n".join(f"- {row}" for row in items), path="x.md").entries == ()
    assert read(f"<p>Us.</p><ul>{''.join(f'<li>{row}</li>' for row in items)}</ul>", path="x.html").entries == ()


def test_an_entry_has_letters() -> None:
    page = "".join(f"<div class='csl-entry'>{text}</div>" for text in ("[1]", "2.", *REFERENCES))
    assert raws(read(f"<body><h2>Bronnen</h2>{page}</body>", path="x.html")) == list(REFERENCES)


def test_the_contents_page_names_a_list_and_is_none() -> None:
    article = read(
        "Book\n\nContents\n\n1. Rain ....... 3\n2. Fog ....... 9\n3. References ....... 20\n4. Index ... 31\n"
    )
    assert article.entries == ()
    assert article.unread == ()


def test_notes_that_repeat_or_speak_are_not_unread() -> None:
    notes = ["Ibid., Annex, Part I.1, par. 15.", "So it was said then, and so it is said now."]
    rows = [REFERENCES[0], *notes, *REFERENCES[1:]]
    made = "\n".join(f"{n}. {row}" for n, row in enumerate(rows, 1))
    assert read(f"Regen\n\n{PROSE}\n\nNoten\n\n{made}\n", path="x.txt").unread == ()


def test_attributes_of_the_markup_are_no_text() -> None:
    items = "\n".join(f"- {r}" for r in REFERENCES)
    article = read(f"# Regen\n\n{PROSE}\n{{: .lead}}\n\n## Bronnen\n{{: #b}}\n\n{items}\n{{: .refs}}\n", path="x.md")
    assert raws(article) == list(REFERENCES)
    assert "{:" not in article.text


@pytest.mark.parametrize(
    "entry",
    [
        "International Council on Fog and Rain, 1982. Historic clouds. Paris, France: ICFR.",
        "Stone K. Rain is an active phase of the weather cycle. J Weather. 2005;52(2):374–5.",
        "Rowe, T. (2022). Related: A history of cousins. Kin Books.",
        "Correction to: Rowe (2020). Rain and shine. https://doi.org/10.1234/abc",
    ],
)
def test_references_that_sound_like_it_stay_entries(entry: str) -> None:
    items = "\n\n".join([*REFERENCES, entry])
    assert raws(read(f"# Regen\n\n{PROSE}\n\n## Bronnen\n\n{items}\n", path="x.md")) == [*REFERENCES, entry]


def test_see_also_leads_to_a_reference() -> None:
    more = "See also: Rowe, T. (2022). When it rains. Journal of Weather, 3(2), 11–19."
    body = "\n\n".join([*REFERENCES, more])
    assert raws(read(f"# Regen\n\n{PROSE}\n\n## Bronnen\n\n{body}\n", path="x.md")) == [*REFERENCES, more]


WORKS = (
    "Herde, S. (2019). Grundsätzlich besser? Konzepte der Bibliotheken. Bibliotheksdienst, 53(4), 12-30.",
    "Volpers, H. (2013). Inhaltsanalyse. In K. Umlauf (Hrsg.), Handbuch Methoden (S. 412-424). De Gruyter.",
)


def test_a_list_goes_on_under_a_heading_that_no_list_of_headings_knows() -> None:
    names = ("Finnland. Eduskunta", "Sverige. Riksdagen", "Norge. Stortinget")
    laws = "\n\n".join(
        f"{name} ({year}): Kirjastolaki {year}." for name, year in zip(names, (1961, 1986, 1998), strict=True)
    )
    listed = "\n\n".join(WORKS)
    text = f"# T\n\nEin Text über Büchereien.\n\n#### Literatur\n\n{listed}\n\n#### Gesetze und Verordnungen\n\n"
    assert len(read(text + laws, path="x.md").entries) == 5
    people = "\n\n".join(f"Anna Weber ist seit {year} Redakteurin dieser Zeitschrift." for year in (1998, 2001, 2005))
    assert len(read(text + people, path="x.md").entries) == 2


def test_numbers_that_go_on_are_entries_without_a_year() -> None:
    items = (
        "[1] Tishby, N., & Zaslavsky, N. (2015). Deep learning and the information bottleneck. IEEE ITW, 1-5.",
        "[2] [AutoGPT](https://github.com/Significant-Gravitas/AutoGPT)",
        "[3 [La teoría del cuello de botella](https://example.org/teoria), por Quanta.",
        "[4] Shwartz-Ziv, R. (2017). Opening the black box of deep neural networks. arXiv:1703.00810.",
        "[5] [Un curso](https://example.org/curso)",
    )
    article = read("# T\n\nTexto.\n\n## Referencias\n\n" + "\n\n".join(items) + "\n", path="x.md")
    assert [entry.raw[:4] for entry in article.entries] == ["Tish", "Auto", "La t", "Shwa", "Un c"]
    assert not article.unread


def test_years_and_titles_under_read_more_are_no_bibliography() -> None:
    text = "# T\n\nA text.\n\n## Read more\n\n- [The life of trees](https://example.org/t), 2016\n- *Walden*, 1854\n"
    assert read(text, path="x.md").entries == ()


def test_the_style_of_the_acl_is_cut_at_names_and_years() -> None:
    listed = """References
Michael Collins. 2002. Discriminative training methods for hidden Markov models. In Proceedings of
EMNLP, pages 1-8, Philadelphia, PA.
Thomas Navin Lal, Olivier Chapelle, Jason Weston, and André Elisseeff. 2006. Embedded methods. In I.M.
Guyon, S.R. Gunn, M. Nikravesh, and L. Zadeh, editors, Feature Extraction: Foundations. Springer.
Percy Liang, Alexandre Bouchard-
Côté, and Ben Taskar. 2006a. An end-to-end discriminative approach. In Proceedings of ACL, Sydney,
Australia. Eric W. Noreen. 1989. Computer Intensive Methods for Testing Hypotheses. An
Introduction. Wiley, New York.
"""
    starts = [entry.raw[:8] for entry in read("A text on methods.\n\n" + listed, path="x.txt").entries]
    assert starts == ["Michael ", "Thomas N", "Percy Li", "Eric W. "]


def test_wrapped_paragraphs_are_one_reference_each() -> None:
    listed = """## Bibliographie

Aring, Jeanne (2014) : Intégration au carré.
Paysages éducatifs et développement urbain. Dans Forum (3),
p. 115-120.

Duke, Charles (2012) : Réseaux et partenariats.
Une autre voie vers l'apprentissage.
Paris : Springer, p. 827-843.

Kirchhof, Stéphane (2017). Apprentissage informel et
participation.
Lyon ; Berlin : Presses, 2017.
"""
    assert len(read(f"# T\n\nUn texte.\n\n{listed}", path="x.md").entries) == 3


@pytest.mark.parametrize(
    ("caption", "heading"), [("Source", "References"), ("Fonte", "Referências"), ("Quelle", "Literatur")]
)
def test_the_source_of_a_table_is_no_list_beside_one(caption: str, heading: str) -> None:
    listed = "\n\n".join((*REFERENCES, *(one.replace("19", "20") for one in REFERENCES)))
    text = f"Title\n\n{PROSE}\n\n{caption}: NBS (2013, 2014); Li et al. (2012), own calculations.\n\n{PROSE}\n\n"
    assert len(raws(read(f"{text}{PROSE}\n\n{heading}\n\n{listed}\n", path="x.txt"))) == 6


def test_a_menu_of_links_beside_the_article_is_no_list() -> None:
    links = "".join(f'<li><a href="https://example.org/{n}">Site number {n}</a></li>' for n in range(4))
    page = f"<h1>Title</h1><p>{PROSE}</p><div class='sidebar'><h2>References</h2><ul>{links}</ul></div>"
    assert raws(read(page, path="x.html")) == []


@pytest.mark.parametrize("title", ["Bibliographie", "Selected Bibliography", "参考文献"])
def test_a_page_that_is_a_bibliography_by_its_title(title: str) -> None:
    works = [
        "Kolk, B. (2006). Complex trauma. New York: Guilford.",
        "Museum of Mosses. 1998. *Mosses*, 2 vols. Oslo: Museum.",
    ]
    works.append("Fell, T. 2011. *Peat and its uses*. Leeds: Moor.")
    made = read(f"---\ntitle: {title}\n---\n\n" + "\n\n".join(works))
    assert [entry.raw[:4] for entry in made.entries] == ["Kolk", "Muse", "Fell"]


def test_a_page_on_references_by_its_title_is_no_list_and_promises_none() -> None:
    said = "A reference is an alias. Since C++11 (2011) there are two kinds."
    page = f"---\ntitle: References\n---\n\n{said}\n\n- lvalue, 1998\n- rvalue, 2011\n"
    made = read(page)
    assert (made.entries, made.unread) == ((), ())


def test_names_of_files_are_no_list_that_cannot_be_read() -> None:
    head = [
        "---",
        "title: Moths",
        "---",
        "",
        "Text.",
        "",
        "## Источники",
        "",
        "| Источник | Тип | Ссылка |",
        "|---|---|---|",
    ]
    rows = [
        "| Affidavit | PDF | 1998 Poole Court Affidavit.pdf |",
        "| Statement | PDF | 2015 Poole statement March.pdf |",
    ]
    assert read("\n".join([*head, *rows])).unread == ()


def test_short_citations_below_a_heading_promise_no_list() -> None:
    said = "Wachsmodell\n\n{Alscher 1987}, 554\n\n{Mietz and Holm 2009}, 6"
    made = read(f"---\ntitle: Words\n---\n\nText.\n\n###### Sources\n\n{said}\n")
    assert (made.entries, made.unread) == ((), ())


def test_a_label_before_a_work_of_the_list_is_no_list() -> None:
    works = "\n".join(f"{n}. {one}" for n, one in enumerate(REFERENCES, 1))
    shown = f"# Titel\n\n{PROSE}\n\n> **Bron:** {REFERENCES[0]}\n\n## Ook dit\n\n{PROSE}\n\n## Bronnen\n\n{works}\n"
    assert raws(read(shown, path="x.md")) == list(REFERENCES)


SITES = (
    "Archiv der Stimmen – Interview\n\nhttps://archiv.example.de/stimmen/interview/12",
    "eXist DB, Handbuch\n\nhttp://exist.example.org/apps/doc/indexing#idx",
    "gitHub, tinta\n\nhttps://github.com/example/tinta",
    "Musée de la Résistance\n\nhttps://www.musee.example.fr/",
    "Wikipedia, voce Triangolo nero\n\nhttps://it.wikipedia.org/wiki/Triangolo_nero",
    "Ministerio de Justicia – Casa de la Memoria – Sección de visitas\n\nhttps://www.mj.example.es/casa/visitas?id=3",
)


@pytest.mark.parametrize("heading", ["Sitografia", "Webographie", "Internetquellenverzeichnis"])
def test_a_list_of_sites_has_each_title_and_its_address_in_two_paragraphs(heading: str) -> None:
    listed = "\n\n".join(SITES)
    article = read(f"# Titel\n\n{PROSE}\n\n## {heading}\n\n{listed}\n", path="x.md")
    assert [" ".join(site.split()) for site in SITES] == raws(article)


@pytest.mark.parametrize(
    ("before", "rest"),
    [
        (
            "FIGUEIREDO, E. Requisitos. ICEX, 2011. Disponível em: https://site.br/~fig/",
            "aulas/req_01.pdf. Acesso em: 15 maio 2024.",
        ),
        (
            "Weber, K. (2014). Regen im Mai. Abgerufen von https://wetter.example.de/archiv-",
            "alt/regen.html (Zugriff am 3.4.2015).",
        ),
    ],
)
def test_an_address_goes_on_in_the_next_paragraph(before: str, rest: str) -> None:
    listed = "\n\n".join((REFERENCES[0], f"{before}\n\n{rest}", REFERENCES[1]))
    article = read(f"# Titel\n\n{PROSE}\n\n## References\n\n{listed}\n", path="x.md")
    assert len(article.entries) == 3 and rest in article.entries[1].raw


def test_a_heading_with_a_page_is_a_line_of_the_contents_where_the_list_follows() -> None:
    listed = "\n\n".join(REFERENCES)
    made = (
        "# Book\n\n##### Rain 25\n\n##### References 27\n\nA. Harder cases of the same rain 30\n\n"
        f"# Rain\n\n{PROSE}\n\n# References{{}}\n\n{listed}\n"
    )
    assert raws(read(made.replace("{}", ""), path="x.md")) == list(REFERENCES)
    alone = made.split("# Rain\n")[0].replace("A. Harder cases of the same rain 30", listed)
    assert raws(read(alone, path="x.md")) == list(REFERENCES)


def test_short_citations_behind_a_label_are_no_list_beside_the_list() -> None:
    text = (
        "# Crusts\n\nHale et al. (2019) adapted the frame to crusts.\n\n"
        "References: Moor & Lind 1965; Pool et al. 2016; Hale et al. 2019.\n\n## References\n\n"
        "- Moor, H. & Lind, J. (1965). The work capacity of a crust. *Ergonomics of Soil*, 8(3), 329–338.\n"
        "- Hale, D., Hart, C. (2019). An all-out test of crusts. *Journal of Soils*, 14(10), 1378–1388.\n"
        "- Pool, D. C., & Burn, M. (2016). Critical crusts. *Soil and Sport*, 48(11), 2320–2334.\n"
    )
    assert len(read(text, path="a.md").entries) == 3


@pytest.mark.parametrize(
    ("caption", "heading"), [("FUENTE", "Bibliografía"), ("Fonte", "Referências"), ("Quelle", "Literatur")]
)
def test_the_source_of_a_figure_before_the_list_is_none_of_it(caption: str, heading: str) -> None:
    works = "\n\n".join(REFERENCES)
    for source in ("Medium, 2020. Disponível em: https://medium.example.com/a.", "www.museo.example.pe"):
        text = f"Title\n\n{PROSE}\n\n{caption}: {source}\n\n{PROSE}\n\n{heading}\n\n{works}\n"
        assert raws(read(text, path="x.txt")) == list(REFERENCES)


@pytest.mark.parametrize(
    ("heading", "paragraphs", "count"),
    [
        (
            "Lectures complémentaires",
            "Martin, C. (2007). Les villes et les marchés. *Annales*, 62(1), 5-30.\n\n"
            "Petit, L. (2013). *Histoire du sel*. Paris : Seuil.",
            2,
        ),
        (
            "Leituras complementares",
            "Souza, M. A. (2012). Mercados e feiras. *Revista de História*, 12(3), 45-60.\n\n"
            "Pereira, L. (2015). *História do sal*. Rio de Janeiro: Zahar.",
            2,
        ),
        ("Related work", "Brown (2012) found that towns grew in years of peace.\n\nDale (2018) measured wells.", 0),
        ("Literature review", "Brown, A. (2012) found that towns grew, and Dale (2018) that wells did not.", 0),
    ],
)
def test_works_typed_below_further_reading_stand_beside_those_cited_by_key(
    tmp_path: Path, heading: str, paragraphs: str, count: int
) -> None:
    (tmp_path / "refs.bib").write_text("@book{ash, author={Ash, Ann}, title={Of moths}, year={1990}}\n")
    page = tmp_path / "page.qmd"
    page.write_text(
        f"---\nbibliography: refs.bib\n---\n\nThey fly [@ash].\n\n## {heading}\n\n{paragraphs}\n\n## References\n",
        encoding="utf-8",
    )
    assert len(read(page).entries) == 1 + count


MODEL = "```\n@book{key,\n  author = {First Last},\n  title = {A title},\n  year = {2001}\n}\n```\n"


def test_models_of_bibtex_beside_a_list_are_none_of_it() -> None:
    models = f"## How references look\n\n## Bibliography\n\n{MODEL}"
    listed = "\n\n".join(REFERENCES)
    assert len(read(f"# Guide\n\n{PROSE}\n\n{models}").entries) == 1
    assert len(read(f"# Guide\n\n{PROSE}\n\n{models}\n\n## References\n\n{listed}\n").entries) == 3


def test_a_page_of_bibtex_below_its_own_list_is_kept() -> None:
    listed = "\n\n".join(REFERENCES)
    assert len(read(f"# Guide\n\n{PROSE}\n\n## References\n\n{listed}\n\n{MODEL}").entries) == 4


def test_one_work_that_a_paragraph_tells_of_is_no_reference_of_a_numbered_list() -> None:
    told = "## Related work\n\nDang et al. (2019) [2] extend this work with a memory model of their own.\n"
    listed = "\n\n".join(f"[{number}] {one}" for number, one in enumerate(REFERENCES, 1))
    assert len(read(f"# Borrowing\n\n{PROSE}\n\n{told}\n\n## References\n\n{listed}\n").entries) == 3


def test_a_title_that_is_a_sentence_stands_between_two_references() -> None:
    asked = "Kuka väittää että meri nousee nopeammin kuin kukaan on koskaan uskaltanut edes arvata tai laskea"
    made = (
        "# Meri\n\nTeksti.\n\n## Lähteet\n\nAalto, K. (2010). *Meri*. Helsinki: Otava.\n\n"
        f"Garcia, F. (n.d.). {asked} kaikkien näiden pitkien vuosien aikana joina sitä on mitattu. "
        "Retrieved from <https://example.org/what>\n\nVirta, L. (2012). *Järvi*. Turku: Sammakko.\n"
    )
    assert [entry.raw[:6] for entry in read(made, path="x.md").entries] == ["Aalto,", "Garcia", "Virta,"]


@pytest.mark.parametrize(
    ("heading", "items"),
    [
        ("Quellen", ["taz, 12.3.2019", "Die Zeit, Nr. 12, 2018", "FAZ vom 4.5.2016, S. 3"]),
        ("Fuentes", ["El País, 3 de mayo de 2017, p. 4", "Clarín, 12/3/2019", "La Nación, 2016"]),
        (
            "References",
            [
                "Attention to rivers. Ann Smith, Noah Gray. NeurIPS 2017.",
                "The River Handbook by Andrew Hill and Dave Tom",
                "Damming - Martin Fox",
            ],
        ),
        ("Kaynaklar", ["Demir, Ali. Nehirler. Ankara: Kitap, 2001.", "Nehir Atlası", "Su ve Toprak, Ayşe Kaya"]),
    ],
)
def test_short_items_of_a_list_that_has_a_reference_are_entries_too(heading: str, items: list[str]) -> None:
    made = f"# Titel\n\nText.\n\n## {heading}\n\n" + "".join(f"- {item}\n" for item in items)
    assert [entry.raw for entry in read(made, path="x.md").entries] == items


@pytest.mark.parametrize("heading", ["Sources checked", "Geprüfte Quellen", "Sources vérifiées", "Fonti verificate"])
def test_links_under_a_heading_that_says_they_were_checked(heading: str) -> None:
    made = (
        f"# Titel\n\nText.\n\n## {heading}\n\nAccessed **23 July 2026**:\n\n"
        "- [Bash Reference Manual: pipelines and redirections](https://example.org/bash.html)\n"
        "- [Grep manual](https://example.org/grep.html)\n\nThe whole sequence was tested in a new folder.\n"
    )
    assert len(read(made, path="x.md").entries) == 2


@pytest.mark.parametrize("end", ["", "  ", "<br>"])
@pytest.mark.parametrize("heading", ["References", "Références", "参考文献", "Reference:"])
def test_each_line_of_a_paragraph_of_links_is_an_entry(heading: str, end: str) -> None:
    links = [
        "[RFC 6066](https://example.org/a)",
        "[One pixel for all](https://example.org/b)",
        "[RFC 8446](https://example.org/c)",
    ]
    made = f"# Titel\n\nText.\n\n## {heading}\n\n" + f"{end}\n".join(links) + "\n\n## Thanks\n\nThanks to all.\n"
    assert [entry.raw for entry in read(made, path="x.md").entries] == [
        "RFC 6066 https://example.org/a",
        "One pixel for all https://example.org/b",
        "RFC 8446 https://example.org/c",
    ]
