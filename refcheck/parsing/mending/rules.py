"""The rules that correct the tagger's labels: named, in order, and each can be left out.

``benchmarks/parsing.py --without NAME`` prints what one is worth. Few have something to do in any one reference: its
labels tell which, and the signs and words in its text. Some of the rules are a number whose bit n is the n-th rule's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import TypeVar

from refcheck.parsing.mending import (
    containers,
    east_asian,
    imprints,
    law,
    numbers,
    people_behind,
    places,
    signing,
    slots,
    theses,
    titles,
    venues,
)
from refcheck.parsing.mending.cues import CUES, Rule, Watch
from refcheck.parsing.mending.frame import rules_of
from refcheck.parsing.mending.frames import FRAMES
from refcheck.parsing.mending.frames_of_works import FRAMES_OF_WORKS
from refcheck.parsing.tagging.tagger import Tagged
from refcheck.parsing.tagging.tokens import Token, words_in

ORDER: dict[Rule, str] = {
    slots.date_slot: "",
    titles.whole_words: "",
    numbers.volumes_counted: "title|volume",
    containers.in_behind_book: "container -volume -issue",
    containers.proceedings_go_on: "container",
    containers.book_behind_slashes: "title|container",
    containers.volume_of_the_book: "container -volume",
    theses.advisor_behind_title: "",
    theses.thesis_by_its_word: "title|container",
    containers.entry_on_a_person: "author container -title",
    containers.book_of_its_editors: "editor container -author -title -volume -issue",
    signing.group_behind_names: "author title",
    signing.organisation_in_front: "",
    signing.publisher_in_front: "author",
    signing.standard_in_front: "title",
    signing.standard_behind_title: "",
    titles.quoted_among_authors: "author",
    titles.title_in_quotes: "title",
    titles.split_at_in: "title -container",
    titles.split_at_comma_in: "title -container",
    titles.volume_behind_title: "title -volume",
    titles.title_among_authors: "author title",
    titles.title_before_the_date: "author|title date",
    titles.one_list: "author editor",
    titles.names_end_at_and: "author",
    titles.second_title: "title",
    titles.editors_behind_title: "",
    signing.introduced_people: "",
    signing.introduced_body: "title",
    people_behind.in_is_no_initial: "editor",
    people_behind.names_to_their_end: "author title -container",
    people_behind.makers_of_a_film: "date",
    people_behind.series_behind_people: "title place -series",
    signing.stated_again: "",
    signing.names_to_the_colon: "author title",
    numbers.page_like_a_year: "date container -pages",
    containers.container_without_numbers: "container",
    containers.container_initials: "author container",
    containers.meeting_of_a_talk: "title",
    imprints.imprint_in_brackets: "title -publisher -container -issue -pages",
    imprints.report_behind_title: "title",
    imprints.paper_of_an_office: "container -volume -issue",
    numbers.series_letters: "container volume|pages|date",
    numbers.numbers_apart: "volume",
    numbers.whole_dates: "",
    numbers.year_of_the_title: "title date publisher|place",
    numbers.year_behind_a_blank: "date",
    numbers.years_not_pages: "pages -volume -container",
    signing.title_behind_initials: "author publisher -title -container",
    imprints.publisher_at_end: "title date",
    imprints.closing_bracket: "publisher|place",
    imprints.access_behind_publisher: "publisher|container",
    places.second_place: "place publisher",
    places.place_behind_collection: "container date -place",
    imprints.house_by_its_word: "title",
    places.place_with_publisher: "publisher",
    theses.university_is_no_place: "place",
    places.place_behind_title: "title -place -container -volume",
    imprints.publisher_behind_title: "title -publisher -container -volume -series",
    numbers.year_missing: "",
    numbers.issue_behind_volume: "volume -issue -pages",
    numbers.chapter_is_no_volume: "",
    numbers.page_of_a_day: "volume date -issue -pages",
    **dict.fromkeys(rules_of(FRAMES | FRAMES_OF_WORKS).values(), ""),
    east_asian.works_in_brackets: "",
    east_asian.gb_7714: "",
    east_asian.sist_02: "",
    imprints.site_behind_title: "id title -publisher -container",
    containers.volume_of_the_series: "series -volume",
    venues.journal_without_numbers: "publisher title",
    venues.journal_behind_title: "title -container -publisher -place -volume",
    venues.newspaper_of_a_day: "title -volume -issue",
    law.law_report: "",
    law.law_book: "",
    law.oxford_book: "",
    law.oscola_article: "author title",
    law.yearly_journal_of_law: "",
    law.judgment: "",
    law.statute: "",
}
"""The rules in the order in which they are applied, each with the labels without which it has nothing to do: all of
these, one of those parted by "|", none of those behind "-"."""
RULES: dict[str, Rule] = {rule.__name__.replace("_", "-"): rule for rule in ORDER}
"""Name -> rule, in the order in which they are applied."""
_IN_ORDER = list(ORDER)
_Key = TypeVar("_Key", bound=Hashable)
_MENDED = 0.75  # probability of a label set by a rule: the share that is right on held-out references


def _by(keys: Iterable[Iterable[_Key]]) -> Mapping[_Key, int]:
    """Key -> the rules that have it. keys: of each rule, in order."""
    found: dict[_Key, int] = {}
    for n, of_rule in enumerate(keys):
        for key in of_rule:
            found[key] = found.get(key, 0) | 1 << n
    return found


_NEEDING = _by(map(str.split, ORDER.values()))
_TOLD_BY: dict[str, dict[frozenset[str], int]] = {}
"""Longest word of a phrase -> its other words -> the rules that it tells to look at a text with all of them."""
for _phrase, _rules in _by(CUES[rule].phrases if rule in CUES else () for rule in ORDER).items():
    _longest = max(_phrase, key=len)
    _TOLD_BY.setdefault(_longest, {})[_phrase - {_longest}] = _rules
_TELLING = frozenset(_TOLD_BY)
_UNTOLD = sum(1 << n for n, rule in enumerate(ORDER) if rule not in CUES)  # those that look at every text


@cache
def _watch() -> Watch:
    return Watch([CUES[rule].signs if rule in CUES else () for rule in ORDER])


def told_by_signs(texts: Sequence[str]) -> list[int]:
    """For each text the rules that its signs tell to look at it."""
    return _watch().standing(texts)


def repaired(
    texts: Sequence[str], tokens: Sequence[Sequence[Token]], tagged: Sequence[Tagged], without: Collection[str] = ()
) -> list[Tagged]:
    """The tagger's answers with their labels corrected by all rules but those named.

    A rule goes through all references before the next one does, since code that has just run is there when it runs
    again.
    """
    allowed = ~sum(1 << _IN_ORDER.index(RULES[name]) for name in without)
    told = [allowed & _told(text, by_signs) for text, by_signs in zip(texts, told_by_signs(texts), strict=True)]
    before, labels = [answer.labels for answer in tagged], [answer.labels.copy() for answer in tagged]
    left = [rules & _with_labels(frozenset(given)) for rules, given in zip(told, labels, strict=True)]
    waiting = _by_rule(left)
    for n, rule in enumerate(_IN_ORDER):
        for i in waiting.get(n, ()):
            rule(texts[i], tokens[i], labels[i])
            if labels[i] != before[i]:  # which is rare, and then other rules may have something to do
                before[i] = labels[i].copy()
                given, left[i] = left[i], told[i] & _with_labels(frozenset(labels[i]))
                for behind in _numbers((given ^ left[i]) >> n + 1 << n + 1):
                    waiting[behind] ^= {i}
    return [_with(given, answer) for given, answer in zip(labels, tagged, strict=True)]


def _by_rule(rules: Sequence[int]) -> defaultdict[int, set[int]]:
    """Rule -> the references that it may have something to do with, from the rules of each reference."""
    import numpy as np

    size = len(ORDER) + 7 >> 3
    numbers = np.frombuffer(b"".join([each.to_bytes(size, "little") for each in rules]), np.uint8)
    bits = np.unpackbits(numbers.reshape(len(rules), size), axis=1, count=len(ORDER), bitorder="little")
    of_rule, references = (each.tolist() for each in bits.T.nonzero())
    starts = [i for i, n in enumerate(of_rule) if not i or n != of_rule[i - 1]]
    found: defaultdict[int, set[int]] = defaultdict(set)
    for start, end in zip(starts, [*starts[1:], len(references)], strict=True):
        found[of_rule[start]] = set(references[start:end])
    return found


def _told(text: str, by_signs: int) -> int:
    """The rules that look at a text: those told by its signs, by its words, and by nothing."""
    told, words = by_signs | _UNTOLD, words_in(text)
    for word in _TELLING & words:
        for rest, rules in _TOLD_BY[word].items():
            if not rest or rest <= words:
                told |= rules
    return told


def _numbers(rules: int) -> Iterator[int]:
    """The places of these rules in the order."""
    while rules:
        this = rules & -rules
        rules ^= this
        yield this.bit_length() - 1


def _with(labels: list[str], answer: Tagged) -> Tagged:
    """An answer with its labels changed to these."""
    if labels == answer.labels:
        return answer
    pairs = zip(labels, answer.labels, answer.marginals, strict=True)
    sure = [p if new == old else max(_MENDED, 1 - p) * 0.9 for new, old, p in pairs]
    return Tagged(labels, sure, answer.missed)


@lru_cache(maxsize=4096)
def _with_labels(labels: frozenset[str]) -> int:
    """The rules that may have something to do where these labels are."""
    rules = (1 << len(ORDER)) - 1
    for need, needing in _NEEDING.items():
        if not is_met(need, labels):
            rules &= ~needing
    return rules


def is_met(need: str, labels: frozenset[str]) -> bool:
    """Whether these labels are what a rule needs, or one of its needs."""
    return need[1:] not in labels if need[0] == "-" else not labels.isdisjoint(need.split("|"))
