"""Rules on numbers and dates: volumes, issues, pages and years run together or taken for each other."""

from __future__ import annotations

from collections.abc import Sequence

from refcheck import patterns as re
from refcheck.language.dates import MONTHS
from refcheck.language.lexicon import OF_DAY, ROLES
from refcheck.language.words import every
from refcheck.parsing.access import find_access
from refcheck.parsing.mending.cues import told_by
from refcheck.parsing.mending.titles import run_of
from refcheck.parsing.tagging.tokens import Token, first_from

_MISTAKEN = frozenset({"volume", "issue", "pages", "author"})


def series_letters(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Eur. Phys. J. A48, 1": the letter with digits is the volume, and the number behind it the page."""
    start = 0
    while "container" in labels[start:]:
        first, end = run_of(labels, "container", start)
        if end - first > 1 and labels[end : end + 1] in (["volume"], ["pages"], ["date"]):
            text = tokens[end - 1].text
            if len(text) > 1 and "A" <= text[0] <= "H" and text[1:].isdigit():
                labels[end - 1] = "volume"
                if labels[end] == "volume" and "pages" not in labels:
                    labels[end] = "pages"
            return
        start = end


def page_like_a_year(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Angew. Chem., Int. Ed. 2002, 41, 2008", "Chem. Soc. Rev., 2020, 49, 2001": year, volume and page, whatever the
    page looks like."""
    first = labels.index("date")
    numbers = [token.text for token in tokens[first : first + 3]]
    parted = [token.gap for token in tokens[first + 1 : first + 3]] == [", ", ", "] and labels[first + 2] == "date"
    if parted and all(map(str.isdigit, numbers)) and len(numbers[0]) == 4 > len(numbers[1]):
        labels[first + 1 : first + 3] = ["volume", "pages"]


def numbers_apart(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """Numbers run together: "501. 7468" is volume and issue, "290, 599" volume and page, "26 (308-309)" no page."""
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
    rf"(?<![\w./-])(?:\d{{1,2}}\.?\s{OF_DAY}?(?P<month>[^\W\d_]{{3,12}})\.?\s{OF_DAY}?(?:1[5-9]|20)\d\d"
    r"|(?P<before>[^\W\d_]{3,12})\.?\s\d{1,2},\s(?:19|20)\d\d"
    r"|(?:19|20)\d\d\s(?P<within>[A-Z][a-z]{2,3})\s\d{1,2}[–-]\d{1,2}(?=;)"
    r"|\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)(?![\w/-])"
)


_IN_FIGURES = [f"0{one}{figures}{other}0" for one in "./-" for figures in ("0", "00") for other in "./-"]


@told_by(_IN_FIGURES, MONTHS)
def whole_dates(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Politiken, 8. juni 2011", "14.2.2019": day, month and year together are neither volume nor issue."""
    for match in _WHOLE_DATE.finditer(raw):
        within = range(first_from(tokens, match.start()), first_from(tokens, match.end()))
        month = match["month"] or match["before"] or match["within"]
        if not within or (month and month.lower() not in MONTHS):
            continue  # part of an address, or no month
        now = {labels[i] for i in within}
        last = labels[within.stop : within.stop + 1] != ["title"] and tokens[within.start].gap == ", "
        if "date" not in labels and now == {"title"} and last:  # "Letter to Mercy Otis Warren, 13 April 1776."
            now = set()
        if "title" not in now and "id" not in now and (not now.isdisjoint(_MISTAKEN) or "date" not in labels):
            for i in within:
                labels[i] = "date"


def year_of_the_title(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Catálogo de teses da Universidade, 1992. São Paulo, 1993", "2020 Survey of Health. Atlanta: CDC; 2021", "Paris
    1919: Six Months. New York: Knopf, 2003": a year that a comma or a blank joins to the title is of it, if the imprint
    has its own."""
    if labels.count("date") < 2:
        return
    first, end = run_of(labels, "title")
    last = len(labels) - 1 - labels[::-1].index("date")
    if labels[last - 1] not in ("publisher", "place") or last <= end:
        return
    if labels[end] == "date" and tokens[end].gap == ", " and tokens[end + 1].gap == ". " and labels[end + 1] != "date":
        labels[end] = "title"
    start = first - 1
    if start > 0 and labels[start] == "date" != labels[start - 1] and tokens[start].gap in (". ", " "):
        named = start
        while tokens[start].gap == " " and named and labels[named - 1] == "place":
            named -= 1
        if tokens[first].gap == (" " if named == start else ": "):
            labels[named:first] = ["title"] * (first - named)


def year_behind_a_blank(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "(2024). Media monitor 2023. Utrecht", "(eds.) FoSSaCS 2018. LNCS": a year that nothing but a blank divides from
    the title or book is of it, where the work has another one."""
    for label in ("title", "container") if labels.count("date") > 1 else ():
        if label in labels:
            _year_behind(label, raw, tokens, labels)


def _year_behind(label: str, raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    _, end = run_of(labels, label)
    if labels[end : end + 1] != ["date"] or labels[end + 1 : end + 2] == ["date"] or tokens[end].gap != " ":
        return
    behind = raw[tokens[end].end : tokens[end].end + 2]
    if re.fullmatch(r"(?:19|20)\d\d", tokens[end].text) and behind in (". ", "? ", ": ", " [", " ("):
        labels[end] = label


def years_not_pages(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Napoli, 1859-63", "4 voll., Milano 1776-1783": two years in order, without a word for pages, date a work."""
    first, end = run_of(labels, "pages")
    dated = "date" in labels
    texts = [token.text for token in tokens[first:end]]
    if (
        not all(map(str.isdigit, texts))
        or len(texts) > 2
        or (first and ROLES.get(tokens[first - 1].text.lower()) == "pp")
    ):
        return
    years = [texts[0], *(texts[0][: -len(text)] + text for text in texts[1:])]
    if all(len(year) == 4 and "1400" < year < "2050" for year in years) and years == sorted(years):
        labels[first:end] = ["other" if dated else "date"] * (end - first)


def year_missing(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "(PETS 2018), 2018.", "Zenodo, Mar. 2022, doi:": the last year that nothing claims dates the work, unless it is
    that of access."""
    if "date" in labels[: len(labels) // 2]:
        return
    access = find_access(raw)  # what is dated by nothing but the day of access has its year left over
    if "date" in labels:
        dates = (token.start for token, label in zip(tokens, labels, strict=True) if label == "date")
        if access is None or not all(access.start <= start < access.end for start in dates):
            return
    for i in range(len(labels) - 1, 0, -1):
        text = tokens[i].text
        alone = labels[i] == "other" or (labels[i] == "pages" and labels.count("pages") == 1)
        text = text.removeprefix("c")  # "c2000": the year of the copyright
        if not alone or tokens[i].kind or len(text) != 4 or not text.isdigit() or not "1500" < text < "2050":
            continue
        paged = ROLES.get(tokens[i - 1].text.lower()) == "pp"
        if (
            paged
            or (access and access.start - 2 <= tokens[i].start < access.end)
            or not _ENDS_YEAR.match(raw, tokens[i].end)
        ):
            continue
        labels[i] = "date"
        if tokens[i - 1].text.lower() in MONTHS and labels[i - 1] == "other":
            labels[i - 1] = "date"
        return


_ENDS_YEAR = re.compile(r"\s?(?:[.,;:)\[\]]|$)|[–-]\d\d(?:\d\d)?\b")
_VOLUMES = frozenset(every("parts", "volume_counts"))


@told_by(("0v. ", "0 v. "), _VOLUMES)
def volumes_counted(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Encyclopedia. 26 vols. Amsterdam", "Le monete del mare, 3v. (Venice": how many there are is not the volume."""
    for i in range(len(labels) - 1):
        counted = tokens[i].text.isdigit() and tokens[i + 1].text.lower() in (*_VOLUMES, "v")
        ends = labels[i : i + 2] == ["title"] * 2 and tokens[i].gap == ", " and labels[i + 2 : i + 3] != ["title"]
        if counted and (labels[i] == "volume" or ends):
            labels[i : i + 2] = ["other", "other" if ends else labels[i + 1]]


_SUPPLEMENTS = tuple(word.rstrip("*") for word in every("parts", "supplements"))


def issue_behind_volume(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Volume 21, Number 1. (Spring)", "5(12) December 1999": the number behind the volume and its word, or in the
    bracket beside it, is the issue."""
    end = labels.index("volume") + 1
    if labels[end : end + 2] not in (["other", "other"], ["date", "date"]):
        return
    word = tokens[end].text.lower() if labels[end : end + 2] == ["other", "other"] else ""
    if ROLES.get(word) == "iss" and not word.startswith(_SUPPLEMENTS):
        counted = tokens[end + 1].text.isdigit() and tokens[end].gap == ", "
        labels[end + 1] = "issue" if counted else "other"
    elif labels[end : end + 2] == ["date", "date"] and tokens[end].gap == "(" and tokens[end + 1].gap == ") ":
        labels[end] = "issue" if tokens[end].text.isdigit() and len(tokens[end].text) < 3 else "date"


_CHAPTERS = frozenset((*every("titles", "chapter"), "ch"))


@told_by(words=_CHAPTERS)
def chapter_is_no_volume(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Academic Press, 2007, ch. 3, pp. 13-22": the number of a chapter counts no volume and no issue."""
    for i in range(1, len(labels)):
        if labels[i] in ("volume", "issue") and tokens[i - 1].text.lower() in _CHAPTERS and len(tokens[i].text) < 4:
            labels[i] = "other"


def page_of_a_day(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "(2011, 3 september). Skulderna biter sig fast. Dagens nyheter, 20.": newspapers, dated by the day, have no
    volumes: a number alone at the end is the page."""
    if labels.count("volume") != 1 or labels[-1] != "volume":
        return
    if tokens[-1].text.isdigit() and len(tokens[-1].text) < 4:
        first, end = run_of(labels, "date")
        if any(token.text.lower() in MONTHS for token in tokens[first:end]) and end - first > 2:
            labels[-1] = "pages"
