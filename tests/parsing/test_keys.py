"""Keys of references."""

from hypothesis import given
from hypothesis import strategies as st

from refcheck.model import Name, Reference
from refcheck.parsing.keys import make_key, with_keys


def test_keys_are_plain_and_tell_the_work() -> None:
    assert make_key([Name("Østergård")], 2018, "The Ångström of it") == "ostergard2018angstrom"


@given(st.lists(st.sampled_from(["Smith", "smith", "Öz", ""]), max_size=40))
def test_keys_are_unique_whatever_the_list(names: list[str]) -> None:
    keys = [r.key.lower() for r in with_keys(Reference(raw="", authors=(Name(n),) if n else ()) for n in names)]
    assert len(set(keys)) == len(keys)
    assert all(keys)
