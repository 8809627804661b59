"""The text to search for: what an entry prints of the work, without anything that misleads an index."""

from __future__ import annotations

from refcheck import patterns as re
from refcheck.comparing.printed import is_typed, unlabelled, witness
from refcheck.comparing.remembered import remembered
from refcheck.identifiers.find import find_identifiers
from refcheck.language.words import alternatives, every
from refcheck.model import Reference

MAX_QUESTION = 350  # characters; more tell a bibliographic index nothing and slow it down

# What lists on the web print around a reference and no record has. Bounded, so that hostile text takes linear time.
_ACCESS = re.compile(rf"(?:{alternatives(every('lists', 'accessed'))})\b[^.;]{{0,60}}$")
_ACCESS_REACH = 100  # characters before the end within which such a note begins


@remembered
def printed_text(reference: Reference) -> str:
    """What the entry prints of the work, on one line, without identifiers and addresses.

    That is the raw string of a typed entry, whatever the parser made of it, with the authors that a dash stands for; or
    the printed fields of a BibTeX or CSL item (``witness``).
    """
    entry = reference.entry
    text = unlabelled(witness(reference))
    if not is_typed(reference):
        return text
    for identifier in reversed(find_identifiers(text)):
        text = f"{text[: identifier.start]} {text[identifier.end :]}"
    if entry is not None and entry.repeats:
        text = f"{entry.repeats} {text}"
    return " ".join(text.split())


@remembered
def question(reference: Reference) -> str:
    """The words to search for: ``printed_text`` without access notes, at most ``MAX_QUESTION`` characters; "" if the
    entry has no words."""
    text = printed_text(reference)
    end = text[-_ACCESS_REACH:]
    if access := _ACCESS.search(end.replace("İ", "I").lower()):  # the one letter that is longer in lower case
        text = text[: len(text) - len(end) + access.start()]
    text = text.strip()
    if len(text) > MAX_QUESTION:
        text = text[:MAX_QUESTION].rpartition(" ")[0] or text[:MAX_QUESTION]
    return text if any(map(str.isalpha, text)) else ""
