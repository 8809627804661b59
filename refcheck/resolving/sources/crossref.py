"""DOIs, and every entry without one.

What publishers register: journal articles, chapters, proceedings, many books, some reports, theses and preprints,
with their retractions, corrections and expressions of concern (its own and Retraction Watch's).

- Asked for: every printed DOI, fifty in a request; then a bibliographic search for every entry that is not verified
  by its DOI.
- Through: [habanero](https://github.com/sckott/habanero), whose requests are given pooled connections, a bound on
  size and time, and whose replies' headers are read.
- Pace: public 5 single and 1 list request a second, one at once; polite (`mailto`) 10, 3 and three at once; then
  what the reply's headers say.
- A miss: counts: an article, chapter or paper that its search does not know is *absent*; a DOI it does not know
  goes on to doi.org.
- Documentation: <https://api.crossref.org/swagger-ui/index.html>; the pace is that of its announcement for 1
  December 2025.

An alias DOI answers with a redirect: the prime DOI is asked for, at the configured address. A list never has
aliases, so what it lacks is asked for alone. A DOI with a comma cannot stand in a list. The DOI of a record is
compared with the one asked for; a record with another DOI does not count as an answer. `subject` is not used:
Crossref has announced its removal.

A work is called not found only after a search that was answered in full. Results that share no word with the
question do not count as an answer.

## An example

`GET https://api.crossref.org/works/10.2307/1847110` is answered with (cut short):

```json
{"status": "ok", "message-type": "work", "message": {
  "DOI": "10.2307/1847110", "type": "journal-article", "container-title": ["The American Historical Review"],
  "title": ["The Movement to Abolish Capital Punishment in America, 1787-1861"],
  "author": [{"given": "David Brion", "family": "Davis", "sequence": "first"}],
  "published-print": {"date-parts": [[1957, 10]]}, "volume": "63", "issue": "1", "page": "23", "publisher": "JSTOR"}}
```
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Self
from urllib.parse import quote, unquote

from refcheck.config import Settings
from refcheck.language.fold import keys
from refcheck.matching.coverage import may_be_listed
from refcheck.matching.query import question as words_of
from refcheck.model import Reference, Work
from refcheck.resolving.network.limiter import Rate
from refcheck.resolving.network.reply import Reply, Unavailable
from refcheck.resolving.network.transport import AGENT, Transport
from refcheck.resolving.sources.base import Role, Source, value_of
from refcheck.resolving.sources.fields import Fields, text
from refcheck.resolving.sources.records import is_empty, work_from_crossref
from refcheck.sentences import say

PUBLIC = {"single": Rate(5, 1.0, 1), "list": Rate(1, 1.0, 1)}
POLITE = {"single": Rate(10, 1.0, 3), "list": Rate(3, 1.0, 3)}
DAY = 86_400  # seconds
ROWS = 10  # candidates per search; the right work is seldom further down, and longer lists are slower
FIELDS = (
    "DOI,ISBN,ISSN,URL,approved,article-number,author,container-title,content-created,editor,issue,issued,"
    "original-title,page,posted,published,published-online,published-print,publisher,publisher-location,relation,score,"
    "short-container-title,short-title,subject,subtitle,title,translator,type,update-to,updated-by,volume"
)
_JOIN = (
    "To be served faster, join Crossref's polite pool: set REFCHECK_MAILTO, or mailto in the configuration, to an "
    "e-mail address of yours."
)


class Crossref(Source):
    """The Source ``crossref``. url: its address. mailto: joins the polite pool, "" stays in the public one."""

    name = "crossref"
    title = "Crossref"
    rank = 0
    scholarly = True
    public = "https://api.crossref.org"
    search_page = "https://search.crossref.org/?q="
    identifiers = frozenset({"doi"})
    agencies = frozenset({"Crossref"})
    batch = 50
    turn = 0
    every_doi = True

    def __init__(self, url: str, transport: Transport, mailto: str = "") -> None:
        super().__init__(url, transport)
        self._mailto = mailto
        self._rates = POLITE if mailto else PUBLIC

    @classmethod
    def opened(cls, url: str, transport: Transport, settings: Settings) -> Self | None:
        """With the settings' mail address."""
        return cls(url, transport, settings.mailto) if url else None

    def questions(self, reference: Reference) -> tuple[str, ...]:
        """By DOI."""
        return (f"doi:{reference.doi.lower()}",) if reference.doi else ()

    @classmethod
    def covers(cls, reference: Reference) -> Role | None:
        """Works that a register of articles and books would have."""
        return Role.AUTHORITY if may_be_listed(reference) else None

    def works_of(self, questions: Sequence[str]) -> Mapping[str, Sequence[Work] | Unavailable]:
        """DOIs. Those missing from a list stay open, since it has no aliases; so do those with a comma, where a filter
        ends."""
        asked = {value_of(question): question for question in questions if "," not in question}
        try:
            works = self._list(filter={"doi": list(asked)}, limit=self.batch * 2)
        except Unavailable as error:
            if not error.again and not error.unasked:
                return {}  # it refuses the list: each DOI is asked alone
            raise
        return {asked[work.doi]: [work] for work in works if work.doi in asked}

    def works(self, question: str, reference: Reference | None = None) -> Sequence[Work]:
        """A ``doi:``, or query.bibliographic with the words of the entry."""
        if reference is None:
            return self._one(value_of(question))
        works = self._list(query_bibliographic=words_of(reference), limit=ROWS)
        if works and not any(_shares_a_word(question, work) for work in works):
            raise Unavailable(say("answered with records of something else"))
        return works

    def _one(self, asked: str) -> Sequence[Work]:
        doi = asked
        for _ in range(self._transport.limits.hops + 1):
            reply = self._ask("single", ids=[quote(doi, safe="/")])
            if reply.status == 404 and reply.text.strip().lower().startswith("resource not found"):
                return []
            if reply.status == 200:
                return [self._record(reply.data, doi)]
            # An alias: the prime DOI is asked for at the configured address, wherever the redirect points.
            _, works, target = reply.headers.get("location", "").partition("/works/")
            if not works or not target:
                raise Unavailable(say("answered with HTTP {status}", status=reply.status))
            doi = unquote(target.partition("?")[0]).lower()
        raise Unavailable(say("redirected {question} in a circle", question=asked))

    def _record(self, data: Any, doi: str) -> Work:
        message = data.get("message") if isinstance(data, Mapping) else None
        if not isinstance(message, Mapping):
            raise Unavailable(say("answered with something that is not a record"))
        if text(message.get("DOI")).lower() != doi.lower():
            other = " ".join(text(message.get("DOI"))[:80].split())
            raise Unavailable(say("answered with the record of another DOI ({doi})", doi=other or "–"))
        work = work_from_crossref(message)
        if is_empty(work):
            raise Unavailable(say("answered with an empty record"))
        return work

    def _list(self, **arguments: Any) -> list[Work]:
        data = self._ask("list", select=FIELDS, **arguments).data
        message = data.get("message") if isinstance(data, Mapping) else None
        items = message.get("items") if isinstance(message, Mapping) else None
        total = Fields(message).count("total-results")
        if not isinstance(items, list) or (total and not items):
            raise Unavailable(say("answered with something that is not a list of records"))
        works = [work_from_crossref(item) for item in items if isinstance(item, Mapping)]
        good = [work for work in works if work.doi and not is_empty(work)]
        if items and not good:
            raise Unavailable(say("answered with empty records"))
        return good

    def _ask(self, kind: str, **arguments: Any) -> Reply:
        rate = self._rates[kind]
        reply = self._transport.ask(self.name, kind, self.url, rate, lambda seconds: self._send(seconds, arguments))
        if not self._mailto:
            _say_daily(_JOIN, self._transport.folder)
        return reply

    def _send(self, seconds: float, arguments: Mapping[str, Any]) -> Reply:
        """One call of habanero, with its four families of errors turned into Unavailable."""
        import httpx2
        from habanero import Crossref as Habanero

        from refcheck.resolving.network.habanero_http import FRESH, carried

        api = Habanero(base_url=self.url, mailto=self._mailto or None, ua_string=AGENT, timeout=20)
        with carried(self._transport, seconds) as headers:
            try:
                data = api.works(**arguments)
                return Reply(200, headers, data, fresh=FRESH in headers)
            except Unavailable:
                raise
            except Exception as error:
                cause = error if isinstance(error, httpx2.HTTPError) else error.__cause__ or error.__context__ or error
                response = getattr(cause, "response", None)
                status = response.status_code if response is not None else getattr(error, "status_code", 0)
                if status >= 300:
                    return Reply(
                        status,
                        headers,
                        fresh=FRESH in headers,
                        text=response.text[:500] if response is not None else "",
                    )
                if isinstance(cause, httpx2.ConnectError | httpx2.ConnectTimeout):
                    at_once = isinstance(cause, httpx2.ConnectError)
                    raise Unavailable(say("could not be reached"), again=True, silent=True, refused=at_once) from None
                if isinstance(cause, httpx2.TimeoutException):
                    raise Unavailable(say("did not answer in time"), again=True, silent=True) from None
                if isinstance(cause, httpx2.TransportError):
                    raise Unavailable(say("broke off the connection"), again=True) from None
                raise Unavailable(say("answered with something that is not Crossref's JSON"), again=True) from None


def _shares_a_word(question: str, work: Work) -> bool:
    """Whether a search could have found this work: any common word or number is enough, as for the index."""
    people = [part for p in (*work.authors, *work.editors) for part in (p.family, p.given, p.literal)]
    titles = (*work.titles, *work.subtitles, *work.original_titles, *work.containers, *work.short_containers)
    others = (*map(str, work.years), work.volume, work.issue, work.pages, work.article_number, work.publisher)
    asked = set(question.partition(":")[2].split())
    return any(word in asked for field in (*titles, *people, *others) for word in keys(field))


_said: set[str] = set()
_saying = threading.Lock()


def _say_daily(message: str, folder: Path | None) -> None:
    """Print a warning once a day for all runs that share a cache folder, or once per process without one."""
    with _saying:
        if message in _said:
            return
        _said.add(message)
    if folder is not None:
        stamp = folder / "polite-pool"
        with suppress(OSError):
            if time.time() - stamp.stat().st_mtime < DAY:
                return
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            stamp.touch()
    logging.getLogger("refcheck").warning(message)
