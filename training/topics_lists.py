"""Real bibliographies to learn the co-citation model from and to measure it on, and lists with a stray put in."""

from __future__ import annotations

import gzip
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import md5
from pathlib import Path
from typing import Any

import numpy as np

from refcheck.topics.cocitation import title_key
from refcheck.topics.model import content_words, evidence, model, shares

DATA = Path(__file__).parents[2] / "shared" / "data"
_MARKUP = re.compile(r"<[^>]{1,60}>|\\[a-zA-Z]+|[{}$]")
_OPEN = re.compile(
    r"creativecommons\.org/(?:licenses/by/|publicdomain/zero)|^CC-BY(?:-[34]|$)|^CC0|^MIT|^Apache|^BSD|^Unlicense|"
    r"creative commons attribution (?:\d\.0 )?(?:\(cc by\)|(?:international |unported )?licen)|"
    r"\(?cc[ -]by\)?(?![- ]?(?:nc|nd|sa))",
    re.IGNORECASE,
)
_SHUT = re.compile(r"non-?commercial|no-?deriv|share-?alike|by-n[cd]|by-sa|all rights reserved|\bnc\b", re.IGNORECASE)

Work = tuple[str, str]


@dataclass
class Listed:
    """One bibliography: its works, and what the training needs to know of it."""

    name: str
    group: str
    open: bool
    kind: str
    works: list[Work]
    pieces: list[str] = field(default_factory=list)  # of the citing document: title, beginning of the text
    mix: Any = None  # its fields of study


def rows(name: str) -> Iterator[dict[str, Any]]:
    with gzip.open(DATA / name, "rt", encoding="utf-8") as handle:
        yield from map(json.loads, handle)


def is_open(licence: str | None) -> bool:
    return bool(licence and _OPEN.search(licence) and not _SHUT.search(licence))


def _plain(text: str | None) -> str:
    return _MARKUP.sub(" ", text or "").strip()


def bibliographies() -> list[Listed]:
    """All real bibliographies, each once."""
    found: dict[bytes, Listed] = {}
    for row in rows("topics/bibliographies.jsonl.gz"):
        works = [(_plain(ref.get("title"))[:400], _plain(ref.get("venue"))[:200]) for ref in row["refs"]]
        works = [work for work in works if content_words(work[0])]
        if len(works) < 4:
            continue
        repository, _, path = row["bib"].partition(":")
        group = f"{repository}/{path.split('/')[0]}" if repository == "langsci/raw_texfiles" else repository
        text = row["text"] or ""
        pieces = [row["title"] or "", *(text[k : k + 600] for k in range(0, min(len(text), 4200), 600))]
        mark = md5("|".join(sorted(title.casefold()[:60] for title, _ in works)).encode()).digest()
        listed = Listed(row["bib"], group, is_open(row["licence"]), row["kind"], works, pieces if any(pieces) else [])
        found.setdefault(mark, listed)
    return list(found.values())


def by_chance(group: str) -> bool:
    """Whether a repository is of the fifth that nothing is learned from."""
    return int(md5(group.encode()).hexdigest(), 16) % 5 == 3


def hardly_open(lists: Iterable[Listed]) -> set[str]:
    """Repositories of which under 30 % of the rows are open: nothing is learned from them either."""
    count: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for listed in lists:
        count[listed.group][0] += 1
        count[listed.group][1] += listed.open
    return {group for group, (all_, open_) in count.items() if open_ / all_ < 0.3}


def fields_of(lists: Sequence[Listed]) -> None:
    """Sets the mix of fields of study of each list, by at most 30 works."""
    for listed in lists:
        odds, known = evidence(listed.works[:30])
        listed.mix = shares(odds, 1.4)[known >= 4].mean(axis=0) if (known >= 4).any() else None


def alike(mixes: np.ndarray) -> np.ndarray:
    """Cosine of each two mixes of fields, related fields counting as partly the same."""
    products = mixes @ model().relatedness ** 0.7 @ mixes.T
    return np.asarray(products / np.sqrt(np.outer(np.diag(products), np.diag(products))))


@dataclass(frozen=True)
class Trial:
    """One list as it is tried: the works' places (list, work), and which are strays."""

    kind: str  # clean, random, adversarial, related, common
    places: tuple[tuple[int, int], ...]
    strays: tuple[int, ...]
    host: int


def trials(lists: Sequence[Listed], seed: int, per: int = 1, most: int = 30, far_below: float = 0.25) -> list[Trial]:
    """Each list as it is and with a reference REPLACED, so that its length tells nothing.

    random: by one from a list of another subject; adversarial: of 150 such, the one that shares most words;
    related: from one of the 4 % of lists nearest in fields of study.
    """
    rng = random.Random(seed)
    near_to = alike(np.array([listed.mix for listed in lists]))
    content = [[{w[:7] for w in content_words(title) if len(w) > 4} for title, _ in listed.works] for listed in lists]
    found = []
    for i, listed in enumerate(lists):
        elsewhere = [j for j in np.argsort(-near_to[i]).tolist() if lists[j].group != listed.group]
        far = [j for j in elsewhere if near_to[i, j] < far_below]
        near = elsewhere[: max(12, len(lists) // 25)]
        for _ in range(per):
            good = [k for k, (title, _) in enumerate(listed.works) if len(content_words(title)) > 1]
            if len(good) < 4:
                break
            n = rng.randint(4, min(most if rng.random() < 0.6 else 10, len(good)))
            picked = [(i, k) for k in rng.sample(good, n)]
            found.append(Trial("clean", tuple(picked), (), i))
            if listed.kind == "library" or len(far) < 20:
                continue
            own = set().union(*(content[i][k] for _, k in picked))
            of_far = [(j, rng.randrange(len(lists[j].works))) for j in rng.choices(far, k=150)]
            closest = max(of_far, key=lambda place: len(content[place[0]][place[1]] & own))
            j = rng.choice(near)
            for kind, stray in (
                ("random", of_far[0]),
                ("adversarial", closest),
                ("related", (j, rng.randrange(len(lists[j].works)))),
            ):
                places, at = list(picked), [rng.randrange(n)]
                places[at[0]] = stray
                if kind != "related" and n > 7 and rng.random() < 0.2:  # two strays, half of the time from one list
                    at.append((at[0] + 1) % n)
                    same = (stray[0], rng.randrange(len(lists[stray[0]].works)))
                    places[at[1]] = of_far[1] if rng.random() < 0.5 else same
                found.append(Trial(kind, tuple(places), tuple(at), i))
    return found


def cited_everywhere(lists: Sequence[Listed], fewest: int = 3, apart: float = 0.25) -> set[int]:
    """Works (``title_key``) that lists of many subjects cite: at least ``fewest``, whose fields differ on average.

    apart: 1 - cosine of the mixes of two citing lists, related fields counting as partly the same.
    """
    rng = random.Random(0)
    citing: dict[int, list[Listed]] = defaultdict(list)
    for listed in lists:
        if listed.mix is not None:
            for work in {title_key(title) for title, _ in listed.works} - {0}:
                citing[work].append(listed)
    found = set()
    for work, own in citing.items():
        if len(own) >= fewest:
            own = rng.sample(own, min(30, len(own)))
            both = alike(np.array([listed.mix for listed in own]))
            if 1 - (both.sum() - len(own)) / (len(own) * (len(own) - 1)) > apart:
                found.add(work)
    return found


def common_trials(lists: Sequence[Listed], common: set[int], seed: int, per: int = 2) -> list[Trial]:
    """Each list with a reference replaced by a work that is cited everywhere, which is no stray."""
    rng = random.Random(seed)
    works = [(i, k) for i, x in enumerate(lists) for k, (title, _) in enumerate(x.works) if title_key(title) in common]
    found = []
    for i, listed in enumerate(lists):
        good = [k for k, (title, _) in enumerate(listed.works) if len(content_words(title)) > 1]
        for _ in range(per if len(good) > 3 and works else 0):
            n = rng.randint(4, min(30 if rng.random() < 0.6 else 10, len(good)))
            places, at = [(i, k) for k in rng.sample(good, n)], rng.randrange(n)
            places[at] = rng.choice(works)
            found.append(Trial("common", tuple(places), (at,), i))
    return found
