"""What every test stands on: no test asks the internet or reads the user's cache."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from refcheck.resolving.registers import addresses

settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")  # property tests are judged by what they find, not by how long a busy machine takes

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def closed_world(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every source turned off unless the test points it somewhere, an empty cache, no e-mail address, and no memory of
    how the service of another test, which may have had the same port, wanted to be asked."""
    monkeypatch.setattr("refcheck.resolving.network.limiter._limiters", {})
    for name in addresses():
        monkeypatch.setenv(f"REFCHECK_{name.upper()}_URL", "")
    for name in ("REFCHECK_MAILTO", "REFCHECK_OPENALEX_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    folder.mkdir()
    for number in range(ARTICLES):
        (folder / f"{number}.md").write_text(
            f"# Tides, part {number}\n\nAs Smit (2001) says.\n\n## References\n\n"
            f"- Smit, J. ({2001 + number}). Tides of the North, part {number}. Sea Letters, {number + 1}(2), 11-19.\n"
            f"- Jansen, P. (1999). Ebb and flow in basin {number}. Journal of Water, 4, 1-9. "
            f"https://doi.org/10.5555/ebb.{number}\n"
        )
    return folder


ARTICLES = 8
