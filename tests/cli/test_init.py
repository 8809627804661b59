"""A repository is set up: what is missing is written, what is there is kept."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from refcheck.cli.main import main
from refcheck.config import load_settings

ARTICLE = """# A day out

As Smith (2010) says.

## References

- Smith, J. (2010). Stars. *Journal of Stars*, 4(2), 11-19.
"""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "day.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / ".github").mkdir()
    return tmp_path


def test_a_repository_gets_what_it_lacks(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", str(repository), "--offline"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("1 article with 1 reference\n")
    assert f"\nNext, in {repository}: refcheck lock .; refcheck check . --locked; git add " in said
    assert "No CI" not in said
    assert load_settings(repository / "articles" / "day.md") is not None, "what was written can be read"
    assert (repository / ".gitattributes").read_text() == "refcheck.lock merge=union\n"
    assert "refcheck/refcheck@v0" in (repository / ".github" / "workflows" / "refcheck.yml").read_text()


def test_every_line_of_the_configuration_is_right_when_uncommented(repository: Path) -> None:
    main(["init", str(repository), "--offline"])
    place = repository / "refcheck.toml"
    lines = [line.removeprefix("# ") for line in place.read_text(encoding="utf-8").splitlines()[3:]]
    place.write_text("\n".join(lines), encoding="utf-8")
    settings = load_settings(repository / "articles" / "day.md")
    assert (settings.fail_on, settings.policy.field, settings.accept[0].by) == ("error", "humanities", "AB")


def test_nothing_that_is_there_is_touched(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "refcheck.toml").write_text("fail-on = 'never'\n")
    (repository / ".gitattributes").write_text("*.png binary")
    (repository / ".gitlab-ci.yml").write_text("test:\n  script: [make]\n")
    assert main(["init", str(repository), "--offline"]) == 0
    said = capsys.readouterr().out
    assert (repository / "refcheck.toml").read_text() == "fail-on = 'never'\n"
    assert (repository / ".gitattributes").read_text() == "*.png binary\nrefcheck.lock merge=union\n"
    assert (repository / ".gitlab-ci.yml").read_text() == "test:\n  script: [make]\n"
    assert ".gitlab-ci.yml: add this to it\n    include:" in said
    assert main(["init", str(repository), "--offline", "--ci", "none"]) == 0
    assert (repository / ".gitattributes").read_text().count("refcheck.lock") == 1


def test_what_is_kept_and_what_is_next_are_named_from_where_one_stands(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / ".github").rmdir()
    monkeypatch.chdir(repository)
    for found in ("written", "kept"):
        assert main(["init", "--offline"]) == 0
        said = capsys.readouterr().out.splitlines()
        assert f"refcheck.toml: {found}" in said
        assert "No CI is in use here: --ci github, gitlab or pre-commit writes its job" in said
        assert said[-1].startswith("Next: refcheck lock .; ")


def test_a_folder_without_articles_and_one_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.md").write_text("# Nothing\n\nto cite here.\n")
    assert main(["init", str(tmp_path), "--offline"]) == 0
    assert "No bibliography was found" in capsys.readouterr().out
    assert main(["init", str(tmp_path / "a.md")]) == 2


@pytest.mark.parametrize("name", [".gitattributes", ".gitlab-ci.yml", ".pre-commit-config.yaml", ".github"])
@pytest.mark.parametrize("kind", ["a pipe", "links in a circle", "no text", "a device"])
def test_what_is_there_and_no_text_is_one_line(
    name: str, kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "day.md").write_text(ARTICLE, encoding="utf-8")
    place = tmp_path / name
    if kind == "a pipe":
        os.mkfifo(place)
    elif kind == "no text":
        place.write_bytes(b"\xff\x00\x80")
    else:
        place.symlink_to("/dev/zero" if kind == "a device" else name)
    before = place.lstat()
    service = {".gitlab-ci.yml": "gitlab", ".pre-commit-config.yaml": "pre-commit"}.get(name, "github")
    assert main(["init", str(tmp_path), "--offline", "--ci", service]) in (2, 74)
    assert place.lstat().st_ino == before.st_ino and place.lstat().st_size == before.st_size
    assert "internal error" not in capsys.readouterr().err
