"""What the registers say about the DOI an entry prints."""

from __future__ import annotations

from refcheck.model import Outcome, Resolution
from refcheck.resolving.registers import resolver


def unregistered(resolution: Resolution) -> bool:
    """Whether doi.org itself, which knows the DOIs of all agencies, says that the printed one doesn't exist, and no
    register has a record for it."""
    doi = resolution.reference.doi
    if not doi:
        return False
    about = [a for a in resolution.answers if a.question in (f"doi:{doi}", f"ra:{doi}", f"handle:{doi}")]
    if any(answer.outcome is Outcome.FOUND for answer in about):
        return False
    return any(answer.source == resolver().name and answer.outcome is Outcome.ABSENT for answer in about)
