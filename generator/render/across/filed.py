"""A brief where it is listed: as a card with its strip, or as a line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup as Safe

from generator.model.findings import Record
from generator.render import links, wording
from generator.render.across.site import Site
from generator.render.strip import Stretch, strip


class Filed(NamedTuple):
    """A brief where its claims are listed. A plain tuple, as there may be hundreds of thousands of them."""

    address: str
    title: str
    lang: Safe
    date: str
    draft: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A brief in a line."""

    filed: Filed
    sources: str
    corrected: str


@dataclass(frozen=True, slots=True)
class Card:
    """A brief with all that a list says of it."""

    filed: Filed
    sources: str
    summary: str
    notice: bool
    tags: tuple[tuple[str, str], ...]
    strip: tuple[Stretch, ...]


def filed(site: Site, record: Record, root: str) -> Filed:
    """The brief as it is named on a page from which `root` leads to the top of the site."""
    return Filed(
        address=links.brief_address(root, record.slug),
        title=record.title,
        lang=site.lang(record.language),
        date=site.date(record.date),
        draft=record.status == "draft",
    )


def line(site: Site, record: Record, root: str) -> Line:
    """The line of a brief on a page from which `root` leads to the top of the site."""
    corrections = len(record.corrections)
    return Line(
        filed=filed(site, record, root),
        sources=wording.sources(record.sources, site.words),
        corrected=site.words.ngettext("%(num)s correction", "%(num)s corrections", corrections)
        if corrections
        else "",
    )


def card(site: Site, record: Record, root: str) -> Card:
    """The card of a brief on a page from which `root` leads to the top of the site."""
    return Card(
        filed=filed(site, record, root),
        sources=wording.sources(record.sources, site.words),
        summary=record.summary,
        notice=bool(record.notice),
        tags=tuple((tag, links.tag_address(root, tag)) for tag in record.tags),
        strip=strip(record.counts, site.words),
    )
