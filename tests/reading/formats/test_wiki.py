"""Pages of wikis, whose references stand in their notes."""

from __future__ import annotations

import pytest

from refcheck.reading import read

MEDIAWIKI = """== Żywot ==
Zamek zbudowano w XIV wieku.<ref>Jan Kowalski, ''Zamki polskie'', Warszawa: PWN 1987, s. 55.</ref> Spłonął w 1657
roku.<ref>{{cite book |nazwisko=Nowak |imię=Anna |tytuł=Potop |wydawca=Znak |rok=2003}}</ref> Co do tego nie ma
zgody.<ref>Tak przynajmniej mówią przewodnicy.</ref>

== Przypisy ==
<references />

== Bibliografia ==
* {{cite book |nazwisko=Wilk |imię=Ewa |tytuł=Mury |wydawca=Znak |rok=2010 |isbn=9780713486421}}
"""
DOKUWIKI = """====== Die alte Brücke ======

Die Brücke wurde 1788 vollendet.((Mathias Untermann: //Brücken am Neckar//. Ubstadt: Regionalkultur 2006, S. 41.))
Ihr Tor ist älter.((Karl Christ: "Das Brückentor". In: //Neues Archiv// 3 (1898), S. 12-29.)) Das wird
bestritten.((So auch die Stadtführer.))
"""


@pytest.mark.parametrize("name", ["a.wiki", "a.mediawiki", "a.txt"])
def test_mediawiki(name: str) -> None:
    article = read(MEDIAWIKI, path=name)
    assert article.format == "wiki"
    assert [entry.line for entry in article.entries] == [2, 3, 10]
    assert article.entries[1].raw == "Nowak, Anna. Potop. Znak, 2003."


@pytest.mark.parametrize("name", ["a.txt", "a.dokuwiki"])
def test_dokuwiki(name: str) -> None:
    article = read(DOKUWIKI, path=name)
    assert [(entry.line, entry.raw[:12]) for entry in article.entries] == [(3, "Mathias Unte"), (4, "Karl Christ:")]


def test_notes_of_a_wiki_in_markdown() -> None:
    note = "<ref>Jan Kowalski, ''Zamki polskie'', Warszawa: PWN 1987, s. 55.</ref>"
    text = f"# Zamek\n\nZbudowano go.{note}\n\n<references/>\n"
    assert [entry.line for entry in read(text, path="a.md").entries] == [3]
    shown = f"# Notes\n\n```\n{text}```\n"
    assert read(shown, path="a.md").entries == ()
