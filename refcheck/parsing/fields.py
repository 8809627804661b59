"""From the labelled tokens of one reference to its typed fields, each with a confidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from refcheck import patterns as re
from refcheck.identifiers.arxiv import ARXIV
from refcheck.identifiers.find import Identifier
from refcheck.language.dates import MONTHS, parse_date
from refcheck.language.detect import detect_title
from refcheck.language.lexicon import NTH, OTHERS, PRESENTED
from refcheck.language.words import alternatives, every
from refcheck.model import Name
from refcheck.parsing.access import Access, find_access
from refcheck.parsing.confidence import FIELD_OF, calibrated
from refcheck.parsing.kinds import entry_type, report_number
from refcheck.parsing.pages import complete_pages
from refcheck.parsing.people.certainty import certainty
from refcheck.parsing.people.east_asian import family_signs_of
from refcheck.parsing.people.forms import called_before_date
from refcheck.parsing.people.introduced import cues_of
from refcheck.parsing.people.names import parse_names
from refcheck.parsing.people.roles import EDITED_SIGNS, EDITORS, TRANSLATORS, any_of
from refcheck.parsing.runs import TRIM, Run, Runs
from refcheck.parsing.tagging.tagger import Tagged
from refcheck.parsing.tagging.tokens import Token, words_in

_IN, _IN_TITLE = (alternatives(every("parts", key)) for key in ("in", "in_title"))
_LEAD_IN = re.compile(
    rf"(?:{_IN})\s?:\s?|(?:{_IN_TITLE})\s(?=[A-Z«\"“])|{PRESENTED}(?:\s[^\W\d_]{{1,4}}){{0,2}}:\s", re.IGNORECASE
)
_VOLUME_WORD = re.compile(
    rf"^[\s(]*(?:{alternatives(every('parts', 'volume'))}|n[º°]|№)\b[\s.:,º°]*"
    rf"|^(?:{alternatives(every('signs', 'issue'))})\s?",
    re.IGNORECASE,
)
_SERIES_LETTERS = re.compile(r"\b[Vv]ol\.?\s?([A-Z]{1,5}-)$")  # "vol. PAMI-8"
_ROMAN = re.compile(r"[IVXL]{1,6}")
_NUMBER_WORD = re.compile(rf"^[\s(]*(?:{alternatives(every('parts', 'number'))}|n[º°]|№|rfc)\b[\s.:º°]*", re.IGNORECASE)
# "(Eds.)" behind the names, taken by the tagger for part of them or left out.
_BEHIND = r"(?:[^\W\d_]{1,30}[.,]?\s{0,2})?[\s,(\[]{0,4}\b(?:ROLES)(?:[)\],:;]|(?<=\.)\s)"
_EDITORS_BEHIND = re.compile(_BEHIND.replace("ROLES", any_of(EDITORS, bare=True)), re.IGNORECASE)
_TRANSLATORS_BEHIND = re.compile(_BEHIND.replace("ROLES", any_of(TRANSLATORS, bare=True)), re.IGNORECASE)
_EDITED = re.compile(rf"(?:{EDITED_SIGNS}|[,\s]\(?(?:{any_of(EDITORS, bare=True)})\W{{0,2}})$", re.IGNORECASE)
# "Abdel Haleem, M. A. S. (Trans.). (2004). The Qur'an", "Edited and translated by", "(Ed. & Trans.)"
_TRANSLATED_ONLY = re.compile(
    rf"(?:[^\W\d_]{{1,30}}[.,]?\s{{0,2}})?\s?\((?:{any_of(TRANSLATORS, bare=True)})\)", re.IGNORECASE
)
_AND = rf"\s(?:&|{alternatives(every('parts', 'and'))})\s"
_BOTH_BY = tuple(phrase for phrase in every("roles", "edited_by") if re.search(_AND, phrase))
_BOTH = re.compile(
    rf"\b(?:(?:{any_of(EDITORS, bare=True)}){_AND}(?:{any_of(TRANSLATORS, bare=True)})"
    rf"|(?:{any_of(TRANSLATORS, bare=True)}){_AND}(?:{any_of(EDITORS, bare=True)})|{alternatives(_BOTH_BY)})",
    re.IGNORECASE,
)
_REVIEW = re.compile(rf"[.,:)\d]\s(?i:{alternatives(every('titles', 'review'))})(?!\w)")  # "Ana Ruiz. Rezension zu"
_EDITED_HAN = re.compile(EDITED_SIGNS)
_BOTH_CUES = cues_of((*TRANSLATORS, *_BOTH_BY))
_ROLE_CUES = cues_of((*EDITORS, *TRANSLATORS))  # a text without one of these words tells no such role
_PAGE_COUNT = re.compile(rf"\d{{2,4}}\s?(?:{alternatives(every('parts', 'page_counts'))})\b(?!\.?\s?\d)")
_NAMES_TAIL = re.compile(rf"[\s,;&]*(?:{alternatives(words.rstrip('.') for words in OTHERS)})(?!\w)\.?")
# What a work stands on, and, as APA says in brackets and GB/T 7714 in letters, what kind of thing it is: "[Data set]",
# "[J]", "[EB/OL]".
_SORTS = alternatives((*every("parts", "media"), *every("parts", "sorts")))
_MEDIUM = re.compile(
    rf"\s?[\[(](?:{alternatives(every('parts', 'carriers'))})[\])]?$"
    rf"|\s?\[(?:(?:{_SORTS})\b|[a-z]{{1,2}}(?:/[a-z]{{2}})?\]?$)"
    r"[^\[\]]{0,120}\]?$",
    re.IGNORECASE,
)
_BEHIND_MEDIUM = re.compile(rf"\s?\[(?:{_SORTS})\b[^\[\]]{{0,60}}\]\.\s.*", re.IGNORECASE)  # "[Podcast]. 6 May"
# "(5th ed.)", ". 2nd rev. edn", ". 15. uud. p.", ", 3ª ed.", "(3:e uppl.)": where the tagger has seen none.
_EDITION_WORDS = frozenset(every("parts", "editions"))
_EDITION = re.compile(
    rf"[.,;:(\[]\s?(?P<edition>(?:(?:a\s)?\d{{1,3}}(?:\.|:?{NTH})?"
    rf"|{alternatives((*every('compare', 'ordinals'), *every('parts', 'revised')))})"
    rf"(?:\s(?:[^\W\d_]{{2,12}}\.?|&)){{0,2}}?\s(?:{alternatives(_EDITION_WORDS)})\b)(?=\s?[.,;:)\]])",
    re.IGNORECASE,
)
_ITS_NUMBER = re.compile(
    rf"(?<=[.,]\s)\d{{1,3}}(?:\.|:?{NTH})?\s(?:[^\W\d_]{{2,12}}\.?\s)??(?:{alternatives(_EDITION_WORDS)})\b.*$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_OF_VOLUME = re.compile(r"(\d{1,4}):\d")
_NAMED_BY_YEAR = frozenset({"legislation", "jurisdiction", "techreport"})  # "Human Rights Act 1998", "ISO 9001:2015"
_POSTED = re.compile(r"(20\d\d)\.[01]\d\.\d\d\.\d{6}")  # bioRxiv's numbers begin with the day
_FOUR_DIGITS = re.compile(r"(?<!\d)(?:1[2-9]|20)\d\d(?!\d)")
_BRACKETED = re.compile(r"(?:(?<!\s)\s+)?\[(?=[^\[\]]*[^\W\d_])([^\[\]]{8,300})\]\s*")  # "[1951-1953]" is of the title


def assemble(raw: str, tokens: Sequence[Token], tagged: Tagged, identifiers: Sequence[Identifier]) -> dict[str, Any]:
    """The fields of a Reference, without absent ones, from the tagger's answer and the identifiers found before.

    They are a dict because building the frozen Reference takes a twentieth of the time of parsing, so that is done
    once, when the key is known.
    """
    reader = Runs(raw, tokens, tagged)
    found = _contributors(reader)
    if run := reader.title():
        title, translated = _title(_closed(reader.clean(run)))
        found.update(title=title, translated_title=translated)
        reader.note("title", run)
    if run := reader.longest("container"):
        name = _closed(reader.clean(run), "([")  # "Энциклопедия. – [Б. м.], 2012"
        name = name[lead.end() :] if (lead := _LEAD_IN.match(name)) else name
        found["container"] = _MEDIUM.sub("", name) if name[-1:] == "]" else name  # "Watershed [CD]"
        reader.note("container", run)
    for label in filter(reader.by_label.__contains__, ("publisher", "place", "series", "edition")):
        if run := reader.first(label) if label == "place" else reader.longest(label):
            found[label] = reader.clean(run)
            reader.note(label, run)
    if "publisher" not in found and "genre" in reader.by_label and (run := reader.longest("inst")):
        found["publisher"] = reader.clean(run)  # of a thesis
        reader.note("publisher", run)
    if ". " in str(found.get("edition", "")) and (own := _ITS_NUMBER.search(str(found["edition"]))):
        found["edition"] = own[0]  # "Attachment. 2nd ed"
    if "[" in str(found.get("edition", "")):
        found["edition"] = _MEDIUM.sub("", str(found["edition"])) or found["edition"]  # "v4.30.0 [Internet]"
    if "edition" not in found and not _EDITION_WORDS.isdisjoint(words_in(raw)):
        found.update(_edition(raw, found, reader))
    found.update(_numbers(reader))
    access = find_access(raw)
    if access:
        found["accessed"] = access.printed
        reader.confidence["accessed"] = 0.95
    found.update(_date(reader, access))
    found.update(_identifiers(raw, identifiers, reader) if identifiers else ())
    genre = " ".join(map(reader.text, reader.by_label.get("genre", ())))
    found["type"] = entry_type(found, raw, genre)
    if not found.get("year") and found["type"] in _NAMED_BY_YEAR:
        years = _FOUR_DIGITS.findall(f"{found.get('title', '')} {found.get('number', '')}")
        found["year"] = parse_date(years[-1]).year if years else None
    if not found.get("number") and (number := report_number(raw, found["type"])):
        found["number"] = number
        reader.confidence["number"] = 0.9
        for name in ("pages", "issue"):  # "Working Paper No. 14-093", "Working Paper No 8/2015"
            if str(found.get(name, "")).replace("--", "-") in (number, number.partition("/")[0]):
                del found[name], reader.confidence[name]
    if not found.get("year") and (posted := _POSTED.match(str(found.get("number", "")))):
        found["year"] = int(posted[1])
    found["language"] = detect_title(found.get("title", ""))
    found["confidence"] = _confidence(found, reader, tagged)
    return found


def _contributors(reader: Runs) -> dict[str, Any]:
    """Authors, editors and translators, by their labels and the words after their names."""
    authors, et_al = _names(reader, "author")
    editors, _ = _names(reader, "editor")
    translators, _ = _names(reader, "translator")
    raw = reader.raw
    told = not _ROLE_CUES.isdisjoint(words_in(raw)) or (not raw.isascii() and _EDITED_HAN.search(raw))
    both = told and editors and not (translators or _BOTH_CUES.isdisjoint(words_in(reader.raw)))
    if both and _BOTH.search(reader.raw):
        translators = editors
        reader.confidence["translators"] = reader.confidence["editors"]
    elif told and editors and not translators and _TRANSLATORS_BEHIND.match(_behind(reader, "editor")):
        translators, editors = editors, ()
        reader.confidence["translators"] = reader.confidence.pop("editors")
    if (
        told
        and authors
        and not editors
        and (
            _EDITORS_BEHIND.match(_behind(reader, "author"))
            or _EDITED.search(reader.text(reader.by_label["author"][0])[-60:])
        )
    ):
        authors, editors = (), authors
        reader.confidence["editors"] = reader.confidence.pop("authors")
    if told and authors and not translators and _TRANSLATED_ONLY.match(_behind(reader, "author")):
        authors, translators = (), authors
        reader.confidence["translators"] = reader.confidence.pop("authors")
    numbered = "container" in reader.by_label and not {"volume", "issue", "pages"}.isdisjoint(reader.by_label)
    signing = authors or (editors if reader.tagged.labels[:1] == ["editor"] else ())
    if signing and (called := called_before_date(raw, alone=len(signing) == 1 and not et_al, numbered=numbered)):
        authors, editors = ((Name(literal=called),), editors) if authors else ((), (Name(literal=called),))
    return {"authors": authors, "editors": editors, "translators": translators, "et_al": et_al}


def _confidence(found: dict[str, Any], reader: Runs, tagged: Tagged) -> dict[str, float]:
    """How sure each field is, 0..1; for an absent one, how sure it is that there is none."""
    sure = {name: calibrated(name, p) for name, p in reader.confidence.items()}
    for role in ("authors", "editors", "translators"):
        if role in sure:
            sure[role] = min(sure[role], certainty(found[role]))
    for label, probability in tagged.missed.items():
        if (field := FIELD_OF.get(label)) and not found.get(field):
            sure[field] = 1 - probability
    return sure


def _names(reader: Runs, label: str) -> tuple[tuple[Name, ...], bool]:
    runs = reader.by_label.get(label)
    if not runs:
        return (), False
    # A stray token may divide a list; a second list further on is another work's.
    first = runs[0]
    chosen = [first]
    for run in runs[1:]:
        if run.first - chosen[-1].last <= 3:
            chosen.append(run)
    end = reader.tokens[chosen[-1].last].end
    stop = reader.raw[end : end + 1] == "."  # as in most
    tail = None if stop else _NAMES_TAIL.match(reader.raw[end : end + 24])
    start = reader.tokens[first.first].start
    if reader.raw[start - 1 : start] in ("'", "’"):  # "'t Hart"
        start -= 1
    if first.first == 1 and reader.tokens[0].text.isdigit() and reader.tokens[1].gap == " ":
        start = reader.tokens[0].start  # "1000 Genomes Project Consortium"
    printed = reader.raw[start : end + (1 if stop else tail.end() if tail else 0)]
    names, et_al = parse_names(printed, 1 if printed < "\u2e80" else family_signs_of(reader.raw, label))
    if names:
        reader.confidence[f"{label}s"] = min(reader.probability(run) for run in chosen)
    return names, et_al


def _behind(reader: Runs, label: str) -> str:
    """The text from the last word of the first list of names on; "" where a journal follows: "Ruiz, L. Org. Lett."."""
    run = reader.by_label[label][0]
    if reader.tagged.labels[run.last + 1 : run.last + 2] == ["container"]:
        return ""
    return reader.raw[reader.tokens[run.last].start :][:80]


def _closed(text: str, opening: str = "(") -> str:
    """A text without the bracket that it opens at its end, which says something of it: "The Age (online"."""
    start = max(map(text.rfind, opening))
    said = start > 8 and (text[start] == "[" or text[start + 1 : start + 2].islower())
    return text[:start].strip(TRIM) if said and {")", "]"}.isdisjoint(text[start:]) else text


def _title(title: str) -> tuple[str, str]:
    """A title without "[online]" and the like, and the translation printed in brackets after it."""
    if "(" not in title and "[" not in title:
        return title, ""
    title = _MEDIUM.sub("", _BEHIND_MEDIUM.sub("", title)) or title
    match = _BRACKETED.search(title)
    if match and match.end() == len(title) and match.start() > 8:
        return title[: match.start()].strip(TRIM), match[1].strip(TRIM)
    return title, ""


def _edition(raw: str, found: Mapping[str, Any], reader: Runs) -> dict[str, str]:
    """An edition that the tagger left unlabelled or took for the end of the title or book, which ends before it."""
    match = _EDITION.search(raw)
    if match is None:
        return {}
    reader.confidence["edition"] = 0.9
    reader.forget(("volume", "issue"), *match.span())  # "vol. 68, 3 ed., pp. 155"
    cut = {"edition": match["edition"]}
    for field in ("title", "container"):
        start = str(found.get(field, "")).find(match["edition"])
        if start > 2:
            cut[field] = found[field][:start].strip(TRIM + "([")
    return cut


def _numbers(reader: Runs) -> dict[str, object]:
    found: dict[str, object] = {}
    for label in ("volume", "issue", "number"):
        for run in reader.by_label.get(label, ()):
            word = _NUMBER_WORD if label == "number" else _VOLUME_WORD
            printed = reader.clean(run)
            plain = printed.isdigit() or _ROMAN.fullmatch(printed)  # "11(V):V23"
            bare = printed if plain else word.sub("", printed)
            if text := bare.rstrip("()[]" + TRIM).lstrip(TRIM):
                start = reader.tokens[run.first].start
                if label == "volume" and reader.raw[start - 1 : start] == "-":
                    series = _SERIES_LETTERS.search(reader.raw[max(0, start - 12) : start])
                    text = series[1] + text if series else text
                found[label] = text + ")" * (text.count("(") > text.count(")"))  # "Meld. St. 8 (2018–2019)"
                reader.note(label, run)
                break
    if "volume" not in found and (volume := _counted_years(reader)):
        found["volume"] = reader.text(volume)
        reader.note("volume", volume)
    for run in reader.by_label.get("pages", ()):
        pages = complete_pages(reader.text(run))
        if pages and not _PAGE_COUNT.match(reader.raw, reader.tokens[run.first].start):
            found["pages"] = pages
            reader.note("pages", run)
            break
    if "volume" not in found and (within := _OF_VOLUME.match(str(found.get("pages", "")))):
        found["volume"] = within[1]  # "7:1--7:28"
    return found


def _counted_years(reader: Runs) -> Run | None:
    """The volume of a journal that counts in years: "(2016) ... Sensors, 2016, 1-13", "Sensors 2016, 2016, 1-13"."""
    labels = reader.tagged.labels
    for n, run in enumerate(reader.by_label.get("date", ())):
        if labels[run.first - 1 : run.first] != ["container"] or labels[run.last + 1 : run.last + 2] == ["place"]:
            continue
        last = Run("volume", run.last, run.last)
        alone = run.first == run.last and n > 0 and "(" not in reader.tokens[run.first].gap
        second = run.last - run.first == 1 and _YEAR.fullmatch(reader.text(Run("date", run.first, run.first)))
        if (alone or (second and "," in reader.tokens[run.last].gap)) and _YEAR.fullmatch(reader.text(last)):
            return last
    return None


def _date(reader: Runs, access: Access | None) -> dict[str, object]:
    """Year, its letter, month and day of the first date that is not the access date."""
    for run in reader.by_label.get("date", ()):
        start, end = reader.tokens[run.first].start, reader.tokens[run.last].end
        if access and access.start < end and start < access.end:
            if access.start <= start:
                continue
            end = access.start - 1
        before = run.first - 1  # ", out. 2007": a month that the tagger left over
        if before >= 0 and reader.tagged.labels[before] == "other" and reader.tokens[before].text.lower() in MONTHS:
            start = reader.tokens[before].start
        date = parse_date(reader.raw[start : end + 1])
        if date.year:
            reader.note("year", run)
            return {"year": date.year, "year_suffix": date.letter, "month": date.month, "day": date.day}
    return {}


def _identifiers(raw: str, identifiers: Sequence[Identifier], reader: Runs) -> dict[str, object]:
    """The first identifier of each kind. Of two DOIs, one before and one after the journal's volume, the first is that
    of a work named in the title, as a review prints the book's."""
    found: dict[str, object] = {}
    problems = []
    firsts = (next(iter(reader.by_label.get(label, ())), None) for label in ("volume", "container"))
    volume, journal = (reader.tokens[run.first].start if run else 0 for run in firsts)
    reviewed = [i for i in identifiers if i.kind in ("doi", "isbn") and i.end <= journal < volume]
    if {i.kind for i in reviewed} == {"doi", "isbn"} or (reviewed and _REVIEW.search(raw, 0, reviewed[0].start)):
        identifiers = [i for i in identifiers if i not in reviewed]
    named = [i for i in identifiers if i.kind == "doi" and i.start < volume]
    for identifier in (*(i for i in identifiers if i not in named), *named):
        if identifier.problem:
            problems.append(identifier.problem)
        if identifier.kind not in found:
            found[identifier.kind] = identifier.value
            reader.confidence[identifier.kind] = 0.99
            if identifier.kind == "handle" and raw.startswith("http", identifier.start):
                found.setdefault("url", raw[identifier.start : identifier.end])
            if identifier.kind == "doi":
                found["doi_printed"] = raw[identifier.start : identifier.end]
    doi = str(found.get("doi", ""))
    if doi.startswith(ARXIV) and "arxiv" not in found:
        found["arxiv"] = doi.removeprefix(ARXIV)
    if problems:
        found["problems"] = tuple(problems)
    return found
