"""What a thesis was written for, in the words of many languages."""

from __future__ import annotations

import pytest

from refcheck.language.degrees import is_doctoral, is_lower


@pytest.mark.parametrize(
    "says",
    [
        "PhD thesis",
        "Tese de doutorado",
        "Докторская диссертация",
        "博士論文",
        "Doktorarbeit",
        "Tesi di dottorato",
        "رسالة دكتوراه",
    ],
)
def test_a_doctorate(says: str) -> None:
    assert (is_doctoral(says), is_lower(says)) == (True, False)


@pytest.mark.parametrize(
    "says",
    [
        "M.A. thesis", "B.Sc. Thesis", "Dissertação (Mestrado em Letras)", "Tesi di laurea", "Mémoire de maîtrise",
        "Diplomarbeit", "Tesis de licenciatura", "Trabalho de Graduação", "магистерская диссертация", "硕士学位论文",
        "رسالة ماجستير", "Magisteruppsats", "szakdolgozat",
    ],
)  # fmt: skip
def test_a_degree_below_it(says: str) -> None:
    assert (is_doctoral(says), is_lower(says)) == (False, True)


@pytest.mark.parametrize("says", ["Thesis", "Dissertation", "Tese (Programa de Pós-Graduação em Letras)", "Thèse", ""])
def test_neither(says: str) -> None:
    assert (is_doctoral(says), is_lower(says)) == (False, False)
