"""What is read: the words its kinds are known by in reports, and an entry with its defaults."""

import json
from pathlib import Path

import refcheck
from refcheck.model import CRITERIA, Article, ClaimSentence, Entry, Markup, MentionKind, UnreadReason
from refcheck.nouns.plain import to_plain
from refcheck.reading.formats.base import registry


def test_kinds_are_the_words_of_the_report() -> None:
    assert [str(kind) for kind in MentionKind] == ["author-year", "numeric", "footnote", "key", "name", "institution"]
    assert [str(reason) for reason in UnreadReason] == ["unread", "glued", "no-list", "elsewhere"]
    assert [str(markup) for markup in Markup] == ["text", "bibtex", "csl"]


def test_entries_are_compared_and_hashed_by_what_is_printed() -> None:
    one = Entry("Kolk, B. (2014).", 3, 4, markup=Markup.CSL, data={"title": "Stars"})
    same = Entry("Kolk, B. (2014).", 3, 4, markup=Markup.CSL, data={"title": "Stars"})
    assert one == same and hash(one) == hash(same)
    assert one != Entry("Kolk, B. (2014).", 3, 5, markup=Markup.CSL, data={"title": "Stars"})
    assert len({one, same}) == 1


def test_a_claim_names_criteria_and_an_article_hides_its_lines_from_its_repr() -> None:
    claim = ClaimSentence("All sources were reviewed.", 9, 9, "en", CRITERIA)
    article = Article("a.md", "markdown", claim=claim, lines=((1, "secret words"),))
    assert "secret words" not in repr(article)
    assert to_plain(article)["claim"]["criteria"] == ["quality", "reliability", "currency", "validity"]


def test_every_format_is_named_where_a_program_looks_for_it() -> None:
    place = Path(refcheck.__file__).parent / "data" / "report.schema.json"
    schema = json.loads(place.read_text(encoding="utf-8"))
    said = schema["$defs"]["article"]["properties"]["format"]["description"]
    assert set(said.split(", ")) == set(registry())
