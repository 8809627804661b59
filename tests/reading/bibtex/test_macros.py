"""A bibliography's own LaTeX macros."""

import pytest

from refcheck.reading.bibtex.blocks import blocks_of
from refcheck.reading.bibtex.macros import expanded, macros_of, pattern_of


def value_of(preamble: str, value: str) -> str:
    macros = macros_of([preamble])
    return expanded(value, macros, pattern_of(macros))


@pytest.mark.parametrize(
    ("preamble", "value", "expected"),
    [
        (r'"\newcommand{\jf}{Journal of Fires}"', r"{\jf}", "{Journal of Fires}"),
        (r'"\def\jf{J. Fires} " # "\def\jg{J. Floods}"', r"\jf\ A, \jg{} B", r"J. Fires\ A, J. Floods B"),
        (r'"\providecommand{\sortas}[2]{#2}"', r"\sortas{Berg}{van den Berg}, Ann", "van den Berg, Ann"),
        (r'"\newcommand*\skip[1]{}"', r"\skip {aa}Fires", "Fires"),
        (r'"\newcommand{\a}{x}\newcommand{\whole}{\part s}\newcommand{\part}{Fire}"', r"\whole", "Fires"),
        (r'"\newcommand{\loop}{\loop x}"', r"\loop", r"\loop xxxxx"),
        (r'"\def\ring#1{\setbox0=\hbox{#1}o}"', r"\ring{A}lder", r"\ring{A}lder"),  # drawn, not written
        (r'"\renewcommand{\url}[1]{\texttt{#1}}"', r"\url{https://example.org}", r"\url{https://example.org}"),
        ("", r"Arnol{\cprime}d \polhk{a} \printfirst{1969}{1968} \switchargs{a}b", r"Arnol{'}d \k{a} 1969 ba"),
        ("", r"\VAN{Berg}{van den}{Van den} Berg", "van den Berg"),
        ("", r"\printfirst{1969", r"{969"),  # a broken entry
    ],
)
def test_macros_give_way_to_what_they_stand_for(preamble: str, value: str, expected: str) -> None:
    assert value_of(preamble, value) == expected


def test_the_preamble_holds_for_the_entries_above_it() -> None:
    (entry,) = blocks_of('@article{k, journal = {\\jf}}\n@preamble{"\\newcommand{\\jf}{Journal of Fires}"}')
    assert {field.key: field.value for field in entry.fields} == {"journal": "Journal of Fires"}


def test_values_do_not_grow_without_end() -> None:
    assert value_of(r'"\newcommand{\x}{\x\x\x\x\x\x\x\x\x\x\x\x}"', r"\x " * 5000).count(r"\x") < 100_000
