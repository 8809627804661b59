"""What the registers say about the DOI an entry prints."""

from __future__ import annotations

from refcheck.model import Outcome, Resolution

HANDLE_REGISTRY = "doi.org"
"""The register whose clean miss proves that a DOI doesn't exist: it knows the DOIs of all agencies."""


def unregistered(resolution: Resolution) -> bool:
    """Whether doi.org itself says that the printed DOI doesn't exist, and no register has a record for it."""
    doi = resolution.reference.doi
    if not doi:
        return False
    about = [a for a in resolution.answers if a.question in (f"doi:{doi}", f"ra:{doi}", f"handle:{doi}")]
    if any(answer.outcome is Outcome.FOUND for answer in about):
        return False
    return any(answer.source == HANDLE_REGISTRY and answer.outcome is Outcome.ABSENT for answer in about)
