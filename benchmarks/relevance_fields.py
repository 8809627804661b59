"""The score of 0.1.0, to compare with: fields of study alone, a stack of constants, methods by a pattern of words.

It reads titles as it did then, each letter, word and table anew, so that its time is the one of 0.1.0.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from zlib import crc32

import numpy as np

from refcheck.topics.model import _EVERY_FIELD, _WORD, LEAST_KNOWN, LONGEST, _small, model, shares

THRESHOLD = 2.15
_BRITISH = re.compile(r"(?<=[a-z]{3})is(?=(?:ation|ations|ing|ed|ational)\b)")
_METHODS = re.compile(
    r"\b(?:software|package|toolbox|toolkit|user['’]?s? (?:manual|guide)|version \d|language and environment|in r|"
    r"for r|matlab|python|statisti\w*|statistik\w*|estad[ií]stic\w*|estat[ií]stic\w*|regression\w*|"
    r"multivariate|imputation|missing data|anova|analysis of variance|varianzanalyse|(?:linear|additive) models?|"
    r"meta-?analys\w*|systematic reviews?|bootstrap\w*|chi-?square\w*|structural equation\w*|mixed-effects|"
    r"multilevel|factor analysis|faktorenanalyse|(?:principal )?components? analysis|cluster(?:ing| analysis)|"
    r"model selection|information criteri\w*|random forests?|support vector|"
    r"t-sne|lasso|sample size|propensity scores?|time series|delphi|false discovery rate|multiple test\w*|"
    r"monte carlo|bayesian|maximum likelihood|data analysis|datenanalyse|psychometric\w*|bibliometric mapping)\b"
)
_METHODS_OF_ALL = re.compile(
    r"\b(?:spss|stata|nvivo|maxqda|atlas\.ti|g\*power|power (?:analysis for|primer)|preferred reporting items|"
    r"prisma 20\d\d|grounded theory|thematic analysis|qualitative (?:research|data analysis|inhaltsanalyse)|likert|"
    r"observer agreement|coefficient alpha|fit ind(?:ex|ic)es|statistical model (?:selection|identification)|"
    r"mixed methods research|metodolog[ií]a d[ea] (?:la investigaci[oó]n|pesquisa))\b"
)
_METHOD_VENUES = re.compile(r"\bstat(?:ist\w*)?\b|biometrika|technometrics|\br (?:journal|foundation)\b")
_METHOD_FIELDS = ("Mathematics", "Computer Science", "Decision Sciences", "Economics, Econometrics and Finance")


def strangeness(works: Sequence[tuple[str, str]]) -> np.ndarray:
    """As `off-topic` of 0.1.0 had it: above THRESHOLD is off-topic."""
    odds, known = evidence(works)
    n = len(works)
    if (known >= LEAST_KNOWN).sum() < 4:
        return np.full(n, -np.inf)
    rows = shares(odds, sharpness=1.4)
    rest = (rows.sum(axis=0) - rows) / (n - 1)
    near = rest @ model().relatedness ** 0.7
    related = (rows * near).sum(axis=1)
    of_venue, known_of_venue = evidence([("", venue) for _, venue in works])
    vouched = 0.7 * (shares(of_venue, sharpness=1.4) * near).sum(axis=1)
    related = np.where(known_of_venue > 1, np.maximum(related, vouched), related)
    direction = odds - odds.mean(axis=1, keepdims=True)
    direction /= np.linalg.norm(direction, axis=1, keepdims=True) + 1e-6
    others = direction.sum(axis=0) - direction
    cosine = (direction * others).sum(axis=1) / (np.linalg.norm(others, axis=1) + 1e-6)
    score = -np.log(related + 1e-3) - 0.8 * cosine
    score -= 0.4 * (score.sum() - score) / (n - 1) + 0.3 * np.log(n / 10)
    score -= 0.06 * np.maximum(0, 15 - known)
    best = [model().fields[k] for k in rows.argmax(axis=1)]
    empirical = rest[:, model().fields.index("Arts and Humanities")] < 0.3
    method = empirical & [_is_method(work, field) for work, field in zip(works, best, strict=True)]
    score = np.where(method, np.minimum(score, THRESHOLD - 1), score)
    return np.asarray(np.where(known > 0, score, -np.inf))


def _is_method(work: tuple[str, str], field: str) -> bool:
    title, venue = (text[:600].casefold() for text in work)
    if _METHODS_OF_ALL.search(title):
        return True
    return field in _METHOD_FIELDS and bool(_METHODS.search(title) or _METHOD_VENUES.search(venue))


def words(text: str) -> list[str]:
    decomposed = unicodedata.normalize("NFKD", text[:LONGEST].casefold())
    folded = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _WORD.findall(_BRITISH.sub("iz", folded))[:80]


def features(title: str, venue: str) -> list[int]:
    names: list[str] = []
    for mark, text in (("", title), ("v", venue)):
        parts = words(text)
        if mark and _EVERY_FIELD.match(" ".join(parts)):
            parts = []
        parts = [word for word in parts if word not in _small()]
        for word in parts:
            names.append("w" + word)
            names += ["p" + word[:size] for size in (5, 8) if len(word) > size]
            if len(word) > 8:
                names.append("s" + word[-6:])
                names += ["g" + word[i : i + 6] for i in range(1, len(word) - 6, 2)]
            if mark:
                names += ["v" + word, "a" + word[:4]]
        names += [f"{mark}b{a} {b}" for a, b in pairwise(parts)]
        if mark and parts:
            names.append("j" + " ".join(parts))
    return [crc32(name.encode()) for name in names]


def evidence(works: Sequence[tuple[str, str]]) -> tuple[np.ndarray, np.ndarray]:
    m = model()
    odds = np.zeros((len(works), len(m.fields)))
    known = np.zeros(len(works), dtype=np.int64)
    for i, (title, venue) in enumerate(works):
        hashed = np.array(sorted(features(title, venue)), dtype=np.uint32)
        at = np.minimum(np.searchsorted(m.hashes, hashed), len(m.hashes) - 1)
        rows = at[m.hashes[at] == hashed]
        known[i] = len(rows)
        odds[i] = (m.weights[rows] * m.scale).sum(axis=0) / np.sqrt(max(len(rows), 1))
    return odds, known
