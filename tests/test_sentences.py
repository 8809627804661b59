"""Sentences: plain text to everything but what translates them, and no template without its translations."""

from __future__ import annotations

import ast
import copy
import json
import pickle
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

import refcheck
from refcheck.claim.quality import KINDS
from refcheck.config import load_settings
from refcheck.language.words import ANY, name_of, subject
from refcheck.model import CRITERIA, Finding, Report, Severity
from refcheck.reports import formats, render
from refcheck.reports.page.messages import DEFAULT, labels, languages
from refcheck.sentences import Sentence, joined, plural, say, translated
from refcheck.topics.model import model
from tests.reports import example
from tests.reports.page.reading import UNTRANSLATED

PACKAGE = Path(refcheck.__file__).parent
ROOT = PACKAGE.parent
OTHERS = sorted(set(languages()) - {DEFAULT})
LANGUAGES = {name_of(code) for code in subject("claim") if code != ANY}
CLOSED = {*map(str.capitalize, CRITERIA), *KINDS.values(), "unknown", *LANGUAGES, *model().fields}
"""Words that ``say`` is given from a table."""
GAP = re.compile(r"{\w+}")


def templates() -> Iterator[str]:
    """Every template that is written out in the package, but for checks whose translation is still to come."""
    later = {PACKAGE / "checks" / f"{slug.replace('-', '_')}.py" for slug in UNTRANSLATED}
    for path in sorted({*PACKAGE.rglob("*.py")} - later):
        tree = ast.parse(path.read_text("utf-8"))
        imports = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
        ours = {name.name for node in imports if node.module == "refcheck.sentences" for name in node.names}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ours:
                given = [*node.args, *(k.value for k in node.keywords if k.arg == "last")]
                yield from (a.value for a in given if isinstance(a, ast.Constant) and isinstance(a.value, str))


def speaks(template: str) -> bool:
    """Whether there is a word in a template, not just gaps and punctuation."""
    return any(map(str.isalpha, GAP.sub("", template)))


@pytest.mark.parametrize("language", OTHERS)
def test_every_template_is_translated_with_its_gaps(language: str) -> None:
    known = labels(language).templates
    wanted = {template for template in templates() if speaks(template)} | CLOSED
    assert len(wanted) > 300
    assert sorted(wanted - set(known)) == []
    for template, translation in known.items():
        assert sorted(GAP.findall(template)) == sorted(GAP.findall(translation)), template
        assert translation.strip(), template


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_outlives_its_template(language: str) -> None:
    own = json.loads((PACKAGE / "data" / "messages" / f"{language}.json").read_text("utf-8"))["sentences"]
    assert sorted(set(own) - set(templates()) - CLOSED) == []


@pytest.fixture(scope="module")
def seed() -> Report:
    settings = replace(load_settings(ROOT / "bib"), locked=True)
    return refcheck.check(ROOT / "bib" / "hyperonafhankelijkheid.md", settings=settings)


@pytest.mark.parametrize("language", OTHERS)
def test_no_sentence_of_the_example_stays_english(seed: Report, language: str) -> None:
    root = html.fromstring(render([seed], "html", language=language))
    english = [e.text_content() for e in root.iter() if e.get("lang") == "en" and e.tag != "blockquote"]
    assert english == []
    shown = " ".join(root.text_content().split())
    assert seed.claim is not None
    said = [f.message for f in seed.findings] + [e for c in seed.claim.criteria for e in c.evidence]
    said += [r.why for r in seed.resolutions if r.identity != "verified"]
    assert len(said) > 12
    for text in said:
        assert isinstance(text, Sentence), text
        assert text not in shown
        assert " ".join(labels(language).said(text).split()) in shown or text in [r.why for r in seed.resolutions]
    assert not re.search(r"\b(?:the|of|and|is|was|this)\b", labels(language).said(seed.findings[0].message)[:40])


def test_plain_to_every_other_format(seed: Report) -> None:
    bare = replace(seed, findings=tuple(replace(f, message=str.__str__(f.message)) for f in seed.findings))
    assert type(bare.findings[0].message) is str
    for format in formats():
        if format != "html":
            assert render([seed], format) == render([bare], format), format


def test_what_a_plain_text_says_stays_as_it_is_and_is_marked_english() -> None:
    report = replace(example.seed(), findings=(Finding("mine", Severity.NOTE, "{n} of ours", reference=0),))
    root = html.fromstring(render([report], "html", language="de"))
    own = [e for e in root.iter("p") if e.text_content() == "{n} of ours"]  # on the card, and in the table for paper
    assert {e.get("lang") for e in own} == {"en"}


HOSTILE = st.text(alphabet=st.sampled_from("{}[]!:.0ab _“”\x00\u202e<>&"), max_size=30) | st.sampled_from(
    ["{work}", "{0.__class__}", "{doi!r:>9999999}", "book", "{"]
)


@given(HOSTILE, HOSTILE)
def test_values_are_never_templates(doi: str, title: str) -> None:
    said = say("The DOI {doi} leads to {work}.", doi=doi, work=say("“{title}”", title=title))
    assert said == f"The DOI {doi} leads to “{title}”."
    german = {
        "The DOI {doi} leads to {work}.": "{work} ist, wohin {doi} führt",
        "“{title}”": "„{title}“",
        "book": "Buch",
    }
    assert translated(said, german) == f"„{title}“ ist, wohin {doi} führt"


@given(HOSTILE, st.integers())
def test_survives_copying_and_another_process(text: str, n: int) -> None:
    said = plural(n, "{n} work: {names}", "{n} works: {names}", names=joined([say("book"), text, text]))
    finding = replace(Finding("x", Severity.NOTE, said), line=2)
    for again in (pickle.loads(pickle.dumps(finding)), copy.deepcopy(finding)):
        assert again == finding
        assert isinstance(again.message, Sentence)
        assert translated(again.message, {"book": "livre"}) == said.replace("book", "livre", 1)
    assert json.dumps(said) == json.dumps(str.__str__(said))
    assert hash(said) == hash(str.__str__(said))


def test_lists() -> None:
    assert joined([]) == ""
    assert joined(["a"]) == "a"
    assert joined(["a", "b", "c"], last="{first} and {rest}") == "a, b and c"
    said = joined(["a", "b", "c"], "{first}; {rest}")
    assert said == "a; b; c"
    assert translated(said, {"{first}; {rest}": "{first} ; {rest}"}) == "a ; b ; c"


def test_a_gap_without_a_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        say("The DOI {doi}.")
