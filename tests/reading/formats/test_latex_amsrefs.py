"""The list of amsrefs."""

from __future__ import annotations

from pathlib import Path

from refcheck.reading.formats.latex_amsrefs import take_amsrefs
from tests.reading.formats.checking import checked

LIST = r"""\begin{bibdiv}
\begin{biblist}
\bib{AS}{article}{
   author={Atiyah, M. F.},
   author={Singer, I. M.},
   title={The index of elliptic operators},
   journal={Bull. Amer. Math. Soc.},
   volume={69},
   date={1963},
   pages={422--433},
   review={\MR{0157392}},
}
\bib{Serre}{book}{
   author={Serre, Jean-Pierre},
   title={Local fields},
   publisher={Springer-Verlag},
   date={1979},
}
\bib{Quillen}{article}{
   author={Quillen, Daniel},
   title={Higher algebraic $K$-theory},
   book={title={Algebraic $K$-theory, I}, publisher={Springer}},
   date={1973},
}
\end{biblist}
\end{bibdiv}
"""


def test_entries_with_their_people_and_lines() -> None:
    text, entries = take_amsrefs(LIST)
    assert text.count("\n") == LIST.count("\n") and "\\bib{" not in text
    assert [(entry.key, entry.line, entry.end_line) for entry in entries] == [
        ("AS", 3, 12), ("Serre", 13, 18), ("Quillen", 19, 24),
    ]  # fmt: skip
    fields = entries[0].data["fields"]
    assert fields["author"] == "Atiyah, M. F. and Singer, I. M." and "review" not in fields
    assert (entries[2].data["type"], entries[2].data["fields"]["booktitle"]) == (
        "incollection",
        "Algebraic $K$-theory, I",
    )


def test_what_is_cited_and_what_is_not(tmp_path: Path) -> None:
    body = "\\begin{document}\nWe follow \\cite{AS} and \\cites{Serre,Quillen}*{Ch. 2}, and \\cite{Milnor}.\n"
    report = checked(tmp_path, "a.tex", f"\\documentclass{{amsart}}\n{body}{LIST}\\end{{document}}\n")
    assert [reference.year for reference in report.references] == [1963, 1979, 1973]
    assert not [finding for finding in report.findings if finding.check in ("unread", "uncited")]
