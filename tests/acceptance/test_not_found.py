"""At an address that the site doesn't have stands a page of the site, with a search that finds what was meant."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.sample import edit, make_site

from .conftest import _Silent
from .desk import Desk

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

DEEP = "briefs/north-korea-drone/deep/"


class _Host(_Silent):
    """A host that shows the 404.html nearest to its top wherever it has nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        top = Path(self.directory)
        page = next(iter(sorted(top.rglob("404.html"), key=lambda path: len(path.parts)))).read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """The address of a host of `folder`."""
    handler = functools.partial(_Host, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture(scope="module")
def address(shipped: Desk) -> Iterator[str]:
    with hosted(shipped.root / "site") as address:
        yield address


def opened(browser: Browser, address: str, path: str, **options: object) -> Page:
    """A tab on which a missing page was asked for."""
    tab = browser.new_page(base_url=address, reduced_motion="reduce", **options)  # type: ignore[arg-type]
    answer = tab.goto(f"/{path}")
    assert answer is not None
    assert answer.status == 404
    return tab


def test_it_is_a_page_of_the_site_at_any_depth(browser: Browser, address: str) -> None:
    failed: list[str] = []
    tab = browser.new_page(base_url=address)
    tab.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    tab.goto(f"/{DEEP}")
    assert tab.title() == "Not found - The Brief"
    assert failed == [f"{address}/{DEEP}"]
    assert tab.locator("h1").evaluate("h => getComputedStyle(h).fontFamily").startswith('"Iowan')
    links = tab.locator(".b-lost a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert links == ["/", "/briefs/", "/tags/", "/archive/"]
    assert all(tab.request.get(link).ok for link in links)
    tab.close()


def test_its_search_finds_the_brief_that_was_meant(browser: Browser, address: str) -> None:
    tab = opened(browser, address, DEEP)
    assert tab.get_by_label("Search this site").input_value() == "north korea drone deep"
    tab.get_by_label("Search this site").press("Enter")
    found = tab.locator(".md-search-result__link").first
    found.wait_for(timeout=20_000)
    assert "/briefs/north-korea-russia-drones/" in str(found.get_attribute("href"))
    tab.close()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("harbour-strike", "harbour strike"),
        ("briefs/harbour_strike/index.html", "harbour strike"),
        ("gone.html", "gone"),
        ("tags/f%C3%A4rja%20nu/", "färja nu"),
        ("a/%3Cimg%20src=x%20onerror=alert(1)%3E", "img src x onerror alert 1"),
        ("a/b%E0c", "b E0c"),
        ("-/", ""),
    ],
)
def test_it_suggests_the_words_of_the_address(path: str, words: str, browser: Browser, address: str) -> None:
    tab = opened(browser, address, path)
    assert tab.locator("#b-lost-query").input_value() == words
    tab.close()


def test_without_javascript_there_are_the_links_and_no_search(browser: Browser, address: str) -> None:
    tab = opened(browser, address, DEEP, java_script_enabled=False)
    assert not tab.locator(".b-lost__search").is_visible()
    assert tab.locator(".b-lost a").count() == 4
    tab.close()


def test_a_site_below_another_address_finds_its_own(browser: Browser, tmp_path: Path) -> None:
    desk = Desk(make_site(tmp_path))
    edit(tmp_path / "mkdocs.yml", "https://example.org/", "https://example.org/news/")
    assert desk.run("build", "-d", str(tmp_path / "host" / "news")).code == 0
    with hosted(tmp_path / "host") as address:
        tab = opened(browser, address, "news/briefs/harbour-strike/x/y/")
        assert tab.locator("#b-lost-query").input_value() == "harbour strike x y"
        assert tab.locator("h1").evaluate("h => getComputedStyle(h).fontFamily").startswith('"Iowan')
        tab.locator("#b-lost-query").fill("wage rise")
        tab.get_by_role("button", name="Search").last.click()
        found = tab.locator(".md-search-result__link").first
        found.wait_for(timeout=20_000)
        assert "/news/briefs/strike/" in str(found.get_attribute("href"))
        tab.close()
