"""All of a brief is there without the script and on paper, where nothing is folded, cut off or left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.large import SLUG

from .conftest import served
from .desk import Desk

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

BRIEF = f"/briefs/{SLUG}/"
ARTICLE = f"{BRIEF}courier/"
A4 = {"width": 703, "height": 1000}
"""What 186 mm between the margins are in CSS pixels."""

KINDS = [
    "h1, h2",
    ".b-claim__text",
    ".b-row .b-quote",
    ".b-row .b-by",
    ".b-passage q",
    ".b-row .b-details",
    ".b-translation",
    ".b-none",
    ".b-note, .b-editors",
    ".b-strip__count, .b-strip__switch",
    ".b-scale__who, .b-scale__figure",
    ".b-parted .b-quote, .b-reason",
    ".b-alone",
    ".b-moment",
    ".b-origin",
    ".b-source",
    ".b-annotation",
    ".b-correction",
    ".b-cite",
    ".b-text",
    ".b-margin__note",
    ".b-meta, .b-kicker, .b-notice, .b-byline",
]
TEXTS = """kinds => kinds.map(kind => [...document.querySelectorAll(kind)].filter(e => e.checkVisibility({
  contentVisibilityAuto: true, visibilityProperty: true, opacityProperty: true,
}) && e.getBoundingClientRect().height > 0).map(e => e.textContent))"""
"""The text of all that can be seen, for each kind."""


def texts(page: Page) -> dict[str, list[str]]:
    """Kind -> the texts that can be seen, without the marks of links that only the pointer needs."""
    found = page.evaluate(TEXTS, KINDS)
    return {
        kind: [re.sub(r"\s+", " ", text.replace("¶", "")).strip() for text in said]
        for kind, said in zip(KINDS, found, strict=True)
        if said
    }


@pytest.fixture(scope="module")
def address(large: Desk) -> Iterator[str]:
    with served(large.root / "site") as address:
        yield address


def page_of(browser: Browser, address: str, path: str, *, script: bool = True) -> Page:
    page = browser.new_context(java_script_enabled=script, viewport={"width": 1280, "height": 900}).new_page()
    page.goto(address + path)
    return page


def unfolded(page: Page) -> dict[str, list[str]]:
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    return texts(page)


@pytest.mark.parametrize("path", [BRIEF, ARTICLE])
def test_without_the_script_everything_is_said(path: str, address: str, browser: Browser) -> None:
    told = unfolded(page_of(browser, address, path))
    bare = page_of(browser, address, path, script=False)
    assert bare.locator(".briefs :is(button, select):visible").count() == 0, "what does nothing isn't shown"
    assert unfolded(bare) == told
    assert len(told) >= 4


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [BRIEF, f"{BRIEF}?status=differs&compare=radio,ledger", ARTICLE])
def test_on_paper_everything_is_said_whatever_the_reader_chose(
    path: str, scheme: str, address: str, browser: Browser
) -> None:
    told = unfolded(page_of(browser, address, path.partition("?")[0]))
    page = page_of(browser, address, path)
    page.emulate_media(media="print", color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size(A4)  # type: ignore[arg-type]
    assert texts(page) == told
    assert page.evaluate(CUT) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= A4["width"]
    ink = page.locator("h1").first.evaluate("e => getComputedStyle(e).color")
    assert sum(map(int, re.findall(r"\d+", ink)[:3])) < 200, "dark on white, whatever the screen is"
    furniture = page.locator(".md-header, .md-sidebar, .b-controls, .b-heads, .md-footer, .md-top")
    assert not any(part.is_visible() for part in furniture.all())


CUT = """() => [...document.querySelectorAll('.briefs *')]
  .filter(e => e.checkVisibility() && !e.closest('svg, .b-aside'))
  .filter(e => {
    const {overflowX, overflowY, position} = getComputedStyle(e);
    const clips = /auto|scroll|hidden|clip/.test(overflowX + overflowY);
    const {scrollWidth, clientWidth, scrollHeight, clientHeight} = e;
    return position === 'sticky' || clips && (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1);
  }).map(e => e.outerHTML.slice(0, 100))"""
"""What still scrolls, sticks or is cut off."""


def test_on_paper_a_table_of_six_sources_has_room_for_its_words(address: str, browser: Browser) -> None:
    page = page_of(browser, address, BRIEF)
    page.emulate_media(media="print")
    page.set_viewport_size(A4)  # type: ignore[arg-type]
    widths = page.eval_on_selector_all(".b-cell", "all => all.map(e => e.getBoundingClientRect().width)")
    assert min(widths) > 180
    sizes = page.eval_on_selector_all(
        ".b-row p, .b-row blockquote", "all => all.map(e => parseFloat(getComputedStyle(e).fontSize))"
    )
    assert min(sizes) >= 9, "at least 6.75 points"
    named = page.locator(".b-cell__name").all_inner_texts()
    assert len(named) == len(widths), "the head of a column is said in each cell"


def test_on_paper_addresses_are_spelled_out(address: str, browser: Browser) -> None:
    page = page_of(browser, address, BRIEF)
    page.emulate_media(media="print")
    link = page.locator(".b-source .b-meta a[href^=http]").first
    said = link.evaluate("e => getComputedStyle(e, '::after').content")
    assert "attr(href)" in said or (link.get_attribute("href") or "") in said


def test_it_prints_on_no_more_sheets_than_it_needs(address: str, browser: Browser) -> None:
    page = page_of(browser, address, ARTICLE)
    sheets = page.pdf(format="A4").count(b"/Type /Page\n")
    assert 1 <= sheets <= 5
