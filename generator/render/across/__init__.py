"""Pages across briefs: home, all briefs, outlets, parties, tags, archive and corrections, made from records alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial

from generator.model.findings import Record
from generator.model.page import Page
from generator.model.settings import Settings
from generator.render.across.archive import archive_pages
from generator.render.across.corrections import correction_pages
from generator.render.across.entries import Entries
from generator.render.across.home import brief_pages, home_page
from generator.render.across.outlets import outlet_pages
from generator.render.across.parties import party_pages
from generator.render.across.people import register
from generator.render.across.site import Sheet, Site
from generator.render.across.tags import tag_pages
from generator.render.catalogue import words_for

__all__ = ["Sheet", "lists", "render_site", "sheets"]


def render_site(records: Sequence[Record], settings: Settings) -> tuple[Page, ...]:
    """Home and the lists `briefs/`, `tags/`, `outlets/`, `parties/`, `archive/` and `corrections/`, each there even
    when it has nothing to list; and the lists below them, of a tag, an outlet, a party, a year, a month.

    Withdrawn briefs are in none of them; drafts only where drafts are served. However long a list is, its pages
    are not: it is cut into as many as it needs. The work grows as the records do.
    """
    return tuple(page for make in lists(records, settings).values() for page in make())


def lists(records: Sequence[Record], settings: Settings) -> dict[str, Callable[[], Iterable[Page]]]:
    """What makes the pages of `render_site`, by the first part of their paths: each list when it is called."""
    return {name: partial(_made, make) for name, make in sheets(records, settings).items()}


def sheets(
    records: Sequence[Record], settings: Settings, states: Mapping[str, str] | None = None
) -> dict[str, Callable[[], Iterable[Sheet]]]:
    """The pages of `lists` before they are made, each with a digest of what it is made from: one that was made under
    the same digest need not be made again.

    `states` gives by slug what tells a brief's record from any other state of it, where that is known already; else
    it is worked out from the record.
    """
    listed = [r for r in records if r.status == "published" or (settings.drafts and r.status == "draft")]
    listed.sort(key=lambda record: record.slug)
    listed.sort(key=lambda record: record.sort_date, reverse=True)
    site = Site(tuple(listed), settings, words_for(settings.language), states or {})
    people = cache(lambda: register(site.records))
    entries = Entries(site)
    return {
        "index.md": lambda: [home_page(site)],
        "briefs": lambda: brief_pages(site),
        "tags": lambda: tag_pages(site),
        "outlets": lambda: outlet_pages(site, people(), entries),
        "parties": lambda: party_pages(site, people(), entries),
        "archive": lambda: archive_pages(site),
        "corrections": lambda: correction_pages(site),
    }


# --- Private ---


def _made(make: Callable[[], Iterable[Sheet]]) -> Iterator[Page]:
    return (each.page() for each in make())
