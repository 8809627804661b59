"""The timeline of a list."""

from __future__ import annotations

from tests.reports import example
from tests.reports.page.reading import having, page, text


def test_timeline_has_a_title_a_description_and_every_source() -> None:
    line = having(page(example.seed()), "timeline")[0]
    assert line.get("role") == "img"
    title, description = (
        line.getroottree().getroot().get_element_by_id(i) for i in line.get("aria-labelledby").split()
    )
    assert text(title) == "Age of the references"
    assert text(description).startswith("1994: 4 Sperling & Berman (eds.) 1994; 2000: 3 Muller et al. 2000;")
    assert text(description).endswith("article 2022")
    assert len(list(line.iter("circle"))) == 5
