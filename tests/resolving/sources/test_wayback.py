"""The Wayback Machine: asked on request, and no copy changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from refcheck.config import Settings
from refcheck.model import Identity, Reference
from refcheck.resolving.enquiry import resolve
from tests.recorded import answer_as
from tests.replay import Replay
from tests.resolving.conftest import OFF, QUICK

PAGE = Reference(
    raw="Example (2019). A page. https://example.org/a b",
    type="online",
    title="A page of an example",
    url="https://example.org/a",
)


def test_the_wayback_machine_is_asked_on_request_only(tmp_path: Path) -> None:
    rows = [["timestamp", "original", "statuscode"], ["20190304050607", "https://example.org/a", "200"]]
    with Replay([answer_as(rows, 200)]) as server:
        (off,) = resolve([PAGE], Settings(sources=OFF, cache=tmp_path), limits=QUICK)
        assert not server.asked
        (on,) = resolve([PAGE], Settings(sources=OFF | {"wayback": server.url}, cache=tmp_path), limits=QUICK)
    assert on.identity is off.identity is Identity.NOT_INDEXED
    assert "https://web.archive.org/web/20190304050607/https://example.org/a" in on.why
    assert "2019" in on.why and str(off.why) in on.why


@pytest.mark.parametrize(("body", "status"), [([], 200), ("Blocked Site Error", 403), ("<html></html>", 200)])
def test_no_copy_changes_nothing(body: object, status: int, tmp_path: Path) -> None:
    with Replay([answer_as(body, status)]) as server:
        (found,) = resolve([PAGE], Settings(sources=OFF | {"wayback": server.url}, cache=tmp_path), limits=QUICK)
    (off,) = resolve([PAGE], Settings(sources=OFF, cache=tmp_path), limits=QUICK)
    assert (found.identity, found.why) == (off.identity, off.why)
