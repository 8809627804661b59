from refcheck.matching.query import MAX_QUESTION, printed_text, question
from refcheck.model import Entry, Name, Reference

RAW = (
    "[12] Muller, R. T., Sicoli, L. A., & Lemieux, K. E. (2000). Relationship between attachment style and "
    "posttraumatic stress symptomatology. J. Trauma. Stress, 13(2), 321-332. https://doi.org/10.1023/A:1007752719557"
)


def test_identifiers_and_labels_are_left_out():
    asked = question(Reference(RAW))
    assert asked.startswith("Muller, R. T.")
    assert "13(2), 321-332" in asked
    assert "10.1023" not in asked and "doi.org" not in asked


def test_access_notes_are_left_out():
    asked = question(Reference("WHO. (2019). Mental health. Geraadpleegd op 3 mei 2020, van https://www.who.int/x"))
    assert "2020" not in asked
    assert "Mental health" in asked


def test_a_bibtex_block_is_asked_for_by_its_fields():
    block = "@article{m00, title = {Relationship between attachment style}, author = {Muller, R. T.}, year = 2000}"
    reference = Reference(
        block,
        title="Relationship between attachment style",
        authors=(Name("Muller", "R. T."),),
        year=2000,
        entry=Entry(block, 1, 1, markup="bibtex"),
    )
    assert question(reference) == "Muller, R. T.. 2000. Relationship between attachment style"


def test_the_author_a_dash_stands_for_is_asked_for():
    entry = Entry("——— (2005). Second thoughts.", 1, 1, repeats="Muller, R. T.")
    assert printed_text(Reference(entry.raw, entry=entry)).startswith("Muller, R. T.")


def test_a_long_entry_is_cut_at_a_word():
    asked = question(Reference("word " * 200))
    assert len(asked) <= MAX_QUESTION
    assert asked.endswith("word")


def test_an_entry_without_words_asks_nothing():
    assert question(Reference("12 (3) 45-67")) == ""
    assert question(Reference("https://example.org/a")) == ""


def test_the_question_is_as_long_as_it_may_be():
    assert len(question(Reference("w" * 400))) == MAX_QUESTION == 350
    assert question(Reference("a " * 174 + "bb")) == "a " * 174 + "bb"  # 350
    assert question(Reference("a " * 174 + "bbb")) == ("a " * 174).strip()


def test_a_long_tail_behind_an_access_note_is_no_note():
    note = " Geraadpleegd op 3 mei"
    for tail, left_out in ((" aan zee" * 4, True), (" aan zee" * 12, False)):
        assert (note.strip() not in question(Reference(f"WHO. (2019). Mental health.{note}{tail}"))) is left_out
