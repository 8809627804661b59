"""Findings ascribed to an institution."""

from __future__ import annotations

import pytest

from refcheck.model import MentionKind
from tests.citing.examples import mentions


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hiertoe heeft onderzoek van de George Mason University aangetoond hoe het werkt.", "George Mason University"),
        ("Research at Harvard University has shown this.", "Harvard University"),
        ("Forscher der Universität Zürich fanden das heraus.", "Universität Zürich"),
        ("Une étude de l'Université de Genève le montre.", "Université de Genève"),
        ("Un estudio de la Universidad de Sevilla lo muestra.", "Universidad de Sevilla"),
        ("Scientists from Stanford found this.", "Stanford"),
    ],
)
def test_research_of_an_institution_without_a_reference(text: str, name: str) -> None:
    found = mentions(text)
    assert [(m.kind, m.entries) for m in found] == [(MentionKind.INSTITUTION, ())]
    assert name in found[0].names[0]


def test_an_institution_in_a_sentence_that_cites_is_no_bare_claim() -> None:
    found = mentions("Research at Harvard University has shown this (Berenz et al., 2018).")
    assert [m.kind for m in found] == [MentionKind.AUTHOR_YEAR]
