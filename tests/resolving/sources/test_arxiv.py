"""arXiv identifiers, asked of DataCite."""

from refcheck.model import Outcome, Reference
from refcheck.resolving.sources.arxiv import Arxiv
from tests.resolving.sources.answers import asked

ATTRIBUTES = {"titles": [{"title": "Attention is all you need"}], "publicationYear": 2017}


def test_arxiv_identifiers_are_asked_of_datacite(web, transport):
    attributes = ATTRIBUTES | {"doi": "10.48550/arXiv.1706.03762"}
    web.get("https://api.datacite.org/dois/10.48550%2Farxiv.1706.03762", json={"data": {"attributes": attributes}})
    source = Arxiv("https://api.datacite.org", transport)
    assert source.questions(Reference(raw="x", arxiv="1706.03762")) == ("arxiv:1706.03762",)
    assert source.questions(Reference(raw="x", arxiv="1706.03762", doi="10.1/x")) == ()
    answer = asked(source, "arxiv:1706.03762")
    assert (answer.source, answer.outcome) == ("arxiv", Outcome.FOUND)
    assert (answer.works[0].titles, answer.works[0].years) == (("Attention is all you need",), (2017,))


def test_a_reference_without_one_asks_nothing():
    assert Arxiv("", None).questions(Reference(raw="x")) == ()
    assert Arxiv("", None).questions(Reference(raw="x", arxiv="Math/9901001V2")) == ("arxiv:math/9901001v2",)


def test_the_doi_has_neither_version_nor_class(web, transport):
    web.get("https://api.datacite.org/dois/10.48550%2Farxiv.math%2F0703055", status=404, json={"errors": []})
    assert asked(Arxiv("https://api.datacite.org", transport), "arxiv:math.gt/0703055v1").outcome is Outcome.ABSENT


def test_a_page_in_html_is_a_silence(web, transport):
    web.get("https://api.datacite.org/dois/10.48550%2Farxiv.1", body="<html>404</html>", status=404)
    assert asked(Arxiv("https://api.datacite.org", transport), "arxiv:1").outcome is Outcome.UNREACHABLE
