"""Organisations recognised by the form of their names alone: letters, committees, compounds, names turned round."""

from __future__ import annotations

from refcheck import patterns as re
from refcheck.language.lexicon import ANY_PARTICLES, PARTICLES
from refcheck.language.words import alternatives, every
from refcheck.parsing.people.letters import person_odds
from refcheck.parsing.people.organisations import holds_their_word
from refcheck.parsing.tagging.known_words import codes

# "RfII", "BfArM": a family name that is glued to its initials has a vowel.
_MIXED = r"[A-Z]{1,2}[bdfhkmptvz][A-Z][A-Za-z]{0,3}"
_ACRONYMS = re.compile(r"([A-Z]{3,6})((?:,\s[A-Z]{3,6}){0,8})(?:,?\s(?:&|[a-z]{1,3})|,|/)\s?([A-Z]{3,6})")
# "ISO/TC 46/SC 9", "ISO/IEC JTC 1/SC 29"
_COMMITTEE = r"(?:ISO|IEC|CEN|CENELEC|ITU|IEEE|DIN|ASTM|ETSI|W3C|BSI|AFNOR)\b[A-Z0-9/ .-]{2,30}\d"
_SPELT_OUT = rf"{_MIXED}(?:\s[–-]\s[^,;&]{{6,90}})?"
# "Military OneSource", "DeepMind": not "VanDorsten", "MacDonald", "DellAcqua".
_BEFORE_FAMILY = (*ANY_PARTICLES, *every("names", "family_prefixes"))
_GLUED = alternatives(word.capitalize() for word in _BEFORE_FAMILY if word.isalpha())
_COMPOUND = (
    rf"(?:[A-Z][a-z]+\s){{0,2}}(?!(?:{_GLUED})[A-Z])"
    r"[A-Z][a-z]{2,12}[A-Z](?:[a-z]{3,12}|I\b)(?:\s[A-Z][a-z]+){0,2}"
)
_ONE = re.compile(f"{_COMMITTEE}|{_SPELT_OUT}|{_COMPOUND}")
# "Team, Kimi", "Collaboration, ATLAS": as programs turn them.
_TURNED = re.compile(
    rf"({alternatives(every('names', 'group_heads'))}), "
    r"((?:[A-Z0-9][\w-]*\s?){1,4})"
)


_SEVERAL = frozenset(word.rstrip(".") for word in every("names", "several"))


def organisations_by_form(text: str) -> list[str]:
    """The organisations in a text that names nothing else, where the form of their names tells; [] for other texts.

    >>> organisations_by_form("CBS, PBL & RIVM"), organisations_by_form("Team, Kimi")
    (['CBS', 'PBL', 'RIVM'], ['Kimi Team'])
    """
    bare = text.rstrip(".")
    if bare in _SEVERAL:
        return [f"{bare}." if "." in bare else bare]
    if _ONE.fullmatch(bare):
        return [bare]
    if ", " in bare and (turned := _TURNED.fullmatch(bare)) and turned[2].strip():
        return [f"{turned[2].strip()} {turned[1]}"]
    if bare[:3].isupper() and (letters := _ACRONYMS.fullmatch(bare)):
        found = [letters[1], *letters[2].replace(",", " ").split(), letters[3]]
        return found if not any(codes(name.lower())[0] for name in found) else []
    return []


_UNTURNED = re.compile(
    r"[^,;()\[\]“”\"\d]{3,90}?(?=\.?(?:\s\[@[^\[\]]{1,40}\]\.?)?\s\((?:[^()]{0,20}\d{4}[^()]{0,25}|(?:[^\W\d_]\.\s?){2})\)[.:,]?\s)"
)


def named_again(raw: str) -> str:
    """The organisation that a reference begins with, which publishes under its own name too; "" for other references.

    >>> named_again("BKK MTU Kiel. Bericht 2012. Kiel: BKK MTU Kiel, 2013.")
    'BKK MTU Kiel'
    """
    name, _, rest = raw[:600].partition(". ")
    if " " not in name or name[:90] != name or not name.replace(" ", "").isalpha():
        return ""
    again = rest.find(f": {name}")
    own = again >= 0 and rest[again + len(name) + 2 :][:1] in (",", ";", ".", "")
    return name if own and all(len(word) > 1 for word in name.split()) else ""


_HINT = 3.0
"""How much the odds for a person grow with a word known as a name, and with a journal's numbers, since people sign what
it prints; and fall with a word that only organisations' names hold."""


def called_before_date(raw: str, *, alone: bool, numbered: bool) -> str:
    """The organisation or channel that a reference begins with, "" for other references: before the date, the names of
    people are turned or begin with a given name. alone: one was read there; numbered: the work has a journal's numbers.

    >>> called_before_date("Caritas Internationalis. (2017). The hunger map.", alone=True, numbered=False)
    'Caritas Internationalis'
    """
    if own := named_again(raw):
        return own
    match = _UNTURNED.match(raw) if alone or "YouTube" in raw else None
    name = match[0] if match and " " in match[0] and "." not in match[0] else ""
    if not name or ("YouTube" in raw and " [" in raw and raw[len(name)] == "."):  # "Bro Code. (2020, October 19)."
        return name
    last = name.split()[-1]
    latin = max(name) < "\u0250" and not (last[-1].isupper() and len(last) < 4)  # not "Jing Q"
    words = [word.lower() for word in name.split() if word.lower() not in PARTICLES]
    if not (alone and latin and len(words) > 1):
        return ""
    if name[0].isupper() and last.islower() and last in words and all(map(str.isalpha, words)):
        return name  # "Veliki kuvar": no family name begins small while the given one does not
    hints = any(codes(word)[0] for word in words) + numbered - holds_their_word(name.split())
    return name if person_odds(name) + _HINT * hints < 0 else ""
