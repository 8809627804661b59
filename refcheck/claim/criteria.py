"""The four criteria of the editorial claim, each judged on its own evidence.

quality: scholarly kind, identifiable venue or publisher, registered. reliability: identity verified, not retracted,
metadata right. currency: ages within the policy. validity: on topic, and mentioned in the text.
"Contradicted" needs a finding (or ages) that an editor can look at; what could not be checked is "not established",
never upheld.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from refcheck.case import Case
from refcheck.citing.label import label
from refcheck.citing.use import has_text, mentioned
from refcheck.claim.currency import ages, told
from refcheck.claim.quality import standing
from refcheck.model import Criterion, CriterionVerdict, Finding, Identity, Severity
from refcheck.sentences import Sentence, joined, plural, say

UPHELD, CONTRADICTED, OPEN = CriterionVerdict.UPHELD, CriterionVerdict.CONTRADICTED, CriterionVerdict.NOT_ESTABLISHED

_WRONG = frozenset(
    (
        "retracted", "concern", "not-found", "doi-unregistered", "doi-other-work",
        "title-differs", "authors-differ", "year-differs", "locator-differs",
    )
)  # fmt: skip
"""Checks whose findings, notes apart, contradict that the references are reliable."""

_UNSEEN = frozenset(("unread", "glued"))
_MESSAGES = 4  # findings quoted for a criterion
_FEWEST_FOR_TOPIC = 4  # references; with fewer there is nothing to be off-topic in (check off-topic)


def criteria(case: Case) -> tuple[Criterion, ...]:
    """The four criteria in the order of ``CRITERIA``. ``case.findings``: all findings, sign-offs applied."""
    return (_quality(case), _reliability(case), _currency(case), _validity(case))


def _of(case: Case, checks: Iterable[str], *, notes: bool = True) -> list[tuple[int, Finding]]:
    """(index, finding) of the findings of some checks that no sign-off silences."""
    wanted = frozenset(checks)
    return [
        (k, f)
        for k, f in enumerate(case.findings)
        if f.check in wanted and not f.accepted and (notes or f.severity is not Severity.NOTE)
    ]


def _signed(case: Case, checks: Iterable[str]) -> list[Finding]:
    wanted = frozenset(checks)
    return [f for f in case.findings if f.check in wanted and f.accepted]


def _sign_offs(signed: Sequence[Finding]) -> list[Sentence]:
    return [say("Signed off, {check}: {reason}.", check=f.check, reason=f.accepted) for f in signed]


def _verdict(against: object, missing: object) -> CriterionVerdict:
    return CONTRADICTED if against else OPEN if missing else UPHELD


def short_names(case: Case, indexes: Iterable[int]) -> str:
    """Short names of references: "Berenz et al. 2018, Kolk 2014 and 3 more"."""
    meant = list(indexes)
    shown = joined([label(case.references[index]) for index in meant[:4]])
    return shown if len(meant) <= 4 else say("{names} and {n} more", names=shown, n=len(meant) - 4)


def _messages(case: Case, found: Sequence[tuple[int, Finding]]) -> list[Sentence]:
    """The messages of findings, each after the name of its reference; of many, the first ones and a count."""
    told = [
        say("{names}: {message}", names=short_names(case, _about([pair])) or say("The list"), message=pair[1].message)
        for pair in found[:_MESSAGES]
    ]
    more = len(found) - _MESSAGES
    return told if more <= 0 else [*told, plural(more, "{n} more finding.", "{n} more findings.")]


def _none(name: str) -> Criterion:
    return Criterion(name, OPEN, (say("The article has no list of references that could be read."),))


def _quality(case: Case) -> Criterion:
    total = len(case.references)
    if not total:
        return _none("quality")
    standings = [standing(resolution) for resolution in case.resolutions]
    retracted = _of(case, ("retracted",), notes=False)
    poor = [k for k, s in enumerate(standings) if not s.scholarly]
    unindexed = [k for k, s in enumerate(standings) if s.scholarly and not s.indexed]
    kinds: dict[str, int] = {}
    for one in standings:
        kinds[one.kind] = kinds.get(one.kind, 0) + 1
    ranked = sorted(kinds.items(), key=lambda pair: (-pair[1], pair[0]))
    evidence = [say("By kind: {kinds}.", kinds=joined(say("{kind} ({n})", kind=say(kind), n=n) for kind, n in ranked))]
    if poor:
        names = short_names(case, poor)
        evidence.append(say("Not of a scholarly kind, or without a named venue or publisher: {names}.", names=names))
    absent = [k for k in unindexed if case.resolutions[k].identity is not Identity.UNCHECKED]
    if absent:
        evidence.append(say("Not found in a scholarly register: {names}.", names=short_names(case, absent)))
    if unasked := [k for k in unindexed if k not in absent]:  # unreachable is never absent
        evidence.append(say("Could not be checked: {names}.", names=short_names(case, unasked)))
    if retracted:
        evidence.append(say("Retracted: {names}.", names=short_names(case, _about(retracted))))
    checked = sum(1 for s in standings if s.scholarly and s.indexed)
    verdict = _verdict(retracted or 2 * len(poor) > total, poor or unindexed)
    return Criterion("quality", verdict, tuple(evidence), checked, total, tuple(k for k, _ in retracted))


def _about(found: Sequence[tuple[int, Finding]]) -> list[int]:
    return list(dict.fromkeys(f.reference for _, f in found if f.reference is not None))


def _reliability(case: Case) -> Criterion:
    total = len(case.references)
    if not total:
        return _none("reliability")
    wrong, unseen = _of(case, _WRONG, notes=False), _of(case, _UNSEEN, notes=False)
    signed = _signed(case, _WRONG | {"ambiguous"})
    vouched = {f.reference for f in signed}
    states = [resolution.identity for resolution in case.resolutions]
    unchecked = [k for k, s in enumerate(states) if s is Identity.UNCHECKED and k not in vouched]
    unknown = [k for k, s in enumerate(states) if s in (Identity.NOT_INDEXED, Identity.AMBIGUOUS) and k not in vouched]
    lost = [k for k, s in enumerate(states) if s in (Identity.ABSENT, Identity.OTHER_WORK) and k not in vouched]
    lost = [k for k in lost if k not in _about(wrong)]
    verified = sum(1 for k, s in enumerate(states) if s is Identity.VERIFIED)
    evidence: list[str] = [
        say(
            "{n} of {total} references were found in a register and compared with their record.",
            n=verified,
            total=total,
        ),
        *_messages(case, wrong),
    ]
    if unchecked:
        evidence.append(say("Could not be checked: {names}.", names=short_names(case, unchecked)))
    if unknown:
        evidence.append(say("In no register that could settle it: {names}.", names=short_names(case, unknown)))
    if lost:
        evidence.append(say("Not identified: {names}.", names=short_names(case, lost)))
    evidence += [pair[1].message for pair in unseen]
    evidence += _sign_offs(signed)
    checked = total - len(unchecked) - len(unknown)
    verdict = _verdict(wrong, unchecked or unknown or lost or unseen)
    return Criterion("reliability", verdict, tuple(evidence), checked, total, tuple(k for k, _ in wrong + unseen))


def _currency(case: Case) -> Criterion:
    total = len(case.references)
    if not total:
        return _none("currency")
    found = ages(case)
    if found is None:
        has_years = any(reference.year is not None for reference in case.references)
        missing = say("The article's date is not known.") if has_years else say("No reference's year is known.")
        return Criterion("currency", OPEN, (missing,), 0, total)
    later, dated, signed = _of(case, ("superseded",)), _of(case, ("dated",)), _signed(case, ("dated",))
    evidence = [say("{ages}.", ages=told(found))]
    if found.out_of_date:
        policy = say(
            "The policy allows {share} % older than {limit} years and wants the newest no older than {newest}.",
            share=f"{100 * found.share_allowed:.0f}", limit=found.limit, newest=found.newest_within,
        )  # fmt: skip
        evidence.append(policy)
    evidence += _messages(case, later)
    evidence += _sign_offs(signed)
    yearless = total - len(found.years)
    if yearless:
        evidence.append(say("{n} of {total} references have no year.", n=yearless, total=total))
    verdict = _verdict(found.out_of_date and not signed, later or 2 * yearless > total)
    return Criterion("currency", verdict, tuple(evidence), len(found.years), total, tuple(k for k, _ in dated + later))


def _validity(case: Case) -> Criterion:
    total = len(case.references)
    if not total:
        return _none("validity")
    off, unlisted = _of(case, ("off-topic",)), _of(case, ("unlisted",))
    uncited = _of(case, ("uncited",))
    signed = _signed(case, ("off-topic", "uncited", "unlisted"))
    cited = mentioned(case)
    vouched = {f.reference for f in signed if f.check == "uncited" and f.reference is not None}
    readable = has_text(case.article)
    absent = [k for k in range(total) if k not in cited | vouched]
    evidence: list[str] = [*_messages(case, off)]
    if not readable:
        evidence.append(say("There is no running text in which the references could be mentioned."))
    elif absent:
        names = short_names(case, absent)
        evidence.append(
            say(
                "{n} of {total} references are never mentioned in the text: {names}.",
                n=len(absent),
                total=total,
                names=names,
            )
        )
    else:
        evidence.append(
            plural(
                total, "The one reference is mentioned in the text.", "All {n} references are mentioned in the text."
            )
        )
    evidence += [pair[1].message for pair in unlisted[:_MESSAGES]]
    if total < _FEWEST_FOR_TOPIC:
        evidence.append(say("{n} references are too few to tell whether one is off-topic.", n=total))
    evidence += _sign_offs(signed)
    checked = total - len(absent) if readable else 0
    missing = absent or unlisted or not readable or total < _FEWEST_FOR_TOPIC
    found = tuple(k for k, _ in sorted(off + uncited + unlisted, key=lambda pair: pair[0]))
    return Criterion("validity", _verdict(off, missing), tuple(evidence), checked, total, found)
