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
from generator.render.across.people import Person, Register, facts, names, person
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


@dataclass(frozen=True, slots=True)
class Followed:
    """What can be followed to a party: of each brief some claims, or all; how many claims these are, and the outlets
    that report them, in order."""

    party: str
    briefs: Sequence[_InBrief]
    claims: int
    outlets: tuple[str, ...]


def party_pages(site: Site, people: Register, entries: Entries) -> Iterator[Sheet]:
    """`parties/` with a line for each, those of most claims first, and a page for each with all its claims."""
    words = site.words
    found = followed(site.records)
    parties = sorted(found, key=lambda each: (-each.claims, people.by_name(each.party)))
    head = Head(words.gettext("Parties"), words.gettext("Whom the claims can be followed to."))
    lead = (
        words.gettext("Whom the claims can be followed to; those whom most of them lead to come first.")
        if parties
        else words.gettext("There is no brief yet.")
    )
    for leaf in leaves("parties/", parties, LINES):
        yield sheet(site, leaf, head, "parties.html", _index(site, people, leaf.items, lead))
    for party in parties:
        yield from _of(site, people, entries, party)


def followed(records: Sequence[Record]) -> list[Followed]:
    """The claims that can be followed to each party, in the order of `records`."""
    found: dict[str, tuple[list[tuple[Record, list[Origin]]], dict[str, None]]] = {}
    for record in records:
        for origin in record.origins:
            if origin.party not in found:
                found[origin.party] = [], {}
            briefs, outlets = found[origin.party]
            if not briefs or briefs[-1][0] is not record:
                briefs.append((record, []))
            briefs[-1][1].append(origin)
            for outlet in origin.outlets:
                outlets[outlet] = None
    return [
        Followed(party, briefs, sum(len(origins) for _, origins in briefs), tuple(outlets))
        for party, (briefs, outlets) in found.items()
    ]


# --- Private ---


def _index(site: Site, people: Register, parties: Sequence[Followed], lead: str) -> Filling:
    def values() -> Mapping[str, object]:
        return {"parties": [_view(site, people, party, _FEW) for party in parties], "lead": lead}

    shows = (record for party in parties for record, _ in party.briefs)
    return Filling(shows, values, lambda: ([_told(people, party, _FEW) for party in parties], lead))


def _of(site: Site, people: Register, entries: Entries, found: Followed) -> Iterator[Sheet]:
    words, name = site.words, people.name(found.party)
    head = Head(
        words.gettext("%(name)s as an origin", name=name),
        words.gettext("The claims that can be followed to %(name)s, and who reported them.", name=name),
    )
    for leaf in parted(links.party_folder(found.party), found.briefs, CLAIMS):
        yield sheet(site, leaf, head, "party.html", _filled(site, people, entries, leaf, found))


def _filled(site: Site, people: Register, entries: Entries, leaf: Leaf[_InBrief], found: Followed) -> Filling:
    is_outlet = found.party in people.outlets

    def groups(draft: str, before: str, after: str) -> Safe:
        """The briefs with their lines; the mark of a draft and what stands around the outlets are markup."""
        made, root = [], leaf.root
        for record, origins in leaf.items:
            entry = entries.of(record)
            told = names(site, people, _outlets([(record, origins)]), _MANY)
            below = f"{entry.date} · {before}{told}{after}{draft if entry.draft else ''}"
            lines = entry.lines(root, [(origin.claim, "") for origin in origins])
            made.append(group(entry.head(root), below, lines))
        return Safe("".join(made))  # noqa: S704 - of entries and names, which are escaped

    def values() -> Mapping[str, object]:
        return {"party": _view(site, people, found, _MANY), "is_outlet": is_outlet, "groups": groups}

    def rests_on() -> object:
        ends = (leaf.items[0][1][0].claim, leaf.items[-1][1][-1].claim)
        outlets = found.outlets if leaf.of == 1 else _outlets(leaf.items)
        told = _told(people, found, _MANY)
        return told, is_outlet, ends, site.states_of(records), [people.name(outlet) for outlet in outlets]

    records = [record for record, _ in leaf.items]
    return Filling(records, values, rests_on)


def _view(site: Site, people: Register, found: Followed, most: int) -> PartyView:
    return PartyView(
        person=person(site, people, found.party, "parties"),
        claims=claims(found.claims, site.words),
        briefs=briefs(len(found.briefs), site.words),
        outlets=names(site, people, found.outlets, most),
    )


def _told(people: Register, found: Followed, most: int) -> tuple[object, ...]:
    """What `_view` depends on."""
    shown = [people.name(outlet) for outlet in found.outlets[:most]]
    numbers = (found.claims, len(found.briefs), len(found.outlets))
    return (facts(people, found.party, "parties"), numbers, shown)


def _outlets(found: Iterable[_InBrief]) -> tuple[str, ...]:
    return tuple({outlet: None for _, origins in found for origin in origins for outlet in origin.outlets})
