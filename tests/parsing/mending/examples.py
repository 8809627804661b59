"""What each rule is for: a string that the tagger alone misreads, and the fields that the rule finds in it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from refcheck.model import Name
from refcheck.parsing.mending.rules import RULES
from refcheck.parsing.references import read_fields
from refcheck.parsing.tagging.tagger import Tagged, tag
from refcheck.parsing.tagging.tokens import Token, tokenize

Case = dict[str, Any]
CASES: Sequence[Case] = [
    json.loads(line) for line in Path(__file__).with_name("rules.jsonl").read_text("utf-8").splitlines()
]


def tagged(text: str) -> tuple[Sequence[Token], Tagged]:
    """The tokens of a text and the tagger's own answer."""
    tokens = tokenize(text)
    (answer,) = tag([(tokens, text[tokens[-1].end :] if tokens else "")])
    return tokens, answer


def cases_of(module: ModuleType) -> list[Case]:
    """The cases of the rules that stand in a module."""
    return [case for case in CASES if RULES[case["rule"]].__module__ == module.__name__]


def with_and_without(case: Case) -> tuple[dict[str, Any], dict[str, Any]]:
    """The fields of a case as they are read with its rule, and without it."""
    (with_it,), (without,) = read_fields([case["text"]]), read_fields([case["text"]], without=(case["rule"],))
    return fields_of(with_it, case), fields_of(without, case)


def fields_of(found: dict[str, Any], case: Case) -> dict[str, Any]:
    """Of people their families, and their given names where the case has them: "Shannon, C. E."."""
    return {
        name: [_called(person, whole=any(", " in called for called in value)) for person in found.get(name, ())]
        if isinstance(value, list)
        else found.get(name) or ("" if value is not None else None)
        for name, value in case["fields"].items()
    }


def _called(person: Name, *, whole: bool) -> str:
    return f"{person.family}, {person.given}" if whole and person.given else person.family or person.literal
