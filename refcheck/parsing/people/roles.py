"""Words in a list of names that are not names: "(Eds.)", "Hrsg.", "a cura di", "et al.", in many languages.

The words are in the tables ``parts`` of ``refcheck/data/words``; a full stop at their end must be printed, except in
brackets.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from refcheck import patterns as re
from refcheck.language.fold import runs_of_letters
from refcheck.language.lexicon import NTH, OTHERS, RUN_ON_OTHERS
from refcheck.language.words import alternatives, every

EDITORS, TRANSLATORS = every("parts", "editors"), every("parts", "translators")
_MAKERS = every("parts", "makers")
_LETTERS = re.compile(r"[^\W\d_]+")


def any_of(phrases: Iterable[str], *, bare: bool = False) -> str:
    """Phrases as alternatives of a pattern that ignores case. "#" is an optional number, and blanks in abbreviations
    are optional, apostrophes alike; words of one or two letters keep their case. bare: the full stop is optional."""
    found = []
    for phrase in sorted(set(phrases), key=len, reverse=True):
        text = re.escape(phrase.rstrip(".") if bare else phrase)
        text = (
            text.replace(r"\#\ ", r"(?:\d+\s+)?").replace(r".\ ", r".\s?").replace(r"\ ", r"\s+").replace("'", "['’]")
        )
        text += r"\b\.?" if bare or not phrase.endswith(".") else ""
        short = all(len(word) < 3 for word in _LETTERS.findall(phrase)) and "." not in phrase[-1:]
        abbreviated = re.fullmatch(r"(?:[^\W\d_]\.\s?){2,3}", phrase)
        found.append(f"(?-i:{text})" if short or abbreviated else text)
    return "|".join(found)


def _others() -> str:
    """What stands for more people, as a pattern. An abbreviation keeps its case; one of a single word ("ym.", "dkk.")
    counts only at the end, and words in full ("and team") only if no name follows: "and Team Europe"."""
    short = [phrase.rstrip(".") for phrase in OTHERS if phrase[-1] == "."]
    words, phrases = ([text for text in short if (" " in text) is several] for several in (False, True))
    full = any_of(phrase.removeprefix("& ") for phrase in OTHERS if phrase[-1] != "." and phrase[0] == "&")
    rest = any_of(phrase for phrase in OTHERS if phrase[-1] != "." and phrase[0] != "&")
    return (
        rf"(?-i:{alternatives(phrases)})\b\.?|(?-i:{alternatives(words)})\b(?=\W*(?:$|\())"
        rf"|(?:(?<=&\s)(?:{full})|{rest})(?!\s(?-i:[^\W\d_a-zß-öø-ÿ]))"
    )


EDITED_SIGNS = alternatives(every("signs", "editors"))
"""Signs at East Asian names of editors, as alternatives of a pattern."""
_RUN_ON = rf"(?!(?<=[ぁ-ゖ])ら)(?:{alternatives(RUN_ON_OTHERS)})"  # "さくら" is a whole name
_ET_AL = re.compile(
    rf"(?:(?<![\s,;&(\[])[\s,;&(\[]+)?\b(?:{_others()})[\s,.;:\])]*"
    rf"|(?:(?<![\s,;&])[\s,;&]+)?{_RUN_ON}\s?\d*[人인名명]?[\s,.;]*$",
    re.IGNORECASE,
)
_AND = alternatives(every("parts", "and"))
_WHO = f"{any_of(_MAKERS)}|{any_of((*EDITORS, *TRANSLATORS), bare=True)}"
_ROLE = re.compile(
    rf"(?:(?<![\s,(\[])[\s,(\[]+)?\b(?:\d{{1,2}}{NTH}?\s)?"
    rf"(?:(?:(?<=[(\[])(?:{_WHO})|(?<=,\s)(?:{any_of(_MAKERS)}))(?:\s?(?:&|,|{_AND})\s(?:{_WHO})){{0,3}}(?=\s?[)\];]|$)"
    rf"|(?:{any_of((*EDITORS, *TRANSLATORS))})(?:\s(?:&|{_AND})\s(?:{any_of(TRANSLATORS)}))?|{EDITED_SIGNS})"
    rf"[\s,.;:)\]]*|(?-i:(?<=[\u4e00-\u9fff]))(?:{EDITED_SIGNS})[\s,.;:)\]]*$",  # to ignore their case takes 2 ms
    re.IGNORECASE,
)
# Every match of _ET_AL and _ROLE in an alphabet has one of these words, or is "u. a." and the like, whose letters are
# also people's initials; that quickly rules out most lists.
_PEOPLE = (*EDITORS, *TRANSLATORS, *_MAKERS)
_DOTTED = tuple(phrase for phrase in (*_PEOPLE, *OTHERS) if re.match(r"[^\W\d_]\.\s", phrase))
_DOTTED_CUE = re.compile(any_of(_DOTTED, bare=True))


def _cues(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(max(_LETTERS.findall(phrase.lower()), key=len) for phrase in phrases if phrase not in _DOTTED)


_ROLE_CUES, _OTHERS_CUES = _cues(_PEOPLE), _cues(OTHERS)
_CUES = _ROLE_CUES | _OTHERS_CUES


def may_hold_roles(low: str, words: Sequence[str]) -> bool:
    """Whether a list in an alphabet is worth searching: ``low`` in lower case, and the words in it."""
    return not _CUES.isdisjoint(words) or bool(_DOTTED_CUE.search(low))


def without_roles(text: str) -> tuple[str, bool]:
    """The list with role words and "et al." replaced by commas, and whether it says that it is cut short."""
    cut = 0
    if _may_hold(_OTHERS_CUES, text.lower()):
        text, cut = _ET_AL.subn(lambda match: "; " if ";" in match[0] else ", ", text)
    return _ROLE.sub(", ", text) if _may_hold(_ROLE_CUES, text.lower()) else text, bool(cut)


def _may_hold(cues: frozenset[str], low: str) -> bool:
    """Whether a list in lower case is worth searching for what has one of these cues in any alphabet."""
    return not low.isascii() or not cues.isdisjoint(runs_of_letters(low)) or bool(_DOTTED_CUE.search(low))
