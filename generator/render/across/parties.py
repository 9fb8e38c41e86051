"""Whom claims can be followed to: each party with the claims that it is the origin of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple, TypeAlias

from markupsafe import Markup as Safe

from generator.model.findings import Origin, Record
from generator.model.page import Page
from generator.render import links
from generator.render.across.filed import Filed, filed
from generator.render.across.paging import CLAIMS, LINES, Leaf, leaves
from generator.render.across.people import Person, Register, names, person
from generator.render.across.site import Head, Site, briefs, sheet
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


class InBrief(NamedTuple):
    """What of one brief stands on a page of the party: some of its claims, or all, and who reported them."""

    filed: Filed
    outlets: Safe
    claims: tuple[tuple[str, str], ...]
    """Address and text of each."""


def party_pages(site: Site, people: Register) -> Iterator[Page]:
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
        views = [
            _view(site, people, person(site, people, party, "parties"), found[party], _FEW)
            for party in leaf.items
        ]
        shows = [record for party in leaf.items for record, _ in found[party]]
        yield sheet(site, leaf, head, "parties.html", {"parties": views, "lead": lead}, shows)
    for party in parties:
        yield from _of(site, people, person(site, people, party, "parties"), found[party])


def followed(records: Sequence[Record]) -> dict[str, list[_Line]]:
    """The claims that can be followed to each party, in the order of `records`."""
    found: dict[str, list[_Line]] = {}
    for record in records:
        for origin in record.origins:
            found.setdefault(origin.party, []).append((record, origin))
    return found


# --- Private ---


def _of(site: Site, people: Register, party: Person, lines: Sequence[_Line]) -> Iterator[Page]:
    words = site.words
    head = Head(
        words.gettext("%(name)s as an origin", name=party.name),
        words.gettext("The claims that can be followed to %(name)s, and who reported them.", name=party.name),
    )
    fixed = {
        "party": _view(site, people, party, lines, _MANY),
        "is_outlet": party.id in people.outlets,
    }
    for leaf in leaves(links.party_folder(party.id), lines, CLAIMS):
        values = {**fixed, "groups": tuple(_groups(site, people, leaf))}
        yield sheet(site, leaf, head, "party.html", values, [record for record, _ in leaf.items])


def _view(site: Site, people: Register, party: Person, lines: Sequence[_Line], most: int) -> PartyView:
    return PartyView(
        person=party,
        claims=claims(len(lines), site.words),
        briefs=briefs(len({record.slug for record, _ in lines}), site.words),
        outlets=names(site, people, _outlets(lines), most),
    )


def _outlets(lines: Sequence[_Line]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(outlet for _, origin in lines for outlet in origin.outlets))


def _groups(site: Site, people: Register, leaf: Leaf[_Line]) -> Iterator[InBrief]:
    for _, lines in groupby(leaf.items, key=lambda line: line[0].slug):
        of_brief = tuple(lines)
        record = of_brief[0][0]
        at = links.claim_address(leaf.root, record.slug, "")
        yield InBrief(
            filed=filed(site, record, leaf.root),
            outlets=names(site, people, _outlets(of_brief), _MANY),
            claims=tuple((at + origin.claim, record.claims[origin.claim]) for _, origin in of_brief),
        )
