"""[tool.refcheck] in pyproject.toml, or refcheck.toml -> Settings."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from refcheck.model import RefcheckError

SOURCES: Mapping[str, str] = {
    "crossref": "https://api.crossref.org",
    "doi": "https://doi.org",
    "datacite": "https://api.datacite.org",
    "openalex": "https://api.openalex.org",
    "openlibrary": "https://openlibrary.org",
    "pubmed": "https://eutils.ncbi.nlm.nih.gov",
}
"""Public address of each source; REFCHECK_<NAME>_URL replaces scheme and host and keeps the paths, empty turns it off."""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A sign-off: [[tool.refcheck.accept]]. It silences ``check`` on ``reference`` until the end date."""

    check: str
    reference: str  # BibTeX key, DOI, or words of the reference as printed
    reason: str
    by: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """What the article's publisher expects of a list's currency. Years of age at the article's date."""

    max_age: int = 10
    max_share_older: float = 0.5
    newest_within: int = 5


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a run can be told. Frozen: derive a variant with ``dataclasses.replace``."""

    sources: Mapping[str, str] = field(default_factory=lambda: dict(SOURCES))  # "" = turned off
    mailto: str = ""
    locked: bool = False  # no network
    lock: Path | None = None  # refcheck.lock to honour; None = the one beside the article, or above it
    cache: Path | None = None  # None = the platform's cache folder
    retraction_watch: Path | None = None  # local CSV
    openalex_key: str = ""
    budget: float = 120.0  # seconds an article's network questions may take in all
    fail_on: str = "warning"  # error, warning, note, never
    severities: Mapping[str, str] = field(default_factory=dict)  # check -> error, warning, note, off
    policy: Policy = field(default_factory=Policy)
    accept: tuple[Acceptance, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
