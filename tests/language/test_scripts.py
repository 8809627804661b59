from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.comparing import compare_authors, compare_title, compare_venue
from refcheck.language.scripts import in_latin, is_korean, romanized, same_script, spells
from refcheck.model import Name
from tests.comparing.examples import WORK, cited, registered

SPELLINGS = {
    "Чехов": "Chekhov Čehov Čechov Tschechow Tchekhov Tchekhoff Tsjechov Czechow",
    "Достоевский": "Dostoevsky Dostoyevsky Dostojewski Dostoevskij Dostoïevski Dostojevskij",
    "Горький": "Gorky Gor'kij Gorʹkij Gorki",
    "Хрущёв": "Khrushchev Chruschtschow Hruŝëv Chroesjtsjov Khrouchtchev",
    "Щербаков": "Shcherbakov Ščerbakov Schtscherbakow",
    "Яковлев": "Yakovlev Jakovlev Iakovlev Âkovlev Jakowlew",
    "Пушкин": "Pushkin Pouchkine Puschkin Puškin Poesjkin",
    "Шевченко": "Shevchenko Szewczenko Schewtschenko Chevtchenko",
    "Зеленський": "Zelenskyi Zelensky Zelenskyy Selenskyj Zelens'kij",
    "Щъркелов": "Shtarkelov Šturkelov",
    "Ђоковић": "Djokovic Đoković",
    "Παπαδόπουλος": "Papadopoulos Papadopulos",
    "Γεωργίου": "Georgiou Yeoryiou",
    "Χατζηιωάννου": "Hadjiioannou Chatziioannou",
    "Μπακογιάννης": "Bakogiannis Mpakogiannis",
    "徐": "Xu Hsu",
    "谢": "Xie Hsieh",
    "김": "Kim Gim",
    "이": "Lee Yi",
    "최": "Choi Choe",
}
CHEKHOV, SHCHERBAKOV = Name("Чехов", "А. П."), Name("Щербаков", "Ю.")


@pytest.mark.parametrize(("word", "latin"), [(w, spelt) for w, all_ in SPELLINGS.items() for spelt in all_.split()])
def test_every_system_of_transliteration_spells_the_name(word: str, latin: str) -> None:
    assert spells(latin, word)


def test_no_name_is_spelt_by_another() -> None:
    wrong = [
        (latin, word)
        for word in SPELLINGS
        for other, spellings in SPELLINGS.items()
        if other != word
        for latin in spellings.split()
        if spells(latin, word)
    ]
    assert wrong == []


def test_a_text_is_written_as_the_other_side_writes_it() -> None:
    beside = "Vygotskij, L. S. Problema razvitija. Voprosy psikhologii, 1999"
    assert romanized("Вопросы психологии, т. 2", beside) == "Voprosy psikhologii, t. 2"
    assert romanized("Проблемы экономики", beside) == "Problemy ekonomiki"
    assert romanized("Voprosy β", beside) == "Voprosy β"
    assert romanized("心理学報", beside) == "心理学報"


def test_names_agree_whatever_system_was_used() -> None:
    work = registered(authors=(CHEKHOV, SHCHERBAKOV))
    for first, second in (("Chekhov", "Shcherbakov"), ("Čehov", "Ŝerbakov"), ("Tschechow", "Schtscherbakow")):
        found = compare_authors(cited(authors=(Name(first, "A."), Name(second, "J."))), work)
        assert found.kind == "same"
        assert found.registered == "Чехов, А. П.; Щербаков, Ю."
    assert compare_authors(
        cited(authors=(Name("Чехов", "А."),)), registered(authors=(Name("Tchekhov", "Anton"),))
    ).agrees
    assert compare_authors(cited(authors=(Name("Wang", "X."),)), registered(authors=(Name(literal="王小明"),))).agrees


def test_a_name_that_may_be_a_foreigners_or_another_reading_is_no_evidence() -> None:
    assert (
        compare_authors(cited(authors=(Name("Freud", "S."),)), registered(authors=(Name("Фрейд", "З."),))).kind
        == "script"
    )
    assert (
        compare_authors(cited(authors=(Name("Tanaka", "Y."),)), registered(authors=(Name("田中", "裕子"),))).kind
        == "script"
    )
    known_and_not = cited(authors=(Name("Chekhov", "A."), Name("Smith", "J.")))
    assert compare_authors(known_and_not, registered(authors=(CHEKHOV, SHCHERBAKOV))).kind == "script"


def test_names_that_no_system_makes_of_these_differ() -> None:
    found = compare_authors(cited(authors=(Name("Smith", "J."),)), registered(authors=(CHEKHOV, SHCHERBAKOV)))
    assert (found.differs, found.kind) == (True, "all")


def test_a_transliterated_title_or_journal_is_the_registered_one() -> None:
    work = registered(titles=("Проблема развития функций",), subtitles=(), containers=("Вопросы психологии",))
    entry = cited(title="Problema razvitija funkcij", container="Voprosy psychologii")
    title, venue = compare_title(entry, work), compare_venue(entry, work)
    assert (title.kind, title.registered) == ("same", "Проблема развития функций")
    assert (venue.kind, venue.registered) == ("same", "Вопросы психологии")
    assert compare_title(cited(title="The growth of functions"), work).kind == "script"


def test_texts_without_letters_have_no_script() -> None:
    assert same_script("12 (3)", "Чехов")
    assert not same_script("Chekhov", "Чехов")


@given(st.text(max_size=60), st.text(max_size=60))
def test_anything_can_be_compared(ours: str, theirs: str) -> None:
    spells(ours, theirs)
    reference, work = in_latin(cited(raw=ours, title=ours), replace(WORK, titles=(theirs,), authors=(Name(theirs),)))
    assert in_latin(reference, work) is not None
    compare_authors(cited(authors=(Name(ours),)), registered(authors=(Name(theirs),)))


def test_a_korean_by_the_form_of_the_name() -> None:
    assert is_korean(Name("김동현"))
    assert is_korean(Name("김", "동현"))
    assert not is_korean(Name("조이스"))  # Joyce
    assert not is_korean(Name("성민 김"))
    assert not is_korean(Name("Kim", "D. H."))
