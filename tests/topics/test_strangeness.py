"""What a learned decision may not lose: lists of every shape, several languages, works that every subject cites."""

from __future__ import annotations

import tomllib
from pathlib import Path

import numpy as np
import pytest

from refcheck.topics.cocitation import read, text_vector, title_key, vectors
from refcheck.topics.strangeness import measures, nearest, shared_words, strangeness, trees

Works = list[tuple[str, str]]
LISTS: dict[str, Works] = {
    subject: [
        (title.strip(), venue.strip())
        for title, _, venue in (line.partition("|") for line in one["works"].strip().splitlines())
    ]
    for subject, one in tomllib.loads(
        (Path(__file__).parents[1] / "checks" / "bibliographies.toml").read_text("utf-8")
    ).items()
}
ATTACHMENT: Works = [
    ("Childhood trauma and distress tolerance in young adulthood", "Journal of Aggression, Maltreatment & Trauma"),
    ("Attachment style and posttraumatic stress symptoms after childhood abuse", "Journal of Traumatic Stress"),
    ("Attachment in adults: Clinical and developmental perspectives", ""),
    ("Romantic love conceptualized as an attachment process", "Journal of Personality and Social Psychology"),
    ("The long-term effects of child abuse and neglect on relationships", "Child Abuse & Neglect"),
    ("Posttraumatic stress disorder in the National Comorbidity Survey", "Archives of General Psychiatry"),
    ("Attachment, emotion regulation and depression in young adults", "Journal of Counseling Psychology"),
    ("Couple therapy for trauma survivors", "Family Process"),
    ("Patterns of attachment: A psychological study of the strange situation", "Erlbaum"),
]
OPTIMIZATION = (
    "Conflict, harmony, and independence: Relationships in evolutionary multi-criterion optimisation",
    "Evolutionary Multi-Criterion Optimization",
)
POLYMER = ("Thermal stability of polyethylene nanocomposites with layered silicates", "Polymer")


def flagged(works: Works) -> list[int]:
    return np.flatnonzero(strangeness(works) > 0).tolist()


def test_two_strays_of_two_subjects_are_both_found() -> None:
    galaxies = (
        "The formation of galaxies in cold dark matter haloes",
        "Monthly Notices of the Royal Astronomical Society",
    )
    assert flagged([*ATTACHMENT, galaxies, POLYMER]) == [9, 10]


def test_a_list_of_two_subjects_has_no_strays() -> None:
    networks: Works = [
        ("Deep residual learning for image recognition", "Computer Vision and Pattern Recognition"),
        ("Attention is all you need", "Neural Information Processing Systems"),
        ("Convolutional networks for speech and time series", "Handbook of Brain Theory and Neural Networks"),
        ("Long short-term memory", "Neural Computation"),
        ("Adam: A method for stochastic optimization", "International Conference on Learning Representations"),
        ("Learning to detect emotion in speech with recurrent networks", "Interspeech"),
    ]
    assert flagged([*ATTACHMENT[:6], *networks]) == []


def test_the_bibliography_of_a_thesis_is_quiet() -> None:
    subjects = list(LISTS.values())
    chapters = [*subjects[0] * 4, *ATTACHMENT * 4, *subjects[1] * 2]  # three chapters, 60 works and more
    assert len(chapters) > 60
    assert flagged(chapters) == []


def test_a_library_of_every_subject_is_no_list_to_be_strange_in() -> None:
    library = [work for works in LISTS.values() for work in works[:3]]
    assert len(library) > 30
    assert flagged(library) == []


def test_a_list_of_four_is_judged_and_one_of_three_is_not() -> None:
    assert flagged(ATTACHMENT[:4]) == []
    assert np.isneginf(strangeness(ATTACHMENT[:3])).all()
    assert np.isfinite(strangeness(ATTACHMENT[:4])).all()
    assert strangeness([*ATTACHMENT[:3], OPTIMIZATION]).argmax() == 3


@pytest.mark.parametrize(
    "other",
    [
        ("Bindung und Trauma : klinische und entwicklungspsychologische Perspektiven", "Psychotherapeut"),
        ("Attachement et psychotraumatisme chez l'adulte", "L'Encéphale"),
        ("Apego y relaciones de pareja en adultos con trauma infantil", "Anales de Psicología"),
        ("Gehechtheid en relaties na vroegkinderlijk trauma", "Tijdschrift voor Psychiatrie"),
        ("Attaccamento e trauma nell'adulto", "Psicoterapia Cognitiva e Comportamentale"),
    ],
)
def test_the_subject_in_another_language_is_no_stranger(other: tuple[str, str]) -> None:
    assert flagged([*ATTACHMENT[:6], other]) == []


@pytest.mark.parametrize(
    "work",
    [
        ("Judgment under Uncertainty: Heuristics and Biases", "Science"),
        ("R: A language and environment for statistical computing", "R Foundation for Statistical Computing"),
        (
            "Controlling the false discovery rate: a practical and powerful approach to multiple testing",
            "J R Stat Soc B",
        ),
        ("Fitting linear mixed-effects models using lme4", "Journal of Statistical Software"),
        ("Using thematic analysis in psychology", "Qualitative Research in Psychology"),
        ("Preferred reporting items for systematic reviews and meta-analyses: the PRISMA statement", "PLoS Medicine"),
        ("Statistical power analysis for the behavioral sciences", "Erlbaum"),
    ],
)
def test_what_every_subject_cites_is_known_from_the_data(work: tuple[str, str]) -> None:
    assert flagged([*ATTACHMENT, work]) == []


def test_works_cited_everywhere_are_counted_and_their_words_are_usually_far_from_their_lists() -> None:
    found = read([("R: A language and environment for statistical computing", ""), ATTACHMENT[1]])
    assert found.cited[0] >= 50 > found.cited[1]
    assert found.usual[0] < found.usual[1]
    assert title_key("Introduction") == 0


def test_the_nearest_reference_and_the_words_in_common() -> None:
    works = [*ATTACHMENT, OPTIMIZATION, POLYMER, ("Nanocomposites of layered silicates", "Polymer")]
    assert nearest(works, 10) == 11
    assert "relationships" in shared_words(works, 9, "")
    assert shared_words([*ATTACHMENT, POLYMER], 9, "") == []
    assert "polyethylene" in shared_words([*ATTACHMENT, POLYMER], 9, "Polyethylene in our lives")


def test_the_articles_own_text_is_one_more_voice() -> None:
    works = [*ATTACHMENT, OPTIMIZATION]
    near = ["Evolutionary multi-objective optimisation", "Genetic algorithms for optimisation with several criteria. "]
    assert strangeness(works, near)[-1] < strangeness(works)[-1]
    assert text_vector(["", "  "]) is None


def test_the_shipped_tables_are_small_and_whole() -> None:
    table = vectors()
    score, threshold = trees()
    assert table.vector.shape[0] == len(table.row) == len(table.weight) == len(table.usual)
    assert np.isfinite(table.of(np.arange(len(table.row)))).all()
    assert np.isfinite(threshold)
    rows = measures(read(ATTACHMENT), None)
    assert score.feature.max() < rows.shape[1]
    assert score(rows).shape == (len(ATTACHMENT),)
    assert (Path(__file__).parents[2] / "refcheck" / "data" / "topics.npz").stat().st_size < 6_000_000
