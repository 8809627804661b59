"""What is said of works: how one is named in a sentence, and why one is taken to be the work meant."""

from __future__ import annotations

from dataclasses import replace

from refcheck.citing.label import people_of
from refcheck.language.fold import plain
from refcheck.matching.fitness import PEOPLE
from refcheck.matching.score import score
from refcheck.model import Evidence, Identity, Resolution, Work
from refcheck.sentences import Sentence, joined, say

_QUOTED = 120  # characters of a title that are quoted in a message


def quoted(title: str) -> Sentence:
    """A title in quotation marks, cut at a word when it is long."""
    if len(title) > _QUOTED:
        title = title[:_QUOTED].rpartition(" ")[0] + " …"
    return say("“{title}”", title=title)


def described(work: Work) -> Sentence:
    """A work as an editor would name it: "“Title” (Kolk et al., 2014, doi 10.1/x)"."""
    who = people_of(work.authors or work.editors)
    doi = f"doi {work.doi}" if work.doi else ""
    facts = joined(part for part in (who, str(work.years[0]) if work.years else "", doi) if part)
    title = quoted(plain(work.titles[0])) if work.titles else say("a work without a title")
    return say("{title} ({facts})", title=title, facts=facts) if facts else title


def explained(resolution: Resolution) -> Resolution:
    """The resolution with the reason why its work is the one meant, if it has no reason yet.

    ``identify`` gives none for a verified work: that compares all its fields, of which identity often needs but two.
    """
    work = resolution.work
    if resolution.why or work is None or resolution.identity is not Identity.VERIFIED:
        return resolution
    found = score(resolution.reference, work)
    fields = joined((name for name, field, levels in _FIELDS if found.says(field, *levels)), last="{first} and {rest}")
    agrees = say("it agrees in {fields}", fields=fields) if fields else say("nothing in the entry speaks against it")
    if resolution.evidence is Evidence.SEARCH:
        why = say("Found by search: {agrees}.", agrees=agrees)
    else:
        why = say("The printed identifier leads to this work: {agrees}.", agrees=agrees)
    return replace(resolution, why=why)


_FIELDS = (
    (say("the title"), "title", ("same", "near", "short", "generic")),
    (say("the authors"), "authors", PEOPLE),
    (say("the first author"), "authors", ("first",)),
    (say("the year"), "year", ("same",)),
    (say("the journal or book"), "container", ("same",)),
    (say("the volume"), "volume", ("same",)),
    (say("the pages"), "pages", ("same",)),
)
"""The names of fields, and the levels on which they agree."""
