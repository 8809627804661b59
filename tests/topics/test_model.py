from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refcheck.model import Reference, Work
from refcheck.topics.model import LEAST_KNOWN, described, evidence, features, field_mix, largest, model, shares, words


def fields_of(title: str, venue: str = "") -> list[str]:
    return [name for name, _ in largest(shares(evidence([(title, venue)])[0])[0], 0.15)]


def test_the_shipped_model_is_small_and_whole() -> None:
    m = model()
    assert m.weights.shape == (len(m.hashes), 26)
    assert len(m.fields) == 26
    assert np.all(np.diff(m.hashes.astype(np.int64)) > 0)
    assert np.allclose(m.relatedness, m.relatedness.T)
    assert np.allclose(np.diag(m.relatedness), 1)


@pytest.mark.parametrize(
    ("title", "venue", "field"),
    [
        ("Anxious attachment and marital satisfaction", "Journal of Personality and Social Psychology", "Psychology"),
        ("Convergence of evolutionary algorithms for multi-objective problems", "IEEE CEC", "Computer Science"),
        ("Randomized trial of aspirin after myocardial infarction", "Lancet", "Medicine"),
        ("Die Reformation in den deutschen Städten : Kirche und Gesellschaft", "", "Arts and Humanities"),
        ("Spectral properties of elliptic operators on compact manifolds", "Math. Ann.", "Mathematics"),
        ("Angst und Depression bei Jugendlichen : Psychotherapie in der Praxis", "", "Psychology"),
        ("La depresión y la ansiedad en la psicología de la pareja", "", "Psychology"),
        ("De behandeling van patiënten met een ziekte", "", "Medicine"),
        ("Galaxies and dark matter haloes", "Mon. Not. R. Astron. Soc.", "Physics and Astronomy"),
    ],
)
def test_fields_of_titles_in_several_languages(title: str, venue: str, field: str) -> None:
    assert field in fields_of(title, venue)


def test_a_journal_of_all_fields_says_nothing() -> None:
    assert features("Dark matter", "Nature") == features("Dark matter", "Proc. Natl. Acad. Sci. USA")
    assert features("Dark matter", "Nature") == features("Dark matter", "")
    assert features("Dark matter", "Nature Genetics") != features("Dark matter", "")


def test_spelling_variants_are_one_word() -> None:
    assert words("Optimisation, organised; Mémoire") == ["optimization", "organized", "memoire"]
    assert words("Realisierung raising") == ["realisierung", "raising"]


def test_shares_sum_to_one_and_sharpness_favours_the_likeliest() -> None:
    odds, known = evidence([("Randomized trial of aspirin", "Lancet"), ("", "")])
    rows = shares(odds)
    assert np.allclose(rows.sum(axis=1), 1)
    assert shares(odds, sharpness=2.0)[0].max() > rows[0].max()
    assert known[0] >= LEAST_KNOWN
    assert known[1] == 0


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=900), st.text(max_size=300))
def test_any_text_has_finite_shares(title: str, venue: str) -> None:
    odds, known = evidence([(title, venue)])
    assert np.isfinite(odds).all()
    assert 0 <= known[0] <= len(features(title, venue))
    assert np.isclose(shares(odds).sum(), 1)


def test_a_record_is_read_before_what_is_printed() -> None:
    printed = Reference(raw="x", title="Trial", container="Lncet", series="Studies")
    work = Work("crossref", titles=("A trial",), subtitles=("of aspirin",), containers=("The Lancet",))
    assert described(printed, None) == ("Trial", "Lncet Studies")
    assert described(printed, work) == ("A trial of aspirin", "The Lancet")
    assert described(printed, Work("crossref")) == ("Trial", "Lncet")


def test_the_mix_of_a_list() -> None:
    titles = ("Anxiety in adolescents and psychotherapy", "Attachment and personality in couples", "幸福の心理")
    mix = field_mix([Reference(raw=t, title=t) for t in titles], [None] * 3)
    assert mix.references[0][0][0] == "Psychology"
    assert mix.references[2] == ()
    assert mix.mix[0][0] == "Psychology"
    assert sum(share for _, share in mix.mix) <= 1.001
    assert all(len(fields) <= 3 for fields in mix.references)


def test_the_mix_of_nothing() -> None:
    assert field_mix([], []) == field_mix((), ())
    empty = field_mix([Reference(raw="")], [None])
    assert (empty.references, empty.mix) == (((),), ())
