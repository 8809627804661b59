"""The BibTeX type of a reference, from the fields that were found and the words that name a kind of work."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_THESIS = re.compile(
    r"\b(?:ph\.?\s?d\.?|doctoral|master'?s?|bachelor'?s?|m\.?sc\.?|unpublished)\W{0,3}\s?(?:thesis|dissertation)|\b(?:dissertation|proefschrift|dissertatie|inaugural-?diss\w*|thèse\s+de|"
    r"tesis\s+(?:doctoral|de)|tese\s+(?:de|\()|tesi\s+di|doktorsavhandling|doktoravhandling|rozprawa\s+doktorska|disertační\s+práce|doktora\s+tezi|ph\.?d\.?-?avhandling|ph\.?d\.?-afhandling|"
    r"diss\.|masterscriptie|masterarbeit|diplomarbeit|yüksek\s+lisans\s+tezi|väitöskirja|диссертация|dissertação|diplomová\s+práce|master\s+thesis|phd\s+thesis|thesis)(?![\w])",
    re.IGNORECASE,
)
_MASTER = re.compile(
    r"master|m\.?sc|masterscriptie|magister|mestrado|maestr[ií]a|yüksek lisans|diplom|bachelor|lisans", re.IGNORECASE
)
_REPORT = re.compile(
    r"\b(?:tech(?:nical|\.)?\s+(?:rep(?:ort|\.)?|memo(?:randum)?|note)|(?:research|final|annual)\s+report\b|report\s+(?:no|nr|number)|working\s+paper|discussion\s+paper|arbeitspapier|rapport\s+(?:nr|n°|no)|"
    r"forschungsbericht|white\s?paper|rapportnr|internal\s+report|projektbericht)\b",
    re.IGNORECASE,
)
_CONFERENCE = re.compile(
    r"\b(?:proceedings|proc|conference|conf|symposium|symp|workshop|congress|colloquium|tagungsband|tagung|actes\s+du|congrès|colloque|congresso|congreso|atti|convegno|anais|actas|"
    r"jornadas|kongress|konferenz|konferencja|konferens|konference|kongresi|sempozyumu|bildiriler|sborník|meeting)\b",
    re.IGNORECASE,
)
_NOT_CONFERENCE = re.compile(
    r"proc(?:eedings|\.)?\s+(?:of\s+the\s+)?(?:natl|nat|national|r(?:oyal|\.)?\s+soc|roy|ieee(?!\s+\w)|lond|phys|inst|biol|amer|am\b|edinb|nutr|zool|linn|camb)",
    re.IGNORECASE,
)
_IN = re.compile(r"(?:^|[.,;?!»”\"’)]\s*)\b(?:in|w|i|en|em|dans|v)\b\s?:?\s+(?=[^\W_]|[\"“«])", re.IGNORECASE)
_SERIES = re.compile(r"\blecture notes\b|\blncs\b|\blnai\b|\bccis\b", re.IGNORECASE)


def entry_type(fields: Mapping[str, Any], raw: str, genre: str = "") -> str:
    """article, book, inbook, incollection, inproceedings, phdthesis, mastersthesis, techreport, online or misc.

    ``fields`` are those of a Reference by name, absent ones missing or empty, ``raw`` the text; ``genre`` is
    what the tagger read as the kind of work ("PhD thesis", "Technical report").
    """
    container = fields.get("container") or ""
    if not container or genre:
        named = f"{genre} {raw}" if not container else genre
        if match := _THESIS.search(named):
            near = named[max(0, match.start() - 25) : match.end() + 25]
            return "mastersthesis" if _MASTER.search(near) else "phdthesis"
        if _REPORT.search(named):
            return "techreport"
    if container:
        return _contained(fields, raw)
    if fields.get("volume") and fields.get("pages") and not fields.get("publisher") and not fields.get("isbn"):
        return "article"
    if (
        fields.get("isbn")
        or fields.get("publisher")
        or fields.get("edition")
        or (fields.get("editors") and not fields.get("url"))
    ):
        return "book"
    if fields.get("url") and not fields.get("place"):
        return "online"
    if fields.get("place") and (fields.get("title") or fields.get("authors")):
        return "book"
    if fields.get("arxiv"):
        return "misc"
    return "article" if fields.get("volume") else "misc"


def _contained(fields: Mapping[str, Any], raw: str) -> str:
    container = str(fields["container"])
    proceedings = bool(_CONFERENCE.search(container)) and not _NOT_CONFERENCE.search(container)
    if proceedings and not (fields.get("volume") and fields.get("issue")):
        return "inproceedings"
    if _SERIES.search(container):
        return "inproceedings"
    lead = raw.find(container)
    introduced = lead > 0 and _IN.search(raw[max(0, lead - 60) : lead])
    if (
        (fields.get("editors") or fields.get("publisher") or fields.get("isbn"))
        and not fields.get("issue")
        and (introduced or fields.get("editors") or not fields.get("volume"))
    ):
        return "incollection"
    if fields.get("volume") or fields.get("issue") or fields.get("pages") or fields.get("doi") or fields.get("issn"):
        return "article"
    if introduced:
        return "incollection"
    return "online" if fields.get("url") else "article"
