from __future__ import annotations

import json
import logging
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from refcheck.config import Settings
from refcheck.model import Answer, Outcome, Work
from refcheck.resolving.enquiry import resolve
from refcheck.resolving.memory.cache import AGES, Cache, open_cache
from refcheck.resolving.registers import addresses
from tests.resolving.conftest import INVENTED, OFF, record, reference

ROOT = Path(__file__).parents[3]
FOUND = Answer("crossref", "doi:10.5555/x", Outcome.FOUND, "2026-01-02", works=(Work("crossref", doi="10.5555/x"),))
ABSENT = Answer("crossref", "doi:10.5555/y", Outcome.ABSENT, "2026-01-02")
HERE = "https://api.crossref.org"


class Clock:
    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def path(tmp_path):
    return tmp_path / "deep" / "answers.sqlite3"


def questions(cache: Cache, address: str = HERE) -> dict[str, Answer]:
    return cache.get("crossref", address, [FOUND.question, ABSENT.question])


def test_answers_are_kept_between_runs(path):
    first = Cache(path)
    first.put(HERE, [FOUND, ABSENT])
    first.close()
    kept = questions(Cache(path))
    assert kept[FOUND.question].works == FOUND.works
    assert {a.obtained for a in kept.values()} == {"cache"}
    assert kept[FOUND.question].date == FOUND.date


def test_ages_by_outcome(path):
    clock = Clock()
    cache = Cache(path, clock)
    cache.put(HERE, [FOUND, ABSENT])
    clock.now += AGES[Outcome.ABSENT] + 1
    assert list(questions(cache)) == [FOUND.question]
    clock.now += AGES[Outcome.FOUND]
    assert questions(cache) == {}


@pytest.mark.parametrize("outcome", [Outcome.UNREACHABLE, Outcome.NOT_ELIGIBLE])
def test_what_is_no_answer_is_never_kept(outcome, path):
    cache = Cache(path)
    cache.put(HERE, [Answer("crossref", FOUND.question, outcome)])
    assert questions(cache) == {}


def test_one_address_knows_nothing_of_another(path):
    cache = Cache(path)
    cache.put(HERE, [FOUND])
    assert questions(cache, "http://127.0.0.1:8099") == {}


@pytest.mark.fault(
    "the cache is corrupt, locked or cannot be made", "one warning, and a run without a cache", "as found"
)
@pytest.mark.parametrize("content", [b"this is no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_corrupt_file_is_a_warning_and_no_cache(content, path, caplog):
    path.parent.mkdir()
    path.write_bytes(content)
    with caplog.at_level(logging.WARNING, logger="refcheck"):
        cache = Cache(path)
        cache.put(HERE, [FOUND])
        assert questions(cache) == {}
    assert [record.getMessage().startswith("refcheck: no cache") for record in caplog.records] == [True]


def test_a_row_that_cannot_be_read_is_a_warning(path, caplog):
    cache = Cache(path)
    cache.put(HERE, [FOUND])
    with sqlite3.connect(path) as db:
        db.execute("UPDATE answers SET answer = 'not JSON'")
    with caplog.at_level(logging.WARNING, logger="refcheck"):
        assert questions(cache) == {}
    assert len(caplog.records) == 1


def test_a_folder_that_cannot_be_made_is_a_warning(tmp_path, caplog):
    (tmp_path / "file").touch()
    with caplog.at_level(logging.WARNING, logger="refcheck"):
        assert questions(Cache(tmp_path / "file" / "answers.sqlite3")) == {}
    assert len(caplog.records) == 1


def test_a_locked_file_is_a_warning_and_the_run_goes_on(path, caplog, monkeypatch):
    monkeypatch.setattr("refcheck.resolving.memory.cache._PATIENCE", 0.1)
    Cache(path).close()
    other = sqlite3.connect(path)
    other.execute("BEGIN EXCLUSIVE")
    with caplog.at_level(logging.WARNING, logger="refcheck"):
        cache = Cache(path)
        cache.put(HERE, [FOUND])
    other.close()
    assert len(caplog.records) == 1


def test_where_answers_are_kept(tmp_path, monkeypatch):
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda *_, **__: str(tmp_path / "platform"))
    public = addresses()
    mirror = public | {"crossref": "http://127.0.0.1:9"}
    files = {
        "public": Settings(sources=public),
        "off": Settings(sources=public | {"pubmed": ""}),
        "mirror": Settings(sources=mirror),
        "named": Settings(sources=mirror, cache=tmp_path / "named"),
        "locked": Settings(sources=public, locked=True, cache=tmp_path / "locked"),
    }
    made = {}
    for name, settings in files.items():
        before = set(tmp_path.rglob("*.sqlite3"))
        cache = open_cache(settings)
        made[name] = bool(set(tmp_path.rglob("*.sqlite3")) - before)
        cache.close()
        for file in tmp_path.rglob("*.sqlite3"):
            file.unlink()
    assert made == {"public": True, "off": True, "mirror": False, "named": True, "locked": False}


def test_a_second_run_asks_nothing_and_says_the_same(server, records, settings, tmp_path):
    mine = [reference(r, doi=i % 2 == 0) for i, r in enumerate(records[:6])] + [INVENTED]
    first = resolve(mine, settings(cache=tmp_path))
    server.log.clear()
    second = resolve(mine, settings(cache=tmp_path))
    assert not server.log
    assert [(r.identity, r.work, r.why) for r in first] == [(r.identity, r.work, r.why) for r in second]
    assert {a.obtained for r in second for a in r.answers} == {"cache"}


def test_a_stopped_server_is_not_hidden_by_errors_in_the_cache(server, records, settings, tmp_path):
    server.fail(always="403")
    mine = [reference(records[0])]
    (found,) = resolve(mine, settings(cache=tmp_path))
    assert str(found.identity) == "unchecked"
    server.fail()
    (found,) = resolve(mine, settings(cache=tmp_path))
    assert str(found.identity) == "verified"


WRITER = """
import sys
from pathlib import Path
from refcheck.model import Answer, Outcome, Work
from refcheck.resolving.memory.cache import Cache
who, path, count = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
cache = Cache(path)
print("ready", flush=True)
n = 0
while n < count:
    works = (Work("crossref", doi=f"10.5555/{who}.{n}", titles=("x" * 500,)),)
    answer = Answer("crossref", f"doi:10.5555/{who}.{n}", Outcome.FOUND, "2026-01-02", works=works)
    cache.put("here", [answer])
    n += 1
    print(n, flush=True)
"""


def writer(who: str, path: Path, count: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", WRITER, who, str(path), str(count)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_two_runs_at_once_share_the_file_without_loss(path):
    runs = [writer(who, path, 150) for who in ("a", "b")]
    for run in runs:
        _, errors = run.communicate(timeout=60)
        assert errors == b""
    asked = [f"doi:10.5555/{who}.{n}" for who in ("a", "b") for n in range(150)]
    assert len(Cache(path).get("crossref", "here", asked)) == 300


MAKER = """
import sys
from pathlib import Path
from refcheck.resolving.memory.cache import Cache
print("ready", flush=True)
for line in sys.stdin:
    Cache(Path(line.strip())).close()
"""


def test_runs_that_make_the_file_at_the_same_moment_all_have_it(tmp_path):
    command = [sys.executable, "-c", MAKER]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    runs = [subprocess.Popen(command, cwd=ROOT, text=True, **pipes) for _ in range(2)]
    assert [run.stdout.readline() for run in runs] == ["ready\n"] * 2
    for n in range(60):
        for run in runs:
            run.stdin.write(f"{tmp_path / str(n)}\n")
            run.stdin.flush()
        time.sleep(0.01)
    assert [run.communicate(timeout=60)[1] for run in runs] == ["", ""]


def test_killed_at_any_moment_the_file_is_readable(path):
    for pause in (0.0, 0.01, 0.03):
        run = writer("a", path, 1_000_000)
        assert run.stdout is not None and run.stdout.readline() == b"ready\n"
        time.sleep(pause)
        run.kill()
        told = run.stdout.read().decode().split()
        run.communicate()
        cache = Cache(path)
        kept = cache.get("crossref", "here", [f"doi:10.5555/a.{n}" for n in range(len(told))])
        cache.close()
        assert len(kept) == len(told)  # what was said to be kept, is
        assert sqlite3.connect(path).execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.fault("killed half way through a run", "the next run asks only what is left", "–")
def test_a_run_killed_half_way_is_taken_up_where_it_was(server, settings, tmp_path):
    """kill -9 in the middle of a real run: the next run asks only for the rest."""
    script = f"""
from pathlib import Path
from refcheck.config import Settings
from refcheck.resolving.enquiry import resolve
from tests.resolving.conftest import OFF, record, reference
settings = Settings(sources=OFF | {{"crossref": {server.url!r}}}, mailto="a@b.nl", cache=Path({str(tmp_path)!r}))
resolve([reference(record(n), doi=False) for n in range(12)], settings)
"""
    run = subprocess.Popen([sys.executable, "-c", script], cwd=ROOT)
    while len(server.log) < 6:
        time.sleep(0.01)
        assert run.poll() is None
    run.kill()
    run.wait()
    server.log.clear()
    again = Settings(sources=OFF | {"crossref": server.url}, mailto="a@b.nl", cache=tmp_path)
    found = resolve([reference(record(n), doi=False) for n in range(12)], again)
    assert {str(r.identity) for r in found} == {"verified"}
    assert 6 <= len(server.log) <= 9  # three of the first six may have been under way


ROWS = ["null", "[]", "5", '"x"', "{}", '{"works": [5]}', "NaN", "[" * 100_000, "9" * 5000]
ODD = [{"works": [work]} for work in (None, {"source": "crossref", "titles": 7}, {"source": "c", "years": [True]})]


@pytest.mark.fault("a row of the cache has any other shape", "as without a cache", "as found")
@pytest.mark.parametrize("row", [*ROWS, *ODD], ids=lambda row: str(row)[:40])
def test_a_row_of_any_shape_is_as_no_cache(row, path, server, records, settings):
    """Whatever stands in the file, the run says what it says without one."""
    asked = reference(records[0])
    told = settings(cache=path.parent)
    (expected,) = resolve([asked], told)
    text = row if isinstance(row, str) else json.dumps({**FOUND.to_dict(), "works": [], **row})
    with sqlite3.connect(path) as db:
        assert db.execute("UPDATE answers SET answer = ?", (text,)).rowcount > 0
    (found,) = resolve([asked], told)
    assert (found.identity, found.work) == (expected.identity, expected.work)


@pytest.mark.parametrize("column", ["outcome", "asked", "answer"])
@pytest.mark.parametrize("value", [None, b"\xff", "x", -1, float("inf")])
def test_a_column_of_any_type_is_as_no_cache(column, value, path):
    cache = Cache(path)
    cache.put(HERE, [FOUND])
    cache.close()
    with sqlite3.connect(path) as db:
        db.execute(f"UPDATE answers SET {column} = ?", (value,))
    assert set(questions(Cache(path)).values()) <= {replace(FOUND, obtained="cache")}
