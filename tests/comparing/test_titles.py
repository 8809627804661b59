import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from refcheck.comparing import Kind, Verdict, compare_title
from refcheck.comparing.titles import compare_wording
from refcheck.model import Reference, Work
from tests.comparing.examples import REFERENCE, WORK, cited, registered


def test_the_whole_title_with_its_subtitle_agrees() -> None:
    assert compare_title(REFERENCE, WORK).kind == "same"


@pytest.mark.parametrize(
    ("printed", "titles"),
    [
        ("SECONDARY TRAUMATIC EFFECTS IN COUPLES", "Secondary Traumatic Effects in Couples"),
        ("Modelling of CO2 uptake", "Modeling of CO<sub>2</sub> uptake"),
        ("Fisch und Fleisch", "Fisch &amp; Fleisch"),
        ("Health care for the elderly", "Healthcare for the Elderly"),
        ("Über die Größe", "Uber die Grosse"),
        ("The role of beta-catenin", "The role of β-catenin"),
        ("Attachment theory", "1. Attachment theory"),
        ("Ileal hyperplasia in children", "RETRACTED: Ileal hyperplasia in children"),
        ("RETRACTED ARTICLE: Ileal hyperplasia in children", "Ileal hyperplasia in children"),
        ("Der Zauberberg [The magic mountain]", "Der Zauberberg"),
    ],
)
def test_what_folding_removes_is_no_difference(printed: str, titles: str) -> None:
    assert compare_title(cited(title=printed), registered(titles=(titles,), subtitles=())).agrees


def test_another_title_is_another_title() -> None:
    assert compare_title(cited(title="On many conflicting objectives"), WORK).kind == "other"


def test_a_registered_title_that_stands_in_the_entry_agrees_whatever_was_parsed() -> None:
    raw = "Kolk B. Secondary traumatic effects in couples: A clinician's guide. Am J Orthopsychiatry 2006;76:451."
    assert compare_title(cited(raw=raw, title="Kolk B"), WORK).agrees


def test_a_registered_title_inside_a_longer_one_is_not_found_in_the_entry() -> None:
    raw = "Kolk B. Against secondary traumatic effects in couples without children. J 2006."
    work = registered(subtitles=())
    title = "Against secondary traumatic effects in couples without children"
    assert compare_title(cited(raw=raw, title=title), work).differs


def test_the_book_for_its_chapter_and_the_chapter_for_its_book() -> None:
    chapter = registered(type="book-chapter", titles=("Attachment",), subtitles=(), containers=("Handbook of trauma",))
    assert compare_title(cited(title="Handbook of trauma"), chapter).kind == "part"
    book = registered(type="book", titles=("Handbook of trauma",), subtitles=(), containers=())
    assert compare_title(cited(title="Attachment", container="Handbook of trauma"), book).kind == "whole"


def test_an_original_title_counts() -> None:
    work = registered(titles=("Le corps n'oublie rien",), subtitles=(), original_titles=("The body keeps the score",))
    assert compare_title(cited(title="The body keeps the score"), work).agrees


def test_missing_titles_are_no_evidence() -> None:
    assert compare_title(cited(title=""), WORK).verdict is Verdict.INCOMPARABLE
    assert compare_title(cited(), registered(titles=())).verdict is Verdict.INCOMPARABLE


def test_formulas_are_not_compared_symbol_by_symbol() -> None:
    work = registered(titles=("Decay of $B \\to K \\mu$ at high energies",), subtitles=())
    assert compare_title(cited(title="Decay of B → K at high energies"), work).agrees


@given(st.text(min_size=1, max_size=200))
@example("®Ó")  # whose sign spelt out would be its only word
def test_any_title_agrees_with_itself_or_has_no_words(title: str) -> None:
    comparison = compare_title(cited(title=title), registered(titles=(title,), subtitles=()))
    assert not comparison.differs


def test_a_record_with_thousands_of_titles_is_compared_by_its_first() -> None:
    many = tuple(f"Title {n}" for n in range(3000))
    comparison = compare_title(cited(title="Title 2999"), registered(titles=many, subtitles=many))
    assert comparison.differs


def test_a_reply_or_correction_is_not_what_it_is_about() -> None:
    reply = cited(
        title="Reply to: Sleep and memory in older adults", raw="Smith, J. Reply to: Sleep and memory in older adults."
    )
    assert compare_title(reply, registered(titles=("Sleep and memory in older adults",), subtitles=())).kind == "words"
    correction = registered(titles=("Correction to: Sleep and memory in older adults",), subtitles=())
    assert compare_title(cited(title="Sleep and memory in older adults", pages="12"), correction).kind == "about"
    section = registered(titles=("Commentary: Sleep and memory in older adults",), subtitles=())
    assert compare_title(cited(title="Sleep and memory in older adults"), section).agrees


def test_a_title_read_as_the_beginning_of_the_journals_name_is_compared() -> None:
    work = registered(titles=("Cooperative flow statistics",), subtitles=(), containers=("IEEE Transactions",))
    glued = cited(title="", container="Self-inflicted anonychia. IEEE Transactions")
    assert compare_title(glued, work).differs
    assert compare_title(
        glued, registered(titles=("Self-inflicted anonychia",), subtitles=(), containers=work.containers)
    ).agrees
    for container in ("IEEE Transactions", "Proceedings of the IEEE Transactions"):
        assert compare_title(cited(title="", container=container), work).verdict is Verdict.INCOMPARABLE


def test_a_title_of_one_word_is_seen_in_its_quotation_marks() -> None:
    work = registered(titles=("Icônes",), subtitles=())
    misread = "and on behalf of the EUROCARE Study Group"
    assert compare_title(cited(title=misread, raw=f"Baniwa, D., {misread}. “Icônes.” Multitudes, 2024."), work).agrees
    assert not compare_title(cited(title=misread, raw=f"Baniwa, D., {misread}. Icônes, 2024."), work).agrees


@pytest.mark.parametrize(
    ("printed", "title", "kind", "numbered"),
    [
        ("Sleep and memory in shift workers", "Sleep and Memory in Shift Workers", Kind.SAME, False),
        (
            "Sleep and memory in shift workers",
            "Sleep and memory in shift workers: A diary study",
            Kind.SHORTENED,
            False,
        ),
        ("Sleep and memory of shift workers, part 2", "Sleep and memory of shift workers, part 1", Kind.WORDS, True),
        ("Sleep and memory of shift workers", "Sleep and memory of shift workers: Part 2", Kind.SHORTENED, True),
        ("Sleep and memory in shift workers", "The economy of medieval trading towns", Kind.OTHER, False),
        ("Mind", "Sleep and memory in shift workers", Kind.SEEN, False),
        ("Sleep", "Сон и память", Kind.SCRIPT, False),
    ],
)
def test_the_wording_of_a_title(printed: str, title: str, kind: Kind, numbered: bool) -> None:
    raw = f"Rowe, A. (2014). {printed}. Mind, 3, 1-9."
    if kind is Kind.SEEN:
        raw = f"Rowe, A. (2014). {title}. {printed}, 3, 1-9."
    found = compare_wording(Reference(raw, title=printed), Work("crossref", titles=(title,)))
    assert (found.kind, found.numbered) == (kind, numbered)


def test_the_wording_of_another_title_says_how_much_of_it_is_printed() -> None:
    entry = Reference("Rowe, A. (2014). Sleep and memory. Mind, 3.", title="Rowe")
    found = compare_wording(entry, Work("crossref", titles=("Memory and sleep of grandparents",)))
    assert found.differs and 0.4 < found.likeness < 1.0
