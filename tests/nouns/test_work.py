"""A record and an answer as JSON, and back."""

from refcheck.model import Answer, Name, Outcome, Relation, Update, Work, WorkType

WORK = Work(
    "crossref",
    doi="10.1/x",
    type="journal-article",
    titles=("Stars",),
    authors=(Name("Kolk", "B."), Name(literal="WHO")),
    years=(2014, 2015),
    updates=(Update("retraction", "10.1/n", "2020-01-02"),),
    relations=(Relation("is-preprint-of", "10.1/y"),),
    score=12.5,
)


def test_a_record_is_read_back_as_it_was() -> None:
    made = WORK.to_dict()
    assert made["authors"] == [{"family": "Kolk", "given": "B."}, {"literal": "WHO"}]
    assert "editors" not in made and "volume" not in made
    assert Work.from_dict(made) == WORK


def test_a_newer_lock_may_say_more() -> None:
    assert Work.from_dict({"source": "crossref", "colour": "red"}) == Work("crossref")


def test_the_kind_of_a_record() -> None:
    assert WORK.kind is Work("x", type="Journal-Article").kind is WorkType.ARTICLE
    assert Work("x", type="nonsense").kind is Work("x").kind is WorkType.UNKNOWN


def test_an_answer_leaves_its_works_out() -> None:
    answer = Answer("crossref", "doi:10.1/x", Outcome.FOUND, "2026-05-01", works=(WORK,))
    assert answer.to_dict() == {
        "source": "crossref",
        "question": "doi:10.1/x",
        "outcome": "found",
        "date": "2026-05-01",
        "obtained": "network",
    }
