"""The home page, which says what the site is and shows the newest briefs, and the list of all of them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.findings import Record, Status
from generator.render.across.filed import card
from generator.render.across.paging import CARDS, Leaf, leaves
from generator.render.across.site import Filling, Head, Sheet, Site, sheet
from generator.render.wording import slug_of, status_meaning, status_word

NEWEST = 15
"""Briefs on the home page."""


def home_page(site: Site) -> Sheet:
    """What the site does, how much of it there is, what the marks mean, and the newest briefs."""
    leaf = Leaf("", 1, 1, site.records[:NEWEST])
    heading = site.words.gettext("What newsrooms agree on, where they part, and who told them")
    numbers = {
        "briefs": len(site.records),
        "articles": sum(record.sources for record in site.records),
        "outlets": len({outlet.party for record in site.records for outlet in record.outlets}),
        "claims": sum(len(record.claims) for record in site.records),
        "unreviewed": sum(record.unreviewed for record in site.records),
    }

    def values() -> dict[str, object]:
        cards = [card(site, record, leaf.root) for record in leaf.items]
        more = len(site.records) > NEWEST
        return {"heading": heading, "cards": cards, "legend": _legend(site), "more": more, **numbers}

    head = Head(site.words.gettext("Home"), site.settings.site_description or f"{heading}.")
    filling = Filling(leaf.items, values, lambda: (numbers, site.states_of(leaf.items)))
    return sheet(site, leaf, head, "home.html", filling)


def brief_pages(site: Site) -> Iterator[Sheet]:
    """Every brief as a card, newest first."""
    words = site.words
    head = Head(words.gettext("Briefs"), words.gettext("All briefs, newest first."))
    for leaf in leaves("briefs/", site.records, CARDS):
        yield sheet(site, leaf, head, "cards.html", _cards(site, leaf, head))


# --- Private ---


def _cards(site: Site, leaf: Leaf[Record], head: Head) -> Filling:
    def values() -> dict[str, object]:
        return {
            "cards": [card(site, record, leaf.root) for record in leaf.items],
            "lead": head.description if site.records else site.words.gettext("There is no brief yet."),
            "kicker": "",
        }

    return Filling(leaf.items, values, lambda: site.states_of(leaf.items))


def _legend(site: Site) -> tuple[tuple[str, str, str], ...]:
    """Every status: its name in a class, its word and its meaning."""
    return tuple(
        (slug_of(status), status_word(status, site.words), status_meaning(status, site.words))
        for status in Status
    )
