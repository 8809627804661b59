"""refcheck reads an article, finds its bibliography, resolves every source and flags what does not hold."""

from refcheck.config import Settings
from refcheck.model import Article, Entry, Finding, RefcheckError, Reference, Report, Resolution, Work
from refcheck.pipeline import check, check_many, parse, parse_many, read

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Entry",
    "Finding",
    "RefcheckError",
    "Reference",
    "Report",
    "Resolution",
    "Settings",
    "Work",
    "check",
    "check_many",
    "parse",
    "parse_many",
    "read",
]
