"""How the parts of a claim sentence relate: what was reviewed, by whom, and whether the sentence denies it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from refcheck import patterns as re
from refcheck.claim import words as claim_words
from refcheck.claim.words import NAMES

_NEAR = 26  # characters: a verb and its object, a work and "cited", an article and "this"
CLOSE = 16  # characters: "the works above", but not "Here, we study ..."
OBJECT = 6  # characters: a verb, an article and its object
_BESIDE = 7  # characters: "data and sources"
_OWNER = re.compile(r"\w+(?:\s\w{1,5})?\s?$")  # "artikkelin " before "lähteet": the owner of the sources
_QUOTED = re.compile(r"[\"“„«「『]([^\"“”„«»」』]{20,600})[\"”“»」』]")
_OPENING = 12  # characters; words that begin within them open the sentence
UNPARTED = re.compile(r"[㐀-鿿ァ-ヺ가-힣ก-ฮ]")  # scripts without blanks, or with particles after the nouns
_PART = re.compile(r"[,;:.]")
WORD = re.compile(r"[^\W\d_]+")
Spans = Mapping[str, Sequence[tuple[int, int]]]


def demands(spans: Spans, objects: Sequence[tuple[int, int]], *, editorial: bool) -> list[tuple[int, int]]:
    """The spans of advice, demands and plans, except after the editors' review: "we checked them, so you can ..."."""
    done = max((min(a for a, _ in found) for found in (objects, spans["review"]) if found), default=0)
    # In Hebrew "check!" is spelt like "checked", which follows its subject.
    told = {a for a, _ in spans["review"] if any(end < a for _, end in spans["ours"])}
    return [
        one for one in spans["duty"] if one[0] not in told and not (editorial and spans["review"] and one[0] > done)
    ]


def near(ones: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]], gap: int = _NEAR) -> bool:
    """Whether a span of ``ones`` stands close to one of ``others``."""
    return any(max(a, c) - min(b, d) < gap for a, b in ones for c, d in others)


def told_before_colon(folded: str, spans: Spans) -> bool:
    """Whether the review is stated before a question: "We checked our sources: are they recent?"."""
    return any(end <= folded.rfind(":") for _, end in spans["review"])


def denied(folded: str, spans: Spans) -> bool:
    """Whether it denies that anything was reviewed; "no source without a review" and "without exception" do not."""
    beside = [m.span() for m in claim_words.common("exception").finditer(folded)]
    denials = [one for one in spans["not"] if not any(a <= one[0] < b for a, b in beside)]
    if spans["review"]:  # "we take nothing at face value; each source was checked"
        denials = [one for one in denials if any(_one_clause(folded, one[0], a) for a, _ in spans["review"])]
    twice = claim_words.common("none").search(folded) and claim_words.common("without").search(folded)
    return bool(denials) and not twice


def _one_clause(folded: str, one: int, other: int) -> bool:
    low, high = sorted((one, other))
    return not any(mark in folded[low:high] for mark in ";:；：")


def is_quotation(text: str) -> bool:
    """Whether someone else is quoted: most of the sentence, but not all of it, is in quotation marks."""
    inner = _QUOTED.search(text)
    rest = len(text.strip()) - len(inner[0]) if inner else 0
    return inner is not None and len(inner[0]) > rest > 8


def of_something_else(folded: str, spans: Spans, language: str) -> bool:
    """Whether it speaks of sources of stress, of supply, of energy."""
    known = [
        one
        for role in ("article", "works", *NAMES, "ours", "cited", "all", "this", "here", "plain")
        for one in spans[role]
    ]
    known += [m.span() for m in claim_words.common("information").finditer(folded)]
    return any(not any(a <= at < b for a, b in known) for at, _ in claim_words.of_what(folded, language))


def somebody_else(
    folded: str, spans: Spans, objects: Sequence[tuple[int, int]], *, editorial: bool, this: bool
) -> bool:
    """Whether others did the reviewing, or the sources are others', or sources of something else."""
    if spans["elsewhere"] or (not this and claim_words.common("elsewhere").search(folded)):
        return True
    if cited_by_others(folded, spans):
        return True
    first = min((a for a, _ in objects), default=0)
    these = any(start > first for start, _ in (*spans["this"], *spans["here"])) and this
    for start, _ in spans["outsider"]:
        ours = any(0 <= start - end < 14 for _, end in spans["ours"]) or any(a <= start < b for a, b in spans["ours"])
        if not ours and not these:  # "a librarian checked the books listed below" did it for us
            return True
    if spans["study"] and not editorial and not this:
        return True
    if any(0 <= start - end < 3 for start, _ in objects for _, end in spans["duty"]):
        return True  # "your sources"
    return not editorial and not this and stranger(folded, spans, objects)


def cited_by_others(folded: str, spans: Spans) -> bool:
    """Whether the sources are those that other works cite: "the references used by earlier studies", "die von früheren
    Studien zitierten Quellen"."""
    own = [one for role in ("ours", "this", "here", "article") for one in spans[role]]
    others = [one for role in ("works", "study", "outsider") for one in spans[role] if one not in spans["article"]]
    before = [a for a, b in spans["cited"] if any(0 < source - b < 4 for source, _ in spans["source"])]
    for start, by in (match.span() for match in claim_words.common("by").finditer(folded)):
        behind = any(0 < start - end < 4 for _, end in spans["cited"])
        for low, high in others:
            apart = not 0 < low - by < _NEAR or _PART.search(folded, by, low) or near([(by, high)], own, 1)
            if not apart and (behind or any(0 < cited - high < 4 for cited in before)):
                return True
    return False


def stranger(folded: str, spans: Spans, objects: Sequence[tuple[int, int]], *, whole: bool = False) -> bool:
    """Whether unknown words, such as another reviewer ("the ministry of culture"), stand before the sources.

    whole: include an earlier clause.
    """
    first = min([a for a, _ in [*objects, *spans["all"], *spans["cited"]]], default=0)
    low = max(folded.rfind(mark, 0, first) for mark in ",:;،、，") + 1
    if whole or len(WORD.findall(folded, 0, low)) < 2:
        low = 0  # a subject before a comma
    known = [one for role in spans if role not in ("duty", "said") for one in spans[role]]
    known += [m.span() for role in ("manner", "none") for m in claim_words.common(role).finditer(folded)]
    if UNPARTED.search(folded, low, first):
        left = set(range(low, first)).difference(*(range(a, b) for a, b in known))
        return sum(bool(UNPARTED.match(folded[at])) for at in left) > 1
    return any(m.end() < first for m in unknown(folded, known, low, first))


def unknown(folded: str, known: Sequence[tuple[int, int]], low: int, high: int) -> Iterator[re.Match[str]]:
    """The words from ``low`` to ``high`` that claims do not consist of."""
    for m in WORD.finditer(folded, low, high):
        if len(m[0]) > (2 if m[0].isascii() else 1) and not any(a < m.end() and m.start() < b for a, b in known):
            yield m


def article_is_reviewed(
    folded: str, spans: Spans, objects: Sequence[tuple[int, int]], works: Sequence[tuple[int, int]]
) -> bool:
    """Whether the article, not its sources, was reviewed: "this article was checked by ..."."""
    reviews = [a for a, _ in spans["review"]]
    sources = [a for a, _ in objects]
    bare = [
        at
        for at, _ in spans["article"]
        if not claim_words.before_article().search(folded[max(0, at - 14) : at])
        and not any(_owns(folded[at:source], spans, at) for source in sources if 0 < source - at < 40)
        and not any(a <= at < b and near([(a, b)], spans["cited"]) for a, b in works)
    ]
    if not bare or not reviews:
        return False
    if not sources:
        return True
    between = [a for role in ("ours", "cited") for a, _ in spans[role] if min(bare) < a < min(reviews)]
    if between and 0 < min(sources) - min(reviews) < 2 * _NEAR:
        return False  # "this article rests on checked, current sources"
    return min(bare) < min(sources) and min(reviews) < min(sources)


def thing_is_reviewed(folded: str, spans: Spans, objects: Sequence[tuple[int, int]]) -> bool:
    """Whether products, data or instruments are the subject: "our products are based on studies and checked"."""
    first = min((a for a, _ in objects), default=0)
    things = [m.span() for m in claim_words.common("things").finditer(folded, 0, first)]
    beside = any(first - end < _BESIDE for _, end in things)  # "the data and sources of this article"
    return bool(things) and bool(spans["review"]) and not beside


def article_reviews(spans: Spans, places: Sequence[tuple[int, int]], objects: Sequence[tuple[int, int]]) -> bool:
    """Whether the article is where the reviewing is done: "in this article we examine ...", "here we review ..."."""
    first = min((a for a, _ in objects), default=_OPENING)  # "the sources below were ..."
    opening = [end for start, end in places if start < min(_OPENING, first)]
    if not opening:
        return False
    acts = [a for role in ("review", "ours") for a, _ in spans[role] if a > opening[0]]
    own = [a for a, _ in [*objects, *spans["cited"], *spans["all"]] if a > opening[0]]
    return bool(acts) and (not own or min(acts) < min(own))


def _owns(between: str, spans: Spans, at: int) -> bool:
    """Whether the sources right after "article" are its own: "artikkelin lähteet", "jutussa käytetyt lähteet"."""
    words = list(WORD.finditer(between))[1:]
    own = [one for role in ("cited", "all") for one in spans[role]]
    return all(any(a <= at + m.start() < b for a, b in own) for m in words) or bool(_OWNER.match(between))
