"""The DOIs that may have been meant by one that leads nowhere."""

from __future__ import annotations

from refcheck import patterns as re
from refcheck.identifiers import DOI_PREFIX
from refcheck.identifiers.find import clean_doi, readings, repair_doi
from refcheck.model import Reference

# Cyrillic and Greek letters that look Latin, and typographic signs, from copying out of PDFs and word processors.
_LOOK_ALIKES = str.maketrans("асеорхуіјѕΟοΑα‐‑‒–—−＿．／", "aceopxyijsooaa------_./")
# Split after a sign that cannot end a DOI, or before a rest that is not a word.
_BROKEN = re.compile(rf"{DOI_PREFIX}[^\s\"<>]{{1,120}}(?:(?<=[./_:(-]) [^\s\"<>]{{1,60}}| [\d.()_-][^\s\"<>]{{1,60}})")
_NO_PREFIX = re.compile(r"(?:\bdoi\s?[:.]?\s?|doi\.org/)(\d{4,5}/[^\s\"<>]{4,120})", re.IGNORECASE)
_COUNTED = re.compile(r"[_.]\d{1,2}$")


def mended_dois(reference: Reference) -> tuple[str, ...]:
    """Bare lower-case DOIs, likeliest first, none of them the reference's own; () if nothing can be repaired.

    Undoes look-alike characters, a break by a blank, a missing "10.", a footnote number run on at the end ("_1"), and
    whatever ``identifiers.find.repair_doi`` undoes.
    """
    own = reference.doi.lower()
    text = reference.raw[:4000]
    forms: list[str] = []
    for match in _BROKEN.finditer(text) if own or reference.doi_printed else ():
        head, tail = match[0].split(" ")
        if own.startswith(clean_doi(head)[:12] or "-"):
            forms.append(clean_doi(head + tail))
    for match in _NO_PREFIX.finditer(text) if not own and "doi" in text.lower() else ():
        forms.append(clean_doi("10." + match[1]))
    if own:
        plain = own.translate(_LOOK_ALIKES)
        whole = _as_printed(reference)
        forms += [
            form for form in whole if not form.endswith(".")
        ]  # a final full stop nearly always belongs to the sentence
        forms += [plain, *repair_doi(own), *repair_doi(plain), _COUNTED.sub("", plain), *whole]
    elif reference.doi_printed:
        forms += [clean_doi(reference.doi_printed.translate(_LOOK_ALIKES)), *repair_doi(reference.doi_printed)]
    return tuple(form for form in dict.fromkeys(forms) if form and form != own)


def _as_printed(reference: Reference) -> tuple[str, ...]:
    """The printed DOI including the text cut from its end, which may have been part of it."""
    printed = reference.doi_printed
    if not printed:
        return ()
    _, found, after = reference.raw[:4000].partition(printed)
    tail = re.match(r"[^\s\"<>]{0,100}", after) if found else None
    return readings(printed + (tail[0] if tail else ""))
