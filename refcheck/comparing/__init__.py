"""Comparing: one printed field beside the same field of a record, agree, differ or not comparable, and why.

Pure functions (Reference, Work) -> Comparison, one file a field; matching ranks candidates by them and the checks
report them.
"""

from refcheck.comparing.authors import compare_authors
from refcheck.comparing.comparison import Comparison, Verdict
from refcheck.comparing.locators import compare_locator
from refcheck.comparing.titles import compare_title
from refcheck.comparing.venues import compare_venue
from refcheck.comparing.years import compare_year

__all__ = [
    "Comparison",
    "Verdict",
    "compare_authors",
    "compare_locator",
    "compare_title",
    "compare_venue",
    "compare_year",
]
