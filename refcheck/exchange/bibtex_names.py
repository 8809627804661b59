"""The fields of a BibTeX entry under the names that are meant: people and programs misspell them."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from functools import lru_cache

from refcheck import patterns as re
from refcheck.foreign import NOT_GIVEN

# Names that say in other words what a field of BibTeX is for.
_OTHERS = {
    "page": "pages", "vol": "volume", "no": "number", "num": "number", "tit": "title", "titel": "title",
    "auth": "author", "tittle": "title", "tile": "title", "jounral": "journal", "pubmed": "pmid", "pubmed_id": "pmid",
    "pubmedid": "pmid", "date_published": "date", "notes": "note", "publication": "journal", "book": "booktitle",
    "director": "author",
}  # fmt: skip
# The long names, of which one with a letter or two wrong can be recognized.
_LONG = (
    "author", "editor", "journal", "booktitle", "publisher", "institution", "organization", "address", "volume",
    "number", "pages", "howpublished", "edition", "series", "school",
)  # fmt: skip
# Names that look like one of those, and mean something else.
_OWN = frozenset((*_LONG, "editora", "editorb", "editorc", "fjournal", "volumes"))
_USUAL = frozenset(
    (*_OWN, "title", "year", "month", "doi", "url", "isbn", "issn", "note", "keywords", "abstract", "date", "urldate")
)
_SWITCHED_OFF = ("no", "opt", "x-", "x_", "alt", "bak", "_")  # people keep a field under such a name to hide it
_FIRST, _LAST = ("start_page", "startpage", "firstpage", "page_start"), ("end_page", "endpage", "lastpage", "page_end")


def meant(fields: Mapping[str, str]) -> Mapping[str, str]:
    """The fields without those that a program left empty ("NA"), each unknown name replaced by the one it means, unless
    the entry has that too."""
    if not NOT_GIVEN.isdisjoint(fields.values()):
        fields = {name: value for name, value in fields.items() if value not in NOT_GIVEN or name == "title"}
    if unknown := fields.keys() - _USUAL:
        renamed = {right: fields[name] for name in unknown if (right := _meant(name)) and right not in fields}
        fields = {**renamed, **fields} if renamed else fields
        if "source" in unknown or "article_id" in unknown:
            fields = {**_of_medline(fields), **fields}
    if fields.get("type") == "Web Page" and "urldate" not in fields and _YEAR.fullmatch(fields.get("volume", "")):
        fields = _without_access(fields)
    if "pages" not in fields and (first := next((fields[name] for name in _FIRST if name in fields), "")):
        last = next((fields[name] for name in _LAST if name in fields), "")
        fields = {**fields, "pages": f"{first}--{last}".removesuffix("--")}
    return fields


def _without_access(fields: Mapping[str, str]) -> dict[str, str]:
    """A web page's fields from EndNote, which has the year of access as volume, and the day as number."""
    day, year = fields.get("number", ""), fields["volume"]
    rest = {name: value for name, value in fields.items() if name not in ("volume", "number")}
    return {**rest, "urldate": day if year in day else f"{day} {year}".strip()}


_YEAR = re.compile(r"(?:19|20)\d\d")


def _of_medline(fields: Mapping[str, str]) -> dict[str, str]:
    """The journal and the DOI in MEDLINE's own fields, which R's synthesisr writes as "source" ("J Fires. 2015 May;
    12(3):1-9.") and "article_id" ("10.1000/1 [doi]"). Others name there the database that an entry is from."""
    found = {}
    source = fields.get("source", "").strip()
    cited = _CITED.match(source)
    of_article = cited or (fields.keys() & {"volume", "issn", "article_id"} and source.lower() not in _DATABASES)
    if of_article and not fields.keys() & {"journal", "journaltitle", "booktitle"}:
        found["journal"] = cited[1] if cited else source
    if "10." in fields.get("article_id", "") and "doi" not in fields:
        found["doi"] = fields["article_id"]
    return {name: value for name, value in found.items() if value and "://" not in value}


_CITED = re.compile(r"([^;]{2,200}?)\. (?:1[89]|20)\d\d\b")
_DATABASES = frozenset(
    [
        *("scopus", "web of science", "wos", "pubmed", "medline", "embase", "crossref", "google scholar", "dblp"),
        *("eric", "ieee xplore", "acm", "cinahl", "psycinfo", "cochrane", "springer", "zotero", "mendeley", "jstor"),
    ]
)


@lru_cache(maxsize=4096)
def _meant(name: str) -> str:
    """The field of BibTeX that a name stands for; "" for a name that is right, or means something else."""
    if name in _OTHERS:
        return _OTHERS[name]
    if name in _OWN or len(name) < 5 or name.startswith(_SWITCHED_OFF):
        return ""
    found = next(iter(get_close_matches(name, _LONG, 1, 0.85)), "")
    return "" if name.endswith(found) else found  # "mrnumber"
