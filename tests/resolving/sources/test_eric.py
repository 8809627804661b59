"""ERIC's articles."""

from __future__ import annotations

import responses

from refcheck.model import Name
from refcheck.resolving.network.transport import Transport
from refcheck.resolving.sources.eric import Eric
from tests.resolving.sources.marc import NAGY


def test_an_article_of_eric(web: responses.RequestsMock, transport: Transport) -> None:
    row = {
        "id": "EJ1028766",
        "title": "Teachers&apos; Professional Development",
        "author": ["Zepeda, Sally J.", "Parylo, Oksana"],
        "source": "Professional Development in Education",
        "sourceid": "v40 n2 p295-315 2014",
        "publicationdateyear": 2014,
        "url": "http://dx.doi.org/10.1080/19415257.2013.821667",
    }
    web.get("https://api.ies.ed.gov/eric/", json={"response": {"numFound": 1, "docs": [row]}})
    (work,) = Eric("https://api.ies.ed.gov", transport).search("search:x", NAGY).works
    assert (work.titles, work.doi) == (("Teachers' Professional Development",), "10.1080/19415257.2013.821667")
    assert (work.volume, work.issue, work.pages, work.years) == ("40", "2", "295-315", (2014,))
    assert work.authors[0] == Name("Zepeda", "Sally J.")
