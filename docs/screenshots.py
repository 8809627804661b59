"""Takes the pictures of the docs: the worked example in the terminal, and its page at three widths in both themes.

usage: python docs/screenshots.py       writes docs/images/*.png; needs Chromium (apt install chromium)
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

import refcheck  # noqa: E402
from refcheck.config import Settings  # noqa: E402
from refcheck.reports import render  # noqa: E402
from tests.reports.browser import Browser  # noqa: E402

ARTICLE = "bib/hyperonafhankelijkheid.md"
WIDTHS = {"phone": (390, 1500), "tablet": (820, 1500), "desktop": (1280, 1500)}  # name: width, height shown, CSS pixels
COLUMNS = 104
THEME = TerminalTheme(
    (24, 26, 31),
    (226, 228, 233),
    [(24, 26, 31), (240, 113, 120), (126, 214, 160), (242, 192, 99), (122, 178, 255), (204, 178, 246), (116, 206, 220),
     (226, 228, 233)],
)  # fmt: skip
WINDOW = """<!DOCTYPE html><meta charset="utf-8"><style>
body {{ margin: 0; padding: 28px; background: #dfe3ea; width: max-content; }}
.window {{ background: {background}; color: {foreground}; border-radius: 12px; box-shadow: 0 12px 36px #0004; }}
.bar {{ display: flex; gap: 8px; padding: 14px 16px 4px; }}
.bar i {{ width: 12px; height: 12px; border-radius: 50%; background: #ff6058; }}
.bar i + i {{ background: #ffbd2e; }} .bar i + i + i {{ background: #28c93f; }}
pre {{ margin: 0; padding: 10px 24px 24px; font: 15px/1.4 "DejaVu Sans Mono", "Liberation Mono", monospace; }}
</style><div class="window"><div class="bar"><i></i><i></i><i></i></div><pre>{code}</pre></div>"""


def terminal(report: refcheck.Report) -> str:
    """The text report as a page that looks like a terminal."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), color_system="standard", force_terminal=True)
    console.print(Text.assemble(("$ ", "bold green"), (f"refcheck check {ARTICLE} --locked\n", "bold")))
    console.print(Text.from_ansi(render([report], "text", color=True, width=COLUMNS)))
    return console.export_html(theme=THEME, code_format=WINDOW, inline_styles=True)


def main() -> None:
    """All pictures, from the answers in bib/refcheck.lock."""
    os.chdir(ROOT)
    images = ROOT / "docs" / "images"
    images.mkdir(exist_ok=True)
    report = refcheck.check(Path(ARTICLE), settings=replace(Settings(), locked=True))
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        page = Path(folder) / "page.html"
        page.write_text(render([report], "html", language="en"), "utf-8")
        for name, (width, height) in WIDTHS.items():
            for dark in (False, True):
                browser.show(page, width=width, dark=dark)
                browser.picture(images / f"page-{name}-{'dark' if dark else 'light'}.png", height=height)
        browser.show(page, width=1100)
        browser.picture(images / "page-glance.png", of=".glance", margin=16)
        browser.run(f"document.querySelector('#a1-{len(report.references)} details').open = true")
        browser.picture(images / "page-source.png", of=f"#a1-{len(report.references)}", margin=16)
        page.write_text(terminal(report), "utf-8")
        browser.show(page, width=10)
        size = browser.run("[document.body.offsetWidth, document.body.offsetHeight]")
        browser.show(page, width=size[0])
        browser.picture(images / "terminal.png")


if __name__ == "__main__":
    main()
