"""The index on disk: memory-mapped tantivy shards, divided by a hash of the identifier and filled by ``Writer``.

Fields: ``id``, the identifiers unchanged; ``words``, the words to search; ``packed``, the stored record.
"""

from __future__ import annotations

import heapq
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from math import log1p
from pathlib import Path
from typing import Any

import tantivy

from refcheck.errors import BadFile
from refcheck.model import Work
from refcheck.resolving.snapshot.packed import Kept, notices, unpacked

HEAP = 400_000_000
"""Bytes of memory, for all shards together, that records wait in until they are written."""
_LEAST_HEAP = 16_000_000  # of one shard: tantivy refuses less than 15 MB
RARE = 8
"""Words of a first search: the rarest of the reference. Chosen by trial: docs/scale.md."""
WIDE = 8
"""Words of a second one, the rarest of its title, people and place alone, where nothing found first convinces."""
FEWEST = 2
"""Words of which a record must have one, however many records have them; a further one finds none by itself ..."""
POSTINGS = 10_000
"""... where more records than this have it or a rarer one, but adds to the score of what the rarer ones find. Going
through the records of common words takes most of the time and finds little more: docs/scale.md."""
_COUNTED = 1 << 14  # words whose numbers of records are remembered
CLOSE = 0.5
"""A record that scores less than this share of the best one is not a candidate: half of the right ones lead by more."""
SHARED = 0.25
"""Nor is one in which less than this share of the words stands, by their weight: of the right ones one in a hundred
has so little of the rarest words, and one in two hundred of more. Both chosen by trial: docs/scale.md."""


def shard_of(id: str, shards: int) -> int:
    """The number of the shard a record is in."""
    return zlib.crc32(id.encode("utf-8", "replace")) % shards if shards > 1 else 0


def _open(folder: Path) -> tantivy.Index:
    if folder.is_dir() and tantivy.Index.exists(str(folder)):
        index = tantivy.Index.open(str(folder))
    else:
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("id", tokenizer_name="raw", index_option="basic")
        schema.add_text_field("words", tokenizer_name="blanks", index_option="basic")
        schema.add_bytes_field("packed", stored=True)
        folder.mkdir(parents=True, exist_ok=True)
        index = tantivy.Index(schema.build(), path=str(folder))
    index.register_tokenizer("blanks", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    return index


def folders(root: Path, shards: int) -> list[Path]:
    """The folders of an index's shards."""
    return [root / f"shard-{number:03d}" for number in range(shards)]


class _Shard:
    """One tantivy index for reading."""

    def __init__(self, folder: Path) -> None:
        self._index = _open(folder)
        self.refresh()

    def refresh(self) -> None:
        """See what has been written."""
        self._index.reload()
        self.searcher = self._index.searcher()
        self.schema = self._index.schema

    def packed(self, id: str, most: int = 4) -> list[bytes]:
        """The stored records for an identifier, which is often none: that is seen sooner."""
        return self.all_packed([id], most) if self.searcher.doc_freq("id", id) else []

    def all_packed(self, ids: Iterable[str], most: int = 4) -> list[bytes]:
        """The stored records for several identifiers, looked up together. most: for each on average."""
        terms = [tantivy.Query.term_query(self.schema, "id", id, "basic") for id in ids]
        alike = [(tantivy.Occur.Should, tantivy.Query.const_score_query(term, 1.0)) for term in terms]
        found = self.searcher.search(tantivy.Query.boolean_query(alike), most * len(terms), count=False)
        return [self.at(address) for _, address in found.hits]

    def at(self, address: Any) -> bytes:
        """One stored record."""
        kept = self.searcher.doc(address).get_first("packed")
        return bytes(kept or b"")

    def documents(self, word: str) -> int:
        """The number of records with a word."""
        return int(self.searcher.doc_freq("words", word))

    def best(self, words: Sequence[str], needed: int, most: int) -> list[tuple[float, Any]]:
        """The records that have one of the first ``needed`` words and best match all, rare ones counting more (BM25):
        (score, address)."""
        should = tantivy.Occur.Should
        terms = [(should, tantivy.Query.term_query(self.schema, "words", word, "basic")) for word in words]
        query = tantivy.Query.boolean_query(terms[:needed])
        for term in terms[needed:]:  # one in the other: the records of a union would all be gone through
            query = tantivy.Query.boolean_query([(tantivy.Occur.Must, query), term])
        return list(self.searcher.search(query, most, count=False).hits)


class Store:
    """An index for reading. Any number of processes may open it; all map the same memory."""

    def __init__(self, root: Path, shards: int) -> None:
        self._shards = [_Shard(folder) for folder in folders(root, shards)]
        self._size = sum(shard.searcher.num_docs for shard in self._shards)
        self._counts: dict[str, int] = {}

    def __len__(self) -> int:
        return self._size

    def get(self, id: str) -> list[Work]:
        """The works of an identifier: one for a DOI, with the notices about it from other records."""
        return self.get_all([id])[id]

    def get_all(self, ids: Sequence[str]) -> dict[str, list[Work]]:
        """The works of each identifier: of DOIs together, which is quicker than one by one."""
        found: dict[str, list[Work]] = {id: [] for id in ids}
        shards: dict[int, list[str]] = {}
        for id in found:
            if id.startswith("doi:"):
                shards.setdefault(shard_of(id, len(self._shards)), []).append(id)
            else:
                found[id] = self._newest(kept for shard in self._shards for kept in shard.packed(id))
        for number, together in shards.items():
            for work in self._newest(self._shards[number].all_packed(together)):
                found[f"doi:{work.doi}"] = [self._noted(work)]
        return found

    def _noted(self, work: Work) -> Work:
        """The work with the notices about it from other records."""
        about = f"about:{work.doi}"
        notes = [kept for shard in self._shards for kept in shard.packed(about, 20)]
        said = tuple(update for note in self._newest(notes) for update in notices(work.doi, note)) if notes else ()
        return replace(work, updates=tuple(dict.fromkeys((*work.updates, *said)))) if said else work

    def search(self, words: Sequence[str], most: int, rare: int) -> list[Work]:
        """The ``most`` works that best match the ``rare`` rarest of the words, best first."""
        known = self._rarest(words, rare)
        if not known:
            return []
        numbers, chosen = zip(*known, strict=True)
        needed = max(FEWEST, sum(reached <= POSTINGS for reached in accumulate(numbers)))
        found = ((shard, hit) for shard in self._shards for hit in shard.best(chosen, needed, most))
        hits = heapq.nlargest(most, found, key=lambda one: one[1][0])
        weight = sum(log1p((max(0, self._size - number) + 0.5) / (number + 0.5)) for number in numbers)  # BM25's
        least = max(SHARED * weight, CLOSE * hits[0][1][0]) if hits else 0.0
        return self._newest(shard.at(address) for shard, (score, address) in hits if score >= least)

    def _rarest(self, words: Sequence[str], most: int) -> list[tuple[int, str]]:
        """(number of records, word) of the rarest words that any record has."""
        return sorted((number, word) for word in words if (number := self._documents(word)))[:most]

    def _documents(self, word: str) -> int:
        """The number of records with a word. A hash divides the records, so one shard represents all; a word missing
        from it is looked up in the others."""
        number = self._counts.get(word)
        if number is None:
            first, *others = self._shards
            number = first.documents(word) * len(self._shards) or sum(s.documents(word) for s in others)
            if len(self._counts) == _COUNTED:
                self._counts.clear()
            self._counts[word] = number
        return number

    def _newest(self, packed: Iterable[bytes]) -> list[Work]:
        """The works, each DOI once with its latest record, in order of first occurrence."""
        works: dict[str, tuple[int, Work]] = {}
        for kept in packed:
            version, work = unpacked(kept)
            name = work.doi or f"{len(works)}"
            if name not in works or works[name][0] < version:
                works[name] = (version, work)
        return [work for _, work in works.values()]

    def ids(self, shard: int, most: int) -> Iterator[str]:
        """Some DOIs of a shard, to test it with."""
        held = self._shards[shard]
        query = tantivy.Query.all_query()
        for _, address in held.searcher.search(query, most, count=False).hits:
            _, work = unpacked(held.at(address))
            if work.doi:
                yield f"doi:{work.doi}"


class Writer:
    """An index for writing, by one process at a time, since tantivy locks the folder.

    A record replaces an older one with the same identifier. Whatever was added before the last ``commit`` is safe.
    """

    def __init__(self, root: Path, shards: int) -> None:
        """Raises BadFile when another process writes to it, or the folder cannot be written."""
        heap = max(_LEAST_HEAP, HEAP // shards)
        self._shards = []
        self._written: list[_Shard] = []
        self._fresh: dict[str, tuple[int, int]] = {}  # since the last commit: version and hash of what is kept
        try:
            for folder in folders(root, shards):
                index = _open(folder)
                self._shards.append(index.writer(heap_size=heap, num_threads=1))
                self._written.append(_Shard(folder))
        except (ValueError, OSError) as error:
            raise BadFile(f"{root}: cannot be written to, or another run is writing to it: {error}") from error

    def add(self, record: Kept) -> str:
        """Add a record; returns "added", "replaced", or "older" if the index has the same or a newer one."""
        number = shard_of(record.id, len(self._shards))
        writer, shard = self._shards[number], self._written[number]
        now = (record.version, hash(record.packed))
        fresh = self._fresh.get(record.id)
        had = [fresh] if fresh else [(unpacked(packed)[0], hash(packed)) for packed in shard.packed(record.id)]
        if any(old == now or old[0] > now[0] for old in had):
            return "older"
        if had:
            writer.delete_documents_by_term("id", record.id)
        document = tantivy.Document()
        document.add_text("id", record.id)
        for other in record.others:
            document.add_text("id", other)
        document.add_text("words", record.words)
        document.add_bytes("packed", record.packed)
        writer.add_document(document)
        self._fresh[record.id] = now
        return "replaced" if had else "added"

    def commit(self) -> None:
        """Make what was added permanent."""
        for writer in self._shards:
            writer.commit()
        for shard in self._written:
            shard.refresh()
        self._fresh.clear()

    def close(self) -> None:
        """Wait until the files are complete. Anything not committed is lost."""
        for writer in self._shards:
            writer.wait_merging_threads()
        self._shards = []
