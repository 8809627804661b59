"""The BibTeX type of a reference, from the fields that were found and the words that name a kind of work."""

from __future__ import annotations

import re

from refcheck.model import Reference

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


def entry_type(reference: Reference, genre: str = "") -> str:
    """article, book, inbook, incollection, inproceedings, phdthesis, mastersthesis, techreport, online or misc.

    ``genre`` is what the tagger read as the kind of work ("PhD thesis", "Technical report").
    """
    container = reference.container
    if not container or genre:
        named = f"{genre} {reference.raw}" if not container else genre
        if match := _THESIS.search(named):
            near = named[max(0, match.start() - 25) : match.end() + 25]
            return "mastersthesis" if _MASTER.search(near) else "phdthesis"
        if _REPORT.search(named):
            return "techreport"
    if container:
        return _contained(reference)
    if reference.volume and reference.pages and not reference.publisher and not reference.isbn:
        return "article"
    if reference.isbn or reference.publisher or reference.edition or (reference.editors and not reference.url):
        return "book"
    if reference.url and not reference.place:
        return "online"
    if reference.place and (reference.title or reference.authors):
        return "book"
    if reference.arxiv:
        return "misc"
    return "article" if reference.volume else "misc"


def _contained(reference: Reference) -> str:
    container = reference.container
    proceedings = bool(_CONFERENCE.search(container)) and not _NOT_CONFERENCE.search(container)
    if proceedings and not (reference.volume and reference.issue):
        return "inproceedings"
    if _SERIES.search(container):
        return "inproceedings"
    lead = reference.raw.find(container)
    introduced = lead > 0 and _IN.search(reference.raw[max(0, lead - 60) : lead])
    if (
        (reference.editors or reference.publisher or reference.isbn)
        and not reference.issue
        and (introduced or reference.editors or not reference.volume)
    ):
        return "incollection"
    if reference.volume or reference.issue or reference.pages or reference.doi or reference.issn:
        return "article"
    if introduced:
        return "incollection"
    return "online" if reference.url else "article"
