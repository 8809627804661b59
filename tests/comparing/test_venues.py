import pytest

from refcheck.comparing import Verdict, compare_venue
from tests.comparing.examples import WORK, cited, registered


@pytest.mark.parametrize(
    ("printed", "registered_as"),
    [
        ("Am. J. Orthopsychiatry", "American Journal of Orthopsychiatry"),
        ("Am J Orthopsychiatr", "American Journal of Orthopsychiatry"),
        ("American journal of orthopsychiatry", "The American Journal of Orthopsychiatry"),
        ("Proc Natl Acad Sci USA", "Proceedings of the National Academy of Sciences of the United States of America"),
        ("PNAS", "Proceedings of the National Academy of Sciences"),
        ("PNAS", "Proceedings of the National Academy of Sciences of the United States of America"),
        ("P.N.A.S.", "Proceedings of the National Academy of Sciences of the United States of America"),
        ("IEEE TPAMI", "IEEE Transactions on Pattern Analysis and Machine Intelligence"),
        ("JAMA", "Journal of the American Medical Association"),
        ("Science & Society", "Science and Society"),
        ("Postgrad MedJ", "Postgraduate Medical Journal"),
        ("Phys. Rev. A", "Physical Review A"),
        ("Physical Review A", "Physical Review A: Atomic, Molecular, and Optical Physics"),
        ("Zeitschrift für Psychologie", "Zeitschrift fur Psychologie"),
        ("J. Natl. Cancer Inst.", "JNCI: Journal of the National Cancer Institute"),
        ("Behaviour Research & Therapy", "Behavior Research and Therapy"),
    ],
)
def test_one_journal_in_two_forms(printed: str, registered_as: str) -> None:
    assert compare_venue(cited(container=printed), registered(containers=(registered_as,))).agrees


@pytest.mark.parametrize(
    ("printed", "registered_as"),
    [
        ("American Psychologist", "American Journal of Orthopsychiatry"),
        ("PNSA", "Proceedings of the National Academy of Sciences of the United States of America"),
        ("pnas", "Journal of Pattern Analysis and Machine Intelligence"),
        ("NA", "Proceedings of the National Academy of Sciences of the United States of America"),
        ("Physical Review B", "Physical Review A"),
        ("Journal of Applied Physics", "Journal of Applied Physiology"),
        ("Nature Genetics", "Nature Medicine"),
        ("Journal of Trauma", "Journal of Affective Disorders"),
    ],
)
def test_two_journals(printed: str, registered_as: str) -> None:
    comparison = compare_venue(cited(container=printed), registered(containers=(registered_as,)))
    assert comparison.verdict is Verdict.DIFFER
    assert comparison.registered == registered_as


def test_any_of_the_records_names_and_the_issn_count() -> None:
    chapter = registered(containers=("Lecture Notes in Computer Science", "The Semantic Web"))
    assert compare_venue(cited(container="The Semantic Web"), chapter).agrees
    assert compare_venue(cited(container="Old Name Quarterly", issn="0002-9432"), WORK).kind == "issn"


def test_a_name_printed_elsewhere_in_the_entry_agrees_when_the_parser_is_unsure() -> None:
    raw = "Kolk B. Secondary traumatic effects in couples. Depress. Anxiety 23, 297-303."
    work = registered(containers=("Depression and Anxiety",), short_containers=("Depress. Anxiety",))
    assert compare_venue(cited(raw=raw, container="Anxiety", confidence={"container": 0.8}), work).agrees


def test_missing_names_and_other_scripts_are_no_evidence() -> None:
    assert compare_venue(cited(container=""), WORK).verdict is Verdict.INCOMPARABLE
    assert compare_venue(cited(), registered(containers=())).verdict is Verdict.INCOMPARABLE
    assert compare_venue(cited(container="心理学報"), WORK).kind == "script"
