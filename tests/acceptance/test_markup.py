"""Each page of the shipped site, embeds and old addresses too, has what `make audit` asks, as far as Python sees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest

from .desk import Desk

CONTROLS = {"button", "input", "meter", "output", "progress", "select", "textarea"}


@dataclass
class Markup(HTMLParser):
    """What a page's elements are and have."""

    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    title: str = ""
    inside: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self.inside = tag

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside == "title" and not any(tag == "body" for tag, _ in self.elements):
            self.title += data.strip()

    def all(self, *tags: str) -> Iterator[dict[str, str]]:
        """The attributes of each element of these tags."""
        return (given for tag, given in self.elements if tag in tags)

    def meta(self, name: str) -> str:
        """What a page says of itself under `name`."""
        return next((given.get("content", "") for given in self.all("meta") if given.get("name") == name), "")


@pytest.fixture(scope="module")
def pages(shipped: Desk) -> dict[str, Markup]:
    site = shipped.root / "site"
    found = {path.relative_to(site).as_posix(): _read(path) for path in sorted(site.rglob("*.html"))}
    assert len(found) > 50
    return found


def _read(path: Path) -> Markup:
    markup = Markup()
    markup.feed(path.read_text("utf-8"))
    markup.close()
    return markup


def moved(page: Markup) -> bool:
    """Whether it only leads to another page."""
    return any(given.get("http-equiv") == "refresh" for given in page.all("meta"))


def test_each_page_has_a_language_a_title_and_one_first_heading(pages: dict[str, Markup]) -> None:
    for name, page in pages.items():
        assert [bool(given.get("lang")) for given in page.all("html")] == [True], name
        assert page.title, name
        assert len(list(page.all("h1"))) == 1, name
        assert page.meta("viewport"), name


def test_each_page_that_is_to_be_found_says_what_it_is_and_where(pages: dict[str, Markup]) -> None:
    found = {name: page for name, page in pages.items() if "noindex" not in page.meta("robots")}
    assert {"index.html", "about/index.html", "briefs/grey-heron-aground/index.html"} <= found.keys()
    for name, page in found.items():
        assert not moved(page), name
        if name != "404.html":
            assert page.meta("description"), name
            where = [given["href"] for given in page.all("link") if given.get("rel") == "canonical"]
            assert where == ["https://example.org/" + name.removesuffix("index.html")], name


def test_no_id_stands_twice_in_a_page(pages: dict[str, Markup]) -> None:
    for name, page in pages.items():
        ids = Counter(given["id"] for _, given in page.elements if "id" in given)
        assert [each for each, count in ids.items() if count > 1] == [], name
        assert "" not in ids, name


def test_each_label_has_its_control_and_each_reference_its_element(pages: dict[str, Markup]) -> None:
    for name, page in pages.items():
        controls = {given.get("id") for given in page.all(*CONTROLS)}
        ids = {given.get("id") for _, given in page.elements}
        assert [
            given["for"] for given in page.all("label") if given.get("for", "") not in {*controls, ""}
        ] == [], name
        named = [
            each
            for _, given in page.elements
            for key in ("aria-labelledby", "aria-describedby", "aria-controls")
            for each in given.get(key, "").split()
        ]
        assert [each for each in named if each not in ids] == [], name


def test_materials_faults_are_mended(pages: dict[str, Markup]) -> None:
    for name, page in pages.items():
        boxes = [given for given in page.all("input") if given.get("type") in ("checkbox", "radio")]
        assert [given for given in boxes if "autocomplete" in given] == [], name
        assert [given for _, given in page.elements if given.get("tabindex") == ""] == [], name


def test_no_page_has_a_style_in_its_markup_or_another_hosts_file(pages: dict[str, Markup]) -> None:
    for name, page in pages.items():
        assert [given for _, given in page.elements if "style" in given] == [], name
        asked = [given.get("src", "") for _, given in page.elements]
        sheets = ("stylesheet", "icon", "preload", "modulepreload")
        asked += [given.get("href", "") for given in page.all("link") if given.get("rel") in sheets]
        assert [each for each in asked if each.startswith(("http", "//"))] == [], name
