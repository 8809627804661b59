"""The counts under every format."""

from dataclasses import replace

from refcheck.model import Identity, Severity
from refcheck.reports.summary import Tally, summary
from tests.reports import example


def test_reports_are_counted_together() -> None:
    seed = example.seed()
    made = summary([seed, example.clean(), seed])
    assert made["articles"] == 3
    assert made["references"] == 2 * len(seed.references) + len(example.clean().references)
    assert sum(made["identities"].values()) == sum(len(r.resolutions) for r in (seed, example.clean(), seed))
    assert set(made["identities"]) == {str(identity) for identity in Identity}
    open_ones = [finding for finding in seed.findings if not finding.accepted]
    assert sum(made["findings"].values()) == 2 * len(open_ones)


def test_what_is_accepted_is_counted_apart_and_is_not_the_worst() -> None:
    troubled = example.troubled()
    assert summary([troubled])["worst"] == "error"
    signed = replace(troubled, findings=tuple(replace(f, accepted="seen") for f in troubled.findings))
    made = summary([signed])
    assert made["accepted"] == len(signed.findings) > 0
    assert made["findings"] == {str(severity): 0 for severity in Severity}
    assert "worst" not in made


def test_nothing_counted_is_nought() -> None:
    made = Tally().counts
    assert (made["articles"], made["references"], made["accepted"], made["unchecked"]) == (0, 0, 0, 0)
    assert "worst" not in made
