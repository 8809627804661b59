"""The editorial claim: the sentence that says an article's sources were reviewed, in any of the languages of the data.

It is recognised by what it says, not by its wording: somebody (the editors, "we", nobody named) reviewed something,
that something is the sources of this article, and the criteria are named. It is told from its near misses by who
reviewed (a teacher, an agency), whose sources they are (a study's), what else was reviewed (the article, sources of
energy) and how it is said (denied, demanded, planned, quoted). The words of each role:
tables ``claim`` in ``refcheck/data/words``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from refcheck.claim import words as claim_words
from refcheck.claim.words import NAMES
from refcheck.model import CRITERIA, ClaimSentence
from refcheck.reading.sentences import Block, blocks, sentences

_LONGEST = 1500  # characters: a longer sentence is no editorial claim
_ENOUGH = 2.0
_NEAR = 26  # characters: a verb and its object, a work and "cited", an article and "this"
_CLOSE = 16  # characters: "the works above", but not "Here, we study ..."
_OBJECT = 6  # characters: a verb, an article and its object
_BESIDE = 7  # characters: "data and sources"
_LIKELY = 0.6  # fit: a word and a half; Galician and Portuguese sentences may have all words in common
_OTHER_WORDS = 0.45  # share
_NEVER = 9.0  # weight against, that nothing outweighs
_OWNER = re.compile(r"\w+(?:\s\w{1,5})?\s?$")  # "artikkelin " before "lähteet": whose sources they are
_QUOTED = re.compile(r"[\"“„«「『]([^\"“”„«»」』]{20,600})[\"”“»」』]")
_OPENING = 12  # characters: what begins before them opens the sentence
_CODE = re.compile(r"[{}=\\]|\w\(\)")  # a BibTeX entry, a call: no running text
_UNPARTED = re.compile(r"[㐀-鿿ァ-ヺ가-힣ก-ฮ]")  # scripts without blanks, or with particles behind the nouns
_WORD = re.compile(r"[^\W\d_]+")

Spans = Mapping[str, Sequence[tuple[int, int]]]


def find_claim(lines: Sequence[tuple[int, str]], language: str = "") -> ClaimSentence | None:
    """The claim among ``lines`` ((1-based line number, text), without the entries), or None.

    language: the article's, ISO 639-1; it only decides between languages that fit the sentence equally well.
    ``criteria`` are those of CRITERIA that the sentence names.
    """
    best: tuple[float, ClaimSentence] | None = None
    for block in blocks(lines):
        for score, claim in _claims(block, language):
            if best is None or score > best[0]:
                best = (score, claim)
    return best[1] if best else None


@dataclass(frozen=True, slots=True)
class _Sentence:
    """What one sentence says, in the language that fits it best."""

    language: str
    names: frozenset[str]  # of NAMES
    sources: bool  # it speaks of sources
    reviewed: bool  # it says that sources were reviewed
    weight: float  # for and against, without the criteria
    about_article: bool
    vouched: bool  # the editors reviewed all of them: a claim of all criteria, though it names none

    def score(self, names: frozenset[str] | None = None) -> float:
        """How surely it is a claim with these criteria (its own)."""
        named = len(self.names if names is None else names)
        if not named and not self.vouched:
            return 0.0
        return (2 if named > 1 else self.vouched) + self.weight


def _claims(block: Block, likely: str) -> Iterator[tuple[float, ClaimSentence]]:
    spans = list(sentences(block))
    for k, (start, end) in enumerate(spans):
        if not 15 < end - start <= _LONGEST or _CODE.search(block.text, start, end):
            continue
        said, first = _read(block.text[start:end], likely=likely), k
        if said is None and k:  # "The sources are listed below. Our editors checked each of them for ..."
            said, first = _taken_up(block.text[slice(*spans[k - 1])], block.text[start:end], likely), k - 1
        if said is None or not said.reviewed:
            continue
        names, last = said.names, k
        following = _read(block.text[slice(*spans[k + 1])], said.language) if k + 1 < len(spans) else None
        if following and not following.about_article and following.weight > -2:
            joined = names | following.names
            helps = len(following.names) >= (1 if following.sources else 2)
            if helps and (said.score() >= _ENOUGH or said.score(joined) >= _ENOUGH + 1):
                names, last = joined, k + 1
        if said.score(names) < _ENOUGH:
            continue
        before = _read(block.text[slice(*spans[k - 1])], said.language) if k == first == last and k else None
        if before and before.reviewed and before.score() >= 1:
            names, first = names | before.names, k - 1
        at, stop = spans[first][0], spans[last][1]
        quoted = block.text[at:stop].strip().strip("*_ ")
        yield (
            len(names) + said.weight,
            ClaimSentence(quoted, block.line(at), block.line(stop - 1), said.language, _criteria(names)),
        )


def _taken_up(before: str, text: str, likely: str) -> _Sentence | None:
    """What ``text`` says of the sources that ``before`` speaks of, or None: it names criteria and who reviewed."""
    folded = claim_words.fold(text)
    named = claim_words.speaks(folded, "name")
    if not named or named.isdisjoint(claim_words.speaks(f"{claim_words.fold(before)} {folded}", "object")):
        return None  # at once: so it is with most sentences
    both = _read(f"{before} {text}", likely=likely) if len(before) + len(text) < _LONGEST else None
    if both is None:
        return None
    alone, told = _read(text, both.language), _read(before, both.language)
    fits = alone and told and told.sources and told.weight > -_ENOUGH - 1
    spans = claim_words.spans(folded, both.language)
    editorial = claim_words.editorial(both.language).search(folded) and not _near(spans["review"], spans["article"])
    return both if alone and fits and editorial and len(alone.names) > 1 else None


def _criteria(names: frozenset[str]) -> tuple[str, ...]:
    """The four criteria named; accuracy is a matter of reliability."""
    wide = names | ({"reliability"} if "accuracy" in names else set())
    return tuple(name for name in CRITERIA if name in wide)


@lru_cache(maxsize=256)
def _read(text: str, language: str = "", likely: str = "") -> _Sentence | None:
    """The sentence as ``language`` reads it, or the best-fitting one; None where no language finds sources in it."""
    folded = claim_words.fold(text)
    best: tuple[float, _Sentence] | None = None
    for tongue in sorted({language} if language else claim_words.spoken(folded)):
        fit, said = _as(folded, text, tongue)
        fit += _LIKELY * (tongue == likely)
        if best is None or fit > best[0]:
            best = (fit, said)
    return best[1] if best else None


def _as(folded: str, text: str, language: str) -> tuple[float, _Sentence]:
    """(how well the language fits, what the sentence says in it)."""
    spans = claim_words.spans(folded, language)
    names = frozenset(role for role in NAMES if spans[role])
    by_us = claim_words.by_us(folded, language)
    editorial = by_us or bool(claim_words.editorial(language).search(folded))
    articles = {start for start, _ in spans["article"]}
    named = [one for one in spans["works"] if one[0] not in articles]
    these = [one for one in spans["article"] if _near([one], spans["this"])]
    here = [one for one in spans["here"] if _near([one], [*spans["source"], *spans["cited"], *named], _CLOSE)]
    first_read = [m.span() for m in claim_words.common("before_citing").finditer(folded)]  # "before we cite a study"
    this = bool(here or these or (first_read and editorial))
    works = [
        one
        for one in spans["works"]
        if _near([one], [*spans["cited"], *first_read]) or (one in named and _near([one], [*here, *these]))
    ]
    listed = [m.span() for m in claim_words.common("list").finditer(folded)]
    objects = sorted({*spans["source"], *works, *listed})
    article = _article_is_reviewed(folded, spans, objects, works)
    chosen = spans["chosen"] and len(names) > 1 and (this or (editorial and not _stranger(folded, spans, objects)))
    act = bool(spans["review"] or chosen)
    before = bool(claim_words.common("published").search(folded))
    plainly = _plainly(folded, spans, objects)
    own_list = plainly and any(one in listed for one in objects)
    whose = bool(spans["cited"] or spans["all"] or this)
    weight = float(by_us or bool(spans["ours"])) + (whose or before or own_list)
    weight -= min(7.5, (1.5 if spans["ours"] else 2.5) * len(_demands(spans, objects, editorial=editorial)))
    by_editors = bool(claim_words.editors(language).search(folded))
    if not by_editors and _article_reviews(spans, [*spans["here"], *these], objects):
        weight -= 1.5 if spans["all"] or spans["cited"] else 3
    weight -= 3 * (text.rstrip(' *_"”’)').endswith(("?", "？", "؟")) and not _told_before_colon(folded, spans))
    weight -= _NEVER * (
        article
        or _thing_is_reviewed(folded, spans, objects)
        or _denied(folded, spans)
        or bool(spans["said"])
        or claim_words.we_shall(folded, language)
        or _is_quotation(text)
        or _of_something_else(folded, spans, language)
        or _in_other_words(folded, spans)
        or (not own_list and _somebody_else(folded, spans, objects, editorial=editorial, this=this))
        or (not weight and _stranger(folded, spans, objects, whole=True))
    )
    plain = len(spans["plain"]) / (1 + folded.count(" "))
    told = sum(bool(spans[role]) for role in ("review", "ours", "cited", "all"))
    fit = len(names) + bool(objects) + told + 0.3 * len(spans["review"]) + 8 * min(1.0, plain)
    own = listed or any(0 <= a - end < 3 for a, _ in objects for _, end in spans["ours"])  # "our sources"
    vouched = _vouched(
        folded, spans, objects, editors=by_editors, editorial=editorial, this=this, own=bool(own), before=before
    )
    vouched = vouched or (plainly and (whose or own_list))
    return fit, _Sentence(
        language, names, bool(objects), bool(objects) and act, weight, article, vouched and bool(spans["review"])
    )


def _vouched(
    folded: str,
    spans: Spans,
    objects: Sequence[tuple[int, int]],
    *,
    editors: bool,
    editorial: bool,
    this: bool,
    own: bool,
    before: bool,
) -> bool:
    """Whether it claims all criteria though it names none: two signs that it is this article's references that were
    reviewed, and by those who publish it. "The bibliography" is the article's own, "before publication" its editors'.
    """
    if not objects or not spans["review"]:
        return False
    known = not _stranger(folded, spans, objects)
    cited = bool(spans["cited"])
    whose = this + own + (cited or bool(spans["all"]))
    who = editors + before + (editorial and (this or own or (cited and known)))
    if whose:
        return whose + who > 1 and (bool(who) or (known and (own or bool(spans["source"]))))
    passive = any(a < b for a, _ in objects for b, _ in spans["review"])
    straight = any(0 < a - end < _OBJECT for a, _ in objects for _, end in spans["review"])  # "checked the sources"
    return known and (passive or straight) and (editors or before)


def _demands(spans: Spans, objects: Sequence[tuple[int, int]], *, editorial: bool) -> list[tuple[int, int]]:
    """Advice, demands and plans, but for what follows the editors' review: "we checked them, so you can trust us"."""
    done = max((min(a for a, _ in found) for found in (objects, spans["review"]) if found), default=0)
    # In Hebrew "check!" is written as "checked" is, and follows who checked.
    told = {a for a, _ in spans["review"] if any(end < a for _, end in spans["ours"])}
    return [
        one for one in spans["duty"] if one[0] not in told and not (editorial and spans["review"] and one[0] > done)
    ]


def _near(ones: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]], gap: int = _NEAR) -> bool:
    """Whether a span of ``ones`` stands close to one of ``others``."""
    return any(max(a, c) - min(b, d) < gap for a, b in ones for c, d in others)


def _told_before_colon(folded: str, spans: Spans) -> bool:
    """Whether the review is told before the question: "We checked our sources: are they recent?"."""
    return any(end <= folded.rfind(":") for _, end in spans["review"])


def _denied(folded: str, spans: Spans) -> bool:
    """Whether it says that nothing was reviewed. "No source without a review" is a claim; so is "without exception"."""
    beside = [m.span() for m in claim_words.common("exception").finditer(folded)]
    denials = [one for one in spans["not"] if not any(a <= one[0] < b for a, b in beside)]
    if spans["review"]:  # "we take nothing at face value; each source was checked"
        denials = [one for one in denials if any(_one_clause(folded, one[0], a) for a, _ in spans["review"])]
    twice = claim_words.common("none").search(folded) and claim_words.common("without").search(folded)
    return bool(denials) and not twice


def _one_clause(folded: str, one: int, other: int) -> bool:
    low, high = sorted((one, other))
    return not any(mark in folded[low:high] for mark in ";:；：")


def _is_quotation(text: str) -> bool:
    """Whether somebody else's words are quoted: most of the sentence, but not all of it, is in quotation marks."""
    inner = _QUOTED.search(text)
    rest = len(text.strip()) - len(inner[0]) if inner else 0
    return inner is not None and len(inner[0]) > rest > 8


def _of_something_else(folded: str, spans: Spans, language: str) -> bool:
    """Whether it speaks of sources of stress, of supply, of energy."""
    known = [
        one
        for role in ("article", "works", *NAMES, "ours", "cited", "all", "this", "here", "plain")
        for one in spans[role]
    ]
    known += [m.span() for m in claim_words.common("information").finditer(folded)]
    return any(not any(a <= at < b for a, b in known) for at, _ in claim_words.of_what(folded, language))


def _somebody_else(
    folded: str, spans: Spans, objects: Sequence[tuple[int, int]], *, editorial: bool, this: bool
) -> bool:
    """Whether others reviewed, or others' sources, or sources of something else."""
    if spans["elsewhere"] or (not this and claim_words.common("elsewhere").search(folded)):
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
    return not editorial and not this and _stranger(folded, spans, objects)


def _stranger(folded: str, spans: Spans, objects: Sequence[tuple[int, int]], *, whole: bool = False) -> bool:
    """Whether words unknown here stand before the sources: somebody who reviews them, "the ministry of culture".

    whole: a clause before theirs counts too.
    """
    first = min([a for a, _ in [*objects, *spans["all"], *spans["cited"]]], default=0)
    low = max(folded.rfind(mark, 0, first) for mark in ",:;،、，") + 1
    if whole or len(_WORD.findall(folded, 0, low)) < 2:
        low = 0  # a subject before a comma
    known = [one for role in spans if role not in ("duty", "said") for one in spans[role]]
    known += [m.span() for role in ("manner", "none") for m in claim_words.common(role).finditer(folded)]
    if _UNPARTED.search(folded, low, first):
        left = set(range(low, first)).difference(*(range(a, b) for a, b in known))
        return sum(bool(_UNPARTED.match(folded[at])) for at in left) > 1
    return any(m.end() < first for m in _unknown(folded, known, low, first))


def _unknown(folded: str, known: Sequence[tuple[int, int]], low: int, high: int) -> Iterator[re.Match[str]]:
    """The words from ``low`` to ``high`` that are none of those a claim is made of."""
    for m in _WORD.finditer(folded, low, high):
        if len(m[0]) > (2 if m[0].isascii() else 1) and not any(a < m.end() and m.start() < b for a, b in known):
            yield m


def _known(folded: str, spans: Spans) -> list[tuple[int, int]]:
    """Where the words stand that a claim is made of."""
    common = (m.span() for role in ("manner", "none", "list") for m in claim_words.common(role).finditer(folded))
    return [*(one for found in spans.values() for one in found), *common]


def _in_other_words(folded: str, spans: Spans) -> bool:
    """Whether it is about something else, by the share of words that no claim is made of.

    Of 702 sentences of public repositories that speak of sources and reviewing and claim nothing, 6 were taken for a
    claim, 5 of them with such a share; of about 1,000 claims written for the tests 8 have it.
    """
    words = len(_WORD.findall(folded))
    return sum(1 for _ in _unknown(folded, _known(folded, spans), 0, len(folded))) > _OTHER_WORDS * words


def _plainly(folded: str, spans: Spans, objects: Sequence[tuple[int, int]]) -> bool:
    """Whether it says that the sources were reviewed, up to its verb in no words but those of a claim."""
    first = min((a for a, _ in objects), default=0)
    verb = min((b for a, b in spans["review"] if a > first), default=0)
    if not objects or not verb or _UNPARTED.search(folded, 0, verb):
        return False
    others = any(a < verb for role in ("outsider", "study", "duty", "said", "elsewhere") for a, _ in spans[role])
    return not others and not any(_unknown(folded, _known(folded, spans), 0, verb))


def _article_is_reviewed(
    folded: str, spans: Spans, objects: Sequence[tuple[int, int]], works: Sequence[tuple[int, int]]
) -> bool:
    """Whether it is the article, not its sources, that was reviewed: "this article was checked by ..."."""
    reviews = [a for a, _ in spans["review"]]
    sources = [a for a, _ in objects]
    bare = [
        at
        for at, _ in spans["article"]
        if not claim_words.before_article().search(folded[max(0, at - 14) : at])
        and not any(_owns(folded[at:source], spans, at) for source in sources if 0 < source - at < 40)
        and not any(a <= at < b and _near([(a, b)], spans["cited"]) for a, b in works)
    ]
    if not bare or not reviews:
        return False
    if not sources:
        return True
    between = [a for role in ("ours", "cited") for a, _ in spans[role] if min(bare) < a < min(reviews)]
    if between and 0 < min(sources) - min(reviews) < 2 * _NEAR:
        return False  # "this article rests on checked, current sources"
    return min(bare) < min(sources) and min(reviews) < min(sources)


def _thing_is_reviewed(folded: str, spans: Spans, objects: Sequence[tuple[int, int]]) -> bool:
    """Whether products, data or instruments are the subject: "our products are based on studies and checked"."""
    first = min((a for a, _ in objects), default=0)
    things = [m.span() for m in claim_words.common("things").finditer(folded, 0, first)]
    beside = any(first - end < _BESIDE for _, end in things)  # "the data and sources of this article"
    return bool(things) and bool(spans["review"]) and not beside


def _article_reviews(spans: Spans, places: Sequence[tuple[int, int]], objects: Sequence[tuple[int, int]]) -> bool:
    """Whether the article is where the reviewing is done: "in this article we examine ...", "here we review ..."."""
    opening = [end for start, end in places if start < _OPENING]
    if not opening:
        return False
    acts = [a for role in ("review", "ours") for a, _ in spans[role] if a > opening[0]]
    own = [a for a, _ in [*objects, *spans["cited"], *spans["all"]] if a > opening[0]]
    return bool(acts) and min(acts) < min(own, default=_LONGEST)


def _owns(between: str, spans: Spans, at: int) -> bool:
    """Whether the sources right behind an article are its own: "artikkelin lähteet", "jutussa käytetyt lähteet"."""
    words = list(_WORD.finditer(between))[1:]
    own = [one for role in ("cited", "all") for one in spans[role]]
    return all(any(a <= at + m.start() < b for a, b in own) for m in words) or bool(_OWNER.match(between))
