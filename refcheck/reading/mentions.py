"""In-text citations: where the running text speaks of a source, tied to the entries it can mean.

Six kinds (``MentionKind``): author-year, numeric, footnote and citation-key markers, a listed author named without a
year, and research ascribed to an institution without any reference. Every year, number and key is found by a bounded
regular expression; what stands before a year is then read word by word, right to left, so the work is linear.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from refcheck.model import Entry, Mention, MentionKind
from refcheck.reading.blocks import SENTENCE_END, Block, blocks
from refcheck.reading.families import YEAR, Authorship, authorship, fold, lexicon

_WORD = re.compile(r"[^\W\d_]+(?:['’`´\-‐‑][^\W\d_]+)*\.?|&|[,;:()\[\]]|\S")
_HAN = re.compile(r"[぀-ヿ㐀-鿿가-힯]{1,8}$")
_NUMBERS = re.compile(r"(?<![\w\]#>`$=(])\s?\[(\d{1,3}(?:\s?[-–,;]\s?\d{1,3}){0,15})\](?![\w(\[:=])")
_BARE_NUMBERS = re.compile(r"(?<=[^\W\d_][\s.,])?\((\d{1,3}(?:\s?[-–,;]\s?\d{1,3}){0,15})\)")
_SUPERSCRIPT = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=[.,;:!?”\"’)»]))[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?:[,⁻–-][⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}){0,8}")
_PROMPT = re.compile(r"[#>$]\s{0,3}$")  # the output of a program
_FOOTNOTE = re.compile(r"\[\^([^\]\s]{1,40})\](?!:)|(?<![\w\[])\[(#?[\w.-]{1,40})\]_(?!\w)")
_KEYS = re.compile(r"\[([^\[\]]{0,200}@[\w][^\[\]]{0,400})\]")
_KEY = re.compile(r"(?<![\w@.])@\{?([\w][\w:.#$%&+?<>~/-]{0,100})")
_LATEX = re.compile(r"\\[a-zA-Z]{0,12}cite[a-zA-Z]{0,12}\*?(?:\[[^\]]{0,200}\]){0,2}\{([^{}]{1,1000})\}")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_EARLIER_YEARS = re.compile(
    r"(?:[,;/]?\s*(?:1[5-9]\d\d|20\d\d)[a-z]?(?:\s*[,:]\s*(?:pp?\.|S\.|s\.|blz\.)?\s*\d[\d\s–-]{0,12})?[,/]?\s*)+$"
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?){1,3}|[^\W\d_]")
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
_LONG_NAME = 6  # letters from which a name may be misspelt by one and still be recognised
_REACH = 160  # characters before a year in which its names stand


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon()[name])


@dataclass(frozen=True, slots=True)
class _Found:
    """A mention with its place and how sure it is that it is one: ``tied`` or ``shape`` 0..2."""

    start: int
    end: int
    mention: Mention
    shape: int = 2


def find_mentions(lines: Sequence[tuple[int, str]], entries: Sequence[Entry], language: str) -> tuple[Mention, ...]:
    """All in-text citations of the running text, in reading order.

    lines: (1-based line number in the file, text) of everything that is no entry. entries: the bibliography, whose
    0-based indexes the mentions carry. language: ISO 639-1 of the article; "" is fine, all languages are looked for.
    An author-year mention that no entry fits has ``entries == ()``.
    """
    paragraphs = list(blocks(lines))
    index = _Index(entries)
    lower = Counter(w for b in paragraphs for w in re.findall(r"(?<![\w'’./@-])[a-zà-ÿ][^\W\d_]+", b.text))
    found = [(block, one) for block in paragraphs for one in _author_years(block, index)]
    tied = [one.mention for _, one in found if one.mention.entries]
    comma_free = any("," not in mention.text for mention in tied)
    dated = [
        (block, one)
        for block, one in found
        if one.mention.entries or _credible(one, block, lower, comma_free=comma_free, in_force=bool(tied))
    ]
    keyed = [(block, one) for block in paragraphs for one in _keyed(block, index)]
    numeric = _numeric(paragraphs, index, entries, busy=sum(1 for _, one in dated + keyed if one.mention.entries))
    placed = dated + numeric + keyed
    taken: dict[int, list[_Found]] = {}
    for block, one in placed:
        taken.setdefault(id(block), []).append(one)
    cited = {fold(name) for _, one in dated if one.mention.entries for name in one.mention.names}
    for block in paragraphs:
        mine = taken.get(id(block), [])
        named = [one for one in _named(block, index, lower, cited) if not _overlaps(one, mine)]
        placed += [(block, one) for one in named]
        placed += [(block, one) for one in _institutional(block, mine, german=language == "de")]
    order = {id(block): k for k, block in enumerate(paragraphs)}
    placed.sort(key=lambda pair: (order[id(pair[0])], pair[1].start, pair[1].end))
    return tuple(replace(one.mention, line=block.line(one.start)) for block, one in placed)


def _overlaps(one: _Found, others: Iterable[_Found]) -> bool:
    return any(one.start < other.end and other.start < one.end for other in others)


# ------------------------------------------------------------------------------------------------------------ tying


class _Index:
    """The entries, found by family name, number, label or key."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.written: list[Authorship] = [authorship(entry) for entry in entries]
        self.by_word: dict[str, list[int]] = {}
        self.families: dict[str, tuple[str, list[int]]] = {}
        self.labels: dict[str, list[int]] = {}
        self.keys: dict[str, list[int]] = {}
        for k, (entry, who) in enumerate(zip(entries, self.written, strict=True)):
            for word in dict.fromkeys(who.head.split()):
                self.by_word.setdefault(word, []).append(k)
            for family in who.families if who.persons else ():
                words = _last_words(family)
                if words:
                    self.families.setdefault(words[-1], (family, []))[1].append(k)
            for label in {entry.key, entry.marker.strip("[]^().:# ")} - {""}:
                self.labels.setdefault(label, []).append(k)
            if entry.key:
                self.keys.setdefault(entry.key.casefold(), []).append(k)

    def tie(self, people: Sequence[str], year: int, letter: str, *, alone: bool = False) -> tuple[int, ...]:
        """Entries of these people (first one must match) in that year; the best matches only. alone: no "et al."."""
        scored: list[tuple[int, int]] = []
        first = _last_words(people[0])
        for k in self.by_word.get(first[-1], []) if first else []:
            who = self.written[k]
            if not who.has_year(year, letter):
                continue
            score = sum(1 for person in people if _fits(person, who.head))
            score -= len(people) == 1 and alone and len(who.families) > 1
            leading = who.families[:1] and _fits(people[0], f" {fold(who.families[0])} ")
            exact = (year, letter) in who.years
            scored.append((4 * score + 2 * bool(leading) + exact, k))
        best = max((score for score, _ in scored), default=0)
        chosen = [k for score, k in scored if score == best]
        if letter and len(chosen) > 1 and not any((year, letter) in self.written[k].years for k in chosen):
            place = ord(letter) - ord("a")  # the list prints no letters: a is the first of them, b the second
            chosen = chosen[place : place + 1] or chosen
        return tuple(chosen) or self._nearly(people, year, letter)

    def _nearly(self, people: Sequence[str], year: int, letter: str) -> tuple[int, ...]:
        """Entries of that year whose first author is spelt almost like the first name: a slip of the pen."""
        from rapidfuzz.distance import OSA

        wanted = "".join(_last_words(people[0])[-1:])
        if len(wanted) < _LONG_NAME:
            return ()
        found = []
        for k, who in enumerate(self.written):
            first = fold(who.families[0]).split()[-1:] if who.families else []
            if (
                first
                and who.has_year(year, letter)
                and OSA.distance(wanted, first[0], score_cutoff=2) <= len(wanted) // 6
            ):
                found.append(k)
        return tuple(found) if len(found) == 1 else ()

    def numbered(self) -> dict[int, list[int]]:
        """Entries by printed number; by position where no entry has one."""
        printed: dict[int, list[int]] = {}
        for label, indexes in self.labels.items():
            if label.isdigit():
                printed.setdefault(int(label), []).extend(indexes)
        return printed


def _last_words(person: str) -> list[str]:
    return [word for word in fold(person).split() if len(word) > 1 or not word.isascii()]


def _fits(person: str, head: str) -> bool:
    """Whether the family name of ``person`` (its last word, or its last two) stands in the folded ``head``."""
    words = _last_words(person)
    return bool(words) and f" {words[-1]} " in head


# ------------------------------------------------------------------------------------------------------ author and year


def _author_years(block: Block, index: _Index) -> Iterator[_Found]:
    text = block.text
    for match in YEAR.finditer(text):
        if re.match(r"\s?[–-]\s?\d|\s?[%€$£]", text[match.end() : match.end() + 3]):
            continue  # a span of years or an amount
        one = _author_year(text, match, index)
        if one is not None:
            yield one


def _author_year(text: str, match: re.Match[str], index: _Index) -> _Found | None:
    year, letter = int(match[1]), match[2] or ""
    low = max(0, match.start() - _REACH)
    opened = _opening(text, low, match.start())
    inside = opened is not None
    start = low if opened is None else _segment_start(text, opened + 1, match.start())
    segment_end = match.start()
    segment = _EARLIER_YEARS.sub("", text[start:segment_end])
    narrative = inside and not segment.strip(" ,")
    if narrative and opened is not None:
        start, segment_end = max(0, opened - _REACH), opened
    else:
        segment_end = start + len(segment)
    people, at, others = _people_before(text, start, segment_end, listed=inside and not narrative)
    end = match.end()
    if inside:
        close = re.match(r"[^()\[\]]{0,40}?[)\]]", text[end : end + 42]) if narrative else None
        end += close.end() if close else 0
    entries: tuple[int, ...] = ()
    while people:
        entries = index.tie(people, year, letter, alone=not others)
        if entries or len(people) == 1:
            break
        if _fits_none(people[0], index) and not _fits_none(people[1], index):
            people = people[1:]  # "Brazil and Smith (2010)"
        else:
            break
    if not entries and narrative:
        reach = _sentence_start(text, max(0, segment_end - 120), segment_end)
        nearby = _nearest_family(text[reach:segment_end], year, letter, index)
        if nearby:
            name, entries, offset = nearby
            people, at = [name], reach + offset
    among = text[max(0, at - 3) : at].rstrip().endswith(";") or text[match.end() : match.end() + 3].lstrip().startswith(
        ";"
    )
    if not people or (not inside and not entries and not others and not among):
        return None
    names = tuple(_families_of(people, entries, index))
    at = max(at, text.find(names[0].split()[0], at, end))
    mention = Mention(text[at:end].strip(), 0, MentionKind.AUTHOR_YEAR, names, year, entries)
    lead = text[start:at].strip(" ,.:").casefold()
    clean = narrative or not lead or lead in _words("prefixes") or not inside
    shape = (2 if others or len(people) > 1 else 1) if clean else 0
    return _Found(at, end, mention, shape)


def _families_of(people: Sequence[str], entries: Sequence[int], index: _Index) -> list[str]:
    """The names without what stands before the family name in the entry: "Lorena Ruiz", "Apesar de Kelman"."""
    head = index.written[entries[0]].head if entries else ""
    out = []
    for person in people:
        words = person.split()
        while len(words) > 1 and head and f" {fold(words[-1])} " in head and f" {fold(' '.join(words))} " not in head:
            words = words[1:]
        out.append(" ".join(words))
    return out


def _segment_start(text: str, low: int, high: int) -> int:
    """Where a citation in brackets begins: after the last ";", unless that parts authors ("ALMEIDA; FREIRE, 2020")."""
    start = text.rfind(";", low, high) + 1
    while start > low:
        before = text.rfind(";", low, start - 1) + 1 or low
        part = text[before : start - 1].strip()
        if not part or len(part) > 60 or re.search(r"\d|[^\w\s,.'’&-]", part) or not part.split()[-1][0].isupper():
            break
        start = before
    return max(start, low)


def _opening(text: str, low: int, at: int) -> int | None:
    """Where the bracket opens that is still open at ``at``, if one opens within reach."""
    depth = 0
    for k in range(at - 1, low - 1, -1):
        if text[k] in ")]）］":
            depth += 1
        elif text[k] in "([（［":
            if depth == 0:
                return k
            depth -= 1
    return None


def _sentence_start(text: str, low: int, high: int) -> int:
    ends = [m.end() for m in SENTENCE_END.finditer(text, low, high)]
    return ends[-1] if ends else low


def _fits_none(person: str, index: _Index) -> bool:
    words = _last_words(person)
    return not words or words[-1] not in index.by_word


def _nearest_family(text: str, year: int, letter: str, index: _Index) -> tuple[str, tuple[int, ...], int] | None:
    """The listed author nearest before "(1954)" in "Festinger's Social Comparison Theory (1954)"."""
    for match in reversed(list(re.finditer(r"[^\W\d_]+(?:-[^\W\d_]+)*", text))):
        if match[0][0].isupper():
            entries = index.tie([match[0]], year, letter)
            leading = [k for k in entries if any(_fits(match[0], f" {fold(f)} ") for f in index.written[k].families)]
            if leading:
                return match[0], tuple(leading), match.start()
    return None


def _people_before(text: str, low: int, high: int, *, listed: bool) -> tuple[list[str], int, bool]:
    """The names that end at ``high``, read right to left: (names in order, where they start, "et al." seen).

    listed: inside a bracket, where ";" may part authors.
    """
    han = _HAN.search(text[low:high].rstrip(" ,，等ら"))
    if han:
        return [han[0]], low + han.start(), text[low:high].rstrip(" ,，")[-1:] in "等ら"
    window = text[low:high].rstrip(" ,.:")
    others = False
    for phrase in lexicon()["others"]:
        if window.casefold().endswith(phrase) and not window[: -len(phrase)][-1:].isalpha():
            window, others = window[: -len(phrase)].rstrip(" ,"), True
            break
    tokens = list(_WORD.finditer(window))
    people: list[list[str]] = [[]]
    at, k = low + len(window), len(tokens) - 1
    first = True
    while k >= 0:
        token = tokens[k][0]
        bare = _POSSESSIVE.sub("", token) if first else token
        if (
            bare
            and bare[0].isupper()
            and bare != "&"
            and not (len(bare) <= 2 and not people[-1] and not bare.isupper())
        ):
            people[-1].insert(0, bare)
            at = low + tokens[k].start()
        elif token.casefold() in _words("particles") and people[-1] and _name_goes_on(tokens, k):
            people[-1].insert(0, token)
            at = low + tokens[k].start()
        elif people[-1] and (
            token == "," or (listed and token == ";") or token.casefold().rstrip(".") in _words("connectors")
        ):
            before = k - 1
            if before >= 0 and tokens[before][0] == ",":
                before -= 1  # the serial comma
            if before < 0 or not tokens[before][0][0].isupper():
                break
            people.append([])
            k = before + 1
        else:
            break
        first = False
        k -= 1
    names = [" ".join(_trim(person)) for person in reversed(people) if person]
    return [name for name in names if name], at, others


def _name_goes_on(tokens: Sequence[re.Match[str]], k: int) -> bool:
    """A particle belongs to the name after it, unless it is a connector between two names ("Robette y Bry")."""
    word = tokens[k][0].casefold()
    return word not in _words("connectors") or (word in {"la", "le", "el", "al"})


def _trim(person: Sequence[str]) -> list[str]:
    """A person without initials: what is left are the words of the family name and full given names."""
    words = [w for w in person if not _INITIALS.fullmatch(w)]
    if len(words) > 1 and re.fullmatch(r"[A-Z]{2,3}", words[-1]):
        words.pop()  # "Smith JC"
    return [w.rstrip(".") for w in words]


def _credible(one: _Found, block: Block, lower: Counter[str], *, comma_free: bool, in_force: bool) -> bool:
    """Whether a name and a year that no entry fits are a citation and not a place, a month or a film.

    comma_free: the article writes "Smith 2010". in_force: it cites other sources by author and year.
    """
    mention = one.mention
    words = [w for name in mention.names for w in name.split() if w.casefold() not in _words("particles")]
    if not words or one.shape == 0 or mention.year is None or mention.year < 1850:
        return False
    if any(w.casefold() in _words("never") for w in words) or len(mention.names[-1].split()) > 3:
        return False
    if any(lower[w.casefold()] for w in words):
        return False
    narrative = mention.text.endswith((")", "]", "）"))
    if one.shape == 2:
        return True
    if not narrative:
        return len(words) <= 2 and ("," in mention.text or comma_free)
    before = block.text[max(0, one.start - 40) : one.start].casefold().rstrip()
    cue = before.endswith(lexicon()["according"] + lexicon()["titles"])
    named = before.rpartition(" ")[2].strip("\"'“„«‘(") in _words("works")
    return cue or (in_force and not named and len(words) == 1 and _reports(block.text[one.end : one.end + 3]))


def _reports(after: str) -> bool:
    return bool(re.match(r"\s[^\W\d_A-Z]|[:,]", after))


# --------------------------------------------------------------------------------------------- numbers, labels and keys


def _spread(numbers: str) -> list[int]:
    """The numbers of "1-3, 7"; empty when it is no list of citations (zeros, repeats, falling)."""
    out: list[int] = []
    for part in re.split(r"[,;]", numbers):
        ends = [int(n) for n in re.split(r"[-–]", part.strip()) if n.strip().isdigit()]
        if not ends or len(ends) > 2 or (len(ends) == 2 and not 0 < ends[1] - ends[0] < 60):
            return []
        out += range(ends[0], ends[-1] + 1)
    return out if 0 not in out and len(set(out)) == len(out) else []


def _numeric(
    paragraphs: Sequence[Block], index: _Index, entries: Sequence[Entry], busy: int
) -> list[tuple[Block, _Found]]:
    """Citations by number, in the one style the article uses: [1], superscript, or (1) for a numbered list only."""
    printed = index.numbered()
    table = printed or {k + 1: [k] for k in range(len(entries))}
    if not entries or (busy > 2 and (not printed or busy > len(entries) / 2)):
        return []
    for style, pattern in enumerate((_NUMBERS, _SUPERSCRIPT, _BARE_NUMBERS)):
        found: list[tuple[Block, _Found]] = []
        for block in paragraphs:
            for match in pattern.finditer(block.text):
                digits = (match[1] if match.lastindex else match[0]).translate(_SUPERSCRIPTS)
                at = match.start() + len(match[0]) - len(match[0].lstrip())
                if at == 0 or _PROMPT.search(block.text, max(0, at - 6), at):
                    continue
                for number in _spread(digits):
                    tied = tuple(table.get(number, ()))
                    text = f"{match[0].strip()[0]}{number}{match[0].strip()[-1]}" if style != 1 else match[0]
                    found.append((block, _Found(at, match.end(), Mention(text, 0, MentionKind.NUMERIC, entries=tied))))
        tied_numbers = {one.mention.entries for _, one in found if one.mention.entries}
        share = sum(1 for _, one in found if one.mention.entries) / (len(found) or 1)
        wanted = (1, 2, 3)[style] if printed else (2, 2, len(entries) + 1)[style]
        if len(tied_numbers) >= min(wanted, len(entries)) and share >= 0.6 and tied_numbers:
            return found if style < 2 else [pair for pair in found if pair[1].mention.entries]
    return []


def _keyed(block: Block, index: _Index) -> Iterator[_Found]:
    """Footnote labels, [@key] and \\cite{key}."""
    for match in _FOOTNOTE.finditer(block.text):
        label = (match[1] or match[2]).lstrip("#")
        tied = tuple(index.labels.get(label, ()))
        if match.start() > 0 or tied:
            yield _Found(match.start(), match.end(), Mention(match[0], 0, MentionKind.FOOTNOTE, entries=tied))
    brackets = [(m.start(), m.end()) for m in _KEYS.finditer(block.text)]
    for match in _KEY.finditer(block.text):
        key = match[1].rstrip(".:,;?!}")
        tied = tuple(index.keys.get(key.casefold(), ()))
        if tied or any(a < match.start() < b for a, b in brackets):
            yield _Found(match.start(), match.end(), Mention(f"@{key}", 0, MentionKind.KEY, entries=tied))
    for match in _LATEX.finditer(block.text):
        for key in match[1].split(","):
            tied = tuple(index.keys.get(key.strip().casefold(), ()))
            yield _Found(match.start(), match.end(), Mention(key.strip(), 0, MentionKind.KEY, entries=tied))


# ---------------------------------------------------------------------------------------------- people and institutions


def _named(block: Block, index: _Index, lower: Counter[str], cited: set[str]) -> Iterator[_Found]:
    """Listed authors named without a year. A family name that is also a word needs a title or a forename."""
    for match in re.finditer(r"(?<![\w/@.-])[^\W\d_]+(?:[-‐‑'’][^\W\d_]+)*(?![\w@/])", block.text):
        word = _POSSESSIVE.sub("", match[0])
        if len(word) < 2 or not word[0].isupper() or word.casefold() in _words("never"):
            continue
        held = index.families.get((_last_words(word) or [""])[-1])
        if held is None or (len(fold(held[0]).split()) > 1 and not _whole(held[0], block.text, match.end())):
            continue
        before = block.text[max(0, match.start() - 30) : match.start()]
        titled = before.casefold().rstrip().endswith(lexicon()["titles"] + lexicon()["according"])
        forename = re.search(r"(?:^|\s)[^\W\d_a-z][^\W\d_]*\.?\s(?:[^\W\d_]\.\s)?$", before)
        ordinary = lower[word.casefold()] > 0
        inner = before.strip()[-1:] not in {"", ".", "!", "?"} or fold(word) in cited
        if titled or (not ordinary and (forename or inner)) or "-" in word:
            names = (held[0],)
            yield _Found(
                match.start(), match.end(), Mention(match[0], 0, MentionKind.NAME, names, None, tuple(held[1]))
            )


def _whole(family: str, text: str, end: int) -> bool:
    """Whether the whole of a family name of several words ends at ``end``, particles apart."""
    words = [word for word in fold(family).split() if word not in _words("particles")]
    return f" {' '.join(words)}" in f" {fold(text[max(0, end - len(family) - 12) : end])}"


@cache
def _ascribed() -> re.Pattern[str]:
    words = lexicon()
    research = "|".join(map(re.escape, words["research"]))
    places = "|".join(map(re.escape, words["institutions"]))
    known = "|".join(map(re.escape, words["known_institutions"]))
    return re.compile(
        rf"(?<![^\W_])(?:{research})[^\W\d_]{{0,12}}\s+(?:[^\s.;:!?()]+\s+){{1,7}}?"
        rf"((?:[^\W\d_][^\s,.;:()]*\s+){{0,4}}(?:[dl]['’])?(?:(?:{places})[^\s,.;:()]*|(?-i:{known}))"
        rf"(?:\s+(?:of|van|der|de|di|do|da|für|zu|von|w|v|i)?\s?(?-i:[A-ZÀ-ŽА-ЯΑ-Ω])[^\s,.;:()]*){{0,4}})",
        re.IGNORECASE,
    )


def _institutional(block: Block, mine: Sequence[_Found], *, german: bool) -> Iterator[_Found]:
    """Research ascribed to an institution, in a sentence that cites nothing."""
    for match in _ascribed().finditer(block.text):
        start = _sentence_start(block.text, max(0, match.start() - 400), match.start())
        if match[0][0].isupper() and not german and block.text[start : match.start()].strip(" \"'“„«([*_"):
            continue  # part of a name: "Institute for Transport Studies"
        stop = SENTENCE_END.search(block.text, match.end(), match.end() + 400)
        end = stop.start() if stop else match.end() + 400
        if any(start <= one.start < end for one in mine):
            continue
        name = match[1].strip()
        capital = re.search(r"(?:^|[\s'’])([^\W\d_a-zß-ÿ].*)$", name)
        if capital:
            name = capital[1].strip()
            yield _Found(match.start(), match.end(), Mention(match[0].strip(), 0, MentionKind.INSTITUTION, (name,)))
