"""What is put out: the pages and files of one brief, and those that belong to none."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from generator.compare import ORDER, compare
from generator.export.annotations import annotations_asset
from generator.export.brief_json import brief_asset
from generator.export.citation import citation_assets, cite
from generator.export.claims_csv import claims_csv
from generator.export.feeds import feeds
from generator.export.linked_data import linked_data
from generator.export.oembed import oembed
from generator.export.redirects import redirects
from generator.export.robots import robots
from generator.model.address import brief_folder
from generator.model.findings import Findings, Neighbour, Record
from generator.model.page import Asset, Output, Page
from generator.model.settings import Settings
from generator.pipeline import keys
from generator.render import Sheet, about_page, imprint_page, render_brief, sheets
from generator.render.embed import brief_frame, embeds
from generator.render.galley import Galley
from generator.render.search_page import search_page
from generator.render.social import SocialCard, brief_card, site_card

STEADY = frozenset(["method", "about", "imprint", "search", "robots.txt", "card.png"])
"""Of what belongs to no brief, the parts that no brief changes."""


def outputs_of_brief(
    findings: Findings, settings: Settings, neighbours: Mapping[str, Neighbour]
) -> list[Output]:
    """The pages and files of one brief; `neighbours` are those that it may name, by their slugs and old slugs."""
    card = _site_card(settings)
    return [_shown_by(output, card) for output in _of_brief(findings, settings, neighbours)]


@dataclass(frozen=True, slots=True)
class Due:
    """A page or file that belongs to no brief, before it is made: where `state` gives the same, so does `make`."""

    path: str
    state: Callable[[], str]
    make: Callable[[], Output]


def across(records: Collection[Record], settings: Settings) -> dict[str, Callable[[], list[Output]]]:
    """What makes the pages and files that belong to no brief, by the first part of their paths, each when called.

    `records` are those of every brief that is served.
    """

    def made(part: Callable[[], Iterable[Due]]) -> list[Output]:
        return [due.make() for due in part()]

    return {name: partial(made, part) for name, part in due_across(records, settings, {}).items()}


def due_across(
    records: Collection[Record], settings: Settings, states: Mapping[str, str]
) -> dict[str, Callable[[], Iterable[Due]]]:
    """The same before any of it is made. `states` gives by slug what tells a record from any other, where it is known
    (`render.sheets`)."""
    parts: dict[str, Callable[[], Iterable[Output]]] = {
        "method": lambda: [_method_page(settings)],
        "about": lambda: [about_page(settings)],
        "imprint": lambda: [imprint_page(settings)],
        "search": lambda: search_page(settings),
        "feed": lambda: feeds(tuple(records), settings),
        "robots.txt": lambda: robots(settings),
        "card.png": lambda: [card.asset] if (card := _site_card(settings)) else [],
    }
    listed = sheets(tuple(records), settings, states).items()
    return {
        **{name: partial(_sheets_due, make, settings) for name, make in listed},
        **{name: partial(_outputs_due, make, settings) for name, make in parts.items()},
    }


# --- Private functions ---


def _sheets_due(make: Callable[[], Iterable[Sheet]], settings: Settings) -> Iterator[Due]:
    def page(sheet: Sheet) -> Output:
        return _shown_by(sheet.page(), _site_card(settings))

    return (Due(sheet.path, sheet.state, partial(page, sheet)) for sheet in make())


def _outputs_due(make: Callable[[], Iterable[Output]], settings: Settings) -> Iterator[Due]:
    for made in make():
        output = _shown_by(made, _site_card(settings))
        yield Due(output.path, partial(keys.of_output, output), partial(_same, output))


def _same(output: Output) -> Output:
    return output


_site_card = lru_cache(maxsize=4)(site_card)
"""One card for all briefs."""


def _of_brief(
    findings: Findings, settings: Settings, neighbours: Mapping[str, Neighbour]
) -> Iterator[Output]:
    """The pages and files of one brief; of a withdrawn one what is left of it, and the way there."""
    galley = Galley(findings, settings)
    yield from redirects(findings, settings)
    yield from embeds(findings, settings, galley)
    if findings.brief.annotations.status == "withdrawn":
        yield from render_brief(findings, settings, neighbours, None, galley)
        yield brief_asset(findings)
        return
    citation = cite(findings, settings)
    offer = oembed(findings.brief, brief_frame(findings, settings, galley), settings)
    heads = _heads(findings, settings, offer)
    card = brief_card(findings, settings)
    for page in render_brief(findings, settings, neighbours, citation, galley):
        yield _shown_by(_with_head(page, heads), card)
    yield from filter(None, (card and card.asset, offer))
    yield brief_asset(findings)
    yield claims_csv(findings, settings)
    yield annotations_asset(findings, settings)
    yield from citation_assets(findings, citation)


def _method_page(settings: Settings) -> Page:
    """With what it can't see by itself: the order of the rules, and its example compared by them."""
    from generator.render.method import WORKED, Rules, method_page  # noqa: PLC0415 - dear, and seldom made

    return method_page(settings, Rules(ORDER, compare(WORKED, {})[0].claims))


def _heads(findings: Findings, settings: Settings, offer: Asset | None) -> dict[str, dict[str, object]]:
    """What each page of the brief says to machines in its head, by the page's path."""
    heads: dict[str, dict[str, object]]
    heads = {path: {"json_ld": said} for path, said in linked_data(findings, settings).items()}
    if offer:
        heads[f"{brief_folder(findings.brief.slug)}index.md"]["oembed"] = offer.path
    return heads


def _with_head(page: Page, heads: Mapping[str, Mapping[str, object]]) -> Page:
    return replace(page, meta={**page.meta, **heads.get(page.path, {})})


def _shown_by(output: Output, card: SocialCard | None) -> Output:
    """A page with the card by which it is shown where it is shared, unless it has one; any other file as it is."""
    if card is None or not isinstance(output, Page) or "card" in output.meta:
        return output
    return replace(output, meta={**output.meta, **card.meta})
