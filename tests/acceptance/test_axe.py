"""axe-core finds nothing on any kind of page of the shipped site: light and dark, wide, on a tablet, on a phone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.large import SLUG, make_large

from .conftest import own_site, served
from .desk import Desk, article

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

RUN = """() => axe.run({resultTypes: ['violations'], selectors: false})
  .then(found => found.violations)"""
SCHEMES = ["light", "dark"]

SIZES = {"wide": (1280, 900), "tablet": (768, 1024), "phone": (390, 844)}
BRIEF = f"briefs/{SLUG}/"
KINDS = {
    "brief, filtered and compared": (
        "briefs/fennmouth-free-buses/?status=differs,repeated&compare=saltmarsh-courier,lowland-observer"
    ),
    "article of which all may be shown": "briefs/grey-heron-aground/saltmarsh-courier/",
    "article of which nothing but quotations may be shown": f"{BRIEF}evening/",
    "article in excerpts": "briefs/north-korea-russia-drones/kyiv-independent/",
    "withdrawn brief": "briefs/withdrawn/",
    "outlet": "outlets/saltmarsh-courier/",
    "party": "parties/marrow-coastguard/",
    "tag": "tags/shipping/",
    "year": "archive/2026/",
    "embedded brief": "embed/north-korea-russia-drones/",
    "embedded claim": "embed/grey-heron-aground/injured/",
}
"""Pages of which the site has many, besides the first of each of its folders."""

LONG = {"article with sixty notes": f"{BRIEF}courier/"}
"""Where each rule takes long: looked at in a wide window, as what they are made of is in the others too."""


WITHDRAWN = """\
title: Withdrawn
summary: It was about the wrong river.
date: 2026-03-07
status: withdrawn
notice: The river was another.
claims: [{id: one, claim: It was this river, reports: {evening: Mud}}]
corrections: [{date: 2026-03-09, was: The Arne, now: Another, why: A mistake.}]
"""


@pytest.fixture(scope="module")
def site(shipped: Desk, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped site, with the large brief and a withdrawn one."""
    desk = own_site(tmp_path_factory.mktemp("kinds"))
    make_large(desk.root)
    register = desk.root / "briefs/parties.yml"
    more = register.read_text("utf-8")
    shutil.copytree(shipped.root / "briefs", desk.root / "briefs", dirs_exist_ok=True)
    register.write_text(f"{register.read_text('utf-8')}\n{more}", "utf-8")
    mud = article("Mud.", outlet="evening-lantern", title="Mud")
    desk.write({"briefs/withdrawn/brief.yml": WITHDRAWN, "briefs/withdrawn/articles/evening.md": mud})
    outcome = desk.run("build", "-d", str(desk.root / "site"))
    assert outcome.code == 0, outcome.err
    return desk.root / "site"


@pytest.fixture(scope="module")
def tab(site: Path, browser: Browser) -> Iterator[Page]:
    """A tab at the site's home, with axe in every page that it opens."""
    import axe_playwright_python

    axe = Path(axe_playwright_python.__file__).with_name("axe.min.js")
    with served(site) as address:
        tab = browser.new_page(base_url=address, reduced_motion="reduce")
        tab.add_init_script(path=axe)
        yield tab
        tab.close()


def one_of_each(site: Path, size: str) -> dict[str, str]:
    """A page of each kind: home, the first of each folder, `KINDS`, and wide also what is long."""
    folders = sorted(path.parent.relative_to(site).as_posix() + "/" for path in site.glob("*/index.html"))
    return {
        "home": "",
        "not found": "404.html",
        **{folder: folder for folder in folders},
        **KINDS,
        **(LONG if size == "wide" else {}),
    }


def found(tab: Page) -> dict[str, list[str]]:
    """What axe finds on the open page by all its rules, best practices too: rule -> the elements."""
    violations: list[dict[str, Any]] = tab.evaluate(RUN)
    return {
        f"{each['id']}: {each['help']}": [node["html"][:200] for node in each["nodes"]] for each in violations
    }


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing_on_any_kind_of_page(size: str, scheme: str, site: Path, tab: Page) -> None:
    wrong: dict[str, dict[str, list[str]]] = {}
    width, height = SIZES[size]
    tab.set_viewport_size({"width": width, "height": height})
    tab.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for kind, address in one_of_each(site, size).items():
        tab.goto(f"/{address}")
        assert tab.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") == (scheme == "dark")
        if wrongs := found(tab):
            wrong[kind] = wrongs
    assert wrong == {}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", ["wide", "phone"])
def test_axe_finds_nothing_where_the_search_is_open(size: str, scheme: str, tab: Page) -> None:
    width, height = SIZES[size]
    tab.set_viewport_size({"width": width, "height": height})
    tab.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    tab.goto("/")
    if size == "phone":
        tab.locator(".md-header__button[for=__search]").click()
    tab.locator(".md-search__input").click()
    tab.wait_for_timeout(500)  # the index is fetched when the field gets the focus
    tab.locator(".md-search__input").press_sequentially("bus")
    tab.locator(".md-search-result__item").first.wait_for()
    tab.wait_for_timeout(400)  # the results slide in
    assert found(tab) == {}


def test_axe_would_see_a_fault(tab: Page) -> None:
    tab.goto("/")
    tab.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert [rule.split(":")[0] for rule in found(tab)] == ["button-name"]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_nothing_is_wider_than_a_small_phone(kind: str, tab: Page) -> None:
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.goto(f"/{KINDS[kind]}")
    assert tab.evaluate("document.documentElement.scrollWidth") == 320
