"""Arabic reads from the right and English in it from the left; a site from the right is laid out mirrored."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from .conftest import served
from .desk import Desk
from .mina import RTL, SLUG, right_to_left

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

BRIEF = f"/briefs/{SLUG}/"
WIDTH = 1280


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Desk]:
    return {
        "ltr": right_to_left(tmp_path_factory.mktemp("from-the-left")),
        "rtl": right_to_left(tmp_path_factory.mktemp("from-the-right"), RTL),
    }


@pytest.fixture(params=["ltr", "rtl"])
def side(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def tab(side: str, sites: dict[str, Desk], browser: Browser) -> Iterator[Page]:
    with served(sites[side].root / "site") as address:
        tab = browser.new_page(
            base_url=address, viewport={"width": WIDTH, "height": 900}, reduced_motion="reduce"
        )
        tab.set_default_timeout(10_000)
        yield tab
        tab.close()


def boxes(tab: Page, selector: str) -> list[dict[str, float]]:
    """Where what can be seen stands, measured from the side on which the page's lines begin."""
    found: list[dict[str, float]] = tab.eval_on_selector_all(
        selector,
        """all => all.filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect()).map(
          ({left, right, top, bottom}) => document.body.dir === 'rtl'
            ? {start: innerWidth - right, end: innerWidth - left, top, bottom}
            : {start: left, end: right, top, bottom})""",
    )
    return found


def edges(tab: Page, selector: str) -> dict[str, Any]:
    """The words' own box, not their paragraph's: how far it is from either side of the paragraph."""
    found: dict[str, Any] = tab.eval_on_selector(
        selector,
        """e => {
          const range = document.createRange();
          range.selectNodeContents(e);
          const words = range.getClientRects()[0], box = e.getBoundingClientRect();
          const {direction} = getComputedStyle(e);
          return {left: words.left - box.left, right: box.right - words.right, direction};
        }""",
    )
    return found


def test_running_text_begins_where_its_script_begins(tab: Page) -> None:
    for source, side in (("nahar", "right"), ("herald", "left")):
        tab.goto(f"{BRIEF}{source}/")
        text = edges(tab, ".b-text")
        assert text["direction"] == {"right": "rtl", "left": "ltr"}[side]
        assert text[side] < 3 < text[{"right": "left", "left": "right"}[side]]
    tab.goto(BRIEF)
    quotes = tab.eval_on_selector_all(
        ".b-row .b-quote", "all => all.map(e => [e.lang, getComputedStyle(e).direction])"
    )
    assert {(lang, direction) for lang, direction in quotes} == {("ar", "rtl"), ("en", "ltr")}


def test_a_closing_mark_stands_after_its_words(tab: Page) -> None:
    tab.goto(f"{BRIEF}nahar/")
    place = """(e, mark) => {
      const walker = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
      for (let node; (node = walker.nextNode()); ) {
        const at = node.data.lastIndexOf(mark);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const {left} = range.getBoundingClientRect();
        range.setStart(node, 0);
        return left - range.getBoundingClientRect().left;
      }
    }"""
    assert tab.locator(".b-text", has_text="؟").evaluate(place, "؟") < 2, "at the left end of the question"
    tab.goto(BRIEF)
    assert tab.locator("#claim-number").evaluate(place, "؟") < 2


def test_names_and_claims_stand_where_the_lines_of_the_page_begin(tab: Page, side: str) -> None:
    tab.goto(BRIEF)
    begin = {"ltr": "left", "rtl": "right"}[side]
    for part in (".b-side__name", ".b-source__outlet", ".b-source__title", ".b-row .b-original"):
        assert edges(tab, part)[begin] < 3, part


def test_the_table_begins_with_its_claims_and_the_cards_with_their_line(tab: Page, side: str) -> None:
    tab.goto(BRIEF)
    columns = boxes(tab, ".b-scroll thead th")
    assert len(columns) == 4
    assert all(before["end"] <= after["start"] + 1 for before, after in pairwise(columns))
    tab.set_viewport_size({"width": 390, "height": 844})
    lines = tab.eval_on_selector_all(
        ".b-row .b-cell",
        "all => all.map(e => [getComputedStyle(e).borderLeftWidth, getComputedStyle(e).borderRightWidth])",
    )
    assert {tuple(line) for line in lines} == {("3px", "0px") if side == "ltr" else ("0px", "3px")}
    assert tab.evaluate("document.documentElement.scrollWidth") == 390


def test_notes_stand_after_the_text_and_cover_nothing(tab: Page) -> None:
    tab.goto(f"{BRIEF}nahar/")
    tab.wait_for_selector(".b-placed")
    notes, texts = boxes(tab, ".b-margin__note"), boxes(tab, ".b-text")
    assert len(notes) == len(texts) == 4
    assert max(text["end"] for text in texts) <= min(note["start"] for note in notes)
    assert all(before["bottom"] < after["top"] for before, after in pairwise(notes))
    first = boxes(tab, "#n-1 > *, #n-1 .b-pill")
    assert first[0]["start"] < first[1]["start"] or first[0]["top"] < first[1]["top"], (
        "the number comes first"
    )


def test_scales_and_diagrams_run_from_the_left_and_their_words_are_whole(tab: Page) -> None:
    tab.goto(BRIEF)
    ticks = tab.eval_on_selector_all(
        ".b-scale .b-tick", "all => all.map(e => [parseFloat(e.textContent), e.getBoundingClientRect().left])"
    )
    assert len(ticks) >= 3
    assert ticks == sorted(ticks, key=lambda tick: tick[1])
    assert [number for number, _ in ticks] == sorted(number for number, _ in ticks)
    outside = tab.eval_on_selector_all(
        ".b-diagram text",
        """all => all.map(e => [e.textContent, e.getBoundingClientRect(), e.closest('svg').getBoundingClientRect()])
          .filter(([, word, svg]) => word.left < svg.left - 1 || word.right > svg.right + 1).map(([word]) => word)""",
    )
    assert outside == []
    stay = tab.eval_on_selector_all(
        ".b-box",
        """all => all.flatMap(box => [...box.querySelectorAll('text')].filter(word => {
          const [a, b] = [word, box.querySelector('rect')].map(e => e.getBoundingClientRect());
          return a.left < b.left - 1 || a.right > b.right + 1;
        }).map(word => word.textContent))""",
    )
    assert stay == [], "a name runs out of its box"


def test_our_own_words_keep_their_order_on_a_page_from_the_right(tab: Page, side: str) -> None:
    tab.goto(BRIEF)
    order = tab.locator(".b-score").evaluate(
        """e => {
          const walker = document.createTreeWalker(e, NodeFilter.SHOW_TEXT), range = document.createRange();
          const node = walker.nextNode();
          return ['3 sources', 'two or more'].map(words => {
            const at = node.data.indexOf(words);
            range.setStart(node, at);
            range.setEnd(node, at + words.length);
            return range.getBoundingClientRect().left;
          });
        }"""
    )
    assert order == sorted(order), "English runs from the left on either"


def test_a_site_that_names_no_palette_has_its_colours(tab: Page) -> None:
    tab.goto(f"{BRIEF}nahar/")
    assert tab.locator("#h-2").evaluate("e => getComputedStyle(e).backgroundColor") != "rgba(0, 0, 0, 0)"
