"""Suggestions in the style of the entry."""

from refcheck.model import Entry, Name
from tests.checks.resolved import changed, findings, found


def test_suggestions_take_the_style_of_the_entry() -> None:
    vancouver = changed(
        raw="Smith T, Jones PA. Secondary traumatic effects. Am J 2006;67(4):501-10.",
        authors=(Name("Smith", "T"), Name("Jones", "PA")),
        pages="501--510",
    )
    assert findings("authors-differ", found(reference=vancouver))[0].suggestion == (
        "van der Kolk BA, Müller J, O'Brien MA"
    )
    assert findings("locator-differs", found(reference=vancouver))[0].suggestion == "pages 451-60"
    bibtex = changed(authors=(Name("Smith", "Tom"),), entry=Entry("", 1, 1, markup="bibtex"))
    assert findings("authors-differ", found(reference=bibtex))[0].suggestion == (
        "van der Kolk, Bessel A. and Müller, Jörg and O'Brien, Mary Ann"
    )
