"""Every page has a policy of its own, which names what runs in it and no more, and all of the site works under it."""

from __future__ import annotations

import functools
import http.server
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.model.policy import digest_source
from tests.hosts import rules_for
from tests.waiting import until

from .conftest import own_site
from .desk import PROJECT, Desk
from .serving import ask, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL)
STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL)
REPORTS = """window.refused = []; addEventListener('securitypolicyviolation', (event) =>
  refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));"""
BRIEF = "briefs/fennmouth-free-buses/"


def pages(site: Path) -> dict[str, str]:
    return {file.relative_to(site).as_posix(): file.read_text("utf-8") for file in site.rglob("*.html")}


def digests(text: str) -> set[str]:
    """The digest of each script and style that would run by standing in a page."""
    inline = [body for given, body in SCRIPT.findall(text) if "src=" not in given and "json" not in given]
    return {digest_source(body) for body in (*inline, *STYLE.findall(text))}


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The same site with Material's own search, at a path of its host."""
    desk = own_site(tmp_path_factory.mktemp("material"))
    config = (desk.root / "mkdocs.yml").read_text("utf-8")
    config = config.replace("plugins:\n  - briefs:", "plugins:\n  - search\n  - briefs:")
    config = config.replace("      cards: true", "      search: material\n      cards: false")
    (desk.root / "mkdocs.yml").write_text(config, "utf-8")
    (desk.root / "briefs").symlink_to(PROJECT / "briefs")
    outcome = desk.run("build", "-d", str(desk.root / "site"))
    assert outcome.code == 0, outcome.err
    return desk


def test_each_page_names_each_of_its_scripts_and_styles_and_nothing_else(
    shipped: Desk, material: Desk
) -> None:
    for desk in (shipped, material):
        for path, text in pages(desk.root / "site").items():
            policies = [unescape(each) for each in POLICY.findall(text)]
            assert len(policies) == 1, path
            assert set(re.findall(r"'sha256-[^']+'", policies[0])) == digests(text), path
            assert "unsafe" not in policies[0], path
            assert "default-src 'none'" in policies[0], path
            assert "base-uri 'none'" in policies[0], path
            before = text[: text.index("Content-Security-Policy")]
            assert not re.search("<(script|style|link|body)", before), path
            assert not re.search(r"<[^>]*\sstyle=", text), path


def test_the_headers_name_every_digest_and_no_other(shipped: Desk) -> None:
    site = shipped.root / "site"
    text = (site / "_headers").read_text("utf-8")
    named = set(re.findall(r"'sha256-[^']+'", text))
    of_pages = {path: digests(page) for path, page in pages(site).items() if not path.startswith("embed/")}
    assert named == set().union(*of_pages.values())
    for path in of_pages:
        for address in (path, path.removesuffix("index.html")):
            names = [name for name, _ in rules_for(text, f"/{address}")]
            assert names.count("Content-Security-Policy") == 1, address


class _WithHeaders(http.server.SimpleHTTPRequestHandler):
    """Serves a folder with the headers that its `_headers` gives each address."""

    rules = ""

    def end_headers(self) -> None:
        for name, value in rules_for(self.rules, self.path.partition("?")[0]):
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def hosted(site: Path, *, by_header: bool) -> Iterator[str]:
    """The address of the site, with its headers or by its pages alone."""
    rules = (site / "_headers").read_text("utf-8") if by_header else ""
    kind = type("Handler", (_WithHeaders,), {"rules": rules})
    with http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(kind, directory=str(site))
    ) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@contextmanager
def tab(browser: Browser, address: str) -> Iterator[Page]:
    """A page in which nothing may be refused."""
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.add_init_script(REPORTS)
    page = context.new_page()
    page.set_default_timeout(10_000)
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    assert [each for each in faults if "404 (File not found)" not in each] == []
    context.close()


def nothing_refused(page: Page) -> None:
    assert page.evaluate("window.refused") == []


def found_in_box(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("free buses council")
    page.locator(".md-search-result__item").first.wait_for()


def found_on_results_page(page: Page) -> None:
    page.goto("/search/?q=council")
    page.locator(".b-results__item").first.wait_for()
    page.locator("[data-b-results] [name=kind]").select_option("claim")
    page.locator("[data-b-results] [name=order]").select_option("newest")
    page.locator(".b-results__item .b-pill").first.wait_for()


def filtered(page: Page) -> None:
    page.goto(f"/{BRIEF}")
    page.locator(".b-strip__counts [data-status]").first.click()
    until(page, "[...document.querySelectorAll('.b-row')].some((row) => row.hidden || !row.offsetHeight)")


def copied(page: Page) -> None:
    found_in_box(page)
    page.locator("[data-b-search] [data-clipboard-text]").click()
    until(page, "async () => (await navigator.clipboard.readText()).endsWith('?q=free+buses+council')")


def darkened(page: Page) -> None:
    page.goto(f"/{BRIEF}")
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for _ in range(2):
        page.locator("label[for^=__palette]:not([hidden])").first.click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before


def drawn(page: Page) -> None:
    page.goto("/briefs/north-korea-russia-drones/")
    assert page.locator("svg circle, svg path").count() > 10
    fills = page.evaluate(
        "[...document.querySelectorAll('article svg *')].map((e) => getComputedStyle(e).fill)"
    )
    assert len(set(fills)) > 1


DEEDS: tuple[Callable[[Page], None], ...] = (
    found_in_box, found_on_results_page, filtered, copied, darkened, drawn,
)  # fmt: skip


@pytest.mark.browser
@pytest.mark.parametrize("by_header", [False, True])
def test_each_kind_of_page_has_nothing_refused(shipped: Desk, browser: Browser, *, by_header: bool) -> None:
    site = shipped.root / "site"
    kinds: dict[str, str] = {}
    for path in sorted(pages(site)):
        steps = path.split("/")
        kinds.setdefault(f"{steps[0]} {len(steps)}", path)
    redirect = next(path for path, text in pages(site).items() if 'http-equiv="refresh"' in text)
    with hosted(site, by_header=by_header) as address, tab(browser, address) as page:
        for path in (*kinds.values(), redirect, "404.html", "nowhere/at/all/"):
            page.goto(f"/{path.removesuffix('index.html')}")
            page.wait_for_load_state("networkidle")
            nothing_refused(page)
        assert len(kinds) > 15


@pytest.mark.browser
@pytest.mark.parametrize("by_header", [False, True])
@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.__name__)
def test_what_readers_do_works(
    shipped: Desk, browser: Browser, deed: Callable[[Page], None], *, by_header: bool
) -> None:
    with hosted(shipped.root / "site", by_header=by_header) as address, tab(browser, address) as page:
        deed(page)
        nothing_refused(page)


@pytest.mark.browser
@pytest.mark.parametrize("by_header", [False, True])
def test_materials_own_search_works(material: Desk, browser: Browser, *, by_header: bool) -> None:
    with hosted(material.root / "site", by_header=by_header) as address, tab(browser, address) as page:
        found_in_box(page)
        nothing_refused(page)


@pytest.mark.browser
def test_a_strangers_script_is_refused_wherever_it_stands(
    shipped: Desk, browser: Browser, tmp_path: Path
) -> None:
    """The opposite: that the policy is one, and is not only absent."""
    text = (shipped.root / "site" / "index.html").read_text("utf-8")
    attack = '<script>window.hit=1</script><img src=x onerror="window.hit=1"><a id=a href="javascript:window.hit=1">'
    (tmp_path / "index.html").write_text(text.replace("</main>", f"{attack}</main>"), "utf-8")
    with hosted(tmp_path, by_header=False) as address:
        context = browser.new_context(base_url=address)
        context.add_init_script(REPORTS)
        page = context.new_page()
        page.goto("/")
        page.evaluate("document.getElementById('a').click()")
        until(page, "window.refused.filter((each) => each.startsWith('script-src')).length >= 3")
        assert page.evaluate("window.hit") is None
        context.close()


@pytest.mark.browser
@pytest.mark.parametrize("program", ["mkdocs", "briefs"])
def test_a_preview_loads_pages_anew(program: str, browser: Browser, tmp_path: Path) -> None:
    desk = own_site(tmp_path)
    (desk.root / "briefs").symlink_to(PROJECT / "briefs")
    config = (
        (desk.root / "mkdocs.yml").read_text("utf-8").replace("https://example.org/", "http://127.0.0.1/")
    )
    (desk.root / "mkdocs.yml").write_text(config, "utf-8")
    about = desk.root / "site_src" / "editing.md"
    with serving(desk, program) as address, tab(browser, address) as page:
        assert "Content-Security-Policy" in ask(f"{address}/editing/")[1]
        page.goto("/editing/")
        page.wait_for_load_state("load")
        page.wait_for_timeout(1000)
        about.write_text(about.read_text("utf-8") + "\n\nA line that is new.\n", "utf-8")
        page.get_by_text("A line that is new.").wait_for(timeout=60_000)
        nothing_refused(page)
