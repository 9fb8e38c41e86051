"""The charts as Chromium lays them out: no lettering meets another or leaves its box, on any width of screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.model.figure import Quantity, parse_figure
from generator.model.findings import Findings
from generator.model.page import Markup
from generator.model.settings import Settings
from generator.render import render_brief
from generator.render.emit import inert, wrapped
from generator.theme import FOLDER
from tests.render.harbour import harbour
from tests.render.made import article, findings, parties, with_figures

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = pytest.mark.browser

LONG = "The Extraordinarily Long Name of a Regional Newspaper"
VALUES = {
    "span": ["1", "about 35", "up to 700", "more than 12,000", "10,000,000", "at least 400,000"],
    "cold": ["-12.5 °C", "about -40 °F", "fewer than -5 °C", "-20 to 3 °C", "at most 270 K", "0 °C"],
    "cost": ["1,234,567", "1,234,999", "about 2,000,000", "up to 9,999,999", "0", "at least -5,000,000"],
    "huge": ["9" * 39, "about 8" + "0" * 38, "1", "2", "3", "4"],
}
VIA = [
    ["wire", "police"],
    "police",
    ["wire", "a man who did not want to be named"],
    "unknown",
    None,
    ["police", "wire"],
]
WHEN = ["2025-02-08", "2025-01~", "../2024-12-01", "2025-03/..", "2024-24", "2025?"]

MEETINGS = """() => {
  const shown = e => e.getClientRects().length && getComputedStyle(e).display !== 'none';
  const wrong = [];
  for (const svg of document.querySelectorAll('.b-plot')) {
    const boxes = [...svg.querySelectorAll('.b-tick')].filter(shown).map(e => e.getBoundingClientRect());
    boxes.forEach((box, i) => {
      if (box.left < 0 || box.right > innerWidth) wrong.push('a tick leaves the screen');
      if (i && boxes[i - 1].right > box.left) wrong.push('two ticks meet');
    });
  }
  for (const box of document.querySelectorAll('.b-box')) {
    if (!shown(box)) continue;
    const outer = box.querySelector('rect').getBoundingClientRect();
    for (const text of box.querySelectorAll('text')) {
      const inner = text.getBoundingClientRect();
      if (inner.left < outer.left || inner.right > outer.right || inner.bottom > outer.bottom)
        wrong.push('lettering leaves its box: ' + text.textContent);
    }
  }
  if (document.documentElement.scrollWidth > innerWidth) wrong.push('the page scrolls sideways');
  return wrong;
}"""


def wild() -> Findings:
    """Six sources with long names, figures of every size, and all kinds of chains and dates."""
    sources = [f"s{number}" for number in range(6)]
    claims = [
        {
            "id": claim,
            "claim": "How many " * 8,
            "measure": claim,
            "reports": {
                source: {"quote": "Words", **({"via": via} if via else {}), "when": when}
                for source, via, when in zip(sources, VIA, WHEN, strict=True)
            },
        }
        for claim in VALUES
    ]
    made = findings(
        {"claims": claims},
        {source: article(source, "Words.") for source in sources},
        parties(
            **dict.fromkeys(sources, LONG), wire="Northern Wire Agency", police="Ministry of the Interior"
        ),
    )
    figures = {
        (claim, source): parse_figure(value, Quantity("en", claim))[0]
        for claim, values in VALUES.items()
        for source, value in zip(sources, values, strict=True)
    }
    assert all(figures.values())
    return with_figures(made, {key: figure for key, figure in figures.items() if figure})


def charts_of(made: Findings, write: Any) -> str:
    parts = render_brief(made, Settings())[0].parts
    return "".join(
        write(p.html)
        for p in parts
        if isinstance(p, Markup)
        and '<svg class="b-strip' not in p.html
        and ("b-plot" in p.html or "b-diagram" in p.html)
    )


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if not CHROMIUM.exists():
        pytest.skip("there is no Chromium (`make browser` installs it)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser
        browser.close()


def document(html: str) -> str:
    style = (FOLDER / "assets" / "briefs" / "briefs.css").read_text(encoding="utf-8")
    style += "html{font-size:125%} body{margin:0 0.8rem;font-size:0.8rem}"
    body = f"<body dir='ltr' data-md-color-scheme='default'><div class='md-typeset'>{html}</div></body>"
    return f"<!doctype html><html dir='ltr'><style>{style}</style>{body}</html>"


@pytest.mark.parametrize("width", [320, 390, 700, 770, 1000, 1280])
def test_no_lettering_meets_another_or_leaves_its_box(browser: Any, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    for made in (harbour(), wild()):
        page.set_content(document(charts_of(made, wrapped)))
        assert page.locator(".b-tick").count() > 5
        assert page.evaluate(MEETINGS) == []
    page.close()


def test_as_plain_markdown_the_drawing_is_the_same(browser: Any) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    seen = []
    for write in (wrapped, inert):
        page.set_content(document(charts_of(harbour(), write)))
        box = page.evaluate("document.querySelector('.b-diagram svg').viewBox.baseVal.width")
        seen.append((box, page.screenshot(full_page=True)))
    page.close()
    assert seen[0] == seen[1]
    assert seen[0][0] > 500


def test_a_phone_has_the_lists_and_the_figures(browser: Any) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.set_content(document(charts_of(harbour(), wrapped)))
    assert not page.locator(".b-diagram").is_visible()
    assert not page.locator(".b-moment__plot").first.is_visible()
    assert page.locator(".b-scale .b-dot").first.is_visible()
    assert page.locator(".b-origins").is_visible()
    assert page.locator(".b-timeline").is_visible()
    page.close()
