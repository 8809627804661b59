from refcheck.comparing.printed import (
    entry_text,
    lacks,
    letters_of,
    nearly,
    numbers,
    prints,
    run,
    share,
    smudged,
    unlabelled,
)
from refcheck.language.fold import words

RAW = "[3] Kolk B. Secondary trau- matic effects. J 2006;76:e11. https://doi.org/10.1037/2006.99 ISBN 0-89862-547-5"


def test_identifiers_and_keys_are_blanked() -> None:
    assert "10.1037" not in entry_text(RAW) and "89862" not in entry_text(RAW)
    assert "kolk" not in entry_text("@article{kolk_2006,\n title={Effects}}")


def test_words_are_found_across_a_broken_line_and_only_whole() -> None:
    assert prints(RAW, "Secondary traumatic effects")
    assert not prints(RAW, "Secondary traumatic effect")
    assert not prints(RAW, "")


def test_bounded_and_closed() -> None:
    raw = "Kolk B. Against trauma in couples: a guide. J 2006."
    assert prints(raw, "Against trauma in couples", bounded=True)
    assert not prints(raw, "trauma in couples", bounded=True)
    assert not prints(raw, "Against trauma in couples", bounded=True, closed=True)
    assert prints(raw, "Against trauma in couples: a guide", bounded=True, closed=True)


def test_numbers_outside_identifiers() -> None:
    assert numbers(RAW) == ("3", "2006", "76", "e11")


def test_lacks_looks_for_long_words_anywhere() -> None:
    assert lacks(RAW, words("primary effects"))
    assert not lacks(RAW, words("secondary effects of it"))


def test_a_title_with_an_isbn_in_it_is_found() -> None:
    title = "A. Jones, Terror and Intrigue (Leiden: Brill, 2020), ISBN 9789004436985; 332 pp."
    assert prints(f"Sterken, A. (2022). {title} NTT Journal 76, 1.", title, bounded=True)


def test_numbers_in_bad_letters_are_still_read() -> None:
    raw = "Kolk, B. (2014). The body keeps the score. Trauma Quarterly, 7, 11T7. Vol. 3 7 41."
    assert smudged(raw, "3741") and smudged(raw, "1167")
    assert not smudged(raw, "1168") and not smudged(raw, "11")
    assert not smudged("Proceedings of the 24th conference", "2455")  # most of it is no digit


def test_a_long_name_is_nearly_printed_with_a_letter_wrong() -> None:
    assert nearly("Rowe A. Political PGychology 34", "Political Psychology")
    assert nearly("Her berW, n. Weather", "Herbert", least=6) and not nearly("Her berW, n. Weather", "Herbert")
    assert not nearly("Rowe A. Mihd 34", "Mind") and not nearly("Rowe A. Mind 34", "Political Psychology")


def test_how_much_of_a_title_an_entry_has() -> None:
    letters = letters_of("Kolk, B. (2014). The bodykeeps the score.")
    assert share(letters, "The body keeps the score") == 1.0
    assert share(letters, "The economy of towns") == 0.0
    assert 0.4 < share(letters, "A score of bodies") < 0.6
    assert run("The body-keeps!") == "thebodykeeps"


def test_an_entry_without_its_label() -> None:
    assert unlabelled("[12] Kolk") == unlabelled("12. Kolk") == unlabelled("Kolk") == "Kolk"
