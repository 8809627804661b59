"""How surely a block is a reference, by the look of its text and by its markup."""

from __future__ import annotations

from refcheck import patterns as re
from refcheck.identifiers import DOI_PREFIX
from refcheck.language.words import alternatives, every
from refcheck.reading.document import Block, Kind
from refcheck.reading.lists.behind import leaves_list, stands_behind
from refcheck.reading.lists.look import LIKELY, has_year, likeness

ADDRESS = re.compile(rf"<?(?:https?://|www\.\w|doi:\s?|{DOI_PREFIX})\S+")
_EXPLAINED = re.compile(rf"{ADDRESS.pattern}(?:\s\([^()]{{1,80}}\))?")  # "https://example.org/a (the effect)"
_LETTER = re.compile(r"[^\W\d_]")
_CITES = re.compile(
    r"\[[^\[\]]{0,100}@[\w{]|\\[a-zA-Z]{0,12}cite[a-zA-Z]{0,12}\*?(?:\[[^\]]{0,200}\]){0,2}\{"
    r"|(?:^|[\s(;])-?@[A-Za-z][\w:-]{2,80}\d{4}"  # a key with a year; "@NASA" is a name
)
_PERSON = re.compile(r"\borcid\.org/|\w@[\w-]{2,60}\.\w")  # an author's number or mail
LONG_NOTE = 400  # characters; a longer note that does not begin with an author is an explanation, whatever it cites
_MODEL = re.compile(  # of a template: "Last Name, F. M. (Year). Article Title. Journal Title, Pages From - To."
    rf"[(\[](?:{alternatives(every('dates', 'year'))})[)\]]", re.I
)


def reference_score(block: Block) -> float:
    """How surely a block is a reference: its likeness plus points for its markup; -99 if it cannot be one."""
    text = block.said
    if (
        block.kind is Kind.CODE
        or text.startswith("{{")
        or not _LETTER.search(text)
        or (_MODEL.search(text) and not has_year(text))
    ):
        return -99.0
    if _EXPLAINED.fullmatch(text):
        score = LIKELY + 0.5
    else:
        score = likeness(text) + 2.0 * any("10." in link for link in block.links)
        score += 0.5 * (bool(block.italics) and has_year(text))
    if score < LIKELY and block.kind is Kind.PARAGRAPH and not (block.group or block.listed):
        return score  # running text, as most of an article is, needs no second look
    if not block.listed and _cites_by_key(text):
        return -99.0  # running text or a note that cites by key is not a reference itself, nor is the author line
    return -99.0 if is_behind(block) else score


def _cites_by_key(text: str) -> bool:
    """Whether a text cites by key, or has an author's identifier or e-mail address."""
    if not ("@" in text or "\\" in text or "orcid" in text):
        return False
    return bool(_CITES.search(text) or _PERSON.search(text))


def is_behind(block: Block) -> bool:
    """Whether it is a paragraph that follows lists without being an entry, or a note on how to cite the article."""
    if block.kind is Kind.NOTE:
        return leaves_list(block.text)
    return block.kind is Kind.PARAGRAPH and not block.listed and stands_behind(block.text)
