"""Semantic Scholar: its key, and that it isn't searched without one."""

from __future__ import annotations

import responses

from refcheck.config import Settings
from refcheck.model import Outcome
from refcheck.resolving.network.transport import Transport
from refcheck.resolving.registers import opened
from refcheck.resolving.sources.openalex import OpenAlex
from refcheck.resolving.sources.semanticscholar import SemanticScholar
from tests.resolving.conftest import QUICK
from tests.resolving.examples import PAPER


def test_without_a_key_two_are_not_searched() -> None:
    assert "semanticscholar" not in opened(Settings(sources={}, semanticscholar_key=""), Transport(1.0))
    keyless = OpenAlex("https://api.openalex.org", Transport(1.0))
    assert keyless.search("search:x", PAPER).outcome is Outcome.NOT_ELIGIBLE


def test_a_key_goes_into_a_header_and_nowhere_else() -> None:
    source = SemanticScholar("https://api.semanticscholar.org", Transport(5.0, QUICK), "secret")
    with responses.RequestsMock() as web:
        web.get(
            "https://api.semanticscholar.org/graph/v1/paper/search/match", status=403, json={"message": "Forbidden"}
        )
        answer = source.search("search:x", PAPER)
        assert web.calls[0].request.headers["x-api-key"] == "secret" and "secret" not in str(web.calls[0].request.url)
    assert answer.outcome is Outcome.UNREACHABLE and "secret" not in str(answer)
