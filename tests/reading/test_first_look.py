"""The first look at a file never turns away what has a list."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from refcheck.reading import read
from refcheck.reading.first_look import may_hold_list

CASES = Path(__file__).with_name("cases")
GOLD = Path(__file__).parents[2].parent / "shared" / "wild" / "articles" / "gold.jsonl"
PROSE = "The workshop ran for two days, and in 2019 the participants compared their notes over dinner. " * 20


@pytest.mark.parametrize("path", sorted(path for path in CASES.iterdir() if path.is_file()), ids=lambda path: path.name)
def test_a_case_with_a_list_is_read(path: Path) -> None:
    assert may_hold_list(path.read_bytes()) or not read(path).entries


@pytest.mark.skipif(not GOLD.exists(), reason="the wild set is not here")
def test_every_article_of_the_wild_set_with_a_list_is_read() -> None:
    gold = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines() if line.strip()]
    listed = [one["file"] for one in gold if one["n"]]
    assert len(listed) > 50
    assert [name for name in listed if not may_hold_list((GOLD.parent / name).read_bytes())] == []


@pytest.mark.parametrize(
    "text",
    [
        "## Bronnen\n\nVan der Kolk, De traumatiserende ervaring.",
        "<p>Text</p><h3>Literatur</h3><ul><li>Ein Buch</li></ul>",
        "---\ntitle: A post\nbibliography: refs.bib\n---\n\nAs shown by @kolk2006, it is.",
        "It is so.[^1]\n\n[^1]: B. van der Kolk, “The body\nkeeps the score”, New York 2014.",
        "As shown [@kolk2006; @berenz2018, p. 3].",
        "-   @kolk2006: a book on trauma",
        "As shown {% cite kolk %}.",
        r"As shown by \citet{kolk2006}.",
        "# 四、参考文献：\n\n一本书",
        '    "## References and notes\\n",\n    "\\n",\n    "A book"',
        "IV. Literatuur\n\nEen boek",
        "It is so^[See Kolk, *The body keeps the score*, 2014.], they say.",
        "参考文献\n\n[1] 王明. 依恋研究[J]. 心理学报, 2010, 42(3): 1-9.",
        "Kolk, B. A. (2006). *Complex trauma*. New York: Guilford.\n\nBerenz, E. (2018). *Trauma*. Rome: X.",
        "Иванов А. А. Привязанность. М., 2010. — 214 с.\nПетров Б. Б. Травма // Вопросы. 2011. № 3. С. 1–9.",
    ],
)
def test_a_list_in_any_form_is_seen(text: str) -> None:
    assert may_hold_list(f"{PROSE}\n\n{text}\n".encode() if not text.startswith("---") else text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "",
        PROSE,
        "# Release 2.1 (2024-05-03)\n\n- faster\n- see [the docs](https://example.org)\n",
        "---\ndoi: 10.5281/zenodo.1234\ndate: 2020-01-02\n---\n\nHello [@maintainer](https://github.com/x)!",
        "```r\nx[1]\n#> [1] 3\n```\n\n- [x] done\n- [ ] to do in 2025\n",
        "It works.[^1]\n\n[^1]: Most of the time.\n",
    ],
)
def test_prose_notes_and_output_are_passed_over(text: str) -> None:
    assert not may_hold_list(text.encode())


def test_what_is_packed_is_read() -> None:
    for head in (b"%PDF-1.7", b"PK\x03\x04", "Text".encode("utf-16")):
        assert may_hold_list(head)
