"""How much of a registered title an entry prints."""

import pytest

from refcheck.matching.printed import Printed
from refcheck.matching.titles import title_level, titles
from refcheck.model import Reference, Work


def work(*names: str, **fields: tuple[str, ...]) -> Work:
    return Work("crossref", titles=names, **fields)


def level(printed: str, registered: str) -> str:
    entry = Reference(f"Kolk, B. (2014). {printed}. Mind, 3, 1-9.", title=printed)
    made = work(registered)
    return title_level(Printed(entry), made, titles(made))


def test_the_forms_of_a_title() -> None:
    made = work("RETRACTED: Sleep and memory in adults", subtitles=("a field study",), original_titles=("Schlaf",))
    assert titles(made) == (
        "Sleep and memory in adults: a field study",
        "Sleep and memory in adults",
        "Schlaf",
    )
    assert titles(work()) == ()
    assert len(titles(work(*(f"Title of number {k}" for k in range(20))))) == 8


@pytest.mark.parametrize(
    ("printed", "registered", "expected"),
    [
        ("Sleep and memory in shift workers", "Sleep and Memory in Shift Workers", "same"),
        ("Sleep and memroy in shift workers", "Sleep and memory in shift workers", "same"),
        ("Sleep and memory in night workers", "Sleep and memory in shift workers", "near"),
        ("Sleep and memory of shift workers, part 2", "Sleep and memory of shift workers, part 1", "clash"),
        ("Sleep and memory in shift workers", "Erratum: Sleep and memory in shift workers", "clash"),
        ("Trauma recovery", "Trauma recovery", "short"),
        ("Introduction", "Introduction", "generic"),
        ("Sleep and memory in shift workers", "The economy of medieval trading towns", "other"),
        ("Sleep and memory in shift workers", "", "silent"),
    ],
)
def test_a_level(printed: str, registered: str, expected: str) -> None:
    assert level(printed, registered) == expected
