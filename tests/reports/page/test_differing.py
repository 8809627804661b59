"""The words in which two values differ, marked."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from refcheck.reports.page.differing import corrected, differing

TEXT = st.one_of(st.text(max_size=25), st.sampled_from(["", "A title", "2000", "10.1000/x", "</script>", "::", "=1"]))


@settings(deadline=None)
@given(TEXT, TEXT)
def test_marked_words_are_the_value_again(printed, registered) -> None:
    left, right = differing(printed, registered)
    assert "".join(run for run, _ in left) == printed
    assert "".join(run for run, _ in right) == registered


@settings(deadline=None)
@given(st.text(max_size=60))
def test_equal_values_have_no_marked_word(text) -> None:
    left, right = differing(text, f"{text}.")
    assert not any(differs for _, differs in left + right)


def test_the_swapped_word_is_marked_and_the_comma_is_not() -> None:
    left, right = differing("Attachment, in childhood: a study", "Attachment in adulthood – a Study")
    assert [run for run, differs in left if differs] == ["childhood"]
    assert [run for run, differs in right if differs] == ["adulthood"]


def test_a_corrected_value_keeps_its_own_capitals() -> None:
    assert corrected("attachment in childhood, a study", "Attachment in Adulthood, A Study") == (
        "attachment in Adulthood, a study"
    )
