"""Which register is asked what, in which order, so that few requests suffice: resolve().

0. With a snapshot, ask it everything: by identifier, then by search. What it verifies is asked nowhere else.
1. Every DOI at Crossref, fifty per request; at the same time a search for each entry without an identifier, and the
   registers of other identifiers (ISBN, PMID, PMCID, arXiv, handles). Then the DOIs behind short ones (10/abc).
2. DOIs missing from Crossref's list: one request to doi.org tells which are registered, and where. Crossref's own
   (aliases) are asked for one by one, DataCite's at DataCite, others by content negotiation; unregistered ones are
   tried in the forms that may have been meant.
3. A search for every entry that is not yet verified; for books at Open Library too.
4. For web addresses without a known work: a copy in the Wayback Machine, where it is turned on.
5. Second opinions on verified works (retractions, topics) from registers configured for them. They do not affect
   identity, so their silence leaves no reference unchecked.

An answer is looked for in refcheck.lock, then in the cache, and only then asked for.

What silence means. *Not found* needs a clean miss from every register that could know the work. A register that could
know it and did not answer (unreachable, out of time, forbidden by --locked) makes it unchecked. A register that is
turned off in the configuration was not asked by the user's own decision: that is neither a miss nor a silence. So with
only Crossref turned on, a DOI to which Crossref answers 404 is never called unregistered, because only doi.org can
tell; but the reference is not found when Crossref's search misses it too. With doi.org turned on and down, both are
unchecked.
"""

from __future__ import annotations

import operator
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from refcheck.config import Settings
from refcheck.identifiers.repair import mended_dois
from refcheck.matching.identify import identify
from refcheck.matching.reasons import explained
from refcheck.model import Answer, Identity, Outcome, Reference, Resolution
from refcheck.resolving.desk import Desk, Wanted
from refcheck.resolving.memory.cache import folder_of, open_cache
from refcheck.resolving.memory.lock import locked_answers
from refcheck.resolving.network.patience import Limits
from refcheck.resolving.network.transport import Transport
from refcheck.resolving.progress import Progress
from refcheck.resolving.registers import (
    every_doi,
    opened,
    ranks,
    registers,
    resolver,
    those_last,
    titles,
    turns,
)
from refcheck.resolving.sources.base import Source, found, not_eligible, search_question
from refcheck.resolving.sources.fields import unique
from refcheck.resolving.unfound import is_evidence, unfound, with_copy
from refcheck.sentences import say

_NO_EVIDENCE = ("ra:", "handle:")  # questions about a DOI or a handle, and not about its work
_FORMS = 4  # repaired forms of a DOI that are tried


def resolve(
    references: Sequence[Reference],
    settings: Settings,
    *,
    lock: Path | None = None,
    refresh: bool = False,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> tuple[Resolution, ...]:
    """The works that references mean: one Resolution each, in order.

    lock: the refcheck.lock to use. refresh: ask again even what the lock and the cache hold. limits: shorter time
    limits, for tests. progress: hears of the questions and answers; nothing is shown without one. Raises BadLock when
    the lock cannot be read, but never for what a register does or fails to do.
    """
    answers = locked_answers(lock) if lock else {}
    transport = Transport(settings.budget, limits, settings.mailto, folder_of(settings))
    with closing(open_cache(settings)) as cache, closing(transport):
        on = opened(settings, transport)
        desk = Desk(on, transport, cache, progress or Progress(), lock=answers, locked=settings.locked, refresh=refresh)
        return _Enquiry(references, on, desk).run()


class _Enquiry:
    """One list of references on its way through the steps."""

    def __init__(self, references: Sequence[Reference], on: Mapping[str, Source], desk: Desk) -> None:
        self._references, self._on, self._desk = references, on, desk
        self._asked: list[dict[tuple[str, str], None]] = [{} for _ in references]  # per reference, in order
        self._meant: dict[int, str] = {}  # the DOI meant, where a wrong or short form of it is printed
        self._judged: dict[int, Resolution] = {}

    def run(self) -> tuple[Resolution, ...]:
        """All steps."""
        everyone = range(len(self._references))
        for here in [source for source in self._on.values() if source.first]:
            self._desk.ask([w for i in everyone for w in self._identified(i, here.name)])
            unsure = [i for i in everyone if not self._verified(i)]
            self._desk.ask([w for i in unsure for w in self._searching(i, [type(here)])])
        self._ask_others([i for i in everyone if not self._verified(i)])
        unknown = [i for i in everyone if not self._verified(i)]
        last = [source for source in self._on.values() if source.last]
        pages = [(i, source.name, q) for source in last for i in unknown for q in source.questions(self._references[i])]
        self._desk.ask([self._want(*page) for page in pages if self._desk.can_say(*page[1:])], alone=True)
        return self._with_opinions([self._resolution(i) for i in everyone])

    def _ask_others(self, indexes: Sequence[int]) -> None:
        """Steps 1 to 3."""
        first: list[Wanted] = []
        dois: dict[str, list[int]] = {}
        asked = [name for name, s in self._on.items() if _is_asked(s)]
        for i in indexes:
            reference = self._references[i]
            if reference.doi:
                dois.setdefault(reference.doi.lower(), []).append(i)
            others = [w for name in asked for w in self._identified(i, name)]
            first += others
            if not (reference.doi or others or mended_dois(reference)):
                first += self._searching(i, turns().get(0, ()))
        self._follow(dois, first)
        self._lengthen()
        self._mend([i for i in indexes if self._is_unknown(i)])
        for turn in (turn for turn in turns() if turn >= 0):
            self._desk.ask([w for i in indexes if not self._verified(i) for w in self._searching(i, turns()[turn])])

    # ---------------------------------------------------------------------------------------------------- questions

    def _want(self, i: int, source: str, question: str, reference: Reference | None = None) -> Wanted:
        self._asked[i][source, question] = None
        return Wanted(source, question, reference)

    def _identified(self, i: int, source: str) -> list[Wanted]:
        return [self._want(i, source, question) for question in self._on[source].questions(self._references[i])]

    def _searching(self, i: int, sources: Sequence[type[Source]]) -> list[Wanted]:
        """The searches of some registers, without witnesses that cannot answer."""
        reference = self._references[i]
        question = search_question(reference)
        if not question:
            return []
        called = [
            source.name
            for source in sources
            if (source.covers if self._desk.can_say(source.name, question) else source.is_authority)(reference)
        ]
        return [self._want(i, name, question, reference) for name in called]

    def _about(self, source: str, kind: str, dois: Mapping[str, Sequence[int]], *, alone: bool = False) -> None:
        wanted = [self._want(i, source, f"{kind}:{doi}") for doi, indexes in dois.items() for i in indexes]
        self._desk.ask(wanted, alone=alone)

    def _follow(self, dois: Mapping[str, Sequence[int]], besides: Sequence[Wanted] = ()) -> None:
        """Ask for DOIs where they are registered: steps 1 and 2. besides: questions to ask at the same time."""
        desk, home, handles = self._desk, every_doi(), resolver().name
        wanted = [self._want(i, home.name, f"doi:{doi}") for doi, indexes in dois.items() for i in indexes]
        # Answers are judged while other questions are in progress; the rate limits leave time for it.
        who_asked: dict[str, list[int]] = {}
        for i, asked in enumerate(self._asked):
            for _, question in asked:
                who_asked.setdefault(question, []).append(i)
        desk.ask([*wanted, *besides], heard=lambda qs: [self._verified(i) for q in qs for i in who_asked[q]])
        lacking = {d: who for d, who in dois.items() if desk.outcome(home.name, f"doi:{d}") in (None, Outcome.ABSENT)}
        self._about(handles, "ra", lacking)
        agencies = {d: self._agency(d) for d in lacking}
        for doi in lacking:
            if agencies[doi] is None:
                desk.settle(found(home.name, f"doi:{doi}", []))
            elif agencies[doi] not in ("", *home.agencies):
                desk.settle(
                    not_eligible(home.name, f"doi:{doi}", say("registered with {agency}", agency=str(agencies[doi])))
                )

        def where(*names: str | None) -> dict[str, Sequence[int]]:
            return {d: who for d, who in lacking.items() if agencies[d] in names}

        self._about(home.name, "doi", where("", *home.agencies), alone=True)
        unsure = {d: who for d, who in where("").items() if desk.outcome(home.name, f"doi:{d}") is Outcome.ABSENT}
        self._about(handles, "handle", unsure, alone=True)
        unsure = {d: who for d, who in unsure.items() if desk.outcome(handles, f"handle:{d}") is not Outcome.ABSENT}
        known = {d: who for d, who in unsure.items() if desk.outcome(handles, f"handle:{d}") is Outcome.FOUND}
        elsewhere = {*agencies.values()} - {None, ""}
        for name, source in registers().items():
            elsewhere -= source.agencies
            if source is not home and source.agencies:
                self._about(name, "doi", where(*source.agencies) | (unsure if source.stray_dois else {}), alone=True)
        self._about(handles, "doi", where(*elsewhere) | known, alone=True)

    def _agency(self, doi: str) -> str | None:
        """The agency that registered a DOI; "" if unknown, None if it is not registered."""
        answer = self._desk.answers.get((resolver().name, f"ra:{doi}"))
        if answer is None or answer.outcome in (Outcome.UNREACHABLE, Outcome.NOT_ELIGIBLE):
            return ""
        return answer.works[0].agency if answer.works else None

    def _is_unknown(self, i: int) -> bool:
        """Whether the printed DOI, if any, leads nowhere, as far as the registers asked can tell."""
        doi = self._references[i].doi.lower()
        outcomes = {self._desk.outcome(source, f"doi:{doi}") for source in _knowing("doi")}
        registered = self._agency(doi) or self._desk.outcome(resolver().name, f"handle:{doi}") is Outcome.FOUND
        return not doi or (Outcome.FOUND not in outcomes and Outcome.UNREACHABLE not in outcomes and not registered)

    def _lengthen(self) -> None:
        """Follow the DOIs that short ones stand for."""
        dois: dict[str, list[int]] = {}
        for i, reference in enumerate(self._references):
            about = [key for key in self._asked[i] if key[1] == f"handle:{reference.handle}"]
            works = [work for key in about if key in self._desk.answers for work in self._desk.answers[key].works]
            if works and works[0].doi and not reference.doi:
                self._meant[i] = works[0].doi
                dois.setdefault(self._meant[i], []).append(i)
        self._follow(dois)

    def _mend(self, unknown: Sequence[int]) -> None:
        """Try the forms that may have been meant by DOIs that lead nowhere."""
        forms = {i: mended_dois(self._references[i])[:_FORMS] for i in unknown}
        before = [dict(asked) for asked in self._asked]
        dois: dict[str, list[int]] = {}
        for i, candidates in forms.items():
            for doi in candidates:
                dois.setdefault(doi, []).append(i)
        self._follow(dois)
        for i, candidates in forms.items():
            self._asked[i] = before[i]
            for doi in candidates:
                hits = [a for a in self._records(doi) if a.outcome is Outcome.FOUND]
                if hits and self._fits(i, doi, hits):
                    self._meant[i] = doi
                    self._asked[i] |= {(answer.source, answer.question): None for answer in hits}
                    break

    def _records(self, doi: str) -> list[Answer]:
        keys = [(source, f"doi:{doi}") for source in _knowing("doi")]
        return [self._desk.answers[key] for key in keys if key in self._desk.answers]

    def _fits(self, i: int, doi: str, answers: Sequence[Answer]) -> bool:
        return identify(replace(self._references[i], doi=doi), answers, ranks()).identity is Identity.VERIFIED

    # --------------------------------------------------------------------------------------------------- resolution

    def _resolution(self, i: int) -> Resolution:
        """The resolution of a reference by the answers so far; recomputed only when there are new answers."""
        answers = tuple(self._desk.answers[key] for key in self._asked[i] if key in self._desk.answers)
        last = self._judged.get(i)
        if last is None or len(last.answers) != len(answers) or any(map(operator.is_not, last.answers, answers)):
            self._judged[i] = self._judge(i, answers)
        return self._judged[i]

    def _verified(self, i: int) -> bool:
        answers = self._desk.answers
        for key in self._asked[i]:  # a quick answer: most works are found nowhere, or at the first register
            if key in answers and answers[key].outcome is Outcome.FOUND:
                return self._resolution(i).identity is Identity.VERIFIED
        return False

    def _judge(self, i: int, answers: tuple[Answer, ...]) -> Resolution:
        reference = self._references[i]
        meant = replace(reference, doi=self._meant[i]) if i in self._meant else reference
        evidence = [
            a
            for a in answers
            if not a.question.startswith(_NO_EVIDENCE)
            and a.source not in those_last()
            and (a.outcome is Outcome.FOUND or is_evidence(a, reference))
        ]
        if i in self._meant:
            evidence = [a for a in evidence if a.question != f"doi:{reference.doi}"]
        heard = {a.source for a in evidence if a.outcome in (Outcome.FOUND, Outcome.ABSENT)}
        whole = [name for name in heard if name in registers() and registers()[name].complete(reference)]
        judged = identify(meant, evidence, ranks(), whole, titles())
        if judged.identity not in (Identity.VERIFIED, Identity.OTHER_WORK, Identity.AMBIGUOUS):
            return with_copy(unfound(judged, reference, answers))
        if judged.identity is Identity.VERIFIED and i in self._meant and not reference.handle:
            judged = replace(judged, repaired_doi=self._meant[i])
        return replace(judged, reference=reference, answers=answers)

    def _with_opinions(self, resolutions: Sequence[Resolution]) -> tuple[Resolution, ...]:
        """Step 5."""
        opinions: list[list[Wanted]] = []
        opinion = [name for name, source in registers().items() if source.opinion]
        for r in resolutions:
            doi = r.work.doi if r.work and r.identity is Identity.VERIFIED else ""
            others = registers()[r.work.source].noticed_by if r.work and r.work.source in registers() else ()
            asked = [Wanted(source, f"doi:{doi}") for source in (*others, *opinion) if doi]
            opinions.append([w for w in asked if self._desk.can_say(w.source, w.question)])
        self._desk.ask([w for wanted in opinions for w in wanted])
        answers = self._desk.answers
        return tuple(
            explained(_merged(r, [answers[w.source, w.question] for w in wanted if (w.source, w.question) in answers]))
            for r, wanted in zip(resolutions, opinions, strict=True)
        )


def _is_asked(source: Source) -> bool:
    """Whether a register is asked by identifier beside the DOIs, which have steps of their own."""
    own = type(source).questions is not Source.questions
    return own and not (source.every_doi or source.first or source.last)


def _knowing(kind: str) -> list[str]:
    """The names of the registers of one kind of identifier."""
    return [name for name, source in registers().items() if kind in source.identifiers]


def _merged(resolution: Resolution, opinions: Sequence[Answer]) -> Resolution:
    """The matched work with the notices and topics that other registers have for it; each notice counts once."""
    work = resolution.work
    if work is None:
        return resolution
    others = [w for a in (*resolution.answers, *opinions) for w in a.works if w.doi == work.doi and w.doi]
    updates = {(update.kind, update.doi, update.about): update for update in work.updates}
    for update in sorted((u for other in others for u in other.updates), key=lambda u: not u.doi):
        if update.doi or not any(kind == update.kind for kind, _, _ in updates):
            updates[update.kind, update.doi, update.about] = update
    topics = unique((*work.topics, *(topic for other in others for topic in other.topics)))
    work = replace(work, updates=tuple(updates.values()), topics=topics)
    return replace(resolution, work=work, answers=(*resolution.answers, *opinions))
