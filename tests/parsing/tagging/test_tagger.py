"""References tagged together stay apart, and what the tagger learned to read it reads."""

import json
from pathlib import Path
from typing import Any

import pytest

from refcheck.parsing.references import read_fields
from refcheck.parsing.tagging.tagger import _batches, tag
from refcheck.parsing.tagging.tokens import tokenize
from tests.parsing.mending.examples import fields_of
from tests.parsing.tagging.examples import REFERENCES

READ = [json.loads(line) for line in Path(__file__).with_name("read.jsonl").read_text("utf-8").splitlines()]


def test_references_tagged_together_are_tagged_as_alone() -> None:
    tokenized = [(tokenize(raw), ".") for raw in (*REFERENCES, "")]
    together = tag(tokenized)
    assert [len(t.labels) for t in together] == [len(tokens) for tokens, _ in tokenized]
    for item, tagged in zip(tokenized, together, strict=True):
        alone = tag([item])[0]
        assert alone.labels == tagged.labels
        assert alone.marginals == pytest.approx(tagged.marginals)


def test_long_sequences_keep_probabilities() -> None:
    tagged = tag([(tokenize("word " * 390 + "1999."), "")])[0]
    assert len(tagged.marginals) == 391
    assert all(0 <= p <= 1.0001 for p in tagged.marginals)


def test_first_tokens_have_no_label_of_their_own_outside_the_model() -> None:
    tagged = tag([(tokenize("Bowlby, J. (1969). Attachment and loss. Basic Books."), "")])[0]
    assert tagged.labels == ["author", "author", "date", *["title"] * 3, "publisher", "publisher"]
    assert min(tagged.marginals) > 0.7


@pytest.mark.parametrize("case", READ, ids=[case["text"][:40] for case in READ])
def test_what_once_needed_a_rule_is_read(case: dict[str, Any]) -> None:
    assert fields_of(read_fields([case["text"]])[0], case) == case["fields"]


def test_no_more_references_are_tagged_together_than_one_thread_multiplies() -> None:
    batches = list(_batches([5, 0, 3] * 50, 40))
    assert sorted(i for batch in batches for i in batch) == [i for i in range(150) if i % 3 != 1]
    assert max(map(len, batches)) == 40
