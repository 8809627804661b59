"""The base class of registers, which answer questions about works.

To add a register, add a file to this folder, or offer a class from your own package under the entry point
``refcheck.registers``: a subclass of ``Source`` with its facts as class attributes and one method, ``works``. The
names, addresses, settings and pages that other parts of refcheck need are derived from it by ``resolving.registers``.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from typing import ClassVar, Self

from refcheck.comparing.remembered import remembered
from refcheck.config import Settings
from refcheck.language.fold import keys
from refcheck.matching.query import question as words_of
from refcheck.model import Answer, Outcome, Reference, Work
from refcheck.resolving.network.reply import Unavailable
from refcheck.resolving.network.transport import Transport
from refcheck.sentences import Sentence


class Role(StrEnum):
    """How much a register's answer about a reference counts."""

    AUTHORITY = "authority"  # it would have the work: its miss counts, its silence leaves the reference unchecked
    WITNESS = "witness"  # it may have the work: only a hit counts; a miss or a silence is shown and changes nothing


class NotEligible(Exception):
    """A question that a register cannot be asked. str() is the reason, one line for the report."""

    def __init__(self, detail: Sentence) -> None:
        super().__init__(detail)
        self.detail = detail


class Source(ABC):
    """A register that can be asked. A service's failures never raise; they become answers with UNREACHABLE.

    A subclass defines its facts and ``works``; also ``questions`` if references print its identifiers, ``covers`` if it
    can be searched, ``works_of`` if it takes several identifiers in one request.
    """

    name: ClassVar[str]
    """As Answer.source has it, and its page: docs/sources/<name>.md, from the docstring of its file."""
    title: ClassVar[str]
    """As people read it."""
    public: ClassVar[str] = ""
    """Its public address, scheme and host; "" for one on this machine, or for one that is asked only where the
    configuration gives its address."""
    search_page: ClassVar[str] = ""
    """The address, up to the words, at which people search it by themselves; "" if the page for editors has no link."""
    setting: ClassVar[str]
    """The key of its address in [tool.refcheck.sources] and REFCHECK_<KEY>_URL; ``name`` unless it says otherwise."""
    identifiers: ClassVar[frozenset[str]] = frozenset()
    """Kinds of identifiers it is the register of: it is an authority on those, on others a witness."""
    agencies: ClassVar[frozenset[str]] = frozenset()
    """DOI registration agencies, as doi.org spells them, whose records it has."""
    batch: ClassVar[int] = 1
    """Identifiers that go into one request."""
    turn: ClassVar[int] = 2
    """When it is searched: those of one turn side by side, each turn for what the turns before left open."""
    seconds: ClassVar[float] = 1e9
    """Of an article's time that its searches may take, from the first one on."""
    first: ClassVar[bool] = False
    """Whether it is asked everything before any other register: what it verifies is asked nowhere else."""
    last: ClassVar[bool] = False
    """Whether its ``questions`` are about an entry's address and not its work: they are asked last, of what no register
    knows, and the answers are no evidence of identity."""
    every_doi: ClassVar[bool] = False
    """Whether every DOI is asked for here, before it is known who registered it. One register is for that."""
    resolver: ClassVar[bool] = False
    """Whether it tells which agency registered a DOI (``ra:``) and whether any did (``handle:``). One register does."""
    stray_dois: ClassVar[bool] = False
    """Whether DOIs of which nobody tells the agency are asked for here too."""
    opinion: ClassVar[bool] = False
    """Whether it is asked about verified works too: for retractions and topics."""
    noticed_by: ClassVar[tuple[str, ...]] = ()
    """Registers that are asked for the notices of its works."""
    decisive: ClassVar[bool] = True
    """Whether its word alone shows that a work was retracted; not where it only marks works, and corrected ones too."""
    rank: ClassVar[int] = 99
    """Whose record of a work is taken when several have it: the lowest, where records are fullest."""
    scholarly: ClassVar[bool] = False
    """Whether having a work speaks for the work, as a claim of quality means it."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if "name" in cls.__dict__ and "setting" not in cls.__dict__:
            cls.setting = cls.name

    def __init__(self, url: str, transport: Transport) -> None:
        """url: its address, scheme and host; "" for a source on this machine."""
        self.url, self._transport = url, transport

    @classmethod
    def opened(cls, url: str, transport: Transport, settings: Settings) -> Self | None:
        """The register as the settings want it, or None when they turn it off. url: "" = turned off."""
        return cls(url, transport) if url else None

    @classmethod
    def covers(cls, reference: Reference) -> Role | None:
        """How much a search in it counts for such a work; None if it has no works of that kind."""
        return None

    @classmethod
    def is_authority(cls, reference: Reference) -> bool:
        """Whether ``covers`` says AUTHORITY: the same, where that is quicker to see."""
        return cls.covers(reference) is Role.AUTHORITY

    @classmethod
    def complete(cls, reference: Reference) -> bool:
        """Whether it has every work of that kind and time, so that its clean miss means that there is none."""
        return False

    def questions(self, reference: Reference) -> tuple[str, ...]:
        """The questions by identifier for a reference, spelt as in ``resolving.memory.lock``; () for none."""
        return ()

    @abstractmethod
    def works(self, question: str, reference: Reference | None = None) -> Sequence[Work]:
        """The works that answer a question, best first; () for its clean "no such work".

        question: ``kind:value``; "search:<words>" comes with the reference. Raises Unavailable for anything that is not
        an answer (a status, a page or an envelope that is not the service's own), NotEligible for a question that it
        cannot be asked.
        """

    def works_of(self, questions: Sequence[str]) -> Mapping[str, Sequence[Work] | Unavailable]:
        """Question -> the works that answer it, or why it was not answered; at most ``batch`` questions of one kind.

        Questions left out stay open and are then asked alone. Raises what ``works`` raises.
        """
        return {question: self.works(question) for question in questions}

    def look_up(self, questions: Sequence[str]) -> Mapping[str, Answer]:
        """At most ``batch`` questions by identifier, of one kind -> answers; a single question always gets one."""
        try:
            told = self.works_of(questions) if len(questions) > 1 else {questions[0]: self.works(questions[0])}
            return {question: self._answer(question, works) for question, works in told.items()}
        except (Unavailable, NotEligible) as error:
            return {question: self._answer(question, error) for question in questions}

    def search(self, question: str, reference: Reference) -> Answer:
        """The works that a reference may mean, to be judged by ``matching.identify``."""
        self._transport.share(self.name, self.seconds)
        try:
            return self._answer(question, self.works(question, reference))
        except (Unavailable, NotEligible) as error:
            return self._answer(question, error)

    def _answer(self, question: str, works: Sequence[Work] | Unavailable | NotEligible) -> Answer:
        if isinstance(works, Unavailable):
            return unreachable(self.name, question, works.of(self.title))
        if isinstance(works, NotEligible):
            return not_eligible(self.name, question, works.detail)
        return found(self.name, question, works)


def only(answers: Mapping[str, Sequence[Work] | Unavailable]) -> Sequence[Work]:
    """The result of ``works_of`` for a single question, in the form of ``works``."""
    (works,) = answers.values()
    if isinstance(works, Unavailable):
        raise works
    return works


def role(source: type[Source], question: str, reference: Reference) -> Role:
    """How much a register's answer to a question about a reference counts."""
    kind = question.partition(":")[0]
    if kind == "search":
        return source.covers(reference) or Role.WITNESS
    return Role.AUTHORITY if kind in source.identifiers else Role.WITNESS


@remembered
def search_question(reference: Reference) -> str:
    """The question under which a search for a reference is stored, "search:<words>"; "" if it has no words."""
    words = " ".join(keys(words_of(reference)))
    return f"search:{words}" if words else ""


def value_of(question: str) -> str:
    """The value in a question: "doi:10.1/x" -> "10.1/x"."""
    return question.partition(":")[2]


def now() -> str:
    """Today in UTC, ISO 8601: the date of an answer, without a time so that a lock's lines stay the same all day."""
    return datetime.now(UTC).date().isoformat()


def found(source: str, question: str, works: Sequence[Work]) -> Answer:
    """FOUND with the works, or ABSENT when there are none."""
    outcome = Outcome.FOUND if works else Outcome.ABSENT
    return Answer(source, question, outcome, date=now(), works=tuple(works))


def unreachable(source: str, question: str, detail: Sentence, *, asked: bool = True) -> Answer:
    """An UNREACHABLE answer with the reason in one line; without a date if the register was not asked."""
    date = now() if asked else ""
    return Answer(source, question, Outcome.UNREACHABLE, date=date, detail=detail)


def not_eligible(source: str, question: str, detail: Sentence) -> Answer:
    """A NOT_ELIGIBLE answer with the reason in one line."""
    return Answer(source, question, Outcome.NOT_ELIGIBLE, detail=detail)
