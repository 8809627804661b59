"""Books, theses, chapters, reports that no register before knows.

The union catalogue of some 900 libraries, most of them German: books of all languages, theses, chapters, reports.

- Asked for: books, theses, chapters, and reports with a publisher, that Crossref and Open Library do not know: by
  ISBN, else by the three longest words of the main title and the first name.
- Through: requests, SRU 1.1, `/opac-de-627`, MARC 21 as XML.
- Pace: one a second; fifteen seconds of an article's time; no limit is published.
- Documentation: <https://wiki.k10plus.de/display/K10PLUS/SRU>; its data are CC0. It is no legal deposit, and finds
  nothing if a title has a misprint.

A miss is a complete reply that says zero. A reply without a count, with an error, or with a count and no records is
a silence.

## An example

An answer, cut short:

```text
<numberOfRecords>1</numberOfRecords> ... <leader>     cam a22      c 4500</leader>
020 $a 0801822009   100 $a Nagy, Gregory $4 aut   245 $a The best of the Achaeans $b concepts of the Hero ...
264 $a Baltimore, Md. $b Johns Hopkins Univ. Pr. $c 1979
```
"""

from __future__ import annotations

from collections.abc import Sequence

from refcheck.identifiers.check_digits import isbn10
from refcheck.model import Reference, WorkType
from refcheck.resolving.sources.base import Role
from refcheck.resolving.sources.sru import Catalogue
from refcheck.worktype import BOOKS, THESES

_REPORTS = frozenset((WorkType.REPORT, WorkType.MANUAL))


class K10plus(Catalogue):
    """The Source ``k10plus``."""

    name = "k10plus"
    title = "K10plus"
    public = "https://sru.k10plus.de"
    path = "/opac-de-627"
    schema = "marcxml"
    batch = 20
    kinds = BOOKS | THESES | _REPORTS | {WorkType.CHAPTER, WorkType.BOOK_PART}

    @classmethod
    def covers(cls, reference: Reference) -> Role | None:
        """Books, theses and chapters, and reports with a publisher."""
        return None if reference.kind in _REPORTS and not reference.publisher else super().covers(reference)

    def by_isbn(self, isbn: str) -> str:
        """The query, with ten digits too, since older records have only those."""
        return " or ".join(f"pica.isb={form}" for form in (isbn, isbn10(isbn)) if form)

    def by_words(self, words: Sequence[str], who: str, reference: Reference) -> Sequence[str]:
        """A query for all of them; for a book, among books."""
        query = " and ".join(f'(pica.tit="{word}" or pica.per="{word}")' for word in (*words, who) if word)
        return [f"{query} and (pica.bbg=Aa* or pica.bbg=Af*)" if reference.kind in BOOKS else query]
