"""What title-, authors-, year-, venue- and locator-differs share: when they speak, and what a finding holds."""

import pytest

from refcheck.model import Identity, Name
from tests.checks.resolved import changed, findings, found

CHECKS = ("title-differs", "authors-differ", "year-differs", "venue-differs", "locator-differs")


@pytest.mark.parametrize("check", CHECKS)
def test_a_right_reference_raises_nothing(check: str) -> None:
    assert findings(check, found()) == []


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("identity", [Identity.ABSENT, Identity.AMBIGUOUS, Identity.UNCHECKED, Identity.NOT_INDEXED])
def test_fields_are_compared_with_a_known_work_only(check: str, identity: Identity) -> None:
    wrong = changed(title="Quite another thing", authors=(Name("Smith"),), year=1950, container="X", volume="1")
    assert findings(check, found(None, wrong, identity=identity)) == []


@pytest.mark.parametrize("check", CHECKS)
def test_a_finding_has_its_place_both_values_and_a_sentence(check: str) -> None:
    wrong = changed(title="Stars of the south", authors=(Name("Smith"),), year=1950, container="Mind", volume="1")
    (finding,) = findings(check, found(reference=wrong))
    assert (finding.check, finding.reference, finding.line, finding.end_line) == (check, 0, 7, 8)
    assert finding.printed and finding.registered and finding.message.endswith(".")
