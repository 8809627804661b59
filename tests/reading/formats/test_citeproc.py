"""The list that pandoc prints in Markdown."""

from __future__ import annotations

import pytest

from refcheck import read
from refcheck.reading.formats.citeproc import unfenced

TEXT = "See Fell ([2011](#ref-fell_moss_2011)) on moss, and Anker ([2004](#ref-anker_2004)).\n\n# Works\n\n"
FELL = (
    "Fell, T., Korpela, H., Leski, E., and Kosta, K. 2011.\nPopulation genetics of the peat moss *Sphagnum fuscum* in\n"
    "northern mires. Plant Systematics **294**(1): 27.\ndoi:[10.1007/s0-011-0442-2](https://doi.org/10.1007/s0-011-0442-2)."
)
ANKER = "Anker, J. (2004). Mosses and mires. Oslo: Fram."


@pytest.mark.parametrize(
    "printed",
    [
        f'<div id="refs" class="references">\n\n<div id="ref-fell_moss_2011">\n\n{FELL}\n\n</div>\n\n'
        f'<div id="ref-anker_2004">\n\n{ANKER}\n\n</div>\n\n</div>\n',
        f":::: {{#refs .references .csl-bib-body}}\n::: {{#ref-fell_moss_2011 .csl-entry}}\n{FELL}\n:::\n\n"
        f"::: {{#ref-anker_2004 .csl-entry}}\n{ANKER}\n:::\n::::\n",
    ],
    ids=["divisions", "fences"],
)
def test_each_division_is_an_entry_with_its_key(printed: str) -> None:
    article = read(TEXT + printed)
    assert [(entry.key, entry.raw.split(",")[0]) for entry in article.entries] == [
        ("fell_moss_2011", "Fell"),
        ("anker_2004", "Anker"),
    ]
    assert (
        article.entries[0].raw.endswith("10.1007/s0-011-0442-2.") or "10.1007/s0-011-0442-2" in article.entries[0].raw
    )
    assert [mention.entries for mention in article.mentions] == [(0,), (1,)]


def test_other_fences_stay() -> None:
    assert unfenced("::: note\nText.\n:::\n") == "::: note\nText.\n:::\n"
    assert unfenced("::: {#ref-a}\nText.\n:::\n") == "\nText.\n\n"
