"""Manuscripts whose list is made from the identifiers in the text."""

import json
from pathlib import Path

import pytest

from refcheck.model import Entry
from refcheck.reading import read
from refcheck.reading.document import Cited
from refcheck.reading.manubot import Manuscript, identified, manuscript
from tests.reading.test_keyed import written

MANUBOT = {
    "content__metadata_dot_yaml": "title: A manuscript\n",
    "content__02_dot_main_dot_md": "First [@tag:deep; @doi:10.1038/nature14539] and [@tag:old], [@raw:talk], "
    "[@tag:gone].\n\n"
    "[@tag:deep]: doi:10.1038/nature14539\n",
    "content__99_dot_tags_dot_md": "[@tag:old]: isbn:9780262035613\n",
    "content__manual-references_dot_json": json.dumps([{"id": "raw:talk", "title": "A talk", "issued": "2018"}]),
}


def test_tags_of_manubot_are_what_they_stand_for_once(tmp_path: Path) -> None:
    folder = written(tmp_path, **MANUBOT)
    article = read(folder / "content/02.main.md")
    assert [entry.raw for entry in article.entries] == [
        "https://doi.org/10.1038/nature14539",
        "ISBN 9780262035613",
        "(2018). A talk.",
    ]
    assert not article.unread


def test_tags_of_manubot_in_a_table(tmp_path: Path) -> None:
    table = "tag\tcitation\nold\tpmid:17030829\n"
    files = {**MANUBOT, "content__citation-tags_dot_tsv": table, "content__99_dot_tags_dot_md": ""}
    article = read(written(tmp_path, **files) / "content/02.main.md")
    assert "PMID: 17030829" in [entry.raw for entry in article.entries]


@pytest.mark.parametrize(
    ("key", "raw"),
    [
        ("doi:10.1/x", "https://doi.org/10.1/x"),
        ("wikidata:Q56458321", "https://www.wikidata.org/wiki/Q56458321"),
        ("rrid:SCR_014153", "https://identifiers.org/rrid:SCR_014153"),
        ("PMID:17030829", "PMID: 17030829"),
        ("arxiv:1706.03762", "arXiv:1706.03762"),
        ("url:https://example.org/a", "https://example.org/a"),
        ("https://example.org/a", "https://example.org/a"),
    ],
)
def test_an_identifier_as_a_list_prints_it(key: str, raw: str) -> None:
    (entry,) = identified([Cited(key, 7)], Manuscript())
    assert (entry.raw, entry.line, entry.end_line, entry.key) == (raw, 7, 7, key)


def test_each_work_once_and_no_tag_that_is_not_explained() -> None:
    known = Manuscript({"deep": "doi:10.1/X"}, {"raw:talk": Entry("A talk.", 0, 0)})
    keys = [Cited(key, line) for line, key in enumerate(["tag:deep", "doi:10.1/x", "tag:gone", "raw:talk", "@deep"], 1)]
    assert [(entry.raw, entry.line) for entry in identified(keys, known)] == [
        ("https://doi.org/10.1/X", 1),
        ("A talk.", 4),
    ]


def test_a_file_of_another_folder_is_no_manuscript(tmp_path: Path) -> None:
    file = tmp_path / "content" / "02.main.md"
    file.parent.mkdir()
    file.write_text("[@tag:x]: doi:10.1/x\n")
    assert manuscript(file) is None  # without its metadata
    (file.parent / "metadata.yaml").write_text("title: x\n")
    found = manuscript(file)
    assert found is not None and found.aliases == {"x": "doi:10.1/x"}
    assert manuscript(tmp_path / "02.main.md") is None


def test_names_for_identifiers_need_no_tag(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "metadata.yaml").write_text("title: x\n")
    (folder / "07.references.md").write_text(
        "[@mash]: doi:10.1186/s13059-016-0997-x\n[@old]: url:https://example.org\n"
    )
    (folder / "02.main.md").write_text("Sketches [@mash; @old] and [@none], of @mash.\n")
    article = read(folder / "02.main.md")
    assert [entry.raw for entry in article.entries] == [
        "https://doi.org/10.1186/s13059-016-0997-x",
        "https://example.org",
    ]
    defined = read(folder / "07.references.md")
    assert not defined.entries and not defined.unread
