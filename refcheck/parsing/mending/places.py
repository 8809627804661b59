"""Rules on places: cities that the tagger runs together with publishers, universities, meetings and titles."""

from __future__ import annotations

from collections.abc import Sequence

from refcheck.language.lexicon import ROLES
from refcheck.language.words import every
from refcheck.parsing.mending.cues import told_by
from refcheck.parsing.mending.titles import run_of
from refcheck.parsing.tagging.tokens import Token

FIRMS = frozenset(every("names", "firms"))
# The states of North America, by the letters that its post gives them.
_POST = """
    AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR
    PA RI SC SD TN TX UT VT VA WA WV WI WY AB BC MB NB NS ON QC SK
"""
_STATES = frozenset(_POST.split())


def second_place(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "1992 Sep 6-10; Geneva, Switzerland. Amsterdam: North-Holland": the conference was held in one, the book
    published in the other."""
    first, end = run_of(labels, "place")
    stops = (i for i in range(first + 1, end) if tokens[i].gap == ". ")  # but "St. Louis"
    stop = next((i for i in stops if len(tokens[i - 1].text) > 3 or tokens[i - 1].text in ("UK", "USA", *_STATES)), 0)
    if stop and end < len(tokens) and tokens[end].gap.strip() == ":":
        labels[first:stop] = ["other"] * (stop - first)


def place_with_publisher(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Instytut Literacki, Paryż 1976", "Madrid, Espasa, 2014": a place taken for a piece of the publisher."""
    for i in range(1, len(labels)):
        if labels[i - 1] == "place" and labels[i] == "publisher" and tokens[i].text in _STATES and "," in tokens[i].gap:
            labels[i] = "place"
        elif labels[i - 1 : i + 1] == ["publisher", "place"] and tokens[i].gap == " " and "place" in labels[:i]:
            labels[i] = "publisher"  # "New York, NY: Springer New York"
    if "publisher" not in labels or "place" in labels:
        return
    first, end = run_of(labels, "publisher")
    if tokens[end - 1].gap == ": " and first < end - 1 and is_place(tokens[end - 1 : end]):
        labels[end - 1] = "place"  # "Magistrat Graz: Graz"
        return
    commas = [i for i in range(first + 1, end) if "," in tokens[i].gap]
    if not commas:
        return
    if state := next(
        (i for i in reversed(commas) if tokens[i].text in _STATES), 0
    ):  # "Colorado, Boulder, CO", "St Louis, MO"
        city = next((i for i in reversed(commas) if i < state), first)
        if state - city < 4 and (end - state == 1 or (end - state < 4 and "," in tokens[state + 1].gap)):
            labels[city:end] = ["place"] * (end - city)
            return
    last = commas[-1]
    before_year = end < len(labels) and labels[end] == "date" and not tokens[end].gap.strip()
    if (before_year and end - last < 3 and tokens[last].text[0].isupper()) or (
        is_place(tokens[last:end]) and end - last < 3 and not is_place(tokens[first:last])
    ):
        labels[last:end] = ["place"] * (end - last)
    elif end == len(labels) and end - last < 3 and tokens[last].text not in FIRMS and _is_house(tokens[first:last]):
        labels[last:end] = ["place"] * (end - last)  # "The Harvester Press Limited, Sussex"
    elif len(commas) == 1 and all(ROLES.get(token.text.lower()) == "place" for token in tokens[first:last]):
        labels[first:last] = ["place"] * (last - first)


def _is_house(tokens: Sequence[Token]) -> bool:
    """Whether a word of publishers stands there: "The Harvester Press Limited"."""
    return any(ROLES.get(token.text.lower()) == "publ" for token in tokens)


def is_place(tokens: Sequence[Token]) -> bool:
    """Whether a city that we know stands there, be it broken over two lines: "Ve - nezia"."""
    words = [token.text.lower() for token in tokens]
    return any(ROLES.get(word) == "place" for word in (*words, "".join(words)))


def place_behind_title(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """ "Storia di Schio, Padova 1955", "Memorie, Ve - nezia": a city behind the last comma belongs to no title."""
    first, end = run_of(labels, "title")
    year = tokens[end - 1].text
    dated = "date" not in labels and len(year) == 4 and year.isdigit() and not tokens[end - 1].gap.strip()
    end -= dated
    last = next((i for i in range(end - 1, first, -1) if not {",", "."}.isdisjoint(tokens[i].gap)), 0)
    if not last or end - last > 3 or not tokens[last].text[0].isupper():
        return
    capitals = all(token.text[0].isupper() for token in tokens[last:end])
    known = is_place(tokens[last:end]) and (capitals or end - last == 2)
    after = "date" if dated else labels[end] if end < len(labels) else ""
    before_year = after == "date" and "," in tokens[last].gap and tokens[end].gap == " "
    if (known and after in ("date", "publisher", "")) or (before_year and (dated or (capitals and end - last < 3))):
        labels[last:end] = ["place"] * (end - last)
        if dated:
            labels[end] = "date"


@told_by((" // ",))
def place_behind_collection(raw: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """GOST: "Комплимент // Социальная власть языка : сб. науч. тр. Воронеж, 2001. С. 101": a comma in front of the year
    means that the city stands there, behind the last full stop of the book's name."""
    first, end = run_of(labels, "container")
    start = next((i for i in range(end - 1, first, -1) if tokens[i].gap == ". "), 0)
    dated = labels[end : end + 1] == ["date"] and tokens[end].gap == ", "
    if start and dated and end - start < 3 and tokens[start].text[0].isupper():
        labels[start:end] = ["place"] * (end - start)
