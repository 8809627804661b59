"""refcheck index: putting dumps into an index, in constant memory, resuming where the last run stopped.

``manifest.json`` beside the shards records how far each file was read, what became of its records and, once the index
is complete, the hash of each of its files. It is written after each commit, so a killed run loses only what it read
since the last one; records that the index already has are skipped when read again.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from refcheck.files import write_atomically
from refcheck.resolving.indexing.dumps import Batch, batches, files_of
from refcheck.resolving.indexing.reduce import reduced_all
from refcheck.resolving.snapshot.manifest import NAME, Input, Manifest, read_manifest
from refcheck.resolving.snapshot.packed import Kept
from refcheck.resolving.snapshot.store import Store, Writer, folders
from refcheck.spread import spread

SHARDS = 1
"""Shards of an index by default. A search asks each segment of each shard, so more of them help only where several
machines or threads of tantivy share an index: docs/scale.md."""
COMMIT = 600_000
"""Records between two commits: what a kill costs at most, a minute. A commit makes a segment of each shard, and tantivy
merges eight of about the same size: the larger they are, the fewer times a record is merged."""
_TESTED = 200  # records of each shard that --verify looks up


@dataclass(frozen=True, slots=True)
class Pace:
    """How far a run is: records read, bytes read and bytes in all, seconds since it began."""

    records: int
    bytes: int
    total: int
    seconds: float

    @property
    def left(self) -> float:
        """Seconds to the end at the present pace."""
        return self.seconds * (self.total - self.bytes) / self.bytes if self.bytes else 0.0


def build(
    dumps: Iterable[Path],
    root: Path,
    *,
    shards: int = SHARDS,
    executor: Executor | None = None,
    progress: Callable[[Pace], None] = lambda pace: None,
) -> Manifest:
    """Put the records of dumps into the index at ``root``, creating it if necessary.

    A file that the index holds is left out; one that a killed run was reading is read on. shards: of a new index.
    executor: where records are reduced, in this process without one. progress: called after every thousand records.
    Raises BadFile for a dump that is missing, and when the index cannot be written.
    """
    manifest = read_manifest(root) if (root / NAME).exists() else Manifest(shards)
    given = [_input(path) for path in files_of(dumps)]
    known = {(i.path, i.bytes, i.changed): i for i in manifest.inputs}
    inputs = {**known, **{(i.path, i.bytes, i.changed): i for i in given if (i.path, i.bytes, i.changed) not in known}}
    todo = [inputs[i.path, i.bytes, i.changed] for i in given if not inputs[i.path, i.bytes, i.changed].done]
    if not todo and manifest.files:
        return manifest
    root.mkdir(parents=True, exist_ok=True)
    manifest = replace(manifest, inputs=tuple(inputs.values()), files={})
    _save(root, manifest)
    with closing(Writer(root, manifest.shards)) as writer:
        for settled in _filled(writer, manifest, todo, executor, progress):
            _save(root, manifest := settled)
    manifest = replace(manifest, records=len(Store(root, manifest.shards)), files=_hashes(root, manifest.shards))
    _save(root, manifest)
    return manifest


def _filled(
    writer: Writer,
    manifest: Manifest,
    todo: Sequence[Input],
    executor: Executor | None,
    progress: Callable[[Pace], None],
) -> Iterator[Manifest]:
    """Read the files, yielding the manifest after every commit."""
    began, total = time.monotonic(), sum(i.bytes for i in todo)
    counts, newest = Counter(manifest.counts), _day_to_seconds(manifest.newest)
    inputs = {(i.path, i.bytes, i.changed): i for i in manifest.inputs}
    read = behind = uncommitted = 0

    def settled() -> Manifest:
        writer.commit()
        day = datetime.fromtimestamp(newest, UTC).date().isoformat() if newest else ""
        return replace(manifest, inputs=tuple(inputs.values()), counts=dict(sorted(counts.items())), newest=day)

    for source, batch, records in spread(_reduced, _all_batches(todo), executor):
        for record in records:
            counts[writer.add(record) if record else "unreadable"] += 1
            newest = max(newest, record.version if record else 0)
        key = (source.path, source.bytes, source.changed)
        trouble = (*inputs[key].trouble, *((batch.trouble,) if batch.trouble else ()))
        inputs[key] = replace(inputs[key], place=batch.place, trouble=trouble, done=batch.last)
        read, uncommitted = read + len(records), uncommitted + len(records)
        progress(Pace(read, behind + batch.position, total, time.monotonic() - began))
        if batch.last:
            behind += source.bytes
        if uncommitted >= COMMIT:
            uncommitted = 0
            yield settled()
    yield settled()


def _all_batches(inputs: Iterable[Input]) -> Iterator[tuple[Input, Batch]]:
    for source in inputs:
        for batch in batches(Path(source.path), source.place):
            yield source, batch


def _reduced(job: tuple[Input, Batch]) -> tuple[Input, Batch, list[Kept | None]]:
    """A worker's job: reduce the records of a batch, without sending the raw ones back."""
    source, batch = job
    return source, replace(batch, records=()), reduced_all(batch.records)


def verify(root: Path) -> list[str]:
    """The faults of an index, one line each; [] if every file is unchanged, every shard has as many records as the
    manifest says, and a sample of them is found. Raises what ``read_manifest`` raises."""
    manifest = read_manifest(root)
    if not manifest.files:
        return [f"{root}: not complete: the run that made it was stopped; run refcheck index again"]
    now = _hashes(root, manifest.shards)
    wrong = [f"{root / name}: missing" for name in manifest.files if name not in now]
    wrong += [f"{root / name}: changed" for name, was in manifest.files.items() if now.get(name, was) != was]
    wrong += [f"{root / name}: does not belong here" for name in now if name not in manifest.files]
    if wrong:
        return wrong
    store = Store(root, manifest.shards)
    if len(store) != manifest.records:
        wrong.append(f"{root}: holds {len(store)} records and not {manifest.records}")
    for shard in range(manifest.shards):
        lost = [id for id in store.ids(shard, _TESTED) if not store.get(id)]
        wrong += [f"{root}: {id} stands in shard {shard} and is not found" for id in lost]
    return wrong


def _input(path: Path) -> Input:
    status = path.stat()
    return Input(str(path.resolve()), status.st_size, int(status.st_mtime))


def _save(root: Path, manifest: Manifest) -> None:
    write_atomically(root / NAME, json.dumps(asdict(manifest), ensure_ascii=False, allow_nan=False, indent=1) + "\n")


def _hashes(root: Path, shards: int) -> dict[str, str]:
    """Path under ``root`` -> SHA-256, for the files of all shards except tantivy's locks."""
    made = {}
    for folder in folders(root, shards):
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.is_file() and path.suffix != ".lock":
                with path.open("rb") as file:
                    made[path.relative_to(root).as_posix()] = hashlib.file_digest(file, "sha256").hexdigest()
    return made


def _day_to_seconds(day: str) -> int:
    return int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp()) if day else 0
