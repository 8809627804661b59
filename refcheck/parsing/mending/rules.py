"""The rules that correct the tagger's labels: named, in order, and each can be left out.

``benchmarks/parsing.py --without NAME`` prints what one is worth. A rule takes the text of a reference, its tokens and
their labels, one per token, and changes labels in place.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

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
from refcheck.parsing.mending.frame import Rule, at_once, rules_of
from refcheck.parsing.mending.frames import FRAMES
from refcheck.parsing.mending.frames_of_works import FRAMES_OF_WORKS
from refcheck.parsing.tagging.tagger import Tagged
from refcheck.parsing.tagging.tokens import Token

_FRAMES = FRAMES | FRAMES_OF_WORKS
_FRAMED = rules_of(_FRAMES)
_ALL_FRAMES = at_once(_FRAMES)
_ORDER: tuple[Rule, ...] = (
    slots.date_slot,
    numbers.volumes_counted,
    containers.title_in_container,
    containers.proceedings_go_on,
    containers.book_behind_slashes,
    containers.volume_of_the_book,
    containers.year_of_the_meeting,
    containers.geologists_journal,
    containers.title_to_the_bracket,
    theses.advisor_behind_title,
    containers.book_without_title,
    signing.group_behind_names,
    signing.organisation_in_front,
    signing.standard_in_front,
    signing.standard_behind_title,
    titles.title_in_quotes,
    titles.split_at_in,
    titles.split_at_comma_in,
    titles.volume_behind_title,
    titles.catalogue_number,
    titles.title_among_authors,
    titles.one_list,
    titles.names_end_at_and,
    titles.second_title,
    titles.at_the_stop,
    titles.editors_behind_title,
    signing.introduced_people,
    people_behind.editors_of_the_book,
    people_behind.makers_of_a_film,
    people_behind.series_behind_people,
    people_behind.initial_in_front,
    signing.stated_again,
    signing.title_behind_leading_names,
    signing.names_to_the_colon,
    containers.journal_left_over,
    containers.container_without_numbers,
    containers.container_initials,
    imprints.imprint_in_brackets,
    imprints.imprint_in_container,
    imprints.report_behind_title,
    imprints.paper_of_an_office,
    numbers.series_letters,
    numbers.numbers_apart,
    numbers.issue_of_its_year,
    numbers.whole_dates,
    numbers.year_of_the_title,
    numbers.year_behind_a_blank,
    numbers.years_not_pages,
    numbers.pages_not_years,
    signing.title_behind_initials,
    imprints.offices_abbreviated,
    imprints.title_in_publisher,
    imprints.publisher_at_end,
    imprints.closing_bracket,
    imprints.access_behind_publisher,
    places.second_place,
    places.place_behind_collection,
    places.place_with_publisher,
    places.colon_in_publisher,
    theses.university_is_no_place,
    theses.city_of_university,
    places.place_behind_title,
    imprints.publisher_behind_title,
    numbers.year_missing,
    numbers.page_of_a_day,
    slots.advance_publication,
    *_FRAMED.values(),
    east_asian.works_in_brackets,
    east_asian.gb_7714,
    east_asian.sist_02,
    imprints.site_behind_title,
    containers.volume_of_the_series,
    venues.journal_without_numbers,
    venues.newspaper_of_a_day,
    imprints.publisher_left_over,
    law.law_report,
    law.law_book,
    law.oxford_book,
    law.oscola_article,
    law.judgment,
    law.statute,
)
RULES: dict[str, Rule] = {rule.__name__.replace("_", "-"): rule for rule in _ORDER}
"""Name -> rule, in the order in which they are applied."""
_AT_ONCE = tuple(dict.fromkeys(_ALL_FRAMES if rule in _FRAMED.values() else rule for rule in _ORDER))
_IN_ASCII = tuple(rule for rule in _AT_ONCE if rule.__module__ != east_asian.__name__)
_MENDED = 0.75  # probability of a label set by a rule: the share that is right on held-out references


def repaired(raw: str, tokens: Sequence[Token], tagged: Tagged, without: Collection[str] = ()) -> Tagged:
    """The tagger's answer with its labels corrected by all rules but those named."""
    labels = list(tagged.labels)
    order = _IN_ASCII if raw.isascii() else _AT_ONCE
    for rule in [rule for name, rule in RULES.items() if name not in without] if without else order:
        rule(raw, tokens, labels)
    if labels == tagged.labels:
        return tagged
    pairs = zip(labels, tagged.labels, tagged.marginals, strict=True)
    sure = [p if new == old else max(_MENDED, 1 - p) * 0.9 for new, old, p in pairs]
    return Tagged(labels, sure, tagged.missed)
