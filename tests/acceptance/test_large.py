"""Six sources, forty claims and an article with sixty highlights stay usable, as Chromium lays them out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from tests.large import CLAIMS, HIGHLIGHTS, OVERLAPPING, SLUG, SOURCES
from tests.waiting import until

from .conftest import served
from .desk import Desk

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

BRIEF = f"/briefs/{SLUG}/"
ARTICLE = f"{BRIEF}courier/"
NOTES = """() => [...document.querySelectorAll('.b-margin__note')].map(note => {
  const {top, bottom, left, right} = note.getBoundingClientRect();
  const passage = document.getElementById(`h-${note.dataset.h}`).getClientRects()[0];
  return {number: note.dataset.h, top, bottom, left, right, passage: passage.top};
})"""


@pytest.fixture
def tab(large: Desk, browser: Browser) -> Iterator[Page]:
    faults: list[str] = []
    with served(large.root / "site") as address:
        tab = browser.new_page(
            base_url=address, viewport={"width": 1280, "height": 900}, reduced_motion="reduce"
        )
        tab.set_default_timeout(10_000)
        tab.on("pageerror", lambda error: faults.append(str(error)))
        yield tab
        tab.close()
    assert faults == []


def test_it_is_as_large_as_it_says_and_has_every_status(large: Desk) -> None:
    brief = large.export(SLUG)
    assert (len(brief["sources"]), len(brief["claims"])) == (SOURCES, CLAIMS)
    statuses = {claim["status"] for claim in brief["claims"]}
    assert statuses == {"corroborated", "repeated", "differs", "not comparable", "one source"}


@pytest.mark.parametrize("width", [1280, 1920])
def test_sixty_notes_stand_level_or_below_and_never_over_each_other(width: int, tab: Page) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto(ARTICLE)
    notes: list[dict[str, Any]] = tab.evaluate(NOTES)
    assert [note["number"] for note in notes] == [str(n) for n in range(1, HIGHLIGHTS + 1)]
    assert all(note["top"] >= note["passage"] - 2 for note in notes)
    assert all(before["bottom"] < after["top"] for before, after in pairwise(notes))
    text = tab.evaluate(
        "Math.max(...[...document.querySelectorAll('.b-text')].map(e => e.getBoundingClientRect().right))"
    )
    assert all(text < note["left"] < note["right"] <= width for note in notes)


def test_on_a_phone_the_notes_of_a_paragraph_stand_under_it(tab: Page) -> None:
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.goto(ARTICLE)
    notes: list[dict[str, Any]] = tab.evaluate(NOTES)
    assert len(notes) == HIGHLIGHTS
    assert all(note["top"] > note["passage"] for note in notes)
    assert all(before["bottom"] <= after["top"] for before, after in pairwise(notes))


def test_a_passage_that_several_highlights_share_belongs_to_all_of_them(tab: Page) -> None:
    tab.goto(ARTICLE)
    shared = tab.eval_on_selector_all(
        ".b-hl--many", "all => all.map(e => [e.textContent.trim(), e.dataset.h.split(' ')])"
    )
    numbers = {number for _, over in shared for number in over}
    assert len(numbers) == OVERLAPPING
    told = {text: len(over) for text, over in shared}
    assert told["the wall"] == 3
    assert told["took the fence with it"] == 2
    tab.locator(".b-hl--many", has_text="the wall").hover()
    lit = tab.eval_on_selector_all(".b-margin__note.b-lit", "all => all.length")
    assert lit == 3


def test_each_highlight_is_seen_apart_from_the_next_that_it_overlaps(tab: Page) -> None:
    tab.goto(ARTICLE)
    begins = tab.eval_on_selector_all(
        ".b-hl--many",
        "all => all.map(e => [!!e.id || !!e.querySelector('[id]'), getComputedStyle(e).borderLeftWidth])",
    )
    assert {(begun, width) for begun, width in begins} == {(True, "2px"), (False, "0px")}
    sizes = tab.eval_on_selector_all(
        ".b-num", "all => all.map(e => parseFloat(getComputedStyle(e).fontSize))"
    )
    assert min(sizes) >= 12


@pytest.mark.parametrize("width", [768, 1280])
def test_claims_and_sources_stay_in_view_while_the_table_is_read(width: int, tab: Page) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto(BRIEF)
    tab.locator("#claim-museum").evaluate("claim => claim.scrollIntoView()")
    tab.locator(".b-scroll").evaluate("box => box.scrollLeft = 200")
    tab.wait_for_selector(".b-heads--shown > .b-heads__in")
    until(tab, "document.querySelector('.b-heads__in').scrollLeft === 200")
    header, bar, claim, box = (
        tab.locator(part).bounding_box() or {}
        for part in (".md-header", ".b-heads__in", "#claim-museum", ".b-scroll")
    )
    assert bar["y"] == pytest.approx(header["y"] + header["height"], abs=1)
    assert bar["y"] + bar["height"] <= claim["y"] < 300
    assert box["x"] <= claim["x"] < box["x"] + 20
    above, below = (
        tab.locator(f"{part} [data-source=radio]").first.bounding_box() or {}
        for part in (".b-heads", ".b-row")
    )
    assert (above["x"], above["width"]) == pytest.approx((below["x"], below["width"]), abs=1)
    tab.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    assert (tab.locator(".b-heads__in").bounding_box() or {})["y"] < 0, "they leave with the table"


def test_the_names_above_the_table_follow_what_is_compared_and_are_heard_once(tab: Page) -> None:
    tab.goto(f"{BRIEF}?compare=radio,ledger&status=differs")
    tab.evaluate("scrollTo(0, 3000)")
    tab.wait_for_selector(".b-heads--shown > .b-heads__in")
    names = tab.locator(".b-heads [data-source]").all()
    assert [name.inner_text() for name in names if name.is_visible()] == ["Radio Arne", "The Ledger"]
    assert tab.locator(".b-heads").get_attribute("aria-hidden") == "true"
    assert tab.locator(".b-framed").get_by_role("columnheader").count() == 3


@pytest.mark.parametrize("address", [BRIEF, f"{BRIEF}?compare=radio,ledger", ARTICLE, f"{BRIEF}evening/"])
@pytest.mark.parametrize("width", [320, 768])
def test_nothing_is_wider_than_the_window(width: int, address: str, tab: Page) -> None:
    tab.set_viewport_size({"width": width, "height": 700})
    tab.goto(address)
    assert tab.evaluate("document.documentElement.scrollWidth") == width
    assert tab.evaluate(CUT) == []


CUT = """() => [...document.querySelectorAll('.briefs :is(p, a, h1, h2, h3, dt, dd, summary, button, select)')]
  .filter(e => e.checkVisibility() && !e.closest('.b-scroll, .b-aside, .b-diagram--long, [aria-hidden]'))
  .filter(e => e.getBoundingClientRect().right > innerWidth + 1 || e.scrollWidth > e.clientWidth + 1 && e.clientWidth)
  .map(e => e.outerHTML.slice(0, 120))"""
"""What runs out of the window, or out of its own box."""


def test_no_name_or_number_of_a_chart_covers_another(tab: Page) -> None:
    for width in (1280, 768, 390):
        tab.set_viewport_size({"width": width, "height": 900})
        tab.goto(BRIEF)
        covered = tab.evaluate(
            """() => [...document.querySelectorAll('.b-plot, .b-diagram')].flatMap(chart => {
              const words = [...chart.querySelectorAll('text')].filter(e => e.checkVisibility());
              const boxes = words.map(e => e.getBoundingClientRect()).filter(box => box.width);
              return boxes.flatMap((a, n) => boxes.slice(n + 1).filter(b =>
                a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3
              ).map(b => `${words[n].textContent} ${a.left} ${b.left}`));
            })"""
        )
        assert covered == [], width


@pytest.mark.parametrize("sources", [4, 5, 6, 7, 8])
def test_a_table_of_four_to_eight_sources_leaves_room_to_read(sources: int, tab: Page) -> None:
    tab.goto(BRIEF)
    tab.evaluate(OTHER, sources)
    cells = tab.locator(".b-row").first.locator("> td")
    widths = [(cell.bounding_box() or {})["width"] for cell in cells.all()]
    assert len(widths) == sources + 1
    assert min(widths) >= 155
    assert max(widths[1:]) - min(widths[1:]) < 2
    tab.set_viewport_size({"width": 390, "height": 844})
    assert {(cell.bounding_box() or {})["width"] for cell in cells.all()} == {358}
    assert tab.evaluate("document.documentElement.scrollWidth") == 390


OTHER = """sources => {
  for (const row of document.querySelectorAll('.b-scroll tr')) {
    while (row.cells.length > sources + 1) row.lastElementChild.remove();
    while (row.cells.length < sources + 1) row.append(row.lastElementChild.cloneNode(true));
  }
  document.querySelector('.b-scroll > table').className = `b-table b-table--${sources}`;
}"""
"""The table as it would be with so many sources."""


def test_where_no_contents_stand_at_the_side_the_sections_are_listed_below_the_head(tab: Page) -> None:
    for width, height in ((390, 844), (768, 1024)):
        tab.set_viewport_size({"width": width, "height": height})
        tab.goto(BRIEF)
        links = tab.locator(".b-jump a")
        assert links.all_inner_texts() == [
            title.removesuffix("¶").strip() for title in tab.locator("h2").all_text_contents()
        ]
        tab.get_by_role("navigation").get_by_role("link", name="Sources", exact=True).click()
        assert 0 <= (tab.locator("#sources").bounding_box() or {})["y"] < height
    tab.set_viewport_size({"width": 1280, "height": 900})
    assert links.first.is_hidden()
