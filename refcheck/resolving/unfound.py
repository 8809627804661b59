"""The verdict on a reference that no register has a record of: see "What silence means" in ``enquiry.py``."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from refcheck.matching.coverage import like_law, like_news, next_step
from refcheck.model import Answer, Identity, Outcome, Reference, Resolution
from refcheck.resolving.registers import registers, resolver, those_last, title_of
from refcheck.resolving.sources.base import Role, role
from refcheck.sentences import say


def is_evidence(answer: Answer, reference: Reference) -> bool:
    """Whether an answer's miss or silence counts, as an authority's does."""
    source = registers().get(answer.source)
    return source is not None and role(source, answer.question, reference) is Role.AUTHORITY


def with_copy(unfound: Resolution) -> Resolution:
    """The resolution with an archived copy of its address, which shows that the page once existed."""
    copy = next((work for a in unfound.answers if a.source in those_last() for work in a.works), None)
    if copy is None:
        return unfound
    why = say(
        "{said} A copy of its address of {year} is kept at {url}.", said=unfound.why, year=copy.years[0], url=copy.url
    )
    return replace(unfound, why=why)


def unfound(judged: Resolution, reference: Reference, answers: tuple[Answer, ...]) -> Resolution:
    """The verdict, with all answers, on a reference that no register knows: see "What silence means" in
    ``enquiry.py``."""
    verdict = partial(replace, judged, reference=reference, answers=answers)
    asked = [a for a in answers if a.source not in those_last()]
    outcomes = {a.question: a.outcome for a in asked}
    handle = outcomes.get(f"handle:{reference.doi}")
    silent = [
        a
        for a in asked
        if a.outcome is Outcome.UNREACHABLE
        and not (a.question.startswith("ra:") and handle in (Outcome.FOUND, Outcome.ABSENT))
    ]
    heard = [a for a in asked if a.outcome in (Outcome.FOUND, Outcome.ABSENT)]
    clean = [a for a in heard if a.question != f"handle:{reference.handle}"]  # a handle says nothing of its work
    if clean:
        silent = [a for a in silent if is_evidence(a, reference)]
    if silent:
        return verdict(
            identity=Identity.UNCHECKED,
            why=say("Not checked: {why}.", why=silent[0].detail or title_of(silent[0].source)),
        )
    if outcomes.get(f"handle:{reference.handle}") is Outcome.FOUND and not judged.candidates:
        why = say("The handle is registered, but no register has a record of it: open it and compare yourself.")
        return verdict(identity=Identity.NOT_INDEXED, why=why)
    if not clean:
        covered = any(source.covers(reference) for source in registers().values()) or bool(reference.doi)
        if covered:
            return verdict(identity=Identity.UNCHECKED, why=say("Not checked: no register was asked."))
        return verdict(
            identity=Identity.NOT_INDEXED,
            why=say("No register lists such works: {step}.", step=next_step(reference)),
        )
    registered = [a for a in clean if a.source == resolver().name and a.outcome is Outcome.FOUND]
    if registered and judged.identity is Identity.ABSENT:
        agency = next((a.works[0].agency for a in registered if a.works[0].agency), "–")
        why = say(
            "The DOI is registered with {agency}, which publishes no record of it: open it and compare by hand.",
            agency=agency,
        )
        return verdict(identity=Identity.NOT_INDEXED, why=why)
    nobodys = not any(is_evidence(a, reference) for a in clean)
    if judged.identity is Identity.ABSENT and (nobodys or like_news(reference) or like_law(reference)):
        why = say("Not found, but no register lists all works of this kind: {step}.", step=next_step(reference))
        return verdict(identity=Identity.NOT_INDEXED, why=why)
    return verdict()
