"""Whole references, one for each turn that the rules behind the tagger take: every field, and none besides."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from refcheck.parsing import parse

CASES = [json.loads(line) for line in Path(__file__).with_name("strings.jsonl").read_text("utf-8").splitlines()]
PEOPLE = ("authors", "editors", "translators")
FIELDS = (
    *("title", "container", "series", "year", "month", "day", "volume", "issue", "number", "pages"),
    *("place", "publisher", "edition", "doi", "issn"),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["text"])[:40])
def test_every_field_is_read_and_no_other(case: dict[str, Any]) -> None:
    found = parse(case["text"])
    people = {role: [str(name) for name in getattr(found, role)] for role in PEOPLE}
    fields = {"type": found.type} | people | {name: getattr(found, name) for name in FIELDS}
    assert {name: value for name, value in fields.items() if value} == case["fields"]
