from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from refcheck.model import Evidence, Identity, Outcome
from refcheck.resolving.enquiry import resolve
from refcheck.resolving.memory.lock import write_lock
from refcheck.resolving.sources import crossref
from tests.crossref_server import POLITE, PUBLIC, CrossrefServer
from tests.resolving.conftest import INVENTED, OFF, QUICK, record, reference
from tests.resolving.examples import BOOK, outcomes


def test_a_list_of_dois_is_one_request(server, records, settings):
    found = resolve([reference(r) for r in records[:40]], settings())
    assert {r.identity for r in found} == {Identity.VERIFIED}
    assert {r.evidence for r in found} == {Evidence.IDENTIFIER}
    assert [r.work.doi for r in found] == [r["DOI"] for r in records[:40]]
    assert len(server.log) == 1
    assert "habanero" in server.log[0].agent and "mailto:editor@example.org" in server.log[0].agent


def test_sixty_dois_are_two_requests(server, records, settings):
    found = resolve([reference(r) for r in records], settings())
    assert {r.identity for r in found} == {Identity.VERIFIED}
    assert server.paths() == ["/works", "/works"]


def test_a_reference_without_a_doi_is_searched(server, records, settings):
    (found,) = resolve([reference(records[7], doi=False)], settings())
    assert (found.identity, found.evidence) == (Identity.VERIFIED, Evidence.SEARCH)
    assert found.work.doi == "10.5555/work.7"
    assert server.log[0].query["query.bibliographic"][0].startswith("Author")


def test_the_same_question_is_asked_once(server, records, settings):
    one = reference(records[7], doi=False)
    found = resolve([one, one, reference(records[8]), reference(records[8])], settings())
    assert len(server.log) == 2
    assert [r.identity for r in found] == [Identity.VERIFIED] * 4


def test_a_doi_of_another_work_is_told_and_the_right_one_found(server, records, settings):
    (found,) = resolve([reference(records[3]) and replace(reference(records[3]), doi="10.5555/work.9")], settings())
    assert found.identity is Identity.OTHER_WORK
    assert found.work.doi == "10.5555/work.9"
    assert [w.doi for w in found.candidates] == ["10.5555/work.3"]


def test_an_alias_is_followed_and_belongs_to_the_printed_doi(records, settings):
    with CrossrefServer(records, aliases={"10.5555/old.4": "10.5555/work.4"}) as server:
        sources = {"crossref": server.url, "doi": server.url}
        mine = [replace(reference(records[4]), doi="10.5555/old.4"), reference(records[5])]
        found = resolve(mine, settings(sources=sources))
    assert [r.identity for r in found] == [Identity.VERIFIED] * 2
    assert found[0].work.doi == "10.5555/work.4"
    assert found[0].answers[0].question == "doi:10.5555/old.4"


@pytest.mark.parametrize(
    "doi", ["10.5555/a#b", "10.5555/a?b=c", "10.5555/a,b", "10.5555/(sici)1<2:a>3.0;2-x", "10.5555/ü%2f"]
)
def test_dois_with_signs_that_addresses_use_are_asked_as_they_are(doi, settings):
    messages = [record(1, DOI=doi), record(2)]
    with CrossrefServer(messages) as server:
        sources = {"crossref": server.url, "doi": server.url}
        found = resolve([reference(m) for m in messages], settings(sources=sources))
    assert [(r.identity, r.work.doi) for r in found] == [(Identity.VERIFIED, m["DOI"]) for m in messages]


def test_an_unregistered_doi_is_absent_at_doi_org_and_the_work_still_found(records, settings):
    mine = replace(reference(records[3]), doi="10.9999/typo")
    (found,) = resolve([mine], settings())
    assert outcomes(found)["doi.org", "ra"] is Outcome.ABSENT
    assert (found.identity, found.work.doi) == (Identity.VERIFIED, "10.5555/work.3")


@pytest.mark.parametrize(
    ("printed", "doi"),
    [
        ("10.5555/work.3_1", "10.5555/work.3_1"),
        ("https://doi.org/10.5555/wоrk.3", "10.5555/wоrk.3"),  # the o is Cyrillic
        ("10.5555/work.3.html", "10.5555/work.3.html"),
        ("doi:5555/work.3", ""),
        ("10.5555/10.5555/work.3", "10.5555/10.5555/work.3"),
    ],
)
def test_a_mistyped_doi_is_mended(printed, doi, records, settings):
    mine = reference(records[3], doi=False)
    mine = replace(mine, raw=f"{mine.raw} {printed}", doi=doi, doi_printed=printed)
    (found,) = resolve([mine], settings())
    assert (found.identity, found.evidence) == (Identity.VERIFIED, Evidence.IDENTIFIER)
    assert found.repaired_doi == "10.5555/work.3"
    assert found.reference is mine


def test_a_mended_doi_must_lead_to_the_work_described(records, settings):
    mine = replace(reference(records[3]), doi="10.5555/work.9_1", doi_printed="10.5555/work.9_1")
    (found,) = resolve([mine], settings())
    assert found.repaired_doi == ""
    assert (found.identity, found.evidence) == (Identity.VERIFIED, Evidence.SEARCH)


def test_with_doi_org_off_nothing_is_called_unregistered(settings):
    (found,) = resolve([replace(INVENTED, doi="10.9999/nothing")], settings(sources={"doi": ""}))
    assert found.identity is Identity.ABSENT
    assert Outcome.ABSENT not in {a.outcome for a in found.answers if a.source == "doi.org"}


def test_with_doi_org_down_a_doi_crossref_lacks_leaves_it_unchecked(settings):
    (found,) = resolve([replace(INVENTED, doi="10.9999/nothing")], settings(sources={"doi": "http://127.0.0.1:9"}))
    assert found.identity is Identity.UNCHECKED


def test_without_the_agencies_the_handle_decides(settings, records):
    with CrossrefServer(records) as crossref_server, CrossrefServer(registered={"10.5555/x": "KISTI"}) as handles:
        handles.routes["/ra/10.9999/nothing"] = {"unexpected": 1}
        sources = {"crossref": crossref_server.url, "doi": handles.url}
        (found,) = resolve([replace(INVENTED, doi="10.9999/nothing")], settings(sources=sources))
    assert outcomes(found)["doi.org", "handle"] is Outcome.ABSENT
    assert found.identity is Identity.ABSENT


def test_a_doi_of_an_agency_without_records_is_not_called_absent(settings):
    (found,) = resolve([replace(INVENTED, doi="10.5555/elsewhere")], settings())
    assert found.identity is Identity.NOT_INDEXED
    assert "KISTI" in found.why


def test_content_negotiation_serves_other_agencies(server, settings):
    server.routes["/10.5555/elsewhere"] = {
        "DOI": "10.5555/Elsewhere",
        "type": "article-journal",
        "title": INVENTED.title,
        "author": [{"family": "Nobody", "given": "Nora"}],
        "container-title": INVENTED.container,
        "issued": {"date-parts": [["1999"]]},
        "volume": 3,
        "page": "4-5",
    }
    (found,) = resolve([replace(INVENTED, doi="10.5555/elsewhere")], settings())
    assert (found.identity, found.evidence) == (Identity.VERIFIED, Evidence.IDENTIFIER)
    assert (found.work.source, found.work.type, found.work.years) == ("doi.org", "journal-article", (1999,))


def test_secondary_sources_that_are_down_do_not_matter(records, settings):
    down = dict.fromkeys(("datacite", "openalex", "openlibrary", "pubmed", "doi"), "http://127.0.0.1:9")
    found = resolve([reference(r) for r in records[:5]], settings(sources=down), limits=QUICK)
    assert {r.identity for r in found} == {Identity.VERIFIED}


def test_locked_asks_nobody(server, records, settings, tmp_path):
    mine = [reference(records[0]), reference(records[1], doi=False), BOOK, INVENTED]
    lock = tmp_path / "refcheck.lock"
    write_lock(lock, [a for r in resolve(mine[:1], settings()) for a in r.answers])
    server.log.clear()
    found = resolve(mine, settings(locked=True), lock=lock)
    assert not server.log
    assert [r.identity for r in found] == [Identity.VERIFIED] + [Identity.UNCHECKED] * 3
    assert "not in the lock" in found[1].answers[0].detail


def test_the_lock_is_asked_before_the_network(server, records, settings, tmp_path):
    mine = [reference(r, doi=i % 2 == 0) for i, r in enumerate(records[:6])] + [INVENTED]
    lock = tmp_path / "refcheck.lock"
    first = resolve(mine, settings())
    write_lock(lock, [a for r in first for a in r.answers])
    server.log.clear()
    again = resolve(mine, settings(), lock=lock)
    assert not server.log
    assert [(r.identity, r.work) for r in again] == [(r.identity, r.work) for r in first]
    resolve(mine, settings(), lock=lock, refresh=True)
    assert server.log


def test_nobody_listening_is_unchecked_everywhere(records, settings):
    gone = {"crossref": "http://127.0.0.1:9", "doi": "http://127.0.0.1:9", "openlibrary": "http://127.0.0.1:9"}
    mine = [reference(records[0]), reference(records[1], doi=False), BOOK, INVENTED]
    found = resolve(mine, settings(sources=gone), limits=QUICK)
    assert {r.identity for r in found} == {Identity.UNCHECKED}
    assert all(r.answers and r.why for r in found)


def test_how_to_join_the_polite_pool_is_said_once(records, settings, caplog):
    crossref._said.clear()
    with caplog.at_level(logging.WARNING, logger="refcheck"):
        for _ in range(2):
            resolve([reference(r, doi=False) for r in records[:3]], settings(mailto=""))
    assert [r.message for r in caplog.records].count(crossref._JOIN) == 1
    crossref._said.clear()
    caplog.clear()
    resolve([reference(records[0])], settings())
    assert not caplog.records


def test_how_to_join_the_polite_pool_is_said_once_a_day(records, settings, caplog, tmp_path):
    def told(**changes):
        crossref._said.clear()  # as a new process
        caplog.clear()
        given = {"mailto": "", "cache": tmp_path / "cache", **changes}
        resolve([reference(r, doi=False) for r in records[:2]], settings(**given), refresh=True, limits=QUICK)
        return [r.message for r in caplog.records].count(crossref._JOIN)

    gone = {"crossref": "http://127.0.0.1:9", "doi": "http://127.0.0.1:9"}
    stamp = tmp_path / "cache" / "polite-pool"
    with caplog.at_level(logging.WARNING, logger="refcheck"):
        assert (told(sources=gone), stamp.exists()) == (0, False)  # nobody answers: no time for advice
        assert told(locked=True) == 0
        assert [told(), told()] == [1, 0]
        os.utime(stamp, (1, 1))
        assert told() == 1


@pytest.mark.parametrize(("limits", "mailto"), [(PUBLIC, ""), (POLITE, "editor@example.org")])
def test_no_429_is_ever_earned(limits, mailto, records, settings):
    """One DOI (a single request) and searches (lists) at the same time, the limits of the pool enforced."""
    with CrossrefServer(records, limits=limits, latency=0.05) as server:
        sources = {"crossref": server.url, "doi": server.url}
        mine = [reference(r, doi=i == 0) for i, r in enumerate(records[: 3 if limits is PUBLIC else 8])]
        found = resolve(mine, settings(sources=sources, mailto=mailto))
    assert {r.identity for r in found} == {Identity.VERIFIED}
    assert 429 not in {request.status for request in server.log}
    assert len(server.log) == len(mine)


def test_no_references_no_requests(server, settings):
    assert resolve([], settings()) == ()
    assert not server.log


def test_ctrl_c_waits_for_no_server_and_keeps_what_was_learnt(server, records, tmp_path):
    server.fail(None, always="timeout")
    script = f"""
import signal
import sys
from refcheck.config import Settings
from refcheck.resolving.enquiry import resolve
from tests.resolving.conftest import OFF, record, reference
from pathlib import Path
signal.signal(signal.SIGINT, signal.default_int_handler)  # a background job of a shell ignores it
settings = Settings(sources=OFF | {{"crossref": {server.url!r}}}, mailto="a@example.org", cache=Path({str(tmp_path)!r}))
mine = [reference(record(1)), reference(record(2))] + [reference(record(n), doi=False) for n in range(3, 9)]
resolve(mine[:2], settings)
print("first", flush=True)
resolve(mine, settings)
"""
    run = subprocess.Popen(
        [sys.executable, "-c", script], cwd=Path(__file__).parents[2], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert run.stdout.readline() == b"first\n"
    while not any(request.seconds == 0 for request in server.log):
        time.sleep(0.01)  # until the server holds one back, for half a minute
    run.send_signal(signal.SIGINT)
    _, errors = run.communicate()
    assert any(request.seconds == 0 for request in server.log), "the server was waited for"
    assert b"KeyboardInterrupt" in errors
    server.fail()
    server.log.clear()
    from refcheck.config import Settings

    cached = Settings(sources=OFF | {"crossref": server.url}, mailto="a@example.org", cache=tmp_path)
    found = resolve([reference(records[1]), reference(records[2])], cached)
    assert not server.log
    assert [a.obtained for r in found for a in r.answers] == ["cache", "cache"]
