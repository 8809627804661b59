"""refcheck check: its reports, its files, its settings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from tests.test_main_job import GOFF, ROOT, run


def test_one_run_writes_several_reports(capsys: pytest.CaptureFixture[str], copy: Path) -> None:
    page, table = copy.parent / "page.html", copy.parent / "table.csv"
    code, out, err = run(capsys, "check", copy, "--locked", "--also", f"html={page}", "--also", f"csv={table}")
    assert (code, err) == (1, "")
    assert "off-topic" in out
    assert page.read_text(encoding="utf-8").startswith("<!")
    assert len(table.read_text(encoding="utf-8").splitlines()) == 1 + 5 + 1  # a head, the sources, the article


def test_output_goes_to_the_file_alone(capsys: pytest.CaptureFixture[str], copy: Path) -> None:
    target = copy.parent / "report.json"
    code, out, _ = run(capsys, "check", copy, "--locked", "--format", "json", "--output", target)
    assert (code, out) == (1, "")
    assert json.loads(target.read_text(encoding="utf-8"))["version"] == 1


def test_diff_shows_and_fix_applies_what_is_certain(capsys: pytest.CaptureFixture[str], copy: Path) -> None:
    before = copy.read_text(encoding="utf-8")
    _, out, _ = run(capsys, "check", copy, "--locked", "--diff")
    assert f"+++ b/{copy}" in out
    assert copy.read_text(encoding="utf-8") == before
    _, _, err = run(capsys, "check", copy, "--locked", "--fix")
    assert err == f"refcheck: {copy}: corrected\n"
    after = copy.read_text(encoding="utf-8").splitlines()
    differing = [(a, b) for a, b in zip(before.splitlines(), after, strict=True) if a != b]
    assert [b for _, b in differing if f"https://doi.org/{GOFF}" in b or "10.1007/3-540-36970-8_2" in b] == [
        b for _, b in differing
    ]
    assert len(differing) == 2
    assert run(capsys, "check", copy, "--locked", "--diff")[1] == ""


@pytest.mark.parametrize(
    ("encoding", "end"), [("utf-8", "\r\n"), ("utf-8-sig", "\n"), ("cp1252", "\r\n"), ("utf-16", "\n")]
)
def test_fix_keeps_encoding_and_line_ends(
    capsys: pytest.CaptureFixture[str], copy: Path, encoding: str, end: str
) -> None:
    text = copy.read_text(encoding="utf-8").replace("Redaksjonen", "Rédactie").replace("\n", end)
    copy.write_bytes(text.encode(encoding, "replace"))
    before = copy.read_bytes().decode(encoding)
    copy.chmod(0o640)
    run(capsys, "check", copy, "--locked", "--fix")
    after = copy.read_bytes().decode(encoding)
    assert copy.read_bytes() == after.encode(encoding)
    assert copy.stat().st_mode & 0o777 == 0o640
    pairs = zip(before.split(end), after.split(end), strict=True)
    assert [k for k, (a, b) in enumerate(pairs) if a != b] == [34, 37]


def test_settings_of_the_folder_hold(capsys: pytest.CaptureFixture[str], copy: Path) -> None:
    (copy.parent / "refcheck.toml").write_text(
        'fail-on = "error"\n[severities]\nclaim = "note"\nuncited = "off"\n', encoding="utf-8"
    )
    code, out, _ = run(capsys, "check", copy, "--locked", "--format", "json")
    findings = json.loads(out)["articles"][0]["findings"]
    assert code == 3
    assert {f["severity"] for f in findings if f["check"] == "claim"} == {"note"}
    assert "uncited" not in {f["check"] for f in findings}
    (copy.parent / "refcheck.toml").write_text("fial-on = 'error'\n", encoding="utf-8")
    code, _, err = run(capsys, "check", copy, "--locked")
    assert code == 2
    assert "unknown key fial-on; the nearest one is fail-on" in err


def test_a_lock_that_lacks_answers_is_named_where_that_decides_the_exit_code(
    capsys: pytest.CaptureFixture[str], copy: Path
) -> None:
    advice = f"run refcheck lock {copy} with network access, and commit the file"
    assert run(capsys, "check", copy, "--locked")[::2] == (1, ""), "worse was found"
    code, _, err = run(capsys, "check", copy, "--locked", "--fail-on", "never")
    assert (code, err) == (0, "")
    (copy.parent / "refcheck.toml").write_text(
        "[severities]\nclaim = 'off'\nclaim-language = 'off'\noff-topic = 'off'\n"
    )
    code, _, err = run(capsys, "check", copy, "--locked")
    assert (code, err) == (3, f"refcheck: refcheck.lock does not have all answers: {advice}\n")
    (copy.parent / "refcheck.lock").unlink()
    code, _, err = run(capsys, "check", copy, "--locked")
    assert (code, err) == (3, f"refcheck: no refcheck.lock yet: {advice}\n")


@pytest.mark.fault("the reader of a pipe leaves early", "no line", "as found")
def test_a_reader_that_leaves_early_is_no_error(copy: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = f"{sys.executable} -m refcheck check {copy} --locked --format html | head -c 10"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, env=environment, check=False)
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("form", "mark"), [("bibtex", "@inproceedings{"), ("csl", "[\n"), ("ris", "TY  - CHAP|TY  - CPAPER")]
)
def test_the_list_is_written_for_reference_managers(
    capsys: pytest.CaptureFixture[str], copy: Path, form: str, mark: str
) -> None:
    code, out, err = run(capsys, "bib", copy, "--format", form)
    assert (code, err) == (0, "")
    assert any(each in out for each in mark.split("|"))
    assert out.endswith("\n")
    if form == "csl":
        assert [item["type"] for item in json.loads(out)][3:] == ["book", "paper-conference"]


@pytest.mark.fault("the disk is full, or standard output is closed", "one line, no half file", "74")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_and_a_closed_output_are_one_line(copy: Path) -> None:
    redirects = (("> /dev/full", "No space left on device"), (">&-", "standard output is closed"))
    for words, (redirect, said) in product((f'check "{copy}" --locked', "--version", "check --help"), redirects):
        command = f'"{sys.executable}" -m refcheck {words} {redirect}'
        run = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
        assert (run.returncode, run.stdout) == (74, ""), command
        assert run.stderr.startswith("refcheck: standard output") and said in run.stderr
        assert run.stderr.count("\n") == 1


def test_quiet_writes_files_only(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = copy.with_suffix(".json")
    code, out, _ = run(capsys, "check", str(copy), "--locked", "--quiet", "--also", f"json={target}")
    assert (code, out) == (1, "")
    assert json.loads(target.read_text(encoding="utf-8"))["version"] == 1
