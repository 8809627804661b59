"""What a format says of itself is true."""

import inspect

import pytest

from refcheck.reports import format_of, formats, stream
from refcheck.reports.base import Format
from tests.reports import example

LOOK = set(inspect.signature(stream).parameters) - {"reports", "format"}


@pytest.mark.parametrize("name", formats())
def test_a_format_takes_what_it_says_and_nothing_else(name: str) -> None:
    found = format_of(name)
    assert isinstance(found, Format)
    assert found.summary and "\n" not in found.summary
    assert set(found.options) <= LOOK
    assert set(inspect.signature(found.render).parameters) - {"reports"} >= set(found.options)


@pytest.mark.parametrize("name", [name for name in formats() if format_of(name).single_pass])
def test_a_format_of_a_single_pass_takes_an_iterator(name: str) -> None:
    reports = [example.seed(), example.troubled()]
    assert "".join(stream(iter(reports), name)) == "".join(stream(reports, name)) != ""


def test_some_formats_need_one_pass_only() -> None:
    assert format_of("jsonl").single_pass and not Format("x", str).single_pass
