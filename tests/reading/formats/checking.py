"""What the tests here share."""

from __future__ import annotations

from pathlib import Path

from refcheck import Report, Settings, check

W = "The workshop ran for two days, and those who came compared their notes afterwards, one table after the other."


A = "Neal, R. M. (2003). Slice sampling. Annals of Statistics, 31(3), 705-767."


B = "Press, W. H. (1997). Understanding data better. In Unsolved problems (pp. 49-60). Princeton University Press."


def checked(folder: Path, name: str, data: str | bytes) -> Report:
    file = folder / name
    file.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    return check(file, settings=Settings(locked=True))


def tied(report: Report) -> set[int]:
    return {index for mention in report.article.mentions for index in mention.entries}
