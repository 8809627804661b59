"""The titles of a BibTeX entry: of the work, and of what it stands in."""

from __future__ import annotations

from collections.abc import Mapping

from refcheck import patterns as re
from refcheck.exchange.bibtex_identifiers import ACCESS, ACCESS_WORDS, Text, is_address
from refcheck.identifiers.find import find_identifiers
from refcheck.language.aas import JOURNALS
from refcheck.language.latex import to_text
from refcheck.language.words import alternatives, every

CHAPTERS = ("inbook", "incollection", "inproceedings")
"""The types of what stands in a book."""
THESES = ("phdthesis", "mastersthesis")


def titled(title: str, subtitle: str) -> str:
    """A title with its subtitle, a colon between them where the title ends in no sign of its own.

    Quotation marks around the whole are a second pair of delimiters: ``title = {"Fires"}``.
    """
    while (title[:1] in _OPENING or title[-1:] in _MARKS or "://" in title) and (bare := _bare(title)) != title:
        title = bare
    if not (title and subtitle):
        return title or subtitle
    return f"{title} {subtitle}" if title[-1] in "?!:.…" else f"{title}: {subtitle}"


_OPENING = frozenset('["')
_MARKS = frozenset("☆★✩†‡⋆")  # of a publisher's notes to a title


def _bare(title: str) -> str:
    """A title without the address or the marks behind it, arXiv's number before it, and quotation marks around it."""
    if "://" in title:
        title = _COVER.sub("", title)
        title = _AVAILABLE.sub("", title)
        title = _ENDS_IN_ADDRESS.sub("", title) or title
    if title[:1] == "[":
        title = _NUMBERED.sub("", title) or title
    title = title.rstrip("☆★✩†‡⋆ ") if title[-1:] in _MARKS else title
    return title[1:-1].strip() if title[:1] == '"' == title[-1:] and title.count('"') == 2 else title


def whole_behind(title: str) -> tuple[str, str]:
    """The titles of a part and of the whole, which a conversion from RIS left behind it ("Fires BT  - Handbook")."""
    part, _, whole = re.sub(r"\sBT {1,2}- ", "\n", title).partition("\n")
    return part, whole


def container_of(kind: str, fields: Mapping[str, str], text: Text) -> str:
    """The journal, book or site that an entry of this type stands in."""
    if kind in CHAPTERS:
        found = next(filter(None, (name_of(fields.get(name, "")) for name in _BOOKS)), "")
        found = _IN.sub("", found) if found[:2].rstrip().lower() in _PREPOSITIONS else found
        return titled(found, text("booksubtitle"))
    if kind == "book":
        return ""
    found = next(filter(None, (name_of(fields.get(name, "")) for name in _JOURNALS)), "")
    if found.partition(" ")[0].rstrip(",").lower() in _FIRST_OF_PENDING:
        found = _PENDING_BEFORE.sub("", found)
    if found[:2].lower() in _PREPOSITIONS:
        found = _IN.sub("", found)
    if found[-1:] in (")", "]"):
        found = _ARXIV_BEHIND.sub("", found)
    if "," in found or "(" in found:
        found = _PENDING_BEHIND.sub("", found)
    if found and found.rpartition(" ")[2].lower() in _LAST_OF_PENDING and _PENDING.fullmatch(found):
        found = ""
    if not found and kind == "online":
        found = text("organization")
    if not found and "howpublished" in fields and kind not in THESES:
        printed = to_text(_LINKS.sub("", fields["howpublished"])).strip(" ,:;")
        found = printed.strip(" .,:;") + "." * bool(_ABBREVIATED.search(printed))
        return "" if ACCESS_WORDS.fullmatch(found) or find_identifiers(found) or is_address(found) else found
    if "://" in found:  # "CityLab. Retrieved from: https://..."
        found = _ADDRESS.sub("", found).strip(" .,:;")
        return "" if ACCESS_WORDS.fullmatch(found) else found
    return found


_WITHIN = alternatives(every("parts", "in"))
_IN = re.compile(  # "In: Fires", "In the Proceedings of ...", "In OOPSLA '05", not "In search of fires"
    rf"^(?:{_WITHIN})(?:\s?:\s+|\s+(?=(?:[^\W\d_]{{1,4}}\s+)?(?:{alternatives(every('kinds', 'proceedings'))})\b)"
    r"|\s+(?=\d|(?-i:[A-Z]{3})))",
    re.IGNORECASE,
)
_PREPOSITIONS = frozenset(word[:2] for word in every("parts", "in"))
_BOOKS = ("booktitle", "maintitle", "journaltitle", "journal")
_JOURNALS = ("journaltitle", "journal", "fjournal", "shortjournal", "booktitle", "maintitle")


def name_of(printed: str) -> str:
    r"""The name of a journal or series, written out where it is a macro of AASTeX; of an unknown macro the name stays.

    >>> name_of(r"{\apj} Letters"), name_of(r"\jhep")
    ('Astrophysical Journal Letters', 'jhep')
    """
    macro = _MACRO.match(printed) if "\\" in printed else None
    if macro is None or not (macro[1].lower() in JOURNALS or macro.end() == len(printed)):
        return to_text(printed)
    behind = to_text(printed[macro.end() :])  # "Letters", or ", in press"
    return " ".join(filter(None, (JOURNALS.get(macro[1].lower(), macro[1]), behind if behind[:1].isalpha() else "")))


# "Annual report. Available via https://...", which some publishers' exports leave in the title
_AVAILABLE = re.compile(
    rf"(?<=[\w)])[.,;]\s+(?:{alternatives(every('lists', 'accessed'))})\b[^.]{{0,60}}https?://.*",
    re.I | re.DOTALL,
)
_NUMBERED = re.compile(r"^\[(?:\d{4}\.\d{4,5}(?:v\d{1,2})?|[a-z-]{2,9}(?:\.[A-Z]{2})?/\d{7})\]\s")  # of arXiv's pages
# What ResearchGate prints on a cover, which Mendeley takes for the title, and the title twice behind it.
_COVER = re.compile(
    r"See discussions, stats, and author profiles for this publication at:\s?\S+\s(?:(.{20,300}) (?=\1\Z))?"
)
_ENDS_IN_ADDRESS = re.compile(r"[\s.,;:(\[-]{1,9}https?://[^\s()]{1,900}[)\].]?\Z", re.IGNORECASE)
_ADDRESS = re.compile(rf"\s?(?:\b(?:{ACCESS})\b[:\s]*){{0,4}}\w{{3,5}}://.*", re.I | re.DOTALL)
_MACRO = re.compile(r"[\s{]*+\\([A-Za-z]{2,10})(?![A-Za-z]|\s*+\{[^}])\s*+(?:\{\s*+\}|\\)?[\s}]*+")
_ARXIV_BEHIND = re.compile(r"(?<=\w)[,.]?\s?[(\[]arxiv:[^()\[\]]{5,40}[)\]]\Z", re.IGNORECASE)
_PENDING_BEHIND = re.compile(
    rf"(?<=[\w.)])(?:,| \()\s?(?:{alternatives(every('parts', 'advance'))})\)?\.?\Z",
    re.I,
)
_PENDING = re.compile(
    rf"(?:\w{{5,12}}\s)?(?:{alternatives(every('parts', 'pending'))})", re.I
)  # "manuscript in preparation"
_LAST_OF_PENDING = frozenset(words.rpartition(" ")[2] for words in every("parts", "pending"))
_FIRST_OF_PENDING = frozenset(words.partition(" ")[0] for words in every("parts", "pending"))
# "Submitted to Nature", "in press, Cell", "Accepted for publication in Fire Safety"
_PENDING_BEFORE = re.compile(
    rf"\A(?i:{alternatives(every('parts', 'pending'))})(?:,|(?:\s[^\W\d_A-ZÀ-Þ]{{2,12}}){{1,3}})\s(?=[A-ZÀ-Þ])"
)
_ABBREVIATED = re.compile(r"\w\.\w\.\Z")  # "N.L.R.B."
_LINKS = re.compile(r"\\(?:url|path)\s*\{[^{}]{0,900}\}|\\href\s*\{[^{}]{0,900}\}|https?://[^\s{}]{1,900}")
