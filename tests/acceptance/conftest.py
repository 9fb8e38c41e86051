"""What the acceptance tests share: sites built once, and a browser."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.large import make_large

from .desk import CONFIG, PROJECT, SHARED, Desk, bare_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = Path("/usr/bin/chromium")
BOTH_SCHEMES = CONFIG.replace(
    "font: false}",
    """font: false, features: [navigation.tabs, navigation.top], palette: [
    {media: "(prefers-color-scheme: light)", scheme: default, primary: white, toggle: {icon: logo, name: Dark}},
    {media: "(prefers-color-scheme: dark)", scheme: slate, primary: black, toggle: {icon: logo, name: Light}}]}
""".replace("logo", "material/brightness-6"),
)
"""A site that is light or dark as the reader's system is."""


def own_site(root: Path) -> Desk:
    """A site of this project's configuration and hand-written pages, without its briefs."""
    shutil.copytree(PROJECT / "site_src", root / "site_src")
    shutil.copy(PROJECT / "mkdocs.yml", root)
    return Desk(root)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The two real reports of the design, in a site of ours."""
    briefs = SHARED / "design" / "example" / "briefs"
    if not briefs.is_dir():
        pytest.skip("the example is kept beside the project, in shared/")
    desk = own_site(tmp_path_factory.mktemp("example"))
    shutil.copytree(briefs, desk.root / "briefs")
    for path in (desk.root / "briefs").rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return desk


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The site that this project ships, built into `site/`."""
    desk = own_site(tmp_path_factory.mktemp("shipped"))
    shutil.copytree(PROJECT / "briefs", desk.root / "briefs")
    outcome = desk.run("build", "--strict", "-d", str(desk.root / "site"))
    assert outcome.code == 0, outcome.err
    return desk


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A site with the large brief alone, built into `site/`."""
    desk = bare_site(tmp_path_factory.mktemp("large")).write({"mkdocs.yml": BOTH_SCHEMES})
    make_large(desk.root)
    outcome = desk.run("build", "-d", str(desk.root / "site"))
    assert outcome.code == 0, outcome.err
    return desk


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, by Playwright, of which a thread can have one at a time."""
    if not CHROMIUM.exists():
        pytest.skip(f"there is no browser: {CHROMIUM} is absent")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser
        browser.close()


class _Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server of `folder`."""
    handler = functools.partial(_Silent, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
