"""Whether a name with a year that is not in the list is a citation: not a period, a place, a month, a film, a noun."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

from refcheck import patterns as re
from refcheck.citing.people import HAN
from refcheck.citing.tying import Found
from refcheck.citing.words import citing_words, lexicon, word_set
from refcheck.language.lexicon import ANY_PARTICLES
from refcheck.language.words import alternatives, subject
from refcheck.reading.lists.authored import author_points
from refcheck.reading.sentences import Block

_AT_PAGE = re.compile(r"\d[a-z]?(?:,\s?[^\W\d_]{1,4}\.|:)\s?\d")  # "(2018, S. 12)", "(2018: 12)"
_NUMBERED = re.compile(r"\[\d{1,3}\]")
_REFERENCE = 250  # characters of a reference before its publisher
_AUTHOR_TITLE = re.compile(r"(?:^|[:;\n]\s?)([^\W\d_][\w'’-]*,\s[^\W\d_][^.:;\n]{0,60}\.\s[^\W\d_][^;\n]{2,200})\($")
_IMPRINT = re.compile(r"[,.]\s[^\W\d_a-zß-öø-ÿ][\w .’'-]{1,30}(?:,\s[A-Z]{2})?:\s?$")  # ", Mahwah, NJ: "
_NEXT_PART = re.compile(r"\.\s[^\W\d_a-zß-öø-ÿ]")
_SHORTCODE = re.compile(r"\bcite\s[\"“”']$")
_REVERSED = re.compile(r"[^\W\d_]{2},\s?(?:[^\W\d_]\.[\s-]?){1,3}(?=\W|[^\W\d_])")
_TITLE_BEHIND = re.compile(r"[.:,]\s?[‘“\"«„]\S")  # "A.-L. Huyet and K. Kouiss (2014). ‘Architecture ...": a reference
_DAY = re.compile(  # "2023 年初", "2006/11"
    r"\d\s?年\s?[初末底中前後后度\d]|\d\s?년\s?[초말\d]|\d\s?[-./]\s?[01]?\d\s?[-./]\s?[0-3]?\d(?!\d)|\d{4}/\d{1,2}(?!\d)"
)


def nouns(paragraphs: Iterable[Block], language: str) -> frozenset[str]:
    """The capitalised words that stand behind an article somewhere and end their phrase there, with a stop or before a
    small word ("im Mikrozensus,", "a Eurobarometer of"): nouns and names of surveys, which no person's name is.
    Particles of names are no such articles.
    """
    phrase, common = _behind_article(language)
    return frozenset(
        match[1]
        for block in paragraphs
        for match in (phrase.finditer(block.text) if phrase else ())
        if not match[2][:1].isalpha() or match[2] in common
    )


@cache
def _behind_article(language: str) -> tuple[re.Pattern[str] | None, frozenset[str]]:
    """A pattern for an article, a capitalised word and what follows; the small words that may follow it."""
    articles = set(subject("citations").get(language, {}).get("before_nouns", ())) - ANY_PARTICLES
    common = str(subject("detect").get(language, {}).get("Latin", "")).split()
    name = r"([^\W\d_a-zß-öø-ÿ][\w’'-]{2,40})"
    phrase = rf"(?<!\w)(?i:{alternatives(articles)})\s{name}\s?([.,:;!?)(\d]|[^\W\d_]+|$)"
    return re.compile(phrase) if articles else None, frozenset(common) - word_set("connectors")


def possible(one: Found, lower: Counter[str], nouns: frozenset[str] = frozenset()) -> bool:
    """Whether the names of a mention can be names at all, not months, places, nouns or words of the running text."""
    words = _words(one)
    if not words or one.shape == 0 or one.mention.year is None or one.mention.year < 1850:
        return False
    parts = (part for word in words for part in (word, *word.split("-")))
    if any(part.casefold() in word_set("never") for part in parts) or len(one.mention.names[-1].split()) > 3:
        return False
    if _REVERSED.search(one.mention.text) and "(" in one.mention.text:
        return False  # "Urdinez, F. and Cruz, A. (Eds.) (2020)": a reference, printed in the text
    if nouns and all(word in nouns for word in words):
        return False
    if any(part[:1].islower() and part not in ANY_PARTICLES for word in words for part in word.split("-")[1:]):
        return False  # "Post-war (1950):", a heading of a table
    return not any(lower[w.casefold()] or w.endswith(lexicon()["noun_endings"]) for w in words)


def _words(one: Found) -> list[str]:
    return [w for name in one.mention.names for w in name.split() if w.casefold() not in ANY_PARTICLES]


def credible(
    one: Found, block: Block, lower: Counter[str], nouns: frozenset[str], *, comma_free: bool, in_force: bool
) -> bool:
    """Whether a name and a year without an entry are a citation and not a place, a month or a film.

    comma_free: the article writes "Smith 2010". in_force: it cites other works by author and year.
    """
    mention, words = one.mention, _words(one)
    if not possible(one, lower, nouns) or _not_cited_here().match(block.text, one.end):
        return False
    if _NUMBERED.search(mention.text):
        return False  # "Yu等[4]（2018）": the list has its number
    narrative = mention.text.endswith((")", "]", "）", "］"))
    if _in_a_reference(block.text, one, narrative=narrative):
        return False
    if _SHORTCODE.search(block.text, max(0, one.start - 12), one.start):
        return False  # "{{< q-cite "Gourley et al. 1985" >}}", of Quire: a key of its list, which stands elsewhere
    if _DAY.search(block.text, one.start, one.end + 4):
        return False
    if (
        not narrative
        and f"{mention.names[-1]}. {mention.year}" in mention.text
        and block.text[one.end : one.end + 1] != ")"
    ):
        return False  # "Chalmers, James. 1886. Adventures": a reference, printed in the text
    if narrative and HAN.search(words[-1]):
        said = re.split("[。.；;]", block.text[one.end : one.end + 24], maxsplit=1)[0]
        return len(words[-1]) > 1 and any(verb in said for verb in lexicon()["reporting"])
    if narrative and _TITLE_BEHIND.match(block.text, one.end):
        return False
    if narrative and len(mention.names) > 1 and f", {mention.names[-1]}" in mention.text:
        return False  # "Schulz, Soziologie (2008)"
    if one.shape == 2:
        return True
    if not narrative:
        return len(words) <= 2 and (not {",", "，", "、"}.isdisjoint(mention.text) or comma_free)
    if _institution().search(block.text, max(0, one.start - 40), one.start):
        return False  # "B.A., University of Leiden (2012)"
    before = f" {block.text[max(0, one.start - 40) : one.start].casefold()}".rstrip()
    cue = before.endswith(lexicon()["according"] + lexicon()["titles"])
    named = re.split(r"[\s'’]", before)[-1].strip('"“„«‘(') in word_set("works")
    told = (
        _reports(block.text[one.end : one.end + 20])
        or before.endswith(citing_words())
        or bool(_AT_PAGE.search(mention.text))
    )
    return cue or (in_force and not named and len(words) == 1 and told)


@cache
def _institution() -> re.Pattern[str]:
    """The beginning of an institution's name: "University of"."""
    places, of = alternatives(lexicon()["institutions"]), alternatives(lexicon()["of"])
    return re.compile(rf"(?<!\w)(?i:{places})[^\W\d_]{{0,6}}\s(?:{of})\s$")


def _in_a_reference(text: str, one: Found, *, narrative: bool) -> bool:
    """Whether it is a part of a reference that is printed in the text: its publisher and year, behind author and title
    ("Aldred, Cyril. Akhenaten (Thames & Hudson, 1988)", "Bridging, Mahwah, NJ: Erlbaum, (1997): pp. 131-157"), or its
    beginning ("cite as: Avants et al. (2025). Flow").
    """
    before = text[max(0, one.start - _REFERENCE) : one.start]
    if narrative:
        behind = _NEXT_PART.match(text, one.end) or (_IMPRINT.search(before) and _at_pages().match(text, one.end))
        return before.rstrip().endswith(":") and bool(behind)
    printed = _AUTHOR_TITLE.search(before)
    return printed is not None and author_points(printed[1]) >= 2


@cache
def _at_pages() -> re.Pattern[str]:
    """The pages behind the year of an imprint: ": pp. 131"."""
    return re.compile(rf"\)?[:,]\s?(?i:{alternatives(lexicon()['pages'])})\s?\d")


@cache
def _not_cited_here() -> re.Pattern[str]:
    """What stands behind the year of a work that another one cites ("Dasu 2003, cited in Wickham 2014"), that has its
    address in the text, and behind the imprint of a printed reference: "(Unrast, 2011), p. 594"."""
    within, pages = (alternatives(lexicon()[kind]) for kind in ("second_hand", "pages"))
    return re.compile(
        rf"(?:,\s?(?:{pages})\s?\d[\d–-]{{0,10}}|:\s?\d[\d–-]{{0,10}})?[^\w()]{{0,3}}(?i:{within})[\s:,]{{1,3}}[^.;()]{{0,60}}?\(?(?:@\w|(?<!\d)(?:1[5-9]|20)\d\d)"
        rf"|[^\w()]{{0,3}}\)\s?,\s?(?:{pages})\s?\d|(?:[,;:]\s[^()]{{0,60}}?|\s)https?://"
    )


def _reports(after: str) -> bool:
    """Whether a verb may follow the year, as in "Smith (2010) shows", rather than the next item of a list of places."""
    word = re.match(r"\s([^\W\d_A-Z][^\W\d_]*)", after)
    other = word_set("connectors") | word_set("never")
    who = (f", {word}" for word in lexicon()["who"])
    return after.startswith((":", *who)) or (word is not None and word[1] not in other)
