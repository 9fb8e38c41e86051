"""Payloads in what anybody may put into the address of a page: a search, filters, a place, a path that isn't there.

By default a few; `BRIEFS_TORTURE=1` takes two hundred, with each opener.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

import pytest

from tests.acceptance.conftest import CHROMIUM
from tests.acceptance.hostile.test_hostile import EXAMINE, TRAP
from tests.waiting import until

from .payloads import payloads
from .sites import briefs
from .test_payloads import CONTROL, KNOWN, SCHEMES, built
from .visiting import PATIENCE, POLICY, served

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

pytestmark = pytest.mark.browser

STEP = 25 if os.environ.get("BRIEFS_TORTURE") else 2_000
"""One payload of so many is taken."""

FILTERS = ("kind", "status", "outlet", "party", "tag", "year", "order")
FREE = ("outlet", "party", "tag", "year")
"""Filters that take any word."""

RESULTS = """() => { const said = document.querySelector(".b-results__said");
  return said.textContent && said.textContent !== said.closest("[data-loading]").dataset.loading; }"""
FOUND = """() => { const said = document.querySelector(".md-search-result__meta");
  return document.querySelector(".md-search-result__item") || said.textContent.trim() !== said.dataset.loading; }"""
LOADED = "() => document.readyState === 'complete'"
FIELDS = "names => names.map(name => document.querySelector(`.b-results [name=${name}]`).value)"


def addresses(text: str, slug: str) -> Iterator[tuple[str, str]]:
    """Addresses with a text in each place of theirs, and when the page has done what it does with it."""
    q = quote(text, safe="")
    yield f"/search/?q={q}#{q}", RESULTS
    yield f"/search/?q={q}&{'&'.join(f'{name}={q}' for name in FILTERS)}", RESULTS
    yield f"/?q={q}&h={q}", FOUND
    yield f"/briefs/{slug}/?status={q}&compare={q},{q}&h={q}#{q}", LOADED
    yield f"/gone/{q}/?q={q}&h={q}#{q}", LOADED


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    every = payloads()
    site, kept = built(tmp_path_factory.mktemp("addresses"), briefs(every[:: len(every) // 3][:3]))
    assert kept
    return site


@pytest.fixture(scope="module")
def tab(site: Path) -> Iterator[Page]:
    if not CHROMIUM.exists():
        pytest.skip(f"there is no browser: {CHROMIUM} is absent")
    from playwright.sync_api import sync_playwright

    missing = (site / "404.html").read_bytes()

    def gone(route: Route) -> None:
        body = POLICY.sub(b"", missing) if "/off/" in route.request.url else missing
        route.fulfill(status=404, body=body, content_type="text/html; charset=utf-8")

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        tab = browser.new_page()
        tab.set_default_timeout(PATIENCE)
        tab.add_init_script(TRAP)
        tab.route("**/gone/**", gone)
        tab.route("**/control", lambda route: route.fulfill(body=CONTROL, content_type="text/html"))
        yield tab
        browser.close()


def _is_inert(page: dict[str, Any], name: str) -> None:
    assert page["pwned"] is None, name
    assert (page["handlers"], page["foreign"], page["styles"]) == ([], [], 0), name
    links = [urlsplit(link) for link in page["links"] if link]
    assert {link.scheme for link in links} <= SCHEMES, name
    assert {link.hostname for link in links if link.scheme.startswith("http")} <= KNOWN, name


@pytest.mark.parametrize("off", ["", "/off"], ids=["with the policy", "without"])
def test_what_stands_in_an_address_is_text(off: str, site: Path, tab: Page) -> None:
    slug = next(path.name for path in sorted((site / "briefs").iterdir()) if path.name.startswith("h0"))
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    chosen = payloads()[::STEP]
    with served(site) as address:
        for text in chosen:
            for name, is_done in addresses(text, slug):
                tab.goto(f"{address}{off}{name}", wait_until="load")
                until(tab, is_done, timeout=PATIENCE)
                _is_inert(tab.evaluate(EXAMINE), name)
                assert urlsplit(tab.url).path == urlsplit(f"{off}{name}").path, "it leads elsewhere"
                if name.startswith("/search/"):
                    filters = FREE if "&" in name else ()
                    assert tab.evaluate(FIELDS, ["q", *filters]) == [text] * (1 + len(filters))
        tab.goto(f"{address}/control", wait_until="load")
        assert tab.evaluate(EXAMINE)["handlers"] == ["IMG onerror"]
    assert len(asked) > 10 * len(chosen)
    assert {urlsplit(url).hostname for url in asked if not url.startswith(("data:", "blob:"))} == {
        "127.0.0.1"
    }
