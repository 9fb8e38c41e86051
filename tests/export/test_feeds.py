"""Feeds: valid to their readers, the newest first, the same at every build."""

from __future__ import annotations

import json
from dataclasses import replace
from html import unescape
from xml.etree import ElementTree as Xml

import feedparser
import pytest

from generator.export.feeds import NEWEST, feeds
from generator.model.findings import Record
from generator.model.publisher import Publisher
from generator.model.settings import Settings
from generator.render import record
from tests.render.harbour import harbour

SITE = Settings(site_url="https://example.org/", site_name="The Brief", site_description="Claim by claim.")
HOSTILE = "a <b>&amp; ]]> \x00\x08\x0b\ufffe\ud800 é"
SHOWN = "a <b>&amp; ]]> é"


def made(slug: str, day: str = "2026-03-03", status: str = "published", **changes: object) -> Record:
    return replace(record(harbour()), slug=slug, sort_date=day, status=status, **changes)


def parsed(*records: Record) -> tuple[feedparser.FeedParserDict, dict[str, object]]:
    rss, feed = feeds(records, SITE)
    assert (rss.path, feed.path) == ("feed.xml", "feed.json")
    read = feedparser.parse(rss.content)
    assert not read.bozo, read.get("bozo_exception")
    return read, json.loads(feed.content)


def test_there_is_none_where_the_site_does_not_know_its_address() -> None:
    assert feeds([made("a")], Settings(site_name="The Brief")) == ()


def test_both_hold_the_newest_first() -> None:
    rss, feed = parsed(made("a", "2025-01-01"), made("b", "2026-01-01"), made("c", "2025-06-01"))
    addresses = [f"https://example.org/briefs/{slug}/" for slug in "bca"]
    assert rss.version == "rss20"
    assert [entry.link for entry in rss.entries] == [entry.id for entry in rss.entries] == addresses
    assert [item["url"] for item in feed["items"]] == addresses  # type: ignore[index, attr-defined]
    assert rss.entries[0].published == "Thu, 01 Jan 2026 00:00:00 +0000"


@pytest.mark.parametrize("status", ["withdrawn", "draft"])
def test_only_what_is_published_is_in_them(status: str) -> None:
    rss, feed = parsed(made("a", status=status))
    assert rss.entries == feed["items"] == []


def test_they_do_not_grow_without_end() -> None:
    rss, feed = parsed(*(made(f"b{n}") for n in range(NEWEST + 5)))
    assert len(rss.entries) == len(feed["items"]) == NEWEST  # type: ignore[arg-type]


def test_the_json_feed_keeps_its_rules() -> None:
    """JSON Feed 1.1: version and title; each item an id, a string, and content; RFC 3339 dates; authors and tags
    as lists."""
    _, feed = parsed(made("a"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"] == "The Brief"
    assert feed["feed_url"] == "https://example.org/feed.json"
    (item,) = feed["items"]  # type: ignore[misc]
    assert isinstance(item["id"], str)
    assert item["content_text"] == "Three reports of one ferry."
    assert item["date_published"] == "2026-03-03T00:00:00Z"
    assert item["date_modified"] == "2026-03-05T00:00:00Z"
    assert item["authors"] == [{"name": "Ada Editor"}]
    assert item["tags"] == ["Sea & shore", "ferries"]
    assert item["language"] == "en"


def test_hostile_text_comes_out_as_text() -> None:
    rss, feed = parsed(made("a", title=HOSTILE, summary=HOSTILE, author=(HOSTILE,), tags=(HOSTILE,)))
    root = Xml.fromstring(feeds([made("a", title=HOSTILE, summary=HOSTILE)], SITE)[0].content)  # noqa: S314 - our own
    assert root.findtext("channel/item/title") == SHOWN
    said = root.findtext("channel/item/description") or ""  # which is HTML to readers of feeds
    assert "<" not in said
    assert " ".join(unescape(said).split()) == SHOWN
    (item,) = feed["items"]  # type: ignore[misc]
    assert item["title"] == SHOWN
    assert len(rss.entries) == 1


def test_a_build_changes_nothing() -> None:
    records = [made("a"), made("b")]
    assert feeds(records, SITE) == feeds(records[::-1], SITE)


def test_a_date_outside_the_calendar_is_left_out() -> None:
    rss, feed = parsed(made("a", "-0044-03-15"))
    assert "published" not in rss.entries[0]
    assert "date_published" not in feed["items"][0]  # type: ignore[index]


def test_both_name_the_publisher() -> None:
    named = replace(SITE, publisher=Publisher("The  Review <&>", url="https://review.example/"))
    rss, feed = feeds([made("a")], named)
    assert feedparser.parse(rss.content).feed.publisher == "The Review <&>"
    assert json.loads(feed.content)["authors"] == [
        {"name": "The Review <&>", "url": "https://review.example/"}
    ]
