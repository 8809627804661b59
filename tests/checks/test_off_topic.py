from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refcheck import Settings, check
from refcheck.case import Case
from refcheck.checks.off_topic import CHECK, _confidence, find
from refcheck.model import (
    Article,
    Confidence,
    Entry,
    Finding,
    Identity,
    Mention,
    MentionKind,
    Reference,
    Resolution,
    Severity,
    Work,
)
from refcheck.topics.strangeness import strangeness

ATTACHMENT = (
    ("A Multimodal Study of Childhood Trauma and Distress Tolerance in Young Adulthood", "J Aggress Maltreat Trauma"),
    ("The effects of trauma on intimate relationships: A study with clinical couples", "Am J Orthopsychiatry"),
    ("Relationship between attachment style and posttraumatic stress symptomatology", "Journal of Traumatic Stress"),
    ("Attachment in adults: Clinical and developmental perspectives", ""),
)
STRAY = (
    "Conflict, harmony, and independence: Relationships in evolutionary multi-criterion optimisation",
    "Lecture Notes in Computer Science",
)
HISTORY = (
    ("Die katholische Kirche im Mittelalter : Geschichte und Kultur", ""),
    ("Literatur und Philosophie der Aufklärung", ""),
    ("A history of the Reformation in England", "Church History"),
    ("Kunst und Religion in der Renaissance", ""),
    ("Goethe und die deutsche Literatur", ""),
)


def case(works: Sequence[tuple[str, str]], text: str = "", records: Sequence[Resolution] = ()) -> Case:
    references = tuple(
        Reference(raw=t, title=t, container=v, entry=Entry(t, 40 + k, 41 + k)) for k, (t, v) in enumerate(works)
    )
    unresolved = tuple(Resolution(reference, Identity.UNCHECKED) for reference in references)
    return Case(Article(path="a.md", format="markdown", text=text), references, tuple(records) or unresolved)


def flagged(works: Sequence[tuple[str, str]], text: str = "") -> list[int | None]:
    return [finding.reference for finding in find(case(works, text))]


@pytest.mark.parametrize("text", ["", "Gehechtheid en trauma bij volwassenen. Angst, relaties en psychologie. " * 9])
def test_the_stray_source_is_found_and_no_other(text: str) -> None:
    assert flagged([*ATTACHMENT, STRAY], text) == [4]


def test_the_stray_is_found_by_titles_alone() -> None:
    """The list of the article that started the project, without venues."""
    titles = (
        "A Multimodal Study of Childhood Trauma and Distress Tolerance in Young Adulthood",
        "The effects of trauma on intimate relationships: A qualitative study with clinical couples",
        "Relationship between attachment style and posttraumatic stress symptomatology among adults who report the "
        "experience of childhood abuse",
        "Attachment in adults: Clinical and developmental perspectives",
        STRAY[0],
    )
    assert flagged([(title, "") for title in titles]) == [4]


def test_the_finding_says_what_an_editor_can_act_on() -> None:
    (finding,) = find(case([*ATTACHMENT, STRAY]))
    assert isinstance(finding, Finding)
    assert (finding.check, finding.severity, finding.reference) == ("off-topic", Severity.WARNING, 4)
    assert (finding.line, finding.end_line, finding.field) == (44, 45, "title")
    assert isinstance(finding.confidence, Confidence)
    assert finding.message.startswith("This work has little to do with the other references; closest in this list: “")
    assert any(title[:40] in finding.message for title, _ in ATTACHMENT)
    assert "it shares only “relationships” with them" in finding.message


@pytest.mark.parametrize(
    "near",
    [
        ("Cortisol and depression in adolescents", "Psychoneuroendocrinology"),
        ("Social work with families after child abuse", "Child Abuse & Neglect"),
        ("Stress and the brain", "Nature Reviews Neuroscience"),
    ],
)
def test_a_related_field_is_no_stray(near: tuple[str, str]) -> None:
    assert flagged([*ATTACHMENT, near]) == []


RARE = pytest.mark.xfail(strict=True, reason="fewer than three open lists cite it: flagged in a list of five")


@pytest.mark.parametrize(
    "method",
    [
        ("R: A language and environment for statistical computing", "R Foundation"),
        pytest.param(
            ("Mice: multivariate imputation by chained equations in R", "Journal of Statistical Software"), marks=RARE
        ),
        ("Fitting linear mixed-effects models using lme4", "Journal of Statistical Software"),
        ("Principal component analysis", ""),
        ("Random forests", "Machine Learning"),
        pytest.param(
            ("Cutoff criteria for fit indexes in covariance structure analysis", "Structural Equation Modeling"),
            marks=RARE,
        ),
        ("G*Power 3: A flexible statistical power analysis program", "Behavior Research Methods"),
        ("Preferred reporting items for systematic reviews and meta-analyses", "PLoS Med"),
    ],
)
def test_methods_belong_in_every_empirical_list(method: tuple[str, str]) -> None:
    assert flagged([*ATTACHMENT, method]) == []


def test_a_statistics_paper_among_histories_is_a_stray() -> None:
    stray = ("Asymptotic theory of maximum likelihood estimators for stochastic processes", "Annals of Statistics")
    assert flagged([*HISTORY, stray]) == [5]


LISTS = tomllib.loads((Path(__file__).parent / "bibliographies.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("subject", LISTS)
@pytest.mark.parametrize("venues", [True, False], ids=["with venues", "titles only"])
def test_no_false_alarm_in_bibliographies_of_many_subjects(subject: str, venues: bool) -> None:
    works = []
    for line in LISTS[subject]["works"].strip().splitlines():
        title, _, venue = line.partition("|")
        works.append((title.strip(), venue.strip() if venues else ""))
    assert len(works) > 5
    assert [works[k] for k in flagged(works) if k is not None] == []


STRAYED = tomllib.loads((Path(__file__).parent / "bibliographies_strays.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("venues", "least"), [(True, 7), (False, 4)], ids=["with venues", "titles only"])
def test_strays_are_found_in_bibliographies_of_many_subjects(venues: bool, least: int) -> None:
    found, alarms = 0, 0
    for bibliography in STRAYED.values():
        lines = [*bibliography["works"].strip().splitlines(), bibliography["stray"]]
        works = [
            (title.strip(), venue.strip() if venues else "") for title, _, venue in (x.partition("|") for x in lines)
        ]
        stray = len(works) - 1
        found += stray in flagged(works)
        alarms += bool(flagged(works[:-1]) or set(flagged(works)) - {stray})
    assert found >= least
    assert alarms == 0


def test_a_library_that_is_no_list_is_silent(tmp_path: Path) -> None:
    """A .bib file of every subject, as a research group keeps one: checked as a file, not as a list of works."""
    entries = []
    for subject, bibliography in [*LISTS.items(), *STRAYED.items()]:
        for k, line in enumerate(bibliography["works"].strip().splitlines()[:4]):
            title, _, venue = (part.strip() for part in line.partition("|"))
            kind, where = ("article", f", journal = {{{venue}}}") if venue else ("book", ", publisher = {Press}")
            entries.append(
                f"@{kind}{{{subject}{k}, author = {{Doe, Jane}}, title = {{{title}}}, year = 2001{where}}}\n"
            )
    library = tmp_path / "library.bib"
    library.write_text("\n".join(entries), encoding="utf-8")
    report = check(library, settings=Settings(locked=True))
    assert len(report.references) == len(entries) > 100
    assert [report.references[f.reference].title for f in report.findings if f.check == "off-topic"] == []


def test_a_venue_of_the_others_fields_vouches_for_a_strange_title() -> None:
    title = "Evolutionary algorithms and partner choice"
    scores = [
        strangeness([*ATTACHMENT, (title, venue)])[4] for venue in ("Lect Notes Comput Sci", "", "J Pers Soc Psychol")
    ]
    assert scores == sorted(scores, reverse=True)
    assert flagged([*ATTACHMENT, (title, "Journal of Personality and Social Psychology")]) == []


def test_too_few_references_for_company() -> None:
    assert flagged([*ATTACHMENT[:2], STRAY]) == []
    assert flagged([("幸福の心理", ""), ("心的外傷", ""), *ATTACHMENT[:2], STRAY]) == []
    assert flagged([]) == []


def test_an_unknown_script_is_not_judged() -> None:
    works = [*ATTACHMENT, ("進化的多目的最適化", ""), ("", "")]
    scores = strangeness(works)
    assert list(np.isneginf(scores)) == [False] * 4 + [True] * 2


def test_a_source_on_the_articles_own_subject_counts_as_less_strange() -> None:
    works = [*ATTACHMENT, STRAY]
    about = ["Genetic algorithms in computer science: optimisation of several objectives with evolutionary algorithms"]
    assert strangeness(works, about)[4] < strangeness(works)[4]


def test_the_record_of_another_work_is_not_read() -> None:
    plain = case([*ATTACHMENT, STRAY])
    record = Work("crossref", titles=("Trauma and attachment in adolescents",), containers=("Child Development",))
    wrong = [*plain.resolutions[:4], Resolution(plain.references[4], Identity.OTHER_WORK, work=record)]
    right = [*plain.resolutions[:4], Resolution(plain.references[4], Identity.VERIFIED, work=record)]
    assert [f.reference for f in find(case([*ATTACHMENT, STRAY], records=wrong))] == [4]
    assert list(find(case([*ATTACHMENT, STRAY], records=right))) == []


def test_a_stray_among_titles_of_one_word() -> None:
    assert flagged([("Trauma", ""), ("Angst", ""), ("Hechting", ""), ("Stress", ""), ("X", "")]) == []


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=80), st.text(max_size=40)), max_size=8))
def test_any_list_is_judged_without_an_error(works: list[tuple[str, str]]) -> None:
    scores = strangeness(works)
    assert scores.shape == (len(works),)
    assert not np.isnan(scores).any()
    assert {f.reference for f in find(case(works))} <= set(np.flatnonzero(scores > 0).tolist())


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("", "; the text never cites it."),
        ("As Purshouse wrote (Purshouse, 2003).", "relationships” with them."),
        ("(Purshouse, 2003) and (Purshouse, 2003), then (Purshouse, 2003).", "; yet the text cites it 3 times."),
    ],
)
def test_the_use_in_the_text_changes_what_is_said_and_the_confidence_never_the_score(sentence: str, said: str) -> None:
    """The text cites the first work in any case: one that cites nothing tells nothing of any of them."""
    plain = case([*ATTACHMENT, STRAY])
    text = "Trauma in childhood (Kolk, 2014) has effects on the attachment of adults. " * 4 + sentence
    mentions = [Mention("(Kolk, 2014)", 1, MentionKind.AUTHOR_YEAR, entries=(0,))]
    mentions += [Mention("(Purshouse, 2003)", 2, MentionKind.AUTHOR_YEAR, entries=(4,))] * sentence.count("(Purshouse")
    entries = tuple(reference.entry for reference in plain.references if reference.entry)
    article = Article(path="a.md", format="markdown", text=text, entries=entries, mentions=tuple(mentions))
    (finding,) = find(replace(plain, article=article))
    assert finding.reference == 4
    assert finding.message.endswith(said)


def test_confidence_goes_a_step_up_for_a_work_never_cited_and_a_step_down_for_one_cited_often() -> None:
    assert [_confidence(1.0, uses) for uses in (None, 0, 1, 3)] == ["medium", "high", "medium", "low"]
    assert [_confidence(0.1, uses) for uses in (None, 0, 9)] == ["low", "medium", "low"]
    assert [_confidence(3.0, uses) for uses in (None, 0, 9)] == ["high", "high", "medium"]


def test_the_check_as_registered() -> None:
    assert (CHECK.slug, CHECK.severity, CHECK.offline) == ("off-topic", Severity.WARNING, True)
    assert "## How to accept" in CHECK.explain
