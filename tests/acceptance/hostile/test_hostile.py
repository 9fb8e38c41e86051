"""Hostile text in every field: it shows verbatim, nothing of it runs, no request leaves the host."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.sample import edit

from ..conftest import CHROMIUM, own_site, served
from ..site_pages import dead_links
from ..test_axe import found as barriers
from .payloads import OWN
from .site import Hostile, briefs, files

pytestmark = pytest.mark.browser

HOSTILE = briefs()

"""What a page is given to search while all of them are opened: reading the true index takes longer than the page."""

MARKDOWN = ("*", "`", "[", "]", "&", "\\", "~", "__init__")
"""Characters that mean something in editors' prose, which is Markdown."""

CONTROL = f"<article>{OWN[5]}{OWN[26]}<style></style></article>"

OWN_BASE = ['<base target="_blank">']
"""What an embedded page has, so that its links open beside its host, and no other page."""

PAGED = ("briefs/page.2/index.html", "briefs/page.3/index.html", "corrections/page.2/index.html")
"""Lists that are too long for one page here."""

TRAP = """
window.__pwned = null;
for (const name of ["alert", "prompt", "confirm", "print"]) window[name] = () => { window.__pwned = name; };
"""
EXAMINE = """() => ({
  pwned: window.__pwned,
  text: document.querySelector("article, body > main")?.textContent ?? "",
  title: document.title,
  handlers: [...document.querySelectorAll("*")].flatMap(e => [...e.attributes]
    .filter(a => /^on/i.test(a.name)).map(a => e.tagName + " " + a.name)),
  foreign: [...document.querySelectorAll("iframe,object,embed,base,meta[http-equiv=refresh i],form[action^='//']")]
    .map(e => e.outerHTML),
  scripts: document.querySelectorAll("script").length,
  styles: document.querySelectorAll("article style, article link").length,
  links: [...document.querySelectorAll("[href],[src],[action],[formaction]")].map(
    e => e.href?.baseVal ?? e.href ?? e.src ?? e.action),
  headings: document.querySelectorAll("article h1").length,
})"""


def fold(text: str) -> str:
    """`text` without control and format characters, white space folded."""
    kept = "".join(
        c if not unicodedata.category(c).startswith("C") else " " if c.isspace() else "" for c in text
    )
    return " ".join(unicodedata.normalize("NFC", kept).split())


@dataclass
class Visits:
    """What opening every page showed."""

    pages: dict[str, dict[str, Any]] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    found: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    control: dict[str, Any] = field(default_factory=dict)
    """What a page showed into which a payload was put as it is."""
    barriers: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    """What axe finds on the later pages of lists, of which a small site has none."""

    def of_list(self, folder: str) -> str:
        """What all pages of the list at `folder` show."""
        pages = (
            self.pages[name]
            for name in self.pages
            if re.fullmatch(rf"{folder}/(page\.\d+/)?index\.html", name)
        )
        return fold(" ".join(page["text"] for page in pages))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not CHROMIUM.exists():
        pytest.skip(f"there is no browser: {CHROMIUM} is absent")
    desk = own_site(tmp_path_factory.mktemp("hostile")).write(dict(files(HOSTILE)))
    outcome = desk.run("build", "-q", "-d", str(desk.root / "site"))
    assert outcome.code == 0, outcome.err[:4000]
    return desk.root / "site"


@pytest.fixture(scope="module")
def visits(site: Path) -> Iterator[Visits]:
    import axe_playwright_python
    from playwright.sync_api import sync_playwright

    seen = Visits()
    with served(site) as address, sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--headless", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=arguments)
        tab = browser.new_page()
        tab.add_init_script(TRAP)
        tab.on("request", lambda request: seen.asked.add(request.url))
        tab.on("dialog", lambda dialog: (seen.asked.add(f"dialog://{dialog.message}"), dialog.dismiss()))
        for page in sorted(site.rglob("*.html")):
            name = page.relative_to(site).as_posix()
            tab.goto(f"{address}/{name}", wait_until="load")
            seen.pages[name] = tab.evaluate(EXAMINE)
        for brief in HOSTILE[::9]:
            tab.goto(f"{address}/?q=Claim{brief.slug}x0", wait_until="load")
            tab.wait_for_selector(".md-search-result__item", timeout=15_000, state="attached")
            found = tab.evaluate(EXAMINE) | {"text": tab.inner_text(".md-search-result__list")}
            seen.found.append((brief.main, found))
        tab.route("**/control", lambda route: route.fulfill(body=CONTROL, content_type="text/html"))
        tab.goto(f"{address}/control", wait_until="load")
        seen.control = tab.evaluate(EXAMINE)
        tab.add_init_script(path=Path(axe_playwright_python.__file__).with_name("axe.min.js"))
        for name in PAGED:
            for scheme in ("light", "dark"):
                tab.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                tab.goto(f"{address}/{name}", wait_until="load")
                seen.barriers[f"{name}, {scheme}"] = barriers(tab)
        browser.close()
        yield seen


def test_there_are_sixty_payloads_of_our_own() -> None:
    assert len(set(OWN)) >= 60


def test_a_payload_that_gets_through_would_be_seen(visits: Visits) -> None:
    assert visits.control["pwned"]
    assert visits.control["handlers"] == ["IMG onerror"]
    assert len(visits.control["foreign"]) == 1
    assert visits.control["styles"] == 1
    assert visits.control["links"][-1].startswith("javascript:")


def test_nothing_runs_on_any_page(visits: Visits) -> None:
    assert len(visits.pages) >= 2 * len(HOSTILE)
    assert {name: page["pwned"] for name, page in visits.pages.items() if page["pwned"]} == {}


def test_no_request_leaves_the_host(visits: Visits) -> None:
    assert {
        url
        for url in visits.asked
        if urlsplit(url).hostname != "127.0.0.1" and url[:5] not in {"data:", "blob:"}
    } == set()


def test_no_page_has_elements_that_only_a_payload_could_have_put_there(visits: Visits) -> None:
    clean = visits.pages["about/index.html"]
    for name, page in visits.pages.items():
        assert set(page["handlers"]) <= set(clean["handlers"]), name
        assert page["foreign"] == (OWN_BASE if name.startswith("embed/") else clean["foreign"]), name
        assert page["styles"] == 0, name


def test_links_are_of_the_web_or_of_mail(visits: Visits) -> None:
    schemes = {urlsplit(link).scheme for page in visits.pages.values() for link in page["links"] if link}
    assert schemes <= {"http", "https", "mailto", "data"}
    for name, page in visits.pages.items():
        hosts = {urlsplit(link).hostname for link in page["links"] if link and not link.startswith("data:")}
        assert "evil.example" not in hosts, name


@pytest.mark.parametrize("brief", HOSTILE, ids=[f"{b.slug}" for b in HOSTILE])
def test_text_shows_verbatim(brief: Hostile, visits: Visits) -> None:
    page = visits.pages[f"briefs/{brief.slug}/index.html"]
    text = fold(page["text"])
    for number, payload in enumerate(brief.texts):
        assert fold(f"Claim{brief.slug}x{number} {payload}") in text
        assert fold(brief.quote(number)) in text
    assert fold(page["title"]).startswith(fold(brief.main))
    assert page["headings"] == 1
    if not any(mark in brief.main for mark in MARKDOWN):
        assert fold(f"Noted {brief.main}") in text
    article = fold(visits.pages[f"briefs/{brief.slug}/alder/index.html"]["text"])
    for number in range(len(brief.texts)):
        assert fold(brief.quote(number)) in article


@pytest.mark.parametrize("brief", HOSTILE, ids=[f"{b.slug}" for b in HOSTILE])
def test_embedded_text_shows_verbatim_and_without_a_script(brief: Hostile, visits: Visits) -> None:
    strip = visits.pages[f"embed/{brief.slug}/index.html"]
    assert fold(brief.main) in fold(strip["text"])
    for number, payload in enumerate(brief.texts):
        page = visits.pages[f"embed/{brief.slug}/c{number}/index.html"]
        text = fold(page["text"])
        assert fold(f"Claim{brief.slug}x{number} {payload}") in text
        assert fold(brief.quote(number)) in text
        assert fold(page["title"]).startswith(fold(f"Claim{brief.slug}x{number} {payload}"))
        assert (page["scripts"], strip["scripts"]) == (0, 0)


def test_titles_tags_and_names_show_verbatim_in_the_lists(visits: Visits) -> None:
    home = fold(visits.pages["index.html"]["text"])
    assert any(fold(brief.main) in home for brief in HOSTILE), "the home page shows the newest"
    for folder in ("briefs", "tags", "outlets", "corrections", "archive/2025/03"):
        text = visits.of_list(folder)
        assert [brief.main for brief in HOSTILE if fold(brief.main) not in text] == [], folder


def test_every_link_of_a_site_with_paged_lists_leads_somewhere(site: Path) -> None:
    assert all((site / page).is_file() for page in PAGED)
    assert list(dead_links(site)) == []


def test_axe_finds_nothing_on_the_later_pages_of_lists(visits: Visits) -> None:
    assert len(visits.barriers) == 2 * len(PAGED)
    assert {page: found for page, found in visits.barriers.items() if found} == {}


def test_what_the_search_finds_shows_verbatim(visits: Visits) -> None:
    assert len(visits.found) >= 7
    for payload, found in visits.found:
        assert found["pwned"] is None
        assert fold(payload) in fold(found["text"])


def test_materials_search_index_holds_no_element_but_the_engines_own(tmp_path: Path) -> None:
    desk = own_site(tmp_path).write(dict(files(HOSTILE)))
    edit(tmp_path / "mkdocs.yml", "  - briefs:\n", "  - search\n  - briefs:\n      search: material\n")
    assert desk.run("build", "-q", "-d", str(tmp_path / "site")).code == 0
    site = tmp_path / "site"
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    assert len(index["docs"]) > len(HOSTILE)
    for entry in index["docs"]:
        markup = re.findall(r"<\s*/?\s*([a-zA-Z!][\w:-]*)([^>]*)", entry["text"] + entry["title"])
        for name, attributes in markup:
            assert name.lower() in {
                "p",
                "ul",
                "ol",
                "li",
                "code",
                "pre",
                "h2",
                "h3",
                "mark",
                "em",
                "strong",
            }, entry
            assert not attributes.strip(" /"), entry
