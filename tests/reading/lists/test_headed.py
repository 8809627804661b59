"""Below a heading: a list ends where its order or its kind of marker does."""

import pytest

from refcheck.reading import read

LIST = (
    "Asen, P. (2009). Attachment in the north. Oslo: Universitetsforlaget.",
    "Bowlby, J. (1969). Attachment and loss: Vol. 1. Attachment. New York: Basic Books.",
    "Herman, J. L. (1992). Trauma and recovery. New York: Basic Books.",
    "Main, M. (1990). Cross-cultural studies of attachment. Human Development, 33(1), 48-61.",
    "Øverland, S. (2011). Sleep and the young. Bergen: Fagbokforlaget.",
    "Van der Kolk, B. A. (2014). The body keeps the score. New York: Viking.",
)
LAST = "Young, M. (1958). The rise of ponds. London: Thames."
HEAD = "Title\n\nWie valt, kijkt eerst naar zijn moeder en dan pas naar zijn knie.\n\nReferences\n\n"


def raws(*paragraphs: str) -> list[str]:
    return [entry.raw for entry in read(HEAD + "\n\n".join(paragraphs) + "\n", path="x.txt").entries]


def test_behind_a_sorted_list_what_is_out_of_order_is_no_part_of_it() -> None:
    behind = (
        "Figure 2. What was measured.",
        "Bowlby et al. (1969), all children of the first survey, by age.",
    )
    assert raws(*LIST, *behind) == list(LIST)


def test_in_its_order_it_goes_on_behind_a_caption() -> None:
    last = "Watson, J. (1928). Psychological care of infant and child. New York: Norton."
    assert raws(*LIST, "Figure 2. What was measured.", last) == [*LIST, last]


def test_numbered_rows_behind_a_list_without_numbers_are_none() -> None:
    rows = ("1. Species richness (S), total number of species. McIntosh (1967)", "2. Species density. Magurran (2012)")
    assert raws(*LIST, *rows) == list(LIST)


def test_a_page_between_two_numbers_does_not_end_the_numbers() -> None:
    items = [f"{n}. {title}" for n, title in enumerate(("Was ist OpenID?", "Die Gesetze", "Duden"), 4)]
    numbered = [f"{n}. {one}" for n, one in enumerate(LIST[:3], 1)]
    rest = [f"{n}. {one}" for n, one in enumerate(LIST[3:], 7)]
    text = HEAD + "\n\n".join([*numbered, "12 Anhang und Bilder", *items, *rest])
    found = [entry.raw for entry in read(text, path="x.txt").entries]
    assert found == [*LIST[:3], "Was ist OpenID?", "Die Gesetze", "Duden", *LIST[3:]]


def test_an_item_that_names_the_list_inside_it_does_not_end_the_list() -> None:
    text = (
        "# Moths\n\nThey fly at night.\n\n## References\n\n- Introductory texts\n"
        "    - [The Natural History of Moths](https://example.org/a) by Mark Young\n"
        "    - [Moths of Borneo](https://example.org/b) by Jeremy Holloway\n- Texts with a focus on lamps\n"
        "    - [Why Moths Fly to Lamps](https://example.org/c) by Samuel Fabian\n"
    )
    assert [entry.line for entry in read(text, path="x.md").entries] == [8, 9, 11]


def test_a_year_above_its_publications_is_no_reference() -> None:
    text = (
        "# Moths\n\nThey fly.\n\n## References\n\n" + "\n\n".join((f"* {LIST[0]}", "**2012**", f"* {LIST[1]}")) + "\n"
    )
    assert [entry.raw for entry in read(text, path="x.md").entries] == list(LIST[:2])


def test_numbered_labels_below_the_heading_make_references_of_titles_and_names() -> None:
    titles = ("Structured Inference Networks", "Variational Inference with Flows", "Boosting: an Overview of Methods")
    listed = "\n\n".join(f"[{n}] `{title}`, Rahul Krishnan, Uri Shalit" for n, title in enumerate(titles, 1))
    text = f"# Moths\n\nThey fly.\n\n## References\n\n{listed}\n"
    assert [entry.raw.partition(",")[0] for entry in read(text, path="x.md").entries] == list(titles)
    prose = "Here we follow the usual way of counting moths on a sheet under a lamp at night until the morning comes."
    notes = "\n\n".join(f"[{n}] {prose}" for n in (1, 2, 3))
    assert not read(f"# Moths\n\nThey fly.\n\n## References\n\n{notes}\n", path="x.md").entries


def test_pages_of_the_web_below_a_part_of_the_list_are_references() -> None:
    pages = (
        "« Une page de papillons ». Consulté le 3 mai 2017. http://example.org/a",
        "Musée des papillons, consulté le 4 mai 2017. http://example.org/b",
        "« Carte des lampes », s. d. http://example.org/c. Consulté le 5 mai 2017.",
    )
    text = "# Bibliographie\n\n## 1. Ouvrages\n\n- Petit, Luc. *Papillons*. Paris : Belin, 2001.\n\n## 2. Pages\n\n"
    rows = "".join(f"- {page}\n" for page in pages)
    assert len(read(text + rows, path="a.md").entries) == 4
    assert len(read(f"# Papillons\n\nIls volent.\n\n## Outils\n\n{rows}", path="a.md").entries) == 0


def test_an_item_of_many_words_and_a_title_is_one_like_its_neighbours() -> None:
    works = (
        "H. Ebel, *W służbie ołtarza*, Poznań 1948, s. 59–83",
        "Zespół Duszpasterstwa Służby Liturgicznej Archidiecezji Poznańskiej, *Kurs lektorski*",
        "P. Nowak, J. Lis, *Mały słownik służby*, Wydawnictwo Święty Wojciech, Poznań 2011",
        "Sz. Orkisz, *Servite Domino*, Kraków 2018, s. 87–89",
    )
    text = "# Służba\n\nTekst.\n\n## Bibliografia\n\n" + "".join(f"* {work}\n" for work in works)
    assert len(read(text, path="a.md").entries) == 4


def test_works_to_come_stand_among_the_others() -> None:
    works = (
        "Ash, Anna. 1990. Of moths and lamps. London: Poyser.",
        "Birch, Ben. Forthcoming. Moths and their maps across the fields of a county that has lost its hedges.",
        "Roth, Ada. Im Druck. Falter und ihre Lampen in den Gärten einer Stadt am Rande der Alpen.",
        "Weiss, Udo. 2004. Nachtfalter. Stuttgart: Ulmer.",
    )
    page = "---\ntitle: Bibliography\n---\n\n" + "\n\n".join(works)
    assert len(read(page, path="a.md").entries) == 4


def test_a_review_without_an_author_ends_a_sorted_list_below_the_title_of_its_page() -> None:
    works = (
        "Ash, Anna. *Of moths*. London: Poyser, 1990.",
        "Birch, Ben. “Wings.” *Moths* 3, no. 2 (1994): 4–9.",
        "[Moths of Kent](https://example.org/kent).",
        "Cedar, Cecil. “Lamps.” *Moths* 4, no. 1 (1995): 14–19.",
        "Dorn, Dora. “Towns.” *Moths* 5, no. 1 (1996): 1–9.",
        "“The moths of the town (Book review).” *The Spectator* 17, no. 823 (1844): 328.",
    )
    page = "---\ntitle: Bibliography\n---\n\n" + "\n\n".join(works)
    assert len(read(page, path="a.md").entries) == 6


def test_a_note_that_tells_what_someone_says_on_a_page_is_no_reference() -> None:
    for said in (
        "P.W. Joyce (1923: 79) notes that Ross usually means a peninsula.",
        "J. Roth (1987, S. 5) meint das auch.",
    ):
        text = f"# Ross\n\nThe name is old.[^1]\n\n[^1]: {said}\n"
        assert read(text, path="a.md").entries == ()


def test_the_first_item_may_be_a_website_without_a_year_and_one_between_a_bare_host() -> None:
    first = (
        "ANDROID Open Source Project: Aktivitäten, https://developer.example.org/guide.html, aufgerufen am 17.10.2016"
    )
    between = "TATO. RF-24G datasheet. Disponível em: <www.tato.example.br>. Acesso em: 24/05/2010."
    rows = [first, *LIST[:4], between, *LIST[4:]]
    found = read(HEAD + "\n\n".join(rows), path="x.txt").entries
    assert [entry.raw for entry in found] == rows


def test_a_sentence_above_the_list_is_no_item() -> None:
    said = (
        "Die folgenden Arbeiten wurden für diesen Überblick gelesen, siehe https://example.org/auswahl für die Auswahl."
    )
    found = read(HEAD + "\n\n".join([said, *LIST]), path="x.txt").entries
    assert [entry.raw for entry in found] == list(LIST)


@pytest.mark.parametrize(
    "before",
    [
        "The list below follows ISO 690:2010 and was last edited in 2019.",
        "Список оформлен по ГОСТ Р 7.0.100-2018.",
        "Puede consultarse el catálogo: https://example.org/catalogo?id=2018",
    ],
)
def test_what_stands_before_the_first_item_of_a_list_is_no_item(before: str) -> None:
    text = f"# Title\n\nText.\n\n## References\n\n{before}\n\n" + "\n".join(f"1. {one}" for one in LIST)
    assert [entry.raw for entry in read(text, path="a.md").entries] == list(LIST)


def test_an_entry_that_lost_its_bullet_before_a_list_is_one() -> None:
    first, *others = LIST
    text = f"# Title\n\nText.\n\n## References\n\n{first}\n\n" + "\n".join(f"- {one}" for one in others)
    assert [entry.raw for entry in read(text, path="a.md").entries] == list(LIST)


def test_a_part_sorted_anew_below_a_label_goes_on() -> None:
    parts = "\n\n".join(
        (
            "# Gesteentes\n\nZie Adema (1999).\n\n## Bibliografie\n\n**Boeken**",
            *(f"- {n}, P. ({y}). *Van {n.lower()}*. Utrecht: Spectrum." for n, y in
              (("Adema", 1999), ("Bakker", 2002), ("Cools", 2004), ("Dekker", 2005), ("Zwart", 2001))),
            "**Artikelen**",
            "- Aalbers, K. (1980). Grind in de Maas. *Geologie en Mijnbouw*, 59(2), 11–19.",
            "- Bos, H. (1985). Löss. *Grondboor en Hamer*, 39, 4–8.",
        )
    )  # fmt: skip
    assert len(read(parts, path="x.md").entries) == 7
    again = (
        "Adler, K. (1980). Kindheit. Wien: Böhlau.",
        "Binder, H. (1985). Spiel und Ernst. Graz: Leykam.",
        "Czerny, J. (1991). Das Lernen. Wien: Böhlau.",
    )
    assert raws(*LIST, "Forschung und Lehre", *again) == [*LIST, *again]


def test_what_stands_inside_the_item_of_a_work_tells_of_it() -> None:
    text = (
        "# Redes\n\nVer Silva (2010).\n\n## Referências\n\n"
        "1. Silva, J. (2010). *Redes de água*. Porto: Afrontamento.\n"
        "   - Estudo de 40 cidades (1990-2005), o primeiro do género\n"
        "2. Costa, M. (2012). *Rios urbanos*. Lisboa: Caminho.\n   - Teoria\n"
        "3. Prado, L. (2014). *Pontes*. Lisboa: Caminho.\n   - Reimpressão comentada (2016)\n"
        "   - Melo, A. (2015). Recensão de *Pontes*. *Análise Social*, 50(2), 11–12.\n"
    )
    assert [entry.line for entry in read(text, path="x.md").entries] == [7, 9, 11, 13]


def test_web_pages_among_the_references_of_a_part() -> None:
    text = (
        "# Karten\n\nText.\n\n## Literatur und Links\n\n### Gitter\n\n"
        "- [Müller, Anna (2011): Sechsecke. In: Kartographie 12, S. 3–9.](https://example.org/a)\n"
        "- [Vogt, Karl (2013): Raster und Punkte. Berlin: Springer.](https://example.org/b)\n"
        "- [Galerie der Sechsecke](https://example.org/c)\n\n### Werkzeuge\n\n- [QGIS](https://qgis.org)\n"
    )
    assert [entry.line for entry in read(text, path="x.md").entries] == [9, 10, 11]


def test_titles_that_are_links_are_references() -> None:
    titles = (
        "Nuevas aplicaciones para el cuidado de la hipertensión en México",
        "Uso de teléfonos móviles para mejorar la nutrición",
        "Una revisión de los estudios sobre la actividad física",
    )
    items = "\n\n".join(f"* [{title}.](https://example.org/{n})" for n, title in enumerate(titles))
    text = f"# Salud\n\nTexto.\n\n## Referencias\n\n{items}\n\n### Nutrición\n\n{items}\n\n### Enlaces\n\n* [Inicio](https://example.org)\n"
    assert len(read(text, path="x.md").entries) == 6


def test_a_short_line_between_two_numbers_is_the_rest_of_the_item_above() -> None:
    pages = ("https://museo.example.es/", "https://www.musee.example.fr/a", "https://example.org/c")
    owners = ("Museo Nacional 2021", "2019 Ministère des Arts", "Bundesamt für Karten")
    rows = [
        text for n, (page, owner) in enumerate(zip(pages, owners, strict=True), 1) for text in (f"{n} {page}", owner)
    ]
    expected = [f"{page} {owner}" for page, owner in zip(pages[:2], owners[:2], strict=True)]
    assert raws(*rows)[:2] == expected and len(raws(*rows)) == 3


def test_a_label_with_nothing_behind_it_is_no_entry() -> None:
    assert len(raws(*(f"[{n}] {text}" for n, text in enumerate((*LIST[:3], "-"), 1)))) == 3


def test_how_a_thesis_cites_itself_is_no_part_of_its_list() -> None:
    own = "Labudová, K. Zpracování obrazu. Brno: Vysoké učení technické, 2017. 28 s. Vedoucí práce Petr Novák."
    works = "\n\n".join(f"[{n}] {one}" for n, one in enumerate(LIST, 1))
    for heading in ("BIBLIOGRAFICKÁ CITACE", "Bibliographic citation"):
        text = f"# Práce\n\n## {heading}\n\n{own}\n\n## Úvod\n\nO obrazech.\n\n## Literatura\n\n{works}\n"
        assert [entry.raw for entry in read(text, path="x.md").entries] == list(LIST)


def test_an_item_of_a_list_with_keys_may_be_just_an_address() -> None:
    text = (
        "\\documentclass{article}\\begin{document}\nCrusts \\cite{a1}, services \\cite{a2} and tools \\cite{a3}.\n"
        "\\begin{thebibliography}{9}\n\\bibitem{a1} J. Hale, ``Crusts of the north,'' Soil, vol. 3, pp. 1--9, 2019.\n"
        "\\bibitem{a2} https://soil.example.org/latest/guide.html\n"
        "\\bibitem{a3} Crustacity - Open tools. https://crust.example.org\n"
        "\\end{thebibliography}\n\\end{document}\n"
    )
    assert [entry.key for entry in read(text, path="a.tex").entries] == ["a1", "a2", "a3"]


def test_a_line_that_says_which_works_follow_does_not_end_a_list() -> None:
    text = (
        "# Tokens\n\nOn tokens.\n\n## References\n\nSpecifications:\n\n- [RFC 7515](https://x.org/a), Signatures\n"
        "- [RFC 7516](https://x.org/b), Encryption\n\nAttacks on tokens:\n\n"
        "- [The Playbook](https://x.org/c) - A project that documents known attacks on tokens and their weaknesses\n"
        "- [A forum](https://x.org/d)\n\nAlso:\n\n- [JWT Registry](https://x.org/e)\n"
    )
    assert len(read(text, path="a.md").entries) == 5
    told = text.replace("Also:", "We thank all who helped us with this page, and many more.")
    assert len(read(told, path="a.md").entries) == 4


def test_bullets_before_bare_addresses_divide_them_in_plain_text() -> None:
    pages = "* http://boot.example.org/wiki\n* https://tools.example.org/rfc4392\n* https://x.org/manual.pdf\n"
    text = f"Networks\n========\n\nOn networks.\n\nReferences\n==========\n\n{pages}"
    assert [len(read(text, path=name).entries) for name in ("a.rst", "a.txt", "a.md")] == [3, 3, 3]


def test_bare_addresses_are_entries_each_on_its_line_and_below_headings_within_the_list() -> None:
    pages = ("https://waic.example.jp/WCAG20/", "https://www.example.org/TR/WCAG20/", "https://x.org/WAI/")
    text = (
        f"# 規格\n\n規格について。\n\n## 参考文献\n\n### 規格\n\n{pages[0]}\n\n{pages[1]}\n\n### その他\n\n{pages[2]}\n"
    )
    assert [entry.raw for entry in read(text, path="a.md").entries] == list(pages)
    together = "\n".join(pages)
    assert len(read(f"# Go\n\nOn Go.\n\n## References\n\n{together}\n", path="a.md").entries) == 3


def test_a_row_that_only_states_a_year_is_no_entry() -> None:
    rows = "".join(
        f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in (("Year", "2014"), ("Location", "Mori, Okayama, Japan"))
    )
    text = (
        "<h1>Scroll</h1><p>On it.</p><h2>Bibliography</h2><p>McRae, John (2004). The Lion's Roar. Berkeley: Numata.</p>"
        f"<p>Ruiz, Ana (2011). Scrolls of the north. Oxford: Plume.</p><table>{rows}</table>"
    )
    assert [entry.raw[:5] for entry in read(text, path="a.html").entries] == ["McRae", "Ruiz,"]


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ("Weber, K. (2018). Ponds: A library of slow", "inference. Conference on Ponds, 12, 82–90."),
        ("Weber, Karl. The wealth of ponds: How still water transforms", "Marshes and Meadows, London: Yale, 2006."),
        ("Weber, K. (2010). Das Leben der Teiche und ihrer", "Ufer im Winter. Berlin: Springer."),
    ],
)
def test_a_title_that_breaks_off_goes_on_where_all_others_end_with_a_stop(first: str, rest: str) -> None:
    assert raws(*LIST, first, rest, LAST) == [*LIST, f"{first} {rest}", LAST]


@pytest.mark.parametrize(
    "bare", ["Weber, K. (2010). On soils of the north;", "Weber, K. (2010). On soils. London: Springer"]
)
def test_a_reference_that_lacks_its_stop_does_not(bare: str) -> None:
    assert raws(*LIST, bare, LAST) == [*LIST, bare.rstrip(" ;"), LAST]
