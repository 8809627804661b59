"""Frames of works that are neither articles nor books."""

import re

import pytest

from refcheck.parsing import parse
from refcheck.parsing.mending.frames import FRAMES
from refcheck.parsing.mending.frames_of_works import FRAMES_OF_WORKS


def test_every_frame_has_a_name_of_its_own_and_labels() -> None:
    assert FRAMES.keys().isdisjoint(FRAMES_OF_WORKS)
    assert all(re.compile(frame.pattern).groupindex for frame in FRAMES_OF_WORKS.values())


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ("Metropolis. Directed by Fritz Lang, performances by Brigitte Helm, UFA, 1927.", "misc", "Metropolis"),
        ("Turner, A. (2011). Video games [Song]. On Born to die. Interscope; Polydor.", "misc", "Video games"),
        ("Kim, D. (2018). Clinics [Master's thesis, Utah State University]. ProQuest.", "mastersthesis", "Clinics"),
    ],
)  # fmt: skip
def test_works_are_what_they_are(text: str, kind: str, title: str) -> None:
    found = parse(text)
    assert (found.type, found.title) == (kind, title)
