"""The shelf: a register of an editorial office's own books, one line a book: author, year, title, with tabs between."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from refcheck.model import Name, Reference, Work
from refcheck.resolving.network.reply import Unavailable
from refcheck.resolving.sources.base import Role, Source
from refcheck.sentences import say


class Shelf(Source):
    """Asked only where the configuration says where its file is: ``sources.shelf = "books.tsv"``."""

    name = "shelf"
    title = "the shelf"

    @classmethod
    def covers(cls, reference: Reference) -> Role | None:
        """Books; a book that is not on the shelf may exist all the same."""
        return Role.WITNESS if reference.type == "book" else None

    def works(self, question: str, reference: Reference | None = None) -> Sequence[Work]:
        """The books whose title the reference prints."""
        try:
            rows = Path(self.url).read_text(encoding="utf-8").splitlines()
        except OSError as error:
            raise Unavailable(say("cannot be read: {error}", error=error.strerror or "")) from error
        raw = reference.raw.casefold() if reference else ""
        books = (row.split("\t") for row in rows if row.count("\t") == 2)
        return [
            Work(
                source=self.name,
                type="book",
                titles=(title,),
                authors=(Name(family=author),),
                years=(int(year),) if year.isdecimal() else (),
            )
            for author, year, title in books
            if title.casefold() in raw
        ]
