"""A page has its reader's colours before its text, keeps a choice, and follows the system where asked to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.waiting import until

from .conftest import CHROMIUM, served
from .desk import Desk

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

COLOURS = """() => ({
  scheme: document.body.dataset.mdColorScheme,
  primary: document.body.dataset.mdColorPrimary,
  browser: document.querySelector('meta[name=color-scheme]')?.content,
  labels: [...document.querySelectorAll('label[for^=__palette]')].filter((l) => !l.hidden).map((l) => l.title),
})"""


@pytest.fixture
def tab(shipped: Desk) -> Iterator[Page]:
    if not CHROMIUM.exists():
        pytest.skip(f"there is no browser: {CHROMIUM} is absent")
    from playwright.sync_api import sync_playwright

    with served(shipped.root / "site") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser.new_page(base_url=address)
        browser.close()


def test_a_first_visit_in_the_dark_is_dark_before_materials_script_is_there(tab: Page) -> None:
    tab.emulate_media(color_scheme="dark")
    tab.route("**/bundle.*.js", lambda route: route.abort())
    tab.goto("/")
    assert tab.evaluate(COLOURS) == {
        "scheme": "slate", "primary": "black", "browser": "dark", "labels": ["Switch to light"],
    }  # fmt: skip


def test_the_system_is_followed_while_the_page_is_open(tab: Page) -> None:
    tab.emulate_media(color_scheme="light")
    tab.goto("/")
    assert tab.evaluate(COLOURS)["scheme"] == "default"
    tab.emulate_media(color_scheme="dark")
    until(tab, "document.body.dataset.mdColorScheme === 'slate'")
    assert tab.evaluate(COLOURS)["browser"] == "dark"


def test_a_choice_is_kept_over_pages_whatever_the_system_says(tab: Page) -> None:
    tab.emulate_media(color_scheme="dark")
    tab.goto("/")
    tab.get_by_title("Switch to light").click()
    chosen = {"scheme": "default", "primary": "white", "browser": "light", "labels": ["Switch to dark"]}
    assert tab.evaluate(COLOURS) == chosen
    tab.goto("/briefs/")
    assert tab.evaluate(COLOURS) == chosen
    tab.get_by_title("Switch to dark").click()
    tab.emulate_media(color_scheme="light")
    assert tab.evaluate(COLOURS)["scheme"] == "slate"
    tab.get_by_title("Switch to the system's setting").click()
    assert tab.evaluate(COLOURS)["scheme"] == "default"


def test_the_switch_goes_on_by_keyboard(tab: Page) -> None:
    tab.emulate_media(color_scheme="light")
    tab.goto("/")
    tab.locator("[name=__palette]").first.focus()
    tab.keyboard.press("Enter")
    tab.keyboard.press("Enter")
    assert tab.evaluate(COLOURS)["scheme"] == "slate"
    assert tab.evaluate("document.activeElement.id") == "__palette_2"


@pytest.mark.parametrize("kept", ["", "{", "null", '{"index": 99}', '{"index": "x"}', "[]"])
def test_what_is_kept_and_makes_no_sense_does_no_harm(kept: str, tab: Page) -> None:
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.route("**/bundle.*.js", lambda route: route.abort())
    tab.goto("/")
    tab.evaluate("kept => localStorage.setItem(__md_scope.pathname + '.__palette', kept)", kept)
    tab.reload()
    assert tab.evaluate(COLOURS)["scheme"] in {"default", "slate"}
    assert len(tab.evaluate(COLOURS)["labels"]) == 1
    assert errors == []
