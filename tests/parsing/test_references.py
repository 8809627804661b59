"""Whole references, from the printed string to fields."""

from pathlib import Path

import pytest
from bibtexparser import parse_string
from hypothesis import given, settings
from hypothesis import strategies as st

from refcheck.exchange.bibtex_write import read_bibtex, write_bibtex
from refcheck.exchange.references import parse_entries
from refcheck.model import Entry, Reference
from refcheck.parsing import parse, parse_many

SEED = Path(__file__).parents[3] / "shared" / "seed"


def families(reference: Reference) -> list[str]:
    return [name.family or name.literal for name in reference.authors]


@pytest.fixture(scope="module")
def seed() -> list[Reference]:
    files = sorted(SEED.glob("*.txt"))
    if not files:
        pytest.skip("the example article is not beside this checkout (../shared/seed)")
    lines = files[0].read_text(encoding="utf-8").splitlines()
    return parse_many([line.strip(" •") for line in lines if line.strip().startswith("•")])


def test_the_five_references_of_the_example_article(seed: list[Reference]) -> None:
    berenz, goff, muller, sperling, purshouse = seed
    assert [r.type for r in seed] == ["article", "article", "article", "book", "inproceedings"]
    assert [r.year for r in seed] == [2018, 2006, 2000, 1994, 2003]
    assert (families(berenz)[0], len(berenz.authors)) == ("Berenz", 10)
    assert families(goff) == [
        *("Nelson Goff", "Reisbig", "Bole", "Scheer", "Hayes", "Archuleta", "Henry", "Buchholz Holland"),
        *("Nye", "Osby", "Sanders-Hahs", "Schwerdtfeger Gallus", "Smith"),
    ]
    assert families(muller) == ["Muller", "Sicoli", "Lemieux"]
    assert [n.family for n in sperling.editors] == ["Sperling", "Berman"] and not sperling.authors
    assert families(purshouse) == ["Purshouse", "Fleming"]
    assert purshouse.month == 4
    assert (berenz.container, berenz.volume, berenz.issue) == (
        "Journal of aggression, maltreatment & trauma",
        "27",
        "7",
    )
    assert muller.container.endswith("Traumatic Stress Studies") and muller.volume == "13"
    assert goff.pages == "451--460"
    assert [r.doi for r in seed[:2]] == ["10.1080/10926771.2017.1382636", "10.1037/0002-9432.76.4.451"]


def test_their_bibtex_reads_back_the_same(seed: list[Reference]) -> None:
    text = write_bibtex(seed)
    assert [e.key for e in parse_string(text).entries] == [r.key for r in seed]
    for before, after in zip(seed, read_bibtex(text), strict=True):
        for name in (
            "key",
            "type",
            "authors",
            "editors",
            "title",
            "container",
            "year",
            "volume",
            "issue",
            "pages",
            "doi",
        ):
            assert getattr(after, name) == getattr(before, name)


@pytest.mark.parametrize(
    ("raw", "fields"),
    [
        (
            "Huizinga, J. (1919). Herfsttij der middeleeuwen. Haarlem: Tjeenk Willink.",
            {
                "type": "book",
                "year": 1919,
                "title": "Herfsttij der middeleeuwen",
                "place": "Haarlem",
                "publisher": "Tjeenk Willink",
            },
        ),
        (
            "Disman M. Jak se vyrábí sociologická znalost. 3. vyd. Praha: Karolinum, 2002.",
            {"type": "book", "year": 2002, "publisher": "Karolinum", "place": "Praha"},
        ),
        (
            "Granovetter, Mark S. 1985. Economic action and social structure: the problem of embeddedness. "
            "American Journal of Sociology 91(3): 481-93.",
            {
                "type": "article",
                "volume": "91",
                "issue": "3",
                "pages": "481--493",
                "container": "American Journal of Sociology",
            },
        ),
        (
            "Quijano, A. (2000). Colonialidad del poder, eurocentrismo y América Latina. En E. Lander (Ed.), La "
            "colonialidad del saber (pp. 201-246). Buenos Aires: CLACSO.",
            {
                "type": "incollection",
                "container": "La colonialidad del saber",
                "pages": "201--246",
                "publisher": "CLACSO",
            },
        ),
        (
            "李建香. 張從正補法思想淺談. 光明中醫. 2009. 24(8): 12-15.",
            {
                "title": "張從正補法思想淺談",
                "container": "光明中醫",
                "year": 2009,
                "volume": "24",
                "issue": "8",
                "pages": "12--15",
            },
        ),
        (
            "Smith J. Foo bar baz. Nature 2001;409:860-921. PMID: 11237011. PMCID: PMC123456",
            {"pmid": "11237011", "pmcid": "PMC123456"},
        ),
        (
            "Vaswani A, et al. Attention is all you need. arXiv:1706.03762v5 (2017).",
            {"arxiv": "1706.03762", "et_al": True},
        ),
        (
            "Bowlby, J. (2010a). Attachment. London: Penguin. ISBN 0-89862-547-5",
            {"isbn": "0898625475", "year_suffix": "a"},
        ),
    ],
)
def test_fields(raw: str, fields: dict[str, object]) -> None:
    reference = parse(raw)
    assert {name: getattr(reference, name) for name in fields} == fields


def test_an_access_date_is_not_the_year() -> None:
    reference = parse(
        "World Health Organization (2015). Guideline on health. Geneva. Retrieved March 3, 2019, from "
        "https://www.who.int/health"
    )
    assert reference.year == 2015
    assert reference.url == "https://www.who.int/health"
    assert families(reference) == ["World Health Organization"]


def test_every_field_found_has_a_confidence() -> None:
    reference = parse("Bowlby, J. (1969). Attachment and loss. New York: Basic Books.")
    assert {"authors", "year", "title", "publisher"} <= set(reference.confidence)
    assert all(0 <= value <= 1 for value in reference.confidence.values())


def test_italics_say_where_the_container_begins() -> None:
    raw = "Doe, J. (2001). Growth of small gardens Notes and Queries, 12, 3-9."
    (reference,) = parse_entries([Entry(raw, 1, 1, italics=("Notes and Queries, 12",))])
    assert (reference.title, reference.container, reference.volume) == (
        "Growth of small gardens",
        "Notes and Queries",
        "12",
    )


def test_a_dash_stands_for_the_authors_before() -> None:
    entries = [
        Entry("Bowlby, J. (1969). Attachment and loss. New York: Basic Books.", 1, 1),
        Entry("———. (1973). Separation: Anxiety and anger. New York: Basic Books.", 2, 2, repeats="Bowlby, J."),
    ]
    first, second = parse_entries(entries)
    assert families(second) == families(first) == ["Bowlby"]
    assert second.raw == entries[1].raw and second.year == 1973
    assert first.key != second.key


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_no_text_raises(raw: str) -> None:
    reference = parse(raw)
    assert reference.raw == raw and reference.key


def test_hostile_length_is_bounded() -> None:
    reference = parse("Smith, J. " + "(" * 50_000 + "10.1000/" + "a" * 50_000)
    assert len(reference.title) < 5_000


def test_the_medium_is_no_part_of_the_title() -> None:
    raw = "NOVÁK, Jan. Vývoj obyvatelstva [online]. Praha: ČSÚ, 2018 [cit. 2019-05-14]."
    assert parse(raw).title == "Vývoj obyvatelstva"


@pytest.mark.parametrize(
    "raw",
    [
        "Smith, J. (2021). Review of Attachment and loss, by John Bowlby, https://doi.org/10.1007/978-3-662-63103-4. "
        "Journal of Family Studies, 60, 318–321. https://doi.org/10.5555/own",
        "Smith J, Jones K. Attachment in adults. J Fam Stud. 2010;5:1-3. doi:10.5555/own. "
        "Erratum in: J Fam Stud. 2011;6:5. doi:10.5555/erratum.",
        "Smith J, Jones K. Attachment in adults. doi:10.5555/own. J Fam Stud. 2010;5:1-3.",
    ],
)
def test_of_several_dois_the_works_own_is_taken(raw: str) -> None:
    assert parse(raw).doi == "10.5555/own"


@pytest.mark.parametrize("count", [50, 98, 120, 235, 400])
@pytest.mark.parametrize("form", ["Author{}, A. B.", "Author{} AB"])
def test_a_long_list_of_authors_hides_nothing_behind_it(count: int, form: str) -> None:
    people = ", ".join(form.format("abcdefghij"[n % 10] * (n // 10 % 5 + 1)) for n in range(count))
    rest = (
        "Observation of a new particle in the search. *Physics Letters B*, 716(1), 1-29. https://doi.org/10.5555/long"
    )
    found = parse(f"{people} (2012). {rest}")
    assert len(found.authors) == count
    assert (found.title, found.year) == ("Observation of a new particle in the search", 2012)
    assert found.doi == "10.5555/long"


@pytest.mark.parametrize(
    ("raw", "fields"),
    [
        (
            "Chaucer Doth Tweet [@LeVostreGC]. “A daye wythout anachronism ys lyke Emily Dickinson wythout her "
            "lightsaber.” Twitter, 7 Apr. 2018, twitter.com/LeVostreGC/status/982829987286827009.",
            {
                "url": "twitter.com/LeVostreGC/status/982829987286827009",
                "title": "A daye wythout anachronism ys lyke Emily Dickinson wythout her lightsaber",
            },
        ),
        (
            "Segaert, A., & Bauer, A. (2015). The extent and nature of veteran homelessness in Canada. Employment and "
            "Social Development Canada. https://www.example.org/report.html",
            {
                "title": "The extent and nature of veteran homelessness in Canada",
                "publisher": "Employment and Social Development Canada",
            },
        ),
        (
            "Tan, B. (2012) ‘£10,000 carrot to tempt physics experts’, The Guardian, 20 June, p. 5.",
            {"title": "£10,000 carrot to tempt physics experts"},
        ),
        (
            "Lumina Bots, Inc. v. Halden, 412 F. Supp. 3d 122, 130 (D. Mass. 2019).",
            {"type": "jurisdiction", "title": "Lumina Bots, Inc. v. Halden", "volume": "412"},
        ),
        ("최장집, 『민주화 이후의 민주주의』, 후마니타스, 2002, 45쪽.", {"type": "book", "publisher": "후마니타스"}),
        (
            "Pegoraro, Rob. “Apple’s iPhone Is Sleek.” Washington Post, July 5, 2007. LexisNexis Academic.",
            {"type": "article", "container": "Washington Post"},
        ),
        (
            "“Hush.” Buffy the Vampire Slayer, created by Joss Whedon, season 4, episode 10, Mutant Enemy, 1999.",
            {"type": "misc", "title": "Hush", "container": "Buffy the Vampire Slayer"},
        ),
        (
            "National Library of Medicine. Toxicology Resources. https://example.gov/toxnet/ (accessed 2004-05-23).",
            {"title": "Toxicology Resources"},
        ),
        (
            "Агафонова, Н. Н. Гражданское право / Н. Н. Агафонова, Т. В. Богачева ; под общ. ред. А. Г. Калпина. – "
            "М. : Юристъ, 2002. – 542 с.",
            {"title": "Гражданское право", "publisher": "Юристъ"},
        ),
        (
            "Rachel E. Barrow, “Insulating Agencies: Capture Through Design,” 89 Tex. L. Rev. 15, 22 (2010).",
            {"volume": "89", "container": "Tex. L. Rev", "pages": "15"},
        ),
        (
            'Mann, Karl. "The Problem of Generations." In Essays on the Sociology of Knowledge by Karl Mann, edited by '
            "Paul Kecs, 276--322. London: Routledge, 1952.",
            {"container": "Essays on the Sociology of Knowledge by Karl Mann", "pages": "276--322"},
        ),
        ("Meng Qu and Jian Tang. 2019. Logic Networks for Reasoning. arxiv:cs.LG/1906.08495", {"arxiv": "1906.08495"}),
        (
            "黄义豪. 1997. 评黄龟年四劾秦桧[J]. 福建论坛(3): 26-27.",
            {"title": "评黄龟年四劾秦桧", "year": 1997, "issue": "3"},
        ),
        ("Eggs and Chicks (England) Regulations 2009, SI 2009/2163", {"year": 2009, "type": "legislation"}),
        (
            "Kim R, Shin J-G; on behalf of the cPMTb. Development of a population model. Front Med. 2023;14:1116.",
            {"title": "Development of a population model"},
        ),
        (
            "Patrias K. Citing medicine [Internet]. 2nd ed. Wendling DL, technical editor. Bethesda (MD): National "
            "Library of Medicine (US); 2007.",
            {"publisher": "National Library of Medicine (US)", "place": "Bethesda (MD)"},
        ),
        (
            "Говорухин С. А. Анализ больших данных при решении задач // Вестник МГТУ им. Н.Э. Баумана. – "
            "2018. – Т. 3. – "
            "№ 78. – С. 32-47.",
            {"title": "Анализ больших данных при решении задач", "volume": "3", "issue": "78", "pages": "32--47"},
        ),
        (
            "World Health Organization. (2023). Global Health Estimates. World Health Organization. Retrieved from "
            "https://www.example.int/estimates",
            {"publisher": "World Health Organization", "container": ""},
        ),
        (
            "Cardiovascular diseases. (n.d.). Retrieved from https://www.example.int/cardiovascular-diseases/",
            {"title": "Cardiovascular diseases", "authors": ()},
        ),
        (
            "EFSA Panel on Dietetic Products, Nutrition and Allergies. Dietary reference values for "
            "magnesium. EFSA Journal. "
            "2015;13(7):4186.",
            {"title": "Dietary reference values for magnesium"},
        ),
        (
            "Horowitz, J. (2020). Europe rolls out contact tracing apps, with hope and trepidation. The New "
            "York Times. "
            "https://www.example.com/apps.html",
            {"container": "The New York Times", "publisher": ""},
        ),
        (
            "Chomsky, N., & Roberts, I. (2023, 8 de marzo). Noam Chomsky: The false promise of ChatGPT. The "
            "New York Times. "
            "https://www.example.com/chatgpt-ai.html",
            {"title": "Noam Chomsky: The false promise of ChatGPT"},
        ),
        (
            "Alden v. Brook, 100 F.3d 200 (9th Cir. 1998), aff'd, 525 U.S. 100 (1999).",
            {"title": "Alden v. Brook", "volume": "100", "year": 1998},
        ),
        (
            "Yellow River Basin Survey. (2024). [Video]. YouTube. https://www.example.com/embed/Hvl",
            {"title": "Yellow River Basin Survey", "authors": ()},
        ),
        (
            "RAYSON, Paul; PIAO, Scott. The semantic analysis system. In: WORKSHOP ON BEYOND NAMED ENTITY RECOGNITION, "
            "4., 2004, Lisboa. Proceedings... Lisboa: LREC, 2004. p. 7-12.",
            {"publisher": "LREC", "place": "Lisboa", "year": 2004, "pages": "7--12"},
        ),
        (
            "“Amrinone.” (2006). In The Merck Index (14th ed.). Merck & Co.",
            {"title": "Amrinone", "container": "The Merck Index", "year": 2006},
        ),
        (
            "Byers, R. and Xu, H. Numerical Computation of Deflating Subspaces. Tech. Rep. SFB393/99-15, Technical "
            "University Chemnitz, Germany, June 1999.",
            {"type": "techreport", "number": "SFB393/99-15", "pages": ""},
        ),
        (
            "Moody, G. B. (2022). PhysioNet. In Encyclopedia of Computational Neuroscience (pp. 2806-2808). New York, "
            "NY: Springer New York.",
            {"place": "New York, NY", "publisher": "Springer New York"},
        ),
        ("Vega, R. (2013). Sleep in open wards. Journal of Night Care, 30(4), ix–xii.", {"pages": "ix--xii"}),
    ],
)
def test_sorts_of_works_as_manuals_print_them(raw: str, fields: dict[str, object]) -> None:
    found = parse(raw)
    assert {name: getattr(found, name) for name in fields} == fields


def test_a_handle_is_an_address_too() -> None:
    text = "Larsson, E. (2011). Att läsa. Lund: Lunds universitet. http://hdl.handle.net/2320/8731"
    reference = parse(text)
    assert (reference.handle, reference.url) == ("2320/8731", "http://hdl.handle.net/2320/8731")
    assert (reference.title, reference.publisher) == ("Att läsa", "Lunds universitet")


@pytest.mark.parametrize(
    ("text", "editors", "translators"),
    [
        (
            "Proclus. 2007. On Providence. Edited and translated by Carlos Steel. London: Duckworth.",
            ["Steel"],
            ["Steel"],
        ),
        ("Abbas, K. L. (Trans.). (2011). The Diwan. Northwestern University Press.", [], ["Abbas"]),
        (
            "Köhler, W. (1925). Gestalt problems. In P. L. Moore (Ed. & Trans.), A source book (pp. 7–13). Routledge.",
            ["Moore"],
            ["Moore"],
        ),
    ],
)
def test_who_edits_and_translates(text: str, editors: list[str], translators: list[str]) -> None:
    reference = parse(text)
    assert [name.family for name in reference.editors] == editors
    assert [name.family for name in reference.translators] == translators
