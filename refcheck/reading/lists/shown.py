"""Which blocks of a section are items of its list by what surrounds them, though they do not look like references:
numbers that count on, places on the page, labels, and that nearly all around them are references or sites."""

from __future__ import annotations

from collections.abc import Sequence

from refcheck import patterns as re
from refcheck.reading.document import Block, Kind
from refcheck.reading.lists import join as joining
from refcheck.reading.lists.look import has_year, prose_points
from refcheck.reading.lists.markers import number_of
from refcheck.reading.lists.scores import LONG_NOTE, is_behind, reference_score
from refcheck.reading.lists.sections import A_LIST

_TITLED_ADDRESS = re.compile(r"[^.?]{3,250}[:.,]?\s<?https?://\S+?>?\.?")
_PROSE = -2.0  # score of a sentence; of names and a title without a year -1.0 to -1.5
_IN_PARTS = re.compile(
    r"[^\W\d_a-zß-öø-ÿ][\w.'’-]*\*?\s(?:[a-zà-ÿ]{1,3}\s)?[^\W\d_a-zß-öø-ÿ][^.]{1,400}(?:\.[^.]{1,60}){0,9}\.\s"
    r"[^\W\d_a-zß-öø-ÿ][^.]{9,300}\..{0,200}?(?:1[5-9]|20)\d\d\.?"
)


def only_address(block: Block) -> bool:
    """Whether a block is just a title, however long, followed by an address."""
    return len(block.text) < LONG_NOTE and bool(_TITLED_ADDRESS.fullmatch(block.text))


def sites(blocks: Sequence[Block]) -> set[int]:
    """Indexes of the titles with an address, or that are a link, where most blocks are that: a list of sites."""
    found = {
        index
        for index, block in enumerate(blocks)
        if block.kind is Kind.PARAGRAPH and (only_address(block) or _links_at_end(block))
    }
    return found if len(found) >= A_LIST and len(found) * 2 > len(blocks) else set()


def _links_at_end(block: Block) -> bool:
    """Whether a block is a link, or a title with a link behind it: "Devops. Disponível no [link](...)"."""
    ends = bool(block.linked) and block.text.rstrip(" .").endswith(block.linked[-1].rstrip(" ."))
    return ends and len(block.text) < LONG_NOTE // 3 and prose_points(block.text) < 2.5


def titles_on(blocks: Sequence[Block], titles: set[int]) -> set[int]:
    """Indexes of the items of lists of titles that stand behind another, with one paragraph between them: a quotation
    from the work above, a word on those below."""
    found: set[int] = set()
    for index in range(2, len(blocks)):
        before, block = blocks[index - 2 : index + 1 : 2]
        between = blocks[index - 1].kind is Kind.PARAGRAPH and not is_behind(blocks[index - 1])
        if block.group in titles and before.group in titles and block.group != before.group and between:
            found |= {at for at, one in enumerate(blocks) if one.group == block.group}
    return found


def alike(blocks: Sequence[Block], good: Sequence[bool]) -> set[int]:
    """Indexes of the paragraphs with a year, each part with its stop ("Ana Ruiz. Soils of the north. 1984."), right
    beside a reference, where most are references."""
    plain = [index for index, block in enumerate(blocks) if block.kind is Kind.PARAGRAPH]
    if len(plain) <= A_LIST or sum(good[index] for index in plain) * 2 <= len(plain):
        return set()
    found: set[int] = set()
    for index in plain:
        beside = any(good[max(0, index - 1) : index + 2])
        if beside and _IN_PARTS.fullmatch(blocks[index].text) and prose_points(blocks[index].text) < 2.5:
            found.add(index)
    return found


def numbered_on(blocks: Sequence[Block], good: Sequence[bool]) -> set[int]:
    """Indexes of the blocks that continue the numbers of a list, half of which are clearly references, or all of which
    have labels, "[1]", and are not prose; of two with labels, where both are a title and its address.

    Between two of them there may be other numbers: a page, a figure, the rest of an item that was cut.
    """
    found: set[int] = set()
    run: list[int] = []
    due = 1
    for index, block in enumerate([*blocks, None]):
        number = number_of(block) if block is not None else 0
        if block is not None and number and number == due and run:
            if not joining.bare_repeat(block.text) and any(map(str.isalnum, block.text)):
                run.append(index)
            due += 1
        elif block is None or number == 1 or (number and len(run) <= A_LIST):
            if _counts_as_list([blocks[i] for i in run], sum(good[i] for i in run)):
                found.update(run)
            run, due = [index], number + 1
    return found


def _counts_as_list(run: Sequence[Block], good: int) -> bool:
    """Whether blocks whose numbers count on are a list: half of three, or what has a label and, of two, an address."""
    labelled = all(map(_labelled, run))
    if len(run) > A_LIST:
        return labelled or good * 2 >= len(run)
    return len(run) == A_LIST and labelled and all(map(only_address, run))


def placed(blocks: Sequence[Block], good: Sequence[bool]) -> set[int]:
    """Indexes of the blocks that their places on the page show to be items of one list, as far as it has references."""
    whole = [index for index, block in enumerate(blocks) if block.whole]
    sure = [index for index in whole if good[index]]
    if len(sure) * 2 < len(whole):
        return set()
    last = sure[-1] if sure else -1
    return {i for i in whole if (i <= last or has_year(blocks[i].text)) and reference_score(blocks[i]) > -99}


def lettered(blocks: Sequence[Block], good: Sequence[bool]) -> set[int]:
    """Indexes of the blocks with labels of letters, "[Knu]", half of which are clearly references."""
    found = {i for i, block in enumerate(blocks) if block.marker.startswith("[") and not number_of(block)}
    found = {i for i in found if reference_score(blocks[i]) > -99}
    return found if len(found) > A_LIST and sum(good[i] for i in found) * 2 >= len(found) else set()


def _labelled(block: Block) -> bool:
    return block.marker.startswith("[") and reference_score(block) > _PROSE
