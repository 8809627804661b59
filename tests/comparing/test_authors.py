from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.comparing import Verdict, compare_authors
from refcheck.model import Name
from tests.comparing.examples import RAW, REFERENCE, WORK, cited, registered

KOLK, MULLER, OBRIEN = REFERENCE.authors
SMITH = Name("Smith", "T.")


@pytest.mark.parametrize("others", ["& others", "med flera", "i sur.", "κ.ά.", "en collega’s"])
def test_a_list_goes_on_in_any_language_though_the_reader_of_names_missed_it(others: str) -> None:
    raw = RAW.replace(", Mueller, J., & OBrien, M. A.", f" {others}")
    assert raw != RAW
    assert compare_authors(cited(raw=raw, authors=(KOLK,)), WORK).kind == "truncated"


@pytest.mark.parametrize(
    ("authors", "kind"),
    [
        ((SMITH,), "all"),
        ((SMITH, Name("Jones", "P.")), "all"),
        ((SMITH, MULLER, OBRIEN), "first"),
        ((MULLER, OBRIEN), "first"),
        ((KOLK, SMITH, OBRIEN), "other"),
        ((KOLK, MULLER), "missing"),
        ((KOLK, MULLER, OBRIEN, SMITH), "extra"),
        ((KOLK, Name("Mueler", "J."), OBRIEN), "misspelt"),
        ((KOLK, Name("Mueller", "T."), OBRIEN), "given"),
        ((MULLER, KOLK, OBRIEN), "order"),
    ],
)
def test_kinds_of_difference(authors: tuple[Name, ...], kind: str) -> None:
    comparison = compare_authors(cited(authors=authors), WORK)
    assert (comparison.verdict, comparison.kind) == (Verdict.DIFFER, kind)
    assert comparison.why


def test_all_authors_agree_across_particles_initials_and_umlauts() -> None:
    assert compare_authors(REFERENCE, WORK).kind == "same"


def test_a_declared_short_list_agrees_as_far_as_it_goes() -> None:
    assert compare_authors(cited(authors=(KOLK,), et_al=True), WORK).kind == "truncated"
    assert compare_authors(cited(authors=(KOLK,), raw="Kolk BA, et al. Title. 2006"), WORK).agrees
    assert compare_authors(cited(authors=(SMITH,), et_al=True), WORK).kind == "all"


def test_initials_are_no_et_al() -> None:
    short = cited(authors=(KOLK, MULLER), raw="Kolk B, Mueller E. A. Title. 2006")
    assert compare_authors(short, WORK).kind == "missing"


def test_an_author_printed_but_lost_by_the_parser_agrees() -> None:
    assert compare_authors(replace(REFERENCE, raw=RAW, authors=(KOLK,)), WORK).agrees
    glued = replace(REFERENCE, raw=RAW, authors=(KOLK, Name("Mueller", "J."), Name("Secondary traumatic", "M.")))
    assert not compare_authors(glued, WORK).differs


def test_a_name_torn_in_two_by_the_parser_is_no_stranger() -> None:
    work = registered(authors=(Name("Wasserman", "Harry H."), Name("Hearn", "Michael")))
    torn = cited(authors=(Name("Wasserman"), Name("Harry", "H.")), et_al=True)
    assert compare_authors(torn, work).agrees


def test_a_namesake_does_not_stand_in_for_a_replaced_author() -> None:
    work = registered(authors=(Name("Boyanova", "Lyudmila"), Name("Markova", "Rumi"), Name("Boyanova", "Liliya")))
    raw = "Smith T, Markova R, Boyanova L. Title. 2023"
    assert compare_authors(cited(raw=raw, authors=(SMITH, Name("Markova", "R"), Name("Boyanova", "L"))), work).kind == (
        "first"
    )


def test_organisations_and_missing_names_are_not_compared() -> None:
    who = Name(literal="World Health Organization")
    assert compare_authors(cited(authors=(who,)), WORK).verdict is Verdict.INCOMPARABLE
    assert compare_authors(cited(), registered(authors=(who,))).verdict is Verdict.INCOMPARABLE
    assert compare_authors(cited(), registered(authors=())).verdict is Verdict.INCOMPARABLE
    assert compare_authors(cited(authors=()), WORK).verdict is Verdict.INCOMPARABLE


def test_scripts_are_not_compared() -> None:
    assert compare_authors(cited(), registered(authors=(Name("고명수"),))).kind == "script"


def test_a_korean_name_has_few_spellings() -> None:
    korean = registered(authors=(Name("이준호"),))
    assert compare_authors(cited(authors=(Name("Rhee", "J. H."),)), korean).agrees
    assert compare_authors(cited(authors=(Name("Petrov", "A."),)), korean).kind == "all"


def test_a_record_in_two_scripts_is_compared_in_latin_letters() -> None:
    record = registered(authors=(Name("홍혜련"), Name("Kang", "Hyun-Sik")))
    assert compare_authors(cited(authors=(Name("Hong", "H. R."), Name("Kang", "H. S."))), record).agrees
    assert compare_authors(cited(authors=(Name("Ortiz", "H."), Name("Weiß", "F."))), record).kind == "all"
    assert compare_authors(cited(authors=(Name("Ortiz", "H."), Name("Kang", "H. S."))), record).kind == "script"


def test_editors_cited_as_authors_agree() -> None:
    book = registered(authors=(), editors=(Name("Sperling", "Michael"), Name("Berman", "William")))
    assert compare_authors(cited(authors=(Name("Sperling", "M."), Name("Berman", "W."))), book).agrees
    assert compare_authors(cited(authors=(), editors=(Name("Sperling", "M."), Name("Berman", "W."))), book).agrees


def test_an_author_beside_the_only_registered_one_is_extra() -> None:
    assert compare_authors(cited(), registered(authors=WORK.authors[:1])).kind == "extra"


def test_a_record_with_the_family_name_of_the_first_author_only_is_incomplete() -> None:
    assert compare_authors(cited(), registered(authors=(Name("van der Kolk"),))).agrees


@given(st.lists(st.builds(Name, family=st.text(max_size=20), given=st.text(max_size=10)), max_size=6))
def test_any_list_agrees_with_itself(names: list[Name]) -> None:
    authors = tuple(names)
    assert compare_authors(cited(authors=authors), registered(authors=authors)).kind not in ("all", "first", "other")


def test_a_joint_read_as_a_name_is_nobody() -> None:
    assert compare_authors(cited(authors=(*REFERENCE.authors, Name("and"))), WORK).agrees
    assert compare_authors(cited(authors=(KOLK, MULLER, Name("O'Brien", "Jr."))), WORK).agrees


def test_et_al_in_the_title_shortens_no_list() -> None:
    raw = "Kolk B, Mueller J. Comment on Jeon et al. Am J Orthopsychiatry 2006"
    assert (
        compare_authors(cited(authors=(KOLK, MULLER), title="Comment on Jeon et al.", raw=raw), WORK).kind == "missing"
    )


def test_what_the_parser_made_of_a_title_or_a_piece_of_a_word_is_nobody() -> None:
    raw = "Kolk, B., Mueller, J., & OBrien, M. Secondary Traumatic effects in couples. 2006"
    for made in (Name("Traumatic", "Secondary"), Name("eller"), Name("uples", "In")):
        found = compare_authors(cited(authors=(*REFERENCE.authors, made), raw=raw, confidence={"authors": 0.9}), WORK)
        assert found.agrees, made
    stranger = cited(authors=(*REFERENCE.authors, SMITH), raw=f"Smith, T., {raw}", confidence={"authors": 0.9})
    assert compare_authors(stranger, WORK).kind == "extra"


def test_given_names_that_are_families_or_left_out_are_no_evidence() -> None:
    work = registered(
        authors=(Name("Ceceña Cervantes", "José Luis"), Name("Rebollar", "Eria"), Name("Saralegui", "A."))
    )
    split = (Name("Cervantes", "Ceceña"), Name("Rebollar", "Saralegui"), Name("Saralegui", "… B."))
    raw = "Ceceña Cervantes, J. L., Rebollar, E., Saralegui … B."
    assert compare_authors(cited(authors=split, raw=raw), work).agrees


def test_a_group_among_the_registered_authors_need_not_be_printed() -> None:
    work = registered(authors=(*WORK.authors, Name(literal="EUROCARE Working Group")))
    assert compare_authors(REFERENCE, work).agrees


def test_a_reviewed_author_named_in_the_title_is_no_printed_author() -> None:
    title = "Supercritical Fluid Extraction By Larry T. Taylor (Virginia Tech)"
    taylor = Name("Taylor", "Larry T.")
    work = registered(titles=(title,), authors=(SMITH,))
    review = cited(raw=f"Working Group. {title}. 1997.", authors=(), editors=(taylor,))
    assert compare_authors(review, work).verdict is Verdict.INCOMPARABLE
    claimed = cited(raw=f"Taylor, Larry T. {title}. 1997.", authors=(taylor,))
    assert compare_authors(claimed, work).kind == "all"


def test_a_title_of_one_word_is_no_author() -> None:
    work = registered(titles=("Libertés",), authors=(Name("Devers", "Alain"),))
    authors = (Name("Devers"), Name("Libertés", "A."))
    assert compare_authors(cited(raw="Devers, A. Libertés. Droit 2018.", authors=authors), work).agrees


def test_initials_may_be_registered_as_a_family_name() -> None:
    work = registered(authors=(Name("M.S", "Manjunath"), OBRIEN))
    torn = (Name("S", "M."), Name("M"), OBRIEN)
    assert compare_authors(cited(raw="M.S, M., & O’Brien, K. (2021). Title.", authors=torn), work).agrees
    assert not compare_authors(cited(raw="Smith, T., & O’Brien, K. (2021).", authors=(SMITH, OBRIEN)), work).agrees


def test_a_name_with_letters_wrong_is_neither_registered_nor_a_stranger() -> None:
    work = registered(titles=("On the roofs",), authors=(Name("Hollander", "V."),))
    unread = cited(raw="1 n. Hol landeW, Weather 45, 671 (1987).", title="Hol landeW", authors=())
    assert compare_authors(unread, work).kind == "smudged"
    torn = (Name("s", "A. M. Hollande"),)
    assert (
        compare_authors(cited(raw="1 A.M. Hollande s, Weather 45, 671 (1987).", authors=torn), work).kind == "smudged"
    )
    assert compare_authors(cited(authors=torn), work).kind == "all"  # nothing is torn in a field of BibTeX
    within = cited(raw="Brook, A. Weather of the Hollands 45.", container="Weather of the Hollands", authors=(SMITH,))
    assert compare_authors(within, work).kind == "all"  # letters of the journal are none of the name


def test_a_record_that_names_the_first_of_several_alone_agrees() -> None:
    work = registered(authors=(Name("Kolk", particle="van der"),))
    found = compare_authors(cited(), work)
    assert (found.verdict, found.kind, found.why) == (Verdict.AGREE, "seen", "")
    assert (found.printed, found.registered) == ("van der Kolk, B. A.; Mueller, J.; OBrien, M. A.", "van der Kolk")
    beside = registered(authors=(Name("Kolk", particle="van der"),), translators=(MULLER,))
    assert compare_authors(cited(), beside).kind == "seen"
    assert compare_authors(cited(), registered(authors=(Name("Smith"),))).kind == "all"
    assert compare_authors(cited(authors=(KOLK,)), work).kind == "same"
    double = cited(authors=(Name("Costa-Mattioli", "M."), MULLER), raw="Costa-Mattioli, M., & Mueller, J.")
    assert compare_authors(double, registered(authors=(Name("Costa-Mattioli"),))).kind == "seen"
    made = cited(authors=(KOLK, Name("Secondary", "Traumatic")), raw="Kolk, B. Secondary traumatic. 2006.")
    assert compare_authors(made, work).kind == "same"  # the second was made from the title
