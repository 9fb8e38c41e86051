"""The heads of a built site's pages, its feeds, redirects and sitemap: what other sites and programs read."""

from __future__ import annotations

import csv
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import feedparser
import pytest
from PIL import Image

from tests.found import locations

from .conftest import own_site
from .desk import PARTIES, Desk, article, as_yaml
from .site_pages import dead_links

HOSTILE = """</script><!--<script>alert(1)</script> "&quot; ' & <b>\u2028 =1+1"""
PLACE = "briefs/gale/index.html"


class _Head(HTMLParser):
    """The metadata of a page, by name; its JSON-LD; its canonical and alternate addresses."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.meta: dict[str, str] = {}
        self.links: dict[str, list[str]] = {}
        self.data: list[str] = []
        self._inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._inside = tag == "script" and given.get("type") == "application/ld+json"
        if tag == "meta":
            self.meta[given.get("property") or given.get("name", "")] = given.get("content", "")
        if tag == "link":
            self.links.setdefault(given["rel"].strip(), []).append(given.get("href", ""))

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.data.append(data)


def _brief(title: str, **more: object) -> str:
    claim = {"id": "wind", "claim": title, "reports": {"alder": {"quote": "The wind rose", "note": title}}}
    return as_yaml({"title": title, "summary": title, "date": "2025-03-01", "claims": [claim], **more})


def _desk(root: Path, title: str) -> Desk:
    text = article(
        "The wind rose at night.", outlet="alder", title=title, url="https://alder.example/?a=<b>&c='"
    )
    return own_site(root).write(
        {
            "briefs/parties.yml": as_yaml(PARTIES),
            "briefs/gale/brief.yml": _brief(
                title,
                aliases=["storm"],
                author=title,
                language="sv",
                tags=[title],
                corrections=[
                    {"date": "2025-03-02", "was": title, "now": title, "why": title, "claim": "wind"}
                ],
            ),
            "briefs/gale/articles/alder.md": text,
        }
    )


def _with_report_url(desk: Desk, template: str) -> None:
    config = (desk.root / "mkdocs.yml").read_text("utf-8")
    assert "      briefs_dir: briefs\n" in config
    own = f"      briefs_dir: briefs\n      report_url: {json.dumps(template)}\n"
    desk.write({"mkdocs.yml": config.replace("      briefs_dir: briefs\n", own)})


@pytest.fixture(scope="module", params=["A gale", HOSTILE], ids=["plain", "hostile"])
def title(request: pytest.FixtureRequest) -> str:
    text: str = request.param
    return text


@pytest.fixture(scope="module")
def site(title: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    desk = _desk(tmp_path_factory.mktemp("heads"), title)
    _with_report_url(desk, "mailto:desk@example.org?subject={title}&body={url}")
    outcome = desk.run("build", "--strict", "-q", "-d", str(desk.root / "site"))
    assert outcome.code == 0, outcome.err
    return desk.root / "site"


def head(site: Path, page: str = PLACE) -> _Head:
    return _Head((site / page).read_text("utf-8"))


def spaced(text: str) -> str:
    return " ".join(text.split())


def test_a_page_says_what_it_is_where_it_is_shared(site: Path, title: str) -> None:
    found = head(site)
    shown = spaced(title)
    assert found.meta["og:title"] == found.meta["twitter:title"] == shown
    assert found.meta["og:description"] == found.meta["twitter:description"] == shown
    assert (found.meta["og:type"], found.meta["og:locale"]) == ("article", "sv_SE")
    assert found.meta["og:site_name"] == "The Brief"
    assert found.meta["og:url"] == "https://example.org/briefs/gale/"
    assert found.links["canonical"] == ["https://example.org/briefs/gale/"]
    assert head(site, "index.html").meta["og:type"] == "website"
    assert head(site, "index.html").meta["og:title"] == "The Brief"
    assert head(site, "about/index.html").meta["og:title"]


def test_a_page_is_shown_by_its_briefs_card_where_it_is_shared_and_else_by_the_sites(site: Path) -> None:
    cards = {
        PLACE: "briefs/gale/card.png",
        "briefs/gale/alder/index.html": "briefs/gale/card.png",
        "index.html": "card.png",
        "about/index.html": "card.png",
        "tags/index.html": "card.png",
    }
    for page, card in cards.items():
        found = head(site, page).meta
        assert found["og:image"] == found["twitter:image"] == f"https://example.org/{card}", page
        assert found["twitter:card"] == "summary_large_image"
        assert found["og:image:type"] == "image/png"
        with Image.open(site / card) as picture:
            assert (found["og:image:width"], found["og:image:height"]) == tuple(map(str, picture.size))
            assert picture.format == "PNG"


def test_what_a_card_shows_is_said_in_words(site: Path, title: str) -> None:
    said = head(site).meta["og:image:alt"]
    assert said == head(site).meta["twitter:image:alt"]
    shown = spaced(title)
    end = "" if shown.endswith(".") else "."
    assert said.startswith(f"The Brief. {shown}{end} ")
    assert "2025" in said
    assert len(said) <= 420
    assert head(site, "about/index.html").meta["og:image:alt"].startswith("The Brief. What newsrooms report")


def test_programs_find_the_card_too(site: Path) -> None:
    card = "https://example.org/briefs/gale/card.png"
    (media,) = feedparser.parse((site / "feed.xml").read_bytes()).entries[0].media_content
    assert (media["url"], media["medium"], media["type"]) == (card, "image", "image/png")
    assert json.loads((site / "feed.json").read_text("utf-8"))["items"][0]["image"] == card
    assert json.loads(head(site).data[0])["image"] == card


@pytest.mark.parametrize(
    ("old", "new"),
    [("site_url: https://example.org/\n", ""), ("cards: true", "cards: false")],
    ids=["no address of the site", "switched off"],
)
def test_without_a_card_no_head_names_one(old: str, new: str, tmp_path: Path) -> None:
    desk = _desk(tmp_path, "A gale")
    config = (tmp_path / "mkdocs.yml").read_text("utf-8")
    assert old in config
    desk.write({"mkdocs.yml": config.replace(old, new)})
    assert desk.run("build", "--strict", "-q").code == 0
    for page in (PLACE, "index.html", "about/index.html"):
        found = head(tmp_path / "site", page).meta
        assert found["twitter:card"] == "summary"
        assert not [name for name in found if "image" in name]
    if "cards" in old:
        assert not list((tmp_path / "site").rglob("card.png"))
        assert "image" not in json.loads(head(tmp_path / "site").data[0])
        assert "card.png" not in (tmp_path / "site/feed.json").read_text("utf-8")
        assert "media" not in (tmp_path / "site/feed.xml").read_text("utf-8")


@pytest.mark.parametrize("written", ["maybe", "1", '"true"', "[]"])
def test_cards_are_on_or_off_and_nothing_else(written: str, tmp_path: Path) -> None:
    desk = _desk(tmp_path, "A gale")
    config = (tmp_path / "mkdocs.yml").read_text("utf-8")
    desk.write({"mkdocs.yml": config.replace("cards: true", f"cards: {written}")})
    outcome = desk.run("build", "-q")
    assert outcome.code != 0
    assert "cards" in outcome.out + outcome.err
    assert "write true or false" in outcome.out + outcome.err
    assert "Traceback" not in outcome.out + outcome.err


def test_the_feeds_are_found_and_read(site: Path, title: str) -> None:
    assert head(site).links["alternate"][:2] == ["../../feed.xml", "../../feed.json"]
    rss = feedparser.parse((site / "feed.xml").read_bytes())
    assert not rss.bozo
    assert [entry.link for entry in rss.entries] == ["https://example.org/briefs/gale/"]
    feed = json.loads((site / "feed.json").read_text("utf-8"))
    assert [item["title"] for item in feed["items"]] == [spaced(title)]


def test_json_ld_is_data_whatever_stands_in_it(site: Path, title: str) -> None:
    for page, kind in ((PLACE, "Report"), ("briefs/gale/alder/index.html", "WebPage")):
        found = head(site, page)
        assert len(found.data) == 1, page
        data: dict[str, Any] = json.loads(found.data[0])
        assert data["@type"] == kind
        assert not re.search("[<>\u2028\u2029]", found.data[0])
        report = data if kind == "Report" else data["isPartOf"]
        assert report["headline"] == title
    assert head(site, "index.html").data == []


def test_no_page_has_more_scripts_for_what_stands_in_it(site: Path, title: str) -> None:
    html = (site / PLACE).read_text("utf-8")
    scripts = len(re.findall("<script", html))
    plain = len(re.findall("<script", (site / "about" / "index.html").read_text("utf-8")))
    assert scripts == plain + 1


def test_old_addresses_lead_to_the_new(site: Path, title: str) -> None:
    for old, new in (
        ("briefs/storm/index.html", "../gale/"),
        ("briefs/storm/alder/index.html", "../../gale/alder/"),
    ):
        found = head(site, old)
        html = (site / old).read_text("utf-8")
        assert found.meta["robots"] == "noindex"
        assert f'content="0; url={new}"' in html
        assert found.links["canonical"] == [f"https://example.org/briefs/{new.rpartition('../')[2]}"]
        assert "<script" not in html
    assert list(dead_links(site)) == []


def test_the_sitemap_has_the_pages_and_no_redirect(site: Path) -> None:
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    addresses = re.findall("<loc>(.*?)</loc>", sitemap)
    for page in ("", "briefs/gale/", "briefs/gale/alder/", "archive/", "corrections/"):
        assert f"https://example.org/{page}" in addresses
    assert "storm" not in sitemap
    assert "feed" not in sitemap
    assert not [location for location in locations(site) if location.startswith("briefs/storm")]


def test_an_error_is_reported_with_the_claims_address(site: Path, title: str) -> None:
    html = (site / PLACE).read_text("utf-8")
    found = {link.replace("&amp;", "&") for link in re.findall(r'href="(mailto:[^"]*)"', html)}
    queries = [parse_qs(urlsplit(link).query, strict_parsing=True) for link in sorted(found)]
    assert [query["body"] for query in queries] == [
        ["https://example.org/briefs/gale/"],
        ["https://example.org/briefs/gale/#claim-wind"],
    ]
    assert {query["subject"][0] for query in queries} == {spaced(title)}


def test_the_table_of_claims_holds_no_formula(site: Path, title: str) -> None:
    with (site / "briefs/gale/claims.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["claim"] == title
    assert row["quotes"] == "The wind rose"


def test_the_archive_and_the_corrections_name_the_brief(site: Path, title: str) -> None:
    for page, link in (("archive/2025", "../../briefs/gale/"), ("corrections", "../briefs/gale/#claim-wind")):
        assert f'href="{link}"' in (site / page / "index.html").read_text("utf-8")


def test_without_an_address_of_the_site_there_are_no_feeds_and_no_error(tmp_path: Path) -> None:
    desk = _desk(tmp_path, "A gale")
    config = (tmp_path / "mkdocs.yml").read_text("utf-8")
    desk.write({"mkdocs.yml": config.replace("site_url: https://example.org/\n", "")})
    assert desk.run("build", "--strict", "-q").code == 0
    assert not list((tmp_path / "site").glob("feed.*"))
    assert "alternate" not in head(tmp_path / "site").links
    assert "Report an error" not in (tmp_path / "site" / PLACE).read_text("utf-8")
    assert list(dead_links(tmp_path / "site")) == []


@pytest.mark.parametrize(
    "template", ["http://example.org/", "javascript:alert(1)", "mailto:a@example.org?x={slug}"]
)
def test_a_wrong_template_for_reports_is_a_fault_of_the_configuration(template: str, tmp_path: Path) -> None:
    desk = _desk(tmp_path, "A gale")
    _with_report_url(desk, template)
    outcome = desk.run("build", "-q")
    assert outcome.code != 0
    assert "report_url" in outcome.out + outcome.err
    assert "{url}" in outcome.out + outcome.err
    assert "Traceback" not in outcome.out + outcome.err
