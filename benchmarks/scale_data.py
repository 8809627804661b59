"""Data for ``benchmarks/scale.py``, streamed: records in any number, and archives of articles.

The records are the real ones of ``../shared/data/records`` and those rebuilt of ``matching/`` (see ``matching.py``),
then copies of them with other words: half the longer words of a title are drawn anew from those of all titles, so that
common words stay common; people, places in a journal and DOIs are others. Some 334,000 records a copy.
"""

# ruff: noqa: E501 - sentences in twelve languages

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.matching import DATA, REAL, RECORDS, held_out, rebuilt, strings
from tests.articles.forms import Piece, render
from tests.crossref_server import message_of, read_records

_LONG = re.compile(r"[^\W\d_]{4,}")
_KEPT = 200_000  # words, names and journals that copies draw from


def records() -> Iterator[dict[str, Any]]:
    """Every record once, as Crossref messages; the third of the artificial works that is held out is not among them."""
    for row in rebuilt(case for case in strings() if case.style not in REAL):
        if not held_out(row["doi"]):
            yield message_of(row)
    for row in read_records(*(DATA / "records" / f"{name}.jsonl.gz" for name in RECORDS)):
        yield row if "DOI" in row else message_of(row)


def write_records(folder: Path, number: int) -> list[Path]:
    """``number`` records as gzipped JSON Lines, a file a copy; what is there already is kept."""
    folder.mkdir(parents=True, exist_ok=True)
    first = folder / "copy-00.jsonl.gz"
    if not first.exists():
        _write(first, records(), None)
    with gzip.open(first, "rt", encoding="utf-8") as lines:
        size = sum(1 for _ in lines)
    files, left, copy = [first], number - size, 0
    pool: _Pool | None = None
    while left > 0:
        copy += 1
        pool = pool or _Pool(read_records(first))
        path = folder / f"copy-{copy:02d}{'' if left >= size else f'-{left}'}.jsonl.gz"
        if not path.exists():
            _write(path, (pool.altered(row, copy) for row in read_records(first)), min(left, size))
        files.append(path)
        left -= size
    return files


def _write(path: Path, rows: Iterable[Mapping[str, Any]], most: int | None) -> None:
    part = path.with_suffix(".part")
    with gzip.open(part, "wt", encoding="utf-8", compresslevel=1) as out:
        for number, row in enumerate(rows):
            if number == most:
                break
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    part.rename(path)


class _Pool:
    """Words, people and journals as often as they occur, to draw from."""

    def __init__(self, rows: Iterable[Mapping[str, Any]]) -> None:
        chance = random.Random(2026)
        self._words: list[str] = []
        self._people: list[Mapping[str, Any]] = []
        self._journals: list[str] = []
        for row in rows:
            words = _LONG.findall(" ".join(row.get("title") or []))
            for pool, items in (
                (self._words, words),
                (self._people, row.get("author") or []),
                (self._journals, (row.get("container-title") or [])[:1]),
            ):
                for item in items:
                    if len(pool) < _KEPT:
                        pool.append(item)
                    elif chance.random() < 0.1:
                        pool[chance.randrange(_KEPT)] = item

    def altered(self, row: Mapping[str, Any], copy: int) -> dict[str, Any]:
        """One record as another work."""
        chance = random.Random(f"{copy} {row['DOI']}")

        def word(match: re.Match[str]) -> str:
            return chance.choice(self._words) if chance.random() < 0.5 else match[0]

        dated = re.search(r"\b(1[89]|20)\d\d\b", str(row.get("issued")))
        year = dated[0] if dated else "2000"
        out = {
            **row,
            "DOI": f"{row['DOI']}.{copy}",
            "title": [_LONG.sub(word, title) for title in row.get("title") or []],
            "author": [chance.choice(self._people) for _ in row.get("author") or []],
            "issued": {"date-parts": [[max(1900, min(2026, int(year) + chance.randint(-5, 5)))]]},
            "volume": str(chance.randint(1, 300)),
            "page": f"{(first := chance.randint(1, 3000))}-{first + chance.randint(1, 20)}",
        }
        if row.get("container-title"):
            out["container-title"] = [chance.choice(self._journals)]
        for key in ("published", "published-print", "published-online", "short-container-title", "updated-by"):
            out.pop(key, None)
        return out


# ------------------------------------------------------------------------------------------------------------ archives

FORMATS = ("txt", "md", "html", "tex", "rst", "docx", "xml", "ipynb")
_TEXTS = {
    "en": ("References", "The question is old, and the evidence is mixed: early work found a clear effect, later work a small one."),
    "nl": ("Bronnen", "De vraag is oud en het bewijs wisselt: vroeg onderzoek vond een duidelijk effect, later onderzoek een klein."),
    "de": ("Literatur", "Die Frage ist alt und die Belege sind gemischt: frühe Arbeiten fanden einen klaren Effekt, spätere kaum."),
    "fr": ("Bibliographie", "La question est ancienne et les résultats sont partagés : les premiers travaux trouvaient un effet net."),
    "es": ("Bibliografía", "La pregunta es antigua y los datos son dispares: los primeros trabajos hallaron un efecto claro y fuerte."),
    "it": ("Bibliografia", "La domanda è antica e i risultati sono contrastanti: i primi lavori trovarono un effetto molto chiaro."),
    "pt": ("Referências", "A pergunta é antiga e os resultados são mistos: os primeiros trabalhos encontraram um efeito bem claro."),
    "sv": ("Referenser", "Frågan är gammal och beläggen är blandade: tidiga arbeten fann en tydlig effekt, senare bara en liten."),
    "da": ("Litteratur", "Spørgsmålet er gammelt, og resultaterne er blandede: tidlige arbejder fandt en klar virkning, senere næppe."),
    "pl": ("Bibliografia", "Pytanie jest stare, a wyniki są mieszane: wczesne prace znalazły wyraźny efekt, późniejsze tylko niewielki."),
    "tr": ("Kaynakça", "Soru eskidir ve bulgular karışıktır: ilk çalışmalar açık bir etki buldu, sonraki çalışmalar küçük bir etki."),
    "cs": ("Literatura", "Otázka je stará a výsledky jsou smíšené: rané práce našly jasný účinek, pozdější práce jen malý účinek."),
}  # fmt: skip
REFERENCES = 30
_FIRST = re.compile(r"[^\W\d_]{3,}")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def write_articles(folder: Path, number: int) -> Path:
    """``number`` articles of thirty references each, in twelve languages and eight formats, and their DOIs beside them.

    The references are the real and the artificial strings of ``matching/``, half of them with their DOI printed. A
    folder that has them all already is left as it is.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if sum(1 for _ in folder.iterdir()) == number:
        return folder
    chance = random.Random(2026)
    pool = [case for case in strings() if "noise" not in case.style and "degraded" not in case.style]
    chance.shuffle(pool)
    for n in range(number):
        language, form = list(_TEXTS)[n % len(_TEXTS)], FORMATS[(n // 3) % len(FORMATS)]
        heading, sentence = _TEXTS[language]
        cases = [pool[(n * REFERENCES + k) % len(pool)] for k in range(REFERENCES)]
        listed = [c.raw if k % 2 else f"{c.raw.rstrip(' .')}. https://doi.org/{c.doi}" for k, c in enumerate(cases)]
        cited = [(f[0], y[0]) for raw in listed if (f := _FIRST.search(raw)) and (y := _YEAR.search(raw))]
        groups = [cited[k : k + 3] for k in range(0, len(cited), 3)]
        paragraphs = tuple(f"{sentence} ({'; '.join(f'{a}, {y}' for a, y in group)})." for group in groups)
        piece = Piece(f"{sentence.split(':')[0]} {n}", paragraphs, heading, tuple(listed), language=language)
        (folder / f"{n:06d}.{form}").write_bytes(render(piece, form))
    return folder
