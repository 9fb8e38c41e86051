"""The search in a browser: the box with Material's keys, the page of all results, and both in a preview."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import axe_playwright_python
import pytest
from playwright.sync_api import Error

from tests.found import entries, locations
from tests.sample import edit, make_site
from tests.waiting import until

from .conftest import own_site, served
from .desk import Desk
from .serving import ask, serving, wait
from .site_pages import tree
from .test_axe import found as barriers

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser

FOUND = """text => new URL(document.querySelector('.md-search-result__link')?.href ?? location).searchParams.get('h')
  === (text.match(/[^\\s"]+/g) ?? []).join(' ')"""
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
INPUT = ".md-search__input"
ITEM = ".md-search-result__item"
LINK = ".md-search-result__link"
RESULT = ".b-results__item"


@pytest.fixture
def tab(shipped: Desk, browser: Browser) -> Iterator[Page]:
    faults: list[str] = []
    asked: list[str] = []
    with served(shipped.root / "site") as address:
        context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900})
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        tab = context.new_page()
        tab.set_default_timeout(10_000)
        tab.add_init_script(path=AXE)
        tab.on("pageerror", lambda error: faults.append(str(error)))
        tab.on("request", lambda request: asked.append(request.url))
        yield tab
        context.close()
    assert faults == []
    assert not [url for url in asked if "search_index" in url or "/workers/" in url]


def search(tab: Page, text: str) -> None:
    tab.keyboard.press("/")
    tab.keyboard.type(text)
    until(tab, FOUND, arg=text)


def is_open(tab: Page) -> bool:
    return bool(tab.evaluate("document.getElementById('__search').checked"))


def number(tab: Page) -> int:
    return int(re.sub(r"\D", "", tab.locator(".b-results__said").inner_text()))


# --- The box ---


def test_a_claim_is_shown_with_its_status_its_brief_and_its_date(tab: Page) -> None:
    tab.goto("/")
    search(tab, "ferry rocks evening")
    claim = tab.locator(ITEM).filter(has=tab.locator(".b-pill")).first
    claim.wait_for()
    assert claim.locator("h2").inner_text()
    assert "The Grey Heron" in claim.locator(".b-find__of").inner_text()
    assert "16 March 2026" in claim.locator(".b-find__of").inner_text()
    assert claim.locator("mark").count() > 0
    address = str(claim.locator("a").get_attribute("href"))
    assert re.search(r"/briefs/[\w-]+/\?h=ferry\+rocks\+evening#claim-[\w-]+$", address)


def test_nothing_is_loaded_before_the_box_is_opened(tab: Page) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto("/", wait_until="networkidle")
    assert not [url for url in asked if "/search/" in url or url.endswith("find.js")]
    with tab.expect_request("**/find.json"):
        tab.keyboard.press("/")


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_its_keys_open_it_and_escape_closes_it(key: str, tab: Page) -> None:
    tab.goto("/", wait_until="networkidle")
    tab.keyboard.press(key)
    until(tab, "document.getElementById('__search').checked")
    assert tab.evaluate("document.activeElement.matches('.md-search__input')")
    assert tab.locator(INPUT).input_value() == ""
    tab.keyboard.press("Escape")
    assert not is_open(tab)
    assert not tab.evaluate("document.activeElement.matches('.md-search__input')")


def test_arrows_lead_through_the_results_and_enter_opens_one(tab: Page) -> None:
    tab.goto("/")
    search(tab, "ferry")
    tab.keyboard.press("ArrowDown")
    assert tab.evaluate("document.activeElement.closest('.b-find-all') !== null")
    tab.keyboard.press("ArrowDown")
    assert tab.locator(LINK).first.evaluate("link => link === document.activeElement")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("ArrowUp")
    tab.keyboard.press("ArrowUp")
    tab.keyboard.press("ArrowUp")
    assert tab.evaluate("document.activeElement.matches('.md-search__input')")
    tab.keyboard.press("ArrowUp")
    assert tab.locator(LINK).last.evaluate("link => link === document.activeElement")
    target = str(tab.locator(LINK).last.get_attribute("href"))
    tab.keyboard.press("Enter")
    tab.wait_for_url(target)


def test_enter_in_the_field_opens_the_best(tab: Page) -> None:
    tab.goto("/")
    tab.keyboard.press("/")
    tab.keyboard.type("ferry")
    tab.keyboard.press("Enter")  # before anything is there
    tab.wait_for_url("**/*h=ferry*")


def test_enter_opens_the_best_of_what_is_in_the_field_after_all(tab: Page) -> None:
    tab.goto("/")
    search(tab, "ferry")
    tab.keyboard.type("x")
    tab.keyboard.press("Backspace")  # before it is looked for
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/*h=ferry*")


def test_the_field_hears_enter_before_the_box_is_open(tab: Page) -> None:
    tab.goto("/")
    tab.evaluate(
        """() => {
          const field = document.querySelector('.md-search__input');
          field.focus();
          field.value = 'ferry';
          field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
        }"""
    )
    tab.wait_for_url("**/*h=ferry*")


def test_tab_closes_it_as_in_material(tab: Page) -> None:
    tab.goto("/")
    search(tab, "ferry")
    tab.keyboard.press("Tab")
    assert not is_open(tab)


def test_a_link_with_a_query_opens_it(tab: Page) -> None:
    tab.goto("/method/?q=ferry+rocks")
    tab.locator(ITEM).first.wait_for()
    assert tab.locator(INPUT).input_value() == "ferry rocks"
    tab.keyboard.press("Escape")
    assert tab.url.endswith("/method/")


def test_what_was_looked_for_can_be_shared(tab: Page) -> None:
    tab.goto("/")
    search(tab, "ferry & rocks")
    tab.locator("[data-clipboard]").click()
    until(tab, "navigator.clipboard.readText().then(text => text.endsWith('/?q=ferry+%26+rocks'))")
    tab.goto(str(tab.evaluate("navigator.clipboard.readText()")))
    tab.locator(ITEM).first.wait_for()
    assert tab.locator(INPUT).input_value() == "ferry & rocks"


def test_the_words_are_marked_on_the_page_that_is_opened(tab: Page) -> None:
    tab.goto("/")
    search(tab, "ferry")
    before = tab.locator(LINK).first.get_attribute("href")
    tab.locator(LINK).first.click()
    tab.wait_for_url(str(before))
    marks = tab.locator("[data-md-component=content] mark[data-md-highlight]").all_text_contents()
    assert marks
    assert all(mark.lower().startswith("ferr") for mark in marks)


def test_what_is_emptied_is_forgotten_and_what_is_not_there_is_said(tab: Page) -> None:
    tab.goto("/")
    search(tab, "ferry")
    tab.locator(".md-search [type=reset]").click()
    until(tab, f"!document.querySelector('{ITEM}')")
    assert tab.locator(".md-search-result__meta").inner_text() == "Type to start searching"
    assert tab.evaluate("document.activeElement.matches('.md-search__input')")
    tab.keyboard.type("zyzzyva")
    tab.get_by_text("No matching documents").wait_for()
    assert not tab.locator(".b-find-all").is_visible()
    assert tab.locator(".md-search-result__meta").get_attribute("role") == "status"


def test_it_leads_to_all_results(tab: Page) -> None:
    tab.goto("/")
    search(tab, "ferry")
    words = tab.locator(".b-find-all a").inner_text()
    assert re.fullmatch(r"All \d+ results, with filters", words)
    tab.locator(".b-find-all a").click()
    tab.locator(RESULT).first.wait_for()
    assert number(tab) == int(re.sub(r"\D", "", words))
    assert not is_open(tab)


def test_where_the_index_cannot_be_had_that_is_said(tab: Page) -> None:
    tab.route("**/find.json", lambda route: route.fulfill(status=503, body=""))
    tab.goto("/")
    tab.keyboard.press("/")
    tab.keyboard.type("ferry")
    tab.get_by_text("The search could not be loaded.").first.wait_for()
    tab.unroute("**/find.json")
    tab.keyboard.type(" rocks")
    tab.locator(ITEM).first.wait_for()


@pytest.mark.parametrize("place", ["/?q=ferry", "/search/?q=ferry"])
def test_where_another_release_took_the_files_away_it_begins_anew(place: str, tab: Page) -> None:
    """Pagefind itself says that nothing is found where a part of its index can't be had."""
    begun: list[str] = []
    gone: list[str] = []

    def once(route: Route) -> None:
        if gone:
            route.continue_()
        else:
            gone.append(route.request.url)
            route.fulfill(status=404, body="")

    tab.route("**/*.pf_shelf", once)
    tab.on("request", lambda request: begun.extend([request.url] * request.url.endswith("/find.json")))
    for _ in range(5):  # a worker may ask before the browser holds what it asks for
        begun.clear()
        tab.goto(place)
        tab.locator(f"{ITEM}, {RESULT}").first.wait_for()
        if gone:
            break
    assert gone
    assert len(begun) == 2


def test_where_a_part_of_the_index_cannot_be_had_that_is_said(tab: Page) -> None:
    tab.route("**/*.pf_shelf", lambda route: route.fulfill(status=404, body=""))
    tab.goto("/?q=ferry")
    tab.get_by_text("The search could not be loaded.").first.wait_for()


# --- All results ---


def test_filters_narrow_what_is_found_and_stand_in_the_address(tab: Page) -> None:
    tab.goto("/search/?q=ferry")
    tab.locator(RESULT).first.wait_for()
    every = number(tab)
    tab.locator("select[name=status] option[data-word]").first.wait_for(state="attached")
    until(tab, "document.querySelector('select[name=kind] option[value=claim]').textContent.includes('(')")
    option = tab.locator("select[name=kind] option[value=claim]").inner_text()
    tab.select_option("select[name=kind]", "claim")
    tab.wait_for_url("**kind=claim**")
    until(tab, f"!document.querySelector('.b-results__said').textContent.startsWith('{every} ')")
    assert 0 < number(tab) < every
    assert number(tab) == int(re.sub(r"\D", "", option))
    claims = number(tab)
    tab.select_option("select[name=status]", "repeated")
    until(tab, f"!document.querySelector('.b-results__said').textContent.startsWith('{claims} ')")
    assert set(tab.locator(f"{RESULT} .b-pill").all_inner_texts()) == {"repeated"}
    tab.reload()
    tab.locator(RESULT).first.wait_for()
    assert set(tab.locator(f"{RESULT} .b-pill").all_inner_texts()) == {"repeated"}
    tab.get_by_role("button", name="Clear filters").click()
    until(tab, f"document.querySelector('.b-results__said').textContent.startsWith('{every} ')")
    assert tab.url.endswith("/search/?q=ferry")


@pytest.mark.parametrize("end", ["go()", "stop(new Error('taken away'))"])
def test_a_filter_may_be_chosen_before_all_their_values_are_read(end: str, tab: Page) -> None:
    def held(route: Route) -> None:
        answer = route.fetch()
        begin = "  filters() {\n"
        assert answer.text().count(begin) == 1
        wait = "if (!window.go) await new Promise((...ways) => ([window.go, window.stop] = ways));"
        route.fulfill(response=answer, body=answer.text().replace(begin, f"async {begin}{wait}"))

    tab.route("**/find.js", held)
    tab.goto("/search/?q=ferry")
    tab.locator(RESULT).first.wait_for()
    every = number(tab)
    until(tab, "window.go !== undefined")
    tab.select_option("select[name=kind]", "claim")
    until(tab, f"!document.querySelector('.b-results__said').textContent.startsWith('{every} ')")
    assert 0 < number(tab) < every
    assert tab.locator("select[name=kind] option[data-word]").count() == 0, "they are not read yet"
    tab.evaluate(end)
    tab.select_option("select[name=order]", "newest")
    tab.locator("select[name=tag] option[data-word]").first.wait_for(state="attached")
    until(tab, "document.querySelector('select[name=kind] option[value=claim]').textContent.includes('(')")


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_what_is_found_can_be_put_in_the_order_of_its_date(order: str, shipped: Desk, tab: Page) -> None:
    years = {
        entry["filters"]["year"][0] for entry in entries(shipped.root / "site") if "year" in entry["filters"]
    }
    assert len(years) > 1, "they are in several groups"
    tab.goto(f"/search/?kind=brief&order={order}")
    tab.locator(RESULT).first.wait_for()
    days = [text.split()[-1] for text in tab.locator(f"{RESULT} .b-results__about").all_inner_texts()]
    assert days == sorted(days, reverse=order == "newest")
    assert len(days) == 5, "a withdrawn one is among them"


def test_there_are_more_results_than_are_shown_at_first(shipped: Desk, tab: Page) -> None:
    claims = [entry for entry in entries(shipped.root / "site") if entry["filters"]["kind"] == ["claim"]]
    tab.goto("/search/?kind=claim")
    tab.locator(RESULT).first.wait_for()
    assert number(tab) == len(claims) == 42
    assert tab.locator(RESULT).count() == 20
    more = tab.get_by_role("button", name="More results")
    more.focus()
    tab.keyboard.press("Enter")
    tab.locator(RESULT).nth(39).wait_for()
    assert tab.locator(RESULT).nth(20).locator("a").evaluate("link => link === document.activeElement")
    more.click()
    tab.locator(RESULT).nth(41).wait_for()
    more.wait_for(state="hidden")
    shown = tab.locator(f"{RESULT} h2 a").evaluate_all(
        "links => links.map(link => link.pathname + link.hash)"
    )
    assert {address.removeprefix("/") for address in shown} == {claim["location"] for claim in claims}


def test_where_more_results_cannot_be_had_they_are_sought_anew(tab: Page) -> None:
    more = tab.get_by_role("button", name="More results")
    tab.goto("/search/?kind=claim")
    tab.locator(RESULT).nth(19).wait_for()
    tab.locator(RESULT).first.evaluate("item => item.id = 'old'")
    tab.route("**/*.pf_texts", lambda route: route.fulfill(status=404, body=""))
    with tab.expect_request("**/find.json"):
        more.click()
    tab.unroute("**/*.pf_texts")
    tab.locator("#old").wait_for(state="detached")
    more.click()
    tab.locator(RESULT).nth(39).wait_for()


def test_what_is_typed_there_is_found_and_the_box_stays_closed(tab: Page) -> None:
    tab.goto("/search/?q=ferry")
    tab.locator(RESULT).first.wait_for()
    assert not is_open(tab)
    tab.get_by_label("Search this site").fill("zyzzyva")
    tab.get_by_text("No results").wait_for()
    assert tab.locator(RESULT).count() == 0
    assert tab.locator(".b-results__said").get_attribute("role") == "status"
    tab.get_by_label("Search this site").fill("")
    tab.get_by_text("Type a word, or choose a filter.").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_the_page_has_no_barrier(width: int, scheme: str, tab: Page) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    tab.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    tab.goto("/search/?q=ferry")
    tab.locator(RESULT).first.wait_for()
    tab.locator("select[name=tag] option").nth(3).wait_for(state="attached")
    assert barriers(tab) == {}
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_javascript_the_page_leads_to_the_lists(shipped: Desk, browser: Browser) -> None:
    with served(shipped.root / "site") as address:
        context = browser.new_context(java_script_enabled=False)
        tab = context.new_page()
        tab.goto(f"{address}/search/")
        assert "needs JavaScript" in tab.locator("noscript").inner_text()
        links = tab.locator(".b-results__lists a")
        assert links.count() == 3
        assert all(
            tab.request.get(f"{address}/search/{link.get_attribute('href')}").ok for link in links.all()
        )
        assert not tab.locator(".b-results form").is_visible()
        context.close()


def test_in_a_swedish_site_all_is_said_in_swedish(browser: Browser, tmp_path: Path) -> None:
    desk = Desk(make_site(tmp_path))
    edit(tmp_path / "mkdocs.yml", "font: false", "font: false, language: sv")
    assert desk.run("build", "-q").code == 0
    with served(tmp_path / "site") as address:
        tab = browser.new_page()
        tab.goto(f"{address}/search/?q=dockers")
        tab.locator(RESULT).first.wait_for()
        assert tab.locator("h1").inner_text() == "Sök"
        assert re.fullmatch(r"\d+ träffar", tab.locator(".b-results__said").inner_text())
        tab.keyboard.press("Escape")
        tab.goto(f"{address}/?q=dockers")
        tab.locator(ITEM).first.wait_for()
        assert tab.locator(".b-find-all").inner_text().startswith("Alla ")
        tab.close()


def test_what_is_slow_to_be_read_leaves_the_number_said(tab: Page) -> None:
    def slowly(route: Route) -> None:
        time.sleep(0.1)
        route.continue_()

    tab.route("**/*.pf_texts", slowly)
    tab.goto("/search/?q=ferry")
    tab.locator(RESULT).first.wait_for()
    assert number(tab) > 0


# --- Previews ---


@pytest.mark.parametrize("program", ["briefs", "mkdocs"])
def test_a_preview_has_the_search_and_it_follows_an_edit(
    program: str, browser: Browser, tmp_path: Path
) -> None:
    desk = own_site(tmp_path)
    make_site(tmp_path / "made")
    (tmp_path / "made" / "briefs").rename(tmp_path / "briefs")
    with serving(desk, program) as address:
        tab = browser.new_page()
        tab.set_default_timeout(30_000)
        tab.goto(f"{address}/about/")
        search(tab, "night shifts")
        assert "#claim-cause" in str(tab.locator(LINK).first.get_attribute("href"))
        edit(tmp_path / "briefs/strike/brief.yml", "Night shifts were", "Zeppelins and night shifts were")
        assert wait(lambda: _finds(tab, f"{address}/about/?q=zeppelins"), 60)
        assert "#claim-cause" in str(tab.locator(LINK).first.get_attribute("href"))
        tab.goto(f"{address}/search/?q=zeppelins")
        tab.locator(RESULT).first.wait_for()
        tab.close()


def _finds(tab: Page, address: str) -> bool:
    """Whether there is a result; MkDocs' server may load the page anew at any moment."""
    tab.goto(address)
    try:
        tab.locator(ITEM).first.wait_for(timeout=2_000)
    except Error:
        return False
    return True


@pytest.mark.parametrize("program", ["briefs", "mkdocs"])
def test_a_build_without_pagefind_says_what_to_do_and_leaves_the_old_site(
    program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(make_site(tmp_path))
    assert desk.run("build", "-q").code == 0
    before = tree(tmp_path / "site")
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "gone"))
    edit(tmp_path / "briefs/strike/brief.yml", "Night shifts were", "Late shifts were")
    command = [str(Path(sys.executable).with_name(program)), "build", "-q"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Pagefind is not there. With `search: material`" in done.stderr
    assert "Traceback" not in done.stderr
    if program == "briefs":
        assert tree(tmp_path / "site") == before


def test_a_preview_without_pagefind_says_so_and_serves_all_else(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "gone"))
    with serving(Desk(make_site(tmp_path))) as address:
        tab = browser.new_page()
        tab.goto(f"{address}/about/?q=dockers")
        tab.get_by_text("The search could not be loaded.").first.wait_for()
        tab.goto(f"{address}/briefs/strike/")
        assert "Pagefind is not there" in tab.locator("#briefs-preview").inner_text()
        tab.close()


def test_a_preview_has_materials_search_for_the_asking(tmp_path: Path) -> None:
    desk = Desk(make_site(tmp_path))
    edit(tmp_path / "mkdocs.yml", "[search, briefs]", "[search, {briefs: {search: material}}]")
    with serving(desk) as address:
        status, text = ask(f"{address}/search/search_index.json")
        assert status == 200
        assert "briefs/strike/#claim-wage" in text
        assert ask(f"{address}/search/find.json")[0] == 404


# --- Material's own ---


def test_materials_own_search_is_there_for_the_asking(browser: Browser, tmp_path: Path) -> None:
    desk = Desk(make_site(tmp_path))
    edit(tmp_path / "mkdocs.yml", "[search, briefs]", "[search, {briefs: {search: material}}]")
    assert desk.run("build", "-q").code == 0
    site = tmp_path / "site"
    assert locations(site) == set()
    assert not (site / "search" / "index.html").exists()
    with served(site) as address:
        tab = browser.new_page()
        tab.goto(f"{address}/?q=dockers")
        tab.locator(ITEM).first.wait_for()
        assert tab.locator("[data-b-search]").count() == 0
        tab.close()


def test_materials_plugin_is_silent_where_the_search_is_ours(shipped: Desk, tmp_path: Path) -> None:
    desk = Desk(make_site(tmp_path))
    assert "search" in (tmp_path / "mkdocs.yml").read_text()
    assert desk.run("build", "-q", "--strict").code == 0
    for site in (tmp_path / "site", shipped.root / "site"):
        assert not list(site.rglob("search_index*"))
        assert not list(site.glob("assets/javascripts/workers/*"))
        assert not list(site.glob("assets/javascripts/lunr/*"))
        html = (site / "index.html").read_text("utf-8")
        assert html.count('role="dialog"') == html.count("md-search__input") == 1
