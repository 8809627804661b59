"""What the tests here share."""

from __future__ import annotations

from refcheck.citing.mentions import find_mentions
from refcheck.exchange.references import parse_entries
from refcheck.model import Entry, Mention

LIST = (
    "van der Kolk, B. A. (2014). The body keeps the score. Viking.",
    "Sperling, M. B., & Berman, W. H. (Eds.). (1994). Attachment in adults. Guilford Press.",
    "Berenz, E. C., Vujanovic, A., & Amstadter, A. (2018). A multimodal study. Journal of Trauma, 27(7), 795–810.",
    "Müller, J. (2010a). Erste Arbeit. Springer.",
    "Müller, J. (2010b). Zweite Arbeit. Springer.",
    "World Health Organization. (2020). Mental health atlas. WHO.",
    "Иванов, П. С. (2015). Травма и память. Наука.",
    "田中太郎 (2012). 愛着の研究. 東京大学出版会.",
    "O’Brien, K. (1999). On memory. Sage.",
)


def entries(*raws: str, markers: tuple[str, ...] = (), keys: tuple[str, ...] = ()) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            raw,
            line=100 + k,
            end_line=100 + k,
            marker=markers[k] if markers else "",
            key=keys[k] if keys else "",
        )
        for k, raw in enumerate(raws)
    )


def mentions(text: str, listed: tuple[Entry, ...] = entries(*LIST), language: str = "") -> tuple[Mention, ...]:
    return find_mentions(list(enumerate(text.split("\n"), start=1)), parse_entries(listed), language)
