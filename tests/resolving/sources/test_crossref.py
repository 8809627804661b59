"""Crossref: notices by PMID."""

from __future__ import annotations

from refcheck.config import Settings
from refcheck.model import Identity
from refcheck.resolving.enquiry import resolve
from tests.crossref_server import CrossrefServer
from tests.resolving.conftest import OFF, record, reference


def test_the_notices_of_a_work_known_by_its_pmid_are_asked_of_crossref():
    notice = {"DOI": "10.5555/notice", "type": "retraction", "source": "publisher"}
    message = record(1, **{"updated-by": [notice]})
    row = {
        "uid": "123",
        "title": message["title"][0],
        "authors": [{"name": "Authorb1 EC", "authtype": "Author"}, {"name": "Second1 B", "authtype": "Author"}],
        "fulljournalname": message["container-title"][0],
        "pubdate": "1981",
        "volume": message["volume"],
        "pages": message["page"],
        "articleids": [{"idtype": "doi", "value": message["DOI"]}],
    }
    with CrossrefServer([message]) as server:
        server.routes["/entrez/eutils/esummary.fcgi"] = {"result": {"123": row}}
        settings = Settings(sources=OFF | {"crossref": server.url, "pubmed": server.url}, mailto="a@b.nl")
        (found,) = resolve([reference(message, doi=False, pmid="123")], settings)
    assert (found.identity, found.work.source) == (Identity.VERIFIED, "pubmed")
    assert [(u.kind, u.doi) for u in found.work.updates] == [("retraction", "10.5555/notice")]
