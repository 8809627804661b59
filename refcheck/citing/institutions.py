"""Findings that the text ascribes to an institution without a reference: "research at Yale has shown that".

Articles name universities for many reasons: students, funders, ethics boards, affiliations, thanks. Only a word for
research linked to an institution, followed by a verb of finding or preceded by "according to", needs a reference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from refcheck.citing.tying import Found
from refcheck.citing.words import lexicon
from refcheck.language.words import alternatives
from refcheck.model import Mention, MentionKind
from refcheck.reading.sentences import SENTENCE_END, Block, sentence_start

_BEHIND = 60  # characters between the institution and the verb of finding


def ascribed(block: Block, mine: Sequence[Found], *, german: bool) -> Iterator[Found]:
    """Findings ascribed to an institution in a sentence that cites nothing.

    mine: the citations of the block. german: all nouns are capitalised, so a capital does not mark a name.
    """
    lower = block.text.lower()
    if not all(any(sign in lower for sign in signs) for signs in _signs()):
        return
    for match in _ascribed().finditer(block.text):
        start = sentence_start(block.text, max(0, match.start() - 400), match.start())
        before = block.text[start : match.start()]
        if match[0][0].isupper() and not german and before.strip(" \"'“„«([*_"):
            continue  # part of a name: "Institute for Transport Studies"
        stop = SENTENCE_END.search(block.text, match.end(), match.end() + 400)
        end = stop.start() if stop else min(match.end() + 400, len(block.text))
        if any(one.start < end and start < one.end for one in mine) or _own().search(before):
            continue
        if not _according().search(before[-40:]) and not _findings().search(
            block.text, match.end(), min(end, match.end() + _BEHIND)
        ):
            continue
        capital = re.search(r"(?:^|[\s'’])([^\W\d_a-zß-ÿ].*)$", match[1].strip())
        if capital:
            name = (capital[1].strip(),)
            yield Found(match.start(), match.end(), Mention(match[0].strip(), 0, MentionKind.INSTITUTION, name))


@cache
def _signs() -> tuple[Sequence[str], Sequence[str]]:
    """Lower-case words that a text with such a finding contains: for research, for institutions."""
    words = lexicon()
    places = (*words["institutions"], *words["known_institutions"])
    return [word.lower() for word in words["research"]], [word.lower() for word in places]


@cache
def _ascribed() -> re.Pattern[str]:
    words = lexicon()
    research, others, places, known, of = (
        alternatives(words[kind]) for kind in ("research", "no_research", "institutions", "known_institutions", "of")
    )
    return re.compile(
        rf"(?<![^\W_])(?!{others})(?:{research})[^\W\d_]{{0,12}}\s+(?:(?:[^\s.,;:!?()]+\s+){{1,4}}?|(?=[^\W\d_]{{1,5}}['’]))"
        rf"((?:[^\W\d_][^\s,.;:()]*\s+){{0,4}}(?:[^\W\d_]{{1,5}}['’])?(?:(?:[^\W\d_]{{1,20}}-){{0,3}}(?:{places})[^\s,.;:()]*|(?-i:{known})(?!\w))"
        rf"(?:\s+(?:{of})?\s?(?:[dl]['’])?(?-i:[A-ZÀ-ŽА-ЯΑ-Ω])[^\s,.;:()]*){{0,4}})",
        re.IGNORECASE,
    )


@cache
def _own() -> re.Pattern[str]:
    """What marks research as the article's own, which needs no reference: "this ", "our new "."""
    return re.compile(rf"(?<!\w)(?:{alternatives(lexicon()['own'])})\s+(?:\S+\s+)?$", re.IGNORECASE)


@cache
def _findings() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(lexicon()['findings'])})", re.IGNORECASE)


@cache
def _according() -> re.Pattern[str]:
    """ "According to", perhaps followed by an article and an adjective, at the end of a text."""
    phrases = alternatives(lexicon()["according"])
    return re.compile(rf"(?<!\w)(?:{phrases})(?:\s+[^\W\d_]{{1,5}}['’]?)?(?:\s+[^\W\d_]{{3,12}})?\s*$", re.IGNORECASE)
