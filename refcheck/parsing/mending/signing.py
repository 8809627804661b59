"""Rules on who signs: groups and organisations before the title, and standards, which have no author."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from refcheck import patterns as re
from refcheck.language.lexicon import ARTICLES, ROLES
from refcheck.language.words import alternatives, every
from refcheck.parsing.mending.cues import told_by
from refcheck.parsing.mending.titles import QUOTES, leads_in, run_of
from refcheck.parsing.people.forms import named_again
from refcheck.parsing.people.introduced import INTRODUCING, introduced_bodies, introductions
from refcheck.parsing.people.organisations import is_called_organisation, is_organisation
from refcheck.parsing.tagging.tokens import UPPER, Token, first_from

_STANDARDS = every("kinds", "standards")
_STANDARD = re.compile(rf"(?:(?:{alternatives(_STANDARDS)})\s){{1,3}}[A-Z]{{0,2}}\s?\d")  # "DIN EN ISO 9241"


@told_by(words=_STANDARDS)
def standard_in_front(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "DIN EN ISO 9241-11:2018-11, Ergonomie": a standard's number begins its title, and names no author."""
    first = labels.index("title") if _STANDARD.match(raw) else len(labels)
    if first == len(labels):
        return
    end = run_of(labels, "title")[1]
    if labels[end : end + 2] == ["container", "volume"]:
        labels[end : end + 2] = ["title", "title"]  # "ДСТУ ISO 6107-1:2004. Якість води. Частина 1": in no journal
    quoted = first and not QUOTES.isdisjoint(tokens[first].gap)  # "NBR 13818, “Placas cerâmicas”"
    for i in range(first):
        if not tokens[i].kind:
            labels[i] = "number" if quoted else "title"


# "; on behalf of the X Taskforce. Title", "et al; CHARM Investigators and Committees. Title"
_FOR_GROUP = every("names", "for_group")
_SURELY = tuple(phrase for phrase in _FOR_GROUP if phrase.count(" ") > 1)  # "for the" may go on otherwise
_SHORTENED = (phrase.rpartition(" ")[0] for phrase in _FOR_GROUP)
_BEHIND_SURELY = "|".join(rf"(?<={phrase}\s)" for phrase in _SURELY)
_GROUP = re.compile(
    rf"(?:;\s(?:(?:{alternatives((*_FOR_GROUP, *_SHORTENED, *every('parts', 'and')))})\s)?"
    rf"(?:(?:{alternatives(ARTICLES)})\s)?"
    rf"|,\s(?:{alternatives(_FOR_GROUP)})\s)(?P<group>[A-Z0-9][^.;]{{4,110}}?|(?:{_BEHIND_SURELY})[^\s.;][^.;]{{2,110}}?)"
    r"\.\s(?=[A-Z0-9“\"'])"
)


@told_by((";", *(f" {phrase} " for phrase in _FOR_GROUP)))
def group_behind_names(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """A group behind the persons of a list signs with them: it is not the beginning of the title."""
    match = _GROUP.search(raw[:1500])
    if match is None or not (any(phrase in match[0] for phrase in _SURELY) or is_organisation(match["group"])):
        return
    within = [i for i, token in enumerate(tokens) if match.start() < token.start < match.end()]
    before = within[0] - 1 if within else -1
    if (
        before < 0
        or not {"author", "other"} >= set(labels[max(0, before - 1) : before + 1])
        or "author" not in labels[:before]
    ):
        return
    if "title" not in labels[within[-1] + 1 :]:
        return
    for i in within:
        labels[i] = "other" if tokens[i].start < match.start("group") else "author"


_BEFORE_A_TITLE = frozenset({". ", ", ", ": "})


def organisation_in_front(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "European Centre for Disease Prevention and Control. Antimicrobial resistance 2022.", "ATLAS Collaboration,
    “...": a reference begins with who signs, and an organisation before a title is not part of it."""
    several = ";" in raw[:200]
    signed = labels[:1] == ["author"]
    if signed and not several:
        begun = labels.index("title") if "title" in labels else 0
        if not begun or labels[:begun].count("author") < begun or tokens[begun].gap not in _BEFORE_A_TITLE:
            return  # as in most
    head = run_of(labels, "author")[1] if signed else 0
    last = _stop(tokens, 1, len(tokens)) if several else 0
    bodies = raw[: tokens[last].start].rstrip(". ").split("; ") if last else ()
    if len(bodies) > 1 and "title" in labels[last:] and all(map(is_organisation, bodies)):
        labels[:last] = ["author"] * last  # "Royal Adelaide Hospital; University of Adelaide, Department of Nursing."
        head = last
    head = _with_its_parts(raw, tokens, labels, head)
    if head and labels[head : head + 1] == ["title"] and tokens[head].gap == ": ":
        # "POSTGRESQL GLOBAL DEVELOPMENT GROUP. PostgreSQL Documentation: SELECT": the capitals end with the name
        stop = _stop(tokens, 2, head)
        if stop and not raw[tokens[stop].start : tokens[head].start].isupper() and _is_body(raw, tokens[:stop]):
            labels[stop:head] = ["title"] * (head - stop)
    begun = labels.index("title") if labels[:1] == ["other"] and "title" in labels else 0
    quoted = begun and raw[tokens[begun].start - 3 : tokens[begun].start] in ('. "', ". “")
    if 0 < begun < 5 and quoted and tokens[0].text[0].isupper():
        labels[:begun] = ["author"] * begun  # "Google. “Privacy Policy.” ..."
    if not labels or labels[0] not in ("title", "inst", "publisher") or "author" in labels:
        return
    _, end = run_of(labels, labels[0])
    if labels[0] == "title" and labels[end : end + 1] == ["container"] and tokens[end].gap == ". " and "id" in labels:
        whole = {"title", "container", "id", "other"} >= set(labels)  # "National Library of Medicine. Toxicology."
        if whole and is_organisation(raw[: tokens[end - 1].end]):
            labels[:] = ["author" if i < end else {"container": "title"}.get(x, x) for i, x in enumerate(labels)]
            return
    ends = (".", ",“", ', "', "),“", '), "', ',"', '),"')
    stops = (i for i in range(2, end - 1) if tokens[i].gap.replace(", ", ",").strip() in ends)
    dated = labels[0] == "title" and labels[end : end + 2] == ["date", "title"] and tokens[end].gap in (". ", " (")
    stop = end if labels[0] != "title" or dated else next(stops, 0)
    if "title" not in labels and (first := next(stops, 0)) and is_organisation(raw[: tokens[first - 1].end]):
        labels[:end] = ["author"] * first + ["title"] * (end - first)
        return  # "National Library of Medicine. Toxicology Resources. https://..."
    signs = "title" in labels[stop:] or (labels[0] == "inst" and "container" in labels[stop:])
    if not stop or not signs or not is_organisation(raw[tokens[0].start : tokens[stop - 1].end]):
        return
    if labels[0] != "title" or tokens[stop].text[0].isupper():
        labels[:stop] = ["author"] * stop


@told_by((": ",))
def publisher_in_front(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "BKK MTU Kiel. Geschäftsbericht 2012. Kiel: BKK MTU Kiel, 2013": who publishes under the name that stands in
    front has signed; the sentence behind it is the title."""
    name = named_again(raw) if labels[0] == "author" else ""
    behind = first_from(tokens, len(name))
    if not name or labels[behind] != "author":
        return
    imprint = raw.index(f": {name}")
    city = raw.rfind(". ", 0, imprint)
    if city <= len(name):
        return
    for i, token in enumerate(tokens):
        if token.start < city:
            labels[i] = "author" if token.start < len(name) else "title"
        elif token.start < imprint + 2 + len(name):
            labels[i] = "place" if token.start < imprint else "publisher"


def _stop(tokens: Sequence[Token], first: int, end: int) -> int:
    """The first of these tokens that begins behind a full stop, or 0."""
    return next((i for i in range(first, end) if tokens[i].gap == ". "), 0)


def _with_its_parts(raw: str, tokens: Sequence[Token], labels: list[str], head: int) -> int:
    """Where the title begins behind an organisation in front and the parts of it that stand behind its name."""
    while head and labels[head : head + 1] == ["title"] and tokens[head].gap == ". ":
        # Brazil's offices: "BRASIL. Ministério da Saúde. Secretaria de Vigilância.", "U.S. Department of the Interior.
        # National Park Service."
        stop = _stop(tokens, head + 1, run_of(labels, "title")[1])
        if not stop or not _is_called(tokens[head:stop]):
            break
        whole = is_organisation(raw[: tokens[head - 1].end]) and is_organisation(
            raw[tokens[head].start : tokens[stop - 1].end]
        )
        if not whole and not _is_body(raw, tokens[: _stop(tokens, 1, head) or head]):
            break
        labels[head:stop] = ["author"] * (stop - head)
        head = stop
    if head and labels[head : head + 1] == ["title"] and tokens[head].gap == ", ":
        # "Bundesministerium für Familie, Senioren, Frauen und Jugend. Alleinerziehende in Deutschland"
        end = run_of(labels, "title")[1]
        stop = _stop(tokens, head + 1, end)
        # "Central TB Division, Ministry of Health and Family Welfare, Government of India. India TB Report"
        joined = any(ROLES.get(token.text) == "and" for token in tokens[head:stop]) and stop - head < 6
        bodies = _between_commas(tokens[head:stop])
        stated = all(map(_is_called, bodies)) and (len(bodies) > 1 or _is_called(tokens[:head]))
        if stop and (stated or (joined and _is_called(tokens[:head]))):
            labels[head:stop] = ["author"] * (stop - head)
        part, *others = _between_commas(tokens[head:end])  # "Department of the Interior, National Park Service, Legacy"
        called = not stop and others and _is_called(tokens[:head]) and _is_called((part[0], part[-1]))
        if called and is_organisation(raw[part[0].start : part[-1].end]):
            labels[head : head + len(part)] = ["author"] * len(part)
    return head


def _is_called(tokens: Sequence[Token]) -> bool:
    return is_called_organisation({token.text.lower() for token in tokens})


def _between_commas(tokens: Sequence[Token]) -> list[Sequence[Token]]:
    """The tokens divided at their commas."""
    starts = [0, *(i for i in range(1, len(tokens)) if "," in tokens[i].gap), len(tokens)]
    return [tokens[start:end] for start, end in pairwise(starts)]


def _is_body(raw: str, tokens: Sequence[Token]) -> bool:
    """Whether a country or an organisation stands there, in capitals."""
    name = raw[tokens[0].start : tokens[-1].end]
    return name.isupper() and len(name) > 4 and (len(tokens) == 1 or is_organisation(name))


def title_behind_initials(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Lem S, Solaris, Wydawnictwo MON, Warszawa": what is not a name between initials and publisher is the title."""
    first, end = run_of(labels, "author")
    sentence = end - 1 if tokens[end - 1].gap == ". " and len(tokens[end - 2].text) == 1 else 0  # "Nowak J. Ekonomia."
    start = sentence or next((i for i in range(end - 1, first, -1) if "," in tokens[i].gap), 0)
    if start <= first or end == len(labels) or labels[end] not in ("publisher", "place", "edition"):
        return
    initials = tokens[start - 1].text
    if len(initials) < 3 and initials.isupper() and all(len(token.text) > 2 for token in tokens[start:end]):
        labels[start:end] = ["title"] * (end - start)


_BODIES = (*_STANDARDS, *every("kinds", "standards_behind"))
_CALLED = [word.rstrip(".") for word in every("kinds", "standard")]
_BEHIND_TITLE = re.compile(
    rf"[,”\"’]\s(?P<number>(?:Rec\.\s)?(?:{alternatives(_BODIES)})(?:/[A-Z]{{2,5}})?(?:\s[A-Z][a-z]{{3,12}})?"
    rf"(?:\s(?:(?:{alternatives(_CALLED)})\.?(?:\s(?i:{alternatives(every('parts', 'number'))})\.)?|RP|SP))?"
    r"\s[A-Z]{0,4}[.-]?\d[\w.:/-]{0,20})(?=[,.](?:\s|$))"
)


@told_by(words=_BODIES)
def standard_behind_title(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "IEEE Standard for Ethernet, IEEE Std 802.3-2018, Aug. 2018": the number of a standard is neither volume nor
    journal, and what precedes it is the title."""
    match = _BEHIND_TITLE.search(raw[:1000])
    named = match is not None and any(word in match["number"] for word in _CALLED if len(word) < 4)
    if match is None or ({"volume", "pages"} <= set(labels) and "“" not in raw and not named):
        return
    if labels[0] != "title" and labels[1:2] == ["title"] and tokens[1].gap == " " and tokens[0].text == "IEEE":
        labels[0] = "title"  # "IEEE Standard for Information Technology"
    titled = "title" in labels
    for i, token in enumerate(tokens):
        if match.start("number") <= token.start < match.end("number"):
            labels[i] = "number"
        elif token.start < match.start() and labels[i] == "container" and not titled:
            labels[i] = "title"


# "Гнеденко Б. В. Курс теории": the authors with their initials, and the title behind them.
_LEADING = re.compile(rf"(?:[{UPPER}][\w’'-]{{1,30}},?\s(?:[{UPPER}]\.\s?){{1,3}},?\s){{1,4}}(?=\S)")
_DIRECT = rf"(?:[{UPPER}]\.\s?){{1,3}}[{UPPER}][\w’'-]{{1,30}}"
_LISTED = re.compile(rf"{_DIRECT}(?:,\s{_DIRECT}){{1,20}}(?=\s?(?://|[;\[.]|$))")


_GIVEN = rf"(?:(?:[{UPPER}]\.[\s-]?){{1,3}}|[{UPPER}][\w’'-]{{1,20}}(?:\s[{UPPER}](?:\.|[\w’'-]{{1,20}}))?)"
_NAMED = rf"[{UPPER}][\w’'-]{{1,25}}(?:\s[{UPPER}][\w’'-]{{1,25}})?,\s{_GIVEN}"
_TO_THE_COLON = re.compile(rf"{_NAMED}(?:\s?;\s{_NAMED}){{1,9}}(?=:\s)")


@told_by((";",))
def names_to_the_colon(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Lang, Jens; Rünger, Gudula: High-Resolution Power Profiling": families and given names up to a colon sign, and
    the title begins behind it."""
    match = _TO_THE_COLON.match(raw[:600])
    if match is None:
        return
    for i, token in enumerate(tokens):
        if token.start < match.end():
            labels[i] = "author"
        elif labels[i] == "author" and labels[i - 1] != "other":
            labels[i] = "title"
        else:
            break


@told_by(words=INTRODUCING)
def introduced_people(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Translated by Jessie Coulson, edited by George Gibian", "/ под ред. А. Н. Колмогорова": who stands behind such
    words is what they say, and the title has ended before them."""
    for match in introductions().finditer(raw):
        inside = [i for i, token in enumerate(tokens) if match.start() <= token.start < match.end()]
        if not inside or not inside[0]:
            continue
        role = "editor" if match["edited"] else "other" if match["made"] else "translator"
        first, last = inside[0], labels[inside[-1]]
        for i in inside:
            labels[i] = role if tokens[i].start >= match.start("people") else "other"
        end = inside[-1] + 1
        while last in ("title", "container") and end < len(labels) and labels[end] == last:
            labels[end] = "other"
            end += 1
        book = raw.rfind(" // ", 0, tokens[first].start) if "/" in tokens[first].gap else -1
        if book > 0:  # "Координаты человека // Общественный разлом / под ред. Т. И. Заславской"
            for i in range(first):
                labels[i] = "container" if tokens[i].start > book else labels[i]
            continue
        named = first  # "In Essays on the Sociology of Knowledge by Karl Mannheim, edited by Paul Kecskemeti"
        while role == "editor" and named > 1 and labels[named - 1] in ("editor", "other"):
            named -= 1
        if named < first and leads_in(tokens[named].text) and "editor" in labels[named:first]:
            labels[named + 1 : first] = ["container"] * (first - named - 1)
        if labels[named - 1] == "container" and "editor" in labels[named:first] and "." not in tokens[named].gap:
            labels[named:first] = ["container"] * (first - named)
        stated = first - 1  # GOST: "Гражданское право / Н. Н. Агафонова, Т. В. Богачева ; под ред. А. Г. Калпина"
        while role == "editor" and stated > 0 and labels[stated] == "editor" and "/" not in tokens[stated].gap:
            stated -= 1
        if stated < first - 1 and labels[stated] == "editor" and labels[0] in ("author", "title"):
            labels[stated:first] = ["other" if labels[0] == "author" else "author"] * (first - stated)
        names = _LEADING.match(raw) if "/" in tokens[first].gap else None
        if names and {"author", "editor", "title"}.issuperset(labels[:first]):
            for i in range(first):
                labels[i] = "author" if tokens[i].start < names.end() else "title"


@told_by(words=every("roles", "edited_by_bodies"))
def introduced_body(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Fachkräfte. Hrsg. vom Institut für Arbeitsmarktforschung. Nürnberg": an organisation edited it."""
    match = introduced_bodies().search(raw[:1000])
    if match is None or not is_organisation(match["body"]):
        return
    for i, token in enumerate(tokens):
        if match.start() <= token.start < match.end():
            labels[i] = "editor" if token.start >= match.start("body") else "other"


@told_by((" / ",))
def stated_again(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """GOST: "Петрова, А. С. Методика написания работ / А. С. Петрова // Вестник": who stands in front is named again
    behind the title, which is all that stands between the two; those who follow there wrote it too."""
    slash = next((i for i in range(1, len(tokens)) if tokens[i].gap in (" / ", ". / ")), 0)
    if slash and labels[slash - 1] == labels[slash] == "title":  # "/ Банк России // Вестник", "/ Банк России. – 2024"
        end = next((i for i in range(slash, len(labels)) if labels[i] != "title" or "//" in tokens[i].gap), slash)
        unsigned = labels[0] == "title" and is_organisation(raw[tokens[slash].start : tokens[end - 1].end])
        if unsigned or " // " in raw[tokens[slash].start :]:
            labels[slash:end] = ["other" if "author" in labels else "author"] * (end - slash)
    if not labels or labels[0] not in ("author", "editor"):
        return
    names = _LEADING.match(raw)
    behind = [token.text for token in tokens[slash : slash + 8]]
    if names is None or tokens[slash].start <= names.end() or tokens[0].text not in behind:
        return
    end = slash + behind.index(tokens[0].text) + 1
    if not all(len(text) == 1 and text.isupper() for text in behind[: end - slash - 1]):
        return
    for i in range(end):
        if i >= slash:
            labels[i] = "other"
        elif labels[i] in ("author", "editor", "title"):
            labels[i] = "author" if tokens[i].start < names.end() else "title"
    if listed := _LISTED.match(raw, tokens[slash].start):
        for i, token in enumerate(tokens):
            if token.start < names.end():
                labels[i] = "other"
            elif listed.start() <= token.start < listed.end():
                labels[i] = "author"
