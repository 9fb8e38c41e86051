"""What each outlet reported, alone and together with others, and what it denied: counts of claims, no ratings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple, TypeAlias

from markupsafe import Markup as Safe

from generator.model.findings import Outlet, Printed, Record, Told
from generator.model.page import Page
from generator.render import links
from generator.render.across.filed import Filed, filed
from generator.render.across.paging import CLAIMS, LINES, Leaf, leaves
from generator.render.across.people import Person, Register, person
from generator.render.across.site import Head, Site, sheet

_Line: TypeAlias = tuple[Record, Outlet, Told | None]


@dataclass(frozen=True, slots=True)
class Counts:
    """What an outlet did, over all briefs; a claim counts once for each brief."""

    briefs: int
    articles: int
    claims: int
    alone: int
    denied: int

    @property
    def shared(self) -> int:
        """Claims that another outlet of the brief reports too."""
        return self.claims - self.alone


class ArticleView(NamedTuple):
    """An article of the outlet, with the way to its annotated text."""

    address: str
    title: str
    lang: Safe
    published: str


class InBrief(NamedTuple):
    """What of one brief stands on a page of the outlet: some of its claims, or all."""

    filed: Filed
    articles: tuple[ArticleView, ...]
    claims: tuple[tuple[str, str, Told], ...]
    """Address and text of each."""


def outlet_pages(site: Site, people: Register) -> Iterator[Page]:
    """`outlets/` with a line of counts for each, by name, and a page for each with all its claims."""
    words = site.words
    found = reported(site.records)
    parties = sorted(found, key=people.by_name)
    head = Head(words.gettext("Outlets"), words.gettext("Which outlets reported, and in which briefs."))
    lead = (
        words.gettext("Which outlets reported, and which claims: alone, together with others, or denied.")
        if parties
        else words.gettext("There is no brief yet.")
    )
    for leaf in leaves("outlets/", parties, LINES):
        lines = [(person(site, people, party, "outlets"), counted(found[party])) for party in leaf.items]
        shows = [record for party in leaf.items for record, _ in found[party]]
        yield sheet(site, leaf, head, "outlets.html", {"outlets": lines, "lead": lead}, shows)
    for party in parties:
        yield from _of(site, people, person(site, people, party, "outlets"), found[party])


def reported(records: Sequence[Record]) -> dict[str, list[tuple[Record, Outlet]]]:
    """What each outlet has in each brief, in the order of `records`."""
    found: dict[str, list[tuple[Record, Outlet]]] = {}
    for record in records:
        for outlet in record.outlets:
            found.setdefault(outlet.party, []).append((record, outlet))
    return found


def counted(entries: Sequence[tuple[Record, Outlet]]) -> Counts:
    """The counts of one outlet over its briefs."""
    told = [claim for _, outlet in entries for claim in outlet.claims]
    return Counts(
        briefs=len(entries),
        articles=sum(len(outlet.articles) for _, outlet in entries),
        claims=len(told),
        alone=sum(claim.alone for claim in told),
        denied=sum(claim.denied for claim in told),
    )


# --- Private ---


def _of(
    site: Site, people: Register, outlet: Person, entries: Sequence[tuple[Record, Outlet]]
) -> Iterator[Page]:
    words = site.words
    head = Head(
        words.gettext("%(name)s: what it reported", name=outlet.name),
        words.gettext(
            "What %(name)s reported: claim by claim, alone, together with others, or denied.",
            name=outlet.name,
        ),
    )
    lines: list[_Line] = [(record, one, told) for record, one in entries for told in (one.claims or (None,))]
    fixed = {
        "outlet": outlet,
        "counts": counted(entries),
        "is_origin": outlet.id in people.origins,
    }
    for leaf in leaves(links.outlet_folder(outlet.id), lines, CLAIMS):
        values = {**fixed, "groups": tuple(_groups(site, leaf))}
        yield sheet(site, leaf, head, "outlet.html", values, [record for record, _, _ in leaf.items])


def _groups(site: Site, leaf: Leaf[_Line]) -> Iterator[InBrief]:
    for slug, lines in groupby(leaf.items, key=lambda line: line[0].slug):
        of_brief = tuple(lines)
        record, outlet, _ = of_brief[0]
        at = links.claim_address(leaf.root, slug, "")
        yield InBrief(
            filed=filed(site, record, leaf.root),
            articles=tuple(_article(site, slug, printed, leaf.root) for printed in outlet.articles),
            claims=tuple(
                (at + told.claim, record.claims[told.claim], told) for _, _, told in of_brief if told
            ),
        )


def _article(site: Site, slug: str, printed: Printed, root: str) -> ArticleView:
    return ArticleView(
        address=links.source_address(root, slug, printed.source),
        title=printed.title,
        lang=site.lang(printed.language),
        published=site.date(printed.published) if printed.published else "",
    )
