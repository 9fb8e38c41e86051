"""The home page, which says what the site is and shows the newest briefs, and the list of all of them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.findings import Status
from generator.model.page import Page
from generator.render.across.filed import card
from generator.render.across.paging import CARDS, Leaf, leaves
from generator.render.across.site import Head, Site, sheet
from generator.render.wording import slug_of, status_meaning, status_word

NEWEST = 15
"""Briefs on the home page."""


def home_page(site: Site) -> Page:
    """What the site does, how much of it there is, what the marks mean, and the newest briefs."""
    leaf = Leaf("", 1, 1, site.records[:NEWEST])
    heading = site.words.gettext("What newsrooms agree on, where they part, and who told them")
    values = {
        "heading": heading,
        "cards": [card(site, record, leaf.root) for record in leaf.items],
        "legend": _legend(site),
        "briefs": len(site.records),
        "articles": sum(record.sources for record in site.records),
        "outlets": len({outlet.party for record in site.records for outlet in record.outlets}),
        "claims": sum(len(record.claims) for record in site.records),
        "more": len(site.records) > NEWEST,
    }
    head = Head(site.words.gettext("Home"), site.settings.site_description or f"{heading}.")
    return sheet(site, leaf, head, "home.html", values, leaf.items)


def brief_pages(site: Site) -> Iterator[Page]:
    """Every brief as a card, newest first."""
    words = site.words
    head = Head(words.gettext("Briefs"), words.gettext("All briefs, newest first."))
    for leaf in leaves("briefs/", site.records, CARDS):
        values = {
            "cards": [card(site, record, leaf.root) for record in leaf.items],
            "lead": head.description if site.records else words.gettext("There is no brief yet."),
            "kicker": "",
        }
        yield sheet(site, leaf, head, "cards.html", values, leaf.items)


# --- Private ---


def _legend(site: Site) -> tuple[tuple[str, str, str], ...]:
    """Every status: its name in a class, its word and its meaning."""
    return tuple(
        (slug_of(status), status_word(status, site.words), status_meaning(status, site.words))
        for status in Status
    )
