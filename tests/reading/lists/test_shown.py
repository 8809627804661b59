"""Items of a list that do not look like references, by what surrounds them."""

from __future__ import annotations

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
