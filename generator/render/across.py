"""What the briefs together say of outlets and of parties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.findings import Origin, Outlet, Record
from generator.render import links


@dataclass(frozen=True, slots=True)
class Reported:
    """One article of an outlet."""

    address: str
    title: str
    published: str | None
    brief: str
    brief_address: str
    alone: int
    shared: int
    denied: int


@dataclass(frozen=True, slots=True)
class OutletView:
    """An outlet with its articles, newest brief first."""

    party: str
    name: str
    reported: tuple[Reported, ...]

    @property
    def alone(self) -> int:
        """Claims that it alone reported."""
        return sum(article.alone for article in self.reported)

    @property
    def shared(self) -> int:
        """Claims that it reported with others."""
        return sum(article.shared for article in self.reported)

    @property
    def denied(self) -> int:
        """Claims that it denied or questioned."""
        return sum(article.denied for article in self.reported)


@dataclass(frozen=True, slots=True)
class OriginView:
    """A claim that can be followed to a party."""

    claim: str
    address: str
    outlets: tuple[str, ...]
    brief: str


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party with the claims that can be followed to it."""

    party: str
    name: str
    origins: tuple[OriginView, ...]
    briefs: int
    outlets: tuple[str, ...]


def outlets(records: Sequence[Record], root: str) -> tuple[OutletView, ...]:
    """The outlets by name."""
    found: dict[str, list[tuple[Record, Outlet]]] = {}
    for record in records:
        for outlet in record.outlets:
            found.setdefault(outlet.party, []).append((record, outlet))
    views = [
        OutletView(party, articles[0][1].name, tuple(_reported(record, o, root) for record, o in articles))
        for party, articles in found.items()
    ]
    return tuple(sorted(views, key=lambda view: (view.name.casefold(), view.party)))


def parties(records: Sequence[Record], root: str) -> tuple[PartyView, ...]:
    """The parties, those of most claims first."""
    found: dict[str, list[tuple[Record, Origin]]] = {}
    for record in records:
        for origin in record.origins:
            found.setdefault(origin.party, []).append((record, origin))
    views = [_party(party, origins, root) for party, origins in found.items()]
    return tuple(sorted(views, key=lambda view: (-len(view.origins), view.name.casefold(), view.party)))


# --- Private ---


def _reported(record: Record, outlet: Outlet, root: str) -> Reported:
    address = links.brief_address(root, record.slug)
    return Reported(
        address=f"{address}{outlet.source}/",
        title=outlet.title,
        published=outlet.published,
        brief=record.title,
        brief_address=address,
        alone=outlet.alone,
        shared=outlet.shared,
        denied=outlet.denied,
    )


def _party(party: str, origins: Sequence[tuple[Record, Origin]], root: str) -> PartyView:
    return PartyView(
        party=party,
        name=origins[0][1].name,
        origins=tuple(
            OriginView(
                claim=origin.text,
                address=f"{links.brief_address(root, record.slug)}#{links.claim_anchor(origin.claim)}",
                outlets=origin.outlets,
                brief=record.title,
            )
            for record, origin in origins
        ),
        briefs=len({record.slug for record, _ in origins}),
        outlets=tuple(dict.fromkeys(name for _, origin in origins for name in origin.outlets)),
    )
