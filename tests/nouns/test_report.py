"""The nouns of a report."""

from __future__ import annotations

import refcheck


def test_every_noun_of_a_report_can_be_hashed() -> None:
    report = refcheck.check("# A\n\n## References\n\n- Smith, J. (2010). Stars. *Journal of Stars*, 4(2), 11-19.\n")
    assert len({report, report.references[0], report.article.entries[0], refcheck.Settings()}) == 4


def test_a_report_is_shown_in_one_line() -> None:
    report = refcheck.check(
        "# A\n\n## References\n\n- Smith, J. (2010). Stars. *Journal of Stars*, 4(2), 11-19.\n",
        settings=refcheck.Settings(locked=True),
    )
    assert repr(report).startswith("<Report <text>: 1 references, 0 errors, ")
    assert "\n" not in repr(report)
