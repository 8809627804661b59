from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.errors import RefcheckError
from refcheck.model import Answer, Name, Outcome, Relation, Update, Work
from refcheck.resolving.memory.lock import (
    add_to_lock,
    changes,
    find_lock,
    lock_sha256,
    locked_answers,
    read_lock,
    write_lock,
)

ROOT = Path(__file__).parents[3]
SCHEMA = jsonschema.Draft202012Validator(
    json.loads((ROOT / "refcheck/data/lock.schema.json").read_text(encoding="utf-8"))
)
WORK = Work(
    "crossref",
    doi="10.5555/x",
    titles=("Zebras\u2028and ünïcode",),
    authors=(Name(family="Nobody", given="N."),),
    years=(2001, 2002),
    updates=(Update("correction", "10.5555/y", "2003", "publisher"),),
    relations=(Relation("has-preprint", "10.5555/z"),),
    score=1.5,
)
FOUND = Answer("crossref", "doi:10.5555/x", Outcome.FOUND, "2026-01-02T03:04:05Z", works=(WORK,))
ABSENT = Answer("doi.org", "ra:10.5555/y", Outcome.ABSENT, "2026-01-02", "entered by hand from published metadata")


def test_what_is_written_is_read(tmp_path):
    lock = tmp_path / "refcheck.lock"
    write_lock(lock, [ABSENT, FOUND])
    assert read_lock(lock) == (FOUND, ABSENT)
    lines = lock.read_text(encoding="utf-8").split("\n")
    assert [json.loads(line)["source"] for line in lines[:-1]] == ["crossref", "doi.org"]
    for line in lines[:-1]:
        SCHEMA.validate(json.loads(line))


names = st.builds(Name, family=st.text(), given=st.text())
works = st.builds(
    Work,
    source=st.just("crossref"),
    doi=st.text(),
    titles=st.lists(st.text(min_size=1)).map(tuple),
    authors=st.lists(names.filter(lambda n: n != Name())).map(tuple),
    years=st.lists(st.integers(0, 3000)).map(tuple),
)


@given(st.lists(works, min_size=1, max_size=3).map(tuple), st.text(min_size=1))
def test_any_record_survives_the_lock(made, obtained):
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        lock = Path(folder) / "refcheck.lock"
        answer = replace(FOUND, works=made, obtained=obtained)
        write_lock(lock, [answer])
        kept = replace(answer, obtained="network") if obtained == "cache" else answer
        assert read_lock(lock) == (kept,)


def test_what_is_not_an_answer_is_not_written(tmp_path):
    lock = tmp_path / "refcheck.lock"
    silent = [replace(ABSENT, outcome=outcome) for outcome in (Outcome.UNREACHABLE, Outcome.NOT_ELIGIBLE)]
    write_lock(lock, [*silent, replace(FOUND, obtained="cache")])
    assert [a.obtained for a in read_lock(lock)] == ["network"]


@pytest.mark.parametrize("question", ["archived:http://rain.example/", "x-own.kind:5"])
def test_whatever_a_register_is_asked_survives_the_lock(question, tmp_path):
    """A lock that its own run has written is never refused: a register, also a plugin's, may have a kind of its own."""
    lock = tmp_path / "refcheck.lock"
    write_lock(lock, [replace(FOUND, question=question)])
    assert [answer.question for answer in read_lock(lock)] == [question]
    assert not list(SCHEMA.iter_errors(json.loads(lock.read_text(encoding="utf-8"))))


def test_what_would_be_refused_is_not_written(tmp_path, monkeypatch):
    monkeypatch.setattr("refcheck.resolving.memory.lock.MAX_LINE", 2000)
    lock = tmp_path / "refcheck.lock"
    endless = replace(FOUND, question="doi:10.5555/long", works=(replace(WORK, titles=("rain " * 400,)),))
    write_lock(lock, [FOUND, endless, replace(FOUND, question="no kind"), replace(FOUND, date="soon")])
    assert [answer.question for answer in read_lock(lock)] == [FOUND.question]


def test_the_later_of_two_answers_counts(tmp_path):
    lock = tmp_path / "refcheck.lock"
    later = replace(FOUND, date="2027-01-01", works=(replace(WORK, volume="2"),))
    write_lock(lock, [later, FOUND])
    assert read_lock(lock) == (later,)
    # two branches, merged by keeping both sides' lines
    both = lock.read_text(encoding="utf-8")
    write_lock(lock, [FOUND])
    lock.write_text(both + lock.read_text(encoding="utf-8"), encoding="utf-8")
    assert read_lock(lock) == (later,)


@pytest.mark.fault("a line of the lock is broken", "one line with its number", "2")
@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"source": ""}, "source"),
        ({"question": None}, "question"),
        ({"question": "whatever"}, "question"),
        ({"question": "doi:"}, "question"),
        ({"outcome": "unreachable"}, "outcome"),
        ({"date": "yesterday"}, "date"),
        ({"works": {}}, "works"),
        ({"works": []}, "found answer"),
        ({"works": [{"doi": "10.1/x"}]}, "source"),
        ({"works": [{"source": "crossref", "titles": "Zebras"}]}, "shape"),
        ({"works": [{"source": "crossref", "years": ["2001"]}]}, "shape"),
        ({"works": [{"source": "crossref", "years": [True]}]}, "shape"),
        ({"works": [{"source": "crossref", "authors": ["Nobody"]}]}, "shape"),
        ({"works": [{"source": "crossref", "updates": [{"kind": 3}]}]}, "shape"),
        ({"works": [{"source": "crossref", "updates": [{"doi": "10.1/n"}]}]}, "shape"),
        ({"works": [{"source": "crossref", "volume": 3}]}, "shape"),
    ],
)
def test_a_line_that_is_wrong_is_named_by_its_number(change, told, tmp_path):
    lock = tmp_path / "refcheck.lock"
    write_lock(lock, [FOUND])
    row = json.loads(lock.read_text(encoding="utf-8")) | change
    lock.write_text(lock.read_text(encoding="utf-8") + "\n" + json.dumps(row) + "\n", encoding="utf-8")
    with pytest.raises(RefcheckError, match=rf"refcheck\.lock:3: .*{told}"):
        read_lock(lock)
    assert not SCHEMA.is_valid(row)


@pytest.mark.parametrize("line", ["{", "[]", "3", '"x"', "<<<<<<< HEAD", "[" * 100_000])
def test_a_line_that_is_no_object_is_named_by_its_number(line, tmp_path):
    lock = tmp_path / "refcheck.lock"
    lock.write_text(line, encoding="utf-8")
    with pytest.raises(RefcheckError, match=r"refcheck\.lock:1: "):
        read_lock(lock)


def test_keys_of_a_newer_version_are_let_pass(tmp_path):
    lock = tmp_path / "refcheck.lock"
    write_lock(lock, [FOUND])
    row = json.loads(lock.read_text(encoding="utf-8"))
    row["works"][0]["colour"] = "blue"
    lock.write_text(json.dumps(row | {"mood": "good"}), encoding="utf-8")
    assert read_lock(lock) == (FOUND,)


def test_binary_and_missing_files(tmp_path):
    lock = tmp_path / "refcheck.lock"
    for read in (read_lock, locked_answers, lock_sha256):
        with pytest.raises(RefcheckError, match=r"cannot be read as a lock: No such file or directory$"):
            read(lock)
    lock.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RefcheckError, match="cannot be read"):
        read_lock(lock)
    with pytest.raises(RefcheckError, match="cannot be written"):
        write_lock(tmp_path / "nowhere" / "refcheck.lock", [FOUND])


def test_the_nearest_lock_upwards(tmp_path):
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    article = inner / "article.md"
    assert find_lock(article) is None
    (tmp_path / "refcheck.lock").touch()
    assert find_lock(article) == tmp_path / "refcheck.lock"
    (inner / "refcheck.lock").touch()
    assert find_lock(article) == inner / "refcheck.lock"


def test_changes_since_the_lock_was_written():
    retracted = replace(WORK, updates=(*WORK.updates, Update("retraction", "10.5555/r", "2026-02-02", "publisher")))
    now = [
        replace(FOUND, works=(replace(retracted, volume="7", score=9.0),)),
        replace(ABSENT, outcome=Outcome.FOUND, works=(Work("doi.org", agency="DataCite"),)),
        replace(FOUND, question="search:zebras", works=()),
    ]
    before = [FOUND, ABSENT, replace(FOUND, question="search:zebras")]
    found = changes(before, now)
    assert [change.notice for change in found] == ["retraction", "", ""]
    told = [change.said for change in found]
    assert told[0].startswith(
        "crossref, doi:10.5555/x, “Zebras\u2028and ünïcode”: new notice, retraction (10.5555/r, 2026-02-02, publisher)"
    )
    assert told[1:] == [
        "crossref, doi:10.5555/x, “Zebras\u2028and ünïcode”: the record changed in volume",
        "doi.org, ra:10.5555/y: was absent, is found",
    ]
    assert changes(before, before) == []
    silent = [replace(FOUND, outcome=Outcome.UNREACHABLE, works=())]
    assert changes(before, silent) == []


def test_of_a_search_only_the_work_it_identified_can_change():
    other = replace(WORK, doi="10.5555/other")
    notice = (Update("retraction", "10.5555/r", "2026-02-02", "publisher"),)
    before = replace(FOUND, question="search:zebras", works=(other, WORK))
    now = replace(before, works=(replace(WORK, updates=notice), replace(other, updates=notice)))
    assert changes([before], [now]) == []
    (change,) = changes([before], [now], {(FOUND.source, "search:zebras", WORK.doi)})
    assert (change.notice, "10.5555/r" in change.said) == ("retraction", True)


def test_a_link_stays_a_link_and_the_mode_stays(tmp_path):
    real = tmp_path / "real.lock"
    real.touch(mode=0o640)
    link = tmp_path / "refcheck.lock"
    link.symlink_to(real)
    write_lock(link, [FOUND])
    assert link.is_symlink() and read_lock(real) == (FOUND,)
    assert real.stat().st_mode & 0o777 == 0o640


@pytest.mark.fault("killed while the lock is written", "the old lock or the new one, whole", "–")
def test_killed_while_writing_leaves_a_whole_lock(tmp_path):
    """kill -9 at any moment: the old lock or the new one, never half of one."""
    lock = tmp_path / "refcheck.lock"
    write_lock(lock, [FOUND])
    script = f"""
from pathlib import Path
from dataclasses import replace
from tests.resolving.memory.test_lock import FOUND, WORK
from refcheck.resolving.memory.lock import write_lock
n = 0
while True:
    n += 1
    write_lock(Path({str(lock)!r}), [replace(FOUND, question=f"doi:10.5555/{{i}}") for i in range(200 + n % 7)])
    print(n, flush=True)
"""
    for pause in (0.0, 0.003, 0.01, 0.017):
        run = subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE)
        assert run.stdout is not None and run.stdout.readline() == b"1\n"
        time.sleep(pause)
        run.kill()
        run.wait()
        run.stdout.close()
        assert 200 <= len(read_lock(lock)) <= 206


@pytest.mark.fault("two runs write one lock", "it holds what both learnt", "as found")
def test_two_runs_on_one_lock_lose_nothing(tmp_path):
    """Each run adds its answers twenty times; every one of both is there at the end."""
    path = tmp_path / "refcheck.lock"
    script = (
        "import sys; from pathlib import Path\n"
        "from refcheck.model import Answer, Outcome\n"
        "from refcheck.resolving.memory.lock import add_to_lock\n"
        "for n in range(20):\n"
        "    name = f'doi:10.5555/{sys.argv[2]}{n}'\n"
        "    add_to_lock(Path(sys.argv[1]), [Answer('crossref', name, Outcome.ABSENT, '2026-01-02')])\n"
    )
    runs = [subprocess.Popen([sys.executable, "-c", script, str(path), name], cwd=ROOT) for name in "ab"]
    assert [run.wait(timeout=120) for run in runs] == [0, 0]
    assert {a.question for a in read_lock(path)} == {f"doi:10.5555/{name}{n}" for name in "ab" for n in range(20)}
    assert [p.name for p in tmp_path.iterdir()] == ["refcheck.lock"]


def test_of_two_runs_the_later_answer_stays(tmp_path):
    path = tmp_path / "refcheck.lock"
    early, late = (Answer("crossref", "doi:10.5555/x", Outcome.ABSENT, day) for day in ("2026-01-02", "2026-03-04"))
    add_to_lock(path, [late])
    add_to_lock(path, [early])
    assert [answer.date for answer in read_lock(path)] == [late.date]


@pytest.mark.parametrize("score", ["NaN", "Infinity", "1e999", "1e300", "true", "9" * 5000])
def test_a_number_that_json_cannot_hold_is_refused(score, tmp_path):
    path = tmp_path / "refcheck.lock"
    work = f'{{"source": "crossref", "score": {score}}}'
    head = '{"source": "crossref", "question": "doi:10.1/x", "outcome": "found", "date": "2026-01-02", '
    path.write_text(f'{head}"obtained": "network", "works": [{work}]}}\n')
    with pytest.raises(RefcheckError, match=r"refcheck\.lock:1"):
        read_lock(path)


def test_half_a_character_in_a_lock_can_be_written_again(tmp_path):
    path = tmp_path / "refcheck.lock"
    write_lock(
        path, [Answer("crossref", "doi:10.1/x", Outcome.FOUND, "2026-01-02", works=(Work("crossref", titles=("A",)),))]
    )
    path.write_text(path.read_text().replace('"A"', '"\\ud800 B"'))
    answers = read_lock(path)
    write_lock(path, answers)
    assert read_lock(path) == answers
    assert answers[0].works[0].titles == ("? B",)


@pytest.mark.fault("the lock is a pipe, a device or a folder", "one line, not opened", "2")
@pytest.mark.parametrize("kind", ["fifo", "folder", "/dev/zero"])
def test_only_a_regular_file_is_a_lock(kind, tmp_path):
    path = tmp_path / "refcheck.lock"
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to(kind)
    with pytest.raises(RefcheckError, match="regular file"):
        read_lock(path)
