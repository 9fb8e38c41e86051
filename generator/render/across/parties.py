"""Whom claims can be followed to: each party with the claims that it is the origin of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from markupsafe import Markup as Safe

from generator.model.findings import Origin, Record
from generator.render import links
from generator.render.across.entries import Entries, group
from generator.render.across.paging import CLAIMS, LINES, Leaf, leaves
from generator.render.across.people import Person, Register, names, person
from generator.render.across.site import Filling, Head, Sheet, Site, briefs, sheet
from generator.render.wording import claims

_Line: TypeAlias = tuple[Record, Origin]

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
    parties = sorted(found, key=lambda party: (-len(found[party]), people.by_name(party)))
    head = Head(words.gettext("Parties"), words.gettext("Whom the claims can be followed to."))
    lead = (
        words.gettext("Whom the claims can be followed to; those whom most of them lead to come first.")
        if parties
        else words.gettext("There is no brief yet.")
    )
    for leaf in leaves("parties/", parties, LINES):
        yield sheet(site, leaf, head, "parties.html", _index(site, people, leaf, found, lead))
    for party in parties:
        yield from _of(site, people, entries, party, found[party])


def followed(records: Sequence[Record]) -> dict[str, list[_Line]]:
    """The claims that can be followed to each party, in the order of `records`."""
    found: dict[str, list[_Line]] = {}
    for record in records:
        for origin in record.origins:
            found.setdefault(origin.party, []).append((record, origin))
    return found


# --- Private ---


def _index(
    site: Site, people: Register, leaf: Leaf[str], found: Mapping[str, Sequence[_Line]], lead: str
) -> Filling:
    views = [
        _view(site, people, person(site, people, party, "parties"), found[party], _FEW)
        for party in leaf.items
    ]
    shows = (record for party in leaf.items for record, _ in found[party])
    return Filling(shows, lambda: {"parties": views, "lead": lead}, lambda: (views, lead))


def _of(site: Site, people: Register, entries: Entries, id_: str, lines: Sequence[_Line]) -> Iterator[Sheet]:
    words = site.words
    party = person(site, people, id_, "parties")
    head = Head(
        words.gettext("%(name)s as an origin", name=party.name),
        words.gettext("The claims that can be followed to %(name)s, and who reported them.", name=party.name),
    )
    fixed = {"party": _view(site, people, party, lines, _MANY), "is_outlet": id_ in people.outlets}
    for leaf in leaves(links.party_folder(id_), lines, CLAIMS):
        yield sheet(site, leaf, head, "party.html", _filled(site, people, entries, leaf, fixed))


def _filled(
    site: Site, people: Register, entries: Entries, leaf: Leaf[_Line], fixed: Mapping[str, object]
) -> Filling:
    def groups(draft: str, before: str, after: str) -> Safe:
        """The briefs with their lines; the mark of a draft and what stands around the outlets are markup."""
        made, root = [], leaf.root
        for _, lines in groupby(leaf.items, _slug):
            of_brief = tuple(lines)
            entry = entries.of(of_brief[0][0])
            told = names(site, people, _outlets(of_brief), _MANY)
            below = f"{entry.date} · {before}{told}{after}{draft if entry.draft else ''}"
            claims = [entry.line(root, origin.claim) for _, origin in of_brief]
            made.append(group(entry.head(root), below, claims))
        return Safe("".join(made))  # noqa: S704 - of entries and names, which are escaped

    records = [record for record, _ in leaf.items]
    ends = [origin.claim for _, origin in (leaf.items[0], leaf.items[-1])]
    return Filling(
        records,
        lambda: {**fixed, "groups": groups},
        lambda: (fixed, ends, site.states_of(records), [people.name(one) for one in _outlets(leaf.items)]),
    )


def _slug(line: _Line) -> str:
    return line[0].slug


def _view(site: Site, people: Register, party: Person, lines: Sequence[_Line], most: int) -> PartyView:
    return PartyView(
        person=party,
        claims=claims(len(lines), site.words),
        briefs=briefs(len({record.slug for record, _ in lines}), site.words),
        outlets=names(site, people, _outlets(lines), most),
    )


def _outlets(lines: Sequence[_Line]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(outlet for _, origin in lines for outlet in origin.outlets))
