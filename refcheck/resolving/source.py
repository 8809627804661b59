"""What a source is: something that answers questions about works, by identifier or by search, and says what it covers.

Adding one is one file with a class of this shape and a line in ``enquiry.sources``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Protocol

from refcheck.comparing.fold import keys
from refcheck.model import Answer, Outcome, Reference, Work
from refcheck.resolving.query import question as words_of


class Source(Protocol):
    """A registry that can be asked. Methods never raise for what a service does: they answer UNREACHABLE."""

    name: str  # as Answer.source has it
    url: str  # its address
    batch: int  # identifiers that go into one request

    def questions(self, reference: Reference) -> tuple[str, ...]:
        """What it can be asked of a reference by identifier, in the spelling of ``resolving.lock``; () for nothing."""
        ...

    def searches(self, reference: Reference) -> bool:
        """Whether it covers this type of work, so that a search may find it."""
        ...

    def look_up(self, questions: Sequence[str]) -> Mapping[str, Answer]:
        """At most ``batch`` questions by identifier -> answers. A batch may leave a question open: then it is asked
        alone, and answered."""
        ...

    def search(self, reference: Reference, question: str) -> Answer:
        """The works that could be meant, best first, to be judged by ``resolving.matching``."""
        ...


def search_question(reference: Reference) -> str:
    """The question a search for this reference is filed under, "search:<words>"; "" when it has no words."""
    words = " ".join(keys(words_of(reference)))
    return f"search:{words}" if words else ""


def value_of(question: str) -> str:
    """What a question asks about: "doi:10.1/x" -> "10.1/x"."""
    return question.partition(":")[2]


def now() -> str:
    """This second, ISO 8601, UTC: the date of an answer."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def found(source: str, question: str, works: Sequence[Work]) -> Answer:
    """FOUND with the works, or ABSENT when there are none."""
    outcome = Outcome.FOUND if works else Outcome.ABSENT
    return Answer(source, question, outcome, date=now(), works=tuple(works))


def unreachable(source: str, question: str, detail: object) -> Answer:
    """No answer, and why, in one line."""
    return Answer(source, question, Outcome.UNREACHABLE, date=now(), detail=" ".join(str(detail).split())[:300])


def not_eligible(source: str, question: str, detail: str) -> Answer:
    """Not asked, and why, in one line."""
    return Answer(source, question, Outcome.NOT_ELIGIBLE, date=now(), detail=detail)
