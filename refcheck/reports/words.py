"""How references, people and registers are named in every format."""

from __future__ import annotations

from collections.abc import Sequence

from refcheck.foreign import writable as writable
from refcheck.language.printable import clean as clean
from refcheck.language.printable import printable as printable
from refcheck.model import Answer, Evidence, Finding, Name, Outcome, Reference, Report, Resolution
from refcheck.resolving.registers import title_of

LANGUAGES = {
    "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "fi": "Finnish", "fr": "French", "hu": "Hungarian", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "nb": "Norwegian", "nl": "Dutch", "nn": "Norwegian", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip


def label(reference: Reference) -> str:
    """A reference's short name: "Purshouse & Fleming 2003", "Berenz et al. 2018", "Sperling & Berman (eds.) 1994"."""
    people = reference.authors or reference.editors
    names = [_family(name) for name in people]
    if not names:
        who = f"“{shorten(clean(reference.title or reference.raw), 40)}”"
    elif len(names) > 2 or reference.et_al:
        who = f"{names[0]} et al."
    else:
        who = " & ".join(names)
    if not reference.authors and reference.editors:
        who += " (eds.)" if len(names) > 1 else " (ed.)"
    year = f"{reference.year}{reference.year_suffix}" if reference.year is not None else ""
    return clean(f"{who} {year}")


def _family(name: Name) -> str:
    return shorten(clean(name.literal or f"{name.particle} {name.family}".strip() or name.given), 40)


def shorten(text: str, limit: int) -> str:
    """``text``, cut at a word to at most ``limit`` characters, with "…" where it was cut."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    return (head.rsplit(" ", 1)[0] if " " in head[limit // 2 :] else head).rstrip(" ,;:.") + "…"


def names(people: Sequence[Name]) -> str:
    """People as one text: "Purshouse, R. C.; Fleming, P. J."."""
    return "; ".join(str(name) for name in people)


def source_name(source: str) -> str:
    """A register's name as it spells it itself: "crossref" -> "Crossref"."""
    return title_of(source)


def deciding(resolution: Resolution) -> Answer | None:
    """The answer that the matched work came from, or None when there is no work."""
    if resolution.work is None:
        return None
    found = [answer for answer in resolution.answers if answer.outcome is Outcome.FOUND]
    same = [answer for answer in found if any(work.doi == resolution.work.doi for work in answer.works)]
    by_source = [answer for answer in found if answer.source == resolution.work.source]
    return next(iter([a for a in by_source if a in same] or same or by_source), None)


def found_by(resolution: Resolution) -> str:
    """The register that knew the work, and how: "Crossref, by its DOI", "Open Library, by search", or "" """
    if resolution.work is None:
        return ""
    answer = deciding(resolution)
    kind = answer.question.split(":", 1)[0] if answer else ""
    if resolution.evidence is Evidence.IDENTIFIER:
        how = f"by its {kind.upper()}" if kind in ("doi", "isbn", "pmid", "pmcid", "arxiv") else "by its identifier"
        how = how.replace("ARXIV", "arXiv number")
    else:
        how = {Evidence.SEARCH: "by search", Evidence.GUESS: "by a guess"}.get(resolution.evidence, "")
    return ", ".join(part for part in (source_name(resolution.work.source), how) if part)


def open_findings(report: Report) -> list[Finding]:
    """The findings that no sign-off silences, worst first, then in the order of the lines."""
    return sorted((f for f in report.findings if not f.accepted), key=lambda f: (f.severity.rank, f.line, f.check))


def prose(sentences: Sequence[str]) -> str:
    """The sentences as running text, each with its full stop."""
    return " ".join(text if text.endswith((".", "!", "?")) else f"{text}." for text in map(clean, sentences) if text)


def count(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: "1 reference", "5 references"."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
