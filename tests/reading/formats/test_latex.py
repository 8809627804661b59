"""LaTeX as pandoc writes it: links within the document."""

from __future__ import annotations

from pathlib import Path

from tests.reading.formats.checking import A, B, W, checked, tied


def test_links_that_pandoc_writes_into_latex(tmp_path: Path) -> None:
    text = (
        f"\\begin{{document}}\n{W} (\\protect\\hyperlink{{ref-b}}{{1997}}).\n\n\\hypertarget{{references}}{{%\n"
        "\\section*{References}\\label{references}}\n\\addcontentsline{toc}{section}{References}\n\n"
        f"\\leavevmode\\hypertarget{{ref-a}}{{}}%\n{A}\n\n\\leavevmode\\hypertarget{{ref-b}}{{}}%\n{B}\n\\end{{document}}\n"
    )
    report = checked(tmp_path, "a.tex", text)
    assert [reference.raw[:5] for reference in report.references] == ["Neal,", "Press"]
    assert 1 in tied(report)
