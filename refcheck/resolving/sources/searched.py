"""The registers that are searched by a few words: the longest of a title, and somebody's name.

They share what a question is made of and what an answer is. A reply without a count, or with a count and no rows, is no
answer: only a complete one that says zero is a miss. What differs is an address, the words for the question and the
way from a row to a Work, and that is all a subclass has.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar

from refcheck.comparing.remembered import remembered
from refcheck.language.fold import keys
from refcheck.model import Reference, Work, WorkType
from refcheck.resolving.network.limiter import Rate
from refcheck.resolving.network.reply import Reply, Unavailable, as_json
from refcheck.resolving.sources.base import NotEligible, Role, Source
from refcheck.resolving.sources.fields import Fields
from refcheck.sentences import say

ROWS = 10
_WORD = re.compile(r"[^\W\d_]{3,40}")


class Searched(Source):
    """A register that is searched by words. A witness, unless ``complete`` says that it has every such work."""

    seconds = 15.0
    rate: ClassVar[Rate] = Rate(1, 1.0, 1)
    path: ClassVar[str]
    """Where it is searched, from its address on."""
    accept: ClassVar[str] = "application/json"
    kinds: ClassVar[frozenset[WorkType]]
    """What it has works of ..."""
    about: ClassVar[re.Pattern[str] | None] = None
    """... and words of its subject, in lower case: the title, journal or publisher must have one. None where it has all
    subjects."""

    @classmethod
    def covers(cls, reference: Reference) -> Role | None:
        """By ``kinds`` and ``about``."""
        if not reference.title or reference.kind not in cls.kinds:
            return None
        if cls.complete(reference):
            return Role.AUTHORITY
        return Role.WITNESS if cls.about is None or _is_about(cls.about, reference) else None

    def works(self, question: str, reference: Reference | None = None) -> Sequence[Work]:
        """What the first of the ``asked`` finds that finds anything."""
        words, who = words_to_ask(reference) if reference is not None else ([], "")
        if reference is None or not enough(words, who):
            raise NotEligible(say("its title has too few words to search by"))
        return next(filter(None, map(self._ask, self.asked(words, who, reference))), [])

    def _ask(self, parameters: Mapping[str, str]) -> list[Work]:
        reply = self._transport.get(
            self.name,
            f"{self.url}{self.path}",
            self.rate,
            params=parameters,
            accept=self.accept,
            headers=self.headers(),
            parse=self.parse,
            spent=self.spent,
        )
        return [work for work in self.read(reply) if work.titles]

    def parse(self, body: bytes) -> Any:
        """What a reply's body holds. Raises Unavailable for one that cannot be read."""
        return as_json(body)

    def headers(self) -> Mapping[str, str]:
        """What is sent along: a key."""
        return {}

    def spent(self, reply: Reply) -> float:
        """Seconds until a refused request may be repeated, where the service says so otherwise than in a header."""
        return 0.0

    @abstractmethod
    def asked(self, words: Sequence[str], who: str, reference: Reference) -> Iterable[Mapping[str, str]]:
        """The parameters of the requests: the next is made where one finds nothing. who: a family name, or ""."""

    @abstractmethod
    def read(self, reply: Reply) -> Sequence[Work]:
        """The works of a reply. Raises Unavailable for one that is not complete: ``listed`` does."""


@remembered
def _is_about(subject: re.Pattern[str], reference: Reference) -> bool:
    """Whether the title, journal or publisher has a word of a subject, which several registers may share."""
    places = f"{reference.title} {reference.container} {reference.publisher}"[:2000]
    return subject.search(places.lower()) is not None


def listed(reply: Reply, total: int | None, rows: Sequence[Fields]) -> Sequence[Fields]:
    """The rows of a reply in JSON that says how many there are. Raises Unavailable for one that is no whole answer."""
    if reply.status != 200 or total is None or (total and not rows):
        raise Unavailable(say("answered with something that is not a list of records"))
    return rows


def words_to_ask(reference: Reference) -> tuple[list[str], str]:
    """The three longest words of the main title and the family name of the first author or editor. A register takes
    words together, so that one misprint among many would find nothing."""
    main = re.split(r"[:.?!]\s", reference.title[:300])[0]
    words = sorted(dict.fromkeys(_WORD.findall(main)), key=lambda word: -len(word))[:3]
    people = reference.authors or reference.editors
    who = (people[0].family or people[0].literal) if people else ""
    return sorted(words, key=main.index), " ".join(_WORD.findall(who)[-1:])


def enough(words: Sequence[str], who: str) -> bool:
    """Whether a question of these words says which work is meant: two of the title, or one and a name."""
    return len(words) > 1 or bool(words and who and len(keys(words[0])[0]) > 3)
