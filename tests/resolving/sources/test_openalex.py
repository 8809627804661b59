"""OpenAlex: topics, and the key stays secret."""

from __future__ import annotations

from refcheck.model import Outcome, Update
from refcheck.resolving.sources.openalex import OpenAlex
from tests.resolving.sources.answers import asked


def test_openalex_topics_and_a_key_nobody_sees(web, transport):
    topic = {
        "display_name": "Attachment",
        "subfield": {"display_name": "Clinical"},
        "field": {"display_name": "Psychology"},
    }
    row = {
        "doi": "https://doi.org/10.1/X",
        "title": "T",
        "is_retracted": True,
        "primary_topic": topic,
        "topics": [topic],
    }
    web.get("https://api.openalex.org/works", json={"meta": {"count": 1}, "results": [row]})
    source = OpenAlex("https://api.openalex.org", transport, "k3y")
    answers = source.look_up(["doi:10.1/x", "doi:10.1/y", "doi:10.1/a,b"])
    assert "doi:10.1/a,b" not in answers, "a list cannot hold it"
    assert asked(source, "doi:10.1/a,b").outcome is Outcome.NOT_ELIGIBLE
    assert "api_key=k3y" in web.calls[0].request.url
    (work,) = answers["doi:10.1/x"].works
    assert work.topics == ("Psychology", "Clinical", "Attachment")
    assert work.updates == (Update("retraction", source="openalex"),)
    assert answers["doi:10.1/y"].outcome is Outcome.ABSENT
    web.get("https://api.openalex.org/works", status=403, body="k3y")
    answer = asked(source, "doi:10.1/x")
    assert answer.outcome is Outcome.UNREACHABLE
    assert "k3y" not in str(answer)
