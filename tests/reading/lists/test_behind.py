"""What stands behind a list and is no entry of it."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refcheck.reading import read
from refcheck.reading.lists.behind import leaves_list
from refcheck.reading.lists.headings import ends_list
from tests.reading.lists.examples import CLAIM, PROSE, REFERENCES, raws, text


@pytest.mark.parametrize("heading", ["Reacties", "About the author", "Teilen", "コメント"])
def test_headings_behind_a_list(heading: str) -> None:
    assert ends_list(heading)


@pytest.mark.parametrize("marker", ["", "- ", "• ", "* ", "– "])
@pytest.mark.parametrize("heading", ["", "Bronnen", "Geraadpleegde literatuur:"])
def test_boilerplate_is_no_entry_wherever_it_stands(heading: str, marker: str) -> None:
    disclaimer = "Deze tekst is alleen bedoeld ter informatie en vervangt geen advies. Raadpleeg bij twijfel een arts."
    made = text(heading, before=CLAIM, after=f"{CLAIM}\n\n{disclaimer}", marker=marker)
    article = read(made, path="x.txt")
    assert raws(article) == list(REFERENCES)
    assert CLAIM in article.text
    assert disclaimer in article.text


WORDS = st.sampled_from(
    [
        "de",
        "het",
        "een",
        "stad",
        "boom",
        "loopt",
        "langzaam",
        "naar",
        "huis",
        "omdat",
        "niemand",
        "wacht",
        "en",
        "regen",
        "valt",
        "op",
        "straat",
    ]
)


SENTENCES = st.lists(WORDS, min_size=8, max_size=30).map(lambda words: " ".join(words).capitalize() + ".")


@settings(max_examples=60, deadline=None)
@given(
    after=st.lists(SENTENCES, max_size=4),
    marker=st.sampled_from(["", "- ", "[{n}] ", "{n}. "]),
    suffix=st.sampled_from(["txt", "md"]),
)
def test_anything_said_after_the_list_changes_nothing(after: list[str], marker: str, suffix: str) -> None:
    items = "\n".join(marker.format(n=n) + reference for n, reference in enumerate(REFERENCES, 1))
    made = f"Titel\n\n{PROSE}\n\nBronnen\n\n{items}\n"
    bare, more = read(made, path=f"x.{suffix}"), read(made + "\n" + "\n\n".join(after) + "\n", path=f"x.{suffix}")
    assert more.entries == bare.entries
    assert raws(bare) == list(REFERENCES)


@pytest.mark.parametrize("marker", ["", "- ", "{n}. "])
@pytest.mark.parametrize(
    "line",
    [
        "Cite this article: Rowe, T. (2022). When it rains. Slow Weekly. https://example.org/rain",
        "Zitierweise: Rowe, T. (2022). Wenn es regnet. Langsame Woche, 3, 4–5.",
        "Originally published in Slow Weekly, 3 March 2022.",
        "Ursprünglich erschienen in Langsame Woche, Nr. 3, 2022.",
        "Cet article est paru dans La Semaine lente, no 3, 2022.",
        "Related: Why fog waits (2019), How to read a barometer (2020).",
        "Lees ook: Waarom mist wacht (2019), De barometer (2020).",
        "Rectificatie, 4 maart 2022: het jaartal van het boek klopte niet.",
        "The authors thank T. Rowe and U. Sable for reading a draft (2022).",
        "Tess Rowe is a gardener in Leeds. Her book On Fog was published by Mist in 2020.",
        "Jan van der Meer schrijft over weer. Zijn boek Mist (Nevel, 2020) won een prijs.",
        "Este artículo fue publicado en La Semana Lenta, núm. 3, 2022.",
        "この記事は『ゆっくり週刊』第3号(2022年)に掲載されました。",
    ],
)
def test_what_is_said_of_the_article_itself_is_no_entry(line: str, marker: str) -> None:
    blank = "\n" if marker else "\n\n"
    items = blank.join(f"{marker.format(n=n)}{r}" for n, r in enumerate(REFERENCES, 1))
    for suffix, between in product(("md", "txt"), ("\n", "\n\n")):
        article = read(f"# Regen\n\n{PROSE}\n\n## Bronnen\n\n{items}{between}{line}\n", path=f"x.{suffix}")
        assert raws(article) == list(REFERENCES)
        assert article.unread == ()


@pytest.mark.parametrize(
    "said",
    [
        "Received: February 2000; revised: October 2000; accepted: October 2000",
        "Received 12 March 2004",
        "Eingegangen am 3. Mai 2004",
        "Reçu le 5 mai 2004",
        "Recibido: 12-03-2010",
        "Поступила в редакцию 5 мая 2004",
        "收稿日期：2004-05-03",
    ],
)
def test_the_day_on_which_an_article_came_in(said: str) -> None:
    assert leaves_list(said)


@pytest.mark.parametrize("title", ["Received wisdom. Oxford: Mill, 2004.", "Reçu et corrigé. Paris: Seuil."])
def test_a_title_that_begins_with_such_a_word(title: str) -> None:
    assert not leaves_list(title)
