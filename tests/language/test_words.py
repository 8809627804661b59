"""One file a language: what refcheck reads in it follows from the file alone."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
import zlib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from refcheck.language import words
from refcheck.reports.page import messages

INVENTED = """
name = "Quenyan"
speakers = 0.001

[headings]
list = ["parmalindar"]

[dates]
months = [
  ["narvinye"], ["nenime"], ["sulime"], ["viresse"], ["lotesse"], ["narie"],
  ["cermie"], ["urime"], ["yavannie"], ["narquelie"], ["hisime"], ["ringare"],
]
updated = ["ataquenta"]
undated = ["lá. l"]

[roles]
eds = ["cenner"]

[compare]
small = ["ar", "nar"]
joints = ["yo"]
bodies = ["otornasse*"]
ordinals = ["minya", "tatya"]
edition = ["nóta"]

[names]
particles = ["ion"]
others = ["yo exar"]
generations = ["nessa"]

[titles]
marked_retraction = ["ahehta"]
about = ["vista"]

[citations]
connectors = ["yo"]

[laws]
begin = ["Sanye"]
courts_dated = ["Námo"]

[lists]
accessed = ["hirnanyes"]

[kinds]
theses = ["istyatecie"]
theses_of = ["istyale"]
patents = ["certima"]
patent_nations = ["Noldorin"]
proceedings = ["ombari"]
directed = ["turyaina lo"]

[parts]
issue_signs = ["nót."]
advance = ["yeva nótina"]

[claim]
source = "parma parmar"
review = "cendaina"
quality = "mara"
all = "ilye"
ours = "menya"

[templates]
author = ["tano"]
title = ["esse"]
year = ["loa"]
language = ["lambe"]

[suggestion]
all = "ilye mara {n} {date}"
some = "parmar {k} {n} {date} {years}"
none = "parmar la"

[detect]
Latin = "i ar nar ilye menya parmar elen sila lumenn omentielvo"
"""
ARTICLE = """# Elen sila

Ataquenta: 7 narquelie 2021

Elen sila lumenn omentielvo, ar i parmar nar ilye menya (Smith, 2010).
Elen sila lumenn omentielvo ar i parmar nar menya. Smith yo exar (2010) nar i parmar. Menya nar elen (Elda, lá.l.).

Ilye parmar nar cendaina menya mara.

## Parmalindar

- Smith, J. (2010). A study of stars. *Journal of Stars*, 4(2), 11–19.
- Jones, K. (2012). Another study of stars. *Journal of Stars*, 6(1), 1–9.
- Elda, A. (lá. l.). A third study of stars. *Journal of Stars*, 8(1), 1–9.
"""
PROGRAM = """
import json, sys
from pathlib import Path
from refcheck.language import words
from refcheck.reports.page import messages
words.FOLDER, messages.FOLDER = Path(sys.argv[1]), Path(sys.argv[2])
import refcheck
from refcheck.config import Settings
from refcheck.language.dates import parse_date
from refcheck.language.lexicon import ROLES
from refcheck.reports import render
from refcheck.comparing import compare
from refcheck.comparing.about import is_about, status
from refcheck.comparing.editions import edition_number, edition_of
from refcheck.model import Reference, Work, Name
from refcheck.matching.coverage import like_law
from refcheck.parsing.kinds import entry_type
from refcheck.parsing.people.person import person
from refcheck.reading.formats.templates import rendered
from refcheck.reading.front import front_date, front_language
from refcheck.reading.lists.look import ACCESSED
from refcheck.comparing.names import is_organisation, name_words
one = compare(
    Reference(
        "Elda, A. yo exar. Elen ar sila. 2021. Yeva nótina.",
        title="Elen ar sila", authors=(Name("Elda", "A."),), year=2021,
    ),
    Work("x", titles=("Elen sila",), authors=(Name("Elda", "A."), Name("Noldo", "B.")), years=(2023,)),
)
compared = [
    one.title.agrees, str(one.authors.kind), str(one.year.kind), edition_number("tatya"),
    edition_of("", "Parma, minya nóta"),
    is_organisation(Name(literal="Otornassendor")),
    sorted(name_words(Name("Elda", particle="ion"))), is_about("Vista: Elen sila"),
]
parsed = {
    "thesis": ("Elda, A., “Elen sila” (istyatecie, Mar Noldoron 2010)", "publisher"),
    "thesis in sentences": ("Elda, A. Elen sila. Istyale parmaron. Tirion : Mar Noldoron, 2010.", "publisher"),
    "patent": ("Elda A. Elen sila. Noldorin certima US 5,529,067, 2010.", "number"),
    "meeting": ("ELDA, A. Elen sila. In: OMENTIE ELENION, 10., 1998, Tirion. Ombari... Tirion: Mar, 1998.", "place"),
    "film": ("Elen sila. Turyaina lo Anna Elda, Mar Noldoron, 2008.", "publisher"),
    "issue": ("Anna Elda, « Elen sila », Mar Eleni, nót. 187, 1993", "issue"),
    "judgment": ("Námo 12 juni 2010, n° 345678", "number"),
}
parsed = {name: str(getattr(refcheck.parse(text), field)) for name, (text, field) in parsed.items()}
report = refcheck.check(sys.argv[3], settings=Settings(locked=True))
print(json.dumps({
    "entries": len(report.references), "date": str(report.article.date), "language": report.article.language,
    "claim": report.claim.sentence.text if report.claim.sentence else "", "suggestion": report.claim.suggestion,
    "compared": compared, "parsed": parsed, "suffix": person("Anna Elda nessa").suffix,
    "cited": [[mention.text, mention.entries] for mention in report.article.mentions],
    "retracted": status("Ahehta: Elen sila"), "found": bool(ACCESSED.search("hirnanyes 2010")),
    "kind": entry_type({"title": "Elen"}, "Elda. Elen. Istyatecie, 2010."),
    "template": rendered("{{parma|tano=Elda|esse=Elen|loa=2010}}").lstrip("\u2063"),
    "front": [str(front_date({"ataquenta": "2021-10-07"})), front_language({"lambe": "qy"})],
    "law": like_law(Reference("Sanye elenion. 2010.")),
    "month": parse_date("7 narquelie 2021").month, "role": ROLES.get("cenner"), "page": render([report], "html")[:600],
}))
"""


def test_a_language_is_one_file(tmp_path: Path) -> None:
    folder, labels = tmp_path / "words", tmp_path / "messages"
    shutil.copytree(words.FOLDER, folder)
    shutil.copytree(messages.FOLDER, labels)
    (folder / "qy.toml").write_text(INVENTED, encoding="utf-8")
    translated = json.loads((labels / "nl.json").read_text(encoding="utf-8"))
    translated["page"] = "parmar: {title}"
    (labels / "qy.json").write_text(json.dumps(translated), encoding="utf-8")
    article = tmp_path / "elen.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    command = [sys.executable, "-c", PROGRAM, folder, labels, article]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    said = json.loads(run.stdout)
    page = said.pop("page")
    assert 'lang="qy"' in page and "<title>parmar: Elen sila" in page
    assert said == {
        "entries": 3,
        "date": "2021-10-07",
        "language": "qy",
        "claim": "Ilye parmar nar cendaina menya mara.",
        "suggestion": "parmar la",
        "compared": [True, "truncated", "ahead", 2, 1, True, ["elda"], True],
        "cited": [["Smith, 2010", [0]], ["Smith yo exar (2010)", [0]], ["Elda, lá.l.", [2]]],
        "parsed": {
            "thesis": "Mar Noldoron",
            "thesis in sentences": "Mar Noldoron",
            "patent": "US 5,529,067",
            "meeting": "Tirion",
            "film": "Mar Noldoron",
            "issue": "187",
            "judgment": "345678",
        },
        "suffix": "nessa",
        "retracted": "retraction",
        "kind": "phdthesis",
        "found": True,
        "template": "Elda. ''Elen''. 2010.",
        "front": ["2021-10-07", "qy"],
        "law": True,
        "month": 10,
        "role": "eds",
    }


@cache
def written() -> dict[str, dict[str, Any]]:
    """Code -> its file, in which no key has the words of others."""
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in words.FOLDER.glob("*.toml")}


def test_the_merged_words_are_those_of_the_files() -> None:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in words.FOLDER.glob("*.toml")}
    kept = json.loads(words.FOLDER.with_suffix(".json").read_bytes())
    assert kept == {
        code: [zlib.crc32(text.encode()), words.complete(tomllib.loads(text))] for code, text in texts.items()
    }, "python training/words_merge.py brings refcheck/data/words.json up to date"


def test_a_key_has_the_words_of_others_and_theirs() -> None:
    assert words.complete(
        {"names": {"bodies": ["council"]}, "parts": {"bodies": ["board"], "heads": [["office"]]}}
    ) == {
        "compare": {"bodies": ["council", "office"]},
        "names": {"bodies": ["council", "office"]},
        "parts": {
            "bodies": ["board", "council", "office"],
            "heads": [["office"]],
            "organisations": ["council", "office"],
        },
    }


def test_a_changed_file_counts_before_the_merged_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(words.FOLDER, tmp_path / "words")
    shutil.copy(words.FOLDER.with_suffix(".json"), tmp_path)
    with (tmp_path / "words" / "nl.toml").open("a", encoding="utf-8") as file:
        file.write('\n[elen]\nsila = ["lumenn"]\n')
    monkeypatch.setattr(words, "FOLDER", tmp_path / "words")
    changed, before = words.files.__wrapped__(), words.files()
    assert changed["nl"] == {**before["nl"], "elen": {"sila": ["lumenn"]}}
    assert changed["de"] == before["de"]


@pytest.mark.parametrize("code", sorted(words.files()))
def test_a_file_says_what_it_is_and_nothing_twice(code: str) -> None:
    table = written()[code]
    assert table["name"] and table["speakers"] >= 0
    assert set(table) <= {"name", "speakers", *SUBJECTS}
    months = table.get("dates", {}).get("months", [""] * 12)
    assert len(months) == 12
    for subject in SUBJECTS:
        for key, value in table.get(subject, {}).items():
            if isinstance(value, list) and all(isinstance(word, str) for word in value):
                assert len(set(value)) == len(value), f"{subject}.{key}"


SUBJECTS = (
    "headings",
    "dates",
    "roles",
    "parts",
    "titles",
    "citations",
    "behind",
    "notices",
    "names",
    "compare",
    "laws",
    "lists",
    "kinds",
    "signs",
    "subjects",
    "topics",
    "claim",
    "suggestion",
    "detect",
    "templates",
)


def test_the_larger_language_comes_first() -> None:
    sizes = [table["speakers"] for table in words.files().values()]
    assert sizes == sorted(sizes, reverse=True)


def test_every_gives_each_word_once() -> None:
    found = words.every("headings", "list")
    assert "references" in found and "bronnen" in found
    assert len(set(found)) == len(found)


def test_whole_words_are_found_as_by_their_alternatives() -> None:
    listed = (*words.every("lists", "publishers"), *words.every("lists", "accessed"), "S", "n.d.", "sage", "in press_")
    slow, fast = re.compile(rf"\b(?:{words.alternatives(listed)})\b"), re.compile(words.whole_words(listed))
    texts = [
        f"{before}{word.strip('*_')}{behind}"
        for word in listed
        for before in ("", "x", " (", "1")
        for behind in ("", "s", ". ")
    ]
    assert [[m.span() for m in fast.finditer(text)] for text in texts] == [
        [m.span() for m in slow.finditer(text)] for text in texts
    ]


def test_a_language_without_a_file_keeps_its_code() -> None:
    assert words.name_of("nl") == "Dutch"
    assert words.name_of("qq") == "qq"


def test_every_table_and_key_is_explained_beside_the_files() -> None:
    rows = [row for row in (words.FOLDER.parent / "words.md").read_text("utf-8").splitlines() if row.startswith("| `")]
    whole = {"claim", "suggestion", "detect", "subjects", "roles"}  # explained as one: their keys are roles or fields
    for table in written().values():
        for name, content in table.items():
            row = next((row for row in rows if f"`{name}`" in row.partition(" | ")[0]), "")
            assert row, name
            missing = [key for key in content if f"`{key}`" not in row] if isinstance(content, dict) else []
            assert name in whole or not missing, (name, missing)


QUESTIONS = {
    "what joins names": "parts.and headings.and signs.and citations.and citations.connectors lists.and names.double",
    "who edited": "parts.editors parts.catalogue_editors signs.editors",
    "who translated": "parts.translators signs.translators",
    "which pages": "parts.page_counts lists.pages lists.pages_within citations.pages parts.following",
    "which volume": "parts.volume parts.number lists.volume parts.issue_signs signs.issue",
    "which edition": "parts.editions compare.edition parts.revised signs.editions",
    "whether an organisation": "names.bodies parts.organisations compare.bodies parts.bodies",
    "whether a notice": "titles.about titles.corrections notices.figures notices.around notices.begin lists.captions",
    "whether behind the list": "notices.around headings.end",
    "which kind": "kinds.theses kinds.theses_of kinds.doctorates kinds.conferences kinds.report_sorts kinds.reports",
    "what belongs to a name": "names.suffixes names.generations names.behind_names compare.suffixes",
    "before a name in a title": "names.by compare.by",
    "before a cited name": "citations.prefixes citations.signals citations.second_hand",
    "which articles": "behind.articles citations.before_nouns",
    "which season": "dates.seasons citations.never",
    "what no name holds": "citations.never behind.articles titles.chapter notices.figures",
    "what ends no title": "compare.small compare.dangling compare.by behind.articles parts.of_bodies lists.unfinished",
    "when it was looked at": "lists.accessed parts.access_words",
    "what stands for the year": "citations.undated dates.undated parts.pending",
    "whether not yet printed": "parts.pending parts.advance",
    "how a group's name ends": "parts.groups names.group_heads",
    "what a body's name holds": "parts.heads names.bodies parts.organisations parts.bodies compare.bodies",
    "before a container": "parts.in citations.second_hand",
    "which label": "lists.field_labels dates.year parts.houses",
    "who edited a list's work": "lists.editors parts.editors",
    "what a day is that of": "dates.updated dates.published dates.stated",
    "whether retracted": (
        "titles.retracted titles.openly titles.marked_retraction titles.marked_withdrawal titles.marked_removal"
    ),
    "who made it": "kinds.directed roles.made_by roles.edited_by roles.translated_by",
    "what is repeated": "lists.same_author lists.same_work lists.cited_work notices.again",
}
"""Keys whose words answer one question: no word stands under two of them. Other keys ask something else of a word:
whether its line is a reference, whether a date of access follows."""
TWICE = {
    ("parts.editors", "parts.catalogue_editors"): "MARC's words for a role, in its two largest languages",
    ("parts.and", "lists.and"): "a letter that joins names only where names are certain",
    ("parts.and", "citations.and"): "a letter that joins names only where names are certain",
    ("citations.and", "names.double"): "joins two people, and two family names of one",
    ("citations.connectors", "names.double"): "joins two people, and two family names of one",
    ("parts.number", "lists.volume"): "short enough to be looked for with its stop only",
    ("compare.by", "parts.of_bodies"): "Italian has one word for both",
    ("parts.organisations", "parts.bodies"): "a catalogue's names begin with it",
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_word_answers_a_question_twice(question: str) -> None:
    twice = []
    for code, table in written().items():
        found: dict[str, str] = {}
        for address in QUESTIONS[question].split():
            name, key = address.split(".")
            for word in table.get(name, {}).get(key, ()):
                if (other := found.setdefault(word, address)) != address and (other, address) not in TWICE:
                    twice.append(f"{code}: {word} ({other}, {address})")
    assert not twice, (
        f"{twice}: keep the word under one, and let the other have it by ALSO in refcheck/language/words.py"
    )


def test_every_key_has_the_words_of_others() -> None:
    for name, keys in words.ALSO.items():
        for key, parts in keys.items():
            for part in parts:
                table, other = part.split(".")
                theirs = (found for tables in words.subject(table).values() for found in tables.get(other, ()))
                flat = {word for found in theirs for word in ([found] if isinstance(found, str) else found)}
                assert flat <= set(words.every(name, key)), (name, key, part)


def test_a_language_has_what_its_own_words_tell() -> None:
    spanish = words.subject("headings")["es"]["and"]
    assert {"y", "e", "con"} <= set(spanish) and "und" not in spanish
