"""Retraction Watch's CSV, merged into the work."""

from __future__ import annotations

import pytest

from refcheck.config import Settings
from refcheck.errors import RefcheckError
from refcheck.model import Identity, Outcome, Update
from refcheck.resolving.enquiry import resolve
from refcheck.resolving.sources.retraction_watch import RetractionWatch
from tests.crossref_server import CrossrefServer
from tests.resolving.conftest import OFF, record, reference
from tests.resolving.sources.answers import asked

CSV = """Record ID,Title,OriginalPaperDOI,RetractionDOI,RetractionDate,RetractionNature
1,Zebras,10.5555/work.1,10.5555/notice.1,2/13/2014 0:00,Retraction
2,Zebras,10.5555/WORK.1,unavailable,2013-05-06,Expression of concern
3,Zebras,unavailable,unavailable,,Retraction
4,Zebras,10.5555/work.2,,x,Something new
"""


def test_retraction_watch_csv(tmp_path, transport):
    path = tmp_path / "rw.csv"
    path.write_text(CSV, encoding="utf-8")
    answers = RetractionWatch(path, transport).look_up(["doi:10.5555/work.1", "doi:10.5555/work.2"])
    assert answers["doi:10.5555/work.1"].works[0].updates == (
        Update("retraction", "10.5555/notice.1", "2014-02-13", "retraction-watch"),
        Update("expression_of_concern", "", "2013-05-06", "retraction-watch"),
    )
    assert answers["doi:10.5555/work.2"].outcome is Outcome.ABSENT
    with pytest.raises(RefcheckError, match="Retraction Watch"):
        RetractionWatch(tmp_path / "none.csv", transport)


def test_second_opinions_are_merged_into_the_work(tmp_path):
    path = tmp_path / "rw.csv"
    path.write_text(CSV, encoding="utf-8")
    message = record(1)
    topic = {"display_name": "Zebras", "field": {"display_name": "Zoology"}}
    row = {"doi": "https://doi.org/10.5555/work.1", "is_retracted": True, "primary_topic": topic}
    with CrossrefServer([message]) as server, CrossrefServer() as openalex:
        openalex.routes["/works"] = {"meta": {"count": 1}, "results": [row]}
        settings = Settings(
            sources=OFF | {"crossref": server.url, "openalex": openalex.url}, mailto="a@b.nl", retraction_watch=path
        )
        (found,) = resolve([reference(message)], settings)
        assert len(openalex.log) == 1
        locked = Settings(sources=OFF | {"crossref": server.url}, locked=True, retraction_watch=path)
        (offline,) = resolve([reference(message)], locked)
    assert [(u.kind, u.source) for u in found.work.updates] == [
        ("retraction", "retraction-watch"),
        ("expression_of_concern", "retraction-watch"),
    ]
    assert found.work.topics == ("Zoology", "Zebras")
    assert [a.source for a in found.answers] == ["crossref", "retraction-watch", "openalex"]
    assert offline.identity is Identity.UNCHECKED


def test_a_doi_is_found_however_the_retraction_file_writes_it(transport, tmp_path):
    path = tmp_path / "retraction_watch.csv"
    head = "Record ID,Title,RetractionDate,RetractionDOI,OriginalPaperDate,OriginalPaperDOI,RetractionNature,Reason,\n"
    doi = "10.1002/1096-9098(200007)74:3%3C201::AID-JSO8%3E3.0.CO;2-5"
    rows = f"40040,t,8/10/2000 0:00,{doi},7/1/2000 0:00,{doi},Retraction,,\n"
    path.write_text(head + rows + rows.replace(doi, "https://doi.org/10.5555/X", 2), encoding="utf-8")
    source = RetractionWatch(path, transport)
    for plain in ("10.1002/1096-9098(200007)74:3<201::aid-jso8>3.0.co;2-5", "10.5555/x"):
        (work,) = asked(source, f"doi:{plain}").works
        assert work.updates == (Update("retraction", plain, "2000-08-10", "retraction-watch"),)


def test_another_csv_is_not_taken_for_the_retraction_file(transport, tmp_path):
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(RefcheckError, match="names no OriginalPaperDOI"):
        RetractionWatch(path, transport)
