"""A model fits the words it was trained on, and a change of those words shows."""

from pathlib import Path

import pytest

from refcheck.language import trained


@pytest.mark.parametrize("model", trained.features())
def test_the_words_are_those_the_model_was_trained_on(model: str) -> None:
    assert (trained.KNOWN.parent / model).exists()
    assert trained.known_fingerprints()[model] == trained.fingerprints()[model], (
        f"data/words has other words than {model} was trained on: train it again (training/), or show by its benchmark "
        "that it does no worse and keep the new fingerprint (refcheck.language.trained.remember)"
    )


def test_one_more_word_changes_the_fingerprint(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(trained.ROLES, "cenner", "eds")
    monkeypatch.setattr(trained, "KNOWN", tmp_path / "trained.toml")
    now = trained.fingerprints()
    (tmp_path / "trained.toml").write_text("", encoding="utf-8")
    trained.remember("parsing.npz")
    monkeypatch.undo()
    assert now["parsing.npz"] != trained.known_fingerprints()["parsing.npz"]
    assert now["topics.npz"] == trained.known_fingerprints()["topics.npz"]


def test_what_is_remembered_is_read_back(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(trained, "KNOWN", tmp_path / "trained.toml")
    trained.KNOWN.write_text("", encoding="utf-8")
    trained.remember("fields.npz")
    assert trained.known_fingerprints() == {"fields.npz": trained.fingerprints()["fields.npz"]}
