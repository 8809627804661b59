"""What is said of a reference that nobody has a record of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from refcheck.model import Identity, Outcome, Reference
from refcheck.resolving.enquiry import resolve
from tests.resolving.conftest import INVENTED, QUICK
from tests.resolving.examples import BOOK, outcomes

PAGE = Reference(
    raw="Example (2020). A page. https://example.org/", type="online", title="A page", url="https://example.org/"
)


def test_a_clean_miss_is_absent(settings):
    (found,) = resolve([INVENTED], settings())
    assert found.identity is Identity.ABSENT
    (found,) = resolve([replace(INVENTED, doi="10.9999/nothing")], settings())
    assert found.identity is Identity.ABSENT
    assert outcomes(found)["doi.org", "ra"] is Outcome.ABSENT


def test_kinds_of_works_no_source_lists(server, settings):
    found = resolve([PAGE, BOOK], settings())
    assert [r.identity for r in found] == [Identity.NOT_INDEXED] * 2
    assert "open its address" in found[0].why
    assert server.log and all("Example" not in r.query.get("query.bibliographic", [""])[0] for r in server.log)


@pytest.mark.parametrize(
    ("change", "identity"),
    [
        ({"url": "https://news.example/zebras"}, Identity.NOT_INDEXED),
        ({"day": 3, "month": 5}, Identity.NOT_INDEXED),
        ({"url": "https://news.example/zebras", "volume": "3"}, Identity.ABSENT),
        ({"url": "https://doi.org/10.9999/nothing", "doi": "10.9999/nothing"}, Identity.ABSENT),
        ({"pages": "A1, A4", "day": 30}, Identity.NOT_INDEXED),
        ({"pages": "12--19"}, Identity.ABSENT),
        ({}, Identity.ABSENT),
    ],
)
def test_what_is_printed_like_news_is_never_not_found(change, identity, settings):
    plain = replace(
        INVENTED, raw="Nobody, N. (1999). Zebras that no registry heard of. Zanzibar Post.", volume="", pages=""
    )
    (found,) = resolve([replace(plain, **change)], settings())
    assert found.identity is identity


def test_the_silence_of_a_witness_changes_nothing_unless_nobody_else_answered(settings):
    silent = {"openlibrary": "http://127.0.0.1:9"}
    (found,) = resolve([BOOK], settings(sources=silent), limits=QUICK)
    assert found.identity is Identity.NOT_INDEXED
    assert "Open Library could not be reached" in [a.detail for a in found.answers]
    (found,) = resolve([BOOK], settings(sources=silent | {"crossref": ""}), limits=QUICK)
    assert found.identity is Identity.UNCHECKED
    assert "Open Library" in found.why
