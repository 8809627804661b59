"""Which printed name is which registered one."""

from dataclasses import replace

from refcheck.comparing.name_lists import is_printed, is_smudged, match, one_by_one, printed_names, title_words, tokens
from refcheck.model import Name, Reference, Work

ROWE, HALE, KOLK = Name("Rowe", "Ada"), Name("Hale", "Xenia"), Name("Kolk", "B.", "van der")


def test_lists_agree_one_by_one_where_given_names_fit() -> None:
    assert one_by_one((Name("Rowe", "A."), KOLK), (ROWE, KOLK))
    assert not one_by_one((Name("Rowe", "B."), KOLK), (ROWE, KOLK))
    assert not one_by_one((ROWE,), (ROWE, HALE)) and not one_by_one((Name("Rowe"),), (HALE,))
    assert one_by_one((Name("Rowe"), HALE), (ROWE, Name("Hale"))) and not one_by_one((Name("R2"),), (Name("R2"),))
    body = Name("Collaboration", "The CMS")
    assert not one_by_one((Name(literal="CMS Collaboration"),), (body,))


def test_each_registered_name_is_matched_once_and_the_nearest_first() -> None:
    assert match((HALE, ROWE), (ROWE, HALE)) == [1, 0]
    assert match((Name("Rowe", "A."), Name("Rowe", "B.")), (Name("Rowe", "Bea"), ROWE)) == [1, 0]
    assert match((ROWE, ROWE), (ROWE,)) == [0, None]
    assert match((Name("Vanden", "J."),), (Name("Broeck", "J.", "Van den"),)) == [0]
    assert match((Name("Osei", "K."),), (ROWE, HALE)) == [None]


def test_a_name_is_printed_whatever_was_parsed_but_not_by_the_title() -> None:
    raw = "Rowe, A. (2006). The letters of Hale. Mind, 3, 1-9."
    reference = Reference(raw, authors=(Name("Rowe", "A."),))
    work = Work("crossref", titles=("The letters of Hale",), authors=(ROWE, HALE))
    assert is_printed(reference, HALE) and not is_printed(reference, KOLK)
    assert printed_names(reference, work, work.authors, {0}) == [True, False]
    twice = replace(reference, raw=raw.replace("Rowe, A.", "Rowe, A., & Hale, X."))
    assert printed_names(twice, work, work.authors, {0}) == [True, True]
    assert (tokens(twice)["hale"], title_words(work)) == (2, {"the", "letters", "of", "hale"})


def test_letters_of_a_name_may_be_torn_or_wrong_but_not_those_of_the_title() -> None:
    work, name = Work("crossref", titles=("The towns",)), Name("Herbert", "V.")
    assert is_smudged("1 n. Her berW, Weather 45", work, name) and is_smudged("V. Herb ert", work, name)
    assert not is_smudged("V. Hubert", work, name) and not is_smudged("V. Ro we", work, ROWE)
    assert not is_smudged("The towns of Herbe rt", Work("crossref", titles=("The towns of Herbert",)), name)
    assert not is_smudged("Herbert Grou p", work, Name(literal="Herbert Group"))
