"""The shipped site's one small style sheet makes each page look as Material's own, whole ones do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import material
import pytest

from generator import theme

from .conftest import CHROMIUM, served
from .desk import Desk

if TYPE_CHECKING:
    from playwright.sync_api import Page

LOOKS = """() => [...document.querySelectorAll('body, body *')].map((element) => {
  const look = (pseudo) => {
    const made = getComputedStyle(element, pseudo);
    if (pseudo && ['none', 'normal'].includes(made.content)) return '';
    return [...made].filter((name) => !name.startsWith('--')).map((name) => made.getPropertyValue(name)).join(';');
  };
  return [`${element.tagName}.${element.getAttribute('class')}`, look(null), look('::before'), look('::after')];
})"""
"""Each element of the page and everything about how it looks."""

RULES = """() => [...[...document.styleSheets].at(-1).cssRules]
  .map((rule) => rule.cssText.replace(/\\s*,\\s*/g, ','))"""
"""What the browser has read of our sheet; blanks beside commas stand in values of its own properties."""

PAGES = {"": 1280, "404.html": 390, "briefs/north-korea-russia-drones/kyiv-independent/": 390}


def material_css() -> str:
    """Material's own sheets, whole."""
    folder = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"
    return "".join(
        path.read_text("utf-8") for name in ("main", "palette") for path in folder.glob(f"{name}.*.css")
    )


def test_the_sheet_is_much_smaller_than_materials(shipped: Desk) -> None:
    sheet = (shipped.root / "site/assets/briefs/theme.css").read_text("utf-8")
    assert len(sheet) < 0.7 * len(material_css())
    ours = shipped.root / "site/assets/briefs/briefs.css"
    assert "/*" not in ours.read_text("utf-8")


@pytest.fixture
def tab(shipped: Desk) -> Iterator[Page]:
    if not CHROMIUM.exists():
        pytest.skip(f"there is no browser: {CHROMIUM} is absent")
    from playwright.sync_api import sync_playwright

    with served(shipped.root / "site") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser.new_page(base_url=address, reduced_motion="reduce")
        browser.close()


@pytest.mark.browser
def test_our_sheet_says_the_same_without_its_blanks_and_the_other_direction(tab: Page) -> None:
    tab.goto("/")
    small = tab.evaluate(RULES)
    written = (theme.FOLDER / "assets/briefs/briefs.css").read_text("utf-8")
    tab.route("**/briefs.css", lambda route: route.fulfill(body=written, content_type="text/css"))
    tab.goto("/")
    whole = tab.evaluate(RULES)
    assert small == [rule for rule in whole if '[dir="rtl"]' not in rule]
    assert len(small) < len(whole)
    assert len(small) > 100


@pytest.mark.browser
@pytest.mark.parametrize("page", PAGES)
def test_every_page_looks_as_with_materials_own_sheets(page: str, tab: Page) -> None:
    tab.set_viewport_size({"width": PAGES[page], "height": 900})
    tab.goto(f"/{page}")
    search(tab)
    small = tab.evaluate(LOOKS)
    tab.route("**/theme.css", lambda route: route.fulfill(body=material_css(), content_type="text/css"))
    tab.goto(f"/{page}")
    search(tab)
    whole = tab.evaluate(LOOKS)
    assert len(small) == len(whole)
    assert [ours[0] for ours, theirs in zip(small, whole, strict=True) if ours != theirs] == []


def search(tab: Page) -> None:
    """Opens the search and finds something: its results are made by Material's script."""
    tab.wait_for_load_state("networkidle")
    tab.keyboard.press("/")
    tab.keyboard.type("ferry")
    tab.locator(".md-search-result__item").first.wait_for(state="visible")
    tab.wait_for_timeout(700)
