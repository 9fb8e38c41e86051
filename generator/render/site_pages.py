"""Pages across briefs: home, all briefs by date, tags, outlets and parties, made from the briefs' records alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model.findings import Record
from generator.model.page import Heading, Page, Part
from generator.model.settings import Settings
from generator.render import links, wording
from generator.render.across import outlets, parties
from generator.render.environment import OWN_LANGUAGE, markup
from generator.render.ledger import archive_page, corrections_page, month_name
from generator.render.shared import shared_as
from generator.render.strip import Stretch, strip

NEWEST = 20
"""Briefs on the home page; all of them are on the page of all briefs."""


@dataclass(frozen=True, slots=True)
class Card:
    """A brief in a list."""

    address: str
    title: str
    summary: str
    language: str
    date: str
    draft: bool
    notice: bool
    tags: tuple[tuple[str, str], ...]
    sources: str
    strip: tuple[Stretch, ...]


def render_site(records: Sequence[Record], settings: Settings) -> tuple[Page, ...]:
    """Home, `briefs/`, `tags/`, `outlets/`, `parties/`, `archive/` and `corrections/`; each is there even when it has
    nothing to list.

    Withdrawn briefs are in none of them; drafts only where drafts are served.
    """
    listed = [r for r in records if r.status == "published" or (settings.drafts and r.status == "draft")]
    newest = sorted(sorted(listed, key=lambda r: r.slug), key=lambda r: r.sort_date, reverse=True)
    revised = max((record.revised for record in newest), default=None)

    def page(path: str, title: str, description: str, parts: Sequence[Part]) -> Page:
        hide = ["navigation", "toc"] if path == "index.md" else ["navigation"]
        meta = {
            "title": title,
            "description": description,
            "hide": hide,
            **shared_as("website", OWN_LANGUAGE),
        }
        return Page(path, meta, tuple(parts), edit=None, revised=revised)

    return (
        page("index.md", "Home", _HOME, _home(newest)),
        page("briefs/index.md", "Briefs", "All briefs by date.", _by_date(newest)),
        page("tags/index.md", "Tags", "All briefs by tag.", _tags(newest)),
        page("outlets/index.md", "Outlets", "Which outlets reported, and in which briefs.", _outlets(newest)),
        page("parties/index.md", "Parties", "Who the claims can be followed to.", _parties(newest)),
        page("archive/index.md", "Archive", "All briefs by year and month.", archive_page(newest)),
        page(
            "corrections/index.md", "Corrections", "What briefs said and say now.", corrections_page(newest)
        ),
    )


# --- Private ---

_HOME = "Reports of one event side by side: what they agree on, where they part, and who told them."
_NO_BRIEFS = "There is no brief yet."


def _list(template: str, title: str, lead: str, values: Mapping[str, object]) -> Part:
    return markup(template, {"title": title, "lead": lead, "words": wording, **values})


def _home(newest: Sequence[Record]) -> list[Part]:
    shown = [_card(record, links.HOME) for record in newest[:NEWEST]]
    more = len(newest) > NEWEST
    return [_list("cards.html", "Briefs", _HOME if newest else _NO_BRIEFS, {"cards": shown, "more": more})]


def _by_date(newest: Sequence[Record]) -> list[Part]:
    parts: list[Part] = [
        _list("cards.html", "All briefs", "" if newest else _NO_BRIEFS, {"cards": [], "more": False})
    ]
    for year, of_year in groupby(newest, key=lambda record: record.sort_date[:4]):
        parts.append(Heading(2, year))
        for month, records in groupby(of_year, key=lambda record: record.sort_date[:7]):
            parts.append(Heading(3, month_name(month[-2:])))
            cards = [_card(record, links.LISTING) for record in records]
            parts.append(markup("card_list.html", {"cards": cards, "words": wording}))
    return parts


def _tags(newest: Sequence[Record]) -> list[Part]:
    by_key: dict[str, list[Record]] = {}
    names: dict[str, str] = {}
    for record in newest:
        for tag in dict.fromkeys(record.tags):
            key = links.tag_key(tag)
            names.setdefault(key, tag)
            if record not in by_key.setdefault(key, []):
                by_key[key].append(record)
    groups = [
        (names[key], links.tag_anchor(key), [_card(record, links.LISTING) for record in by_key[key]])
        for key in sorted(by_key)
    ]
    return [_list("tags.html", "Tags", "" if groups else "No brief has a tag.", {"groups": groups})]


def _outlets(newest: Sequence[Record]) -> list[Part]:
    lead = (
        "Counts of claims, not ratings: what an outlet alone reported, what it reported together with others, "
        "and what it denied or questioned."
    )
    return [_list("outlets.html", "Outlets", lead, {"outlets": outlets(newest, links.LISTING)})]


def _parties(newest: Sequence[Record]) -> list[Part]:
    lead = "Who claims can be followed to: the last party that the reports name, registered by the editors."
    return [_list("parties.html", "Parties", lead, {"parties": parties(newest, links.LISTING)})]


def _card(record: Record, root: str) -> Card:
    return Card(
        address=links.brief_address(root, record.slug),
        title=record.title,
        summary=record.summary,
        language=record.language,
        date=record.date,
        draft=record.status == "draft",
        notice=bool(record.notice),
        tags=tuple((tag, links.tag_address(root, tag)) for tag in record.tags),
        sources=wording.count(len(record.outlets), "source"),
        strip=strip(record.counts),
    )
