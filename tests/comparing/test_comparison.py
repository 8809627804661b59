from refcheck.comparing.comparison import Comparison, Kind, Verdict, incomparable


def test_a_comparison_is_one_of_three() -> None:
    agree, differ = Comparison("year", Verdict.AGREE, Kind.SAME), Comparison("year", Verdict.DIFFER, Kind.APART)
    nothing = incomparable("year", "2006")
    assert [c.agrees for c in (agree, differ, nothing)] == [True, False, False]
    assert [c.differs for c in (agree, differ, nothing)] == [False, True, False]
    assert (nothing.kind, nothing.printed) == (Kind.NONE, "2006")
