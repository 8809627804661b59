"""Which articles the words of the command line lead to."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from refcheck.cli.main import main
from refcheck.cli.paths import Target, changed_since, expand
from refcheck.config import Settings, load_settings
from refcheck.errors import RefcheckError


def names(word: str, settings: Settings | None = None) -> list[str]:
    targets = expand(word, lambda _: settings or Settings())
    return [Path(target.path).name for target in targets if not target.passed]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.md",
        "a.html",
        "a.bib",
        "list.bib",
        "picture.png",
        ".hidden/x.md",
        "node_modules/y.md",
        "sub/c.txt",
    ):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")
    return tmp_path


def test_a_folder_gives_its_articles_sorted(folder: Path) -> None:
    # a.bib was written from a.html: the same list twice would be two of every finding
    assert names(str(folder)) == ["a.html", "b.md", "list.bib", "c.txt"]


def test_include_and_exclude_choose(folder: Path) -> None:
    assert names(str(folder), Settings(include=("*.md", "sub/*"))) == ["b.md", "c.txt"]
    assert names(str(folder), Settings(exclude=("sub/*", "*.bib"))) == ["a.html", "b.md"]


def test_globs_of_a_configuration_start_in_its_folder(folder: Path) -> None:
    (folder / "refcheck.toml").write_text('include = ["sub/**/*.txt", "*.bib"]\nexclude = ["sub/deep"]')
    (folder / "sub" / "deep").mkdir()
    (folder / "sub" / "deep" / "d.txt").write_text("x")
    for start, found in ((folder, ["list.bib", "c.txt"]), (folder / "sub", ["c.txt"])):
        settings = load_settings(start)
        assert names(str(start), settings) == found


def test_a_file_is_itself_and_named(folder: Path) -> None:
    assert list(expand(str(folder / "picture.png"), lambda _: Settings())) == [
        Target(str(folder / "picture.png"), named=True)
    ]
    assert list(expand("-", lambda _: Settings())) == [Target("-", named=True)]


def test_a_glob_is_expanded(folder: Path) -> None:
    assert names(str(folder / "**" / "*.md")) == ["b.md", "y.md"]


def test_nothing_found_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(RefcheckError, match="no articles in this folder"):
        names(str(tmp_path))
    with pytest.raises(RefcheckError, match="no file matches"):
        names(str(tmp_path / "*.md"))


def test_what_changed_since_a_revision(tmp_path: Path) -> None:
    def git(*words: str) -> None:
        identity = ("-c", "user.name=t", "-c", "user.email=t@example.org")
        subprocess.run(("git", *identity, *words), cwd=tmp_path, check=True, capture_output=True)

    git("init", "-q")
    for name in ("same.md", "edited.md"):
        (tmp_path / name).write_text("x")
    git("add", ".")
    git("commit", "-qm", "first")
    (tmp_path / "edited.md").write_text("y")
    (tmp_path / "né w.md").write_text("z")
    assert {path.name for path in changed_since("HEAD", tmp_path)} == {"edited.md", "né w.md"}
    (tmp_path / os.fsdecode(b"\xff.md")).write_text("a name that is not UTF-8")
    assert os.fsdecode(b"\xff.md") in {path.name for path in changed_since("HEAD", tmp_path)}
    for bad in ("nowhere", "--output=x", os.fsdecode(b"\xff"), "a\0b", "x" * 200_000):
        with pytest.raises(RefcheckError, match="--changed-since"):
            changed_since(bad, tmp_path)


@pytest.mark.fault("the name of an article is empty, or longer than a name can be", "one line", "2")
@pytest.mark.parametrize("word", ["", " ", "a" * 300, "a" * 5000, "b/" * 3000])
@pytest.mark.parametrize("command", ["check", "lock", "bib"])
def test_a_name_that_names_nothing_is_one_line(command, word, tmp_path, monkeypatch, capsys):
    (tmp_path / "article.md").write_text("## References\n\n- Rowe, T. (2001). Rain. Weather Press.\n")
    monkeypatch.chdir(tmp_path)
    assert main([command, word]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1


@pytest.mark.fault("a pipe lies in a folder of articles", "it is not opened, the others are checked", "as found")
@pytest.mark.parametrize("repository", [False, True])
@pytest.mark.parametrize("name", ["pipe.md", "refs.bib", "_config.yml", "mkdocs.yml"])
def test_a_pipe_in_a_folder_is_not_opened(name, repository, tmp_path, monkeypatch, capsys):
    """Where it is, the other articles are checked all the same."""
    front = "---\nbibliography: refs.bib\n---\n# Rain\n\nIt rains [@rowe].\n\n"
    (tmp_path / "article.md").write_text(f"{front}## References\n\n- Rowe, T. (2001). Rain. Weather Press.\n")
    os.mkfifo(tmp_path / name)
    if repository:
        subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    monkeypatch.chdir(tmp_path)
    assert main(["check", ".", "--locked"]) in (0, 1, 2, 3)
    assert "article.md" in capsys.readouterr().out


def test_a_repository_runs_no_program(tmp_path, monkeypatch, capsys):
    (tmp_path / "article.md").write_text("## References\n\n- Rowe, T. (2001). Rain. Weather Press.\n")
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    subprocess.run(["git", "config", "core.fsmonitor", f"touch {tmp_path}/ran; false"], cwd=tmp_path, check=True)
    monkeypatch.chdir(tmp_path)
    main(["check", ".", "--locked"])
    assert not (tmp_path / "ran").exists()
