"""What the tests here share."""

from __future__ import annotations

from pathlib import Path

from lxml import html

import refcheck
from refcheck.checks.base import registry
from refcheck.reports import render


def page(*reports, language="en"):
    return html.fromstring(render(reports, "html", language=language))


def having(root, name):
    """The elements of a class."""
    return root.xpath(f".//*[contains(concat(' ', @class, ' '), ' {name} ')]")


def text(element) -> str:
    return " ".join(element.text_content().split())


def card(root, number):
    return root.get_element_by_id(f"a1-{number}")


MESSAGES = Path(refcheck.__file__).parent / "data" / "messages"
UNTRANSLATED = frozenset(slug for slug, check in registry().items() if "In English only." in check.explain)
"""Checks whose translation is still to come, as their own pages say."""
