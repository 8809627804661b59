"""Publisher and place in the fields that entries have for them."""

import pytest

from refcheck.exchange.bibtex_read import read_bibtex


@pytest.mark.parametrize(
    ("entry", "publisher", "place"),
    [
        ("@book{k, publisher={London ; New York : McGraw-Hill}}", "McGraw-Hill", "London ; New York"),
        ("@book{k, publisher={New York: Doubleday}}", "Doubleday", "New York"),
        ("@book{k, publisher={Oxford University Press: Oxford}}", "Oxford University Press: Oxford", ""),
        ("@book{k, publisher={Elm: A Press}, address={York}}", "Elm: A Press", "York"),
        ("@phdthesis{k, publisher={UMI}, school={University of Elm}}", "University of Elm", ""),
        ("@book{k, publisher={Springer, Boston, MA}}", "Springer", "Boston, MA"),
        ("@book{k, publisher={Elm Press, Lesser Elm}}", "Elm Press, Lesser Elm", ""),
        ("@book{k, publisher={Elm University Press, Lesser Elm}, mrnumber={1}}", "Elm University Press", "Lesser Elm"),
        ("@book{k, publisher={Elm Media, Inc.}, mrnumber={1}}", "Elm Media, Inc.", ""),
        ("@book{k, publisher={University of Elm, Berkeley}}", "University of Elm, Berkeley", ""),
        ("@book{k, title={Fires}, journal={Elm Press}}", "Elm Press", ""),
    ],
)
def test_publisher_and_place(entry: str, publisher: str, place: str) -> None:
    [reference] = read_bibtex(entry)
    assert (reference.publisher, reference.place) == (publisher, place)
