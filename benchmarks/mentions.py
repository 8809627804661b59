"""In-text citations on the articles of the reading set: precision, recall, and how many are tied to the right entry.

The gold (``mentions_gold.tsv``: facts only, checked by hand) names every citation by author and year, number, footnote
or institution in 20 articles in English, French, German and Portuguese, and in 14 of them every author named without a
year.
Beside it the regular expression that scripts usually begin with. Run: ``python benchmarks/mentions.py``.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from refcheck.model import Article, Mention
from refcheck.reading import read

ARTICLES = Path(__file__).parent.parent.parent / "shared/data/articles"
GOLD = Path(__file__).with_name("mentions_gold.tsv")
NAIVE = re.compile(r"([A-Z]\w+)(?: et al\.?| (?:and|&) [A-Z]\w+)?,? \(?((?:19|20)\d\d)\)?")

Fact = tuple[str, str, str]  # kind, first name or marker, year


def facts(mention: Mention) -> Fact:
    who = mention.names[0] if mention.names else mention.text.strip("[]^")
    return (str(mention.kind), who.casefold(), str(mention.year or "-"))


def main() -> None:
    gold: dict[str, list[tuple[Fact, int, str]]] = {}
    for row in GOLD.read_text(encoding="utf-8").splitlines()[1:]:
        file, line, kind, who, year, entry = row.split("\t")
        gold.setdefault(file, []).append(((kind, who.casefold(), year), int(line), entry))
    hits = wanted = said = tied = naive_hits = naive_said = naive_wanted = 0
    for file, rows in gold.items():
        article = read(ARTICLES / file)
        kinds = {fact[0] for fact, _, _ in rows}
        mentions = [m for m in article.mentions if m.kind != "name" or "name" in kinds]
        found = Counter((facts(m), m.line) for m in mentions)
        right = Counter((fact, line) for fact, line, _ in rows)
        common = found & right
        hits, wanted, said = hits + common.total(), wanted + right.total(), said + found.total()
        ties = {(facts(m), m.line): entry_lines(article, m) for m in mentions}
        tied += sum(ties.get((fact, line)) == entry for fact, line, entry in rows)
        for (fact, line), count in ((right - found) + (found - right)).items():
            print("missed" if (fact, line) in right else "false ", count, file[-40:], line, *fact)
        dated = Counter((fact[1].split()[-1], fact[2]) for fact, _, _ in rows if fact[0] == "author-year")
        simple = Counter((m[1].casefold(), m[2]) for m in NAIVE.finditer(article.text))
        naive_hits, naive_said = naive_hits + (dated & simple).total(), naive_said + simple.total()
        naive_wanted += dated.total()
    print(f"precision {hits / said:.3f}, recall {hits / wanted:.3f} of {wanted}, tied right {tied / wanted:.3f}")
    print(f"plain regular expression, author-year only: precision {naive_hits / naive_said:.3f}, ", end="")
    print(f"recall {naive_hits / naive_wanted:.3f} of {naive_wanted}")


def entry_lines(article: Article, mention: Mention) -> str:
    return ",".join(str(article.entries[k].line) for k in mention.entries) or "-"


if __name__ == "__main__":
    main()
