"""Cases in short: a record, and what a reference prints otherwise, written out as the two forms that are checked.

A row of ``tests/cases/verdicts_short.jsonl`` has ``works`` (what Crossref holds; the first is the one cited), ``ref``
(what the reference prints otherwise; null leaves a field out) and ``style``; ``tests/cases/README.md`` has the keys.
``expand`` returns a row with ``input`` and ``records``, as ``verdicts.jsonl`` has them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

_REGISTRIES = ("agency", "alias", "datacite", "csl", "openalex", "pubmed")
_DATES = {"year": "published-print", "online": "published-online", "created": "created"}
_FIELDS = {"by": "author", "ed": "editor", "title": "title", "vol": "volume", "no": "number", "year": "year"}
_FIELDS |= {"pub": "publisher", "doi": "doi", "isbn": "isbn", "eprint": "eprint", "note": "note"}
_ARTICLES = ("journal-article", "posted-content", "peer-review")
Names = Sequence[tuple[str, str]]


def expand(row: Mapping[str, Any]) -> dict[str, Any]:
    """A short row written out; one that has ``input`` is returned as it is."""
    if "input" in row:
        return dict(row)
    works = row.get("works", [])
    ref = {**_cited(works[0] if works else {}), **row.get("ref", {})}
    ref = {field: value for field, value in ref.items() if value is not None}
    forms = {
        "md": row["md"] if "md" in row else _STYLES[row.get("style", "apa")](ref),
        "bib": row["bib"] if "bib" in row else _bibtex(row["id"], ref),
    }
    expected = {key: row[key] for key in ("must", "level", "max", "no_error", "clean_but", "doi") if key in row}
    expected["no"] = row.get("no", [])
    expected |= {} if "must" in row or "clean_but" in row else {"clean": True}
    return {
        "id": row["id"],
        "kind": row["kind"],
        "input": {form: text for form, text in forms.items() if text},
        "open": row.get("open", {}),
        "records": [_record(work) for work in works],
        "registries": {key: row[key] for key in _REGISTRIES if key in row},
        "expected": {"level": "note", **expected} if "must" in row else expected,
    }


def _cited(work: Mapping[str, Any]) -> dict[str, Any]:
    """What a reference to a record prints."""
    book = work.get("type", "journal-article") in ("book", "monograph", "edited-book")
    cited = {key: work[key] for key in ("by", "title", "in", "vol", "no", "pp", "year", "doi") if key in work}
    cited |= {key: work[key] for key in ("ed", "pub") if key in work and (book or key == "pub")}
    if "year" not in cited and ("online" in work or "created" in work):
        cited["year"] = work.get("online", work.get("created"))
    return cited | {"type": _BIBTEX.get(work.get("type", "journal-article"), "article")}


_BIBTEX = {"book-chapter": "incollection", "book": "book", "monograph": "book", "edited-book": "book"}
_BIBTEX |= {"proceedings-article": "inproceedings", "report": "techreport", "dissertation": "phdthesis"}


def _record(work: Mapping[str, Any]) -> dict[str, Any]:
    """A record as Crossref sends it."""
    record: dict[str, Any] = {"DOI": work["doi"].lower(), "type": work.get("type", "journal-article")}
    record["title"] = [work["title"]] if work.get("title") else []
    record["URL"] = f"https://doi.org/{record['DOI']}"
    for key, name in (("by", "author"), ("ed", "editor")):
        people = [
            {"name": given} if family == "=" else {"family": family, "given": given}
            for family, given in _names(work.get(key, ""))
        ]
        if people:
            record[name] = [
                {"sequence": "first" if i == 0 else "additional", **person} for i, person in enumerate(people)
            ]
    if work.get("in"):
        record["container-title"] = [work["in"]]
    for key, name in (("vol", "volume"), ("no", "issue"), ("pp", "page"), ("pub", "publisher")):
        if work.get(key):
            record[name] = work[key].replace("–", "-")
    dates = {name: {"date-parts": [[int(work[key])]]} for key, name in _DATES.items() if key in work}
    record |= dates
    if dates:
        first = min((date for name, date in dates.items() if name != "created"), key=str, default=dates.get("created"))
        record |= {"issued": first, "published": first}
    return record | dict(work.get("more", {}))


def _names(text: str) -> list[tuple[str, str]]:
    """Family and given names of "Family, Given; =Body"; a body's family is "="."""
    out = []
    for name in filter(None, (part.strip() for part in text.split(";"))):
        family, _, given = name.partition(",")
        out.append(("=", name[1:]) if name.startswith("=") else (family.strip(), given.strip()))
    return out


def _bibtex(key: str, ref: Mapping[str, Any]) -> str:
    kind = ref.get("type", "article")
    venue = {
        "article": "journal",
        "techreport": "institution",
        "phdthesis": "school",
        "book": "series",
        "misc": "howpublished",
    }
    fields = {_FIELDS[name]: str(ref[name]) for name in _FIELDS if name in ref}
    for people in ("author", "editor"):
        if people in fields:
            names = _names(fields[people])
            fields[people] = " and ".join(
                f"{{{given}}}" if family == "=" else f"{family}, {given}" if given else family
                for family, given in names
            )
            fields[people] += " and others" if people == "author" and ref.get("etal") else ""
    if "pp" in ref:
        fields["pages"] = (
            ref["pp"].replace("–", "--").replace("-", "--", 1) if "–" not in ref["pp"] else ref["pp"].replace("–", "--")
        )
    if "in" in ref:
        fields[venue.get(kind, "booktitle")] = ref["in"]
    if "eprint" in fields:
        fields["archiveprefix"] = "arXiv"
    fields |= ref.get("side", {})
    return f"@{kind}{{{key},\n" + ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items()) + "\n}"


# ---------------------------------------------------------------------------------------------------------- printed as


def _initials(given: str, stop: str = ".", between: str = " ") -> str:
    parts = [part for part in given.replace("-", " -").replace(".", ". ").split() if part.strip(".")]
    return between.join(("-" if part.startswith("-") else "") + part.strip("-")[0] + stop for part in parts).replace(
        " -", "-"
    )


def _people(text: str, one: Callable[[str, str, int], str], between: str = ", ", last: str = ", ") -> str:
    names = _names(text)
    out = [
        given if family == "=" else one(family, given, i) if given else family
        for i, (family, given) in enumerate(names)
    ]
    return out[0] if len(out) == 1 else between.join(out[:-1]) + last + out[-1] if out else ""


def _doi(ref: Mapping[str, Any], form: str) -> str:
    if ref.get("eprint"):
        return f" arXiv:{ref['eprint']}" + (" " + form.format(ref["doi"]) if ref.get("doi") else "")
    return (
        " " + (str(ref["doi"]) if str(ref["doi"]).startswith("http") else form.format(ref["doi"]))
        if ref.get("doi")
        else ""
    )


def _apa(ref: Mapping[str, Any]) -> str:
    people = _people(ref.get("by", ref.get("ed", "")), lambda f, g, _: f"{f}, {_initials(g)}", last=", & ")
    people += " (Eds.)." if "by" not in ref and "ed" in ref else ", et al." if ref.get("etal") else ""
    year = ref.get("year", "n.d.")
    if ref.get("type") in ("book", "techreport", "misc", "phdthesis"):
        body = f"*{ref['title']}*." + (f" {ref[k]}." if (k := "pub") in ref or (k := "in") in ref else "")
    elif ref.get("type") in ("incollection", "inproceedings"):
        editors = (
            _people(ref["ed"], lambda f, g, _: f"{_initials(g)} {f}", last=" & ") + " (Eds.), " if "ed" in ref else ""
        )
        body = f"{ref['title']}. In {editors}*{ref['in']}*" + (f" (pp. {ref['pp']})" if "pp" in ref else "") + "."
        body += f" {ref['pub']}." if "pub" in ref else ""
    else:
        place = f"*{ref['in']}*" if "in" in ref else ""
        place += f", *{ref['vol']}*" if "vol" in ref else ""
        place += f"({ref['no']})" if "no" in ref else ""
        place += f", {ref['pp']}" if "pp" in ref else ""
        body = f"{ref['title']}." + (f" {place}." if place else "")
    return f"{people} ({year}). {body}{_doi(ref, 'https://doi.org/{}')}".strip()


def _vancouver(ref: Mapping[str, Any]) -> str:
    people = _people(ref.get("by", ref.get("ed", "")), lambda f, g, _: f"{f} {_initials(g, '', '')}".replace("-", ""))
    people += ", et al" if ref.get("etal") else ""
    if ref.get("type") in ("incollection", "inproceedings"):
        body = f"{ref['title']}. In: {ref['in']}. {ref.get('pub', '')}; {ref['year']}." + (
            f" p. {ref['pp']}." if "pp" in ref else ""
        )
    elif "in" not in ref or ref.get("type") == "book":
        body = f"{ref['title']}. {ref.get('pub', '')}; {ref['year']}."
    else:
        place = (
            ref.get("vol", "") + (f"({ref['no']})" if "no" in ref else "") + (f":{ref['pp']}" if "pp" in ref else "")
        )
        body = f"{ref['title']}. {ref['in']}. {ref['year']}" + (f";{place}" if place else "") + "."
    return f"{people}. {body}{_doi(ref, 'doi:{}')}"


def _chicago(ref: Mapping[str, Any]) -> str:
    people = _people(ref.get("by", ""), lambda f, g, i: f"{g} {f}" if i else f"{f}, {g}", last=", and ") + (
        ", et al" if ref.get("etal") else ""
    )
    if ref.get("type") in ("incollection", "inproceedings"):
        body = (
            f"“{ref['title']}.” In *{ref['in']}*"
            + (f", {ref['pp']}" if "pp" in ref else "")
            + f". {ref.get('pub', 'n.p.')}, {ref['year']}."
        )
    elif ref.get("type") == "book" or "in" not in ref:
        body = f"*{ref['title']}*. {ref.get('pub', 'n.p.')}, {ref['year']}."
    else:
        place = f" {ref['vol']}" if "vol" in ref else ""
        place += f", no. {ref['no']}" if "no" in ref else ""
        body = (
            f"“{ref['title']}.” *{ref['in']}*{place} ({ref['year']})" + (f": {ref['pp']}" if "pp" in ref else "") + "."
        )
    return f"{people.rstrip('.')}. {body}{_doi(ref, 'https://doi.org/{}.')}"


def _din(ref: Mapping[str, Any]) -> str:
    people = _people(ref.get("by", ""), lambda f, g, _: f"{f}, {g}", " ; ", " ; ") + (
        " u. a." if ref.get("etal") else ""
    )
    if ref.get("type") == "book" or "in" not in ref:
        body = f"{ref['title']}. {ref.get('pub', '')}, {ref['year']}"
    else:
        place = f" {ref['vol']}" if "vol" in ref else ""
        body = f"{ref['title']}. In: {ref['in']}{place} ({ref['year']})" + (f", Nr. {ref['no']}" if "no" in ref else "")
        body += f", S. {ref['pp']}" if "pp" in ref else ""
    return f"{people}: {body}.{_doi(ref, 'DOI: {}')}"


def _ieee(ref: Mapping[str, Any]) -> str:
    people = _people(ref.get("by", ""), lambda f, g, _: f"{_initials(g)} {f}", last=" and ") + (
        " et al." if ref.get("etal") else ""
    )
    within = "in " if ref.get("type") == "inproceedings" else ""
    place = f" {within}*{ref['in']}*" if "in" in ref else f" {ref.get('pub', '')}"
    place += f", vol. {ref['vol']}" if "vol" in ref else ""
    place += f", no. {ref['no']}" if "no" in ref else ""
    place += f", pp. {ref['pp']}" if "pp" in ref else ""
    return (
        f"{people}, “{ref['title']},”{place}, {ref['year']}"
        + (_doi(ref, "doi: {}").replace(" ", ", ", 1) if ref.get("doi") else "")
        + "."
    )


def _harvard(ref: Mapping[str, Any]) -> str:
    people = _people(
        ref.get("by", ref.get("ed", "")), lambda f, g, _: f"{f}, {_initials(g, '.', '')}", last=" and "
    ) + (" et al." if ref.get("etal") else "")
    if ref.get("type") == "book" or "in" not in ref:
        return f"{people} ({ref['year']}) *{ref['title']}*. {ref.get('pub', '')}.{_doi(ref, 'doi: {}')}"
    place = f", {ref['vol']}" if "vol" in ref else ""
    place += f"({ref['no']})" if "no" in ref else ""
    place += f", pp. {ref['pp']}" if "pp" in ref else ""
    within = "in " if ref.get("type") in ("incollection", "inproceedings") else ""
    return f"{people} ({ref['year']}) ‘{ref['title']}’, {within}*{ref['in']}*{place}.{_doi(ref, 'doi: {}')}"


_STYLES: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "apa": _apa,
    "vancouver": _vancouver,
    "chicago": _chicago,
    "din": _din,
    "ieee": _ieee,
    "harvard": _harvard,
}
