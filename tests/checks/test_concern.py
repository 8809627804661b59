from refcheck.model import Severity, Update
from tests.checks.resolved import RETRACTION, findings, found, updated


def test_a_concern_is_a_warning_and_no_retraction_or_correction() -> None:
    concern = found(updated(Update("expression_of_concern", "10.1/eoc", "2021-05-03", "publisher")))
    assert findings("concern", concern)[0].severity is Severity.WARNING
    assert findings("retracted", concern) == findings("corrected", concern) == []


def test_a_retraction_leaves_no_concern() -> None:
    both = found(updated(RETRACTION, Update("expression_of_concern", date="2009")))
    assert findings("concern", both) == []
