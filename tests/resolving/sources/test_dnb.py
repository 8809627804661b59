"""The German National Library: a miss counts for the books it must have."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from refcheck.config import Settings
from refcheck.model import Identity
from refcheck.resolving.enquiry import resolve
from tests.recorded import answer_as
from tests.replay import Replay
from tests.resolving.conftest import OFF, QUICK
from tests.resolving.examples import BUCH

NONE = (
    '<searchRetrieveResponse xmlns="http://www.loc.gov/zing/srw/"><numberOfRecords>0</numberOfRecords>'
    "</searchRetrieveResponse>"
)


@pytest.mark.parametrize(
    ("status", "identity"), [(200, Identity.ABSENT), (500, Identity.UNCHECKED), (404, Identity.UNCHECKED)]
)
def test_a_german_book_is_not_found_only_where_its_library_says_so(
    status: int, identity: Identity, tmp_path: Path
) -> None:
    with Replay([answer_as(NONE, status, "application/xml")]) as server:
        (found,) = resolve([BUCH], Settings(sources=OFF | {"dnb": server.url}, cache=tmp_path), limits=QUICK)
    assert found.identity is identity
    assert status != 200 or len(server.asked) == 2  # all words, then two of three: one may be misspelt


def test_a_book_of_elsewhere_is_not_called_absent(tmp_path: Path) -> None:
    there = replace(BUCH, title="Les villes et leur mémoire", place="Paris", publisher="Seuil")
    with Replay([answer_as(NONE, 200, "application/xml")]) as server:
        on = {"dnb": server.url, "k10plus": server.url}
        (found,) = resolve([there], Settings(sources=OFF | on, cache=tmp_path), limits=QUICK)
    assert found.identity is not Identity.ABSENT
