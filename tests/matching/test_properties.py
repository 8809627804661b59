"""What holds of identity whatever the reference and the answers are."""

import dataclasses

from hypothesis import given, settings
from hypothesis import strategies as st

from refcheck.matching.identify import identify
from refcheck.matching.query import MAX_QUESTION, question
from refcheck.matching.reasons import explained
from refcheck.matching.score import score
from refcheck.model import Answer, Entry, Identity, Name, Outcome, Reference, Work

WORDS = (
    "trauma and recovery of the effects on relationships II part 2 erratum introduction Müller 創傷 <i>vivo</i> 2006 -"
)
words = st.lists(st.sampled_from(WORDS.split()) | st.text(max_size=8), max_size=8).map(" ".join)
short = st.sampled_from(["", "1", "76", "451-460", "e11745", "S12", "0", "-", "12-13", "1e9"]) | st.text(max_size=6)
dois = st.sampled_from(["", "10.1/a", "10.1/b", "10.1037/0002-9432.76.4.451"])
names = st.lists(st.builds(Name, family=words, given=words, literal=words), max_size=3).map(tuple)
years = st.none() | st.integers(1400, 2100)
works = st.builds(
    Work,
    source=st.sampled_from(["crossref", "openlibrary", "nobody"]),
    doi=dois,
    type=st.sampled_from(["journal-article", "book", "posted-content", "component", "", "nonsense"]),
    titles=st.lists(words, max_size=2).map(tuple),
    subtitles=st.lists(words, max_size=1).map(tuple),
    authors=names,
    editors=names,
    years=st.lists(st.integers(1400, 2100), max_size=2).map(tuple),
    containers=st.lists(words, max_size=2).map(tuple),
    volume=short,
    pages=short,
    article_number=short,
)
answers = st.lists(
    st.builds(
        Answer,
        source=st.sampled_from(["crossref", "doi.org", "openlibrary"]),
        question=st.sampled_from(["search:x", "doi:10.1/a", "doi:10.1/b", "isbn:9780898625479", "ra:10.1/a", ""]),
        outcome=st.sampled_from(list(Outcome)),
        works=st.lists(works, max_size=3).map(tuple),
    ),
    max_size=5,
)
references = st.builds(
    Reference,
    raw=words,
    type=st.sampled_from(["article", "book", "online", "misc"]),
    authors=names,
    title=words,
    container=words,
    year=years,
    volume=short,
    pages=short,
    doi=dois,
    isbn=st.sampled_from(["", "0898625475"]),
    entry=st.none() | st.builds(Entry, raw=words, line=st.just(1), end_line=st.just(1), repeats=words),
)


@settings(max_examples=150, deadline=None)
@given(references, answers)
def test_any_input_is_judged_and_silence_is_never_absence(reference, given_answers):
    resolution = identify(reference, given_answers)
    assert (resolution.work is None) == (resolution.identity not in (Identity.VERIFIED, Identity.OTHER_WORK))
    assert explained(resolution).why.endswith((".", "…"))
    if resolution.identity in (Identity.ABSENT, Identity.NOT_INDEXED):
        asked = [a for a in given_answers if a.question.startswith("search:") or a.question == f"doi:{reference.doi}"]
        assert all(a.outcome is not Outcome.UNREACHABLE for a in asked)
        assert any(a.outcome in (Outcome.FOUND, Outcome.ABSENT) for a in given_answers)


@settings(max_examples=100, deadline=None)
@given(references, answers, st.randoms())
def test_the_order_of_answers_and_works_changes_nothing(reference, given_answers, random):
    shuffled = [dataclasses.replace(a, works=tuple(random.sample(a.works, len(a.works)))) for a in given_answers]
    random.shuffle(shuffled)
    one, other = identify(reference, given_answers), identify(reference, shuffled)
    assert (one.identity, one.evidence, one.work) == (other.identity, other.evidence, other.work)


@settings(max_examples=100, deadline=None)
@given(references, answers)
def test_adding_silence_never_makes_a_work_missing(reference, given_answers):
    silence = Answer("crossref", "search:again", Outcome.UNREACHABLE)
    resolution = identify(reference, [*given_answers, silence])
    assert resolution.identity not in (Identity.ABSENT, Identity.NOT_INDEXED)


@settings(max_examples=150, deadline=None)
@given(references, works)
def test_a_score_has_a_level_for_every_field(reference, work):
    levels = score(reference, work).levels
    assert set(levels) == {"title", "rest", "authors", "year", "container", "volume", "pages"}


@settings(max_examples=150, deadline=None)
@given(references)
def test_a_question_is_short_and_has_words(reference):
    asked = question(reference)
    assert len(asked) <= MAX_QUESTION
    assert not asked or any(c.isalpha() for c in asked)


def test_hostile_text_is_judged_in_linear_time():
    raw = "10.1/" * 20_000 + " ((((" * 20_000 + "accessed " * 20_000
    work = Work("crossref", doi="10.1/a", titles=("a " * 20_000,), pages="1" * 5_000, volume="9" * 5_000)
    reference = Reference(raw, doi="10.1/a", pages="1" * 5_000, volume="9" * 5_000)
    assert identify(reference, [Answer("crossref", "doi:10.1/a", Outcome.FOUND, works=(work,))]).identity
