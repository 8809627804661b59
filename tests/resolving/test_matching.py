from refcheck.model import Answer, Evidence, Identity, Name, Outcome, Reference, Work
from refcheck.resolving.matching import identify

NELSON_GOFF = Work(
    "crossref",
    doi="10.1037/0002-9432.76.4.451",
    type="journal-article",
    titles=("The effects of trauma on intimate relationships: A qualitative study with clinical couples.",),
    authors=(Name("Nelson Goff", "Briana S."), Name("Reisbig", "Allison M. J."), Name("Bole", "Amy")),
    years=(2006,),
    containers=("American Journal of Orthopsychiatry",),
    volume="76",
    issue="4",
    pages="451-460",
)
RAW = (
    "Nelson Goff, B. S., Reisbig, A. M. J., & Bole, A. (2006). The effects of trauma on intimate relationships: A "
    "qualitative study with clinical couples. American Journal of Orthopsychiatry, 76(4), 451-60."
)


def found(question, *works, source="crossref"):
    return Answer(source, question, Outcome.FOUND, works=works)


def test_the_record_behind_the_printed_doi_is_the_work():
    reference = Reference(RAW, doi=NELSON_GOFF.doi)
    resolution = identify(reference, [found(f"doi:{NELSON_GOFF.doi}", NELSON_GOFF)])
    assert (resolution.identity, resolution.evidence) == (Identity.VERIFIED, Evidence.IDENTIFIER)
    assert resolution.work == NELSON_GOFF


def test_an_unreachable_source_never_means_absent():
    reference = Reference(RAW, doi="10.1/unknown")
    answers = [Answer("crossref", "doi:10.1/unknown", Outcome.UNREACHABLE)]
    assert identify(reference, answers).identity is Identity.UNCHECKED
