"""Every way a service can fail: clean references end unchecked (or right, after a retry), and never accused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from refcheck.config import Settings
from refcheck.model import Identity, Name, Outcome, Reference
from refcheck.resolving.enquiry import resolve
from refcheck.resolving.network.limiter import Rate
from refcheck.resolving.network.reply import Unavailable
from refcheck.resolving.network.transport import Transport
from refcheck.resolving.registers import addresses
from tests.crossref_server import FAULTS, OTHER, WELL_FORMED, CrossrefServer
from tests.resolving import fault_matrix
from tests.resolving.conftest import IMPATIENT, INVENTED, reference

MATRIX = (Path(__file__).parents[2] / "docs" / "faults.md").read_text(encoding="utf-8")
LASTING = ("huge", "403", "redirect-loop", "timeout", "trickle", *WELL_FORMED)
PASSING = [fault for fault in FAULTS if fault not in LASTING]


@pytest.fixture
def mine(records):
    return [
        reference(records[0]),
        reference(records[1]),
        reference(records[2], doi=False),
        reference(records[3], doi=False),
    ]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_lasting_fault_leaves_clean_references_unchecked(fault, server, mine, settings):
    server.fail(always=fault)
    found = resolve(mine, settings(budget=6.0, sources={"doi": ""}), limits=IMPATIENT)
    assert fault != "timeout" or not all(request.seconds for request in server.log), "a silent server was waited for"
    assert {r.identity for r in found} == {Identity.UNCHECKED}
    assert all(r.work is None and r.why for r in found)
    assert Outcome.ABSENT not in {a.outcome for r in found for a in r.answers}


@pytest.mark.parametrize("stage", fault_matrix.STAGES)
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_any_stage_is_what_the_documentation_says(fault, stage):
    found = fault_matrix.resolution(stage, fault)
    if stage in fault_matrix.UNCHANGED:
        assert found.identity is fault_matrix.UNCHANGED[stage]
    else:
        assert fault_matrix.said(fault, stage, found) in MATRIX


@pytest.mark.parametrize("fault", PASSING)
def test_a_passing_fault_costs_a_retry(fault, server, mine, settings):
    server.fail(fault)
    found = resolve(mine[:2], settings(), limits=IMPATIENT)
    assert {r.identity for r in found} == {Identity.VERIFIED}
    assert len(server.log) == 2


@pytest.mark.parametrize("fault", FAULTS)
def test_doi_org_failing_never_makes_a_doi_unregistered(fault, server, records, mine, settings):
    with CrossrefServer() as doi_org:
        doi_org.fail(always=fault)
        missing = replace(INVENTED, doi="10.5555/nothing")
        found = resolve([missing, *mine], settings(budget=6.0, sources={"doi": doi_org.url}), limits=IMPATIENT)
    assert [r.identity for r in found] == [Identity.UNCHECKED] + [Identity.VERIFIED] * 4
    assert Outcome.ABSENT not in {a.outcome for a in found[0].answers if a.source == "doi.org"}


def _any(title: str, kind: str = "article", **other: str) -> Reference:
    return Reference(
        f"Rowe, T. (2001). {title}.", type=kind, title=title, authors=(Name("Rowe", "T."),), year=2001, **other
    )


OF_EVERY_KIND = [
    _any("Rain on the roofs of the old city", "book", publisher="Weather Press", isbn="9780306406157"),
    _any("Neural rain on graphs", "inproceedings", container="Proceedings of NeurIPS", arxiv="1706.03762"),
    _any("Regen auf den Dächern der alten Stadt", "book", publisher="Weather", place="Hamburg", language="de"),
    _any("Clinical trials of rain in patients with cancer", container="The Lancet", pmid="12345"),
    _any("A thesis of rain and snow", "phdthesis", handle="2027/rain.5"),
    _any("Education of teachers in rain", "misc", url="http://rain.example/roofs"),
    _any("Software of rain and of teachers", "misc", doi="10.5281/zenodo.5"),
]


@pytest.mark.parametrize("fault", ["429", "503", "timeout", "trickle", "html", "truncated", "redirect-loop", "huge"])
def test_all_registers_failing_at_once_accuse_nothing(fault):
    with CrossrefServer() as server:
        server.fail(always=fault)
        sources = dict.fromkeys(addresses(), server.url)
        keys = {"openalex_key": "k", "semanticscholar_key": "k", "mailto": "editor@example.org"}
        found = resolve(OF_EVERY_KIND, Settings(sources=sources, budget=4.0, **keys), limits=IMPATIENT)
    answers = [answer for resolution in found for answer in resolution.answers]
    assert len({answer.source for answer in answers}) >= 12
    assert {answer.outcome for answer in answers} <= {Outcome.UNREACHABLE, Outcome.NOT_ELIGIBLE}
    assert {resolution.identity for resolution in found} <= {Identity.UNCHECKED, Identity.NOT_INDEXED}


def test_the_record_of_another_doi_is_no_answer(server, mine, settings):
    server.fail(always="other-doi")
    (found,) = resolve(mine[:1], settings(), limits=IMPATIENT)
    assert OTHER["DOI"] in found.answers[0].detail
    assert found.answers[0].outcome is Outcome.UNREACHABLE


def test_retry_after_is_obeyed(server, mine, settings):
    server.fail("429-retry-after")
    (found,) = resolve(mine[:1], settings(), limits=IMPATIENT)
    assert found.identity is Identity.VERIFIED
    first, second = server.log
    assert second.at - first.at >= 1.0


def test_a_retry_after_beyond_the_budget_is_not_waited_for(server, mine, settings):
    server.fail(always="429-retry-after")
    (found,) = resolve(mine[:1], settings(budget=0.8), limits=IMPATIENT)
    assert found.identity is Identity.UNCHECKED
    assert len(server.log) == 1


def test_a_host_that_refuses_again_after_a_long_wait_is_left_alone(server, mine, settings):
    server.fail(always="429-retry-after")
    (found,) = resolve(mine[:1], settings(), limits=replace(IMPATIENT, attempts=4, waits=1.5))
    assert found.identity is Identity.UNCHECKED
    assert len(server.log) == 2


def test_after_such_a_wait_the_next_question_is_not_asked(server):
    server.fail(always="429-retry-after")
    transport = Transport(9.0, replace(IMPATIENT, attempts=4, waits=1.5))
    for said in ("HTTP 429", "was not asked again"):
        with pytest.raises(Unavailable, match=said):
            transport.get("doi.org", f"{server.url}/ra/10.5555/work.1", Rate(100, 1.0, 9))
    assert len(server.log) == 2


def test_a_source_that_keeps_failing_is_left_alone(server, records, settings):
    server.fail(always="503")
    limits = replace(IMPATIENT, leave_alone=30.0)
    found = resolve([reference(r, doi=False) for r in records[:20]], settings(), limits=limits)
    assert {r.identity for r in found} == {Identity.UNCHECKED}
    assert len(server.log) <= 16  # not 40: at most one more for each that was already under way


def test_what_is_late_is_unchecked_and_the_rest_stands(server, records, settings):
    found = resolve([reference(r, doi=False) for r in records], settings(budget=4.0))  # sixty searches take twenty
    assert {r.identity for r in found} == {Identity.VERIFIED, Identity.UNCHECKED}
    late = [r for r in found if r.identity is Identity.UNCHECKED]
    assert all("time" in r.why for r in late)


def test_details_hold_no_address_and_no_key(server, mine, settings):
    server.fail(always="500")
    secret = "s3cr3t"
    sources = {"openalex": server.url}
    found = resolve(mine, settings(sources=sources, openalex_key=secret), limits=IMPATIENT)
    text = " ".join(a.detail + r.why for r in found for a in r.answers)
    assert secret not in text and "http://" not in text
