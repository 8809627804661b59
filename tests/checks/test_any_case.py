"""Whatever stands in entries and records: no check of references raises, none is louder than it may be."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from refcheck.case import Case
from refcheck.checks.base import registry
from refcheck.model import (
    Answer,
    Article,
    Confidence,
    Entry,
    Evidence,
    Identity,
    Name,
    Outcome,
    Reference,
    Resolution,
    Severity,
    Update,
    Work,
)
from refcheck.sentences import Sentence

CHECKS = (
    "ambiguous", "authors-differ", "concern", "corrected", "doi-malformed", "doi-missing", "doi-other-work",
    "doi-unregistered", "duplicate", "glued", "locator-differs", "not-found", "retracted", "superseded",
    "title-differs", "unread", "venue-differs", "year-differs",
)  # fmt: skip
WORDS = st.sampled_from(
    [
        "",
        "Yoga",
        "for adults",
        "a <i>b</i>",
        "&amp;&#0;",
        "10.1/x doi:",
        "“x”: y",
        "β",
        "情報処理",
        "\\'{e}$x^2$",
        "2006",
        "et al.",
    ]
)
TEXT = st.one_of(st.text(max_size=20), st.lists(WORDS, max_size=4).map(" ".join))
NAMES = st.lists(st.builds(Name, family=TEXT, given=TEXT, particle=TEXT, literal=TEXT), max_size=4).map(tuple)
TEXTS = st.lists(TEXT, max_size=2).map(tuple)
UPDATES = st.builds(Update, kind=st.sampled_from(["retraction", "correction", "x"]), doi=TEXT, date=TEXT)
YEARS = st.integers(1500, 2030)
REFERENCES = st.builds(
    Reference, raw=TEXT, title=TEXT, container=TEXT, authors=NAMES, editors=NAMES, year=st.none() | YEARS, volume=TEXT,
    issue=TEXT, pages=TEXT, doi=st.sampled_from(["", "10.1234/x"]), doi_printed=TEXT, et_al=st.booleans(),
    confidence=st.sampled_from([{}, {"title": 0.1, "authors": 0.9, "year": 0.5}]),
    entry=st.sampled_from([None, Entry("x", 3, 4), Entry("x", 5, 5, markup="bibtex")]),
)  # fmt: skip
WORKS = st.builds(
    Work, source=st.just("crossref"), doi=st.sampled_from(["", "10.1234/x", "10.1234/y"]), titles=TEXTS,
    type=st.sampled_from(["", "book", "book-chapter", "journal-article"]), subtitles=TEXTS,
    authors=NAMES, editors=NAMES, years=st.lists(YEARS, max_size=2).map(tuple), containers=TEXTS, volume=TEXT,
    issue=TEXT, pages=TEXT, article_number=TEXT,
    updates=st.lists(UPDATES, max_size=2).map(tuple),
)  # fmt: skip
RESOLUTIONS = st.builds(
    Resolution, reference=REFERENCES, identity=st.sampled_from(Identity), work=st.none() | WORKS,
    evidence=st.sampled_from(Evidence), candidates=st.lists(WORKS, max_size=2).map(tuple),
    answers=st.lists(st.builds(Answer, source=st.just("doi.org"), question=st.just("doi:10.1234/x"),
                               outcome=st.sampled_from(Outcome), works=st.lists(WORKS, max_size=1).map(tuple)),
                     max_size=2).map(tuple),
)  # fmt: skip


@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.lists(RESOLUTIONS, max_size=2))
def test_no_check_raises_and_all_keep_to_their_severity(resolutions: list[Resolution]) -> None:
    case = Case(Article("x.md", "markdown"), tuple(r.reference for r in resolutions), tuple(resolutions))
    for check in (registry()[slug] for slug in CHECKS):
        for finding in check.find(case):
            assert finding.check == check.slug and finding.message.strip()
            assert isinstance(finding.message, Sentence), "another language could not say it"
            assert finding.severity.rank >= check.severity.rank
            assert isinstance(finding.confidence, Confidence), "an equal string is no member of it"
            if finding.severity is Severity.ERROR and check.slug not in ("doi-malformed", "doi-unregistered"):
                assert resolutions[finding.reference or 0].evidence is Evidence.IDENTIFIER
