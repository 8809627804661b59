"""Wikitext as Markdown, line for line."""

from __future__ import annotations

import pytest

from refcheck.reading.formats.wikitext import is_dokuwiki, is_mediawiki, to_markdown, with_notes


@pytest.mark.parametrize(
    ("wiki", "markdown"),
    [
        ("== Life ==\n=== ''Youth'' ===", "## Life\n### <i>Youth</i>"),
        ("* one\n** two\n# first\n: set in", "- one\n    - two\n1. first\nset in"),
        ("'''Bold''' and ''Title'' and '''''both'''''", "Bold and <i>Title</i> and both"),
        ("[[Moth|moths]] of [[Kent]], [https://example.org/ a list]", "moths of Kent, [a list](https://example.org/)"),
        ("[[Datei:Falter.jpg|mini|Ein [[Falter]]]]Text", "Text"),
        ("A<!-- not\nshown -->B<nowiki>''x''</nowiki>", "A\nBx".replace("x", "")),
        ('{| class="wikitable"\n! Year\n|-\n| style="x" | 1990\n|}', "\n Year\n\n 1990\n"),
        ("2 * 3 and snake_case", "2 * 3 and snake&#95;case"),
    ],
)
def test_mediawiki(wiki: str, markdown: str) -> None:
    assert to_markdown(wiki) == markdown


@pytest.mark.parametrize(
    ("wiki", "markdown"),
    [
        ("====== Motten ======\n===== Leben =====\n", "# Motten\n## Leben\n"),
        ("  * eins\n    * zwei\n  - erstens", "- eins\n    - zwei\n1. erstens"),
        ("//Titel//, http://example.org/a, **fett**", "<i>Titel</i>, http://example.org/a, fett"),
        ("[[wiki:motten]] [[https://example.org|Liste]] {{:bild.png?200}}", "motten [Liste](https://example.org) "),
        ("| Ort | 1990 |\n^ Jahr ^", " Ort | 1990 |\n^ Jahr ^"),
    ],
)
def test_dokuwiki(wiki: str, markdown: str) -> None:
    page = "\n====== Seite ======\n\nText.((Eine Anmerkung.))\n"
    assert to_markdown(wiki + page).startswith(markdown)


def test_notes_stand_behind_their_words_and_keep_the_lines() -> None:
    text = "They fly.<ref name=\"a\">Young,\n\n''Moths'', 1997.</ref> At night.<ref name=\"a\" />\nEnd."
    assert with_notes(text) == "They fly.\u2060^[ Young,\n\u2060\n<i>Moths</i>, 1997.] At night.\nEnd."
    page = "====== Motten ======\nSie fliegen.((Vgl. [[https://example.org|Young]] (1997).))\n"
    assert "\u2060^[ Vgl. [Young](https://example.org) (1997).]" in to_markdown(page)


def test_what_tells_the_two() -> None:
    assert is_dokuwiki("====== A ======\n\nText.((Note.))\n") and not is_dokuwiki("==== A ====\n\nf((x))\n" * 0)
    assert is_mediawiki("== A ==\n\nText.<ref>Note.</ref>\n") and not is_mediawiki("== A ==\n\nText.\n")
