"""ISBNs, and books Crossref lacks.

Books, by ISBN or by title.

- Asked for: ISBNs with a right check digit, twenty in a request; and, for books Crossref does not know, title and
  first name.
- Through: requests, `/api/books` and `/search.json`.
- Pace: three a second, two at once.
- A miss: does not count: no index has every book, so a book that no register knows is *not indexed*, never *not
  found*.
- Documentation: <https://openlibrary.org/dev/docs/api/books>, <https://openlibrary.org/developers/api>.

## An example

`GET https://openlibrary.org/api/books?bibkeys=ISBN:9780131990432&format=json&jscmd=data` is answered with (cut
short):

```json
{"ISBN:9780131990432": {"title": "Data structures", "subtitle": "an advanced approach using C", "publish_date": "1988",
  "authors": [{"name": "Jeffrey Esakov", "url": "https://openlibrary.org/authors/OL952972A/Jeffrey_Esakov"}],
  "by_statement": "Jeffrey Esakov, Tom  Weiss.", "publishers": [{"name": "Prentice-Hall International"}],
  "identifiers": {"isbn_10": ["0131990438"], "openlibrary": ["OL17141271M"]}}}
```

An ISBN that it does not have is left out of the answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from refcheck import patterns as re
from refcheck.identifiers.check_digits import isbn13, valid_isbn
from refcheck.language.words import alternatives, every
from refcheck.model import Name, Reference, Work
from refcheck.parsing.people.person import undivided
from refcheck.resolving.network.limiter import Rate
from refcheck.resolving.network.reply import Unavailable
from refcheck.resolving.sources.base import Role, Source, only, value_of
from refcheck.resolving.sources.fields import Fields, years
from refcheck.resolving.sources.searched import first_family, titled
from refcheck.sentences import say
from refcheck.worktype import BOOKS, PARTS

RATE = Rate(3, 1.0, 2)  # for clients that identify themselves
FIELDS = "key,title,subtitle,author_name,first_publish_year,publish_year,publisher,isbn,language"
_ROWS = 5


class OpenLibrary(Source):
    """The Source ``openlibrary``."""

    name = "openlibrary"
    title = "Open Library"
    rank = 6
    scholarly = True
    public = "https://openlibrary.org"
    batch = 20
    turn = 1

    def questions(self, reference: Reference) -> tuple[str, ...]:
        """By ISBN, if it is valid, the work is not part of the book, and no DOI leads to it."""
        isbn = reference.isbn
        own = reference.kind not in PARTS and not reference.doi
        return (f"isbn:{isbn13(isbn)}",) if own and isbn and valid_isbn(isbn) else ()

    @classmethod
    def covers(cls, reference: Reference) -> Role | None:
        """Whole books."""
        return Role.WITNESS if reference.kind in BOOKS and reference.title else None

    def works_of(self, questions: Sequence[str]) -> Mapping[str, Sequence[Work] | Unavailable]:
        """ISBNs."""
        keys = {f"ISBN:{value_of(question)}": question for question in questions}
        parameters = {"bibkeys": ",".join(keys), "format": "json", "jscmd": "data"}
        reply = self._transport.get(self.name, f"{self.url}/api/books", RATE, params=parameters)
        data = Fields(reply.data)
        if reply.status != 200 or not isinstance(reply.data, Mapping) or not reply.data.keys() <= keys.keys():
            raise Unavailable(say("answered with something that is not a list of books"))
        return {q: self._book(q, data.at(key)) if key in data else [] for key, q in keys.items()}

    def works(self, question: str, reference: Reference | None = None) -> Sequence[Work]:
        """Books by title and the first name of an author or editor."""
        if reference is None:
            return only(self.works_of([question]))
        who = first_family(reference)
        title = reference.title[:200]
        return self._search(title, who) or self._search(_main(title), who)

    def _search(self, title: str, who: str) -> list[Work]:
        if not title:
            return []
        parameters = {"title": title, "fields": FIELDS, "limit": str(_ROWS)}
        if who:
            parameters["author"] = who[:80]
        reply = self._transport.get(self.name, f"{self.url}/search.json", RATE, params=parameters)
        data = Fields(reply.data)
        docs = data.rows("docs")
        if reply.status != 200 or not data.has_list("docs") or (not docs and data.count("numFound")):
            raise Unavailable(say("answered with something that is not a list of books"))
        return titled([_work_of_search(row) for row in docs[:_ROWS]])

    def _book(self, question: str, row: Fields) -> Sequence[Work] | Unavailable:
        work = _work_of_book(row, value_of(question))
        if not work.titles:
            return Unavailable(say("answered with an empty record"))
        return [work]


def _main(title: str) -> str:
    """The title before its subtitle, which Open Library keeps separate or lacks; "" if there is no subtitle."""
    main, colon, _ = title.partition(":")
    return main.strip() if colon and len(main.split()) > 1 else ""


def _work_of_book(row: Fields, isbn: str) -> Work:
    stated = row.text("by_statement")
    authors = tuple(_name(person.text("name")) for person in row.rows("authors") if person.text("name"))
    return Work(
        source="openlibrary",
        type="book",
        titles=row.texts("title"),
        subtitles=row.texts("subtitle"),
        authors=_of_statement(stated, authors),
        years=row.years("publish_date"),
        publisher=", ".join(place.text("name") for place in row.rows("publishers")),
        place=", ".join(place.text("name") for place in row.rows("publish_places")),
        isbn=(isbn,),
        url=row.text("url"),
    )


def _work_of_search(row: Fields) -> Work:
    key = row.text("key")
    return Work(
        source="openlibrary",
        type="book",
        titles=row.texts("title"),
        subtitles=row.texts("subtitle"),
        authors=unique_names(map(_name, row.texts("author_name"))),
        years=years([row.text("first_publish_year"), *row.texts("publish_year")[:200]]),
        publisher=row.text("publisher"),
        isbn=tuple(isbn13(isbn) for isbn in row.texts("isbn")[:20]),
        url=f"https://openlibrary.org{key}" if key.startswith("/") else "",
    )


def _name(printed: str) -> Name:
    """ "Michael B. Sperling", "Duff, Charles, 1894-1966"; what is not a person's ("International Symposium on ...
    (1986 Napa Valley, Calif.)") is kept whole."""
    bare = printed.rstrip(",")
    return Name(literal=bare) if _BODY.search(bare) else undivided(_LIFE.sub("", bare))


_LIFE = re.compile(r"(?:,\s*|(?<![\s,])\s+)?\(?\d{3,4}\s?-.{0,12}$")
_BODY = re.compile(rf"\([^)]{{0,80}}\d|\b(?:{alternatives(every('parts', 'bodies'))})\b", re.IGNORECASE)


def unique_names(names: Iterable[Name]) -> tuple[Name, ...]:
    """Each name once, since the index has both "Oakes, James." and "James Oakes"."""
    return tuple(dict.fromkeys(names))


def _of_statement(stated: str, authors: tuple[Name, ...]) -> tuple[Name, ...]:
    """The authors, with those named only in the statement of responsibility ("Jeffrey Esakov, Tom Weiss."): the names
    before its first semicolon, if the known ones are among them and there are only names."""
    first = stated.partition(";")[0].strip(" .")
    parts = [
        part.strip()
        for part in re.split(rf",\s|\s(?:{alternatives(every('citations', 'connectors'))})\s", first)
        if part.strip()
    ]
    if not all(re.fullmatch(r"(?:[^\W\d_][\w.'’-]*\s+){1,3}[^\W\d_][\w'’-]+", part) for part in parts):
        return authors
    made = tuple(_name(" ".join(part.split())) for part in parts)
    if not authors or (len(made) > len(authors) and {a.family for a in authors} <= {m.family for m in made}):
        return made
    return authors
