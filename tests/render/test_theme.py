"""Our theme's folder over Material: what MkDocs prints unescaped is safe and shows verbatim."""

from __future__ import annotations

import http.server
import json
import threading
from collections.abc import Iterator
from functools import partial
from html import unescape
from pathlib import Path
from re import DOTALL, search
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.model.page import Heading, Markup, Page
from generator.model.settings import Settings
from generator.render import render_brief, to_markdown
from generator.theme import FOLDER
from tests.render.made import article, findings, parties

TITLE = """<b>x</b> & "y" '<img src=x onerror=alert(1)> </title><script>alert(2)</script> &lt;"""
CHROMIUM = Path("/usr/bin/chromium")


def _pages() -> list[Page]:
    claim = {"id": "c", "claim": TITLE, "reports": {"a": "Some words"}}
    made = findings(
        {"title": TITLE, "summary": TITLE, "author": TITLE, "tags": [TITLE], "claims": [claim]},
        {"a": article("a", "Some words.", title=TITLE)},
        parties(a=TITLE),
    )
    home = Page("index.md", {"title": "Home"}, (Heading(2, "H"), Markup("<h1>Home</h1>")))
    return [home, *render_brief(made, Settings())]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as any engine that reads Markdown builds it, without our plugin."""
    root = tmp_path_factory.mktemp("site")
    for page in _pages():
        file = root / "docs" / page.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(to_markdown(page), encoding="utf-8")
    config: dict[str, Any] = {
        "site_name": "Site",
        "docs_dir": str(root / "docs"),
        "site_dir": str(root / "site"),
        "theme": {"name": "material", "font": False, "custom_dir": str(FOLDER)},
        "plugins": ["search"],
        "nav": [{"Home": "index.md"}],
    }
    (root / "mkdocs.yml").write_text(json.dumps(config), encoding="utf-8")
    build(load_config(str(root / "mkdocs.yml")))
    return root / "site"


def _head(site: Path) -> str:
    return (site / "briefs" / "made" / "index.html").read_text(encoding="utf-8").split("</head>")[0]


def test_the_browsers_title_is_the_briefs_title_verbatim(site: Path) -> None:
    title = search(r"<title>(.*?)</title>", _head(site), DOTALL)
    assert title
    assert unescape(title[1]) == f"{TITLE} - Site"


@pytest.mark.parametrize("name", ["description", "author"])
def test_meta_elements_hold_it_verbatim(site: Path, name: str) -> None:
    content = search(f'<meta name="{name}" content="([^"]*)">', _head(site))
    assert content
    assert unescape(content[1]) == TITLE


def test_our_style_sheet_is_there_and_linked_once(site: Path) -> None:
    assert _head(site).count("assets/briefs/briefs.css") == 1
    assert (site / "assets" / "briefs" / "briefs.css").stat().st_size > 5000


def test_no_file_of_python_is_published(site: Path) -> None:
    assert not list(site.rglob("*.py*"))


def test_a_claim_is_found_by_itself_with_its_title_escaped_once(site: Path) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    entries = {entry["location"]: entry for entry in index["docs"]}
    assert unescape(entries["briefs/made/#claim-c"]["title"]) == TITLE
    assert unescape(entries["briefs/made/"]["title"]) == TITLE
    assert "Some words" in entries["briefs/made/#claim-c"]["text"]
    assert not [entry for entry in index["docs"] if "<b>" in entry["title"] or "<script" in entry["text"]]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.browser
def test_in_a_browser_it_shows_verbatim_runs_nothing_and_asks_no_other_host(address: str) -> None:
    if not CHROMIUM.exists():
        pytest.skip("there is no Chromium (`make browser` installs it)")
    from playwright.sync_api import sync_playwright

    ran: list[str] = []
    asked: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        page = browser.new_page()
        page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{address}briefs/made/")
        title = page.title()
        heading = page.locator("h1").inner_text()
        page.locator(".md-search__input").click()
        page.locator(".md-search__input").press_sequentially("words")
        found = page.locator(".md-search-result__article h2").first
        found.wait_for(state="attached", timeout=30_000)
        result = found.text_content()
        browser.close()
    assert title == f"{TITLE} - Site"
    assert (heading, result) == (TITLE, TITLE)
    assert ran == []
    assert all(url.startswith((address, "data:", "blob:")) for url in asked)
