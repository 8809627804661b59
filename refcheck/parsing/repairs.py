"""Known mistakes of the tagger mended by rule, from quotation marks, "In", missing numbers and numbers run together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from refcheck.parsing.dates import MONTHS
from refcheck.parsing.lexicon import venue_score
from refcheck.parsing.roles import ROLES
from refcheck.parsing.tagger import Tagged
from refcheck.parsing.tokens import Token

_CLOSING = {"“": "”“", "„": "“”", "«": "»", "»": "«", '"': '"', "‘": "’", "'": "'", "「": "」", "『": "』", "《": "》"}
_OPENING = frozenset('«“"„')
_STOPS = frozenset(".,;:!?。，")
_NUMBERS = frozenset({"volume", "issue", "pages"})
_MENDED = 0.75  # probability of a label that a rule has set: as often right as that on held-out references


def repaired(raw: str, tokens: Sequence[Token], tagged: Tagged) -> Tagged:
    """The tagger's answer with its labels mended; what no rule touches stays as it is."""
    labels = list(tagged.labels)
    _words_left_over(tokens, labels)
    _title_in_quotes(raw, tokens, labels)
    _split_at_in(tokens, labels)
    _split_at_comma_in(tokens, labels)
    _container_without_numbers(tokens, labels)
    _container_initials(tokens, labels)
    _imprint_in_brackets(tokens, labels)
    _series_letters(tokens, labels)
    _numbers_apart(tokens, labels)
    _whole_dates(raw, tokens, labels)
    _page_count(tokens, labels)
    _title_behind_initials(tokens, labels)
    _publisher_at_end(tokens, labels)
    _place_with_publisher(tokens, labels)
    if labels == tagged.labels:
        return tagged
    pairs = zip(labels, tagged.labels, tagged.marginals, strict=True)
    return Tagged(labels, [p if new == old else max(_MENDED, 1 - p) * 0.9 for new, old, p in pairs])


def _words_left_over(tokens: Sequence[Token], labels: list[str]) -> None:
    """A stretch of words without a label, between people and numbers, is the title, or behind "In" the container."""
    i = 0
    while i < len(labels):
        end = i
        while end < len(labels) and labels[end] == "other" and not tokens[end].kind:
            end += 1
        if end == i:
            i += 1
            continue
        label = _left_over(tokens, labels, i, end)
        lead = label == "container" and ROLES.get(tokens[i].text.lower()) == "in"
        while label == "container" and ROLES.get(tokens[end - 1].text.lower()) in ("pp", "vol", "iss"):
            end -= 1
        if label:
            labels[i + lead : end] = [label] * (end - i - lead)
        i = end


def _left_over(tokens: Sequence[Token], labels: list[str], start: int, end: int) -> str:
    """What an unlabelled stretch is: "title", "container" or "" when it is better left alone."""
    words = [token.text for token in tokens[start:end]]
    roles = [ROLES.get(word.lower(), "") for word in words]
    before = labels[start - 1] if start else ""
    after = labels[end] if end < len(labels) else ""
    if end - start < 3 or not {"access", "eds", "transl", "etal"}.isdisjoint(roles) or sum(map(str.isdigit, words)) > 1:
        return ""
    if before == "title" and "container" not in labels and roles[0] == "in" and words[0][0].isupper():
        return "container"
    if (
        "title" not in labels
        and before in ("author", "date", "editor")
        and after in ("container", "volume", "publisher")
    ):
        return "title"
    # The tagger gave up inside a title: nothing but a blank or a colon parts the two.
    if before == "title" and after == "container" and tokens[start].gap.strip() in ("", ":", ",", "-"):
        return "title"
    return ""


def _title_in_quotes(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """A title that opens with a quotation mark ends at the closing one, when a stop or a container follows there."""
    first = labels.index("title") if "title" in labels else -1
    if first < 0:
        return
    mark = raw[tokens[first].start - 1 : tokens[first].start].strip()
    if mark not in _CLOSING or not mark:
        return
    end = tokens[first].end
    while end < len(raw) and not (raw[end] in _CLOSING[mark] and not raw[end + 1 : end + 2].isalnum()):
        end += 1
    if end >= len(raw):
        return
    after = next((i for i in range(first, len(tokens)) if tokens[i].start > end), len(tokens))
    stopped = raw[end - 1] in _STOPS or raw[end + 1 : end + 3].strip()[:1] in _STOPS
    introduced = after < len(tokens) and ROLES.get(tokens[after].text.lower()) == "in"
    if not (stopped or introduced) or after - first < 2:
        return
    for i in range(first, after):
        if labels[i] != "id":
            labels[i] = "title"
    free = "container" not in labels
    for i in range(after, len(tokens)):
        if labels[i] != "title":
            break
        lead = i == after and introduced
        labels[i] = "container" if free and not lead else "other"


def _split_at_in(tokens: Sequence[Token], labels: list[str]) -> None:
    """ "... of the United States. In: Private Funds": what follows "In" is no title."""
    if "container" in labels:
        return
    for i in range(2, len(labels) - 1):
        if labels[i - 1] == labels[i] == labels[i + 1] == "title" and tokens[i].text in ("In", "in"):
            stop = not _STOPS.isdisjoint(tokens[i].gap)
            if (stop and tokens[i].text == "In" and "," not in tokens[i].gap) or (stop and ":" in tokens[i + 1].gap):
                labels[i] = "other"
                k = i + 1
                while k < len(labels) and labels[k] == "title":
                    labels[k] = "container"
                    k += 1
                return


def _split_at_comma_in(tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Mercanti e monete, in Storia di Venezia, a cura di": "in" between a comma and a capital or quotation mark."""
    if "container" in labels:
        return
    for i in range(2, len(labels) - 2):
        if tokens[i].text in ("in", "dans", "en") and labels[i - 1 : i + 2] == ["title"] * 3 and "," in tokens[i].gap:
            following = tokens[i + 1]
            if following.text[0].isupper() or not _OPENING.isdisjoint(following.gap):
                end = next((k for k in range(i + 1, len(labels)) if labels[k] != "title"), len(labels))
                stop = next((k for k in range(i + 2, end) if "," in tokens[k].gap), end)
                labels[i:end] = ["other", *["container"] * (stop - i - 1), *["other"] * (end - stop)]
                return


def _container_without_numbers(tokens: Sequence[Token], labels: list[str]) -> None:
    """Without volume, issue and pages a container that nothing introduces is a title, a subtitle or the publisher."""
    if "container" not in labels or not _NUMBERS.isdisjoint(labels):
        return
    first = labels.index("container")
    last = first
    while last + 1 < len(labels) and labels[last + 1] == "container":
        last += 1
    words = [token.text.lower() for token in tokens[first : last + 1]]
    roles = {ROLES.get(word, "") for word in words}
    before = tokens[first - 1].text.lower() if first else ""
    if "container" in labels[last + 1 :] or roles & {"conf", "journal", "series"} or ROLES.get(before) == "in":
        return
    published = "publisher" in labels[last:] or "place" in labels[last:]
    if "title" not in labels:
        if published or "id" not in labels:
            labels[first : last + 1] = ["title"] * (last + 1 - first)
    elif labels[first - 1] == "title" and published and sum(map(venue_score, words)) <= len(words) // 2:
        labels[first : last + 1] = ["title"] * (last + 1 - first)
    elif "publisher" not in labels and last == len(labels) - 1 and last - first < 4 and "date" in labels[:first]:
        long_words = [token.text for token in tokens[first : last + 1] if len(token.text) > 3]
        if all(word[0].isupper() for word in long_words):
            labels[first : last + 1] = ["publisher"] * (last + 1 - first)


def _container_initials(tokens: Sequence[Token], labels: list[str]) -> None:
    """ "A. Kolmogoroff, C. R. Acad. Sci.": initials without a name behind them begin the container."""
    if "author" not in labels or "container" not in labels:
        return
    first = labels.index("author")
    end = labels.index("container")
    start = end
    while start > first and labels[start - 1] == "author" and len(tokens[start - 1].text) == 1:
        start -= 1
    if len(tokens[first].text) == 1 and end - start >= 2 and start - first >= 2 and "," in tokens[start].gap:
        labels[start:end] = ["container"] * (end - start)


_IMPRINT = frozenset({"place", "other", "title", "publisher", "inst", "date", "series"})


def _imprint_in_brackets(tokens: Sequence[Token], labels: list[str]) -> None:
    """A book's "(Dover, New York, 1981)" or "(Reading, MA: Benjamin, 1975)" behind its title: publisher and place."""
    if "title" not in labels or "publisher" in labels or not {"container", *_NUMBERS}.isdisjoint(labels):
        return
    start = next((i for i in range(labels.index("title") + 1, len(labels)) if "(" in tokens[i].gap), 0)
    end = start
    while end < len(labels) and labels[end] in _IMPRINT and (end == start or ")" not in tokens[end].gap):
        end += 1
    names = [i for i in range(start, end) if labels[i] != "date" and tokens[i].text[0].isalpha()]
    dated = end < len(labels) and labels[end] == "date"
    if (
        not start
        or not 2 <= end - start <= 9
        or not names
        or not ("date" in labels[start:end] or dated or len(names) > 2)
    ):
        return
    if any(tokens[i].text.islower() and ROLES.get(tokens[i].text) != "of" for i in names):
        return
    colon = next((i for i in names if ":" in tokens[i].gap), -1)
    first = colon if colon >= 0 else names[0]
    last = next((i for i in names if i > first and not {",", ";"}.isdisjoint(tokens[i].gap)), names[-1] + 1)
    if colon < 0 and last > names[-1]:
        return
    for i in names:
        labels[i] = "publisher" if first <= i < last else "place"


def _series_letters(tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Eur. Phys. J. A48, 1": the letter with digits is the volume, and the number behind it the page."""
    for i in range(1, len(labels) - 1):
        text = tokens[i].text
        if labels[i - 1] == labels[i] == "container" and labels[i + 1] in ("volume", "pages", "date"):
            if len(text) > 1 and "A" <= text[0] <= "H" and text[1:].isdigit():
                labels[i] = "volume"
                if labels[i + 1] == "volume" and "pages" not in labels:
                    labels[i + 1] = "pages"
            return


def _numbers_apart(tokens: Sequence[Token], labels: list[str]) -> None:
    """Numbers run together: "501. 7468" is volume and issue, "290, 599" volume and page, "26 (308-309)" no page."""
    if "volume" not in labels:
        return
    first = labels.index("volume")
    i = first + 1
    while i < len(labels) and labels[i] in ("volume", "other") and tokens[i].text[-1].isdigit() and not tokens[i].kind:
        gap = tokens[i].gap
        if labels[i] == "volume" and not tokens[i - 1].text[-1].isdigit():
            break
        if "issue" not in labels and not {"(", ".", ":", "/"}.isdisjoint(gap) and "pages" in labels[i:]:
            labels[i] = "issue"
        elif "pages" not in labels and "publisher" not in labels and gap.strip() in ("", ",", ":"):
            labels[i] = "pages"
            if i + 1 < len(labels) and labels[i + 1] == "volume" and tokens[i + 1].gap.strip() in ("-", "–"):
                labels[i + 1] = "pages"
            return
        else:
            return
        i += 1
    ranged = i < len(labels) and labels[i] == "pages" and "(" in tokens[i].gap and "issue" not in labels
    if ranged:
        end = i
        while end + 1 < len(labels) and labels[end + 1] == "pages" and ")" not in tokens[end + 1].gap:
            end += 1
        if "pages" in labels[end + 1 :]:
            labels[i : end + 1] = ["issue"] * (end + 1 - i)


_WHOLE_DATE = re.compile(
    r"(?<![\w./-])(?:\d{1,2}\.?\s(?:de\s)?(?P<month>[^\W\d_]{3,12})\.?\s(?:de\s)?(?:1[89]|20)\d\d"
    r"|\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)(?![\w/-])"
)


def _whole_dates(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Politiken, 8. juni 2011", "14.2.2019": day, month and year together are no volume and no issue."""
    for match in _WHOLE_DATE.finditer(raw):
        within = [i for i, token in enumerate(tokens) if match.start() <= token.start < match.end()]
        if match["month"] and match["month"].lower() not in MONTHS:
            continue
        now = {labels[i] for i in within}
        if "title" not in now and "id" not in now and (not now.isdisjoint(_NUMBERS) or "date" not in labels):
            for i in within:
                labels[i] = "date"


def _page_count(tokens: Sequence[Token], labels: list[str]) -> None:
    """ "2005, 128 p.": a number with its "p" behind it, at the end, counts a book's pages."""
    for i in range(len(labels) - 2, max(0, len(labels) - 5), -1):
        alone = labels[i] == "pages" and labels[i - 1] != "pages" and tokens[i].text.isdigit()
        before, behind = (ROLES.get(tokens[k].text.lower()) for k in (i - 1, i + 1))
        ends = i + 2 >= len(labels) or (labels[i + 2] != "pages" and "." in tokens[i + 2].gap)
        if alone and ends and behind == "pp" and before != "pp":
            labels[i] = "other"
            if labels[i + 1] == "pages":
                labels[i + 1] = "other"


def _run(labels: Sequence[str], label: str) -> tuple[int, int]:
    """Start and end of the first run of a label, which must be there."""
    start = end = labels.index(label)
    while end < len(labels) and labels[end] == label:
        end += 1
    return start, end


def _title_behind_initials(tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Lem S, Solaris, Wydawnictwo MON, Warszawa": what is no name between initials and publisher is the title."""
    if {"title", "container"} & set(labels) or not {"author", "publisher"} <= set(labels):
        return
    first, end = _run(labels, "author")
    start = next((i for i in range(end - 1, first, -1) if "," in tokens[i].gap), 0)
    if not start or end == len(labels) or labels[end] not in ("publisher", "place"):
        return
    initials = tokens[start - 1].text
    if len(initials) < 3 and initials.isupper() and all(len(token.text) > 2 for token in tokens[start:end]):
        labels[start:end] = ["title"] * (end - start)


_BOOK = frozenset({"author", "date", "title", "other"})


def _publisher_at_end(tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Hofland, H. (1972). Tegels lichten. Contact.": up to three capitalised words behind the title publish it."""
    if not labels or labels[-1] != "title" or not {"date"} <= set(labels) <= _BOOK:
        return
    first, end = _run(labels, "title")
    if end < len(labels) or not first or labels[first - 1] != "date" or ")" not in tokens[first].gap:
        return
    start = next((i for i in range(end - 1, first, -1) if not _STOPS.isdisjoint(tokens[i].gap)), 0)
    stopped = start and tokens[start].gap.strip() in (".", "?", "!") and len(tokens[start - 1].text) > 1
    if stopped and end - start < 4 and all(token.text[0].isupper() for token in tokens[start:]):
        labels[start:] = ["publisher"] * (end - start)


def _place_with_publisher(tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Instytut Literacki, Paryż 1976", "Madrid, Espasa, 2014": a place taken for a piece of the publisher."""
    if "publisher" not in labels or "place" in labels:
        return
    first, end = _run(labels, "publisher")
    commas = [i for i in range(first + 1, end) if "," in tokens[i].gap]
    if not commas:
        return
    last = commas[-1]
    before_year = end < len(labels) and labels[end] == "date" and not tokens[end].gap.strip()
    if before_year and end - last < 3 and tokens[last].text[0].isupper():
        labels[last:end] = ["place"] * (end - last)
    elif len(commas) == 1 and all(ROLES.get(token.text.lower()) == "place" for token in tokens[first:last]):
        labels[first:last] = ["place"] * (last - first)
