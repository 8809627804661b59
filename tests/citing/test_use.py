"""Which references the text mentions, and which mentions have no reference."""

from dataclasses import replace

import pytest

from refcheck.api import check_article
from refcheck.case import Case
from refcheck.citing.mentions import find_mentions
from refcheck.citing.use import first_authors, has_text, mentioned, misdated, printed_unread, times_mentioned, unlisted
from refcheck.model import Article, Entry, Mention, MentionKind, Name, Unread, UnreadReason
from refcheck.reading import read
from tests.checks.cases import case, dated, saying


def mentions_of(text: str, title: str) -> list[Mention]:
    """What a text that sets a title in italics cites without an entry."""
    cited = find_mentions([(1, text)], (), "en")
    article = Article("a.md", "markdown", lines=((1, text),), italics=(title,), mentions=cited)
    return list(unlisted(Case(article, (), ())))


def test_references_tied_to_a_mention_are_mentioned_and_counted() -> None:
    made = case(cited=[0, 0, 2])
    assert mentioned(made) == {0, 2}
    assert times_mentioned(made) == {0: 2, 2: 1}


def test_a_wrong_year_is_forgiven() -> None:
    made = saying(case(), dated("Authorb", 2011))
    assert mentioned(made) == {1}
    assert times_mentioned(made) == {1: 1}
    assert misdated(made, dated("Authorb", 2011), first_authors(made)) == [(1, 2019)]


def test_a_right_year_a_stranger_and_a_mention_without_year_are_not_misdated() -> None:
    made = case()
    leading = first_authors(made)
    assert misdated(made, dated("Authorb", 2019), leading) == []
    assert misdated(made, dated("Nobody", 2011), leading) == []
    assert misdated(made, replace(dated("Authorb", 2011), year=None), leading) == []
    assert misdated(made, replace(dated("Authorb", 2011), kind=MentionKind.NAME), leading) == []


def test_et_al_does_not_stand_for_two_authors() -> None:
    made = case()
    two = replace(made.references[1], authors=(*made.references[1].authors[:1], Name("Comber", "L.")))
    made = replace(made, references=(made.references[0], two, *made.references[2:]))
    others = replace(dated("Authorb", 2011), text="Authorb u.a., 2011", others=True)
    assert misdated(made, others, first_authors(made)) == []
    assert misdated(made, dated("Authorb", 2011), first_authors(made)) == [(1, 2019)]


def test_what_no_entry_fits_is_unlisted_but_for_bare_names() -> None:
    stray, name = dated("Smith", 2011), Mention("dr. Jones", 8, MentionKind.NAME, ("Jones",))
    assert list(unlisted(saying(case(), stray, name))) == [stray]
    assert list(unlisted(case())) == []


def test_a_year_without_the_letter_of_its_tied_neighbour_is_listed() -> None:
    tied = replace(dated("Inep", 2024), text="(Inep, 2024b)", entries=(0,))
    plain = replace(dated("Inep", 2024), text="(Inep, 2024)")
    assert list(unlisted(saying(case(), tied, plain))) == []
    other = replace(dated("Inep", 2023), text="(Inep, 2023)")
    assert list(unlisted(saying(case(), tied, other))) == [other]


def test_a_work_printed_inside_another_entry_is_not_unlisted() -> None:
    made = saying(case(), dated("Smith", 2011))
    item = Unread(300, 300, UnreadReason.GLUED, "Jones, B. (2001). Stars. Smith, C. (2011). Planets. Mind, 3, 1-2.")
    made = replace(made, article=replace(made.article, unread=(item,)))
    assert list(unlisted(made)) == []
    assert not printed_unread(made.article)(dated("Smith", 2012))


@pytest.mark.parametrize(
    ("place", "house"), [("Cambridge", "Polity"), ("Frankfurt am Main", "Suhrkamp"), ("Київ", "Основи")]
)
def test_a_publisher_of_the_list_is_no_author(place: str, house: str) -> None:
    made = saying(case(), dated(house, 2011), dated("Smith", 2011))
    item = Unread(300, 300, UnreadReason.GLUED, f"Jones, B. Stars. {place}: {house}, 2001.")
    made = replace(made, article=replace(made.article, unread=(item,)))
    assert [mention.names for mention in unlisted(made)] == [("Smith",)]


def test_a_title_that_is_a_link_behind_the_name_is_its_reference() -> None:
    stray = dated("Gershoff", 2016)
    for behind, left in (
        ("s paper, The Outcomes of Spanking and More, says.", []),
        (". The Outcomes of Spanking", [stray]),
    ):
        made = saying(case(), stray)
        lines = ((stray.line, f"We focus on {stray.text}{behind}"),)
        made = replace(made, article=replace(made.article, lines=lines, apart=("The Outcomes of Spanking and More",)))
        assert list(unlisted(made)) == left


def test_of_two_years_in_one_bracket_the_listed_one_is_right() -> None:
    made = case()
    both = replace(dated("Authorb", 2011), text="Authorb (2011, 2019)")
    assert misdated(made, both, first_authors(made)) == []
    assert misdated(made, replace(both, text="Authorb (2011, 2012)"), first_authors(made)) == [(1, 2019)]


def test_two_names_do_not_stand_for_three_authors() -> None:
    made = case()
    three = replace(
        made.references[1], authors=(*made.references[1].authors[:1], Name("Simon", "S."), Name("Collins", "L."))
    )
    made = replace(made, references=(made.references[0], three, *made.references[2:]))
    leading = first_authors(made)
    pair = replace(dated("Authorb", 2011), text="Authorb & Collins, 2011", names=("Authorb", "Collins"))
    assert misdated(made, pair, leading) == []
    assert misdated(made, replace(dated("Authorb", 2011), text="Authorb et al., 2011", others=True), leading) == [
        (1, 2019)
    ]


def test_a_newspaper_whose_writer_the_list_names_is_not_unlisted() -> None:
    raw = "Osiewacz, F. (2017a). Ruhe zwischen den Regalen. Der Westfälische Anzeiger."
    entries = (Entry(raw, 300, 300),)
    printed = printed_unread(Article("a.md", "markdown", entries=entries))
    assert printed(dated("Westfälischer Anzeiger", 2017))
    assert not printed(dated("Westfälischer Anzeiger", 2018))
    assert not printed(dated("Hammer Anzeiger", 2017))
    assert not printed(dated("Anzeiger", 2017))


def test_a_page_that_is_only_a_list_has_no_text() -> None:
    made = case()
    assert has_text(made.article)
    assert not has_text(replace(made.article, text="short"))
    assert not has_text(Article("a.md", "markdown", text="x" * 500))


def test_two_names_that_one_entry_of_the_year_prints_are_its_editors() -> None:
    raw = "Seyfarth, C. (1978). Vergleich. In K. O. Hondrich & J. Matthes (Hrsg.), Theorievergleich. Luchterhand."
    printed = printed_unread(Article("a.md", "markdown", entries=(Entry(raw, 300, 300),)))
    both = replace(dated("Hondrich", 1978), names=("Hondrich", "Matthes"))
    assert printed(both)
    assert not printed(replace(both, year=1979))
    assert not printed(replace(both, names=("Hondrich", "Novak")))


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        ("Dicranota cayuga", "We found Dicranota cayuga (Alexander, 1916) here.", False),
        ("Parus major", "Parus major Linnaeus, 1758 was seen.", False),
        ("Quercus robur", "Die Eiche, Quercus robur (Linnaeus, 1753), wächst dort.", False),
        ("Release It!", "So Michael Nygard, Release It! (Pragmatic Bookshelf, 2007).", False),
        ("Das Netz", "Vgl. Anna Holm, Das Netz (Nordverlag, 2011), S. 4.", False),
        ("Complete Works", "Plato: Cooper, John M. (ed.) Complete Works (Hackett, 1997)", False),
        ("Grundlagen der Optik", "Kant: Grundlagen der Optik (Nordverlag, 1994), neu gedruckt.", False),
        ("The Film", "- The Film (Tacita Dean, 2011)", False),
        (
            "Pythagoras: His Life, Teaching, and Influence",
            "- Pythagoras: His Life, Teaching, and Influence (2005)",
            False,
        ),
        ("no title", "See [[Wilson and Hess 2001]], p. 4.", False),
        ("no title", '{{< q-cite "Gourley et al. 1985" "113" >}}. It was so.', False),
        ("no title", "See 42 U.S.C. § 2210(n) (Supp. 1967).", False),
        ("The Third Wave", "Alvin Toffler, The Third Wave, London: Pan, 1980; so it is.", False),
        ("no title", "Karl Holm, “Die dritte Welle” (Frankfurt am Main: Fischer, 1980).", False),
        ("no title", "Karl Holm, “Die dritte Welle” (Frankfurt: Fischer, 1980).", False),
        ("no title", "For copper, see {Mödlinger et al. 2017}, p. 4.", False),
        ("no title", "He says so (Source: Goodwin, 2016).", True),
        ("Data Augmentation", "Data Augmentation (Goodwin et al., 2019) selects a subset.", True),
        ("Der Tod des Empedokles", "So in Der Tod des Empedokles (Suhrkamp, 1974).", False),
        ("L’Étranger", "On lit L’Étranger (Gallimard, 1942) en classe.", False),
        ("Se questo è un uomo", "Come in Se questo è un uomo (Einaudi, 1958).", False),
        ("Imagined Communities", "He wrote Imagined Communities (Penguin Books, 1985).", False),
        ("no title", "Man liest „Die vorletzten Dinge“ (Suhrkamp, 1971) noch.", False),
        ("Orientalism", "This is Edward Said’s Orientalism (Hackett, 1978), of course.", False),
        ("Kultur und Natur", "Siehe Marshall Sahlins, Kultur und Natur (Fischer, 2003 [1967]).", False),
        ("Versuch über das Tragische", "Peter Szondi Versuch über das Tragische (Insel, 1961).", False),
        ("Versuch über das Tragische", "Das zeigt der Versuch über das Tragische (Szondi, 1961).", True),
        ("Orientalism", "This is Edward Said’s Orientalism (Said, 1978), of course.", True),
        ("no title", "He calls it “Gender is performed” (Butler, 1990).", True),
        ("Being and Time", "This is in Being and Time (Heidegger, 1927).", True),
        ("Deep learning", "The field of deep learning (Goodwin, 2016) is young.", True),
    ],
)
def test_who_named_a_species_or_published_a_work_is_not_cited(title: str, text: str, told: bool) -> None:
    made = mentions_of(text, title)
    assert bool(made) == told


def test_braces_of_latex_hide_no_citation() -> None:
    for cited in (Mention("PS1968", 1, MentionKind.KEY), dated("Goodwin", 2016)):
        said = "As in \\cite{C2020,PS1968} and \\footnote{See Goodwin (2016) and others.}"
        cited = replace(cited, line=1, text="Goodwin (2016)" if cited.names else cited.text)
        article = Article("a.tex", "latex", lines=((1, said),), mentions=(cited,))
        assert list(unlisted(Case(article, (), ()))) == [cited]


@pytest.mark.parametrize(
    "film",
    [
        "*RoboCop* (Paul Verhoeven, 1987)",
        "*Les 400 coups* (François Truffaut, 1959)",
        "le film (*Hulk*, Ang Lee, 2003)",
        "*Das weiße Band* (Michael Haneke, 2009)",
    ],
)
def test_who_made_a_film_is_not_cited(film: str) -> None:
    dated = (("Bazin", 1958), ("Daney", 1986))
    works = "\n".join(f"- {name}, A. ({year}). *On film*. Paris: Seuil." for name, year in dated)
    said = f"On l'a dit (Bazin, 1958 ; Daney, 1986) de {film}, entre autres, et (Dyer, 1979)."
    found = check_article(read(f"# Cinéma\n\n{said}\n\n## Références\n\n{works}\n", path="a.md")).findings
    assert [f.printed for f in found if f.check == "unlisted"] == ["Dyer, 1979"]


def test_what_another_chapter_of_the_book_may_cite_is_not_missing() -> None:
    said = "Rain falls (Keats, 1919), and snow (Møller & Poe, 1945; Keats, 1920)."
    cited = find_mentions([(1, said)], (), "en")
    shelved = ("Keats, J{\\'a}n 1919-05", "M{\\o}ller, A. and Poe, E. A. 1945")
    article = Article("a.md", "markdown", lines=((1, said),), mentions=cited, shelved=shelved)
    assert [mention.text for mention in unlisted(Case(article, (), ()))] == ["Keats, 1920"]
