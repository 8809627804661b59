"""Zip files and XML of strangers: damaged, locked, huge, and in odd encodings."""

import io
import zipfile

import pytest

from refcheck.errors import UnreadableArticle
from refcheck.reading.formats import archive
from refcheck.reading.formats.archive import Archive, parse_xml, root_at
from tests.articles.forms import packed


def test_what_is_no_zip_is_damaged() -> None:
    with pytest.raises(UnreadableArticle, match="damaged file"):
        Archive(b"PK\x03\x04 and then nothing", "a.docx")


def test_too_many_members_or_bytes_are_refused_before_they_are_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_MEMBERS", 2)
    with pytest.raises(UnreadableArticle, match="more than an article may hold"):
        Archive(packed({"a": "", "b": "", "c": ""}), "a.docx")


def test_a_member_that_unpacks_to_more_than_it_says_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Archive(packed({"a.xml": "x" * 50}), "a.docx")
    monkeypatch.setattr(archive, "MAX_MEMBER", 10)
    with pytest.raises(UnreadableArticle, match=r"a\.xml unpacks to more"):
        opened.read("a.xml")


def test_a_protected_file_says_so() -> None:
    data = bytearray(packed({"a.xml": "<a/>"}))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1  # the flag of encryption in the directory
    with pytest.raises(UnreadableArticle, match="protected by a password"):
        Archive(bytes(data), "a.docx")


def test_a_damaged_member_is_one_error() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a.xml", "<a>" + "text " * 400 + "</a>")
    data = bytearray(out.getvalue())
    data[45:60] = b"\xff" * 15
    with pytest.raises(UnreadableArticle, match="damaged file"):
        Archive(bytes(data), "a.docx").read("a.xml")


def test_absent_empty_and_broken_xml_is_none() -> None:
    opened = Archive(packed({"a.xml": "  "}), "a.docx")
    assert opened.read("b.xml") == b"" and opened.xml("b.xml") is None and opened.xml("a.xml") is None
    assert parse_xml(b"no xml at all") is None


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<a>caf\u00e9</a>".encode(), "caf\u00e9"),
        ('<?xml version="1.0" encoding="iso-8859-1"?><a>caf\u00e9</a>'.encode("latin-1"), "caf\u00e9"),
        ("<a>caf\u00e9</a>".encode("utf-16"), "caf\u00e9"),
        (b"<a>x&#xD800;y&#233;</a>", "x?y\u00e9"),
        (b"<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>x&e;y</a>", "xy"),
        (b"<a>\xff</a>", "\ufffd"),
    ],
)
def test_encodings_half_characters_and_entities(data: bytes, text: str) -> None:
    assert "".join(parse_xml(data).itertext()) == text


@pytest.mark.parametrize(
    "before",
    [
        "",
        '\ufeff<?xml version="1.0"?>\n<!-- a <b> and -> more -->\n',
        '<!DOCTYPE a PUBLIC "x" "y" [<!ENTITY e "<b>">]>\n<!-- c -->',
        "  ",
    ],
)
def test_the_root_is_behind_comments_and_document_types(before: str) -> None:
    assert root_at(f"{before}<a/>") == len(before)


@pytest.mark.parametrize("text", ["", "<!-- never closed <a/>", "<!DOCTYPE a [ <!ENTITY", "<?xml "])
def test_what_is_not_closed_has_no_root(text: str) -> None:
    assert root_at(text) == len(text)
