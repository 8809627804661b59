"""read(): what it refuses, what it never refuses, and the gold articles."""

import json
from datetime import date
from pathlib import Path

import pytest

from refcheck.errors import RefcheckError
from refcheck.reading import MAX_BYTES, read

ARTICLES = Path(__file__).resolve().parent.parent / "articles"
GOLD = json.loads((ARTICLES / "gold.json").read_text("utf-8"))
SEED = Path(__file__).resolve().parents[3] / "shared" / "seed"


def plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def test_there_are_enough_articles() -> None:
    assert len(GOLD) >= 40
    assert len({gold["language"] for gold in GOLD.values()}) >= 12
    assert sum(not gold["entries"] for gold in GOLD.values()) >= 4


@pytest.mark.parametrize("name", sorted(GOLD))
def test_gold_article(name: str) -> None:
    article = read(ARTICLES / name)
    expected = GOLD[name]
    assert len(article.entries) == len(expected["entries"])
    for entry, wanted in zip(article.entries, expected["entries"], strict=True):
        assert plain(wanted)[:40] in plain(entry.raw)
    if expected["entries"]:
        assert article.language == expected["language"]
    assert article.date == (date.fromisoformat(expected["date"]) if expected.get("date") else None)
    assert not [gap for gap in article.unread if gap.reason != "glued"]


@pytest.mark.skipif(not SEED.is_dir(), reason="../shared/seed is not here")
def test_the_article_that_started_it() -> None:
    (file,) = SEED.glob("*.txt")
    article = read(file)
    assert (article.language, article.date, article.format) == ("nl", date(2022, 4, 21), "text")
    assert [entry.line for entry in article.entries] == [84, 85, 86, 87, 88]
    assert article.items_seen == 5
    assert article.unread == ()
    assert article.title == "Hyperonafhankelijkheid: een mogelijk kenmerk van trauma"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("nowhere.txt", "no such file"),
        (".", "folder"),
        ("https://example.org/a.html", "save the page"),
        ("http://example.org", "save the page"),
        ("bad\0name", "cannot be read"),
    ],
)
def test_what_is_no_article(path: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(RefcheckError) as caught:
        read(Path(path), path=path)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_binary_file(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(bytes(range(256)) * 40)
    with pytest.raises(RefcheckError, match="binary"):
        read(file)


def test_too_large(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    with file.open("wb") as out:
        out.truncate(MAX_BYTES + 1)
    with pytest.raises(RefcheckError, match="50 MB"):
        read(file)


def test_empty_file(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"")
    assert read(file).entries == ()


def test_hashes(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("# T\n")
    article = read(file)
    assert len(article.sha256) == len(article.list_sha256) == 64
    assert (
        article.sha256 == "d5ddf2b21f9d53de8d3b0d8b8d7ba7dff6ee4b2b5a4f4d9b8f8e9b0c8f1a1b2c"
        or article.sha256 != article.list_sha256
    )


def test_a_note_is_defined_where_a_page_has_the_syntax_of_markdown_left_in_it() -> None:
    page = "<h1>Moths</h1><p>They fly[^1] at night.</p><h2>Notes</h2><p>[^1]: As opposed to butterflies.</p>"
    assert read(page.encode(), path="a.html").notes == ("1",)
