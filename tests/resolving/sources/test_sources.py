"""The sources that go through requests: addresses asked, records read, oddities survived. No network: ``responses``."""

from __future__ import annotations

import re

import pytest

from refcheck.model import Outcome
from refcheck.resolving.sources.datacite import DataCite
from refcheck.resolving.sources.doi_org import DoiOrg
from tests.resolving.sources.answers import asked

# ------------------------------------------------------------------------------------------------ handles, PMCIDs


@pytest.mark.parametrize("question", ["doi:10.9999/nothing", "handle:10.9999/nothing", "ra:10.9999/nothing"])
def test_a_404_in_html_is_a_silence_everywhere(question, web, transport):
    page = "<html><body><h1>404 Not Found</h1></body></html>"
    for host in ("https://doi.org", "https://api.datacite.org", "https://hdl.handle.net", "https://api.crossref.org"):
        web.get(re.compile(re.escape(host) + ".*"), body=page, status=404, content_type="text/html")
    web.assert_all_requests_are_fired = False
    kind = question.partition(":")[0]
    for source in (DoiOrg("https://doi.org", transport), DataCite("https://api.datacite.org", transport)):
        if source.name == "doi.org" or kind == "doi":
            assert asked(source, question).outcome is Outcome.UNREACHABLE
