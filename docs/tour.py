"""Takes the README's pictures of the built site: `.venv/bin/python docs/tour.py` after `make site`."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "tour"
BRIEF = "/briefs/north-korea-russia-drones/"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SHOTS = [
    ("brief-wide", BRIEF, 1280, 1500, "light"),
    ("brief-dark", BRIEF, 1280, 1500, "dark"),
    ("brief-phone", BRIEF, 390, 1500, "light"),
    ("article-wide", f"{BRIEF}kyiv-independent/", 1280, 900, "light"),
    ("figures-wide", "/briefs/grey-heron-aground/#the-figures", 1280, 900, "light"),
    ("origins-wide", "/briefs/grey-heron-aground/#where-it-comes-from", 1280, 900, "light"),
    ("home-wide", "/", 1280, 900, "light"),
]


def main() -> None:
    """One PNG for each shot, below `docs/tour/`."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(ROOT / "site" / BRIEF.strip("/") / "card.png", FOLDER / "card.png")
    handler = functools.partial(_Quiet, directory=str(ROOT / "site"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    try:
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
            for name, path, width, height, scheme in SHOTS:
                _shoot(browser, f"{address}{path}", FOLDER / f"{name}.png", width, height, scheme)
            browser.close()
    finally:
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        return


def _shoot(browser: Browser, address: str, file: Path, width: int, height: int, scheme: str) -> None:
    page = browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    page.goto(address, wait_until="networkidle")
    page.screenshot(path=str(file))
    page.close()
    print(file.relative_to(ROOT))


if __name__ == "__main__":
    main()
