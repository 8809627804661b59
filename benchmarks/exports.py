"""What of real .bib entries other programs read again from what refcheck writes: fields equal, and fields lost.

usage: python -m benchmarks.exports [--bib FILE ...] [--entries N] [--show]

--bib: .bib files (default: bib/*.bib of the repository and the cases of the other benchmarks). N entries, evenly
spread over them, are read by refcheck and written as BibTeX, CSL-JSON and RIS; each is read again by refcheck, pandoc,
pybtex, bibtexparser, citeproc-py and rispy. A field counts as equal when its letters and digits are.
"""

from __future__ import annotations

import argparse
import json
import logging
import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import bibtexparser
import pybtex.database
import rispy
from citeproc.source.json import CiteProcJSON

from refcheck.exchange import writer
from refcheck.exchange.bibtex_people import people_of
from refcheck.exchange.references import parse_entries
from refcheck.language.latex import to_text
from refcheck.model import Reference
from refcheck.parsing.keys import with_keys
from refcheck.reading.bibtex.entries import bib_entries
from refcheck.reading.formats.managers import csl_entries
from refcheck.reading.formats.ris import ris_entries

Fields = Mapping[str, str]
ROOT = Path(__file__).parents[1]
NAMES = ("title", "container", "year", "volume", "issue", "pages", "publisher", "doi", "url", "authors", "editors")
# Field -> where the program that reads has it; the first that is there counts.
BIBTEX = {
    "container": "journal booktitle howpublished organization",
    "issue": "number",
    "publisher": "publisher school institution organization",
}
CSL = {"container": "container-title", "issue": "issue number", "pages": "page", "doi": "DOI", "url": "URL"}
RIS = {
    "container": "secondary_title",
    "issue": "number",
    "url": "urls",
    "title": "title primary_title",
    "editors": "editors",
}


def folded(text: object) -> str:
    """Letters and digits alone."""
    plain = unicodedata.normalize("NFKD", re.sub(r"</?\w{1,8}[^<>]{0,60}>", "", str(text))).casefold()
    return re.sub(r"[\W_]+", "", re.sub(r"[\u0300-\u036f]", "", plain))


def of_reference(one: Reference) -> Fields:
    """The fields as refcheck has them; the number of a report counts as an issue, as it does in BibTeX and RIS."""
    made = {name: getattr(one, name) or "" for name in NAMES[:9]} | {"issue": one.issue or one.number}
    for role in ("authors", "editors"):
        made[role] = " ".join(person.literal or f"{person.particle} {person.family}" for person in getattr(one, role))
    return made


def of_mapping(fields: Mapping[str, Any], places: Mapping[str, str], families: Callable[[Any], str]) -> Fields:
    """The fields as another program has them."""
    made = {}
    for name in NAMES[:9]:
        value = next((fields[place] for place in places.get(name, name).split() if fields.get(place)), "")
        made[name] = to_text(str(value[0] if isinstance(value, list) else value))
    made["authors"] = families(fields.get("author") or fields.get("authors"))
    made["editors"] = families(fields.get("editor") or fields.get("editors") or fields.get("secondary_authors"))
    return made


def of_latex(value: Any) -> str:
    return of_people(people_of(value)[0]) if value else ""


def of_people(names: Any) -> str:
    return " ".join(name.literal or f"{name.particle} {name.family}" for name in names)


def of_csl(names: Any) -> str:
    parts = ("dropping-particle", "non-dropping-particle", "family", "literal")
    return " ".join(name.get(part, "") for name in names or () for part in parts)


def pandoc(text: str, format: str) -> dict[str, Fields]:
    """Key -> fields, as pandoc reads a text of this format."""
    command = ["pandoc", "-f", format, "-t", "csljson"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True, timeout=300)
    made = {}
    for item in json.loads(done.stdout):
        year = next(iter(next(iter(item.get("issued", {}).get("date-parts", [])), [])), "")
        made[item["id"]] = of_mapping(item | {"year": year}, CSL, of_csl)
    return made


def of_pybtex(text: str) -> dict[str, Fields]:
    made = {}
    for key, entry in pybtex.database.parse_string(text, "bibtex").entries.items():
        people = {
            role: " ".join(
                to_text(" ".join([*person.prelast_names, *person.last_names]))
                for person in persons
                if str(person) != "others"  # pybtex takes it for somebody
            )
            for role, persons in entry.persons.items()
        }
        made[key] = of_mapping({**dict(entry.fields), **people}, BIBTEX, lambda names: names or "")
    return made


def of_bibtexparser(text: str) -> dict[str, Fields]:
    entries = bibtexparser.parse_string(text).entries
    return {entry.key: of_mapping({f.key: f.value for f in entry.fields}, BIBTEX, of_latex) for entry in entries}


def of_citeproc(text: str) -> dict[str, Fields]:
    """As citeproc-py holds them: variables with underscores, texts in pieces, keys in lower case."""
    made = {}
    for key, item in CiteProcJSON(json.loads(text)).items():
        held = {n.replace("_", "-"): "".join(map(str, v)) if isinstance(v, list) else v for n, v in item.items()}
        people = {
            role: [{part.replace("_", "-"): value for part, value in name.items() if value} for name in item[role]]
            for role in ("author", "editor")
            if role in item
        }
        year = item["issued"]["year"] if item.get("issued") else ""
        made[key] = of_mapping(held | people | {"year": year}, CSL, of_csl)
    return made


def of_rispy(text: str) -> dict[str, Fields]:
    made = {}
    for record in rispy.loads(text):
        pages = "--".join(filter(None, (record.get("start_page"), record.get("end_page"))))

        def families(names: Any) -> str:
            return " ".join(name.partition(",")[0] for name in names or ())

        made[record["id"]] = of_mapping(record | {"pages": pages}, RIS, families)
    return made


def sample(files: list[Path], count: int) -> list[Reference]:
    """``count`` references, evenly spread over the files, their keys unique in any case of letters."""
    entries = [entry for file in files for entry in bib_entries(file.read_text("utf-8", "replace"))]
    chosen = {entry.key.lower(): entry for entry in entries[:: max(1, len(entries) // count)]}
    return list(with_keys(parse_entries(list(chosen.values())[:count])))


def own(references: Any) -> dict[str, Fields]:
    return {one.key: of_reference(one) for one in references}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bib", type=Path, nargs="*", default=sorted((ROOT / "bib").glob("*.bib")))
    parser.add_argument("--entries", type=int, default=500)
    parser.add_argument("--show", action="store_true", help="print what differs")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    references = sample(options.bib, options.entries)
    texts = {name: writer(name)(references) for name in ("bibtex", "csl", "ris")}
    readers: list[tuple[str, str, Callable[[str], Mapping[str, Fields]]]] = [
        ("bibtex", "refcheck", lambda text: own(parse_entries(bib_entries(text)))),
        ("bibtex", "bibtexparser", of_bibtexparser),
        ("bibtex", "pybtex", of_pybtex),
        ("csl", "refcheck", lambda text: own(parse_entries(csl_entries(text)))),
        ("csl", "citeproc-py", of_citeproc),
        ("ris", "refcheck", lambda text: own(parse_entries(ris_entries(text)))),
        ("ris", "rispy", of_rispy),
    ]
    if shutil.which("pandoc"):
        readers += [("bibtex", "pandoc", lambda text: pandoc(text, "bibtex"))]
        known = subprocess.run(["pandoc", "--list-input-formats"], capture_output=True, text=True, check=True).stdout
        readers += [
            (name, "pandoc", lambda text, f=format: pandoc(text, f))
            for name, format in (("csl", "csljson"), ("ris", "ris"))
            if format in known.split()  # RIS since version 3
        ]
    expected = {one.key: of_reference(one) for one in references}
    fields = sum(bool(value) for one in expected.values() for value in one.values())
    print(f"{len(references)} entries of {len(options.bib)} files, {fields} fields")
    for format, program, read in readers:
        try:
            got = {key.lower(): fields for key, fields in read(texts[format]).items()}
        except Exception as error:  # a program that stops at the text is the worst result
            print(f"{format:8}{program:14} stops: {str(error)[:100]}")
            continue
        lost: Counter[str] = Counter()
        equal = 0
        for key, ours in expected.items():
            theirs = got.get(key.lower(), {})
            for name, value in ours.items():
                if value and folded(value) == folded(theirs.get(name, "")):
                    equal += 1
                elif value:
                    lost[name] += 1
                    if options.show:
                        print(f"  {format} {program} {key} {name}: {value!r} -> {theirs.get(name, '')!r}")
        read_count = sum(key.lower() in got for key in expected)
        print(f"{format:8}{program:14}{read_count:5} entries{equal:6} fields equal, others: {dict(lost.most_common())}")


if __name__ == "__main__":
    main()
