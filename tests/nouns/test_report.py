"""The nouns of a report."""

from __future__ import annotations

from datetime import date

import refcheck
from refcheck.model import (
    Answer,
    Article,
    ClaimSentence,
    ClaimVerdict,
    Criterion,
    CriterionVerdict,
    Finding,
    Identity,
    Kinship,
    Mention,
    MentionKind,
    Outcome,
    Reference,
    Report,
    Resolution,
    Severity,
    Unread,
    UnreadReason,
    Work,
)


def test_every_noun_of_a_report_can_be_hashed() -> None:
    report = refcheck.check("# A\n\n## References\n\n- Smith, J. (2010). Stars. *Journal of Stars*, 4(2), 11-19.\n")
    assert len({report, report.references[0], report.article.entries[0], refcheck.Settings()}) == 4


def test_a_report_is_shown_in_one_line() -> None:
    report = refcheck.check(
        "# A\n\n## References\n\n- Smith, J. (2010). Stars. *Journal of Stars*, 4(2), 11-19.\n",
        settings=refcheck.Settings(locked=True),
    )
    assert repr(report).startswith("<Report <text>: 1 reference, 0 errors, ")
    assert "\n" not in repr(report)


UNREAD = Unread(line=9, end_line=9, reason=UnreadReason.GLUED, text="Alder. Stars. 2010. Birch. Suns. 2011.")
WORK = Work("crossref", titles=("Stars",), years=(2010,))


def test_a_report_as_data_holds_each_reference_with_what_was_found() -> None:
    one, two = Reference("Alder. Stars. 2010.", title="Stars"), Reference("Birch. Suns. 2011.")
    answer = Answer("crossref", "Stars", Outcome.FOUND, "2026-01-02T00:00:00Z", (WORK,))
    report = Report(
        Article("a.md", "markdown", language="en", date=date(2026, 1, 2), title="Sky",
                mentions=(Mention("Alder 2010", 3, MentionKind.AUTHOR_YEAR, ("Alder",), 2010, (0,)),),
                unread=(UNREAD,)),
        (one, two),
        (
            Resolution(one, Identity.VERIFIED, work=WORK, answers=(answer,), kinship=Kinship.VERSION, why="title"),
            Resolution(two, Identity.UNCHECKED),
        ),
        (Finding("uncited", Severity.NOTE, "Never mentioned.", reference=1, line=8),),
        ClaimVerdict(
            ClaimSentence("All were reviewed.", 4, 4, "en", ("quality",)),
            (Criterion("quality", CriterionVerdict.UPHELD, ("Two of two.",), 2, 2),),
            "All were found.",
        ),
        {"refcheck": "1"},
    )  # fmt: skip
    made = report.to_dict()
    assert (made["path"], made["language"], made["date"], made["title"]) == ("a.md", "en", "2026-01-02", "Sky")
    first, second = made["references"]
    assert (first["identity"], first["kinship"], first["why"]) == ("verified", "version", "title")
    assert (first["work"]["titles"], first["answers"][0]["outcome"]) == (["Stars"], "found")
    assert (second["identity"], second["work"], "kinship" in second) == ("unchecked", None, False)
    assert report.unchecked == (1,)
    assert made["findings"][0] | {} == report.findings[0].to_dict()
    assert (made["findings"][0]["severity"], made["findings"][0]["reference"]) == ("note", 1)
    assert made["claim"]["text"] == "All were reviewed." and made["claim"]["suggestion"] == "All were found."
    assert made["claim"]["criteria"] == made["certificate"]["criteria"]
    assert made["certificate"]["criteria"]["quality"]["verdict"] == "upheld"
    assert (made["mentions"][0]["entries"], made["unread"][0]["reason"]) == ([0], "glued")


def test_a_report_without_answers_claim_or_facts_leaves_them_out() -> None:
    made = Report(Article("a.md", "markdown"), (Reference("Alder. Stars. 2010."),)).to_dict()
    assert {"language", "date", "title"}.isdisjoint(made)
    assert (made["claim"], made["certificate"]) == (None, {})
    assert "identity" not in made["references"][0]


def test_severities_have_a_rank() -> None:
    assert sorted(Severity, key=lambda severity: severity.rank) == [Severity.ERROR, Severity.WARNING, Severity.NOTE]
