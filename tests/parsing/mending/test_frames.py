"""Frames: fields that a printed phrase announces."""

import pytest

from refcheck.parsing import parse
from refcheck.parsing.mending import frames
from refcheck.parsing.tagging.tagger import tag
from refcheck.parsing.tagging.tokens import tokenize
from tests.parsing.mending.examples import Case, cases_of, with_and_without


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Wu L, Tan B. Asthma in cities. Chest. 2018;154(2):S11-S19.e5.", {"issue": "2", "pages": "S11--S19.e5"}),
        (
            "A. Rossi, “Foil bearings,” IEEE Trans. Magn., vol. 50, no. 7, Jul. 2014, Art. no. 8200304.",
            {"pages": "8200304"},
        ),
        (
            "K. Ito and P. Lam, “Cooled switch for mains,” U.S. Patent 5 123 456, Mar. 3, 1992.",
            {"type": "patent", "number": "5 123 456", "volume": "", "pages": ""},
        ),
        (
            "Khan, R. (2009). Wound dressing (WO 2009/123456). World Intellectual Property Organization.",
            {"title": "Wound dressing", "number": "WO 2009/123456"},
        ),
        (
            "Eco, U. (2012). Cómo se hace una tesis (L. Baranda & A. Clavería, Trads.). Gedisa.",
            {"title": "Cómo se hace una tesis"},
        ),
        (
            "Lee S, Kim H. Sleep in shift workers. medRxiv 2022.04.11.22273700 [Preprint]. 2022.",
            {"title": "Sleep in shift workers", "volume": "", "issue": ""},
        ),
    ],
)
def test_frames(text: str, fields: dict[str, object]) -> None:
    found = parse(text)
    assert {name: getattr(found, name) for name in fields} == fields


def test_a_translator_in_brackets_is_read() -> None:
    found = parse("Eco, U. (2012). Cómo se hace una tesis (L. Baranda & A. Clavería, Trads.). Gedisa.")
    assert [name.family for name in found.translators] == ["Baranda", "Clavería"]


@pytest.mark.parametrize("case", cases_of(frames), ids=lambda case: str(case["rule"]))
def test_a_rule_finds_what_the_tagger_alone_misses(case: Case) -> None:
    with_it, without = with_and_without(case)
    assert with_it == case["fields"] != without


def test_all_frames_together_do_what_each_does() -> None:
    for case in cases_of(frames):
        text, tokens = case["text"], tokenize(case["text"])
        at_once = list(tag([(tokens, "")])[0].labels)
        one_by_one = list(at_once)
        frames.all_frames(text, tokens, at_once)
        for frame in frames.FRAMES.values():
            frame(text, tokens, one_by_one)
        assert at_once == one_by_one, text
