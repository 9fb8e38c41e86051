"""Without a mouse: each control is reached once, in the order of the page, in sight, and seen to have the focus."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.large import SLUG
from tests.waiting import until

from .conftest import served
from .desk import Desk

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

BRIEF = f"/briefs/{SLUG}/"
ARTICLE = f"{BRIEF}courier/"
COUNT = """() => {
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')];
  window.order = all.filter(e => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({visibilityProperty: true}));
  window.ring = e => {
    const {outlineStyle, outlineWidth, boxShadow} = getComputedStyle(e);
    return [outlineStyle === 'none' ? '' : outlineWidth, boxShadow].join();
  };
  // What shows the focus: the control, or where that is drawn as another element, this.
  window.shows = e => e.matches('.md-option') ? e.nextElementSibling : e.closest('.md-search__form') ?? e;
  window.before = new Map(order.map(e => [e, ring(shows(e))]));
  return order.length;
}"""
FOCUS = """() => {
  const e = document.activeElement;
  if (e === document.body) return null;
  const seen = shows(e).getClientRects()[0];
  const {left, right, top, bottom} = seen ?? shows(e).getBoundingClientRect();
  const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return {
    place: order.indexOf(e),
    html: e.outerHTML.slice(0, 90),
    inside: top >= 0 && left >= 0 && bottom <= innerHeight + 1 && right <= innerWidth + 1,
    covered: !hit || !(shows(e).contains(hit) || hit.contains(shows(e))) ? hit?.className ?? 'nothing' : '',
    ring: ring(shows(e)) !== before.get(e),
  };
}"""


@pytest.fixture
def tab(large: Desk, browser: Browser) -> Iterator[Page]:
    with served(large.root / "site") as address:
        tab = browser.new_page(
            base_url=address, viewport={"width": 1280, "height": 900}, reduced_motion="reduce"
        )
        tab.set_default_timeout(10_000)
        yield tab
        tab.close()


def walk(tab: Page, key: str = "Tab") -> list[dict[str, Any]]:
    """What has the focus after each press of `key`, from the page's beginning until the focus leaves it."""
    count = tab.evaluate(COUNT)
    steps = []
    for _ in range(count + 5):
        tab.keyboard.press(key)
        step = tab.evaluate(FOCUS)
        if step is None:
            break
        steps.append(step)
    assert len(steps) >= count - 2, "the focus leaves the page too soon"
    return steps


@pytest.mark.parametrize(
    ("address", "width", "key"),
    [
        (f"{BRIEF}?status=not-comparable", 1280, "Tab"),
        (f"{BRIEF}?status=not-comparable", 1280, "Shift+Tab"),
        (f"{BRIEF}?status=not-comparable", 390, "Tab"),
        (ARTICLE, 1280, "Tab"),
        (ARTICLE, 390, "Shift+Tab"),
    ],
)
def test_each_control_is_reached_once_in_sight_and_seen(
    address: str, width: int, key: str, tab: Page
) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto(address)
    steps = walk(tab, key)
    if width == 390:  # the field slides in, out of what a phone shows before
        steps = [step for step in steps if "md-search__input" not in step["html"]]
    places = [step["place"] for step in steps]
    assert -1 not in places
    assert len(set(places)) == len(places), "the focus comes back to where it was"
    if key == "Tab":
        assert places == sorted(places)
    assert [step for step in steps if not step["inside"] or step["covered"] or not step["ring"]] == []


def test_what_is_hidden_has_no_focus_before_the_scripts_have_run(tab: Page) -> None:
    tab.route("**/*.js", lambda route: route.abort())
    tab.goto(BRIEF)
    assert tab.locator(".md-top[hidden]").count() == 1
    tab.evaluate(COUNT)
    for _ in range(3):
        tab.keyboard.press("Shift+Tab")
        assert tab.evaluate("!document.activeElement.closest('[hidden]')")
    assert "md-top" not in tab.evaluate("order.map(control => control.className).join()")


def test_the_skip_link_leads_over_the_heads_to_the_content(tab: Page) -> None:
    tab.goto(BRIEF)
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className").startswith("md-skip")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    assert tab.evaluate("!!document.activeElement.closest('.md-content')")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_stands_out_from_its_ground(scheme: str, tab: Page) -> None:
    tab.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for address in (BRIEF, ARTICLE):
        tab.goto(address)
        for part in (
            ".md-tabs__link",
            ".b-strip__switch, .b-ref a",
            ".b-quote__link, .b-num a",
            ".md-footer a",
        ):
            control = tab.locator(part).first
            control.focus()
            tab.keyboard.press("Shift+Tab")
            tab.keyboard.press("Tab")
            assert control.evaluate(CONTRAST) >= 3, (address, part)


CONTRAST = """control => {
  const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(c => c / 255)
    .map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, n) => sum + c * [0.2126, 0.7152, 0.0722][n], 0);
  let ground = control.parentElement;
  while (ground.parentElement && (numbers(getComputedStyle(ground).backgroundColor)[3] ?? 1) < 1) {
    ground = ground.parentElement;
  }
  const [a, b] = [getComputedStyle(control).outlineColor, getComputedStyle(ground).backgroundColor]
    .map(numbers).map(light).sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}"""
"""The contrast of a control's outline with what it stands on (WCAG 2.2, 1.4.11: at least 3)."""


def test_the_table_scrolls_sideways_by_arrows_from_within(tab: Page) -> None:
    tab.goto(BRIEF)
    tab.locator(".b-quote__link").first.focus()
    tab.keyboard.press("ArrowRight")
    until(tab, "document.querySelector('.b-scroll').scrollLeft > 0")


def test_what_is_folded_opens_and_the_drawer_opens_and_closes(tab: Page) -> None:
    tab.goto(BRIEF)
    folded = tab.locator(".b-cell details").first
    folded.locator("summary").focus()
    tab.keyboard.press("Enter")
    assert folded.locator("q").is_visible()
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.goto(BRIEF)
    links = tab.locator(".md-nav--primary .md-nav__link:visible")
    assert links.count() == 0
    button = tab.locator(".md-header label[for=__drawer] [role=button]")
    button.focus()
    tab.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    links.first.wait_for()
    tab.keyboard.press("Escape")
    assert button.get_attribute("aria-expanded") == "false"
    assert button.evaluate("button => button === document.activeElement")
    links.first.wait_for(state="hidden")
