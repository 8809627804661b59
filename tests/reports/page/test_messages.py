"""The page in the article's language."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from lxml import html

from refcheck.checks.base import registry
from refcheck.errors import RefcheckError
from refcheck.reports import render
from refcheck.reports.page.messages import labels, languages
from refcheck.sentences import say
from tests.reports import example
from tests.reports.page.reading import MESSAGES, page, text


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
def test_every_check_has_a_title_and_advice_in_every_language(language) -> None:
    own = json.loads((MESSAGES / f"{language}.json").read_text("utf-8"))
    assert registry().keys() <= own["checks"].keys()
    assert all(len(words) == 2 and all(words) for words in own["checks"].values())


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
    with pytest.raises(RefcheckError, match="not translated to 'fi'"):
        render([example.seed()], "html", language="fi")
