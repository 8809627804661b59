"""Sweave and knitr: LaTeX with chunks of R, "<<name, child='one.Rnw'>>=" up to "@"."""

from __future__ import annotations

from refcheck import patterns as re

_OPENS = re.compile(r"<<(.{0,500})>>=\s*$")
_CHILD = re.compile(r"\bchild\s{0,9}=\s{0,9}(?:c\()?[\"']([^\"']{1,200})[\"']")


def without_chunks(text: str) -> str:
    """LaTeX without its chunks, line for line; one that inserts another file becomes an \\input."""
    if ">>=" not in text:
        return text
    rows = text.split("\n")
    inside = False
    for index, row in enumerate(rows):
        opens = _OPENS.match(row)
        if opens:
            child = _CHILD.search(opens[1])
            rows[index], inside = f"\\input{{{child[1]}}}" if child else "", True
        elif inside:
            inside = not row.startswith("@")
            rows[index] = ""
    return "\n".join(rows)
