"""Rules on journals and books that the tagger ran into the title, or took for one."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_uppercase

from refcheck import patterns as re
from refcheck.language.lexicon import ARTICLES, PRESENTED, ROLES
from refcheck.language.words import alternatives, every
from refcheck.parsing.mending.cues import told_by
from refcheck.parsing.mending.places import is_place
from refcheck.parsing.mending.titles import IN, leads_in, run_of
from refcheck.parsing.mending.venues import is_periodical
from refcheck.parsing.people.organisations import is_organisation
from refcheck.parsing.tagging.known_words import venue_score
from refcheck.parsing.tagging.tokens import Token, first_from


def volume_of_the_book(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "in The Probabilistic Revolution, Volume II, edited by": the word and the number at the end are of no title."""
    first, end = run_of(labels, "container")
    word, number = tokens[end - 2], tokens[end - 1].text
    counted = number.isdigit() or _ROMAN.fullmatch(number)
    if end - first > 3 and "," in word.gap and ROLES.get(word.text.lower()) == "vol" and counted:
        labels[end - 2 : end] = ["other", "volume"]


@told_by(words=IN)
def in_behind_book(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Siyaset Bilimi içinde, editörler": some languages say behind the book that the work is in it."""
    first, end = run_of(labels, "container")
    if end - first > 1 and tokens[end - 1].text in IN and tokens[end - 1].text.islower():
        labels[end - 1] = "other"


@told_by(words=every("kinds", "proceedings"))
def proceedings_go_on(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "In: Proc. of the 1st and 2nd Workshop on Applied Verification. pp. 120", "in Proc. 18th ACM CCS, 2011": the
    name of proceedings goes on to the next sign, whatever its words look like."""
    first, end = run_of(labels, "container")
    name = tokens[first].text
    if first == 0 or name.lower() not in _PROCEEDINGS or name.islower():
        return
    last = end
    loose = ("other", "publisher", "place") if leads_in(tokens[first - 1].text) else ("other", "publisher")
    while last < len(labels) and labels[last] in loose and not tokens[last].kind:
        if tokens[last].gap not in ("", " ", " (", "-") and (last > first + 1 or tokens[last].gap != ". "):
            break
        last += 1
    bracket = next((i for i in range(end, last) if "(" in tokens[i].gap), 0)
    if bracket and (last == len(tokens) or ")" not in tokens[last].gap):
        last = bracket
    labels[end:last] = ["container"] * (last - end)


@told_by((" // ", "]//"))
def book_behind_slashes(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """GB/T 7714: "Large neighborhood search[M]//Handbook of Metaheuristics. 3rd ed.", GOST: "Создание телевидения //
    QRZ.RU: сервер радиолюбителей России. 2004": the book or website stands behind the signs."""
    if "title" not in labels:
        end = labels.index("container") if "container" in labels else 0
        if end and "//" in tokens[end].gap and all(len(token.text) > 2 for token in tokens[:end]):
            labels[:end] = ["title"] * end  # "Петергоф // Википедия": no initials, so nobody
        return
    first, end = run_of(labels, "title")
    part = next((i for i in range(first + 1, end) if " // " in tokens[i].gap), 0)
    if part:
        labels[part:end] = ["container"] * (end - part)
        return
    if "container" in labels:
        return
    book = next((i for i in range(first + 1, end) if "]//" in tokens[i].gap), 0)
    if book > first + 1 and len(tokens[book - 1].text) < 3:
        labels[book - 1] = "other"
        labels[book:end] = ["container"] * (end - book)


def volume_of_the_series(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "(Lecture Notes in Business Information Processing, v. 448)": the number in a series' bracket counts it."""
    first, end = run_of(labels, "series")
    counted = labels[end : end + 2] == ["other", "other"] and tokens[end].text.lower() in _VOLUME
    if counted and "(" in tokens[first].gap and "," in tokens[end].gap and tokens[end + 1].text.isdigit():
        labels[end + 1] = "volume"


_ROMAN = re.compile(r"[IVX]{1,6}")
_INITIALS = frozenset(ascii_uppercase) - set("IVX")  # "Systems of logic, I. Proc. London Math. Soc." is numbered
_PRESENTED = re.compile(PRESENTED, re.IGNORECASE)
_CLOSED = re.compile(r"[.?!][\"”»]")
_PROGRAMS = frozenset(every("parts", "programs"))
_VOLUME = frozenset(every("parts", "volume"))
_PROCEEDINGS = frozenset(every("kinds", "proceedings"))
_JOINING = frozenset((*(word for word, role in ROLES.items() if role in ("and", "in", "of")), "&"))


def _is_imprinted(labels: Sequence[str]) -> bool:
    """Whether these are the labels of a volume with its imprint, of which nothing is a title."""
    return {"title", "issue", "pages"}.isdisjoint(labels) and {"volume", "place", "publisher"} <= set(labels)


def container_without_numbers(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """Without volume, issue and pages a container that nothing introduces is a title, a subtitle or the publisher."""
    if not ({"volume", "issue"}.isdisjoint(labels) or _is_imprinted(labels)):
        return
    first, end = run_of(labels, "container")
    last = end - 1
    dated = labels[end : end + 1] == ["date"] and tokens[end].gap.strip() == ";"
    presented = _PRESENTED.match(raw, tokens[first].start)
    introduced = presented or "//" in tokens[first].gap or (first and leads_in(tokens[first - 1].text))
    if dated and not introduced and {"pages", "publisher"}.isdisjoint(labels):
        # Vancouver: "Ministério da Saúde; 2023.", "50 Years of Progress: A Report. US Dept of Health; 2014."
        stops = (i for i in range(end - 1, first, -1) if tokens[i].gap == ". " and len(tokens[i - 1].text) > 3)
        start = next(stops, first) if labels[first - 1] == "title" and not tokens[first].gap.strip() else first
        labels[first:end] = ["title"] * (start - first) + ["publisher"] * (end - start)
        return
    name = raw[tokens[first].start : tokens[last].end]
    quoted = "title" in labels and raw[tokens[labels.index("title")].start - 1] in "『《"
    own = labels[0] == "author" and raw.startswith(name) and is_organisation(name) and "pages" not in labels
    if first and (quoted or own) and not {"publisher", "volume", "issue"} & set(labels):
        labels[first:end] = ["publisher"] * (end - first)  # "『日本の思想』岩波書店、1961年"; "WHO. Estimates. WHO."
        return
    if "pages" in labels:  # a book, cited for some pages: "La società veneta, Firenze 1956, pp. 22-25"
        cited = set(labels[:first]) <= {"author"} and labels[end : end + 2] == ["place", "date"]
        if cited and not introduced and "container" not in labels[end:]:
            labels[first:end] = ["title"] * (end - first)
        return
    words = [token.text.lower() for token in tokens[first : last + 1]]
    roles = {ROLES.get(word, "") for word in words}
    published = "publisher" in labels[last:] or "place" in labels[last:]
    if "container" in labels[last + 1 :] or introduced:
        return
    if "title" not in labels and published and "date" in labels[last:]:
        labels[first : last + 1] = ["title"] * (last + 1 - first)  # "Encyclopedia of Urban Studies. London: Sage, 2010"
        return
    if roles & {"conf", "journal", "series"}:
        if "series" in roles and not roles & {"conf", "journal"} and _is_series(tokens, labels, first, end):
            labels[first:end] = ["series"] * (end - first)
        return
    if first and labels[first - 1] == "genre" and "publisher" not in labels and tokens[first - 1].text in _PROGRAMS:
        labels[first : last + 1] = ["publisher"] * (last + 1 - first)  # "[Computer software]. Biostat."
        return
    if first and labels[first - 1] == "title" and _CLOSED.fullmatch(tokens[first].gap.strip()):
        return  # "“Access Control Vulnerabilities.” PortSwigger Web Security Academy. Accessed March 3, 2025"
    if first and labels[first - 1] == "place" and "publisher" not in labels and "title" in labels[:first]:
        labels[first : last + 1] = ["publisher"] * (last + 1 - first)  # "Venezia, Istituto Veneto di Scienze, 1996"
        return
    if "title" not in labels:
        if published or "id" not in labels:
            labels[first : last + 1] = ["title"] * (last + 1 - first)
    elif labels[first - 1] == "title" and published and sum(map(venue_score, words)) <= len(words) // 2:
        labels[first : last + 1] = ["title"] * (last + 1 - first)
    elif "publisher" not in labels and last == len(labels) - 1 and last - first < 4 and "date" in labels[:first]:
        if words[0] in ARTICLES or (len(words) < 5 and not _JOINING.isdisjoint(words[1:-1])):
            return  # "The Lancet", "Kinderen en Jeugd": publishers are seldom called so
        if is_periodical(name, tokens, labels):
            return
        long_words = [token.text for token in tokens[first : last + 1] if len(token.text) > 3]
        if all(word[0].isupper() for word in long_words):
            labels[first : last + 1] = ["publisher"] * (last + 1 - first)


def _is_series(tokens: Sequence[Token], labels: Sequence[str], first: int, end: int) -> bool:
    """ "Experiencing Bulgarian Music. Chicago Studies in Ethnomusicology. Chicago: University of Chicago Press": what
    stands between the title and the imprint of a book that nobody edited, without a number."""
    imprint = labels[end : end + 1] == ["place"] and "publisher" in labels[end:] and "editor" not in labels
    return imprint and labels[first - 1] == "title" and not any(token.text.isdigit() for token in tokens[first:end])


def container_initials(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "A. Kolmogoroff, C. R. Acad. Sci.": initials without a name behind them begin the container; so does one behind
    a title, "The ERA5 global reanalysis, Q. J. Roy. Meteor. Soc."."""
    before = labels.index("container") - 1
    lone = labels[before] == "title" and len(tokens[before].text) == 1 and tokens[before].text in _INITIALS
    if lone and tokens[before + 1].gap == ". " and tokens[before].gap == ", ":
        labels[before] = "container"
    first = labels.index("author")
    end = labels.index("container")
    start = end
    while start > first and labels[start - 1] == "author" and len(tokens[start - 1].text) == 1:
        start -= 1
    if len(tokens[first].text) == 1 and end - start >= 2 and start - first >= 2 and "," in tokens[start].gap:
        labels[start:end] = ["container"] * (end - start)


_HELD_AT = alternatives(every("kinds", "held_at"))
_TALK = re.compile(
    rf"(?:[.?!”»)\]]\s|[,?!.][”\"’]\s)(?P<how>(?i:{PRESENTED})(?:\s[^\W\d_]{{4,12}})?"
    rf"\s(?i:{_HELD_AT})\b(?:\s[^\W\d_A-Z]{{2,3}}(?=\s))?)\s",
)
_TALK_CUES = frozenset(word.split()[-1] for word in every("compare", "presented"))
_MET = frozenset({"title", "publisher", "series", "other", "inst"})


@told_by(words=_TALK_CUES)
def meeting_of_a_talk(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Paper presented at the University of Leiden, Leiden", "Lezing gehouden op het congres Wonen": what a talk was
    given at is no publisher and in no title."""
    match = _TALK.search(raw[:1000])
    if match is None:
        return
    start, first = (first_from(tokens, place) for place in (match.start("how"), match.end()))
    end = first
    while end < len(tokens) and labels[end] in _MET and (end == first or not _is_over(tokens, end)):
        end += 1
    taken = set(labels[start:end]) - {"other"}
    if 0 < start < first < end and "title" in labels[:start] and labels[start] in _MET and taken:
        labels[start:end] = ["genre"] * (first - start) + ["container"] * (end - first)


def _is_over(tokens: Sequence[Token], i: int) -> bool:
    """Whether the name of a meeting does not go on with this token, since a city or a day follows, or a sentence."""
    sentence = tokens[i].gap == ". " and not _ROMAN.fullmatch(tokens[i - 1].text) and not tokens[i - 1].text.isdigit()
    return sentence or (tokens[i].gap == ", " and (tokens[i].text.isdigit() or is_place(tokens[i : i + 1])))


@told_by(words=IN)
def entry_on_a_person(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Michael Tusa, Carl Maria von Weber, in: The New Grove Dictionary": who stands last in full before "in:", with
    no title there, is whom the entry is about."""
    first, end = run_of(labels, "author")
    start = next((i for i in range(end - 1, first, -1) if "," in tokens[i].gap), 0)
    told = end + 1 < len(labels) and leads_in(tokens[end].text) and ":" in tokens[end + 1].gap
    if told and end - start > 1 and start - first > 1 and all(len(token.text) > 1 for token in tokens[first:end]):
        labels[start:end] = ["title"] * (end - start)


def book_of_its_editors(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Peter Tiemeyer (Hrsg.): Handbuch IT-Management, 6. Auflage": what those in front have edited is the work."""
    if labels[0] != "editor":
        return
    _, people = run_of(labels, "editor")
    first, end = run_of(labels, "container")
    between = set(labels[people:first])
    if between <= {"other", "date"} and not leads_in(tokens[first - 1].text):
        labels[first:end] = ["title"] * (end - first)
