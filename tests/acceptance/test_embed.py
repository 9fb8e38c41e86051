"""A claim or a brief's strip in a frame on another site: it shows, asks for itself alone, and leads out of it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.found import locations

from .conftest import CHROMIUM, own_site, served
from .desk import PARTIES, PROJECT, Desk, article, as_yaml

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Frame, Page

pytestmark = pytest.mark.browser

BRIEF = "embed/grey-heron-aground/"
CLAIM = f"{BRIEF}injured/"
SWEDISH, ARABIC = "embed/klocka/rang/", "embed/jaras/daqqa/"
WIDTHS = (240, 320, 480, 600, 1000)
INK = {"light": "rgb(22, 24, 29)", "dark": "rgb(232, 234, 240)"}


@dataclass
class Host:
    """A page of another site, in `folder`, with what its visitor's browser asked for and complained of."""

    tab: Page
    address: str
    folder: Path
    own: str
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def show(self, code: str) -> Frame:
        """The document in the frame, once the page holds `code`."""
        page = f"<!doctype html><link rel=icon href=data:,><title>Another site</title>{code}"
        file = (
            self.folder / f"host-{len(list(self.folder.iterdir()))}.html"
        )  # each its own: browsers keep pages
        file.write_text(page, "utf-8")
        self.asked.clear()
        self.said.clear()
        self.tab.goto(f"{self.own}/{file.name}", wait_until="load")
        return self.tab.frames[1]

    def frame(self, path: str, attributes: str = "") -> Frame:
        """The document at `path` of our site, in a frame with further `attributes`."""
        return self.show(
            f'<iframe src="{self.address}/{path}" width="100%" height="700" {attributes}></iframe>'
        )


def _more(desk: Desk) -> None:
    """A brief in Swedish with an old slug and an old id, and one in Arabic."""
    claim = {
        "id": "rang",
        "claim": "Klockan ringde",
        "aliases": ["slog"],
        "reports": {"alder": "Klockan ringde"},
    }
    shared = {"summary": "x", "date": "2025-03-01"}
    swedish = {"title": "En klocka", "language": "sv", "aliases": ["bjallra"], "claims": [claim], **shared}
    arabic = {
        "title": "جرس",
        "language": "ar",
        "claims": [{"id": "daqqa", "claim": "دق الجرس ليلا", "reports": {"alder": "دق الجرس"}}],
        **shared,
    }
    desk.write(
        {
            "briefs/parties.yml": (desk.root / "briefs/parties.yml").read_text("utf-8")
            + as_yaml({"alder": PARTIES["alder"]}),
            "briefs/klocka/brief.yml": as_yaml(swedish),
            "briefs/klocka/articles/alder.md": article("Klockan ringde.", outlet="alder", title="Klocka"),
            "briefs/jaras/brief.yml": as_yaml(arabic),
            "briefs/jaras/articles/alder.md": article("دق الجرس ليلا.", outlet="alder", title="جرس"),
            "site_src/embed/klocka/index.md": "# Written by hand\n",
        }
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    desk = own_site(tmp_path_factory.mktemp("embed"))
    shutil.copytree(PROJECT / "briefs", desk.root / "briefs")
    _more(desk)
    outcome = desk.run("build", "-q", "-d", str(desk.root / "site"))
    assert outcome.code == 0, outcome.err
    return desk.root / "site"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip(f"there is no browser: {CHROMIUM} is absent")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def host(site: Path, browser: Browser, tmp_path: Path) -> Iterator[Host]:
    """Another site by its name too: `localhost` is not `127.0.0.1`."""
    with served(site) as address, served(tmp_path) as own:
        tab = browser.new_page()
        host = Host(tab, address, tmp_path, own.replace("127.0.0.1", "localhost"))
        tab.on("request", lambda request: host.asked.append(request.url))
        tab.on("console", lambda message: host.said.append(message.text))
        yield host
        tab.close()


@pytest.mark.parametrize("sandbox", ["", 'sandbox=""'], ids=["open", "sandboxed"])
@pytest.mark.parametrize(
    "path", [BRIEF, CLAIM, "embed/grey-heron/all-ashore/", "embed/grey-heron-first-night/missing/"]
)
def test_a_frame_on_another_site_asks_for_its_own_file_alone(path: str, sandbox: str, host: Host) -> None:
    frame = host.frame(path, sandbox)
    assert host.asked == [f"{host.own}/host-0.html", f"{host.address}/{path}"]
    assert host.said == []
    assert frame.locator("h1").is_visible()
    assert frame.evaluate("getComputedStyle(document.body).borderTopWidth") == "1px", "the style applies"


def test_a_frame_shows_the_claim_as_the_briefs_page_does(host: Host) -> None:
    shown = host.frame(CLAIM).inner_text("main")
    assert shown.startswith("repeated 4 sources, 1 origin\n\nAbout 14 people were injured")
    assert "“Some 15 people were hurt”" in shown
    assert "adaptation, after Isles Wire" in shown


def test_an_old_id_of_an_old_slug_shows_the_claim_and_a_withdrawn_one_says_so(host: Host) -> None:
    moved = host.frame("embed/bjallra/slog/", 'sandbox=""')
    assert "Klockan ringde" in moved.inner_text("h1")
    withdrawn = host.frame("embed/grey-heron-first-night/missing/").inner_text("body")
    assert "This brief has been withdrawn." in withdrawn
    assert "Three people are missing" not in withdrawn


def test_a_link_opens_beside_the_host_and_lands_on_the_claim(host: Host) -> None:
    frame = host.frame(CLAIM)
    with host.tab.expect_popup() as opened:
        frame.get_by_role("link", name="See this claim in its brief").click()
    opened.value.wait_for_load_state()
    assert opened.value.url == f"{host.address}/briefs/grey-heron-aground/#claim-injured"
    assert opened.value.evaluate("window.opener") is None
    assert opened.value.evaluate("document.querySelector(':target').textContent").startswith(
        "About 14 people"
    )
    opened.value.close()
    with host.tab.expect_popup() as passage:
        frame.get_by_role("link", name="Some 15 people").click()
    passage.value.wait_for_load_state()
    assert passage.value.evaluate("document.querySelector(':target') !== null")
    passage.value.close()
    assert urlsplit(host.tab.url).hostname == "localhost"


def test_what_the_briefs_page_offers_is_what_shows(host: Host) -> None:
    host.tab.goto(f"{host.address}/briefs/grey-heron-aground/")
    host.tab.get_by_text("Embed this brief").click()
    code = host.tab.locator(".b-embed code")
    assert code.is_visible()
    local = code.inner_text().replace("https://example.org", host.address)
    frame = host.show(local)
    assert frame.inner_text("h1") == "The Grey Heron: how a ferry came to lie on the Widow"
    host.tab.goto(f"{host.address}/briefs/grey-heron-aground/")
    host.tab.locator("#claim-injured").locator("xpath=..").get_by_role("link", name="Embed").click()
    host.tab.wait_for_url(f"{host.address}/{CLAIM}")
    host.tab.get_by_text("Embed", exact=True).click()
    assert f'src="https://example.org/{CLAIM}"' in host.tab.locator("footer code").inner_text()


@pytest.mark.parametrize("scheme", INK)
def test_the_page_has_the_readers_scheme_and_a_ground_of_its_own(scheme: str, host: Host) -> None:
    host.tab.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    frame = host.frame(CLAIM)
    look = "(({color, backgroundColor: ground}) => ({color, ground}))(getComputedStyle(document.documentElement))"
    found = frame.evaluate(look)
    assert found["color"] == INK[scheme]
    assert found["ground"] in {"rgb(255, 255, 255)", "rgb(28, 31, 39)"} - {INK[scheme]}
    assert (found["ground"] == "rgb(255, 255, 255)") == (scheme == "light")


def test_a_pill_looks_as_it_does_on_the_briefs_page(host: Host) -> None:
    mark = """e => (({color, borderTopStyle: line}) => ({color, line}))(getComputedStyle(e))"""
    for claim, status in (("injured", "repeated"), ("light-out", "differs"), ("aground", "corroborated")):
        own = host.frame(f"{BRIEF}{claim}/").locator(f".b-pill--{status}").first.evaluate(mark)
        host.tab.goto(f"{host.address}/briefs/grey-heron-aground/")
        assert own == host.tab.locator(f".b-claim .b-pill--{status}").first.evaluate(mark)


@pytest.mark.parametrize("path", [BRIEF, CLAIM, SWEDISH, ARABIC])
def test_nothing_is_wider_than_its_frame(path: str, host: Host) -> None:
    for width in WIDTHS:
        host.tab.set_viewport_size({"width": width, "height": 700})
        host.tab.goto(f"{host.address}/{path}")
        assert host.tab.evaluate("document.documentElement.scrollWidth") == width


def test_the_height_in_the_code_holds_the_content_of_a_narrow_column(site: Path, host: Host) -> None:
    """Fonts differ: it may lack or spare a few lines, not more."""
    host.tab.set_viewport_size({"width": 400, "height": 100})
    heights = {}
    for file in sorted((site / "embed/grey-heron-aground").rglob("index.html")):
        said = re.search(r'height="(\d+)" loading', unescape(file.read_text("utf-8")))
        assert said
        host.tab.goto(f"{host.address}/{file.parent.relative_to(site).as_posix()}/")
        heights[file.parent.name] = int(said[1]) / host.tab.evaluate("document.documentElement.scrollHeight")
    assert len(heights) == 16
    assert {name: ratio for name, ratio in heights.items() if not 0.85 < ratio < 1.3} == {}


def test_right_to_left_begins_on_the_right(host: Host) -> None:
    host.tab.set_viewport_size({"width": 480, "height": 400})
    host.tab.goto(f"{host.address}/{ARABIC}")
    assert host.tab.evaluate("getComputedStyle(document.documentElement).direction") == "rtl"
    right = """element => {
      const text = document.createRange();
      text.selectNodeContents(element);
      return text.getBoundingClientRect().right;
    }"""
    edges = [host.tab.locator(name).first.evaluate(right) for name in ("h1", ".b-quote", ".b-by")]
    assert all(edge > 400 for edge in edges)
    line = host.tab.locator(".b-reports > li").first.evaluate("e => getComputedStyle(e).borderRightWidth")
    assert line == "3px"


def test_all_of_it_is_reached_by_keyboard_and_seen(host: Host) -> None:
    host.tab.goto(f"{host.address}/{CLAIM}")
    reached = []
    for _ in range(12):
        host.tab.keyboard.press("Tab")
        outline = host.tab.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        name = host.tab.evaluate("document.activeElement.tagName")
        if name == "BODY":
            break
        reached.append(name)
        assert outline == "solid"
    assert reached == ["A", "A", "A", "A", "A", "SUMMARY"]


def test_on_paper_the_reports_stand_without_the_code(host: Host) -> None:
    host.tab.goto(f"{host.address}/{CLAIM}")
    host.tab.emulate_media(media="print")
    assert not host.tab.locator("footer details").is_visible()
    assert host.tab.locator(".b-report").last.is_visible()


def test_a_page_written_by_hand_stays_and_the_claims_beside_it_too(site: Path) -> None:
    assert "Written by hand" in (site / "embed/klocka/index.html").read_text("utf-8")
    assert "Klockan ringde" in (site / "embed/klocka/rang/index.html").read_text("utf-8")


def test_embedded_pages_are_in_neither_sitemap_nor_search(site: Path) -> None:
    assert "/embed/grey" not in (site / "sitemap.xml").read_text("utf-8")
    assert not [location for location in locations(site) if location.startswith("embed/grey")]


def test_a_briefs_page_asks_for_nothing_that_it_only_offers(host: Host) -> None:
    """Material's script asks for a sitemap beside what stands in a `link[rel=alternate]`."""
    host.tab.goto(f"{host.address}/briefs/grey-heron-aground/", wait_until="networkidle")
    assert len(host.asked) > 3
    assert [
        url for url in host.asked if "embed" in url or "sitemap" in url or not url.startswith(host.address)
    ] == []


def test_a_briefs_page_names_its_oembed_answer(site: Path) -> None:
    head = (site / "briefs/grey-heron-aground/index.html").read_text("utf-8")
    said = re.search(r'<link rel="alternate " type="application/json\+oembed"[^>]*href="([^"]*)"', head)
    assert said
    assert said[1] == f"https://example.org/{BRIEF}oembed.json"
    assert (site / BRIEF / "oembed.json").is_file()
    for other in (
        "briefs/grey-heron-aground/harbour-lamp/index.html",
        "briefs/grey-heron-first-night/index.html",
    ):
        assert "json+oembed" not in (site / other).read_text("utf-8")
