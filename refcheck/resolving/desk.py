"""Where questions are handed in and answered: from refcheck.lock, from the cache, or by asking the register."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from refcheck.model import Answer, Outcome, Reference
from refcheck.resolving.memory.cache import Cache
from refcheck.resolving.network.together import together
from refcheck.resolving.network.transport import Transport
from refcheck.resolving.progress import Progress
from refcheck.resolving.registers import title_of
from refcheck.resolving.sources.base import Source, not_eligible, unreachable
from refcheck.sentences import say

NOT_IN_LOCK = say("not in the lock, and network access was disabled")
TURNED_OFF = say("turned off in the configuration")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One question to one register, with the reference if it is a search."""

    source: str
    question: str
    reference: Reference | None = None


class Desk:
    """All questions and answers of one article. ``answers``, by register and question, fills as they arrive."""

    def __init__(
        self,
        sources: Mapping[str, Source],
        transport: Transport,
        cache: Cache,
        progress: Progress,
        *,
        lock: Mapping[tuple[str, str], Answer] | None = None,
        locked: bool = False,
        refresh: bool = False,
    ) -> None:
        """sources: the registers that are turned on, by name. refresh: use neither lock nor cache."""
        self._sources, self._transport, self._cache = sources, transport, cache
        self._lock = {} if refresh or lock is None else lock
        self._locked, self._refresh = locked, refresh
        self._asked = {name for name, source in sources.items() if not (locked and source.url)}  # whatever the question
        self._progress = progress
        transport.silent = lambda service: progress.silent(title_of(service))
        self.answers: dict[tuple[str, str], Answer] = {}

    def can_say(self, source: str, question: str) -> bool:
        """Whether the question can be answered: by the lock, or by a register that is turned on and may be asked."""
        return source in self._asked or (source, question) in self._lock

    def ask(
        self, wanted: Iterable[Wanted], *, alone: bool = False, heard: Callable[[Iterable[str]], object] | None = None
    ) -> None:
        """Have the questions answered: those to one register in batches, those to different registers concurrently.

        alone: one request per question. A batch may leave questions open; asked alone, every question gets an answer.
        heard: called with the questions just answered, while others are still in progress.
        """
        by_key = {(w.source, w.question): w for w in wanted if w.question}
        open_ = self._known([w for key, w in by_key.items() if key not in self.answers])
        here = [w for w in open_ if not self._sources[w.source].url]
        away = [w for w in open_ if self._sources[w.source].url]
        self._progress.expect(len(open_))
        answered = (job() for job in self._jobs(here, alone))  # not worth a thread
        for answers in chain(answered, together(self._jobs(away, alone), self._transport)):
            self._keep(answers)
            self._progress.answered(len(answers))
            if heard:
                heard(answers)
        for w in open_:
            if alone or w.reference is not None or not self._transport.remaining():
                late = unreachable(w.source, w.question, say("the time set for this article's questions ran out"))
                self.answers.setdefault((w.source, w.question), late)
        self._progress.expect(-sum(self.is_open(w.source, w.question) for w in open_))

    def settle(self, answer: Answer) -> None:
        """Answer a question that was left open, from what another register said."""
        self.answers.setdefault((answer.source, answer.question), answer)

    def is_open(self, source: str, question: str) -> bool:
        """Whether a batch left this question unanswered."""
        return (source, question) not in self.answers

    def outcome(self, source: str, question: str) -> Outcome | None:
        """The outcome of a question; None when it was not asked or left open."""
        answer = self.answers.get((source, question))
        return answer.outcome if answer else None

    def _known(self, asked: Sequence[Wanted]) -> list[Wanted]:
        """Answer the questions that need no network, and return the others."""
        rest = []
        for w in asked:
            key = (w.source, w.question)
            if key in self._lock:
                self.answers[key] = self._lock[key]
            elif w.source not in self._sources:
                self.answers[key] = not_eligible(w.source, w.question, TURNED_OFF)
            elif self._locked and self._sources[w.source].url:
                self.answers[key] = unreachable(w.source, w.question, NOT_IN_LOCK, asked=False)
            else:
                rest.append(w)
        if self._refresh:
            return rest
        for name in dict.fromkeys(w.source for w in rest if self._sources[w.source].url):
            questions = [w.question for w in rest if w.source == name]
            for question, answer in self._cache.get(name, self._sources[name].url, questions).items():
                self.answers[name, question] = answer
        return [w for w in rest if self.is_open(w.source, w.question)]

    def _jobs(self, wanted: Sequence[Wanted], alone: bool) -> list[Callable[[], Mapping[str, Answer]]]:
        jobs: list[Callable[[], Mapping[str, Answer]]] = []
        by_identifier: dict[tuple[str, str], list[str]] = {}
        searches = [w for w in wanted if w.reference is not None]
        for w in wanted:
            if w.reference is None:
                by_identifier.setdefault((w.source, w.question.partition(":")[0]), []).append(w.question)
        for (name, _), questions in by_identifier.items():
            source = self._sources[name]
            size = 1 if alone else source.batch
            for start in range(0, len(questions), size):
                jobs.append(_looking_up(source, questions[start : start + size]))
        return jobs + [_searching(self._sources[w.source], w) for w in searches]

    def _keep(self, answers: Mapping[str, Answer]) -> None:
        for question, answer in answers.items():
            self.answers[answer.source, question] = answer
        kept = list(answers.values())
        if kept and (url := self._sources[kept[0].source].url):
            self._cache.put(url, kept)


def _looking_up(source: Source, questions: Sequence[str]) -> Callable[[], Mapping[str, Answer]]:
    return lambda: source.look_up(questions)


def _searching(source: Source, wanted: Wanted) -> Callable[[], Mapping[str, Answer]]:
    reference = wanted.reference
    assert reference is not None
    return lambda: {wanted.question: source.search(wanted.question, reference)}
