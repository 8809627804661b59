"""What the tests here share."""

from __future__ import annotations

import pytest

from refcheck.resolving.network.transport import Transport
from tests.resolving.conftest import QUICK


@pytest.fixture
def transport() -> Transport:
    return Transport(5.0, QUICK)
