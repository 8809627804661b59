"""The page as a document: what it says, in five languages, and that hostile text stays text."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import html

from refcheck.reports import render
from refcheck.reports.page.html import fragment
from tests.reports import example
from tests.reports.page.reading import card, having, page, text


def test_verdict_and_criteria_stand_on_top() -> None:
    root = page(example.seed())
    assert text(root.get_element_by_id("a1-verdict")) == "Verdict: One error to put right before this is published"
    criteria = [text(item) for item in having(root, "criteria")[0]]
    assert [c.split()[:2] for c in criteria] == [
        ["Quality", "Upheld"], ["Reliability", "Not"], ["Currency", "Contradicted"], ["Validity", "Contradicted"]
    ]  # fmt: skip
    assert "rests on 4 of 5 references" in criteria[0]
    main = text(root.get_element_by_id("main"))
    assert main.index("Verdict") < main.index("What to do") < main.index("Quality") < main.index("Purshouse, R. C.")


@pytest.mark.parametrize(
    ("make", "headline"),
    [
        (example.clean, "Verdict: The reference is correct"),
        (example.empty, "Verdict: No bibliography was read"),
        (example.troubled, "Verdict: 2 errors to put right before this is published"),
    ],
)
def test_headline_says_the_worst(make, headline) -> None:
    assert text(page(make()).get_element_by_id("a1-verdict")) == headline


def test_unchecked_sources_are_never_called_good() -> None:
    report = replace(example.seed(), findings=())
    assert "1 source could not be checked" in render(
        [report], "html", language="en"
    ) or "One source could not be" in text(page(report).get_element_by_id("a1-verdict"))


def test_whatever_is_not_verified_is_something_to_do() -> None:
    root = page(example.troubled())
    todo = [text(item) for item in having(root, "todo")[0].findall("ol/li")]
    assert len(todo) == 4
    assert todo[3] == "Ambiguous. Look the work up yourself. 3 Muller et al. 2000"


def test_long_lists_are_columns() -> None:
    seed = example.seed()
    many = [replace(seed.references[0], year=1990 + i % 7) for i in range(120)]
    report = replace(seed, references=tuple(many), resolutions=(), findings=())
    line = having(page(report), "timeline")[0]
    assert len(having(line, "column")) == 7
    assert not list(line.iter("circle"))


def test_several_articles_have_an_overview() -> None:
    root = page(example.seed(), example.clean(), example.empty())
    assert text(root.find(".//h1")) == "References of 3 articles"
    links = list(having(root, "articles")[0].iter("a"))
    assert [link.get("href") for link in links] == ["#a1", "#a2", "#a3"]
    assert text(links[1]) == "All is wellclean.mdThe reference is correct"


@pytest.mark.parametrize("make", example.ALL)
def test_no_script_but_the_search_box_and_nothing_remote(make) -> None:
    source = render([make()], "html", language="en")
    root = html.fromstring(source)
    assert not list(root.iter("iframe", "object", "embed", "img", "base", "form"))
    [script] = root.iter("script")
    digest = base64.b64encode(hashlib.sha256((script.text or "").encode()).digest()).decode()
    policy = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert f"script-src 'sha256-{digest}';" in policy, "no script runs but the one the page was made with"
    assert not re.search("fetch|XMLHttp|import|eval|innerHTML|http", script.text or "")
    assert [link.get("href") for link in root.iter("link")] == ["data:,"]
    for element in root.iter():
        if isinstance(element.tag, str):
            assert not [name for name in element.attrib if name.startswith("on") or name == "src"]
    style = root.find(".//style").text
    assert "url(" not in style
    assert "@import" not in style
    for link in root.iter("a"):
        assert re.match(r"(#|https?://)", link.get("href"))
        if link.get("href").startswith("http"):
            assert link.get("rel") == "noreferrer"


def test_hostile_text_is_text() -> None:
    source = render([example.hostile()], "html", language="en")
    source.encode()
    assert source.count("<script") == 1, "the search box"
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", source)
    root = html.fromstring(source)
    assert "<script>alert(1)</script>" in text(card(root, 1))
    assert not any("javascript" in (link.get("href") or "").split("?")[0] for link in root.iter("a"))


@pytest.mark.parametrize("make", example.ALL)
def test_ids_are_unique_and_every_local_link_leads_somewhere(make) -> None:
    root = page(make(), example.seed())
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    for link in root.iter("a"):
        if link.get("href").startswith("#"):
            assert link.get("href")[1:] in ids
    for element in root.iter():
        for name in (element.get("aria-labelledby") or "").split():
            assert name in ids


@pytest.mark.parametrize("make", example.ALL)
@pytest.mark.parametrize("several", [False, True])
def test_headings_go_down_one_step_at_a_time_from_one_h1(make, several) -> None:
    root = page(make(), *([example.seed()] if several else []))
    levels = [int(element.tag[1]) for element in root.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(deeper - level <= 1 for level, deeper in pairwise(levels))


def test_a_notebook_shows_the_same() -> None:
    cell = html.fromstring(example.seed()._repr_html_())
    assert cell.get("class") == "refcheck notebook"
    assert not list(cell.iter("script", "h1"))
    assert len(having(cell, "card")) == 5
    other = fragment(replace(example.seed(), article=replace(example.seed().article, path="other.md")))
    ids = {e.get("id") for e in cell.iter() if e.get("id")}
    assert not ids & {e.get("id") for e in html.fromstring(other).iter() if e.get("id")}
