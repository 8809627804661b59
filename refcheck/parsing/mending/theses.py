"""Rules on theses: who advised, the university and its city, and numbers in front of the word for the degree."""

from __future__ import annotations

from collections.abc import Sequence

from refcheck import patterns as re
from refcheck.language.words import alternatives, every
from refcheck.parsing.mending.cues import told_by
from refcheck.parsing.mending.titles import run_of
from refcheck.parsing.people.introduced import cues_of
from refcheck.parsing.tagging.tokens import Token

_ADVISORS = every("kinds", "advisors")
_ADVISED = re.compile(rf"(?<=[.,;] )(?:{alternatives(_ADVISORS)})\s?:\s[^.;:]{{3,80}}(?=[.;])", re.IGNORECASE)


@told_by(words=cues_of(_ADVISORS))
def advisor_behind_title(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "... casamento homossexual. Orientador: Alexandre Costa. 2007. 164 f.": who advised stands in no field."""
    match = _ADVISED.search(raw)
    if match is not None:
        for i, token in enumerate(tokens):
            if match.start() <= token.start < match.end():
                labels[i] = "other"


_UNIVERSITIES = [word.rstrip("*") for word in every("kinds", "universities")]
_ABBREVIATED = frozenset(_UNIVERSITIES)
_UNIVERSITY = re.compile(alternatives(_UNIVERSITIES))


def university_is_no_place(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Department of Computer Science, Indiana University, Bloomington, IN", "Ludwig-Maximilians-University Munich": a
    university is not a place, nor is what only a blank joins to it."""
    if "place" not in labels:
        return
    first, end = run_of(labels, "place")
    stop = next((i for i in range(first + 1, end) if "," in tokens[i].gap), end)
    short = ". " if tokens[first - 1].text.lower() in _ABBREVIATED else " "
    joined = first and labels[first - 1] == "publisher" and tokens[first].gap == short
    called = [token.text.lower() for token in tokens[first:stop]]
    if any(map(_UNIVERSITY.search, called)) or (joined and _UNIVERSITY.search(tokens[first - 1].text.lower())):
        labels[first:stop] = ["publisher"] * (stop - first)
