"""JSON Lines: an article a line."""

import json

from refcheck.reports import stream
from refcheck.reports.formats.jsonl import line, pieces
from tests.reports import example


def test_each_article_is_one_line_as_in_json() -> None:
    reports = [example.seed(), example.clean()]
    written = list(pieces(reports))
    assert [text.count("\n") for text in written] == [1, 1]
    whole = json.loads("".join(stream(reports, "json")))["articles"]
    for text, wanted in zip(written, whole, strict=True):
        row = json.loads(text)
        assert {key: row[key] for key in wanted} == wanted
        assert row["version"] == 1


def test_a_line_is_written_when_its_report_comes() -> None:
    def reports() -> object:
        yield example.seed()
        raise ZeroDivisionError

    assert json.loads(next(pieces(reports())))["path"] == example.seed().article.path  # type: ignore[arg-type]


def test_what_the_line_rests_on_is_kept() -> None:
    assert json.loads(line(example.seed(), "abc"))["run"] == "abc"
    assert "run" not in json.loads(line(example.seed()))


def test_hostile_text_stays_on_its_line() -> None:
    text = line(example.hostile())
    assert text.count("\n") == 1 and text.isprintable() is False
    assert not set(text) & set("\x1b\u202e\x9b")
    assert json.loads(text)["references"]
    text.encode("utf-8")
