"""The newest briefs as RSS 2.0 and JSON Feed 1.1.

Written with the standard library: feedgen writes no JSON Feed, brings lxml along, and stamps RSS with the time of the
build unless each date is taken from it; ours have no date but the briefs'.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from email.utils import format_datetime
from html import escape
from xml.etree import ElementTree as Xml

from generator.export.brief_json import Json
from generator.export.json_bytes import json_bytes
from generator.model.address import brief_card_path, brief_folder
from generator.model.characters import one_line, printable
from generator.model.findings import Record
from generator.model.page import Asset
from generator.model.settings import Settings

NEWEST = 30
"""Briefs in a feed."""

_ATOM = "http://www.w3.org/2005/Atom"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_MEDIA = "http://search.yahoo.com/mrss/"


def feeds(records: Sequence[Record], settings: Settings) -> tuple[Asset, ...]:
    """`feed.xml` and `feed.json`: the published briefs by date, newest first; none without `site_url`.

    A feed's addresses are full ones, so that it can't be made where the site doesn't know its own.
    """
    if not settings.site_url:
        return ()
    published = sorted((r for r in records if r.status == "published"), key=lambda record: record.slug)
    newest = sorted(published, key=lambda record: record.sort_date, reverse=True)[:NEWEST]
    return Asset("feed.xml", _rss(newest, settings)), Asset("feed.json", _json_feed(newest, settings))


# --- Private ---


def _rss(newest: Sequence[Record], settings: Settings) -> bytes:
    """RSS 2.0.11, with the feed's own address as the RSS Advisory Board's profile asks."""
    Xml.register_namespace("atom", _ATOM)
    Xml.register_namespace("dc", _DUBLIN_CORE)
    Xml.register_namespace("media", _MEDIA)
    rss = Xml.Element("rss", version="2.0")
    channel = Xml.SubElement(rss, "channel")
    _add(channel, "title", settings.site_name or settings.site_url)
    _add(channel, "link", settings.site_url)
    _add(channel, "description", settings.site_description or settings.site_name or settings.site_url)
    own = {"href": settings.address("feed.xml"), "rel": "self", "type": "application/rss+xml"}
    Xml.SubElement(channel, f"{{{_ATOM}}}link", own)
    if settings.publisher.is_named:
        _add(channel, f"{{{_DUBLIN_CORE}}}publisher", one_line(settings.publisher.name))
    if moments := [moment for record in newest if (moment := _moment(record.revised))]:
        _add(channel, "lastBuildDate", format_datetime(max(moments)))
    for record in newest:
        _add_item(channel, record, settings)
    written: bytes = Xml.tostring(rss, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _add_item(channel: Xml.Element, record: Record, settings: Settings) -> None:
    address = settings.address(brief_folder(record.slug))
    item = Xml.SubElement(channel, "item")
    _add(item, "title", one_line(record.title))
    _add(item, "link", address)
    _add(item, "guid", address)
    _add(item, "description", escape(record.summary, quote=False))  # readers take it for HTML (RSS Profile)
    for name in record.author:
        _add(item, f"{{{_DUBLIN_CORE}}}creator", one_line(name))
    for tag in record.tags:
        _add(item, "category", one_line(tag))
    if moment := _moment(record.sort_date):
        _add(item, "pubDate", format_datetime(moment))
    if settings.cards:
        picture = {
            "url": settings.address(brief_card_path(record.slug)),
            "type": "image/png",
            "medium": "image",
        }
        Xml.SubElement(item, f"{{{_MEDIA}}}content", picture)


def _add(parent: Xml.Element, name: str, text: str) -> None:
    """`printable` leaves nothing that XML 1.0 forbids (2.2)."""
    Xml.SubElement(parent, name).text = printable(text)


def _json_feed(newest: Sequence[Record], settings: Settings) -> bytes:
    feed: Json = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": printable(settings.site_name or settings.site_url),
        "home_page_url": settings.site_url,
        "feed_url": settings.address("feed.json"),
    }
    if settings.site_description:
        feed["description"] = printable(settings.site_description)
    if settings.publisher.is_named:
        feed["authors"] = [{"name": one_line(settings.publisher.name), "url": _home_of(settings)}]
    feed["items"] = [_item(record, settings) for record in newest]
    return json_bytes(feed)


def _home_of(settings: Settings) -> str:
    return settings.publisher.url or settings.site_url


def _item(record: Record, settings: Settings) -> Json:
    address = settings.address(brief_folder(record.slug))
    item: Json = {
        "id": address,
        "url": address,
        "title": one_line(record.title),
        "content_text": printable(record.summary),
        "language": record.language,
    }
    for key, day in (("date_published", record.sort_date), ("date_modified", record.revised)):
        if moment := _moment(day):
            item[key] = moment.isoformat().replace("+00:00", "Z")
    if settings.cards:
        item["image"] = settings.address(brief_card_path(record.slug))
    if record.author:
        item["authors"] = [{"name": one_line(name)} for name in record.author]
    if record.tags:
        item["tags"] = [one_line(tag) for tag in record.tags]
    return item


def _moment(day: str) -> datetime | None:
    """Midnight UTC of an ISO day; `None` for a year that the calendars of feeds don't have."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return None
    return datetime(found.year, found.month, found.day, tzinfo=UTC)
