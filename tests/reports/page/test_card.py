"""A reference's card: what differs, what to do."""

from __future__ import annotations

from tests.reports import example
from tests.reports.page.reading import card, having, page, text


def test_card_marks_the_words_that_differ_and_only_those() -> None:
    goff = card(page(example.seed()), 2)
    assert [text(word) for word in goff.iter("del")] == [
        "only in the article: Holland, Carol", "only in the article: Ben", "only in the article: Gallus"
    ]  # fmt: skip
    assert [text(word) for word in goff.iter("ins")] == [
        "only in the register: Blalock; Hoheisel, Carol", "only in the register: Becky"
    ]  # fmt: skip
    assert [text(row.find("th")) for row in having(goff, "differs")] == ["Authors ≠ differs"]
    assert goff.xpath(".//details[@open]"), "a difference is in sight without a click"
    berenz = card(page(example.seed()), 1)
    assert not list(berenz.iter("del", "ins"))


def test_card_says_what_to_do_and_links() -> None:
    purshouse = card(page(example.seed()), 5)
    assert "Read the work. Remove it if it does not support what it is cited for." in text(purshouse)
    assert "https://doi.org/10.1007/3-540-36970-8_2" in text(having(purshouse, "suggestion")[1])
    assert [a.get("href") for a in having(purshouse, "links")[0].iter("a")] == [
        "https://doi.org/10.1007/3-540-36970-8_2"
    ]
    muller = card(page(example.seed()), 3)
    links = [a.get("href").partition("?")[0] for a in having(muller, "links")[0].iter("a")]
    assert links == ["https://search.crossref.org/", "https://search.worldcat.org/search"]
    assert "Crossref did not answer" in text(muller)


def test_other_work_shows_both_works() -> None:
    root = page(example.troubled())
    first = card(root, 1)
    assert "In the article and where the DOI leads" in text(first)
    registered = [text(row[2]) for row in having(first, "differs")]
    assert (
        registered[1]
        == "A Multimodal Study of only in the register: Bridge Cables in only in the register: Strong Wind"
    )
    assert text(having(first, "candidates")[0].find(".//a")).startswith("A Multimodal Study of Childhood Trauma")
    assert "Retraction, 2 February 2010: 10.1037/retraction (publisher)" in text(card(root, 2))
