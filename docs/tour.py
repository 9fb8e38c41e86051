"""Takes the README's pictures of the shipped site and of the large brief: `make tour`, after `make site`."""

from __future__ import annotations

import functools
import http.server
import io
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from generator.cli import commands
from tests.acceptance.desk import Desk
from tests.acceptance.serving import serving
from tests.large import SLUG, make_large

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "tour"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
COLOURS = 256
"""Of a picture's palette: as many as lettering needs to look as it did."""


@dataclass(frozen=True)
class Shot:
    """One picture: `at` is what it begins with, `across` how far the table is scrolled sideways."""

    name: str
    path: str
    width: int = 1280
    height: int = 900
    scheme: str = "light"
    at: str = ""
    across: int = 0


BRIEF = "/briefs/north-korea-russia-drones/"
SHIPPED = [
    Shot("brief-wide", BRIEF, height=1500),
    Shot("brief-dark", BRIEF, height=1500, scheme="dark"),
    Shot("brief-phone", BRIEF, 390, 1500),
    Shot("article-wide", f"{BRIEF}kyiv-independent/"),
    Shot("figures-wide", "/briefs/grey-heron-aground/", at=".b-chart"),
    Shot("origins-wide", "/briefs/grey-heron-aground/", at=".b-diagram"),
    Shot("home-wide", "/"),
    Shot("search-wide", "/?q=ferry"),
    Shot("results-wide", "/search/?q=ferry&kind=claim&order=newest"),
]
MANY = f"/briefs/{SLUG}/"
LARGE = [
    Shot("large-wide", MANY, at="#claim-damage", across=150),
    Shot("large-dark", f"{MANY}?status=differs&compare=courier,evening", at=".b-score", scheme="dark"),
    Shot("large-phone", MANY, 390, 1500, at="#claim-level"),
    Shot("large-origins", MANY, height=1300, at=".b-diagram"),
    Shot("large-article-wide", f"{MANY}courier/", height=1300, at=".b-article"),
    Shot("large-article-phone", f"{MANY}courier/", 390, 1500, at=".b-subheading"),
]


def main() -> None:
    """One PNG for each shot, below `docs/tour/`."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        for site, shots in ((ROOT / "site", SHIPPED), (_large(Path(folder)), LARGE)):
            with _served(site) as address:
                for shot in shots:
                    _take(browser, address, shot)
        _take_preview(browser, Path(folder) / "preview")
        browser.close()


# --- Private functions ---


def _large(root: Path) -> Path:
    """The large brief, built with the shipped site's configuration and written pages."""
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "site_src", root / "site_src")
    make_large(root)
    site = root / "site"
    options = ["build", "-q", "-f", str(root / "mkdocs.yml"), "-d", str(site)]
    CliRunner().invoke(commands, options, catch_exceptions=False)
    return site


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        return


@contextmanager
def _served(site: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def _take(browser: Browser, address: str, shot: Shot) -> None:
    page = browser.new_page(
        viewport={"width": shot.width, "height": shot.height},
        color_scheme="dark" if shot.scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    page.goto(f"{address}{shot.path}", wait_until="networkidle")
    if shot.at:
        page.locator(shot.at).first.evaluate("e => { e.scrollIntoView(); scrollBy(0, -e.offsetTop && -70) }")
    if shot.across:
        page.locator(".b-scroll").evaluate("(box, across) => (box.scrollLeft = across)", shot.across)
    page.wait_for_timeout(300)
    _save(page, shot.name)


def _take_preview(browser: Browser, root: Path) -> None:
    """The preview of a brief in which two slips have just been made."""
    for name in ("site_src", "briefs"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    file = root / "briefs/grey-heron-aground/brief.yml"
    with serving(Desk(root)) as address:
        page = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
        page.goto(f"{address}/briefs/grey-heron-aground/")
        written = file.read_text("utf-8")
        for right, wrong in (("ran aground on the Widow", "ran ashore on the Widow"), ("tags:", "tag:")):
            written = written.replace(right, wrong, 1)
        file.write_text(written, "utf-8")
        page.get_by_text("quote-not-found").wait_for()
        _save(page, "preview-wide")


def _save(page: Page, name: str) -> None:
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    file = FOLDER / f"{name}.png"
    picture.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(file, optimize=True)
    page.close()
    print(file.relative_to(ROOT), f"{file.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()
