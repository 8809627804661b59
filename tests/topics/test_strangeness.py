"""What a learned decision may not lose: lists of every shape, several languages, works that every subject cites."""

from __future__ import annotations

import tomllib
from pathlib import Path

import numpy as np
import pytest

from refcheck.topics.cocitation import read, text_vector, vectors
from refcheck.topics.strangeness import blocks, foreign, strangeness, traits
from tests.topics.examples import ATTACHMENT, OPTIMIZATION, POLYMER, Works, flagged

LISTS: dict[str, Works] = {
    subject: [
        (title.strip(), venue.strip())
        for title, _, venue in (line.partition("|") for line in one["works"].strip().splitlines())
    ]
    for subject, one in tomllib.loads(
        (Path(__file__).parents[1] / "checks" / "bibliographies.toml").read_text("utf-8")
    ).items()
}


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


def test_the_articles_own_text_is_one_more_voice() -> None:
    works = [*ATTACHMENT, OPTIMIZATION]
    near = ["Evolutionary multi-objective optimisation", "Genetic algorithms for optimisation with several criteria. "]
    assert strangeness(works, near)[-1] < strangeness(works)[-1]
    assert text_vector(["", "  "]) is None


def test_the_affinity_of_subjects_tells_linguistics_from_statistics_in_a_medical_list() -> None:
    """To a list on trauma, both are far in words; only one of them is cited in such lists."""
    linguistics = ("The syntax of ergative case in Basque", "Natural Language and Linguistic Theory")
    statistics = ("Regression models with missing data", "Statistics in Medicine")
    found = read([*ATTACHMENT, linguistics, statistics])
    about, whole = traits(found)
    assert whole.shape == (len(found), vectors().affinity.shape[0])
    odds = foreign(whole, blocks(about.sum(axis=0) - about, found.split), vectors().affinity)
    assert odds[9] > odds[10] > odds[:9].max()


def test_blocks_of_traits_have_length_one_each() -> None:
    found = read(ATTACHMENT)
    about, _ = traits(found)
    scaled = blocks(3 * about, found.split)
    assert np.allclose((scaled**2).sum(axis=1), 3, atol=1e-3)  # what is cited with it, meaning, fields
    assert np.allclose(scaled, about, atol=1e-3)


def test_a_long_list_is_judged_in_parts_as_it_is_in_one() -> None:
    numbers = np.random.default_rng(1)
    rows, others = numbers.random((30, 150)), numbers.random((30, 146))
    affinity = numbers.random((150, 147), np.float32)
    whole = foreign(rows, others, affinity)
    alone = [foreign(rows[i : i + 1], others[i : i + 1], affinity)[0] for i in range(30)]
    assert np.allclose(whole, alone, rtol=1e-12)
