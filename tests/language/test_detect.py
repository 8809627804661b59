"""The language of a title."""

import pytest

from refcheck.language.detect import detect_title


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("De invloed van het klimaat op de landbouw", "nl"),
        ("Die Folgen der Globalisierung für den Arbeitsmarkt", "de"),
        ("The effects of trauma on intimate relationships", "en"),
        ("La educación superior y el desarrollo", "es"),
        ("조선시대 예산 목리유적", "ko"),
        ("Социальная политика и рынок труда", "ru"),
        ("", ""),
    ],
)
def test_language_of_a_title(title: str, language: str) -> None:
    assert detect_title(title) == language
