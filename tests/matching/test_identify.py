"""Identity, trap by trap, on real works."""

import dataclasses

import pytest

from refcheck.matching import score as scoring
from refcheck.matching.identify import identify
from refcheck.model import Answer, Entry, Evidence, Identity, Name, Outcome, Reference, Relation, Work
from refcheck.parsing import parse


def people(names):
    """ "Family, G.; Family, G." as names."""
    pairs = (name.partition(", ") for name in names.split("; "))
    return tuple(Name(family, given) for family, _, given in pairs)


def work(doi, title, authors, year, container="", volume="", pages="", kind="journal-article", **fields):
    return Work(
        "crossref",
        doi=doi,
        type=kind,
        titles=(title,) if title else (),
        authors=people(authors) if authors else (),
        years=(year,) if year else (),
        containers=(container,) if container else (),
        volume=volume,
        pages=pages,
        **fields,
    )


NELSON_GOFF = work(
    "10.1037/0002-9432.76.4.451",
    "The effects of trauma on intimate relationships: A qualitative study with clinical couples.",
    "Nelson Goff, Briana S.; Reisbig, Allison M. J.; Bole, Amy; Scheer, Tiffany",
    2006,
    "American Journal of Orthopsychiatry",
    "76",
    "451-460",
)
NELSON_GOFF_RAW = (
    "Nelson Goff, B. S., Reisbig, A. M. J., Bole, A., & Scheer, T. (2006). The effects of trauma on intimate "
    "relationships: A qualitative study with clinical couples. American Journal of Orthopsychiatry, 76(4), 451-60."
)
PURSHOUSE = work(
    "10.1007/3-540-36970-8_2",
    "Conflict, Harmony, and Independence: Relationships in Evolutionary Multi-criterion Optimisation",
    "Purshouse, Robin C.; Fleming, Peter J.",
    2003,
    "Lecture Notes in Computer Science",
    pages="16-30",
    kind="book-chapter",
)
MULTI_CRITERION = work(
    "10.1007/3-540-36970-8",
    "Evolutionary Multi-Criterion Optimization",
    "",
    2003,
    "Lecture Notes in Computer Science",
    kind="book",
    editors=people("Fonseca, Carlos M.; Fleming, Peter J.; Zitzler, Eckart"),
)
CHAPTER_RAW = (
    "Purshouse, R. C., & Fleming, P. J. (2003). Conflict, harmony, and independence: Relationships in evolutionary "
    "multi-criterion optimisation. In Evolutionary Multi-Criterion Optimization (pp. 16-30). Springer."
)
DONADI = work(
    "10.1103/physreva.106.022212",
    "Toy model for local and deterministic wave-function collapse",
    "Donadi, Sandro; Hossenfelder, Sabine",
    2022,
    "Physical Review A",
    "106",
    short_containers=("Phys. Rev. A",),
    article_number="022212",
)
MARCUS_1 = work(
    "10.1063/1.1742723",
    "On the Theory of Oxidation-Reduction Reactions Involving Electron Transfer. I",
    "Marcus, R. A.",
    1956,
    "The Journal of Chemical Physics",
    "24",
    "966-978",
)
MARCUS_2 = work(
    "10.1063/1.1743423",
    "On the Theory of Oxidation-Reduction Reactions Involving Electron Transfer. II. Applications to Data on the "
    "Rates of Isotopic Exchange Reactions",
    "Marcus, R. A.",
    1957,
    "The Journal of Chemical Physics",
    "26",
    "867-871",
)
HERMAN = work("", "Trauma and Recovery", "Herman, Judith Lewis", 1992, kind="book", publisher="Basic Books")
HERMAN_REVIEW = work(
    "10.5555/review", "Trauma and Recovery", "Brende, Joel", 1994, "American Journal of Psychotherapy", "48", "303-304"
)
HE_PREPRINT = work(
    "10.48550/arxiv.1512.03385",
    "Deep Residual Learning for Image Recognition",
    "He, Kaiming; Zhang, Xiangyu; Ren, Shaoqing; Sun, Jian",
    2015,
    kind="posted-content",
)
HE = dataclasses.replace(
    HE_PREPRINT,
    doi="10.1109/cvpr.2016.90",
    type="proceedings-article",
    years=(2016,),
    containers=("2016 IEEE Conference on Computer Vision and Pattern Recognition (CVPR)",),
    pages="770-778",
)


def found(question, *works, source="crossref"):
    return Answer(source, question, Outcome.FOUND if works else Outcome.ABSENT, works=works)


def searched(raw, *works, **fields):
    """What a search that answers these works makes of a reference string."""
    return identify(dataclasses.replace(parse(raw), **fields), [found("search:words", *works)])


def looked_up(raw, own, *others):
    """What the record behind the printed DOI makes of it, and the works a search answers."""
    reference = dataclasses.replace(parse(raw), doi=own.doi)
    return identify(reference, [found(f"doi:{own.doi}", own), found("search:words", *others)])


# ----------------------------------------------------------------------------------------------- the printed identifier


@pytest.mark.parametrize(
    "change",
    [
        ("(2006)", "(2016)"),
        ("(2006). ", ""),
        ("76(4), 451-60", "12(1), 1-9"),
        ("qualitative", "quantitative"),
        ("intimate relationships", "intimate realtionships"),
        (": A qualitative study with clinical couples", ""),
        ("Nelson Goff, B. S., Reisbig, A. M. J., Bole, A., & Scheer, T.", "Abernathy, K., & Uchida, M."),
        ("Nelson Goff, B. S., ", ""),
        ("American Journal of Orthopsychiatry", "Journal of Marital and Family Therapy"),
        ("American Journal of Orthopsychiatry, 76(4), 451-60", ""),
    ],
)
def test_a_metadata_error_does_not_change_the_identity(change):
    resolution = looked_up(NELSON_GOFF_RAW.replace(*change), NELSON_GOFF)
    assert (resolution.identity, resolution.evidence) == (Identity.VERIFIED, Evidence.IDENTIFIER)
    assert resolution.work == NELSON_GOFF


def test_the_doi_of_another_work_and_the_true_one():
    resolution = looked_up(NELSON_GOFF_RAW, PURSHOUSE, DONADI, NELSON_GOFF)
    assert (resolution.identity, resolution.evidence) == (Identity.OTHER_WORK, Evidence.IDENTIFIER)
    assert resolution.work == PURSHOUSE
    assert resolution.candidates == (NELSON_GOFF,)
    assert "10.1037/0002-9432.76.4.451" in resolution.why


def test_the_doi_of_a_sibling_is_another_work():
    sibling = dataclasses.replace(
        NELSON_GOFF, doi="10.1037/x", titles=("Secondary traumatization among nurses",), pages="601-612"
    )
    assert looked_up(NELSON_GOFF_RAW, sibling).identity is Identity.OTHER_WORK


def test_the_doi_of_another_part_is_another_work():
    raw = (
        "Marcus, R. A. (1957). On the theory of oxidation-reduction reactions involving electron transfer. II. "
        "Applications to data on the rates of isotopic exchange reactions. J. Chem. Phys., 26, 867-871."
    )
    assert looked_up(raw, MARCUS_2).identity is Identity.VERIFIED
    assert looked_up(raw, MARCUS_1).identity is Identity.OTHER_WORK


def test_an_invented_title_by_real_authors_on_a_real_doi():
    raw = (
        "Nelson Goff, B. S., & Bole, A. (2011). Attachment styles and resilience in military families. Journal of "
        "Family Studies, 17(2), 88-101."
    )
    assert looked_up(raw, NELSON_GOFF).identity is Identity.OTHER_WORK


def test_a_wrong_title_on_a_record_that_agrees_in_all_else_is_metadata():
    raw = NELSON_GOFF_RAW.replace(
        "The effects of trauma on intimate relationships: A qualitative study with clinical couples",
        "Conflict and harmony in evolutionary optimisation",
    )
    assert looked_up(raw, NELSON_GOFF).identity is Identity.VERIFIED


def test_an_alias_answered_under_its_prime_doi_is_the_printed_identifier():
    reference = dataclasses.replace(parse(NELSON_GOFF_RAW), doi="10.1111/alias")
    resolution = identify(reference, [found("doi:10.1111/alias", NELSON_GOFF)])
    assert (resolution.identity, resolution.evidence) == (Identity.VERIFIED, Evidence.IDENTIFIER)


def test_a_repaired_doi_is_named():
    reference = dataclasses.replace(parse(NELSON_GOFF_RAW), doi=f"{NELSON_GOFF.doi}abstract")
    answers = [found(f"doi:{reference.doi}"), found(f"doi:{NELSON_GOFF.doi}", NELSON_GOFF)]
    resolution = identify(reference, answers)
    assert (resolution.identity, resolution.repaired_doi) == (Identity.VERIFIED, NELSON_GOFF.doi)


def test_the_record_of_a_doi_nobody_printed_is_no_identifier():
    resolution = identify(parse(NELSON_GOFF_RAW), [found("doi:10.5555/other", PURSHOUSE), found("search:words")])
    assert resolution.identity is Identity.ABSENT


def test_a_pmid_and_an_isbn_are_identifiers_too():
    reference = dataclasses.replace(parse(NELSON_GOFF_RAW), pmid="17209711")
    resolution = identify(reference, [found("pmid:17209711", NELSON_GOFF, source="pubmed")])
    assert (resolution.identity, resolution.evidence) == (Identity.VERIFIED, Evidence.IDENTIFIER)
    book = dataclasses.replace(parse("Herman, J. L. (1992). Trauma and recovery. Basic Books."), isbn="0465087655")
    resolution = identify(book, [found("isbn:9780465087655", HERMAN, source="openlibrary")])
    assert (resolution.identity, resolution.evidence) == (Identity.VERIFIED, Evidence.IDENTIFIER)


def test_a_right_pmid_does_not_hide_a_wrong_doi():
    reference = dataclasses.replace(parse(NELSON_GOFF_RAW), doi=PURSHOUSE.doi, pmid="17209711")
    answers = [found(f"doi:{PURSHOUSE.doi}", PURSHOUSE), found("pmid:17209711", NELSON_GOFF, source="pubmed")]
    assert identify(reference, answers).identity is Identity.OTHER_WORK


def test_the_isbn_of_the_book_a_chapter_is_in():
    reference = dataclasses.replace(parse(CHAPTER_RAW), isbn="9783540018698")
    resolution = identify(reference, [found("isbn:9783540018698", MULTI_CRITERION, source="openlibrary")])
    assert resolution.identity is Identity.VERIFIED


def test_a_record_without_title_and_authors_is_no_evidence_against_the_identifier():
    places = ((None,), (2006,), (2006, "American Journal of Orthopsychiatry"))
    for place in (*places, (2006, "American Journal of Orthopsychiatry", "76", "451")):
        assert looked_up(NELSON_GOFF_RAW, work("10.1037/bare", "", "", *place)).identity is Identity.VERIFIED
    for place in ((1950,), (2006, "Astronomy Letters"), (2006, "", "12", "1-9")):
        assert looked_up(NELSON_GOFF_RAW, work("10.1037/bare", "", "", *place)).identity is Identity.OTHER_WORK
    nobody = work("10.1037/bare", "", "Abernathy, K.", None)
    assert looked_up(NELSON_GOFF_RAW, nobody).identity is Identity.OTHER_WORK


# --------------------------------------------------------------------------------------------------- found by search


@pytest.mark.parametrize(
    "change",
    [
        ("", ""),
        ("(2006)", "(2009)"),
        ("Reisbig", "Reisbeg"),
        ("Nelson Goff", "Goff"),
        ("relationships", "relationship"),
        (": A qualitative study with clinical couples", ""),
        ("American Journal of Orthopsychiatry", "Am. J. Orthopsychiatry"),
        ("76(4), 451-60", "76, 451"),
    ],
)
def test_a_slip_does_not_hide_the_work(change):
    resolution = searched(NELSON_GOFF_RAW.replace(*change), PURSHOUSE, NELSON_GOFF, DONADI)
    assert (resolution.identity, resolution.evidence) == (Identity.VERIFIED, Evidence.SEARCH)
    assert resolution.work == NELSON_GOFF


@pytest.mark.parametrize(
    "raw",
    [
        "S. Donadi and S. Hossenfelder, Phys. Rev. A 106, 022212 (2022).",
        "[12] S. Donadi, S. Hossenfelder, Physical Review A 106 (2022) 022212.",
        "(3) Donadi, S.; Hossenfelder, S. Phys. Rev. A 2022, 106, 022212.",
    ],
)
def test_a_reference_without_title_is_found_by_its_place(raw):
    sibling = dataclasses.replace(DONADI, doi="10.1103/y", titles=("Another toy model",), article_number="052209")
    assert searched(raw, sibling, DONADI).work == DONADI
    assert searched(raw, sibling).identity is Identity.ABSENT


def test_an_invented_reference_is_not_found():
    invented = (
        "Abernathy, K., & Uchida, M. (2014). The effects of attachment on intimate partnerships: A longitudinal study "
        "with married couples. American Journal of Orthopsychiatry, 84(3), 211-225.",
        "Nelson Goff, B. S., Reisbig, A. M. J. (2012). Hyper-independence after childhood adversity. American Journal "
        "of Orthopsychiatry, 82(1), 33-47.",
        "Lindqvist, A. (2010). Trauma and relationships. Journal of Clinical Couples, 4(1), 1-12.",
    )
    for raw in invented:
        assert searched(raw, NELSON_GOFF, PURSHOUSE, HERMAN_REVIEW).identity is Identity.ABSENT, raw


def test_the_right_part_of_a_series_is_taken():
    raw = "Marcus, R. A. (1956). On the theory of oxidation-reduction reactions involving electron transfer. I. {}"
    assert searched(raw.format("J. Chem. Phys., 24, 966-978."), MARCUS_2, MARCUS_1).work == MARCUS_1
    assert searched(raw.format("J. Chem. Phys., 24, 966-978."), MARCUS_2).work is None


def test_a_book_is_not_its_review():
    raw = "Herman, J. L. (1992). Trauma and recovery. New York: Basic Books."
    assert searched(raw, HERMAN_REVIEW).work is None
    assert searched(raw, HERMAN_REVIEW, HERMAN).work == HERMAN


def test_a_review_is_not_its_book():
    raw = "Brende, J. (1994). Trauma and recovery. American Journal of Psychotherapy, 48, 303-304."
    assert searched(raw, HERMAN, HERMAN_REVIEW).work == HERMAN_REVIEW
    assert searched(raw, HERMAN).work is None


def test_a_chapter_is_not_its_book():
    assert searched(CHAPTER_RAW, MULTI_CRITERION, PURSHOUSE).work == PURSHOUSE
    assert searched(CHAPTER_RAW, MULTI_CRITERION).work is None


def test_a_book_is_not_a_chapter_of_it():
    raw = (
        "Fonseca, C. M., Fleming, P. J., & Zitzler, E. (Eds.). (2003). Evolutionary multi-criterion optimization. "
        "Berlin: Springer."
    )
    assert searched(raw, PURSHOUSE, MULTI_CRITERION).work == MULTI_CRITERION
    assert searched(raw, PURSHOUSE).work is None


def test_the_form_cited_is_taken_preprint_or_published():
    preprint = (
        "He, K., Zhang, X., Ren, S., & Sun, J. (2015). Deep residual learning for image recognition. arXiv:1512.03385."
    )
    published = (
        "He, K., Zhang, X., Ren, S., Sun, J.: Deep residual learning for image recognition. In: 2016 IEEE Conference "
        "on Computer Vision and Pattern Recognition (CVPR), pp. 770-778 (2016)"
    )
    unsaid = "He K, Zhang X, Ren S, Sun J. Deep residual learning for image recognition."
    assert searched(preprint, HE, HE_PREPRINT).work == HE_PREPRINT
    assert searched(published, HE_PREPRINT, HE).work == HE
    assert searched(unsaid, HE_PREPRINT, HE).work == HE
    assert searched(published, HE_PREPRINT).work == HE_PREPRINT  # the same work, where no other form is known


def test_other_pages_of_a_preprint_do_not_hide_the_work():
    raw = (
        "He K, Zhang X, Ren S, Sun J (2016) Deep residual learning for image recognition. In: Proceedings of the IEEE "
        "conference on computer vision, pp 1-9"
    )
    assert searched(raw, HE).work == HE


def test_an_erratum_is_not_the_article():
    erratum = dataclasses.replace(
        NELSON_GOFF, doi="10.1037/erratum", titles=(f"Erratum to: {NELSON_GOFF.titles[0]}",), pages="600"
    )
    assert searched(NELSON_GOFF_RAW, erratum, NELSON_GOFF).work == NELSON_GOFF
    assert searched(NELSON_GOFF_RAW, erratum).work is None
    cited = NELSON_GOFF_RAW.replace("The effects", "Erratum to: The effects").replace("451-60", "600")
    assert searched(cited, NELSON_GOFF, erratum).work == erratum


def test_a_retracted_title_is_the_article():
    retracted = dataclasses.replace(NELSON_GOFF, titles=(f"RETRACTED: {NELSON_GOFF.titles[0]}",))
    assert searched(NELSON_GOFF_RAW, retracted).work == retracted


def test_a_title_many_works_have_needs_more_than_an_author():
    def introduction(year, volume, pages):
        return work(f"10.1/{year}", "Introduction", "Smith, J.", year, "History of Science", volume, pages)

    works = [introduction(1999, "37", "1-4"), introduction(2004, "42", "1-3"), introduction(2010, "48", "249-252")]
    assert searched("Smith, J. (2004). Introduction. History of Science, 42, 1-3.", *works).work == works[1]
    assert searched("Smith, J. (1987). Introduction. In The Age of Reason. London: Macmillan.", *works).work is None


def test_equal_candidates_are_ambiguous():
    raw = "Jones, A. (2001). Book reviews. Mind, 110."
    works = [work(f"10.1/{i}", "Book Reviews", "Jones, A.", 2001, "Mind", "110", f"{i}-{i + 1}") for i in (100, 305)]
    resolution = searched(raw, *works)
    assert resolution.identity is Identity.AMBIGUOUS
    assert set(resolution.candidates) == set(works)
    assert resolution.evidence is Evidence.GUESS


def test_two_records_of_one_work_are_no_rivals():
    twin = dataclasses.replace(NELSON_GOFF, doi="10.2307/twin")
    resolution = searched(NELSON_GOFF_RAW, twin, NELSON_GOFF)
    assert resolution.identity is Identity.VERIFIED


def test_editions_of_a_book_are_no_rivals():
    later = dataclasses.replace(HERMAN, years=(1997,), titles=("Trauma and Recovery: The Aftermath of Violence",))
    latest = dataclasses.replace(HERMAN, years=(2015,))
    for year in (1992, 1994):
        raw = f"Herman, J. L. ({year}). Trauma and recovery. New York: Basic Books."
        assert searched(raw, latest, later, HERMAN).identity is Identity.VERIFIED
    assert searched("Herman, J. L. (1997). Trauma and recovery. Basic Books.", latest, later, HERMAN).work == later


def test_a_year_between_editions_says_nothing_whatever_it_weighs(monkeypatch):
    """The weights are fitted again with every parser: an edition must not hang on what a wrong year weighs."""
    raw = "Herman, J. L. (1994). Trauma and recovery. New York: Basic Books."
    latest = dataclasses.replace(HERMAN, years=(2015,))
    for weight in (-1.0, -4.0, -9.0):
        monkeypatch.setitem(scoring.WEIGHTS, "year", {"same": 1.0, "near": weight, "other": weight})
        assert searched(raw, latest, HERMAN).identity is Identity.VERIFIED
        assert searched(raw.replace("1994", "1992"), latest, HERMAN).work == HERMAN
    assert searched(raw, HERMAN, HERMAN_REVIEW).identity is Identity.NOT_INDEXED


def test_a_numeral_at_the_end_of_a_title_is_found_before_the_journals_name():
    title = "A prática pedagógica com aluno surdo no ensino fundamental I"
    article = work("10.5555/i", title, "Da Silva Dias, Lucinéa", 2021, "Revista Gênero", "2")
    raw = f"DA SILVA DIAS, Lucinéa. {title.upper()}. Revista Gênero, v. 2, n. 03, 2021."
    assert searched(raw, article).work == article
    assert searched(raw.replace("TAL I.", "TAL II."), article).identity is Identity.ABSENT


def test_related_versions_are_one_work():
    version = dataclasses.replace(
        NELSON_GOFF, doi="10.5555/v2", relations=(Relation("is-version-of", NELSON_GOFF.doi),), titles=("Effects",)
    )
    assert searched(NELSON_GOFF_RAW, version, NELSON_GOFF).work == NELSON_GOFF


def test_a_translation_is_not_claimed_to_be_its_original():
    raw = "Herman, J. L. (1993). Trauma en herstel: De gevolgen van geweld. Amsterdam: Wereldbibliotheek."
    assert searched(raw, HERMAN, HERMAN_REVIEW).identity is Identity.NOT_INDEXED


def test_a_figure_or_an_issue_is_never_the_work():
    figure = dataclasses.replace(NELSON_GOFF, doi="10.1037/f1", type="component")
    assert searched(NELSON_GOFF_RAW, figure).identity is Identity.ABSENT


def test_a_bibtex_block_is_matched_by_its_fields():
    block = "@article{x, title = {The Effects of Trauma on Intimate Relationships}, author = {Nelson Goff, Briana}}"
    reference = Reference(
        block,
        type="article",
        title="The Effects of Trauma on Intimate Relationships",
        authors=(Name("Nelson Goff", "Briana"),),
        year=2006,
        entry=Entry(block, 1, 1, markup="bibtex"),
    )
    assert identify(reference, [found("search:words", PURSHOUSE, NELSON_GOFF)]).work == NELSON_GOFF


def test_the_fullest_source_has_the_record():
    other = dataclasses.replace(NELSON_GOFF, source="openalex")
    answers = [found("search:words", other, source="openalex"), found("search:words", NELSON_GOFF)]
    assert identify(parse(NELSON_GOFF_RAW), answers).work == NELSON_GOFF


# ------------------------------------------------------------------------------------------------------- nothing found


def silent(question, source="crossref"):
    return Answer(source, question, Outcome.UNREACHABLE, detail="timed out")


def test_unreachable_is_never_absent():
    reference = dataclasses.replace(parse(NELSON_GOFF_RAW), doi="10.1/unknown")
    cases = (
        [silent("doi:10.1/unknown")],
        [silent("doi:10.1/unknown"), found("search:words")],
        [found("doi:10.1/unknown"), silent("search:words")],
        [found("search:words"), silent("search:words", "openlibrary")],
        [silent("doi:10.1/unknown"), found("search:words", NELSON_GOFF)],
        [],
    )
    for answers in cases:
        assert identify(reference, answers).identity is Identity.UNCHECKED, answers


def test_a_clean_miss_everywhere_is_absent():
    reference = dataclasses.replace(parse(NELSON_GOFF_RAW), doi="10.1/unknown")
    resolution = identify(reference, [found("doi:10.1/unknown"), found("search:words", PURSHOUSE)])
    assert (resolution.identity, resolution.work) == (Identity.ABSENT, None)


def test_a_source_that_is_not_eligible_says_nothing():
    answers = [Answer("openlibrary", "search:words", Outcome.NOT_ELIGIBLE), found("search:words")]
    assert identify(parse(NELSON_GOFF_RAW), answers).identity is Identity.ABSENT
    assert identify(parse(NELSON_GOFF_RAW), answers[:1]).identity is Identity.UNCHECKED


def test_a_work_found_in_place_of_an_unregistered_doi():
    reference = dataclasses.replace(parse(NELSON_GOFF_RAW), doi="10.1/unknown")
    resolution = identify(reference, [found("doi:10.1/unknown"), found("search:words", NELSON_GOFF)])
    assert (resolution.identity, resolution.evidence) == (Identity.VERIFIED, Evidence.SEARCH)


def test_a_search_that_finds_the_printed_doi_is_as_good_as_its_record():
    reference = dataclasses.replace(parse(NELSON_GOFF_RAW), doi=NELSON_GOFF.doi)
    answers = [silent(f"doi:{NELSON_GOFF.doi}"), found("search:words", NELSON_GOFF)]
    assert identify(reference, answers).evidence is Evidence.IDENTIFIER


@pytest.mark.parametrize("kind", ["online", "book", "techreport", "phdthesis", "newspaper"])
def test_what_no_index_covers_is_not_called_missing(kind):
    reference = dataclasses.replace(
        parse("Wereldgezondheidsorganisatie. (2019). Mentale gezondheid. Genève: WHO."), type=kind, doi=""
    )
    resolution = identify(reference, [found("search:words", PURSHOUSE)])
    assert resolution.identity is Identity.NOT_INDEXED
    assert resolution.why.endswith(".")


def test_a_pmid_of_another_work_beside_the_right_doi_is_said_and_changes_nothing():
    reference = dataclasses.replace(parse(NELSON_GOFF_RAW), doi=NELSON_GOFF.doi, pmid="123")
    stray = dataclasses.replace(MARCUS_1, source="pubmed", pmid="123")
    answers = [
        Answer("crossref", f"doi:{NELSON_GOFF.doi}", Outcome.FOUND, works=(NELSON_GOFF,)),
        Answer("pubmed", "pmid:123", Outcome.FOUND, works=(stray,)),
    ]
    resolution = identify(reference, answers)
    assert (resolution.identity, resolution.work, resolution.elsewhere) == (Identity.VERIFIED, NELSON_GOFF, (stray,))
    same = dataclasses.replace(NELSON_GOFF, source="pubmed", doi="", pmid="123")
    agreeing = [answers[0], Answer("pubmed", "pmid:123", Outcome.FOUND, works=(same,))]
    assert identify(reference, agreeing).elsewhere == ()


def test_the_right_pmid_beside_the_doi_of_another_work_is_what_was_meant():
    reference = dataclasses.replace(parse(NELSON_GOFF_RAW), doi=MARCUS_1.doi, pmid="123")
    meant = dataclasses.replace(NELSON_GOFF, source="pubmed", pmid="123")
    answers = [
        Answer("crossref", f"doi:{MARCUS_1.doi}", Outcome.FOUND, works=(MARCUS_1,)),
        Answer("pubmed", "pmid:123", Outcome.FOUND, works=(meant,)),
    ]
    resolution = identify(reference, answers)
    assert (resolution.identity, resolution.candidates) == (Identity.OTHER_WORK, (meant,))


# ------------------------------------------------------------------------------------------------------------- reasons


def test_a_verified_work_needs_no_reason():
    own = looked_up(NELSON_GOFF_RAW, NELSON_GOFF)
    assert (own.why, own.repaired_doi, own.candidates, own.elsewhere) == ("", "", (), ())
    by_search = searched(NELSON_GOFF_RAW, NELSON_GOFF)
    assert (by_search.why, by_search.evidence) == ("", Evidence.SEARCH)


def test_the_reason_names_the_work_the_identifier_leads_to_and_the_one_meant():
    stray = f"“{MARCUS_1.titles[0]}” (Marcus, 1956, doi {MARCUS_1.doi})"
    resolution = looked_up(NELSON_GOFF_RAW, MARCUS_1)
    assert resolution.why == f"The printed identifier leads to {stray}, which is not the work described."
    resolution = looked_up(NELSON_GOFF_RAW, MARCUS_1, NELSON_GOFF)
    assert "which is not the work described. That seems to be “The effects" in resolution.why
    assert (resolution.work, resolution.evidence) == (MARCUS_1, Evidence.IDENTIFIER)
    assert resolution.reference.raw == NELSON_GOFF_RAW
    twins = [dataclasses.replace(NELSON_GOFF, doi=f"10.2307/{number}") for number in range(5)]
    assert len(looked_up(NELSON_GOFF_RAW, MARCUS_1, *twins).candidates) == 3


def test_equal_works_are_counted_and_five_of_them_named():
    raw = "Jones, A. (2001). Book reviews. Mind, 110."
    works = [
        work(f"10.1/{i}", "Book Reviews", "Jones, A.", 2001, "Mind", "110", f"{i}-{i + 1}") for i in range(200, 270, 10)
    ]
    resolution = searched(raw, *works)
    assert resolution.why == "7 works fit about equally; the entry does not say which."
    assert len(resolution.candidates) == 5


def test_who_was_asked_and_who_did_not_answer_is_named():
    reference = parse(NELSON_GOFF_RAW)
    names = {"crossref": "Crossref", "openlibrary": "Open Library"}
    answers = [found("search:words", source="openlibrary"), found("search:words"), found("search:more")]
    absent = identify(reference, answers, names=names)
    assert (absent.identity, absent.why) == (Identity.ABSENT, "No such work in Crossref, Open Library.")
    unknown = identify(reference, [found("search:words", source="newsource")], names=names)
    assert unknown.why == "No such work in newsource."
    quiet = identify(reference, [*answers, silent("search:words", "openlibrary"), silent("search:x")], names=names)
    assert (quiet.identity, quiet.why) == (Identity.UNCHECKED, "No answer from Crossref, Open Library.")
    assert identify(reference, [], names=names).why == "No register was asked for this work."


def test_near_misses_are_candidates_three_at_most():
    other = {"authors": people("Abernathy, K."), "containers": (), "volume": "", "pages": "", "years": (1950,)}
    twins = [dataclasses.replace(NELSON_GOFF, doi=f"10.2307/{n}", **other) for n in range(5)]
    resolution = searched(NELSON_GOFF_RAW, *twins, MARCUS_1)
    assert resolution.work is None
    assert len(resolution.candidates) == 3 and MARCUS_1 not in resolution.candidates


def test_a_complete_register_decides_where_others_lack_much():
    book = dataclasses.replace(parse("Herman, J. L. (1993). Rain on roofs. Boston: Beacon Press."), type="book")
    answers = [found("search:words", source="dnb"), found("search:words")]
    assert identify(book, answers).identity is Identity.NOT_INDEXED
    assert identify(book, answers, complete={"dnb"}).identity is Identity.ABSENT
    assert identify(book, answers, complete={"pubmed"}).identity is Identity.NOT_INDEXED
    assert identify(dataclasses.replace(book, doi="10.5555/none"), answers).identity is Identity.ABSENT


@pytest.mark.parametrize("turn", [1, -1])
def test_the_record_of_the_lowest_rank_is_taken(turn):
    other = dataclasses.replace(NELSON_GOFF, source="openalex")
    answers = [found("search:words", other, source="openalex"), found("search:words", NELSON_GOFF)][::turn]
    reference = parse(NELSON_GOFF_RAW)
    assert identify(reference, answers, ranks={"crossref": 1, "openalex": 2}).work == NELSON_GOFF
    assert identify(reference, answers, ranks={"crossref": 2, "openalex": 1}).work == other
    assert identify(reference, answers, ranks={"openalex": 98}).work == other  # without a rank comes last


@pytest.mark.parametrize(
    ("fields", "question", "own"),
    [
        ({"doi": NELSON_GOFF.doi}, f"doi:{NELSON_GOFF.doi}", True),
        ({"doi": NELSON_GOFF.doi}, f"doi: {NELSON_GOFF.doi.upper()} ", True),
        ({"doi": "10.1/x"}, f"doi:{NELSON_GOFF.doi}", False),
        ({"arxiv": "2001.00001"}, "arxiv:2001.00001", True),
        ({"arxiv": "math.GT/0703055v1"}, "doi:10.48550/arxiv.math/0703055", True),
        ({"arxiv": "2001.00001"}, "doi:10.48550/arxiv.2001.00001", True),
        ({"arxiv": "2001.00001"}, "arxiv:2001.00002", False),
        ({"pmid": "123"}, "pmid:123", True),
        ({"pmid": "123"}, "pmid:124", False),
        ({"pmcid": "PMC123"}, "pmcid:pmc123", True),
        ({"isbn": "0306406152"}, "isbn:978-0-306-40615-7", True),
        ({"isbn": "0306406152"}, "isbn:9783161484100", False),
        ({}, "isbn:", False),
        ({}, "pmid:", False),
        ({}, "doi:10.48550/arxiv.", False),
    ],
)
def test_an_answer_is_about_an_identifier_that_the_entry_prints(fields, question, own):
    reference = dataclasses.replace(parse(NELSON_GOFF_RAW), **fields)
    resolution = identify(reference, [found(question, NELSON_GOFF)])
    assert (resolution.evidence is Evidence.IDENTIFIER) is own
