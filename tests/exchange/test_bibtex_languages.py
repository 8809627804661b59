"""Languages by the names that .bib files have for them."""

import pytest

from refcheck.exchange.bibtex_languages import BABEL, language_of


@pytest.mark.parametrize(
    ("named", "code"),
    [
        ("en-GB", "en"), ("eng", "en"), ("Portuguese (Brazil)", "pt"), ("brazilian", "pt"), ("ngermanb", "de"),
        ("Español", "es"), ("Chinese", "zh"), ("Klingon", ""), ("", ""),
    ],
)  # fmt: skip
def test_language_of(named: str, code: str) -> None:
    assert language_of(named) == code


def test_what_is_written_is_read_again() -> None:
    assert {code: language_of(name) for code, name in BABEL.items()} == {code: code for code in BABEL}
