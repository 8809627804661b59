"""The fields of study of a list -> bars, including the field of any off-topic reference."""

from __future__ import annotations

from dataclasses import dataclass

from refcheck.model import Identity, Report
from refcheck.topics.model import field_mix

_BARS = 7  # plus those of off-topic references


@dataclass(frozen=True, slots=True)
class Bar:
    """One field of study: its share of the list (0..1) and the 0-based indexes of the references it comes first for."""

    name: str  # English, of the All Science Journal Classification; "" for all other fields together
    share: float
    sources: tuple[int, ...]
    stray: bool  # only references reported as off-topic belong here


@dataclass(frozen=True, slots=True)
class Study:
    """The bars, widest first, and the references whose field is not known."""

    bars: tuple[Bar, ...]
    unknown: tuple[int, ...]


def study(report: Report) -> Study | None:
    """The bars of an article's list, or None when fewer than two references can be placed."""
    if not report.references:
        return None
    # The record of another work says nothing about the work that is meant.
    works = [r.work if r.identity is Identity.VERIFIED else None for r in report.resolutions]
    works = works or [None] * len(report.references)
    mix = field_mix(report.references, works)
    first = {i: fields[0][0] for i, fields in enumerate(mix.references) if fields}
    if len(first) < 2:
        return None
    off = {f.reference for f in report.findings if f.check == "off-topic" and not f.accepted}
    strays = {first[i] for i in first if i in off}
    homes = {first[i] for i in first if i not in off}
    names = [name for name, _ in mix.mix]
    shown = [name for i, name in enumerate(names) if i < _BARS or name in strays]
    share = dict(mix.mix)
    bars = [
        Bar(name, share[name], tuple(i for i in first if first[i] == name), name in strays - homes) for name in shown
    ]
    rest = 1 - sum(bar.share for bar in bars)
    if rest >= 0.02:
        bars.append(Bar("", rest, (), False))
    return Study(tuple(bars), tuple(i for i in range(len(report.references)) if i not in first))
