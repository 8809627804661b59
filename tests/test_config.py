"""Configuration files: what is read, what is refused and how that is said."""

from __future__ import annotations

import json
import os
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from refcheck.checks.base import registry
from refcheck.config import KEYS, Acceptance, Policy, Settings, find_config, load_settings, matches
from refcheck.errors import BadArgument, BadSettings, RefcheckError
from refcheck.resolving.registers import addresses
from refcheck.settings import variable


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*map(variable, addresses()), "REFCHECK_MAILTO"):
        monkeypatch.delenv(name, raising=False)


def written(folder: Path, text: str, name: str = "refcheck.toml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / "article.md"


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "a.md") == Settings()
    assert Settings().sources == {}


def test_the_nearest_file_upwards_is_used(tmp_path: Path) -> None:
    deep = tmp_path / "articles" / "2022"
    deep.mkdir(parents=True)
    written(tmp_path, 'mailto = "far@example.org"')
    assert load_settings(deep / "a.md").mailto == "far@example.org"
    written(tmp_path / "articles", 'mailto = "near@example.org"')
    assert load_settings(deep / "a.md").mailto == "near@example.org"


def test_a_pyproject_that_does_not_speak_of_refcheck_is_passed_over(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    written(tmp_path, "[tool.refcheck]\nbudget = 7\n", "pyproject.toml")
    near = written(inner, "[tool.other]\nx = 1\n", "pyproject.toml")
    assert find_config(near) == tmp_path / "pyproject.toml"
    assert load_settings(near).budget == 7


def test_every_key_arrives_in_its_field(tmp_path: Path) -> None:
    near = written(
        tmp_path,
        """
        mailto = "desk@example.org"
        lock = "locks/refcheck.lock"
        fail-on = "error"
        include = ["*.md"]
        exclude = ["drafts/*"]
        [severities]
        uncited = "off"
        [policy]
        max-age = 15
        [sources]
        openalex = ""
        crossref = "http://127.0.0.1:1234/"
        [[accept]]
        check = "off-topic"
        reference = "purshouse2003"
        reason = "cited for the metaphor"
        by = "A. Editor"
        until = 2027-01-31
        """,
    )
    settings = load_settings(near)
    assert settings.mailto == "desk@example.org"
    assert settings.lock == tmp_path / "locks/refcheck.lock"
    assert settings.fail_on == "error"
    assert (settings.include, settings.exclude) == (("*.md",), (f"{tmp_path}/drafts/*",))
    assert settings.severities == {"uncited": "off"}
    assert settings.policy.max_age == 15
    assert settings.sources["openalex"] == ""
    assert settings.sources["crossref"] == "http://127.0.0.1:1234"
    assert "doi" not in settings.sources
    assert settings.accept[0].until == date(2027, 1, 31)


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    near = written(tmp_path, 'mailto = "file@example.org"\n[sources]\ncrossref = "http://file.example"\n')
    monkeypatch.setenv("REFCHECK_CROSSREF_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("REFCHECK_DATACITE_URL", "")
    monkeypatch.setenv("REFCHECK_MAILTO", "env@example.org")
    settings = load_settings(near)
    assert settings.sources["crossref"] == "http://127.0.0.1:1"
    assert settings.sources["datacite"] == ""
    assert settings.mailto == "env@example.org"
    assert Settings().sources["crossref"] == "http://127.0.0.1:1"


def test_an_override_holds_for_its_paths_only(tmp_path: Path) -> None:
    written(tmp_path, 'fail-on = "error"\n[[overrides]]\npaths = ["archive/**"]\nfail-on = "never"\n')
    assert load_settings(tmp_path / "archive" / "old.md").fail_on == "never"
    assert load_settings(tmp_path / "new.md").fail_on == "error"


def test_an_override_is_put_over_what_is_there(tmp_path: Path) -> None:
    sign_off = '[[{}accept]]\ncheck = "dated"\nreference = "{}"\nreason = "c"\nby = "d"\n'
    written(
        tmp_path,
        '[severities]\nuncited = "off"\n[policy]\nfield = "humanities"\n'
        + sign_off.format("", "a")
        + '[[overrides]]\npaths = ["archive"]\nseverities = { off-topic = "note", uncited = "note" }\n'
        + "policy = { newest-within = 9 }\n"
        + sign_off.format("overrides.", "b"),
    )
    old = load_settings(tmp_path / "archive" / "old.md")
    assert old.severities == {"uncited": "note", "off-topic": "note"}
    assert (old.policy.field, old.policy.newest_within) == ("humanities", 9)
    assert [acceptance.reference for acceptance in old.accept] == ["a", "b"]
    new = load_settings(tmp_path / "new.md")
    assert (new.severities, len(new.accept)) == ({"uncited": "off"}, 1)


@pytest.mark.parametrize(
    ("path", "pattern", "fits"),
    [
        ("articles/a.md", "articles/**/*.md", True),
        ("articles/b/c/a.md", "articles/**/*.md", True),
        ("articles/a.md", "articles", True),
        ("articles/a.md", "articles/", True),
        ("articles2/a.md", "articles", False),
        ("a.md", "**/*.md", True),
        ("a.txt", "**/*.md", False),
    ],
)
def test_globs_are_those_of_other_tools(path: str, pattern: str, fits: bool) -> None:
    assert matches(path, pattern) is fits


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('mail-to = "x"', "unknown key mail-to; the nearest one is mailto"),
        ("[severities]\nofftopic = 'note'", "unknown key severities.offtopic; the nearest one is severities.off-topic"),
        ("[severities]\noff-topic = 'loud'", "severities.off-topic must be one of error, warning, note, off"),
        ("budget = 'long'", "budget must be a number"),
        ("budget = true", "budget must be a number"),
        ("fail-on = 'sometimes'", "fail-on must be one of"),
        ("include = 'x'", "include must be a list of strings"),
        ("sources = 3", "sources must be a table"),
        ("[sources]\ncrosref = ''", "unknown key sources.crosref; the nearest one is sources.crossref"),
        ("[[accept]]\ncheck = 'x'", "a sign-off lacks reference, reason, by"),
        (
            "[[accept]]\ncheck='retraced'\nreference='b2'\nreason='c'\nby='d'",
            "accept.check: no check is called retraced; the nearest one is retracted (the sign-off for “b2” by d)",
        ),
        (
            "[[overrides]]\npaths=['old']\n[[overrides.accept]]\ncheck='Dated'\nreference='b'\nreason='c'\nby='d'",
            "overrides.accept.check: no check is called Dated; the nearest one is dated",
        ),
        (
            "[[accept]]\ncheck='a'\nreference='b'\nreason='c'\nby='d'\nuntil='soon'",
            "accept.until must be a date",
        ),
        ("[[overrides]]\npath = ['x']", "unknown key overrides.path; the nearest one is overrides.paths"),
        ("[[overrides]]\npaths = ['elsewhere']\nfail-on = 'x'", "fail-on must be one of"),
        ("not toml", "cannot be read as TOML"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(tmp_path: Path, text: str, message: str) -> None:
    near = written(tmp_path, text)
    with pytest.raises(RefcheckError) as caught:
        load_settings(near, checks=registry(), registers=addresses())
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert "refcheck.toml" in str(caught.value)


def test_the_published_schema_has_exactly_the_keys_that_are_read() -> None:
    schema = json.loads((Path(__file__).parent.parent / "refcheck.schema.json").read_text(encoding="utf-8"))
    properties = schema["properties"]
    assert set(properties) == {*KEYS, "overrides"}
    assert set(properties["sources"]["properties"]) == set(addresses())
    assert set(properties["policy"]["properties"]) == {f.name.replace("_", "-") for f in fields(Policy)}
    assert set(properties["accept"]["items"]["properties"]) == {f.name for f in fields(Acceptance)}


@pytest.mark.parametrize("mailto", ["nobody", "a@b\nX-Evil: 1", "a b@example.org", "<a@example.org>"])
def test_an_address_that_is_none_is_refused(mailto: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(RefcheckError, match="not an e-mail address"):
        Settings(mailto=mailto)
    monkeypatch.setenv("REFCHECK_MAILTO", mailto)
    with pytest.raises(RefcheckError, match="not an e-mail address"):
        Settings()


@pytest.mark.fault("a configuration has another shape", "one line with key and file", "2")
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[tool]\nrefcheck = 5", "tool.refcheck must be a table"),
        ("tool = 5", "tool must be a table"),
        (f"budget = {'9' * 5000}", "cannot be read as TOML"),
        (f"x = {'[' * 100_000}", "cannot be read as TOML"),
        (
            "[[accept]]\ncheck='a'\nreference='b'\nreason='c'\nby='d'\nuntil=2030-01-01T00:00:00",
            "until must be a date such",
        ),
        (f"budget = {'9' * 40}", "budget must be a number from 0"),
        ('lock = "a\\u0000b"', "lock must be a string without null characters"),
        ('retraction-watch = "\\u0000"', "retraction-watch must be a string without null characters"),
    ],
)
def test_a_table_of_another_shape_is_one_line(tmp_path: Path, text: str, message: str) -> None:
    near = written(tmp_path, text)
    with pytest.raises(BadSettings, match=message):
        load_settings(near)


def test_a_file_of_a_configuration_may_be_at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    settings = load_settings(written(tmp_path, 'lock = "~/a.lock"\ncache = "cache"'))
    assert (settings.lock, settings.cache) == (tmp_path / "home" / "a.lock", tmp_path / "cache")
    with pytest.raises(BadSettings, match="cache: ~nobody-here: "):
        load_settings(written(tmp_path, 'cache = "~nobody-here"'))


def test_a_place_is_a_path() -> None:
    with pytest.raises(BadArgument, match="near is a pathlib"):
        load_settings("a.md")  # type: ignore[arg-type]
    with pytest.raises(BadArgument, match="config is a pathlib"):
        load_settings(Path("a.md"), config="x")  # type: ignore[arg-type]


def test_a_missing_configuration_is_called_missing(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match=r"nope\.toml: no such file or directory"):
        load_settings(tmp_path, config=tmp_path / "nope.toml")


@pytest.mark.parametrize("name", ["house.toml", "refcheck.toml"])
def test_a_file_of_any_other_name_holds_the_keys_at_its_top_or_below_tool(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text('fail-on = "error"\n')
    assert load_settings(tmp_path, config=tmp_path / name).fail_on == "error"
    (tmp_path / name).write_text('[tool.refcheck]\nfail-on = "note"\n')
    assert load_settings(tmp_path, config=tmp_path / name).fail_on == "note"
    (tmp_path / name).write_text('fail_on = "error"\n')
    with pytest.raises(BadSettings, match=r"unknown key fail_on; the nearest one is fail-on"):
        load_settings(tmp_path, config=tmp_path / name)


@pytest.mark.fault("the configuration is a pipe or a device", "one line, not opened", "2")
def test_a_configuration_that_is_no_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    with pytest.raises(BadSettings, match="not a regular file"):
        load_settings(tmp_path, config=tmp_path / "pipe.toml")
