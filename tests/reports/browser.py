"""A headless Chromium, driven over the DevTools protocol by a pipe: for the tests of the page and for its pictures."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
    "--remote-debugging-pipe",
)  # fmt: skip


class Browser:
    """One page in a new profile. ``events`` holds everything the browser reported, in order."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="refcheck-chromium-", ignore_cleanup_errors=True)
        read_theirs, self._write = os.pipe()
        self._read, write_theirs = os.pipe()

        def wire() -> None:  # Chromium reads commands from descriptor 3 and writes to 4
            low, high = os.dup(read_theirs), os.dup(write_theirs)
            os.dup2(low, 3)
            os.dup2(high, 4)

        self._process = subprocess.Popen(
            [CHROMIUM, *FLAGS, f"--user-data-dir={self._folder.name}", "about:blank"],
            preexec_fn=wire,
            pass_fds=(3, 4),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(read_theirs)
        os.close(write_theirs)
        self._buffer = b""
        self._number = 0
        self._session = ""
        self.events: list[dict[str, Any]] = []
        page = next(t for t in self._pages() if t["type"] == "page")
        self._session = self.ask("Target.attachToTarget", targetId=page["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.ask(f"{domain}.enable")

    def _pages(self) -> list[dict[str, Any]]:
        """The open tabs; there is none yet just after the start."""
        for _ in range(100):
            targets: list[dict[str, Any]] = self.ask("Target.getTargets")["targetInfos"]
            if any(target["type"] == "page" for target in targets):
                return targets
            time.sleep(0.05)
        raise RuntimeError("Chromium opened no page")

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._process.terminate()
        self._process.wait(20)
        os.close(self._write)
        os.close(self._read)
        self._folder.cleanup()

    def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """One DevTools command and its result. Raises RuntimeError when Chromium refuses it."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            reply = self._next()
            if reply.get("id") == self._number:
                if "error" in reply:
                    raise RuntimeError(f"{method}: {reply['error']['message']}")
                result: dict[str, Any] = reply["result"]
                return result
            self.events.append(reply)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            data = os.read(self._read, 1 << 16)
            if not data:
                raise RuntimeError("Chromium ended")
            self._buffer += data
        message, _, self._buffer = self._buffer.partition(b"\0")
        reply: dict[str, Any] = json.loads(message)
        return reply

    def show(self, page: Path, *, width: int = 1280, dark: bool = False, media: str = "") -> None:
        """Open a file at a width in CSS pixels and a theme, and wait until it is laid out."""
        self.events.clear()
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 600)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.ask("Emulation.setEmulatedMedia", media=media, features=[scheme])
        self.ask("Page.navigate", url=page.resolve().as_uri())
        self.run("new Promise(done => document.readyState === 'complete' ? done() : addEventListener('load', done))")

    def run(self, script: str) -> Any:
        """The value of a JavaScript expression, JSON-ready; promises are waited for."""
        result = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"].get("exception", {}).get("description", "script failed"))
        return result["result"].get("value")

    def picture(self, file: Path, *, height: int = 0, of: str = "", margin: int = 0) -> None:
        """A PNG of the page at its width, whole or its first ``height`` pixels, or of the element ``of`` selects."""
        size = self.ask("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": height or size["height"]}
        if of:
            box = self.run(
                f"(b => [b.x, b.y, b.width, b.height])(document.querySelector({of!r}).getBoundingClientRect())"
            )
            x, y, width, tall = box
            clip = {"x": x - margin, "y": y - margin, "width": width + 2 * margin, "height": tall + 2 * margin}
        data = self.ask("Page.captureScreenshot", format="png", clip=clip | {"scale": 1}, captureBeyondViewport=True)
        file.write_bytes(base64.b64decode(data["data"]))

    def pdf(self, file: Path) -> None:
        """The page as it prints on A4."""
        data = self.ask("Page.printToPDF", paperWidth=8.27, paperHeight=11.69, printBackground=False)["data"]
        file.write_bytes(base64.b64decode(data))

    def reported(self, *methods: str) -> list[dict[str, Any]]:
        """The parameters of the events of these kinds since the page was opened."""
        self.run("1")
        return [event["params"] for event in self.events if event.get("method") in methods]
