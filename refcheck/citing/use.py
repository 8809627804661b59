"""Which references the text mentions, and which mentions have no reference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from refcheck import patterns as re
from refcheck.case import Case
from refcheck.citing.tying import inflected
from refcheck.language.fold import keys
from refcheck.language.latex import to_text
from refcheck.language.words import alternatives, every
from refcheck.model import Article, Mention, MentionKind, Name, Reference
from refcheck.reading.lists.look import names_publisher

_LEAST_TEXT = 200  # characters; a shorter running text is not expected to mention anything

_BEFORE_YEAR = re.compile(r"[\s(\[,]{1,3}(?=(?:1[5-9]|20)\d\d)")
_AROUND = 60  # characters of a link or a quotation that is more than a citation
_MORE = 15  # characters that a shorter one has beside the citation
_BY = re.compile(r"\s[^\W\d_A-Z]{1,3}$")  # "by", "von", "par", between a linked title and its author
_PAIR = 2  # authors, whom "et al." never stands for, and who are named both
_WORDS = 3  # blanks in a linked title; what a name does with fewer may be no more than a page of the web
_NEAR = 40  # characters between a name and the linked title that follows it in its sentence
_TO_YEAR = 300  # characters from the first author's name to the year
_SPECIES = re.compile(  # "Dicranota cayuga": two or three words in Latin, behind which stands who described it
    r"[A-Z][a-z]{2,}(?:\s\([A-Z][a-z]+\))?(?:\s[a-z-]{2,}(?:us|um|is|a|ae|i|ens|ans|ense|or|x|ops|re|le)){1,2}"
)
_MAKER = re.compile(r"[A-ZÀ-Þ][^\W\d_]+(?:[\s-](?:[A-ZÀ-Þ][^\W\d_]*\.?|[a-zà-ÿ]{1,3})){1,4}")  # who made a film
# Before the title of a work that is printed in the text: "Nygard, *Release It!*", "(ed.) *Works*".
_IMPRINT = re.compile(r"(?:[^\W\d_]{2},|[):])\s$")
# Whose work it is, behind which its title stands: "Edward Said’s *Orientalism*", "Peter Szondi *Versuch*".
_OWNER = re.compile(
    r"(?<!\w)(?:[^\W\d_a-zß-öø-ÿ][\w-]{1,30}['’]s?|[^\W\d_a-zß-öø-ÿ][\w.’-]{0,30}\s(?:[a-z]{2,3}\s)?[^\W\d_a-zß-öø-ÿ][\w’-]{1,30})\s$"
)
_TITLED = re.compile(r"[“\"„«‘「『](?=[^\W\d_a-zß-öø-ÿ])[^“”\"„«»‘「」『』.!?]{3,100}[”\"“»’」』]$")
_PLACE = re.compile(r"[\s,.(]{1,3}[A-ZÀ-Þ][\w.'’-]{1,20}(?:[\s/][A-ZÀ-Þ][\w.'’-]{1,20}){0,2}:\s$")
_QUOTES = tuple("\"'”’»“›」』")
# Around a link to a page of the same wiki, and around citations of EndNote and Quire, which make the list themselves.
_LINKING = (("[[", "]]"), ("{", "}"))
_BULLET = " \t-–—*•·"


def has_text(article: Article) -> bool:
    """Whether there is running text; a page that is only a list rightly mentions nothing."""
    return len(article.text) >= _LEAST_TEXT and bool(article.entries)


def mentioned(case: Case) -> frozenset[int]:
    """Indexes of the references that the text mentions, even with a wrong year."""
    places = _places(case)
    found = {places[entry] for mention in case.article.mentions for entry in mention.entries if entry in places}
    leading = first_authors(case)
    for mention in case.article.mentions:
        found.update(index for index, _ in misdated(case, mention, leading))
    return frozenset(found)


def times_mentioned(case: Case) -> Counter[int]:
    """How often the text mentions each reference, by index; empty where it mentions none."""
    places = _places(case)
    times = Counter(places[entry] for mention in case.article.mentions for entry in mention.entries if entry in places)
    return times + Counter(mentioned(case) - times.keys())


def unlisted(case: Case) -> Iterator[Mention]:
    """The mentions without an entry whose work is not printed or linked anywhere else either."""
    printed, led, shelved = printed_unread(case.article), led_elsewhere(case.article), _shelved(case.article)
    # "(Inep, 2024)" beside "(Inep, 2024b)", which the markup ties to its entry
    tied = {
        m.text.strip("()[]")[:-1] for m in case.article.mentions if m.entries and m.text.strip("()[]")[-1:].isalpha()
    }
    journals = {" ".join(keys(reference.container)) for reference in case.references if reference.container}
    for mention in case.article.mentions:
        if mention.entries or mention.kind is MentionKind.NAME or mention.text.strip("()[]") in tied:
            continue
        if printed(mention) or led(mention):
            continue
        if mention.names and shelved(mention):
            continue
        if len(mention.names) != 1 or " ".join(keys(mention.names[0])) not in journals:  # "Wirtschaftsdienst 2007"
            yield mention


def _shelved(article: Article) -> Callable[[Mention], bool]:
    """Whether the files of a chapter's book have a work of the last one named in this year, which its list may have."""

    def found(mention: Mention) -> bool:
        names = set(keys(mention.names[-1]))
        year = str(mention.year)
        works = (to_text(work) for work in article.shelved if mention.year and year in work)
        return any(names <= set(keys(work)) for work in works)

    return found


def led_elsewhere(article: Article) -> Callable[[Mention], bool]:
    """Whether what looks like a citation is none of the author's own: it stands in a quotation, in a whole reference
    that is set as a link, right behind a title that is one, or it is a title in italics with its year, the publisher
    and year of a work that is printed in the text, or the one who named a species."""
    titles = frozenset(article.italics)
    ends, listed = tuple(sorted(titles, key=len, reverse=True)), "\n".join((*titles, ""))
    named = titles | frozenset(article.apart)
    linking = _LINKING[:1] if article.format == "latex" else _LINKING  # where braces are around anything
    linked = tuple(words for words in article.apart if words.count(" ") > 2)
    titled = tuple(words for words in linked if words.count(" ") > _WORDS)
    tied = (name for mention in article.mentions if mention.entries for name in mention.names)
    slanted = titles - frozenset(tied)  # some set the names of authors in italics
    around = "\n".join(words for words in article.apart if len(words) > _AROUND)
    short = tuple(words for words in article.apart if len(words) <= _AROUND)
    texts: dict[int, str] = {}
    for number, text in article.lines:
        texts[number] = f"{texts[number]} {text}" if number in texts else text

    def led(mention: Mention) -> bool:
        said = mention.text.strip("()[]（）")
        if mention.kind is MentionKind.NUMERIC:
            return mention.text in article.apart  # "[3]" that is a link to another site
        if mention.kind is not MentionKind.AUTHOR_YEAR:
            return False
        if said in around or any(len(words) >= len(said) + _MORE and said in words for words in short):
            return True
        words = _BEFORE_YEAR.split(said, maxsplit=1)[0].split()
        if any(" ".join(words[k:]) in titles for k in range(len(words) - 1)):
            return True
        if words and words[0].rstrip(",") in slanted:
            return True  # "(*Hulk*, Ang Lee, 2003)"
        if len(words) > _PAIR and f"{' '.join(words)}\n" in listed:
            return True  # "His Life and Influence (2005)", of "Pythagoras: His Life and Influence"
        ahead, *rest = (texts.get(mention.line + k, "") for k in (-1, 0, 1))  # a line may break within it
        around_it = " ".join((ahead, *rest))
        at = around_it.find(mention.text, len(ahead))
        before, behind = (around_it[:at], around_it[at + len(mention.text) :]) if at >= 0 else (around_it, "")
        if any(a in before and b not in before.rpartition(a)[2] and b in behind[:_TO_YEAR] for a, b in linking):
            return True
        shown = before.rstrip(" (,")
        start, _, end = rest[0].partition(mention.text)
        if start.endswith("(") and not end.strip(" ).") and start.strip(f"{_BULLET}(") in named:
            return True  # a line of a list of films: "- [Film](https://...) (Tacita Dean, 2011)"
        place = _PLACE.search(before)
        if place and (before[: place.start()].endswith(_QUOTES) or _ending(before[: place.start()], ends)):
            return True  # "*The Third Wave*, London: Pan, 1980"
        title, opened = _ending(shown, ends), before.endswith("(")
        if opened and _published(words, shown, title or _ending(shown, linked)):
            return True
        made = opened and behind.startswith(")") and _MAKER.fullmatch(" ".join(words))
        if title and (made or _SPECIES.fullmatch(title)):
            return True  # "*RoboCop* (Paul Verhoeven, 1987)"
        if any((at := behind.find(words, 0, _NEAR + len(words))) >= 0 and "." not in behind[:at] for words in titled):
            return True
        return bool(before) and _BY.sub("", before[-_TO_YEAR:].rstrip(" (,")).endswith(linked)

    return led


def _published(name: Sequence[str], shown: str, title: str) -> bool:
    """Whether the name in brackets behind a title, in italics, quotation marks or a link, is its publisher's: a name or
    a word of publishers, or another than that of the author before the title."""
    called = " ".join(name).rstrip(",")
    if not called or not (title or _TITLED.search(shown[-_TO_YEAR:])):
        return False
    if names_publisher(called) or _imprint().match(called):
        return True
    lead = shown.removesuffix(title) if title else ""
    owner = _OWNER.search(lead)
    other = owner is not None and name[-1].rstrip(",") not in owner[0] and len(name) <= _PAIR
    return other or bool(_IMPRINT.search(lead))


@cache
def _imprint() -> re.Pattern[str]:
    """Publishers that are called by a name of their own, which no author has."""
    return re.compile(rf"(?:{alternatives(every('citations', 'imprints'))})(?!\w)")


def _ending(text: str, titles: Sequence[str]) -> str:
    """The longest of the titles that a text ends with, or ""."""
    return next((title for title in titles if text.endswith(title)), "") if text.endswith(tuple(titles)) else ""


def printed_unread(article: Article) -> Callable[[Mention], bool]:
    """A function of a mention: whether its work is printed somewhere though it was not read as a reference, either
    inside another entry or on a line of the text that opens with its author ("Bob, Clifford. 2002.", "Source: Bob, C.
    (2002)") and has its year, or an entry has the year and every word of its names: a newspaper whose writer the list
    names, two editors; or its name is that of a publisher in the list ("Cambridge: Polity, 2006").
    """
    lists = "\n".join([*(entry.raw for entry in article.entries), *(item.text for item in article.unread)])
    text = "\n".join(line for _, line in article.lines)

    def inside(names: Sequence[str], year: int) -> bool:
        wanted = [word for name in names for word in keys(name)]
        dated = (keys(entry.raw) for entry in article.entries if str(year) in entry.raw) if len(wanted) > 1 else ()
        return any(all(any(word == one or inflected(word, one) for one in entry) for word in wanted) for entry in dated)

    def printed(mention: Mention) -> bool:
        if mention.kind is not MentionKind.AUTHOR_YEAR or mention.year is None or not mention.names:
            return False
        name = re.escape(mention.names[0].split()[-1])
        opens = rf"{name}(?:,\s*[^\W\d_]|\s+[A-Z]{{1,3}}\b[,. ])(?:[^\n]|\n(?!\n)){{0,{_TO_YEAR}}}?"
        opens += rf"(?<!\d){mention.year}(?!\d)"
        opened = re.search(rf"\b{opens}", lists) or re.search(
            rf"^\W{{0,8}}(?:[^\W\d_]{{2,20}}\s?[:：]\W{{0,6}})?{opens}", text, re.MULTILINE
        )
        published = len(mention.names) == 1 and re.search(rf"[^\W\d_]:\s{name},?\s(?:1[5-9]|20)\d\d", lists)
        return opened is not None or bool(published) or inside(mention.names, mention.year)

    return printed


def first_authors(case: Case) -> Mapping[str, Sequence[int]]:
    """Every form of a first author's family name -> indexes of the references."""
    found: dict[str, list[int]] = {}
    for index, reference in enumerate(case.references):
        for name in (reference.authors or reference.editors)[:1]:
            for form in _family_words(name):
                found.setdefault(form, []).append(index)
    return found


def misdated(case: Case, mention: Mention, leading: Mapping[str, Sequence[int]]) -> list[tuple[int, int | None]]:
    """(index, year) of the references by the people of an unlisted mention, if all have another year or none.

    leading: ``first_authors(case)``, computed once for all mentions.
    """
    if mention.entries or mention.kind is not MentionKind.AUTHOR_YEAR or mention.year is None:
        return []
    wanted = [family(name) for name in mention.names]
    if not wanted:
        return []
    found: list[tuple[int, int | None]] = []
    for index in leading.get(wanted[0], ()):
        families = _families(case.references[index])
        if len(families) == _PAIR if mention.others else len(families) > len(wanted) == _PAIR:
            continue
        if all(any(name in forms for forms in families) for name in wanted):
            found.append((index, case.references[index].year))
    if mention.year in {year for _, year in found}:
        return []
    return [(index, year) for index, year in found if str(year) not in mention.text]  # "Jones (2001, 2004)": two works


def _families(reference: Reference) -> tuple[frozenset[str], ...]:
    people = reference.authors or reference.editors
    return tuple(map(_family_words, people))


def _family_words(name: Name) -> frozenset[str]:
    return frozenset(keys(name.family or name.literal))


def family(name: str) -> str:
    """The last word of a name, folded."""
    words = keys(name)
    return words[-1] if words else ""


def _places(case: Case) -> dict[int, int]:
    """Index of an entry -> index of its reference."""
    entries = {id(entry): k for k, entry in enumerate(case.article.entries)}
    equal = {entry: k for k, entry in reversed(list(enumerate((e.raw, e.line) for e in case.article.entries)))}
    places: dict[int, int] = {}
    for index, reference in enumerate(case.references):
        entry = reference.entry
        if entry is not None:
            place = entries.get(id(entry), equal.get((entry.raw, entry.line)))
            if place is not None:
                places.setdefault(place, index)
    return places
