"""Fields of study, named and translated."""

from __future__ import annotations

import json

from refcheck.reports.page.messages import languages
from tests.reports import example
from tests.reports.page.reading import MESSAGES, having, page, text


def test_the_stray_field_is_named() -> None:
    root = page(example.seed())
    stray = having(root, "stray")
    assert len(stray) == 1
    assert text(stray[0]).startswith("Computer Science off topic")
    assert having(stray[0], "chip")[0].get("href") == "#a1-5"


def test_fields_of_study_are_translated() -> None:
    from refcheck.topics.model import model

    for language in set(languages()) - {"en"}:
        own = json.loads((MESSAGES / f"{language}.json").read_text("utf-8"))
        assert set(model().fields) <= own["study"].keys()
