"""Every field of a reference and a record is compared once, for all who ask."""

import pytest

from refcheck.comparing import beside, compare
from refcheck.model import Name, Reference, Work
from refcheck.parsing.references import parse

WORK = Work(
    "crossref",
    titles=("Sleep and memory",),
    authors=(Name("Kolk", "B."),),
    years=(2014,),
    containers=("Trauma",),
    volume="3",
)


def test_each_field_is_compared_when_first_asked_for_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def counting(name: str):
        compared = fields[name].comparer
        return lambda reference, work: asked.append(name) or compared(reference, work)

    fields = {name: made for name, made in vars(beside.Beside).items() if isinstance(made, beside._Compared)}
    for name, made in fields.items():
        monkeypatch.setattr(made, "comparer", counting(name))
    reference = parse("Kolk, B. (2015). Sleep and memory. Trauma, 4.")
    assert compare(reference, WORK).title.agrees
    assert compare(reference, WORK).year.differs
    assert compare(reference, WORK).locator.differs
    assert compare(reference, WORK).title is compare(reference, WORK).title
    assert asked == ["wording", "year", "locator"]  # of a title that is the whole registered one that is all


def test_another_work_or_reference_is_another_comparison() -> None:
    one, other = Reference("x", title="Sleep and memory"), Reference("x", title="Sleep and memory")
    assert compare(one, WORK) is compare(one, WORK)
    assert compare(one, WORK) is not compare(other, WORK)
    assert compare(one, WORK).reference is one


def test_a_field_that_is_not_compared_is_an_error() -> None:
    with pytest.raises(KeyError):
        compare(Reference("x"), WORK).field("publisher")


def test_a_title_that_is_the_whole_registered_one_is_compared_by_its_wording() -> None:
    whole, part = (Reference("x", title=title) for title in ("Sleep and Memory", "Sleep and dreams"))
    assert compare(whole, WORK).wording is compare(whole, WORK).title
    assert compare(part, WORK).wording.differs and compare(part, WORK).title.differs
    assert compare(Reference("x", title="Sleep and memory"), WORK).title == compare(whole, WORK).title._replace(
        printed="Sleep and memory"
    )
