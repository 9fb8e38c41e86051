"""A whole visit asks no other host for anything, and from files everything but the search works."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .conftest import served
from .desk import Desk, bare_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

BRIEF = "briefs/fennmouth-free-buses/"
SWITCHES = ".b-strip__switch"


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    faults: list[str] = []
    tab = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    tab.set_default_timeout(10_000)
    tab.on("pageerror", lambda error: faults.append(str(error)))
    yield tab
    tab.close()
    assert faults == []


def test_a_whole_visit_asks_its_own_host_alone(shipped: Desk, tab: Page) -> None:
    site = shipped.root / "site"
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    listings = sorted(path.parent.relative_to(site).as_posix() for path in site.glob("*/index.html"))
    with served(site) as address:
        tab.goto(f"{address}/")
        tab.locator(".b-card__title a").first.click()
        tab.goto(f"{address}/{BRIEF}")
        tab.locator(SWITCHES).first.click()
        tab.locator(".b-compare__pick").first.select_option(index=1)
        tab.locator(".b-compare__pick").last.select_option(index=2)
        tab.locator(".b-row:not(.b-out) .b-cell:not(.b-out) a.b-quote__link").first.click()
        tab.wait_for_selector(".b-placed")
        for place in [*listings, "404.html", "feed.xml", "feed.json", "nowhere/at/all/"]:
            tab.goto(f"{address}/{place}", wait_until="commit" if place.startswith("feed") else "load")
        tab.goto(f"{address}/")
        with tab.expect_response("**/find.json"):
            tab.locator(".md-search__input").click()
        tab.locator(".md-search__input").press_sequentially("bus")
        tab.locator(".md-search-result__item").first.wait_for()
        tab.locator(".md-search-result__item a").first.click()
        tab.wait_for_load_state("networkidle")
        elsewhere = {url for url in asked if not url.startswith((address, "data:", "blob:"))}
    assert elsewhere == set()
    assert len(asked) > 50


def test_from_a_file_a_reader_gets_everywhere_but_into_the_search(shipped: Desk, tab: Page) -> None:
    site = shipped.root / "site"
    tab.goto((site / "index.html").as_uri())
    follow(tab, tab.locator(".b-card__title a").first)
    tab.goto((site / BRIEF / "index.html").as_uri())
    tab.locator(SWITCHES, has_text="differs").click()
    rows = tab.locator(".b-row:not(.b-out)")
    assert {row.get_attribute("data-status") for row in rows.all()} == {"differs"}
    tab.locator(".b-compare__pick").first.select_option(index=1)
    tab.locator(".b-compare__pick").last.select_option(index=2)
    assert tab.locator("thead [data-source]:visible").count() == 2
    follow(tab, rows.first.locator(".b-cell:not(.b-out) a.b-quote__link").first)
    tab.wait_for_selector(".b-placed")
    follow(tab, tab.locator(".b-ref a").first)
    assert tab.locator(".b-claim__text:target").count() == 1
    follow(tab, tab.locator(".b-tag").first)


def follow(tab: Page, link: Locator) -> None:
    """Goes where a link leads: to a page of ours, not to a browser's list of a folder."""
    address = link.evaluate("link => link.href")
    tab.goto(address)
    assert tab.locator("main .md-content h1").count() == 1, address


INSTANT = """\
site_name: A site without pauses
site_url: https://example.org/
docs_dir: site_src
theme: {name: material, font: false, features: [navigation.instant]}
plugins: [search, briefs]
"""


def test_with_instant_navigation_each_page_answers(shipped: Desk, tmp_path: Path, tab: Page) -> None:
    desk = bare_site(tmp_path).write({"mkdocs.yml": INSTANT})
    shutil.copytree(shipped.root / "briefs", tmp_path / "briefs", dirs_exist_ok=True)
    assert desk.run("build", "-d", str(tmp_path / "site")).code == 0
    with served(tmp_path / "site") as address:
        sitemap = (tmp_path / "site/sitemap.xml").read_text("utf-8").replace("https://example.org", address)
        tab.route("**/sitemap.xml", lambda route: route.fulfill(body=sitemap, content_type="text/xml"))
        with tab.expect_response("**/sitemap.xml"):
            tab.goto(f"{address}/{BRIEF}")
        tab.evaluate("window.stayed = true")
        tab.wait_for_timeout(300)  # Material reads the sitemap before it takes a link for one of the site's
        tab.locator("a.b-quote__link").first.click()
        tab.wait_for_selector(".b-placed")
        tab.go_back()
        tab.wait_for_selector(SWITCHES)
        for word in ("differs", "repeated"):
            tab.locator(SWITCHES, has_text=word).click()
        shown = tab.locator(".b-row:not(.b-out)").evaluate_all("all => all.map(e => e.dataset.status)")
        assert set(shown) == {"differs", "repeated"}
        assert tab.locator(".b-framed").count() == tab.locator(".b-heads").count() == 1
        tab.locator(".b-scroll tbody").evaluate("e => scrollBy(0, e.getBoundingClientRect().top)")
        tab.wait_for_selector(".b-heads--shown > .b-heads__in")
        assert tab.evaluate("window.stayed")
