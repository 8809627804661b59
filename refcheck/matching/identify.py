"""identify(): the work a reference means, from the registers' answers. It does not report which fields differ.

Two questions on one scale (see ``score``) with two thresholds: does the printed identifier lead to the work that the
rest of the entry describes, and is a work found by search the one meant? The first is likely before any evidence, the
second is not, so a search result must agree in more. Unreachable is never absent.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from refcheck.comparing import compare
from refcheck.identifiers.arxiv import arxiv_doi
from refcheck.identifiers.check_digits import clean_isbn, isbn13
from refcheck.identifiers.find import repair_doi
from refcheck.matching import fitness
from refcheck.matching.coverage import UNLISTED, next_step, unlisted_venue, unplaced
from refcheck.matching.fitness import (
    PEOPLE,
    WHOLES,
    best_of,
    describes,
    enough,
    fits_type,
    is_mute,
    is_own,
    one_work,
    order,
    possible,
)
from refcheck.matching.kinship import kinship, other_version, same_after_all
from refcheck.matching.reasons import described
from refcheck.matching.score import Score, score, without
from refcheck.model import Answer, Evidence, Identity, Kinship, Outcome, Reference, Resolution, Work, WorkType
from refcheck.sentences import joined, say
from refcheck.worktype import BOOKS, THESES

_SOME_LISTED = THESES | {WorkType.MANUAL, WorkType.REPORT, WorkType.STANDARD, WorkType.MANUSCRIPT}
_PATCHY = UNLISTED | BOOKS | _SOME_LISTED
"""Kinds of references whose absence from every index asked is no evidence: none covers all of them."""


def identify(
    reference: Reference,
    answers: Sequence[Answer],
    ranks: Mapping[str, int] = MappingProxyType({}),
    complete: Collection[str] = (),
    names: Mapping[str, str] = MappingProxyType({}),
) -> Resolution:
    """The identity of a reference by the answers. Never raises; the order of the answers does not matter.

    ranks: register -> rank; of several records of a work, the one from the lowest-ranked register is used, and
    registers without a rank come last. complete: the registers that have every work of this kind, so that a work they
    lack does not exist. names: register -> its name in messages.

    VERIFIED: ``work`` is the work meant, by its own identifier or as the clear winner of a search. OTHER_WORK: the
    printed identifier leads to ``work``, which is not what the entry describes; ``candidates`` are what a search found.
    AMBIGUOUS: ``candidates`` fit about equally well. ABSENT: every register that was asked and could know the work
    lacks it. UNCHECKED: one of them did not answer, or none was asked. NOT_INDEXED: no register covers such a work.

    Why says why not; of a verified work ``reasons.explained`` says why.
    """
    answers = tuple(answers)
    if len(answers) > 1:
        answers = tuple(sorted(answers, key=lambda answer: (answer.question, answer.source, answer.date)))
    asked = [answer for answer in answers if _asks_own(reference, answer)]
    by_doi = [answer for answer in asked if answer.question.startswith("doi:")]
    # Where a DOI leads matters whatever else is printed.
    own = _ranked(reference, by_doi, ranks) or _ranked(reference, asked, ranks)
    others = [answer for answer in asked if answer.question.startswith(_PERSONAL)]
    beside = _ranked(reference, others, ranks) if others else []
    searched = [answer for answer in answers if answer.question.startswith("search:")]
    found = _editions_together(_found(reference, searched, ranks)) if searched else []
    winners = _winners(found) if found else []
    if own:
        right = [*_right(beside, own), *winners] if beside else winners
        resolution = _by_identifier(reference, answers, own, right)
    else:
        all_asked = (*asked, *searched)
        silent = [answer for answer in all_asked if answer.outcome is Outcome.UNREACHABLE]
        clean = [answer for answer in all_asked if answer.outcome in (Outcome.FOUND, Outcome.ABSENT)]
        resolution = _by_search(reference, answers, winners, silent) or _unfound(
            reference, answers, found, silent, clean, complete, names
        )
    if beside and resolution.identity is Identity.VERIFIED and resolution.evidence is Evidence.IDENTIFIER:
        return replace(resolution, elsewhere=_elsewhere(beside, resolution))
    return resolution


def _winners(found: Sequence[Score]) -> list[Score]:
    """The works of the searches that may be the one cited."""
    winners = [s for s in found if (s.log_odds >= fitness.FOUND and enough(s)) or describes(s)]
    if any(_is_titled(s) for s in found):  # then a sister paper with nearly the same title is another work
        return [s for s in winners if not s.says("title", "near") or _is_placed(s)]
    return winners


def _is_titled(found: Score) -> bool:
    """Whether a record has exactly the entry's title and its people, wherever and whenever it was published."""
    return found.says("title", "same") and found.says("rest", "none", "little") and found.says("authors", *PEOPLE)


def _is_placed(found: Score) -> bool:
    """Whether a record has the entry's volume or first page."""
    return found.says("volume", "same") or found.says("pages", "same", "seen")


_PERSONAL = ("pmid:", "pmcid:", "arxiv:")
"""Questions by an identifier that one work has, and no whole that it is in, as an ISBN may."""


def _right(beside: Sequence[Score], own: Sequence[Score]) -> list[Score]:
    """The works that are the one described, by another printed identifier, if the DOI leads elsewhere."""
    known = {s.work.doi for s in own}
    return [s for s in beside if is_own(s) and s.work.doi not in known]


def _elsewhere(beside: Sequence[Score], resolution: Resolution) -> tuple[Work, ...]:
    """The other works that the entry's further identifiers lead to."""
    work, reference = resolution.work, resolution.reference
    assert work is not None
    strange = [s for s in beside if not is_own(s)]
    return tuple(s.work for s in strange if not one_work(s.work, work) and not same_after_all(reference, s.work))


def _by_identifier(
    reference: Reference, answers: tuple[Answer, ...], own: Sequence[Score], winners: Sequence[Score]
) -> Resolution:
    """The identity by the records behind the printed identifiers, of which there is one."""
    same = next((s for s in own if is_own(s)), None)
    same = same or next((s for s in own[:1] if is_mute(s) or _same_after_all(reference, s)), None)
    kin = kinship(reference, (same or own[0]).work)
    if same is None and kin in (Kinship.PART, Kinship.WHOLE):
        same = own[0]
    if same is not None and kin is not Kinship.ABOUT:
        doi = same.work.doi
        repaired = doi if doi != reference.doi and reference.doi and doi in repair_doi(reference.doi) else ""
        verified = (Identity.VERIFIED, same.work, Evidence.IDENTIFIER)
        return Resolution(reference, *verified, answers, repaired_doi=repaired, kinship=kin)
    other = (same or own[0]).work
    true = tuple(s.work for s in winners if s.work.doi != other.doi)[:3]
    why = say("The printed identifier leads to {work}, which is not the work described.", work=described(other))
    if true:
        why = say("{said} That seems to be {work}.", said=why, work=described(true[0]))
    return Resolution(reference, Identity.OTHER_WORK, other, Evidence.IDENTIFIER, answers, true, why, kin)


def _same_after_all(reference: Reference, found: Score) -> bool:
    """Whether the record is of the work by its fields, unless its title has another number and its place differs."""
    clash = found.says("title", "clash") and compare(reference, found.work).locator.differs
    return not clash and same_after_all(reference, found.work)


def _by_search(
    reference: Reference, answers: tuple[Answer, ...], winners: Sequence[Score], silent: Sequence[Answer]
) -> Resolution | None:
    """The identity by the winner or winners of the searches, or None: none won, or the DOI may still lead elsewhere."""
    if not winners:
        return None
    best, rivals = best_of(reference, winners)
    if rivals:
        works = (best.work, *(s.work for s in rivals))
        why = say("{n} works fit about equally; the entry does not say which.", n=len(works))
        return Resolution(reference, Identity.AMBIGUOUS, None, Evidence.GUESS, answers, works[:5], why)
    own = bool(reference.doi) and best.work.doi == reference.doi
    if not own and any(answer.question == f"doi:{reference.doi}" for answer in silent):
        return None
    evidence = Evidence.IDENTIFIER if own else Evidence.SEARCH
    return Resolution(reference, Identity.VERIFIED, best.work, evidence, answers)


def _unfound(
    reference: Reference,
    answers: tuple[Answer, ...],
    found: Sequence[Score],
    silent: Sequence[Answer],
    clean: Sequence[Answer],
    complete: Collection[str],
    names: Mapping[str, str],
) -> Resolution:
    """The identity of a reference that no register has, or may have; its candidates are near misses."""
    near = tuple(s.work for s in found if s.log_odds >= 0 or s.says("title", "same", "near"))[:3]
    near = tuple(sorted(near, key=lambda work: not other_version(reference, work)))
    if silent or not clean:
        missing = _named(silent, names)
        why = (
            say("No answer from {sources}.", sources=missing)
            if missing
            else say("No register was asked for this work.")
        )
        return Resolution(reference, Identity.UNCHECKED, answers=answers, candidates=near, why=why)
    version = next((work for work in near if other_version(reference, work)), None)
    if version is not None and not reference.doi:
        why = say("Not found as it is cited; the same title by the same authors is {work}.", work=described(version))
        unindexed = (Identity.NOT_INDEXED, None, Evidence.NONE, answers, near)
        return Resolution(reference, *unindexed, why, Kinship.VERSION)
    somewhere = bool(reference.doi) or any(answer.source in complete for answer in clean)
    venue = "" if somewhere else unlisted_venue(reference, clean)
    if venue:
        return Resolution(reference, Identity.NOT_INDEXED, answers=answers, candidates=near, why=venue)
    if (reference.kind in _PATCHY or unplaced(reference)) and not somewhere:
        why = say("Not found, but no register lists all works of this kind: {step}.", step=next_step(reference))
        return Resolution(reference, Identity.NOT_INDEXED, answers=answers, candidates=near, why=why)
    why = say("No such work in {sources}.", sources=_named(clean, names))
    return Resolution(reference, Identity.ABSENT, answers=answers, candidates=near, why=why)


def _named(answers: Sequence[Answer], names: Mapping[str, str]) -> str:
    return joined(names.get(source, source) for source in sorted({answer.source for answer in answers}))


# ----------------------------------------------------------------------------------------------------------- candidates


def _asks_own(reference: Reference, answer: Answer) -> bool:
    """Whether a question is about an identifier the reference prints, or a repaired form of its DOI."""
    kind, _, value = answer.question.partition(":")
    value = value.strip().lower()
    if kind == "doi":
        return (
            value == reference.doi
            or value in repair_doi(reference.doi)
            or (bool(reference.arxiv) and value == arxiv_doi(reference.arxiv))
        )
    if kind == "isbn":
        return bool(reference.isbn) and isbn13(clean_isbn(value)) == isbn13(clean_isbn(reference.isbn))
    own = {"pmid": reference.pmid, "pmcid": reference.pmcid, "arxiv": reference.arxiv}.get(kind, "")
    return bool(own) and value == own.lower()


def _ranked(reference: Reference, answers: Sequence[Answer], ranks: Mapping[str, int]) -> list[Score]:
    """Every work in the answers once, scored, best first; of several records of a DOI, the lowest-ranked register's."""
    scores = [score(reference, work) for work in _works(answers, ranks)]
    return _sorted(scores, ranks) if len(scores) > 1 else scores


def _found(reference: Reference, answers: Sequence[Answer], ranks: Mapping[str, int]) -> list[Score]:
    """The works of the searches that may be the one cited, or are worth naming, best first. Those that cannot come near
    one that is found need no further look."""
    bound, kept = 0.0, []
    for work in _works(answers, ranks):
        s = score(reference, work)
        if possible(s, bound) and fits_type(reference, s):
            kept.append(s)
            if s.log_odds - fitness.LEAD > bound and s.log_odds >= fitness.FOUND and enough(s):
                bound = s.log_odds - fitness.LEAD
    return _sorted([s for s in kept if possible(s, bound)], ranks)


def _sorted(scores: Sequence[Score], ranks: Mapping[str, int]) -> list[Score]:
    return sorted(scores, key=lambda s: (-s.log_odds, *order(s.work, ranks)))


def _works(answers: Sequence[Answer], ranks: Mapping[str, int]) -> Collection[Work]:
    if len(answers) == 1 and len(answers[0].works) < 2:
        return answers[0].works if answers[0].outcome is Outcome.FOUND else ()
    works: dict[str, Work] = {}
    for answer in answers:
        if answer.outcome is Outcome.FOUND:
            for work in answer.works:
                name = work.doi or f"{work.source} {work.url} {work.titles} {work.years} {work.isbn}"
                if name not in works or order(work, ranks) < order(works[name], ranks):
                    works[name] = work
    return works.values()


def _editions_together(scores: Sequence[Score]) -> list[Score]:
    """The scores, best first. A book registered in several years may have been printed in yet another, so a different
    year does not count against any of its records."""
    books = [s.work for s in scores if s.work.kind in WHOLES]
    fair = [
        without(s, "year")
        if s.says("year", "near", "other")
        and any(one_work(s.work, other) and not {*s.work.years} & {*other.years} for other in books)
        else s
        for s in scores
    ]
    return sorted(fair, key=lambda s: -s.log_odds)
