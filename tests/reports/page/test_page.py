"""The page in Debian's Chromium: no errors or requests, readable in both themes, usable by keyboard, whole on paper."""

from __future__ import annotations

from pathlib import Path

import pytest

import refcheck
from refcheck.reports import render
from tests.long_lists import SIXTY, THREE_HUNDRED, long_list, registers
from tests.reports import example
from tests.reports.browser import CHROMIUM, Browser

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed (apt install chromium)")

PAGES = {
    "one": ([example.seed], "nl"),
    "many": ([example.seed, example.troubled, example.empty, example.clean], "en"),
    "hostile": ([example.hostile], "fr"),
    "sixty": ([lambda: long_list(60)], "en"),
    "three hundred": ([lambda: long_list(300)], "en"),
}


@pytest.fixture(scope="module")
def browser():
    with Browser() as running:
        yield running


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    out = {}
    for name, (makes, language) in PAGES.items():
        out[name] = folder / f"{name}.html"
        out[name].write_text(render([make() for make in makes], "html", language=language), "utf-8")
    return out


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_no_error_no_request_no_sideways_scrolling(browser, files, name, width) -> None:
    browser.show(files[name], width=width)
    assert browser.reported("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded") == []
    requests = [event["request"]["url"] for event in browser.reported("Network.requestWillBeSent")]
    assert requests == [files[name].resolve().as_uri()]
    assert browser.run("document.documentElement.scrollWidth <= innerWidth")
    assert browser.run("document.title").endswith(" · refcheck")


CONTRAST = """
(() => {
  document.querySelectorAll('details').forEach(d => d.open = true);
  const context = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgba = color => {
    context.clearRect(0, 0, 1, 1); context.fillStyle = color; context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data];
  };
  const over = (top, under) => top.slice(0, 3).map((c, i) => c * top[3] / 255 + under[i] * (1 - top[3] / 255));
  const background = node => {
    if (!node) return [255, 255, 255];
    const own = rgba(getComputedStyle(node).backgroundColor);
    return own[3] === 255 ? own.slice(0, 3) : over(own, background(node.parentElement));
  };
  const light = rgb => {
    const [r, g, b] = rgb.map(c => c / 255).map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const bad = [];
  let seen = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || node.closest('style, title, desc, .vh, .skip')) continue;
    const style = getComputedStyle(node);
    if (style.display === 'none' || !node.getClientRects().length) continue;
    const svg = node instanceof SVGElement;
    const circle = svg && node.parentElement.querySelector('circle');
    const under = circle ? rgba(getComputedStyle(circle).fill).slice(0, 3) : background(node);
    const ink = over(rgba(svg ? style.fill : style.color), under);
    const [a, b] = [light(ink), light(under)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    seen += 1;
    if (ratio < 4.5) bad.push([walker.currentNode.data.trim().slice(0, 40), ratio.toFixed(2)]);
  }
  return {seen, bad};
})()
"""


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("dark", [False, True])
def test_all_text_has_the_contrast_wcag_aa_asks_for(browser, files, name, dark) -> None:
    browser.show(files[name], dark=dark)
    result = browser.run(CONTRAST)
    assert result["seen"] > 50
    assert result["bad"] == []


def test_the_two_themes_differ(browser, files) -> None:
    colors = []
    for dark in (False, True):
        browser.show(files["one"], dark=dark)
        colors.append(browser.run("getComputedStyle(document.body).backgroundColor"))
    assert colors[0] != colors[1]


NAMELESS = """
[...document.querySelectorAll('a, button, summary, input, select, textarea, [tabindex], nav, section, svg[role=img]')]
  .filter(node => !(node.getAttribute('aria-label') || node.getAttribute('aria-labelledby') || node.textContent.trim()
    || (node.labels && node.labels.length)))
  .map(node => node.outerHTML.slice(0, 80))
"""


@pytest.mark.parametrize("name", PAGES)
def test_everything_one_can_reach_has_a_name(browser, files, name) -> None:
    browser.show(files[name])
    assert browser.run(NAMELESS) == []
    landmarks = browser.run(
        "['header', 'main', 'footer'].map(tag => document.querySelectorAll('body > ' + tag).length)"
    )
    assert landmarks == [1, 1, 1]


def press(browser, key: str) -> None:
    code = {"Tab": 9, "Enter": 13, " ": 32}[key]
    text = {"Enter": "\r", " ": " "}.get(key)
    down = {"type": "keyDown", "key": key, "windowsVirtualKeyCode": code} | ({"text": text} if text else {})
    browser.ask("Input.dispatchKeyEvent", **down)
    browser.ask("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)


@pytest.mark.parametrize(("name", "count"), [("one", 5), ("sixty", 60), ("three hundred", 300)])
def test_keyboard_skips_reaches_every_card_and_shows_where_it_is(browser, files, name, count) -> None:
    browser.show(files[name])
    press(browser, "Tab")
    assert browser.run("document.activeElement.className") == "skip"
    assert browser.run("document.activeElement.getBoundingClientRect().top >= 0"), "the skip link shows itself"
    reached = set()
    for _ in range(80 + 6 * count):
        press(browser, "Tab")
        if not browser.run("document.activeElement !== document.body"):
            break
        assert browser.run("getComputedStyle(document.activeElement).outlineStyle !== 'none'")
        reached.add(browser.run("(document.activeElement.closest('.card') || {}).id || ''"))
    assert {f"a1-{number}" for number in range(1, count + 1)} <= reached


def test_details_open_by_keyboard_and_the_list_can_be_narrowed_without_a_script(browser, files) -> None:
    browser.show(files["one"])
    browser.run("document.querySelector('#a1-1 summary').focus()")
    press(browser, "Enter")
    assert browser.run("document.querySelector('#a1-1 details').open")
    shown = "[...document.querySelectorAll('.card')].filter(card => card.getClientRects().length).map(card => card.id)"
    assert len(browser.run(shown)) == 5
    browser.run("document.querySelector('input[value=open]').click()")
    assert browser.run(shown) == ["a1-2", "a1-3", "a1-5"]


def test_the_search_box_hides_what_lacks_the_words(browser, files) -> None:
    browser.show(files["one"])
    typed = "const f = document.querySelector('.search input'); f.value = '%s'; f.dispatchEvent(new Event('input'))"
    shown = "[...document.querySelectorAll('.card')].filter(card => card.getClientRects().length).map(card => card.id)"
    assert browser.run("!document.querySelector('.search').hidden")
    browser.run("{" + typed % "PURSHOUSE conflict" + "}")
    assert browser.run(shown) == ["a1-5"]
    assert browser.run("document.querySelector('.found').textContent") == "1 van 5 getoond"
    browser.run("{" + typed % "" + "}")
    assert len(browser.run(shown)) == 5


def test_hostile_page_runs_nothing(browser, files) -> None:
    browser.show(files["hostile"])
    assert browser.reported("Page.javascriptDialogOpening") == []
    assert browser.run("document.querySelectorAll('iframe, img, object').length") == 0
    assert "<script>alert(1)</script>" in browser.run("document.querySelector('.card').innerText")


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The pages of the two long lists: the sixty with what Crossref has of them, the three hundred on an empty lock."""
    folder = tmp_path_factory.mktemp("lists")
    with registers() as environment, pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        patch.setenv("XDG_CACHE_HOME", str(folder))
        reports = {
            "60": refcheck.check(SIXTY),
            "300": refcheck.check(THREE_HUNDRED, settings=refcheck.Settings(locked=True)),
        }
    for name, report in reports.items():
        (folder / f"{name}.html").write_text(render([report], "html"), "utf-8")
    return {name: folder / f"{name}.html" for name in reports}


@pytest.mark.parametrize(("name", "most"), [("60", 8), ("300", 20)])
def test_long_lists_fit_a_few_sheets(browser, lists, tmp_path, name, most) -> None:
    pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 is an extra")
    browser.show(lists[name])
    browser.pdf(tmp_path / "page.pdf")
    assert len(pdfium.PdfDocument(tmp_path / "page.pdf")) <= most


@pytest.mark.parametrize(("width", "most"), [(360, 700), (768, 400), (1280, 400)])
def test_what_to_do_stands_under_the_verdict(browser, lists, width, most) -> None:
    browser.show(lists["60"], width=width)
    assert browser.run("document.querySelector('.todo').getBoundingClientRect().top") < most
    assert browser.run("document.documentElement.scrollWidth <= innerWidth")
    assert not browser.run("document.querySelector('nav.each').checkVisibility()"), "sixty chips are folded"


def test_paper_names_the_references_of_every_task(browser, lists) -> None:
    browser.show(lists["60"], media="print")
    shown = "about => [...about.querySelectorAll('a')].some(link => link.checkVisibility())"
    tasks = browser.run(f"[...document.querySelectorAll('.todo .about')].map({shown})")
    assert len(tasks) > 10
    assert all(tasks)


def test_paper_has_everything_and_the_addresses(browser, files, tmp_path) -> None:
    pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 is an extra")
    browser.show(files["one"], dark=True)
    browser.pdf(tmp_path / "page.pdf")
    sheets = pdfium.PdfDocument((tmp_path / "page.pdf").read_bytes())
    words = "".join(" ".join(sheet.get_textpage().get_text_range() for sheet in sheets).split())
    assert 2 <= len(sheets) <= 5
    assert "https://doi.org/10.1007/3-540-36970-8_2" in words
    assert "Inhetartikeleninhetregister" in words
    assert "Deoverigebronnen:" in words, "what needs no attention has a line each"
    browser.show(files["one"], dark=True, media="print")
    assert browser.run("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
