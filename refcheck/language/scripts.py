"""Comparing across scripts: Cyrillic, Greek, Chinese and Korean words are spelt in Latin letters as on the other side.

One name has many Latin spellings (Чехов: Chekhov, Čehov, Tschechow, Tchekhov). So a word isn't transliterated and then
compared; instead each printed word is tested, letter by letter, for whether any system could have made it from the
original. The systems of the tables: ISO 9 and the scholarly one, BGN/PCGN, ALA-LC, the national ones of Bulgaria,
Serbia and Ukraine, and the German, Dutch, French and Polish spellings of newspapers and encyclopaedias; for Greek ELOT
743, ALA-LC and the Latin tradition; for Chinese Pinyin and Wade-Giles; for Korean the Revised Romanization and the
usual spellings of names. Where no printed word fits, the plain transliteration of anyascii (ISC licence) is used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from refcheck.language.fold import fold, plain, script, words
from refcheck.model import Name, Reference, Work

MAX_LETTERS = 40  # letters of a word that are transliterated; no name is longer

_CYRILLIC_TEXT = """
    а a|б b|в v w f ff|г g h gh v|ґ g|ѓ g gj|д d|ђ d dj|е e ie je ye o jo yo|ё e o jo yo io ye je ie|є e ie je ye|
    ж zh z j g sch sh zj|з z s|ѕ dz z|и i y ie|й i y j jj|і i y|ї i yi ji|ј j y i|к k c ck q|ќ k kj|л l ll|љ lj ly l|
    м m|н n ne nn|њ nj ny n|о o a|п p pp|р r rr|с s ss c z|т t th tt|ћ c ch tj|у u ou oe oo|ў u w v|ф f ph|
    х kh ch h x k|ц ts c tz z cz tc|ч ch c tch tsch cz tsh tsj tj|џ dz dzh dj|ш sh s sch ch sz sj|
    щ shch sch schtsch chtch stsch sc scz sht st sjtsj sh s|ъ a u|ы y i ui|ь i j y|э e|ю yu iu ju u iou you|
    я ya ia ja a|ә a e|ғ g gh|қ k q|ң n ng|ө o oe|ү u ue|ұ u|һ h|кс x|дж j g|ий y i|ый y i|тс c"""
_GREEK_TEXT = """
    α a|β v b|γ g gh y j|δ d dh|ε e|ζ z s|η i e h y|θ th t|ι i y j|κ k c|λ l|μ m|ν n|ξ x ks|ο o|π p|ρ r rh|σ s ss|τ t|
    υ y u i v f|φ f ph|χ ch h kh x|ψ ps|ω o w|ου ou u|αι ai e ae|ει i ei|οι i oi oe|υι i yi|ηι i|αυ av af au|
    ευ ev ef eu|γγ ng gg|γι gi yi y|γκ g gk ng nk|γξ nx|γχ nch|μπ b mp mb|ντ d nt nd|τζ tz j dz dj|τσ ts"""
_PINYIN_TEXT = """
    zh zh ch|ch ch|sh sh|j j ch|q q ch|x x hs sh|z z ts tz|c c ts tz|g g k|k k|d d t|t t|b b p|p p|r r j|h h|
    m m|n n|l l|f f|w w|s s sz|y y|a a|o o|e e o eh|i i ih|u u|v u|ie ie ieh|ian ian ien|ong ong ung|ue ue ueh"""
_KOREAN_TEXT = """
    g g k|n n r|d d t|r r l|m m|b b p|s s sh|j j ch|ch ch|k k|t t|p p|h h|kk kk k gg|tt tt t dd|pp pp p bb|ss ss s|
    jj jj ch|ng ng|a a ah ar|ae ae e ay|ya ya|yae yae|eo eo u o e|e e|yeo yeo you yu yo yer|ye ye|o o oh|wa wa|wae wae|
    oe oe oi|yo yo yoo|u u oo ou|weo wo weo won|wi wi wee|yu yu yoo|eu eu u|ui ui eui|i i ee yi"""
_KOREAN_FAMILIES = {
    "i": "lee yi rhee li rhie", "im": "lim rim leem", "yu": "ryu yoo you", "lyu": "ryu yoo yu you", "no": "roh noh rho",
    "yang": "ryang", "yeo": "ryeo", "bag": "park pak bak", "gwag": "kwak", "baeg": "baek paik baik back",
    "seog": "suk seok", "og": "ok ock", "choe": "choy", "jeong": "joung", "jo": "joe", "yun": "youn", "jang": "zang",
    "seo": "suh sur", "gwon": "kwon gwon kweon kwun", "hwang": "whang", "bae": "bai", "heo": "hur huh her",
    "u": "woo wu", "eom": "uhm", "won": "won", "seol": "seol sul", "gil": "kil gil",
}  # fmt: skip
_USUAL_FAMILIES = frozenset("김이박최정강윤장임한서신권황안송전홍")
"""The family names of three in four Koreans (the twenty most frequent in the census of 2015, Statistics Korea) but for
two with which foreigners' names begin in Hangul, too: 조이스 is Joyce, 오스틴 Austen."""


def _table(text: str) -> Mapping[str, tuple[str, ...]]:
    rows = (row.split() for row in text.split("|"))
    return {letter: tuple(spellings) for letter, *spellings in rows}


_TABLES = {"cyrillic": _table(_CYRILLIC_TEXT), "greek": _table(_GREEK_TEXT)}
_SILENT = "ъь"  # letters that may leave no trace
_PINYIN, _KOREAN = _table(_PINYIN_TEXT), _table(_KOREAN_TEXT)
ALPHABETS = ("cyrillic", "greek")
"""Scripts whose letters are spelt one by one; of the others only names are compared."""


def same_script(ours: str, theirs: str) -> bool:
    """Whether two texts can be compared directly: they are in one script, or one of them has no letters."""
    if ours.isascii() and theirs.isascii():
        return True
    mine, other = script(ours), script(theirs)
    return mine == other or not mine or not other


def spells(latin: str, word: str) -> bool:
    """Whether a Latin word is a transliteration of a word in another script by any of the module's systems."""
    latin = fold(latin)[:MAX_LETTERS]
    kind = script(word)
    if kind in ALPHABETS:
        return _fits(_base(word, kind), latin, _TABLES[kind], _SILENT)
    if kind != "cjk":
        return False
    letters = ascii_of(word).casefold()[:MAX_LETTERS]
    if _is_hangul(word):
        usual = _KOREAN_FAMILIES.get(letters, "").split()
        return latin in usual or (
            len(latin) > 1 and _fits(letters, latin, _KOREAN)
        )  # a single letter is the initial of a given name
    return letters == latin or _fits(letters, latin, _PINYIN)


def romanized(text: str, beside: str) -> str:
    """A text with its Cyrillic or Greek words in Latin letters, spelt as in ``beside``, else by anyascii."""
    if text.isascii() or script(text) not in ALPHABETS:
        return text
    return _rewritten(plain(text), _spellings(beside))


def in_latin(reference: Reference, work: Work) -> tuple[Reference, Work]:
    """The two with titles, containers and names in Latin letters if their scripts differ.

    Given names are left out if one side has only initials, since "Ю." may be Yu., Iu., J. or U.
    """
    people = map(str, (*work.authors, *work.editors, *work.translators))
    registered = " ".join((*work.titles, *work.containers, *people))
    printed = reference.raw or " ".join((reference.title, reference.container, *map(str, reference.authors)))
    ours = replace(
        reference,
        raw=romanized(reference.raw, registered),
        title=romanized(reference.title, registered),
        container=romanized(reference.container, registered),
        authors=_people(reference.authors, registered),
        editors=_people(reference.editors, registered),
    )
    theirs = replace(
        work,
        titles=_all(work.titles, printed),
        subtitles=_all(work.subtitles, printed),
        original_titles=_all(work.original_titles, printed),
        containers=_all(work.containers, printed),
        short_containers=_all(work.short_containers, printed),
        authors=_people(work.authors, printed),
        editors=_people(work.editors, printed),
        translators=_people(work.translators, printed),
    )
    return ours, theirs


def _all(texts: Iterable[str], beside: str) -> tuple[str, ...]:
    return tuple(romanized(text, beside) for text in texts)


def _people(names: Iterable[Name], beside: str) -> tuple[Name, ...]:
    spelling = _spellings(beside)
    return tuple(_person(name, spelling) for name in names)


def _person(name: Name, spelling: Callable[[str], str]) -> Name:
    """A person's family name in Latin letters; for an undivided Chinese or Korean name, that of its first character."""
    text = name.family or name.literal
    kind = script(text)
    if kind in ("latin", ""):
        return name
    if kind == "cjk" and not name.given and " " not in text and len(text) <= 4:
        text = text[:1]
    if kind == "cjk":
        return Name(family=spelling(text))
    return replace(
        name,
        family=_rewritten(name.family, spelling),
        literal=_rewritten(name.literal, spelling),
        particle=_rewritten(name.particle, spelling),
        given="",
    )


def _rewritten(text: str, spelling: Callable[[str], str]) -> str:
    """A text with each word in another script spelt in Latin letters; everything between the words is kept."""
    out, at = [], 0
    for word in words(text):
        out += [text[at : word.start], word.text if word.text.isascii() else spelling(word.text)]
        at = word.end
    return "".join(out) + text[at:]


def _spellings(beside: str) -> Callable[[str], str]:
    """A function of a word: its spelling in ``beside``, or else by anyascii."""
    printed = dict.fromkeys(word.text for word in words(beside) if script(word.text) == "latin")

    def spelling(word: str) -> str:
        return next((latin for latin in printed if spells(latin, word)), None) or _usual_spelling(word)

    return spelling


def _usual_spelling(word: str) -> str:
    """The default spelling of a word: a Korean family name's most common one, else anyascii's."""
    letters = ascii_of(word)
    known = _KOREAN_FAMILIES.get(letters.casefold(), "").split() if _is_hangul(word) else ()
    return known[0] if known else letters


@lru_cache(maxsize=4096)
def ascii_of(word: str) -> str:
    """The plain transliteration of a word, in ASCII."""
    from anyascii import anyascii  # loads its tables, so not before they are needed

    return str(anyascii(word)).replace("'", "")


def _is_hangul(word: str) -> bool:
    return "\uac00" <= word[:1] <= "\ud7a3"


def is_korean(name: Name) -> bool:
    """Whether a name in Hangul has the form of a Korean's: a common family name followed by two syllables."""
    text = f"{name.family or name.literal}{name.given}"
    return len(text) == 3 and text[0] in _USUAL_FAMILIES and all(map(_is_hangul, text))


def _base(word: str, kind: str) -> str:
    """The letters of a word as in the table for its script: in lower case, Greek ones without accents."""
    word = plain(word).casefold()[:MAX_LETTERS]
    return fold(f"{word}οοο")[:-3].replace("ς", "σ") if kind == "greek" else word


def _fits(letters: str, latin: str, table: Mapping[str, tuple[str, ...]], silent: str = "") -> bool:
    """Whether all of a Latin word can be read as spellings of the letters in order, one to three at a time."""
    if not letters or not latin or len(latin) > 4 * len(letters):
        return False
    reached: list[set[int]] = [set() for _ in range(len(letters) + 1)]
    reached[0] = {0}
    for i, ends in enumerate(reached[:-1]):
        if letters[i] in silent:
            reached[i + 1] |= ends
        for size in (1, 2, 3):
            for spelt in table.get(letters[i : i + size], ()) if i + size <= len(letters) else ():
                reached[i + size].update(at + len(spelt) for at in ends if latin.startswith(spelt, at))
    return len(latin) in reached[-1]
