"""Whom claims can be followed to: each party with the claims that it is the origin of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from markupsafe import Markup as Safe

from generator.model.findings import Origin, Record
from generator.render import links
from generator.render.across.entries import Entries, group
from generator.render.across.paging import CLAIMS, LINES, Leaf, leaves, parted
from generator.render.across.people import Person, Register, names, person
from generator.render.across.site import Filling, Head, Sheet, Site, briefs, sheet
from generator.render.wording import claims

_InBrief: TypeAlias = tuple[Record, Sequence[Origin]]
"""What of one brief can be followed to the party: some claims, or all."""

_FEW = 3
"""Outlets that are named in a line of the list."""

_MANY = 12
"""Outlets that are named on a party's page."""


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party with what it is the origin of, in words."""

    person: Person
    claims: str
    briefs: str
    outlets: Safe


def party_pages(site: Site, people: Register, entries: Entries) -> Iterator[Sheet]:
    """`parties/` with a line for each, those of most claims first, and a page for each with all its claims."""
    words = site.words
    found = followed(site.records)
    numbers = {party: sum(len(origins) for _, origins in of_party) for party, of_party in found.items()}
    parties = sorted(found, key=lambda party: (-numbers[party], people.by_name(party)))
    head = Head(words.gettext("Parties"), words.gettext("Whom the claims can be followed to."))
    lead = (
        words.gettext("Whom the claims can be followed to; those whom most of them lead to come first.")
        if parties
        else words.gettext("There is no brief yet.")
    )
    for leaf in leaves("parties/", parties, LINES):
        views = [_view(site, people, party, found[party], _FEW) for party in leaf.items]
        shows = (record for party in leaf.items for record, _ in found[party])
        yield sheet(site, leaf, head, "parties.html", _index(views, lead, shows))
    for party in parties:
        yield from _of(site, people, entries, _view(site, people, party, found[party], _MANY), found[party])


def followed(records: Sequence[Record]) -> dict[str, list[_InBrief]]:
    """The claims that can be followed to each party, in the order of `records`."""
    found: dict[str, list[_InBrief]] = {}
    for record in records:
        in_brief: dict[str, list[Origin]] = {}
        for origin in record.origins:
            in_brief.setdefault(origin.party, []).append(origin)
        for party, origins in in_brief.items():
            found.setdefault(party, []).append((record, origins))
    return found


# --- Private ---


def _index(views: Sequence[PartyView], lead: str, shows: Iterable[Record]) -> Filling:
    return Filling(shows, lambda: {"parties": views, "lead": lead}, lambda: (views, lead))


def _of(
    site: Site, people: Register, entries: Entries, view: PartyView, found: Sequence[_InBrief]
) -> Iterator[Sheet]:
    words, party = site.words, view.person
    head = Head(
        words.gettext("%(name)s as an origin", name=party.name),
        words.gettext("The claims that can be followed to %(name)s, and who reported them.", name=party.name),
    )
    fixed = {"party": view, "is_outlet": party.id in people.outlets}
    for leaf in parted(links.party_folder(party.id), found, CLAIMS):
        yield sheet(site, leaf, head, "party.html", _filled(site, people, entries, leaf, fixed))


def _filled(
    site: Site, people: Register, entries: Entries, leaf: Leaf[_InBrief], fixed: Mapping[str, object]
) -> Filling:
    def groups(draft: str, before: str, after: str) -> Safe:
        """The briefs with their lines; the mark of a draft and what stands around the outlets are markup."""
        made, root = [], leaf.root
        for record, origins in leaf.items:
            entry = entries.of(record)
            told = names(site, people, _outlets(origins), _MANY)
            below = f"{entry.date} · {before}{told}{after}{draft if entry.draft else ''}"
            lines = entry.lines(root, [(origin.claim, "") for origin in origins])
            made.append(group(entry.head(root), below, lines))
        return Safe("".join(made))  # noqa: S704 - of entries and names, which are escaped

    def rests_on() -> object:
        ends = (leaf.items[0][1][0].claim, leaf.items[-1][1][-1].claim)
        outlets = _outlets(origin for _, origins in leaf.items for origin in origins)
        return fixed, ends, site.states_of(records), [people.name(outlet) for outlet in outlets]

    records = [record for record, _ in leaf.items]
    return Filling(records, lambda: {**fixed, "groups": groups}, rests_on)


def _view(site: Site, people: Register, party: str, found: Sequence[_InBrief], most: int) -> PartyView:
    every = [origin for _, origins in found for origin in origins]
    return PartyView(
        person=person(site, people, party, "parties"),
        claims=claims(len(every), site.words),
        briefs=briefs(len(found), site.words),
        outlets=names(site, people, _outlets(every), most),
    )


def _outlets(origins: Iterable[Origin]) -> tuple[str, ...]:
    return tuple({outlet: None for origin in origins for outlet in origin.outlets})
