"""What holds for every format and any report that the nouns allow."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from lxml import html

from refcheck.api import Report
from refcheck.model import (
    CRITERIA,
    Answer,
    Article,
    ClaimSentence,
    ClaimVerdict,
    Criterion,
    Entry,
    Evidence,
    Finding,
    Identity,
    Name,
    Outcome,
    Reference,
    Resolution,
    Severity,
    Update,
    Work,
)
from refcheck.reports import formats, render
from tests.reports import example

TEXT = st.one_of(st.text(max_size=25), st.sampled_from(["", "A title", "2000", "10.1000/x", "</script>", "::", "=1"]))
NAMES = st.lists(st.builds(Name, family=TEXT, given=TEXT, literal=TEXT), max_size=3).map(tuple)
YEAR = st.one_of(st.none(), st.integers(-5, 12_000))
WORKS = st.builds(
    Work, source=TEXT, doi=TEXT, titles=st.lists(TEXT, max_size=2).map(tuple), authors=NAMES, volume=TEXT, pages=TEXT,
    years=st.lists(st.integers(1, 3000), max_size=2).map(tuple), containers=st.lists(TEXT, max_size=1).map(tuple),
    url=TEXT, updates=st.lists(st.builds(Update, kind=TEXT, doi=TEXT, date=TEXT, source=TEXT), max_size=2).map(tuple),
)  # fmt: skip
QUICK = settings(deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))  # reports take long to shrink
LINES = st.integers(1, 9)


@st.composite
def reports(draw) -> Report:
    references = []
    for _ in range(draw(st.integers(0, 4))):
        line = draw(LINES)
        entry = draw(st.one_of(st.none(), st.builds(Entry, raw=TEXT, line=st.just(line), end_line=st.just(line + 1))))
        references.append(
            draw(
                st.builds(
                    Reference, raw=TEXT, key=TEXT, authors=NAMES, editors=NAMES, title=TEXT, year=YEAR, pages=TEXT,
                    volume=TEXT, doi=TEXT, doi_printed=TEXT, url=TEXT, language=TEXT, entry=st.just(entry),
                )
            )
        )  # fmt: skip
    answers = st.builds(Answer, source=TEXT, question=TEXT, outcome=st.sampled_from(Outcome), date=TEXT, detail=TEXT)
    resolutions = [
        draw(
            st.builds(
                Resolution, reference=st.just(reference), identity=st.sampled_from(Identity),
                work=st.one_of(st.none(), WORKS), evidence=st.sampled_from(Evidence), why=TEXT,
                answers=st.lists(answers, max_size=2).map(tuple), candidates=st.lists(WORKS, max_size=2).map(tuple),
            )
        )
        for reference in references
    ]  # fmt: skip
    about = st.one_of(st.none(), st.integers(0, len(references) - 1)) if references else st.none()
    findings = st.builds(
        Finding, check=st.one_of(TEXT, st.sampled_from(["off-topic", "doi-missing", "year-differs"])),
        severity=st.sampled_from(Severity), message=TEXT, reference=about, line=LINES, end_line=LINES, field=TEXT,
        suggestion=TEXT, printed=TEXT, registered=TEXT, accepted=st.one_of(st.just(""), TEXT),
    )  # fmt: skip
    sentence = st.builds(ClaimSentence, text=TEXT, line=LINES, end_line=LINES, language=TEXT, criteria=st.just(()))
    criterion = st.builds(
        Criterion, name=st.sampled_from(CRITERIA),
        verdict=st.sampled_from(["upheld", "contradicted", "not established"]),
        evidence=st.lists(TEXT, max_size=2).map(tuple),
        checked=st.integers(0, 4), total=st.integers(0, 4),
    )  # fmt: skip
    claim = st.builds(
        ClaimVerdict, sentence=st.one_of(st.none(), sentence), criteria=st.lists(criterion, max_size=2).map(tuple)
    )
    article = Article(
        path=draw(TEXT), format=draw(st.sampled_from(["text", "html", "docx"])), language=draw(TEXT), title=draw(TEXT),
        date=draw(st.one_of(st.none(), st.dates(date(1, 1, 1)))),
    )  # fmt: skip
    return Report(
        article, tuple(references), tuple(resolutions),
        tuple(draw(st.lists(findings, max_size=4))), draw(st.one_of(st.none(), claim)), version=draw(TEXT),
    )  # fmt: skip


@pytest.mark.parametrize("format", formats())
@settings(QUICK, max_examples=12)
@given(data=st.data())
def test_any_report_is_written_without_what_a_terminal_obeys(format, data) -> None:
    made = data.draw(st.lists(reports(), max_size=2))
    if format == "bibtex":
        made = [replace(report, references=example.seed().references, resolutions=(), findings=()) for report in made]
    text = render(made, format, color=False)
    text.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


@settings(QUICK, max_examples=15)
@given(reports())
def test_the_page_holds_only_the_elements_of_its_templates(report) -> None:
    root = html.fromstring(render([report], "html", language="de"))
    tags = {element.tag for element in root.iter() if isinstance(element.tag, str)}
    assert [element.getparent().tag for element in root.iter("script")] == ["body"], "the search box alone"
    assert not tags & {"iframe", "img", "object", "embed", "form", "base", "math"}
    for element in root.iter():
        assert not any(name.startswith("on") for name in element.attrib)


def test_five_hundred_sources_are_written_in_any_format() -> None:
    seed = example.seed()
    references = tuple(replace(seed.references[i % 5], year=1900 + i % 120) for i in range(500))
    report = replace(seed, references=references, resolutions=seed.resolutions * 100)
    for format in set(formats()) - {"bibtex"}:
        assert len(render([report], format)) >= len(render([seed], format)) > 0
