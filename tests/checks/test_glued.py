from dataclasses import replace

from refcheck.model import Unread
from tests.checks.resolved import REF, offline


def test_two_references_in_one_item() -> None:
    (finding,) = offline("glued", (REF,), unread=(Unread(12, 12, "glued", "Kolk ... Muller ..."),))
    assert (finding.check, finding.line) == ("glued", 12)
    raw = REF.raw + " von Mering C, Bork P: Genome evolution. Nature 2003, 100:15. doi:10.1073/pnas.2136809100"
    (finding,) = offline("glued", (replace(REF, raw=raw),))
    assert "two DOIs" in finding.message


def test_a_second_doi_of_the_same_work_is_no_second_reference() -> None:
    for tail in (" doi:10.1037/0002-9432.76.4.451", " (Erratum in 2007, doi:10.1037/erratum)", " doi:10.1037/other"):
        assert offline("glued", (replace(REF, raw=REF.raw + tail),)) == [], tail
