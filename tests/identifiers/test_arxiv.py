"""The DOI of an arXiv work."""

import pytest

from refcheck.identifiers.arxiv import arxiv_doi


@pytest.mark.parametrize(
    ("number", "doi"),
    [
        ("1706.03762", "10.48550/arxiv.1706.03762"),
        ("1706.03762v12", "10.48550/arxiv.1706.03762"),
        ("hep-th/9901001", "10.48550/arxiv.hep-th/9901001"),
        ("math.GT/0703055", "10.48550/arxiv.math/0703055"),
        ("cond-mat.str-el/0102003v2", "10.48550/arxiv.cond-mat.str-el/0102003"),
    ],
)
def test_a_doi_has_neither_version_nor_class(number, doi):
    assert arxiv_doi(number) == doi
