"""axe-core finds nothing on any kind of page of the shipped site: light and dark, wide, on a tablet, on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from .conftest import CHROMIUM, served
from .desk import Desk

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

RUN = """options => axe.run({resultTypes: ['violations'], selectors: false, ...options})
  .then(found => found.violations)"""
SCHEMES: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"runOnly": ["color-contrast", "link-in-text-block"]},
}
"""What is looked for in each: in the dark only what depends on colours, since nothing else is another."""

SIZES = {"wide": (1280, 900), "tablet": (768, 1024), "phone": (390, 844)}
KINDS = {
    "brief": "briefs/north-korea-russia-drones/",
    "brief, filtered and compared": (
        "briefs/fennmouth-free-buses/?status=differs,repeated&compare=saltmarsh-courier,lowland-observer"
    ),
    "annotated article": "briefs/north-korea-russia-drones/kyiv-independent/",
    "embedded brief": "embed/north-korea-russia-drones/",
    "embedded claim": "embed/grey-heron-aground/injured/",
}
"""Pages of which the site has many, besides the first of each of its folders."""


@pytest.fixture(scope="module")
def tab(shipped: Desk) -> Iterator[Page]:
    """A tab at the site's home, with axe in every page that it opens."""
    if not CHROMIUM.exists():
        pytest.skip(f"there is no browser: {CHROMIUM} is absent")
    import axe_playwright_python
    from playwright.sync_api import sync_playwright

    axe = Path(axe_playwright_python.__file__).with_name("axe.min.js")
    with served(shipped.root / "site") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        tab = browser.new_page(base_url=address, reduced_motion="reduce")
        tab.add_init_script(path=axe)
        yield tab
        browser.close()


def one_of_each(site: Path, size: str) -> dict[str, str]:
    """A page of each kind: home, the first of each folder, and `KINDS`; the last alone where the rest is as wide."""
    if size == "tablet":
        return KINDS
    folders = sorted(path.parent.relative_to(site).as_posix() + "/" for path in site.glob("*/index.html"))
    return {"home": "", "not found": "404.html", **{folder: folder for folder in folders}, **KINDS}


def found(tab: Page, options: dict[str, Any] | None = None) -> dict[str, list[str]]:
    """What axe finds on the open page: rule -> the elements."""
    violations: list[dict[str, Any]] = tab.evaluate(RUN, options or {})
    return {
        f"{each['id']}: {each['help']}": [node["html"][:200] for node in each["nodes"]] for each in violations
    }


@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing_on_any_kind_of_page(size: str, shipped: Desk, tab: Page) -> None:
    wrong: dict[tuple[str, str], dict[str, list[str]]] = {}
    width, height = SIZES[size]
    tab.set_viewport_size({"width": width, "height": height})
    for kind, address in one_of_each(shipped.root / "site", size).items():
        tab.goto(f"/{address}")
        for scheme, options in SCHEMES.items():
            tab.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            assert tab.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") == (scheme == "dark")
            if wrongs := found(tab, options):
                wrong[kind, scheme] = wrongs
    assert wrong == {}


def test_axe_would_see_a_fault(tab: Page) -> None:
    tab.goto("/")
    tab.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert [rule.split(":")[0] for rule in found(tab)] == ["button-name"]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_nothing_is_wider_than_a_small_phone(kind: str, tab: Page) -> None:
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.goto(f"/{KINDS[kind]}")
    assert tab.evaluate("document.documentElement.scrollWidth") == 320
