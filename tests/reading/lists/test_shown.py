"""Items of a list that do not look like references, by what surrounds them."""

from __future__ import annotations

import pytest

from refcheck.reading import read


def test_paragraphs_that_are_links_are_sites_below_the_heading_of_a_list() -> None:
    titles = ("Speicher und Seiten", "The kernel pool", "Objets du noyau", "内核对象")
    page = "\n\n".join(f"[{title}](https://x.org/{n})" for n, title in enumerate(titles))
    text = f"# Kernel\n\nAbout it.\n\n## Reference\n\nhttps://blog.example.cn/\n\n{page}\n"
    assert len(read(text, path="a.md").entries) == 5
    assert not read(text.replace("Reference", "The kernel"), path="a.md").entries


def test_the_first_and_last_of_plain_references_are_told_by_the_others() -> None:
    works = (
        "Rita Sutter. Temporal credit in learning from rewards. 1984.",
        "Lee Pinto, and Abel Gupta. Learning to grasp from 50k tries and 700 hours. Conference on Robots (ICRA). 2016.",
        "Sergio Lev, Peter Past, Alex Krish. Learning of coordination for grasping (Journal of Robots). 2017.",
        "Ana Murali, Ben Kehoe, Anna Garg, Seth McCar, Ken Gold. Learning by Observation for Surgical Subtasks: "
        "Cutting of 3D Viscoelastic and 2D Orthotropic Tissue Phantoms. Automation in Hospitals. May 2015.",
    )
    page = "\n\n".join(works)
    assert len(read(f"# Robots\n\nOn them.\n\n## References\n\n{page}\n", path="a.md").entries) == 4
    thanks = "We thank all who helped us. The work was done in Graz. It ended in May 2015."
    assert len(read(f"# Robots\n\nOn them.\n\n## References\n\n{page}\n\n{thanks}\n", path="a.md").entries) == 4


def test_a_note_that_is_a_title_with_its_address_is_a_reference_below_the_heading() -> None:
    text = "Firmware\n========\n\nOn steps [0]_.\n\nReferences\n==========\n\n.. [0] Cleaning - https://x.org/cleaning.html\n"
    assert len(read(text, path="a.rst").entries) == 1


def test_titles_go_on_behind_a_quotation_but_not_behind_what_follows_lists() -> None:
    first = "".join(f"- [{n} glibc にバッファオーバーフローの脆弱性](https://x.org/{n})\n" for n in "abc")
    second = "".join(f"- [{n} How to mitigate the buffer overflow in glibc](https://x.org/{n})\n" for n in "de")
    told = "> リモートからの攻撃はより難しくなりますが、影響は大きい。"
    page = f"# glibc\n\nOn it.\n\n## 参考\n\n{first}\n{told}\n\n{second}"
    assert len(read(page, path="a.md").entries) == 5
    menu = "- [Twitter](https://x.org/t)\n- [GitHub](https://x.org/g)\n"
    assert len(read(page.replace(second, menu), path="a.md").entries) == 3


def test_titles_with_a_link_behind_them_are_entries() -> None:
    page = (
        "Metodologias ágeis. Disponível no [link](https://x.org/agile).\n\n"
        "Devops. Disponível no [link](https://x.org/devops).\n"
    )
    assert len(read(f"# Métodos\n\nSobre métodos.\n\n## Referências\n\n{page}", path="a.md").entries) == 2
    assert not read(f"# Métodos\n\nSobre métodos.\n\n## Métodos\n\n{page}", path="a.md").entries


def test_a_list_of_nothing_but_links_below_the_heading_is_the_list() -> None:
    page = (
        "- [open.example.org/papers/p2892r0.pdf](https://open.example.org/papers/p2892r0.pdf)\n"
        "- [The story of regularity | Make it fast!](https://x.org/regularity)\n"
    )
    assert len(read(f"# C++\n\nOn operators.\n\n## References\n\n{page}", path="a.md").entries) == 2


def test_titles_with_addresses_below_headings_within_the_list() -> None:
    first = "Hello! Project「ハロ！コン 2026」公演情報。  \nhttps://x.org/event/1\n\n摂氏百度「観覧記」。  \nhttps://x.org/event/2"
    second = "まいきゅうの日記「ハロ！コン 2026 観覧記」。  \nhttps://x.org/event/3"
    text = f"# 公演\n\n公演について。\n\n## 参考資料\n\n### 公式情報\n\n{first}\n\n### 観覧記\n\n{second}\n"
    assert [entry.raw[-1] for entry in read(text, path="a.md").entries] == ["1", "2", "3"]


@pytest.mark.parametrize("suffix", ["md", "rst"])
def test_two_labelled_titles_with_addresses_are_a_list(suffix: str) -> None:
    head = "References\n==========\n\n"
    items = "[1] Überblick über Knoten\n  https://example.org/n\n\n[2] Placement & topology\n  https://example.org/p\n"
    title = "Nodes\n=====\n\nIt is said [1] and [2].\n\n"
    assert len(read(f"{title}{head}{items}", path=f"a.{suffix}").entries) == 2
    assert not read(f"{title}{head}[1] Not done yet\n\n[2] To be written\n", path=f"a.{suffix}").entries
