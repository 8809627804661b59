import pytest

from refcheck.model import Severity, Update
from tests.checks.resolved import findings, found, updated


@pytest.mark.parametrize("kind", ["correction", "corrigendum", "erratum", "addendum"])
def test_a_correction_is_a_note_and_no_retraction_or_concern(kind: str) -> None:
    corrected = found(updated(Update(kind, "10.1/c", "2019-02-11", "publisher")))
    assert findings("corrected", corrected)[0].severity is Severity.NOTE
    assert findings("retracted", corrected) == findings("concern", corrected) == []
