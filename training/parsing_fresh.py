"""The strings of benchmarks/parsing_fresh.jsonl as labelled references: real ones of the forms that are read worst.

What stands in them field by field says nothing of each token. Where the package reads a string wholly right, the labels
behind its reading are right too: so much of the model and of the rules as the gold has proved is learned by the model.
"""

from __future__ import annotations

import importlib.util
import json
import random
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from types import ModuleType

from refcheck.identifiers.find import find_identifiers
from refcheck.model import Reference
from refcheck.parsing.mending.rules import repaired
from refcheck.parsing.references import _cleaned, read_fields
from refcheck.parsing.several import first_work
from refcheck.parsing.tagging.tagger import tag
from refcheck.parsing.tagging.tokens import tokenize
from training.parsing_align import Example
from training.parsing_corpora import SHARED

FRESH = Path(__file__).parents[1] / "benchmarks" / "parsing_fresh.jsonl"
SOURCE = "fresh"


def _measure() -> ModuleType:
    found = importlib.util.spec_from_file_location("measure", SHARED.parent / "eval" / "score_wild_parsing.py")
    assert found and found.loader
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def fresh(without: Collection[str] = ()) -> Iterator[Example]:
    """Those that are read wholly right, with the labels behind the reading; ``without``: batches, by their letters."""
    cases = [json.loads(line) for line in FRESH.read_text("utf-8").splitlines()]
    cases = [
        case
        for case in cases
        if "note" not in (case.get("expected") or {"note": ""}) and case["id"].rstrip("0123456789") not in without
    ]
    raws = [case["input"] for case in cases]
    measure = _measure()
    for case, raw, fields in zip(cases, raws, read_fields(raws), strict=True):
        text, more = first_work(_cleaned(raw))
        if not more and not measure.wrong(case["expected"], Reference(**fields).to_dict()):
            yield Example(text, tuple(_spans(text)), SOURCE)


def _spans(text: str) -> Iterator[tuple[int, int, str]]:
    tokens = tokenize(text, find_identifiers(text))
    (tagged,) = repaired([text], [tokens], tag([(tokens, text[tokens[-1].end :])]))
    position = 0
    for label, run in groupby(tagged.labels):
        count = len(list(run))
        if label not in ("other", "id"):
            yield tokens[position].start, tokens[position + count - 1].end, label
        position += count


_PEOPLE = ("author", "editor", "translator")
_LOCATORS = ("volume", "issue", "pages")
_SWAPPED = {"title": 0.8, "container": 0.7, "publisher": 0.5, "place": 0.5}
_SWAPPED |= dict.fromkeys(_PEOPLE, 0.6) | dict.fromkeys(_LOCATORS, 0.5)
_SCRIPTS = (
    "[\u0400-\u04ff]",
    "[\u3040-\u30ff]",
    "[\u3400-\u9fff]",
    "[\uac00-\ud7af]",
    "[\u0590-\u05ff]",
    "[\u0600-\u06ff]",
)


def _script(text: str) -> int:
    return next((i for i, script in enumerate(_SCRIPTS) if re.search(script, text)), -1)


def varied(examples: Sequence[Example], times: int, dice: random.Random) -> Iterator[Example]:
    """The same forms with other works in them: pieces are drawn from references in the same script."""
    pool: dict[tuple[str, int], list[str]] = defaultdict(list)
    for example in examples:
        for start, end, label in example.spans:
            if label in _SWAPPED and not re.search(r"[.?!]$", text := example.raw[start:end]):
                pool[_shape(label, text)].append(text)
    for example in examples:
        for _ in range(times):
            yield _varied(example, pool, dice)


def _shape(label: str, text: str) -> tuple[str, int]:
    """What may stand in a piece's place: a script's titles and names, people written the same way, and locators of the
    same signs."""
    if label in _LOCATORS:
        return label + re.sub(r"\d+", "0", text), 0
    if label in _PEOPLE:
        signs = re.sub(
            r"[^\W\d_]{2,}", lambda word: "AA" if word[0].isupper() else "Aa" if word[0][0].isupper() else "a", text
        )
        return "people" + signs, _script(text)
    return label, _script(text)


def _varied(example: Example, pool: Mapping[tuple[str, int], Sequence[str]], dice: random.Random) -> Example:
    raw, spans, position = "", [], 0
    for start, end, label in example.spans:
        text = example.raw[start:end]
        others = pool.get(_shape(label, text), ()) if label in _SWAPPED and dice.random() < _SWAPPED[label] else ()
        text = dice.choice(others) if others else text
        raw += example.raw[position:start]
        spans.append((len(raw), len(raw) + len(text), label))
        raw, position = raw + text, end
    return Example(raw + example.raw[position:], tuple(spans), example.source)
