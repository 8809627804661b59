"""Which keys a Markdown text cites, and what only looks like one."""

import pytest

from refcheck.reading.citekeys import cited_keys, is_cross_reference, is_identifier


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("As [@smith2010, p. 3; -@doe:1999] said.", ["smith2010", "doe:1999"]),
        ("@smith2010 [p. 3] said so.", ["smith2010"]),
        (
            "Lá [@silva2010; @costa2012; [3.2](#redes)], aqui [@handle](https://example.org).",
            ["silva2010", "costa2012"],
        ),
        ("I like @smith2010--the book--and @doe-1999.", ["smith2010", "doe-1999"]),
        ("@{https://example.org/a}.", ["https://example.org/a"]),
        ("Zie {cite:p}`jansen2001, vries2002` en {cite}`bakker`.", ["jansen2001", "vries2002", "bakker"]),
        ("Siehe {cite:t}`jansen2001; vries2002`.", ["jansen2001", "vries2002"]),
        (
            "卷积网络 :cite:`LeCun.Bottou.1998,bakker` 和 :cite:t:`vries2002`。",
            ["LeCun.Bottou.1998", "bakker", "vries2002"],
        ),
        (
            "Voir :cite:p:`{voir}dupont2019{p. 3, 5},{}li2020` et {cite:p}`{see}jansen`.",
            ["dupont2019", "li2020", "jansen"],
        ),
        ("Ver :numref:`fig_mlp` y :eqref:`eq_softmax`.", []),
        ('Wie <d-cite key="müller,li"></d-cite>, nicht @name.', ["müller", "li"]),
        ('<dt-cite key="li"></dt-cite>', ["li"]),
        ('Siehe <d-cite\nkey="müller"></d-cite> und mehr.\n', ["müller"]),
        ("Write `[@key]` or ``@key`` to cite.", []),
        ("Como {% cite ruiz2019 chen:2020 --locator 23 %} y {%- nocite 3dlee -%}.", ["ruiz2019", "chen:2020", "3dlee"]),
        ("{% raw %}{% cite shown %}{% endraw %} und {% cite_details meier2010 %}", ["meier2010"]),
        ("`{% cite shown %}`, {% bibliography --cited %}, {% include cite.html %}", []),
        ("```\n[@key]\n```\nText [@real].", ["real"]),
        ("```Paket``` ist gut.\n\nWie [@meier2010] sagt.\n```\n[@shown]\n```", ["meier2010"]),
        ("```{r, fig.cap='`r x`'}\n[@shown]\n```\nVer [@real].", ["real"]),
        ("<!-- [@hidden] -->\nText.", []),
        ("Mail me@example.org or \\@ref(fig:x).", []),
    ],
)
def test_cited_keys(text: str, keys: list[str]) -> None:
    assert [key for key, _, _ in cited_keys(text)] == keys


def test_sure_and_unsure() -> None:
    assert list(cited_keys("[see @a] and @b\n[x] @c")) == [("a", 1, True), ("b", 1, False), ("c", 2, False)]
    assert list(cited_keys("in [0, 1) [@a; [2](#b)] @c [@d")) == [("a", 1, True), ("c", 1, False), ("d", 1, True)]


@pytest.mark.parametrize("key", ["fig-plot", "tbl-data", "sec-method", "eq-one", "fig:plot", "thm-main", "lst-code"])
def test_cross_references(key: str) -> None:
    assert is_cross_reference(key)


@pytest.mark.parametrize("key", ["figueroa2010", "section8", "equinor2020", "table", "smith-fig2"])
def test_no_cross_references(key: str) -> None:
    assert not is_cross_reference(key)


def test_identifiers() -> None:
    assert is_identifier("doi:10.1371/journal.pone.1") and is_identifier("tag:old") and is_identifier("pmid:123")
    assert not is_identifier("doe:1999") and not is_identifier("smith2010")


@pytest.mark.parametrize(
    "row",
    [
        "A role such as `` {cite:p}`A,B,C` `` is shown.",
        "Use `{cite:p}` and `{cite:t}` for these.",
        "The form is ``:cite:p:`ruiz2019` `` in reStructuredText.",
        "Either `{cite}`/`{footcite}` or none.",
    ],
)
def test_a_role_that_is_shown_cites_nothing(row: str) -> None:
    assert not list(cited_keys(row))


def test_a_role_beside_code_cites() -> None:
    text = "The `` ` `` of {cite:p}`ruiz2019` and `x`{cite}`chen2020`."
    assert [key for key, _, _ in cited_keys(text)] == ["ruiz2019", "chen2020"]


def test_a_fence_in_an_item_of_a_list_shows_keys() -> None:
    code = "     ```markdown\n     As {cite:p}`Source2020` and [@ruiz2019] say.\n     ```\n"
    shown = f"1. Write so:\n\n{code}\nSee [@chen2020].\n"
    assert [key for key, _, _ in cited_keys(shown)] == ["chen2020"]


def test_links_code_and_what_follows_a_dash_are_no_keys() -> None:
    text = "[@handle](https://example.org), `@inline`, @smith99--the book\n```\n@code2000\n~~~\n```\n[@lee2020]\n"
    assert list(cited_keys(text)) == [("smith99", 1, False), ("lee2020", 6, True)]


def test_latex_cites_in_markdown_too() -> None:
    text = "As said \\citep[p. 3]{young1997, li2020}.\n\n`\\cite{none}` shows it.\n\n```\n\\cite{none}\n```\n"
    assert list(cited_keys(text)) == [("young1997", 1, False), ("li2020", 1, False)]


def test_the_words_under_a_picture_cite_and_name_who_took_it() -> None:
    text = "![Rain on a roof. Image from @ruiz2019.](img/rain.jpg){#fig-rain}\n![By @ann](a.jpg)\n"
    assert list(cited_keys(text)) == [("ruiz2019", 1, False), ("ann", 2, False)]


def test_a_bracket_within_another_or_open_at_the_end_of_its_row_is_told_by_the_inner_one() -> None:
    first, last = "[see @ruiz2019; [3.2](#a), [@ann](b) and @lee2020]", "@mo1999 [![@po](c) @xu2002]"
    assert list(cited_keys(f"{first}\n[@kim2001 and\n{last}\n")) == [
        ("ruiz2019", 1, True),
        ("lee2020", 1, True),
        ("kim2001", 2, True),
        ("mo1999", 3, False),
        ("po", 3, True),
        ("xu2002", 3, True),
    ]
