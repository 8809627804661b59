"""The table of texts that are known."""

import threading
from collections.abc import Sequence

import pytest

from refcheck.parsing.tagging.words import Known


def test_a_table_of_texts_grows_and_starts_anew_when_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("refcheck.parsing.tagging.words._CACHE_LIMIT", 3)
    known = Known(lambda texts: [(len(text), ord(text[0])) for text in texts])
    for texts in (["a", "bb", "a"], ["ccc", "bb"], ["dddd"], ["bb"], []):
        assert known.of(texts).tolist() == [[len(text), ord(text[0])] for text in texts]


def test_a_table_of_texts_is_not_emptied_while_another_thread_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("refcheck.parsing.tagging.words._CACHE_LIMIT", 2)

    def flood() -> None:
        for texts in (["v", "w", "x"], ["y", "z"]):
            known.of(texts)

    def about(texts: Sequence[str]) -> list[list[int]]:
        if "b" in texts:
            other.start()
            other.join(0.2)  # it has to wait for the table
        return [[ord(text)] for text in texts]

    known, other = Known(about), threading.Thread(target=flood)
    assert known.of(["a", "b"]).tolist() == [[ord("a")], [ord("b")]]
    other.join()
    assert known.of(["z", "a"]).tolist() == [[ord("z")], [ord("a")]]
