"""What each outlet reported, alone and together with others, and what it denied: counts of claims, no ratings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from markupsafe import Markup as Safe

from generator.model.findings import Outlet, Record, Told
from generator.render import links
from generator.render.across.entries import Entries, group
from generator.render.across.paging import CLAIMS, LINES, Leaf, leaves, parted
from generator.render.across.people import Person, Register, person
from generator.render.across.site import Filling, Head, Sheet, Site, sheet

_InBrief: TypeAlias = tuple[tuple[Record, Outlet], Sequence[Told | None]]
"""What of one brief stands on a page of the outlet: some of its claims, or all; `None` in place of them where there
are none."""


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
    counts = {party: counted(found[party]) for party in parties}
    for leaf in leaves("outlets/", parties, LINES):
        lines = [(person(site, people, party, "outlets"), counts[party]) for party in leaf.items]
        shows = (record for party in leaf.items for record, _ in found[party])
        yield sheet(site, leaf, head, "outlets.html", _index(lines, lead, shows))
    for party in parties:
        outlet = person(site, people, party, "outlets")
        fixed = {"outlet": outlet, "counts": counts[party], "is_origin": party in people.origins}
        yield from _of(site, entries, outlet, found[party], fixed)


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


def _index(lines: Sequence[tuple[Person, Counts]], lead: str, shows: Iterable[Record]) -> Filling:
    return Filling(shows, lambda: {"outlets": lines, "lead": lead}, lambda: (lines, lead))


def _of(
    site: Site,
    entries: Entries,
    outlet: Person,
    found: Sequence[tuple[Record, Outlet]],
    fixed: Mapping[str, object],
) -> Iterator[Sheet]:
    words = site.words
    head = Head(
        words.gettext("%(name)s: what it reported", name=outlet.name),
        words.gettext(
            "What %(name)s reported: claim by claim, alone, together with others, or denied.",
            name=outlet.name,
        ),
    )
    groups: list[_InBrief] = [((record, one), one.claims or (None,)) for record, one in found]
    for leaf in parted(links.outlet_folder(outlet.id), groups, CLAIMS):
        yield sheet(site, leaf, head, "outlet.html", _filled(site, entries, leaf, fixed))


def _filled(
    site: Site,
    entries: Entries,
    leaf: Leaf[_InBrief],
    fixed: Mapping[str, object],
) -> Filling:
    def groups(draft: str, alone: str, unchecked: str, denied: str) -> Safe:
        """The briefs with their lines; the marks are markup."""
        marks, root = Marks(draft, alone, alone + unchecked, denied), leaf.root
        made = (_group(entries, in_brief, root, marks) for in_brief in leaf.items)
        return Safe("".join(made))  # noqa: S704 - of entries, which are escaped

    records = [record for (record, _), _ in leaf.items]
    ends = (leaf.items[0][1][0], leaf.items[-1][1][-1])
    return Filling(
        records, lambda: {**fixed, "groups": groups}, lambda: (fixed, ends, site.states_of(records))
    )


def _group(entries: Entries, in_brief: _InBrief, root: str, marks: Marks) -> str:
    (record, outlet), told = in_brief
    entry = entries.of(record)
    articles = [f' · <a href="{root}{entry.article(printed)}' for printed in outlet.articles]
    below = "".join([entry.date, marks.draft if entry.draft else "", *articles])
    claims = [(one.claim, marks.of(one) if one.alone or one.denied else "") for one in told if one]
    return group(entry.head(root), below, entry.lines(root, claims))
