"""authors-differ: strangers are a warning, a missing last author is a note."""

import pytest

from refcheck.model import Name
from tests.checks.resolved import REF, changed, findings, found


@pytest.mark.parametrize(("authors", "severity"), [((Name("Smith", "T."),), "warning"), (REF.authors[:2], "note")])
def test_wrong_authors(authors: tuple[Name, ...], severity: str) -> None:
    (finding,) = findings("authors-differ", found(reference=changed(authors=authors)))
    assert (finding.severity, finding.suggestion) == (severity, "van der Kolk, B. A., Müller, J., O'Brien, M. A.")


def test_a_list_cut_with_et_al_is_no_difference() -> None:
    assert findings("authors-differ", found(reference=changed(authors=REF.authors[:1], et_al=True))) == []
