"""What the rules are for, on strings through the tagger; each rule can be left out."""

from refcheck.parsing.mending.rules import RULES
from refcheck.parsing.references import read_fields


def test_a_rule_can_be_left_out_by_its_name() -> None:
    text = "Miranda v. Arizona, 384 U.S. 436, 444 (1966)."
    assert "law-report" in RULES
    (with_rule,), (without,) = read_fields([text]), read_fields([text], without=("law-report",))
    assert with_rule["pages"] == "436"
    assert with_rule != without
