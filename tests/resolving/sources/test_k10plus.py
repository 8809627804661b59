"""K10plus: books, chapters, several ISBNs in a request."""

from __future__ import annotations

import responses

from refcheck.model import Name, Outcome
from refcheck.resolving.network.transport import Transport
from refcheck.resolving.sources.k10plus import K10plus
from tests.resolving.sources.marc import K10, NAGY, field, marc, sru

BOOK = marc(
    "     cam a22      c 4500",
    field("020", a="0801822009")
    + field("100", a="Nagy, Gregory", s4="aut")
    + field("245", a="&#152;The&#156; best of the Achaeans /", b="concepts of the Hero in Archaic Greek poetry")
    + field("264", a="Baltimore, Md. [u.a.]", b="Johns Hopkins Univ. Pr.", c="1979")
    + field("700", a="Somebody, Else", s4="edt"),
)


CHAPTER = marc(
    "     naa a22     2c 4500",
    field("100", a="Assmann, Jan", s4="aut")
    + field("245", a="Einfu\u0308hrung")
    + field("264", c="2018")
    + field("773", t="Religion und kulturelles Gedächtnis", z="9783406730320")
    + field("773", g="pages:11-44"),
    "2018",
)


def test_a_book_of_the_union_catalogue(web: responses.RequestsMock, transport: Transport) -> None:
    web.get(K10, body=sru(1, BOOK))
    answer = K10plus("https://sru.k10plus.de", transport).search("search:x", NAGY)
    (work,) = answer.works
    assert (work.titles, work.subtitles) == (
        ("The best of the Achaeans",),
        ("concepts of the Hero in Archaic Greek poetry",),
    )
    assert (work.authors, work.editors) == ((Name("Nagy", "Gregory"),), (Name("Somebody", "Else"),))
    assert (work.type, work.years, work.isbn) == ("book", (1979,), ("9780801822001",))
    assert (work.place, work.publisher, work.language) == ("Baltimore, Md.", "Johns Hopkins Univ. Pr.", "en")
    asked = str(web.calls[0].request.url)
    assert "Achaeans" in asked and "Nagy" in asked and "bbg" in asked and "hero" not in asked


def test_a_chapter_has_its_host_and_not_the_hosts_isbn(web: responses.RequestsMock, transport: Transport) -> None:
    web.get(K10, body=sru(63, CHAPTER))
    (work,) = K10plus("https://sru.k10plus.de", transport).search("search:x", NAGY).works
    assert (work.type, work.containers, work.pages) == (
        "book-chapter",
        ("Religion und kulturelles Gedächtnis",),
        "11-44",
    )
    assert (work.titles, work.isbn) == (("Einführung",), ())


def test_a_catalogue_takes_many_isbns_in_one_request(web: responses.RequestsMock, transport: Transport) -> None:
    web.get(K10, body=sru(1, BOOK))
    answers = K10plus("https://sru.k10plus.de", transport).look_up(["isbn:9780801822001", "isbn:9780898625479"])
    assert [answer.outcome for answer in answers.values()] == [Outcome.FOUND, Outcome.ABSENT]
    assert "0801822009" in str(web.calls[0].request.url)
