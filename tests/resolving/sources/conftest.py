"""What the tests here share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import responses

from refcheck.resolving.network.transport import Transport
from tests.resolving.conftest import QUICK


@pytest.fixture
def web() -> Iterator[responses.RequestsMock]:
    with responses.RequestsMock() as mock:
        yield mock


@pytest.fixture
def transport() -> Transport:
    return Transport(10.0, QUICK)
