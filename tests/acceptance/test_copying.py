"""An editor selects a passage in a served article and copies it as YAML, which passes every check when pasted."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests import found

from .broken.port import BRIEF, FILES
from .conftest import own_site
from .desk import PROJECT, Desk
from .serving import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

ARTICLES = {
    "excerpts": "briefs/port/alder/",
    "the untouched sentences": "briefs/port/alder/",
    "all of it": "briefs/port/birch/",
    "quotations alone": "briefs/port/cedar/",
}
CEDAR = """\
---
outlet: cedar
title: “Burning”, they said — 'burning'
published: 2025-02-28
rights: none
---

Smoke rose 5% higher than 18,000 feet. Smoke was seen. Smoke was seen… and “seen” again: Smoke was seen.

It’s a soft\u00adhyphen, a zero\u200bwidth, a no-break\u00a0space; Smoke was seen by 40–50 people.
"""
SELECT = """([first, last, ends]) => {
  const walk = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest('.b-text, .b-subheading, .b-title--article, .b-quote, .b-untouched [data-start]')
      && !node.parentElement.closest('.b-margin, .b-num, .b-gap') ? 1 : 2);
  const nodes = [];
  while (walk.nextNode()) nodes.push(walk.currentNode);
  const start = Math.floor(first * nodes.length);
  const end = Math.min(nodes.length - 1, start + last);
  for (const box of document.querySelectorAll('details')) box.open = true;
  getSelection().setBaseAndExtent(nodes[start], Math.floor(ends[0] * nodes[start].length), nodes[end],
    Math.floor(ends[1] * nodes[end].length));
  return getSelection().toString();
}"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    brief = FILES[BRIEF].replace("sources: [alder, birch]", "sources: [alder, birch, cedar]")
    brief = brief.replace(
        "      birch:\n        quote", "      cedar: {quote: rose 5% higher}\n      birch:\n        quote"
    )
    full = FILES["briefs/port/articles/birch.md"].replace("rendition:", "rights: full\nrendition:")
    files = {BRIEF: brief, "briefs/port/articles/birch.md": full, "briefs/port/articles/cedar.md": CEDAR}
    return own_site(tmp_path_factory.mktemp("copying")).write({**FILES, **files})


@pytest.fixture(scope="module")
def address(desk: Desk) -> Iterator[str]:
    assert desk.check().problems == []
    with serving(desk) as address:
        yield address


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def _select(page: Page, words: str, within: str) -> None:
    page.evaluate(
        """([words, within]) => {
          const walk = document.createTreeWalker(document.querySelector(within), NodeFilter.SHOW_TEXT);
          while (walk.nextNode() && !walk.currentNode.data.includes(words));
          const at = walk.currentNode.data.indexOf(words);
          getSelection().setBaseAndExtent(walk.currentNode, at, walk.currentNode, at + words.length);
        }""",
        [words, within],
    )


def _copied(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def _copied_soon(page: Page) -> str:
    """What is copied within five seconds of a key that was pressed: nothing on the page tells that it is done."""
    for _ in range(100):
        if text := _copied(page):
            return text
        page.wait_for_timeout(50)
    return ""


def test_by_the_button_and_by_the_key(page: Page, address: str) -> None:
    page.goto(f"{address}/briefs/port/alder/")
    due = '      alder:\n        quote: "40 people were hurt"\n'
    _select(page, "0 people were hur", ".b-article")
    button = page.get_by_role("button", name="Copy as YAML")
    button.click()
    page.get_by_text("Copied: paste it").wait_for()
    assert _copied(page) == due
    page.evaluate("navigator.clipboard.writeText('')")
    page.keyboard.press("y")
    assert _copied_soon(page) == due
    page.evaluate("getSelection().removeAllRanges()")
    button.wait_for(state="hidden")


def test_in_the_search_a_y_is_a_letter(page: Page, address: str) -> None:
    page.goto(f"{address}/briefs/port/alder/")
    _select(page, "40 people were hurt", ".b-article")
    page.evaluate("navigator.clipboard.writeText('before')")
    page.keyboard.press("/")
    page.keyboard.type("yes")
    assert page.locator("input.md-search__input").input_value() == "yes"
    assert _copied(page) == "before"


def test_what_a_page_may_not_publish_can_be_copied_in_the_preview(
    page: Page, desk: Desk, address: str
) -> None:
    hidden = "People saw the smoke"
    page.goto(f"{address}/briefs/port/alder/")
    assert hidden not in page.locator(".b-article").inner_text()
    page.locator("summary", has_text="The whole article").click()
    _select(page, hidden, ".b-untouched--whole")
    page.keyboard.press("y")
    page.get_by_text("Copied: paste it").wait_for()
    assert hidden in _copied(page)
    assert desk.run("build", "-q").code == 0
    for path in (desk.root / "site").rglob("*.*ml"):
        assert hidden not in path.read_text("utf-8"), path
    assert not [name for name, text in found.texts(desk.root / "site").items() if hidden in text]
    every = found.found_at(address)
    assert "port" in every
    assert hidden not in every


def test_a_passage_that_stands_twice_gets_what_tells_it_apart(page: Page, address: str) -> None:
    page.goto(f"{address}/briefs/port/cedar/")
    page.locator("summary", has_text="The whole article").click()
    _select(page, "Smoke was seen…", ".b-untouched--whole")
    page.evaluate("getSelection().modify('extend', 'backward', 'character')")
    page.keyboard.press("y")
    page.get_by_text("Copied: paste it").wait_for()
    assert 'exact: "Smoke was seen"' in _copied(page)
    assert "prefix:" in _copied(page) or "suffix:" in _copied(page)


def test_a_headline_is_quoted_as_one(page: Page, address: str) -> None:
    page.goto(f"{address}/briefs/port/birch/")
    _select(page, "warehouse", "h1")
    page.keyboard.press("y")
    page.get_by_text("Copied: paste it").wait_for()
    assert _copied(page) == '      birch:\n        quote: "warehouse"\n        in: title\n'


def test_what_is_no_one_passage_is_told(page: Page, address: str) -> None:
    page.goto(f"{address}/briefs/port/alder/")
    page.locator("summary", has_text="Sentences that no claim").click()
    page.evaluate("getSelection().selectAllChildren(document.querySelector('article'))")
    page.keyboard.press("y")
    page.get_by_text("Not copied:").wait_for()


@pytest.mark.parametrize("where", ARTICLES)
def test_random_selections_pass_the_check_where_they_are_pasted(
    where: str, page: Page, desk: Desk, address: str
) -> None:
    dice = random.Random(where)  # noqa: S311 - the same selections each time
    page.goto(f"{address}/{ARTICLES[where]}")
    claims, tried = [], 0
    while len(claims) < 12 and tried < 60:
        tried += 1
        ends = (
            sorted((dice.random(), dice.random())) if dice.random() < 0.7 else [dice.random(), dice.random()]
        )
        page.evaluate("navigator.clipboard.writeText('')")
        page.evaluate(SELECT, [dice.random(), dice.choice([0, 0, 1, 2]), ends])
        page.wait_for_timeout(50)
        if page.locator("#briefs-preview-copy").is_hidden():
            continue
        page.keyboard.press("y")
        page.locator("#briefs-preview-copy [role=status]").filter(has_text="opied").wait_for()
        if text := _copied(page):
            claims.append(f"  - id: pasted-{len(claims)}\n    claim: Pasted\n    reports:\n{text}")
        page.evaluate("document.querySelector('#briefs-preview-copy [role=status]').textContent = ''")
    assert len(claims) == 12
    head, _, _ = (desk.root / BRIEF).read_text("utf-8").partition("claims:")
    copy = Desk(desk.root / "pasted").write({"mkdocs.yml": (PROJECT / "mkdocs.yml").read_text("utf-8")})
    files = {name: (desk.root / name).read_bytes() for name in (*FILES, "briefs/port/articles/cedar.md")}
    (copy.root / "site_src").mkdir(exist_ok=True)
    copy.write(files | {BRIEF: (head + "claims:\n" + "".join(claims)).encode()})
    assert copy.check("port").errors == []


def test_axe_finds_nothing_where_the_button_stands(page: Page, address: str) -> None:
    from pathlib import Path

    import axe_playwright_python

    page.goto(f"{address}/briefs/port/birch/")
    _select(page, "It spread", ".b-article")
    page.get_by_role("button", name="Copy as YAML").wait_for()
    page.evaluate(Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8"))
    found = "() => axe.run({resultTypes: ['violations']}).then(f => f.violations.map(v => v.id + v.nodes[0].html))"
    assert page.evaluate(found) == []
