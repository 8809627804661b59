"""What each rule that corrects the tagger's labels is worth: the references it makes right, and those it makes wrong.

    python -m benchmarks.rules [RULE ...]

All sets of ``benchmarks/parsing.py`` are read with every rule, then those references that a rule changes without it.
A rule gains those that are right with it and wrong without, and loses those that are wrong with it and right without.
The numbers are of four kinds of sets: labelled references (gold_*, EXCITE, the sets that the tagger may be trained on),
our own, strings that other parsers got wrong, and the batches of fresh strings, for which most rules were written. The
first lines say it of all rules left out together.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from benchmarks.parsing import (
    EVALUATION,
    EXCITE,
    FRESH,
    LEFT_OUT,
    OWN,
    SHARED,
    _left_out_rows,
    _module,
    _rows,
    as_prediction,
    gold_of,
)
from refcheck.model import Reference
from refcheck.parsing.mending import rules
from refcheck.parsing.references import read_fields

KINDS = ("labelled", "own", "wild", "fresh")
Right = Callable[[Reference], bool]


def strings() -> Iterator[tuple[str, str, Right]]:
    """The kind of set, the text, and what tells whether a reading of it is right."""
    labelled, wild = _module("score_parsing"), _module("score_wild_parsing")

    known = {"id": "", "raw": "", "gold": {"title": "Known"}}  # the scorer divides by the fields that some row has

    def by_gold(row: dict[str, Any]) -> Right:
        def right(reference: Reference) -> bool:
            answer = as_prediction(reference, row.get("everybody"))
            if row.get("joined"):
                answer["title"] = f"{answer['title']} {answer['container']}"
            both = labelled.evaluate([known, row], {known["id"]: known["gold"], row["id"]: answer})
            return bool(both[0]["all_right"] == 1)

        return right

    def by_fields(case: dict[str, Any]) -> Right:
        return lambda reference: not set(wild.wrong(case["expected"], reference.to_dict())) & set(wild.FIELDS)

    data = SHARED / "data"
    sets = [_rows(data / "parsing_eval" / f"{name}.jsonl.gz") for name in EVALUATION]
    sets += [[gold_of(row) for row in _rows(data / "parsing" / f"{file}.jsonl.gz")] for file in EXCITE.values()]
    sets += [[gold_of(row) for row in _left_out_rows(name)] for name in LEFT_OUT]
    for kind, rows in (*(("labelled", rows) for rows in sets), ("own", _rows(OWN))):
        yield from ((kind, row["raw"], by_gold(row)) for row in rows)
    for kind, cases in (("wild", _rows(SHARED / "cases" / "parsing.jsonl")), ("fresh", _rows(FRESH))):
        wanted = [case for case in cases if "expected" in case and "note" not in case["expected"]]
        yield from ((kind, case["input"], by_fields(case)) for case in wanted)


def changed_by_rules(raws: Sequence[str]) -> dict[str, list[int]]:
    """Rule -> the texts whose labels it changes, by number."""
    found: dict[str, list[int]] = defaultdict(list)
    done: list[str] = []

    def watched(name: str, rule: rules.Rule) -> rules.Rule:
        def watch(raw: str, tokens: Any, labels: list[str]) -> None:
            before = labels.copy()
            rule(raw, tokens, labels)
            if labels != before:
                found[name].append(len(done))

        return watch

    plain = list(rules._IN_ORDER)
    rules._IN_ORDER[:] = [watched(name, rule) for name, rule in rules.RULES.items()]
    try:
        for raw in raws:
            read_fields([raw])
            done.append(raw)
    finally:
        rules._IN_ORDER[:] = plain
    return found


def main() -> None:
    """Print a line for each rule, the most useful first."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rules", nargs="*", metavar="RULE", help="default: all")
    chosen = parser.parse_args().rules or list(rules.RULES)
    kinds, raws, right = zip(*strings(), strict=True)
    whole = [test(Reference(**fields)) for test, fields in zip(right, read_fields(raws), strict=True)]
    bare = [test(Reference(**fields)) for test, fields in zip(right, read_fields(raws, without=chosen), strict=True)]
    print(f"{'set':9} {'references':>10} {'without':>8} {'with':>7} {'gained':>7} {'lost':>5}   all of these rules")
    for kind in KINDS:
        pairs = [(old, new) for old, new, of in zip(bare, whole, kinds, strict=True) if of == kind]
        told = (len(pairs), *map(sum, zip(*pairs, strict=True)), pairs.count((False, True)), pairs.count((True, False)))
        print("{:9} {:>10,} {:>8,} {:>7,} {:>7} {:>5}".format(kind, *told))
    changed = changed_by_rules(raws)
    rows = []
    for name in chosen:
        gained, lost = Counter[str](), Counter[str]()
        of = sorted(set(changed.get(name, ())))
        for number, fields in zip(of, read_fields([raws[number] for number in of], without=[name]), strict=True):
            without = right[number](Reference(**fields))
            gained[kinds[number]] += whole[number] and not without
            lost[kinds[number]] += without and not whole[number]
        rows.append((gained.total() - lost.total(), name, len(of), gained, lost))
    print(f"\n{len(raws)} references, {sum(whole)} right\n")
    print(f"{'rule':36} {'changed':>7}  " + "  ".join(f"{kind:>9}" for kind in KINDS))
    for _, name, number, gained, lost in sorted(rows, reverse=True):
        print(f"{name:36} {number:>7}  " + "  ".join(f"{f'+{gained[kind]} -{lost[kind]}':>9}" for kind in KINDS))


if __name__ == "__main__":
    main()
