"""Tags of site generators that only hold an address."""

from __future__ import annotations

import pytest

from refcheck.reading import read
from refcheck.reading.formats.shortcodes import linked


@pytest.mark.parametrize(
    ("tag", "link"),
    [
        ('{% embed url="https://example.org/a/b" %}', "<https://example.org/a/b>"),
        ('{% embed url="https://example.org/a" caption="On moths" %}', "[On moths](https://example.org/a)"),
        ("{% link https://example.org/a %}", "<https://example.org/a>"),
        ('{{< card title="Falter" href="https://example.org/a" >}}', "[Falter](https://example.org/a)"),
        ('- {{% bookmark "https://example.org/a" %}}', "- <https://example.org/a>"),
        ("@[card](https://example.org/a)", "<https://example.org/a>"),
        ("[https://example.org/a:embed:cite]", "<https://example.org/a>"),
        ('<LinkCard href="https://example.org/a" />', "<https://example.org/a>"),
    ],
)
def test_a_tag_is_a_link(tag: str, link: str) -> None:
    assert linked(f"Text.\n{tag}\nText.") == f"Text.\n{link}\nText."


@pytest.mark.parametrize(
    "text",
    [
        '{{< figure src="https://example.org/a.png" >}}',
        'See {% embed url="https://example.org/a" %} there.',
        "{% include nav.html %}",
        "[https://example.org/a](https://example.org/a)",
        '<Figure src="https://example.org/a.png" />',
    ],
)
def test_pictures_and_other_tags_are_not(text: str) -> None:
    assert linked(text) == text


def test_a_list_of_tags() -> None:
    made = (
        "# Túneles\n\nTexto.\n\n## Referencias\n\n"
        '{% embed url="https://example.org/2014/tuneles.html" %}\n\n'
        '{% embed url="https://example.org/2015/puertos.html" %}\n'
    )
    assert [entry.raw for entry in read(made, path="x.md").entries] == [
        "https://example.org/2014/tuneles.html",
        "https://example.org/2015/puertos.html",
    ]
