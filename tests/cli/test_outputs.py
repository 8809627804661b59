"""Reports never replace what a command reads, and go where the shell would put them."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from refcheck.cli.main import main
from refcheck.cli.outputs import file_name, guard, holds, number
from refcheck.errors import BadArgument
from tests.crossref_server import CrossrefServer

ROOT = Path(__file__).parents[2]
ARTICLE = (
    "# Rain\n\nIt rains (Smith, 2001).\n\n## References\n\n"
    "- Smith, J. (2001). Rain on the roofs of the city. *Nature*, 1(2), 3-4. https://doi.org/10.5555/rain.1\n"
)
WRITING = {
    "check": ["check", "a.md", "--locked", "--output"],
    "lines": ["check", "a.md", "--locked", "--format", "jsonl", "--output"],
    "diff": ["check", "a.md", "--locked", "--diff", "--output"],
    "bib": ["bib", "a.md", "--output"],
    "summary": ["summary", "lines.jsonl", "--output"],
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.md").write_text(ARTICLE)
    monkeypatch.chdir(tmp_path)
    main(["check", "a.md", "--locked", "--format", "jsonl", "--output", "lines.jsonl"])
    return tmp_path


@pytest.mark.fault("a report is to go over the article, the lock or the configuration", "one line; it stays", "2")
@pytest.mark.parametrize("command", WRITING)
@pytest.mark.parametrize("name", ["itself", "a link to it", "another name of it"])
def test_what_is_read_is_not_written_over(
    command: str, name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    read = Path(WRITING[command][1])
    before = read.read_bytes()
    if name == "a link to it":
        Path("x").symlink_to(read)
    elif name == "another name of it":
        Path("x").hardlink_to(read)
    capsys.readouterr()
    assert main([*WRITING[command], str(read) if name == "itself" else "x"]) == 2
    assert read.read_bytes() == before
    assert "is read by this command" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["refcheck.lock", "refcheck.toml", "other.lock", "other.toml", "b.md"])
def test_lock_configuration_and_articles_of_a_folder_stay(name: str, folder: Path) -> None:
    (folder / "b.md").write_text(ARTICLE)
    (folder / "other.lock").touch()
    (folder / "other.toml").touch()
    (folder / "refcheck.lock").touch()
    (folder / "refcheck.toml").touch()
    before = (folder / name).read_bytes()
    words = ["check", ".", "--locked", "--lock", "other.lock", "--config", "other.toml", "--also", f"json={name}"]
    assert main(words) == 2
    assert (folder / name).read_bytes() == before


@pytest.mark.parametrize("form", ["html", "markdown", "text", "json", "csv"])
def test_a_report_among_the_articles_is_written_again(form: str, folder: Path) -> None:
    name = {"markdown": "report.md", "text": "report.txt"}.get(form, f"report.{form}")
    for file in ("hyperonafhankelijkheid.md", "refcheck.lock"):  # their JSON report would be a list, were it named
        shutil.copy(ROOT / "bib" / file, folder)
    for _ in range(2):
        assert main(["check", ".", "--locked", "--format", form, "--output", name]) == 1
    assert (folder / name).read_text()


@pytest.mark.parametrize("named", ["refs.bib", "refs", "refs.json"])
def test_a_library_that_the_article_cites_from_stays(named: str, folder: Path) -> None:
    """It may hold more than the article cites, and fields and comments that an export has no place for."""
    library = folder / (named if "." in named else f"{named}.bib")
    item = {"id": "smith", "type": "book", "title": "Rain on the roofs"}
    library.write_text(json.dumps([item]) if library.suffix == ".json" else "% mine\n@book{smith, title={Rain}}")
    before = library.read_bytes()
    Path("c.md").write_text(f"---\nbibliography: {named}\n---\n\nIt rains [@smith].\n\n## References\n")
    assert main(["bib", "c.md", "--output", library.name]) == 2
    if library.suffix == ".bib":
        assert main(["check", "c.md", "--locked", "--format", "bibtex", "--output", library.name]) == 2
    assert library.read_bytes() == before
    assert [main(["bib", "c.md", "--output", "out.bib"]) for _ in range(2)] == [0, 0]


@pytest.mark.parametrize("other", ["nothing.md", "-", "x" * 300])
def test_an_input_that_is_no_file_is_told_from_the_report(
    other: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    (folder / "report.html").touch()
    assert main(["check", ".", other, "--locked", "--format", "html", "--output", "report.html"]) == 2
    assert "Smith" in (folder / "report.html").read_text()


def test_two_reports_want_two_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "link").symlink_to("r")
    for other in ("r", "./r", "link"):
        assert main(["check", "a.md", "--locked", "--output", "r", "--also", f"json={other}"]) == 2
    assert not (folder / "r").exists()
    assert "two reports" in capsys.readouterr().err


def test_an_earlier_report_may_be_taken_up_and_replaced(folder: Path) -> None:
    again = ["check", "a.md", "--locked", "--format", "jsonl", "--resume", "lines.jsonl", "--output", "lines.jsonl"]
    assert main(again) == 3
    main(["check", "a.md", "--locked", "--format", "json", "--output", "known.json"])
    assert main(["check", "a.md", "--locked", "--baseline", "known.json", "--format", "json", "--output", "known.json"])


@pytest.mark.parametrize("command", WRITING)
def test_a_pipe_gets_the_report(command: str, folder: Path) -> None:
    os.mkfifo("pipe")
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(Path("pipe").read_bytes()), daemon=True)
    reader.start()
    main([*WRITING[command], "pipe"])
    reader.join(timeout=20)
    assert len(got) == 1
    assert got[0] or command == "diff"
    assert Path("pipe").is_fifo()


@pytest.mark.parametrize("command", ["bib", "lines"])
@pytest.mark.parametrize("place", ["/dev/stdout", "/dev/fd/1"])
def test_standard_output_by_its_name(command: str, place: str, folder: Path) -> None:
    """As ``--output >(gzip > report.gz)`` of a shell is a name under /dev/fd; and what a file holds already stays."""
    words = [sys.executable, "-m", "refcheck", *WRITING[command], place]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    piped = subprocess.run(words, env=environment, capture_output=True, check=False)
    assert b"Rain on the roofs" in piped.stdout
    with Path("all.txt").open("wb") as file:
        file.write(b"before\n")
        file.flush()
        subprocess.run(words, env=environment, stdout=file, stderr=subprocess.DEVNULL, check=False)
        file.write(b"after\n")
    assert Path("all.txt").read_bytes() == b"before\n" + piped.stdout + b"after\n"


KEPT = {
    "report": ["check", "a.md", "--locked", "--format", "html", "--output", "r"],
    "another report": ["check", "a.md", "--locked", "-q", "--also", "json=r"],
    "export": ["bib", "a.md", "--output", "r"],
    "summary": ["summary", "lines.jsonl", "--format", "html", "--output", "r"],
    "corrected article": ["check", "hyperonafhankelijkheid.md", "--locked", "--fix"],
    "lock": ["lock", "a.md", "--lock", "r"],
    "completed lines": ["check", "b.md", "a.md", "--locked", "--format", "jsonl", "--resume", "r", "--output", "r"],
}  # fmt: skip


def prepare(folder: Path) -> None:
    """What the commands of KEPT read, and the lines of a run that did not come to its end."""
    for name in ("hyperonafhankelijkheid.md", "refcheck.lock"):
        shutil.copy(ROOT / "bib" / name, folder)
    Path("b.md").write_text(ARTICLE)
    Path("r").write_bytes(Path("lines.jsonl").read_bytes())


BETWEEN = {
    "written": "os.fsync = lambda handle: os.kill(os.getpid(), signal.SIGKILL)",
    "half written": "os.fsync = lambda handle: (os.truncate(handle, os.fstat(handle).st_size // 2), "
    "os.kill(os.getpid(), signal.SIGKILL))",
    "renamed": "rename = pathlib.Path.replace; "
    "pathlib.Path.replace = lambda *paths: (rename(*paths), os.kill(os.getpid(), signal.SIGKILL))",
}


@pytest.mark.fault(
    "killed while a report, an export, a lock or a correction is written", "the old file or the new one, whole", "–"
)
@pytest.mark.parametrize("moment", BETWEEN)
@pytest.mark.parametrize("command", KEPT)
def test_killed_in_the_middle_of_writing(command: str, moment: str, folder: Path) -> None:
    words, wanted = KEPT[command], Path("hyperonafhankelijkheid.md" if "corrected" in command else "r")
    prepare(folder)
    if "lines" not in command:
        Path("r").write_text("")
    before = wanted.read_bytes()
    with CrossrefServer() as server:
        environment = os.environ | {"PYTHONPATH": str(ROOT), "REFCHECK_CROSSREF_URL": server.url}
        script = f"import os, pathlib, signal; from refcheck.cli.main import main; {BETWEEN[moment]}; main({words})"
        run = [sys.executable, "-c", script]
        killed = subprocess.run(run, env=environment, capture_output=True, check=False)
        assert killed.returncode == -signal.SIGKILL, killed.stderr
        left = wanted.read_bytes()
        again = subprocess.run(
            [sys.executable, "-m", "refcheck", *words], env=environment, capture_output=True, check=False
        )
    if moment != "renamed" and "lines" not in command:
        assert left == before
    assert again.returncode in (0, 1, 3), again.stderr
    assert wanted.read_bytes() != before
    if moment == "renamed":
        assert left == wanted.read_bytes() or command in ("lock", "summary")


@pytest.mark.fault("the folder is read-only", "one line; what was there stays", "74")
@pytest.mark.skipif(not shutil.which("setpriv"), reason="needs setpriv, for root may write anywhere")
@pytest.mark.parametrize("command", [*KEPT, "index", "init"])
def test_a_folder_that_is_read_only(command: str, folder: Path) -> None:
    others = {"index": ["index", "records.jsonl", "--to", "i"], "init": ["init", "--offline"]}
    words = {**KEPT, **others}[command]
    prepare(folder)
    Path("records.jsonl").write_text('{"DOI": "10.5555/x", "title": ["Rain"]}\n')
    if "lines" in command:
        Path("r").chmod(0o444)
    else:
        Path("r").unlink()
    before = {path: path.read_bytes() for path in folder.iterdir()}
    folder.chmod(0o555)
    powers = "-dac_override,-dac_read_search"
    able = ["setpriv", f"--bounding-set={powers}", f"--inh-caps={powers}"] if os.geteuid() == 0 else []
    with CrossrefServer() as server:
        environment = os.environ | {"PYTHONPATH": str(ROOT), "REFCHECK_CROSSREF_URL": server.url}
        run = [*able, sys.executable, "-m", "refcheck", *words]
        done = subprocess.run(run, env=environment, capture_output=True, check=False)
    folder.chmod(0o755)
    assert done.returncode == (2 if "lines" in command else 74), done.stderr
    assert b"ermission denied" in done.stderr.splitlines()[-1]
    assert b"internal error" not in done.stderr
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize("words", [
    ["check", "a.md", "--output"], ["check", "a.md", "--lock"], ["check", "a.md", "--config"],
    ["check", "a.md", "--baseline"], ["check", "a.md", "--resume"], ["lock", "a.md", "--lock"],
    ["bib", "a.md", "--output"], ["summary"], ["summary", "lines.jsonl", "--output"],
    ["index", "lines.jsonl", "--to"], ["index", "--to", "i"], ["init"],
])  # fmt: skip
def test_an_empty_name_is_an_error(words: list[str], folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(folder.iterdir())
    for empty in ("", " "):
        with pytest.raises(SystemExit, match="2"):
            main([*words, empty])
        assert "empty" in capsys.readouterr().err
    assert sorted(folder.iterdir()) == before


def test_names_that_name_nothing_are_left_to_who_opens_them(tmp_path: Path) -> None:
    odd = [Path("x" * 5000), Path("a\0b")]
    guard(odd[:1], [*odd, tmp_path])
    assert not any(holds(folder, tmp_path / "a") for folder in odd)
    assert holds(tmp_path, tmp_path / "a" / "b")
    with pytest.raises(BadArgument, match="two reports"):
        guard([tmp_path / "a", tmp_path / "a"], [])
    for word in ("", " ", "a\0b"):
        with pytest.raises(argparse.ArgumentTypeError):
            file_name(word)
    assert number("12") == 12
    for word in ("0", "-3", "x", "1.5"):
        with pytest.raises(argparse.ArgumentTypeError, match="from 1 up"):
            number(word)
