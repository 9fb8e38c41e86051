"""What each outlet reported, alone and together with others, and what it denied: counts of claims, no ratings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from markupsafe import Markup as Safe

from generator.model.findings import Outlet, Record, Told
from generator.render import links
from generator.render.across.entries import Entries, group
from generator.render.across.paging import CLAIMS, LINES, Leaf, leaves
from generator.render.across.people import Register, person
from generator.render.across.site import Filling, Head, Sheet, Site, sheet

_Line: TypeAlias = tuple[Record, Outlet, Told | None]


_Found: TypeAlias = Mapping[str, Sequence[tuple[Record, Outlet]]]


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands behind a brief and behind claims, in markup."""

    draft: str
    alone: str
    unchecked: str
    """Alone, where another outlet's article was not read for it."""
    denied: str

    def of(self, told: Told) -> str:
        """Those of one claim."""
        alone = (self.unchecked if told.unchecked else self.alone) if told.alone else ""
        return alone + self.denied if told.denied else alone


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


def outlet_pages(site: Site, people: Register, entries: Entries) -> Iterator[Sheet]:
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
        yield sheet(site, leaf, head, "outlets.html", _index(site, people, leaf, found, lead))
    for party in parties:
        yield from _of(site, people, entries, party, found[party])


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


def _index(site: Site, people: Register, leaf: Leaf[str], found: _Found, lead: str) -> Filling:
    lines = [(person(site, people, party, "outlets"), counted(found[party])) for party in leaf.items]
    return Filling(
        (record for party in leaf.items for record, _ in found[party]),
        lambda: {"outlets": lines, "lead": lead},
        lambda: (lines, lead),
    )


def _of(
    site: Site, people: Register, entries: Entries, party: str, found: Sequence[tuple[Record, Outlet]]
) -> Iterator[Sheet]:
    words = site.words
    outlet = person(site, people, party, "outlets")
    head = Head(
        words.gettext("%(name)s: what it reported", name=outlet.name),
        words.gettext(
            "What %(name)s reported: claim by claim, alone, together with others, or denied.",
            name=outlet.name,
        ),
    )
    lines: list[_Line] = [(record, one, told) for record, one in found for told in (one.claims or (None,))]
    fixed = {"outlet": outlet, "counts": counted(found), "is_origin": party in people.origins}
    for leaf in leaves(links.outlet_folder(party), lines, CLAIMS):
        yield sheet(site, leaf, head, "outlet.html", _filled(site, entries, leaf, fixed))


def _filled(site: Site, entries: Entries, leaf: Leaf[_Line], fixed: Mapping[str, object]) -> Filling:
    def groups(draft: str, alone: str, unchecked: str, denied: str) -> Safe:
        """The briefs with their lines; the marks are markup."""
        marks = Marks(draft, alone, alone + unchecked, denied)
        root = leaf.root
        made = (_group(entries, tuple(lines), root, marks) for _, lines in groupby(leaf.items, _slug))
        return Safe("".join(made))  # noqa: S704 - of entries, which are escaped

    records = [record for record, _, _ in leaf.items]
    ends = [told and told.claim for _, _, told in (leaf.items[0], leaf.items[-1])]
    return Filling(
        records, lambda: {**fixed, "groups": groups}, lambda: (fixed, ends, site.states_of(records))
    )


def _slug(line: _Line) -> str:
    return line[0].slug


def _group(entries: Entries, lines: Sequence[_Line], root: str, marks: Marks) -> str:
    """What of one brief stands on a page of the outlet: some of its claims, or all."""
    record, outlet, _ = lines[0]
    entry = entries.of(record)
    articles = [f' · <a href="{root}{entry.articles[printed.source]}' for printed in outlet.articles]
    below = "".join([entry.date, marks.draft if entry.draft else "", *articles])
    claims = [entry.line(root, told.claim, marks.of(told)) for _, _, told in lines if told]
    return group(entry.head(root), below, claims)
