"""HTML as a format: the page of ``reports/page``, in the language asked for."""

from lxml.html import fromstring

from refcheck.reports import render
from refcheck.reports.formats.html import FORMAT
from refcheck.reports.page import html
from tests.reports import example


def test_the_format_is_the_page() -> None:
    assert FORMAT.render is html.pieces and FORMAT.options == ("language",)
    page = render([example.seed()], "html")
    assert page.startswith("<!DOCTYPE html>") and page.rstrip().endswith("</html>")
    assert len(fromstring(page).xpath("/html/head/title")) == 1


def test_its_labels_follow_the_language() -> None:
    pages = {language: render([example.seed()], "html", language=language) for language in ("en", "nl")}
    assert '<html lang="en"' in pages["en"] and '<html lang="nl"' in pages["nl"]
    assert pages["en"] != pages["nl"]


def test_without_reports_there_is_still_a_page() -> None:
    assert render([], "html").rstrip().endswith("</html>")
