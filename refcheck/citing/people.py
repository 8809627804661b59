"""The names before a year, read word by word from right to left."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from refcheck import patterns as re
from refcheck.citing.tying import Index
from refcheck.citing.words import fold, lexicon, word_set
from refcheck.language.lexicon import ANY_PARTICLES, BARE_OTHERS, RUN_ON_OTHERS
from refcheck.language.words import alternatives, every

_WORD = re.compile(r"(?<!\w)['’][ts](?!\w)|[^\W\d_]+(?:['’`´\-‐‑][^\W\d_]+)*\.?|&|[,;:()\[\]]|\S")
HAN = re.compile(r"(?:[㐀-鿿々]{1,8}|[ァ-ヿ]{2,20}|[가-힯]{1,8})$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?){1,3}|[^\W\d_]")
POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
# a word that ends a sentence, as "SAM."; "Dr.", "St.", "Jr." are shorter
_ABBREVIATED = (*every("names", "degrees"), *map(str.capitalize, every("kinds", "universities")))
_ENDED = re.compile(rf"(?!{alternatives(_ABBREVIATED)})[^\W\d_]{{4,}}\.|[A-Z]{{3}}\.")
_ELIDED = re.compile(r"[a-zà-ÿ]{1,2}['’][^\W\d_a-zß-öø-ÿ]")  # "d'Angelo"
_GLOSS = re.compile(r"\s?[\[(][^\[\]()]{1,40}[\])]$")  # "World Health Organization [WHO]"


@cache
def _run_on_joint() -> re.Pattern[str]:
    """What stands between two names in a script without blanks."""
    return re.compile(rf"(?:[・、,，;；&＆]|{alternatives(lexicon()['run_on_joints'])})\s?$")


def han_before(text: str, low: int, high: int, index: Index) -> tuple[list[str], int, bool]:
    """The Chinese, Japanese or Korean names that end at ``high``, in the form that people_before returns.

    No blank marks where a name begins: it is the longest final run of characters that is a name in the list.
    """
    window = text[low:high].rstrip(" ,，、")
    others = next((sign for sign in RUN_ON_OTHERS if window.endswith(sign)), "")
    window = window.removesuffix(others).rstrip()
    names: list[str] = []
    at = high
    for _ in range(6):
        run = HAN.search(window)
        known = [run[0][k:] for k in range(len(run[0])) if fold(run[0][k:]) in index.by_word] if run else []
        if run is None or (names and not known):
            break
        names.insert(0, (known or [run[0]])[0])
        window = window[: run.end() - len(names[0])]
        at = low + len(window)
        joint = _run_on_joint().search(window)
        if not known or joint is None:
            break
        window = window[: joint.start()]
    return names, at, bool(others)


def people_before(
    text: str, low: int, high: int, connectors: frozenset[str], *, listed: bool
) -> tuple[list[str], int, bool]:
    """The names that end at ``high``, read right to left: (names in order, where they start, whether "et al." follows).

    connectors: the words that may join two names. listed: inside brackets, where ";" may separate authors.
    """
    window = _GLOSS.sub("", text[low:high].rstrip(" ,.:"))
    others = False
    lowered = window.casefold().replace("’", "'")
    for phrase in BARE_OTHERS if lowered.endswith(BARE_OTHERS) else ():
        if lowered.endswith(phrase) and not window[: -len(phrase)][-1:].isalpha():
            window, others = window[: -len(phrase)].rstrip(" ,"), True
            break
    tokens = list(_WORD.finditer(window))
    people: list[list[str]] = [[]]
    at, k = low + len(window), len(tokens) - 1
    first = True
    while k >= 0:
        token = tokens[k][0]
        bare = POSSESSIVE.sub("", token) if first else token
        if people[-1] and _ENDED.fullmatch(token):
            break  # a sentence ends between "the Internet." and "Anabo (2019)"
        if bare and (bare[0].isupper() or _ELIDED.match(bare)):
            people[-1].insert(0, bare)
            at = low + tokens[k].start()
        elif token.casefold().replace("’", "'") in ANY_PARTICLES and people[-1] and _name_goes_on(tokens, k):
            people[-1].insert(0, token)
            at = low + tokens[k].start()
        elif people[-1] and (
            token in {",", "/"} or (listed and token == ";") or token.casefold().rstrip(".") in connectors
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
    return word not in word_set("connectors") or word in word_set("articles")


def _trim(person: Sequence[str]) -> list[str]:
    """A person's words without initials: the family name and any full given names."""
    words = [w for w in person if not _INITIALS.fullmatch(w)]
    while len(words) > 1 and words[-1].isupper() and not words[0].isupper():
        first = words[0].casefold()
        if first not in ANY_PARTICLES and first not in word_set("never"):
            break
        words = words[1:]  # "La OMS"
    if len(words) > 1 and re.fullmatch(r"[A-Z]{2,3}", words[-1]):
        words.pop()  # "Smith JC"
    return [w.rstrip(".") for w in words]
