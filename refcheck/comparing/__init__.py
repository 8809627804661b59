"""Comparing one printed field with the same field of a record: do they agree, differ or not compare, and why?

Pure functions (Reference, Work) -> Comparison, one file per field. ``compare`` combines them and makes each comparison
once; matching, the checks and the page all read the same ones.
"""

from refcheck.comparing.authors import compare_authors
from refcheck.comparing.beside import Beside, compare
from refcheck.comparing.comparison import Comparison, Kind, Verdict
from refcheck.comparing.locators import compare_locator
from refcheck.comparing.titles import compare_title
from refcheck.comparing.venues import compare_venue
from refcheck.comparing.years import compare_year

__all__ = [
    "Beside",
    "Comparison",
    "Kind",
    "Verdict",
    "compare",
    "compare_authors",
    "compare_locator",
    "compare_title",
    "compare_venue",
    "compare_year",
]
