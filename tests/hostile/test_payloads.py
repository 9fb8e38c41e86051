"""Payloads in every text field, in Chromium, with the pages' policy and without one: nothing runs or leads away.

By default a few stand in the briefs, and every page is opened in both ways. `BRIEFS_TORTURE=1` puts every payload
into every field: opened in both ways are then each brief's and its first article's page and all that are of no brief
alone, and without a policy, in which all runs that would run with one, those that say the same in other templates.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree

import pytest

from tests.acceptance.conftest import CHROMIUM
from tests.acceptance.desk import Desk
from tests.acceptance.hostile.test_hostile import EXAMINE, OWN_BASE, TRAP, fold
from tests.waiting import until

from .payloads import payloads
from .sites import HUB, NAME, SITE, Hostile, briefs, files, hub
from .visiting import PARSE_TEXTS, PATIENCE, REFRESH, served, visit_in_frames, ways

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

TORTURE = bool(os.environ.get("BRIEFS_TORTURE"))
BATCH = 400
"""Briefs of one site."""

OPENED = 2 if TORTURE else 3
"""Of so many briefs of a site, about, pages are opened with the theme's files too."""

TORTURED_CLAIMS = 2
"""Claims of one brief where there is one for each payload: every text stands in each field of a claim twice."""

BY_DEFAULT = 5
FIELDS = 48
"""Places of `sites.py` in which each payload stands by itself: those of a brief, an article, a party and a claim."""

OLD = re.compile(r"(?:old|once)-")
"""What addresses begin with that lead to another."""

FRAME = re.compile(r'<iframe src="https://example.org/embed/[^"<>]*" [^<>]*></iframe>')
CONTROL = "<!doctype html><article><img src=x onerror=window.__pwned=1></article>"
BARRED = f'<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">{CONTROL}'
"""The same under a policy."""

SCHEMES = {"http", "https", "mailto", "data", ""}
KNOWN = {"127.0.0.1", "site.example", "example.org", "www.mkdocs.org", "squidfunk.github.io", None}
"""Hosts that a link may lead to: the payloads' own addresses, the site's, those whom the imprint thanks."""


@dataclass
class Visits:
    """What every page of a site showed, with the policy and without."""

    site: Path
    hostile: list[Hostile]
    pages: dict[str, dict[str, Any]] = field(default_factory=dict)
    opened: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Those of which the theme's script and style sheets were there too."""
    asked: set[str] = field(default_factory=set)
    given: dict[str, dict[str, Any]] = field(default_factory=dict)
    """What other programs are given as HTML: frames to embed, descriptions in feeds."""
    found: dict[str, dict[str, Any]] = field(default_factory=dict)
    control: dict[str, Any] = field(default_factory=dict)
    framed_control: dict[str, dict[str, Any]] = field(default_factory=dict)


def _batches() -> list[list[Hostile]]:
    every = payloads()
    if not TORTURE:
        return [briefs(every[:: len(every) // BY_DEFAULT][:BY_DEFAULT])]
    whole = briefs(every, TORTURED_CLAIMS)
    return [whole[at : at + BATCH] for at in range(0, len(whole), BATCH)]


def _given(site: Path) -> dict[str, str]:
    told = {str(path): json.loads(path.read_text("utf-8"))["html"] for path in site.rglob("oembed.json")}
    for path in site.rglob("feed.xml"):
        items = ElementTree.parse(path).iter("description")  # noqa: S314 - what we wrote
        told |= {f"{path}: {number}": item.text or "" for number, item in enumerate(items) if number}
    return told


def _is_chief(page: Path) -> bool:
    """Whether a page is a brief's or its first article's, or of no brief alone."""
    folder, *rest = page.parts
    if len(rest) < 2 or folder in ("archive", "corrections") or rest[0].startswith("page."):
        return True
    return folder == "briefs" and rest[-2] in (rest[0], "alder") and not OLD.match(rest[0])


def _says_all(page: Path) -> bool:
    """Whether a page is one of those that say each text of a brief: of several in one template the first will do,
    and of tags the one that is called like a text."""
    folder, *rest = page.parts
    if folder == "embed":
        return rest[-2] in (rest[0], "c0") and not OLD.match(rest[0])
    if folder == "briefs" and OLD.match(rest[0]):
        return len(rest) == 2
    return not (folder == "tags" and re.fullmatch(r"tag-h\d+", rest[0]))


def _chosen(site: Path, every: list[Path]) -> list[str]:
    """The addresses of the pages to be opened."""
    if not TORTURE:
        return ways(site, every)
    below = {page: page.relative_to(site) for page in every}
    chief = [page for page in every if _is_chief(below[page])]
    first = {*chief}
    others = [page for page in every if _says_all(below[page]) and page not in first]
    return [*ways(site, chief), *ways(site, others, both=False)]


def _is_opened(page: Path, site: Path, kept: list[Hostile]) -> bool:
    """Whether a page is opened with the theme's files too: each of some briefs, but for old addresses, which lead
    elsewhere at once, and all that are of no brief."""
    if REFRESH.search(page.read_bytes()):
        return False
    parts = page.relative_to(site).parts
    known = {brief.slug for brief in kept}
    slug = next((part for part in parts if part in known), None)
    is_of_all = slug is None and len(parts) < 3
    return is_of_all or slug in {brief.slug for brief in kept[:: max(1, len(kept) // OPENED)]}


def built(root: Path, hostile: list[Hostile]) -> tuple[Path, list[Hostile]]:
    """The site without the briefs that are refused: bad input is a problem."""
    desk = Desk(root).write(dict(files(hostile)))
    assert desk.run("lock", "-q").code in (0, 1)
    refused = {problem["file"].split("/")[1] for problem in desk.check().errors}
    kept = [brief for brief in hostile if brief.slug not in refused]
    for brief in hostile:
        if brief.slug in refused:
            for path in sorted((root / "briefs" / brief.slug).rglob("*"), reverse=True):
                path.rmdir() if path.is_dir() else path.unlink()
            (root / "briefs" / brief.slug).rmdir()
    desk.write(dict(hub(kept)))
    outcome = desk.run("build", "-q", "-d", str(root / "site"))
    assert outcome.code == 0, outcome.err[:4000]
    return root / "site", kept


@pytest.fixture(scope="module", params=range(len(_batches())), ids=lambda n: f"batch{n}")
def visits(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visits]:
    if not CHROMIUM.exists():
        pytest.skip(f"there is no browser: {CHROMIUM} is absent")
    from playwright.sync_api import sync_playwright

    hostile = _batches()[request.param]
    site, kept = built(tmp_path_factory.mktemp("payloads"), hostile)
    assert len(kept) > 0.8 * len(hostile)
    seen = Visits(site, kept)
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])

        def fresh() -> Page:
            tab = browser.new_page()
            tab.set_default_timeout(PATIENCE)
            tab.add_init_script(TRAP)
            tab.on("request", lambda request: seen.asked.add(request.url))
            return tab

        tab = fresh()
        every = sorted(site.rglob("*.html"))
        seen.pages = visit_in_frames(fresh, address, _chosen(site, every))
        for name in ways(site, [page for page in every if _is_opened(page, site, kept)]):
            tab.goto(address + name, wait_until="load")
            seen.opened[name] = tab.evaluate(EXAMINE)
        given = _given(site)
        seen.given = dict(zip(given, tab.evaluate(PARSE_TEXTS, list(given.values())), strict=True))
        for brief in kept[:: max(1, len(kept) // 4)]:
            for name in (f"/?q=Claim{brief.slug}x0", f"/search/?q=Claim{brief.slug}x0"):
                tab.goto(address + name, wait_until="load")
                text = f"Claim{brief.slug}x0"
                until(tab, "t => document.body.textContent.includes(t)", arg=text, timeout=PATIENCE)
                shown = tab.evaluate("document.body.textContent")
                seen.found[name] = tab.evaluate(EXAMINE) | {"text": shown, "sought": brief.marked(0)}
        tab.route("**/control", lambda route: route.fulfill(body=CONTROL, content_type="text/html"))
        tab.goto(f"{address}/control", wait_until="load")
        seen.control = tab.evaluate(EXAMINE)
        (site / "barred.html").write_text(BARRED, "utf-8")
        seen.framed_control = visit_in_frames(fresh, address, ["/barred.html", "/off/barred.html"])
        browser.close()
        yield seen


def _every(visits: Visits) -> list[tuple[str, dict[str, Any]]]:
    return [*visits.pages.items(), *visits.opened.items(), *visits.found.items()]


def test_five_thousand_cases_can_be_reached_without_the_corpora() -> None:
    own = [text for text in payloads() if "__pwned" in text or "evil.example" in text]
    assert len(own) >= 600
    assert len(own) * FIELDS >= 5000
    if TORTURE:
        assert len(payloads()) >= 5000


def test_a_payload_that_gets_through_would_be_seen(visits: Visits) -> None:
    assert visits.control["pwned"]
    assert visits.control["handlers"] == ["IMG onerror"]
    assert {name: page["pwned"] for name, page in visits.framed_control.items()} == {
        "/barred.html": None,
        "/off/barred.html": 1,
    }
    assert all(page["handlers"] == ["IMG onerror"] for page in visits.framed_control.values())


def test_nothing_runs(visits: Visits) -> None:
    assert len(visits.pages) > 4 * len(visits.hostile)
    assert len(visits.opened) > 4 * OPENED
    assert {name: page["pwned"] for name, page in _every(visits) if page["pwned"]} == {}


def test_no_request_leaves_the_host(visits: Visits) -> None:
    hosts = {urlsplit(url).hostname for url in visits.asked if url[:5] not in {"data:", "blob:"}}
    assert hosts == {"127.0.0.1"}


def test_no_page_has_a_handler_or_an_element_that_only_a_payload_puts_there(visits: Visits) -> None:
    for name, page in _every(visits):
        assert page["handlers"] == [], name
        assert page["foreign"] == (OWN_BASE if "/embed/" in name else []), name
        assert page["styles"] == 0, name


def test_addresses_are_of_the_web_or_of_mail_and_of_hosts_that_were_named(visits: Visits) -> None:
    for name, page in _every(visits):
        links = [urlsplit(link) for link in page["links"] if link]
        assert {link.scheme for link in links} <= SCHEMES, name
        assert {link.hostname for link in links if link.scheme.startswith("http")} <= KNOWN, name


def test_what_was_written_is_what_shows(visits: Visits) -> None:
    for brief in visits.hostile:
        text = fold(visits.pages[f"/briefs/{brief.slug}/index.html"]["text"])
        article = fold(visits.pages[f"/briefs/{brief.slug}/alder/index.html"]["text"])
        assert fold(brief.main) in text
        for number in range(len(brief.more)):
            assert fold(brief.marked(number)) in text
            assert fold(brief.quote(number)) in text
            assert fold(brief.quote(number)) in article


def test_the_configuration_and_hand_written_pages_show_what_they_say(visits: Visits) -> None:
    assert fold(f"Name {SITE}") in fold(visits.pages["/index.html"]["title"])
    assert fold(f"Titled {SITE}") in fold(visits.pages["/page/index.html"]["title"])
    assert fold(NAME.replace("_", " ")) in fold(visits.pages[f"/{quote(NAME)}/index.html"]["title"])
    related = fold(visits.pages[f"/briefs/{HUB}/index.html"]["text"])
    assert [brief.slug for brief in visits.hostile if fold(brief.main) not in related] == []
    imprint = fold(visits.pages["/imprint/index.html"]["text"])
    for key in ("Publisher", "Address", "Responsible", "Owners"):
        assert fold(f"{key} {SITE}") in imprint


def test_what_the_search_finds_shows_what_was_written(visits: Visits) -> None:
    assert visits.found
    for name, found in visits.found.items():
        assert fold(found["sought"]) in fold(found["text"]), name


def test_what_others_are_given_as_html_is_a_frame_or_text(visits: Visits) -> None:
    assert len(visits.given) > len(visits.hostile)
    for name, page in visits.given.items():
        assert page["handlers"] == [], name
        assert page["scripts"] == page["styles"] == 0, name
        frames = [tag for tag in page["foreign"] if not FRAME.fullmatch(tag)]
        assert frames == [], name
        assert page["links"] in ([], ["https://example.org/"]), name


def test_each_brief_has_its_lock(visits: Visits) -> None:
    desk = visits.site.parent / "briefs"
    assert all((desk / brief.slug / "brief.lock.yml").is_file() for brief in visits.hostile)


def test_feeds_and_data_are_well_formed_and_hold_the_texts(visits: Visits) -> None:
    feeds = [path for path in visits.site.rglob("*.xml") if path.name != "sitemap.xml"]
    assert feeds
    for path in feeds:
        root = ElementTree.parse(path).getroot()  # noqa: S314 - what we wrote
        for element in root.iter():
            assert not any(key.lower().startswith("on") for key in element.attrib), path
            link = element.get("href") or (element.text or "" if element.tag.endswith("link") else "")
            assert urlsplit(link).scheme in SCHEMES, path
    for path in visits.site.rglob("*.json"):
        json.loads(path.read_text("utf-8"))
    for brief in visits.hostile:
        data = next((visits.site / "briefs" / brief.slug).glob("*.json"))
        assert json.dumps(brief.marked(0), ensure_ascii=False)[1:-1] in json.dumps(
            json.loads(data.read_text("utf-8")), ensure_ascii=False
        )
