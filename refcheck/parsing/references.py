"""From a printed reference to its typed fields: find identifiers, tag tokens, assemble fields."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from refcheck import patterns as re
from refcheck.collector import held
from refcheck.foreign import writable
from refcheck.identifiers.find import find_identifiers
from refcheck.model import Entry, Problem, ProblemKind, Reference
from refcheck.parsing.doubt import UNLIKELY, is_doubtful
from refcheck.parsing.fields import assemble
from refcheck.parsing.keys import Keys, make_key
from refcheck.parsing.mending.italics import with_italics, with_repeated
from refcheck.parsing.mending.rules import repaired
from refcheck.parsing.several import first_work
from refcheck.parsing.tagging.tagger import MODEL, tag
from refcheck.parsing.tagging.tokens import tokenize
from refcheck.sentences import say

MAX_LENGTH = 12_000
"""Characters of one reference that are read: 400 authors take 8,000. What makes one longer is its list of authors."""
TOGETHER = 1000
"""References that are read together: for more, what is known of each meanwhile would take much memory."""
# Arabic and Persian figures are read as the same figures of Latin lists.
_DIGITS = {first + n: str(n) for first in (0x0660, 0x06F0) for n in range(10)}
_FIGURE = re.compile(f"[{''.join(map(chr, _DIGITS))}]")
# Between Arabic letters the zero-width non-joiner is spelling: "زرین‌کوب".
_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f\u200b\u200d-\u200f\u2060\ufeff\u00ad]|(?<![\u0600-\u06ff])\u200c|\u200c(?![\u0600-\u06ff])"
)


@held()
def read_fields(
    raws: Sequence[str],
    italics: Sequence[Sequence[str]] = (),
    model: Path = MODEL,
    without: Collection[str] = (),
) -> list[dict[str, Any]]:
    """Printed references -> the fields of their References, without keys. Never raises.

    italics: as in Entry. without: names of rules of ``mending`` to leave out.
    """
    parts = (slice(start, start + TOGETHER) for start in range(0, len(raws), TOGETHER))
    return [fields for part in parts for fields in _read_together(raws[part], italics[part], model, without)]


def _read_together(
    raws: Sequence[str], italics: Sequence[Sequence[str]], model: Path, without: Collection[str]
) -> list[dict[str, Any]]:
    """One step of reading after the other, each for all: code that has just run is there when it runs again."""
    raws = [writable(raw) for raw in raws]
    works = [first_work(_cleaned(raw)) for raw in raws]
    texts = [text for text, _ in works]
    identifiers = [find_identifiers(text) for text in texts]
    tokens = [tokenize(text, found) for text, found in zip(texts, identifiers, strict=True)]
    tails = [text[words[-1].end :] if words else text for text, words in zip(texts, tokens, strict=True)]
    tagged = tag(list(zip(tokens, tails, strict=True)), model)
    tagged = repaired(texts, tokens, tagged, without)
    for i in (i for i, printed in enumerate(italics) if printed):
        tagged[i] = with_italics(texts[i], tokens[i], tagged[i], italics[i])
    out = [assemble(*given) for given in zip(texts, tokens, tagged, identifiers, strict=True)]
    for found, raw, (text, several) in zip(out, raws, works, strict=True):
        if several:
            found["problems"] = (
                *found.get("problems", ()),
                Problem.of(ProblemKind.SEVERAL, say("Two references seem to stand in this item")),
            )
        if is_doubtful(found, text):
            sure = {name: min(probability, UNLIKELY) for name, probability in found["confidence"].items()}
            found["confidence"] = sure | {"reference": UNLIKELY}
        found["raw"] = raw
    return out


def _cleaned(raw: str) -> str:
    text = raw if len(raw) <= MAX_LENGTH else _without_middle(raw)
    text = text if text.isprintable() else _CONTROL.sub("", text)
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    return text.translate(_DIGITS) if _FIGURE.search(text) else text


def _without_middle(raw: str) -> str:
    """The first authors, the last ones and what follows them; cut where a name ends, if there are names."""
    head, tail = raw[: MAX_LENGTH // 2], raw[-MAX_LENGTH // 2 :]
    between = next((sign for sign in ("., ", "; ", ", ") if sign in head and sign in tail), "")
    return f"{head.rpartition(between)[0]}{between}{tail.partition(between)[2]}" if between else head + tail


def parse(raw: str) -> Reference:
    """One printed reference, in any style and language -> Reference with its key.

    >>> parse("Bowlby, J. (1969). Attachment and loss. Basic Books.").authors[0].family
    'Bowlby'
    """
    return parse_many([raw])[0]


@held()
def parse_many(raws: Sequence[str]) -> list[Reference]:
    """Printed references -> References, same order and length, keys unique among them."""
    keys = Keys()
    return [Reference(**fields, key=new_key(fields, keys)) for fields in read_fields(raws)]


def new_key(fields: Mapping[str, Any], keys: Keys) -> str:
    """A key for the fields of a Reference, unique among ``keys``."""
    people = fields.get("authors") or fields.get("editors") or ()
    title = fields.get("title") or fields.get("container", "")
    return keys.unique(make_key(people, fields.get("year"), title))


def read_printed(entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """Entries printed as text -> the fields of their References, without keys; italics and dashes are used."""
    raws = [with_repeated(entry.raw, entry.repeats) if entry.repeats else entry.raw for entry in entries]
    found = read_fields(raws, [entry.italics for entry in entries])
    return [{**fields, "raw": entry.raw} for fields, entry in zip(found, entries, strict=True)]
