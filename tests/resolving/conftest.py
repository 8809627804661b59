from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from refcheck.config import Settings
from refcheck.model import Name, Reference
from refcheck.resolving.network.patience import Limits
from refcheck.resolving.registers import addresses
from tests.crossref_server import CrossrefServer

OFF = dict.fromkeys(addresses(), "")
WORDS = ("alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliett", "kilo", "lima")
QUICK = Limits(attempts=2, backoff=0.02, leave_alone=0.5)  # as patient as in use: a busy machine is no silent register
IMPATIENT = replace(QUICK, connect=0.5, read=0.6)  # for registers that are silent

INVENTED = Reference(
    raw="Nobody, N. (1999). Zebras that no registry heard of. Zanzibar Quarterly, 3(1), 4-5.",
    type="article",
    authors=(Name(family="Nobody", given="N."),),
    title="Zebras that no registry heard of",
    container="Zanzibar Quarterly",
    year=1999,
    volume="3",
    pages="4--5",
)


def record(number: int, **other: Any) -> dict[str, Any]:
    """A Crossref message; each number is a work of its own."""
    subject = " ".join(WORDS[(number * 7 + i * (number + 3)) % len(WORDS)] for i in range(4))
    return {
        "DOI": f"10.5555/work.{number}",
        "type": "journal-article",
        "title": [f"Observation {number} of {subject} in confined populations"],
        "author": [
            {"family": f"Author{chr(97 + number % 26)}{number}", "given": "Erin C.", "sequence": "first"},
            {"family": f"Second{number}", "given": "Bo", "sequence": "additional"},
        ],
        "issued": {"date-parts": [[1980 + number % 40]]},
        "container-title": [f"Journal of {subject.title()}"],
        "volume": str(number % 60 + 1),
        "issue": "2",
        "page": f"{100 + number}-{110 + number}",
        "publisher": "Example Press",
    } | other


def reference(message: dict[str, Any], *, doi: bool = True, **other: Any) -> Reference:
    """The reference an article would print for a record."""
    people = [Name(family=p["family"], given=p["given"][:1] + ".") for p in message["author"]]
    year = message["issued"]["date-parts"][0][0]
    title, container = message["title"][0], message["container-title"][0]
    pages = message["page"].replace("-", "--")
    names = ", ".join(f"{p.family}, {p.given}" for p in people)
    raw = f"{names} ({year}). {title}. {container}, {message['volume']}({message['issue']}), {message['page']}."
    if doi:
        raw += f" https://doi.org/{message['DOI']}"
    fields: dict[str, Any] = {
        "raw": raw,
        "type": "article",
        "authors": tuple(people),
        "title": title,
        "container": container,
        "year": year,
        "volume": message["volume"],
        "issue": message["issue"],
        "pages": pages,
        "doi": message["DOI"] if doi else "",
    }
    return Reference(**fields | other)


@pytest.fixture(scope="session")
def records() -> list[dict[str, Any]]:
    return [record(number) for number in range(60)]


@pytest.fixture
def server(records: list[dict[str, Any]]) -> Iterator[CrossrefServer]:
    with CrossrefServer(records, registered={"10.5555/elsewhere": "KISTI", "10.5281/zenodo.1": "DataCite"}) as running:
        yield running


@pytest.fixture
def settings(server: CrossrefServer) -> Callable[..., Settings]:
    """Settings with Crossref and doi.org at the test server and everything else turned off."""

    def make(**other: Any) -> Settings:
        sources = OFF | {"crossref": server.url, "doi": server.url} | other.pop("sources", {})
        return Settings(**{"sources": sources, "mailto": "editor@example.org", "budget": 20.0} | other)

    return make
