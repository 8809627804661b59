"""Frames: fields that a printed phrase announces."""

import re

import pytest

from refcheck.parsing import parse
from refcheck.parsing.mending.frames import FRAMES


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
            "Rossi, Anna, Le maree, Torino, Einaudi, coll. «Saggi di mare», 1993.",
            {"title": "Le maree", "series": "Saggi di mare"},
        ),
        ("Sanuto, Marin, Diarii, XVII, coll. 566-567.", {"pages": "566--567", "series": ""}),
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


def test_every_frame_holds_a_needle_that_its_text_must_hold() -> None:
    assert all(frame.needles and all(frame.needles) and re.compile(frame.pattern).groups for frame in FRAMES.values())
