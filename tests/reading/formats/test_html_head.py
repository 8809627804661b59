"""What a page's markup states of it."""

from datetime import date

import pytest
from lxml import html

from refcheck.reading.formats.html_head import ASIDE, stated


def head(markup: str, body: str = "<p>x</p>", lang: str = "") -> tuple[str, object, str]:
    return stated(html.document_fromstring(f"<html{lang}><head>{markup}</head><body>{body}</body></html>"))


LINKED = """<script type="application/ld+json">{"@graph": [{"@type": "Organization", "headline": "No"},
{"@type": "NewsArticle", "headline": " The  title ", "datePublished": "2022-04-21T10:00:00Z",
"dateModified": "2023-01-01", "inLanguage": "nl"}]}</script>"""


def test_linked_data_says_all_three() -> None:
    assert head(LINKED) == ("The title", date(2022, 4, 21), "nl")


def test_meta_elements_say_what_it_does_not() -> None:
    metas = (
        '<meta name="citation_title" content="A title"><meta property="article:published_time" content="2020-02-03">'
        '<meta property="og:updated_time" content="2021-01-01"><meta property="og:locale" content="de_DE">'
    )
    assert head(metas) == ("A title", date(2020, 2, 3), "de_DE")
    assert head(metas + LINKED)[0] == "The title"
    assert head(metas, lang=' lang="fr"')[2] == "fr"


def test_a_time_of_a_comment_is_not_the_article_s() -> None:
    aside = '<div class="comments"><time datetime="2019-01-01">x</time></div>'
    assert head("", aside)[1] is None
    assert head("", f'{aside}<p class="byline"><time datetime="2020-05-06">x</time></p>')[1] == date(2020, 5, 6)


@pytest.mark.parametrize("bad", ["{", "[]", '{"@type": 3}', '{"@type": "Article", "headline": null}', "[" * 2000])
def test_bad_linked_data_states_nothing(bad: str) -> None:
    assert head(f'<script type="application/ld+json">{bad}</script>') == ("", None, "")


@pytest.mark.parametrize(
    ("name", "aside"),
    [
        ("site-footer", True),
        ("post sidebar", True),
        ("related-posts", True),
        ("article-body", False),
        ("adsorption", False),
    ],
)
def test_regions_beside_the_article(name: str, aside: bool) -> None:
    assert bool(ASIDE.search(name)) is aside
