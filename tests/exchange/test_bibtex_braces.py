"""Lists of people in one pair of braces."""

from __future__ import annotations

import pytest

from refcheck.exchange.bibtex_braces import is_person, lists_bared


@pytest.mark.parametrize(
    ("value", "bare"),
    [
        ("{Ann Alder and Bo Birch}", "Ann Alder and Bo Birch"),
        ("{Maria Alder,Peter Birch,Cy Cedar}", "Maria Alder, Peter Birch, Cy Cedar"),
        (r"{Jos{\'{e}} Alder, Peter Birch , Maria Cedar}, Anna Elm", "José Alder, Peter Birch, Maria Cedar, Anna Elm"),
        ("{Gerry Alder, Richard Birch}, Anna Cedar", "Gerry Alder, Richard Birch, Anna Cedar"),
        (r"{Rojas, R., Feyen, L. {\&} Watkiss}, P", "Rojas, R., Feyen, L. & Watkiss, P"),
        ("{Alder, Ann; Birch, Bo; Cedar}, Cy", "Alder, Ann; Birch, Bo; Cedar, Cy"),
        ("{Novák, J.; Dvořák, P.}, and Buk, K.", "Novák, J.; Dvořák, P., and Buk, K."),
    ],
)
def test_the_braces_around_people_are_taken_off(value: str, bare: str) -> None:
    assert lists_bared(value) == bare


@pytest.mark.parametrize(
    "value",
    [
        "{García Lorca, Federico Ángel}",
        "{National Academies of Sciences, Engineering, and Medicine}",
        "{Ministère de l'Agriculture, de l'Elevage et de la Pêche}",
        "{Department of Health and Human Services}",
        "{van der Berg}, Jan and {Le Roux}, Marie",
        "{Institute of Elms, Section B; Department C}",
    ],
)
def test_other_braces_stay(value: str) -> None:
    assert lists_bared(value) == value


def test_a_person_is_told_from_an_organisation() -> None:
    assert is_person("Alder, A. B.")
    assert is_person("Ann Alder")
    assert not is_person("Society, Royal")
