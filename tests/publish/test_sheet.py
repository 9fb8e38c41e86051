"""The page that tells Pagefind all of an entry."""

from __future__ import annotations

import pytest

from generator.model.entry import Entry
from generator.publish.find.sheet import parted, path, sheet

HOSTILE = "</p><script>\"'&\x00"


def test_all_of_an_entry_stands_on_its_page() -> None:
    entry = Entry(
        "b/port/#claim-x", "A title", "Some text", "claim", "en", "The brief", "differs", "8 February", "2025-02-08",
        {"tag": ("t", "u"), "kind": ("claim",)},
    )  # fmt: skip
    assert sheet(entry) == (
        '<!doctype html><html><meta charset="utf-8"><body><p>Some text</p>'
        '<i data-v="A title" data-pagefind-meta="title[data-v]"></i>'
        '<i data-v="The brief" data-pagefind-meta="within[data-v]"></i>'
        '<i data-v="differs" data-pagefind-meta="status[data-v]"></i>'
        '<i data-v="8 February" data-pagefind-meta="said[data-v]"></i>'
        '<i data-v="claim" data-pagefind-filter="kind[data-v]"></i>'
        '<i data-v="t" data-pagefind-filter="tag[data-v]"></i>'
        '<i data-v="u" data-pagefind-filter="tag[data-v]"></i>'
        "</body></html>"
    )


def test_an_entry_without_text_is_found_by_its_title_and_what_is_empty_is_left_out() -> None:
    assert sheet(Entry("b/", "A title", "", "brief")) == (
        '<!doctype html><html><meta charset="utf-8"><body><p>A title</p>'
        '<i data-v="A title" data-pagefind-meta="title[data-v]"></i></body></html>'
    )


def test_nothing_of_an_entry_becomes_markup() -> None:
    written = sheet(Entry("b/", HOSTILE, HOSTILE, "brief", within=HOSTILE, filters={"tag": (HOSTILE,)}))
    assert "<p>&lt;/p&gt;&lt;script&gt;\"'&amp;</p>" in written
    assert written.count('data-v="&lt;/p&gt;&lt;script&gt;&quot;&#x27;&amp;"') == 3
    assert "<script" not in written
    assert "\x00" not in written


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("", "index.html"),
        ("b/port/", "b/port/index.html"),
        ("b/port/#claim-x", "b/port/#claim-x.html"),
        ("a/b.html", "a/b.html"),
        ("b/caf%C3%A9/", "b/café/index.html"),
        ("b/caf%C3%A9/#x%C3%A9#y", "b/café/#x%C3%A9#y.html"),
    ],
)
def test_a_page_lies_where_its_address_leads(address: str, place: str) -> None:
    assert path(Entry(address, "T", "", "page")) == place


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("abc def", "abc def"),
        ("XXI", "XXI"),
        ("漢字かなカナ", "漢 字 か な カ ナ"),
        ("漢a字", "漢a字"),
        ("㐀\u9fff\uf900\U00020000", "㐀 \u9fff \uf900 \U00020000"),
        ("漢\x00字", "漢 字"),
    ],
)
def test_scripts_without_spaces_are_parted(text: str, apart: str) -> None:
    assert parted(text) == apart
