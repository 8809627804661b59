"""The page in the article's language."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from lxml import html

from refcheck.checks.base import Check, registry
from refcheck.errors import RefcheckError
from refcheck.model import Finding, Severity
from refcheck.reports import render
from refcheck.reports.page import messages
from refcheck.reports.page.messages import labels, languages
from refcheck.sentences import say
from tests.reports import example
from tests.reports.page.reading import MESSAGES, UNTRANSLATED, page, text


@pytest.mark.parametrize("language", ["nl", "es", "de", "fr"])
def test_every_label_is_translated(language) -> None:
    english = json.loads((MESSAGES / "en.json").read_text("utf-8"))
    own = json.loads((MESSAGES / f"{language}.json").read_text("utf-8"))
    assert own.keys() == english.keys()
    for key, value in english.items():
        gaps = re.findall(r"{\w+}", str(value))
        if isinstance(value, dict):
            assert key in ("study", "sentences") or own[key].keys() == value.keys(), key
        else:
            assert sorted(gaps) == sorted(re.findall(r"{\w+}", str(own[key]))), key
    root = page(example.seed(), language=language)
    assert root.get("lang") == language
    assert text(root.get_element_by_id("a1-todo")) == own["todo"] != english["todo"]


@pytest.mark.parametrize("language", languages())
def test_every_title_has_its_advice(language) -> None:
    own = json.loads((MESSAGES / f"{language}.json").read_text("utf-8"))
    assert {key.partition(".")[0] for key in own["checks"]} <= registry().keys()
    assert all(len(words) == 2 and all(words) for words in own["checks"].values())


@pytest.mark.parametrize("slug", registry())
def test_every_check_has_a_title_and_advice_in_every_language(slug) -> None:
    lacking = [language for language in languages() if slug not in labels(language).words["checks"]]
    if slug in UNTRANSLATED:
        assert tuple(lacking) == languages(), (
            "its translation has begun: finish it, and take “In English only.” from its docstring"
        )
    else:
        assert lacking == [], "translate it (CONTRIBUTING, Add a check), or say “In English only.” in its docstring"


def test_a_check_without_labels_speaks_for_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    own = Check("mine", "my own", Severity.NOTE, True, lambda case: iter(()), "Mine.\n\n## How to fix\nUse\n`it`.\n")
    monkeypatch.setattr(messages, "registry", lambda: {"mine": own})
    assert labels("de").check("mine", "year") == ("My own", "Use it.")
    assert labels("de").check("gone") == ("gone", "")
    report = replace(example.seed(), findings=(Finding("mine", Severity.NOTE, "Said.", reference=0),))
    english = [e.text_content() for e in page(report, language="de").iter("span") if e.get("lang") == "en"]
    assert {"My own", "Use it."} <= set(english)
    assert [e for e in page(report, language="en").iter("span") if e.get("lang") == "en"] == []


def test_french_keeps_its_punctuation_on_the_line() -> None:
    source = render([example.seed()], "html", language="fr")
    assert "Références de «\u00a0" in source
    assert not re.search(
        " [;:?!»]|« ", labels("fr").said(say("This entry repeats {entry}: {why}.", entry="1", why="2"))
    )


def test_the_page_speaks_the_article_s_language_where_it_can() -> None:
    assert html.fromstring(render([example.seed()], "html")).get("lang") == "nl"
    assert html.fromstring(render([example.seed(), example.clean()], "html")).get("lang") == "en"
    finnish = replace(example.seed().article, language="fi")
    assert html.fromstring(render([replace(example.seed(), article=finnish)], "html")).get("lang") == "en"
    with pytest.raises(RefcheckError, match="not translated into 'fi'"):
        render([example.seed()], "html", language="fi")
