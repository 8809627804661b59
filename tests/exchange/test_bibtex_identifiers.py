"""Identifiers of a BibTeX entry."""

import pytest

from refcheck.exchange.bibtex_write import read_bibtex


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        (r"doi={10.1007/978-3-540-1\_12}", {"doi": "10.1007/978-3-540-1_12"}),
        (r"doi={10.1007/978-3-540-1{\_}12}", {"doi": "10.1007/978-3-540-1_12"}),
        (
            r"doi={10.1002/1(1998)1:4{\textless}377::AID-J1{\textgreater}3.0}",
            {"doi": "10.1002/1(1998)1:4<377::aid-j1>3.0"},
        ),
        (r"url={\url{https://doi.org/10.1000/a\_b}}", {"doi": "10.1000/a_b", "url": "https://doi.org/10.1000/a_b"}),
        (r"howpublished={\url{https://example.org/a\%20b}}", {"url": "https://example.org/a%20b"}),
        ("note={PMID: 12345678, doi:10.1234/xyz.}", {"pmid": "12345678", "doi": "10.1234/xyz"}),
        ("note={Comment on doi:10.1234/xyz}", {"doi": ""}),
        ("isbn={0000000000000}", {"isbn": ""}),
        (r"url={http://a.org/b{\%}5Cnhttp://a.org/c}", {"url": "http://a.org/b"}),
        (r"note={Dostęp zdalny (25.04.2019): \url{http://a.org/b}}", {"url": "http://a.org/b"}),
        (r"note={Zuletzt aufgerufen am 3. Mai 2019: http://a.org/b}", {"url": "http://a.org/b"}),
        (r"note={Erişim tarihi: 3.05.2019, http://a.org/b}", {"url": "http://a.org/b"}),
        (r"note={Disponible en: http://a.org/b (última visita: 3 de mayo de 2019)}", {"url": "http://a.org/b"}),
        (r"note={Data at http://a.org/b}", {"url": ""}),
        (r"note={Traduit de http://a.org/b}", {"url": ""}),
        ("url={http://a.org/b}, ee={http://dx.doi.org/10.1000/1}", {"url": "http://a.org/b", "doi": "10.1000/1"}),
        ("url={PM:11146482}", {"pmid": "11146482", "url": ""}),
        ("url={MEDLINE:17677522}, pmid={17677523}", {"pmid": "17677523"}),
    ],
)
def test_identifiers_are_read_through_their_escapes_and_from_notes(fields: str, found: dict[str, str]) -> None:
    (reference,) = read_bibtex(f"@article{{a, title={{T}}, {fields}}}")
    assert {name: getattr(reference, name) for name in found} == found
    assert reference.problems == ()


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("volume={abs/1706.03762}, journal={CoRR}", {"arxiv": "1706.03762", "volume": ""}),
        ("volume={1410.5110}, journal={arXiv}", {"arxiv": "1410.5110", "volume": ""}),
        ("pages={1410.5110}, journal={Physical Review D}", {"arxiv": ""}),
        ("number={doi:10.1234/xyz-1}", {"doi": "10.1234/xyz-1", "issue": "", "number": ""}),
        ("isbn={10.1234/xyz-1}", {"doi": "10.1234/xyz-1", "isbn": ""}),
        ("series={ISBN 978-0-262-03384-8}", {"isbn": "9780262033848", "series": ""}),
        ("volume={10.1}, isbn={ISBN 978-0-262-03384-8}", {"volume": "10.1", "isbn": "9780262033848"}),
    ],
)
def test_an_identifier_in_place_of_a_number(fields: str, found: dict[str, str]) -> None:
    (reference,) = read_bibtex(f"@article{{a, title={{T}}, {fields}}}")
    assert {name: getattr(reference, name) for name in found} == found


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("url={hhttps://example.org/how}", {"url": "https://example.org/how"}),
        ("url={ISI:000181958400007}", {"url": ""}),
        ("url={example.org/fpp3}", {"url": "example.org/fpp3"}),
        ("url={doi:10.1234/abc1}", {"doi": "10.1234/abc1"}),
        ("journal={http://yann. example. com/exdb/}", {"url": "http://yann.example.com/exdb/", "container": ""}),
        (
            "journal={CityLab. Retrieved from: https://example.org/a.csv}",
            {"url": "https://example.org/a.csv", "container": "CityLab"},
        ),
        ("eprint={https://example.org/doi/pdf/10.1234/bdm.648}", {"doi": "10.1234/bdm.648", "arxiv": ""}),
        ("eprint={XXXX.XXXXX}, archiveprefix={arXiv}", {"arxiv": ""}),
        ("pdf={http://arxiv.org/pdf/2102.04471}", {"arxiv": "2102.04471"}),
        ("booktitle={arXiv:2005.14165v4 [cs.CL]}", {"arxiv": "2005.14165"}),
        ("url={https://arxiv.org/ftp/arxiv/papers/1612/1612.08468.pdf}", {"arxiv": "1612.08468"}),
        ("volume={Volume 16, Issue 3}", {"volume": "16", "issue": "3"}),
        ("pages={xviii+480}", {"pages": ""}),
    ],
)
def test_addresses_and_numbers_as_databases_and_programs_garble_them(fields: str, found: dict[str, str]) -> None:
    (reference,) = read_bibtex(f"@article{{a, title={{T}}, {fields}}}")
    assert {name: getattr(reference, name) for name in found} == found


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("note={To appear in JMLR, arXiv:1706.03762}", {"arxiv": "1706.03762"}),
        ("note={Im Druck (arXiv:hep-th/9711200)}", {"arxiv": "hep-th/9711200"}),
        ("note={Comment on arXiv:1706.03762}", {"arxiv": ""}),
        ("note={In press. See arXiv:1706.03762 and arXiv:1706.03763}", {"arxiv": ""}),
        ("journal={J. Glaciology (arXiv:1712.03301)}", {"arxiv": "1712.03301", "container": "J. Glaciology"}),
        ("version={ISBN 0-387-95457-0}", {"isbn": "0387954570"}),
        ("url={http://example.org/a/\n      b/c.tex}", {"url": "http://example.org/a/b/c.tex"}),
        ("url={http://example.org/a/\n      http://example.org/b}", {"url": "http://example.org/a/"}),
        (
            r"howpublished={Disponível em: \url{https://example.org/a}}",
            {"url": "https://example.org/a", "container": ""},
        ),
        ("addendum={Available at: http://example.org/a.pdf}", {"url": "http://example.org/a.pdf"}),
        ("annote={Cited In for PMID: 28061796}", {"pmid": ""}),
        ("note={Published: www.example.org}", {"url": "www.example.org"}),
        ("note={ISSN:~0028-0836, [online]. DOI:~10.1234/abc}", {"issn": "0028-0836", "doi": "10.1234/abc"}),
        ("note={Seen at http://example.org/:~ann/}", {"url": "http://example.org/:~ann/"}),
        ("eprint={00028282}, archiveprefix={arXiv}", {"arxiv": ""}),
        (r"url={http://example.org/\char126ann/}", {"url": "http://example.org/~ann/"}),
    ],
)
def test_identifiers_and_addresses_behind_words_or_across_lines(fields: str, found: dict[str, str]) -> None:
    (reference,) = read_bibtex(f"@misc{{a, title={{T}}, {fields}}}")
    assert {name: getattr(reference, name) for name in found} == found


def test_a_review_is_not_the_book_whose_doi_its_title_prints() -> None:
    book = "Anna Ruiz (2021). Salt. Basel, Salt Press. 432 p. ISBN 9783662631027."
    (review,) = read_bibtex(f"@article{{a, title={{On salt: {book} https://doi.org/10.1007/978-3-662-63103-4}}}}")
    (paper,) = read_bibtex("@article{a, title={On salt. https://doi.org/10.1007/s1}}")
    assert (review.doi, review.isbn, paper.doi) == ("", "", "10.1007/s1")
