"""German books and theses that no register before knows.

What has been published in Germany since 1913, by legal deposit, and German theses.

- Asked for: books and theses that look German (an ISBN with 978-3, a German place, a German title) that no register
  asked before knows: by ISBN, else by words of the title and the first name.
- Through: requests, SRU 1.1, `/sru/dnb`, `MARC21-xml`.
- Pace: one a second; fifteen seconds of an article's time; no limit is published.
- Years: from 1913 until two years ago, which is what deposit and cataloguing take.
- A miss: counts when neither all words of the title and the name, nor two of three words with the name, nor the
  title alone find anything; how often a real book is missed that way was not measured.
- Documentation: <https://www.dnb.de/EN/Professionell/Metadatendienste/Datenbezug/SRU/sru_node.html>; its data are
  CC0. On deposit: <https://www.dnb.de/EN/Professionell/Sammeln/sammeln_node.html>.

A miss is a complete reply that says zero. A reply without a count, with an error, or with a count and no records is
a silence.

## An example

An answer, cut short:

```text
<numberOfRecords>1</numberOfRecords> ... 020 $a 9783110410310   100 $a Radatz, Hans-Ingo $4 aut
245 $a Spanische Grammatik im Fokus
```
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import combinations

from refcheck import patterns as re
from refcheck.identifiers.check_digits import isbn13
from refcheck.language.detect import detect_title
from refcheck.language.words import alternatives, subject
from refcheck.model import Reference, WorkType
from refcheck.resolving.sources.base import Role
from refcheck.resolving.sources.sru import Catalogue
from refcheck.worktype import BOOKS, THESES

_DEPOSIT = 1913
_LATEST = 2  # years
_GERMAN = re.compile(rf"\b(?:{alternatives(subject('parts')['de']['cities'])})\b")


class Dnb(Catalogue):
    """The Source ``dnb``."""

    name = "dnb"
    title = "German National Library"
    public = "https://services.dnb.de"
    path = "/sru/dnb"
    schema = "MARC21-xml"
    kinds = BOOKS | THESES

    @classmethod
    def covers(cls, reference: Reference) -> Role | None:
        """Books and theses that look German: by ISBN (978-3), place or language."""
        if reference.kind not in cls.kinds:
            return None
        isbn = isbn13(reference.isbn).startswith("9783") if reference.isbn else False
        german = isbn or reference.language == "de" or cls._in_germany(reference)
        return super().covers(reference) if german else None

    @classmethod
    def complete(cls, reference: Reference) -> bool:
        """Books in German that were published in Germany, and doctoral theses written there."""
        whole = reference.kind in (WorkType.BOOK, WorkType.THESIS)
        year = reference.year is not None and _DEPOSIT <= reference.year <= datetime.now(UTC).year - _LATEST
        if not (whole and year and cls._in_germany(reference)):
            return False
        return "de" in (reference.language, detect_title(reference.title))

    @staticmethod
    def _in_germany(reference: Reference) -> bool:
        return bool(_GERMAN.search(f"{reference.place} {reference.publisher}"[:300]))

    def by_isbn(self, isbn: str) -> str:
        """The query; the catalogue knows both lengths of an ISBN."""
        return f"num={isbn}"

    def by_words(self, words: Sequence[str], who: str, reference: Reference) -> Sequence[str]:
        """Queries for all of them; for two of three words with the name; or for the title's words alone."""
        title = " and ".join(f"TIT={word}" for word in words)
        if not who or len(words) < 2:
            return [" and ".join(filter(None, (title, who and f"PER={who}")))]
        pairs = [f"(TIT={one} and TIT={other} and PER={who})" for one, other in combinations(words, 2)]
        return [f"{title} and PER={who}", " or ".join([*(pairs if len(words) > 2 else ()), f"({title})"])]
