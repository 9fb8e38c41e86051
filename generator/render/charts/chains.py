"""The attribution chains of a brief as one graph: reports, who they had it from, and who those had it from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from generator.model.findings import Findings, ReportFinding
from generator.render.attribution import Name, attribution
from generator.render.cells import Column

Key: TypeAlias = tuple[str, ...]
"""What makes two nodes one: a source; a registered party; a describing text, told by one source of one party."""


@dataclass(frozen=True, slots=True)
class Node:
    """A source (with its column) or a party. `name` is `None` where nobody is named at all."""

    key: Key
    name: str | None
    column: Column | None
    is_registered: bool
    claims: int
    sources: int
    own: int
    """Claims that a source makes on its own authority; 0 for a party."""


@dataclass(frozen=True, slots=True)
class Edge:
    """`near` had it from `far`. `column` is that of the one source it was told by, `None` where there are several."""

    near: Key
    far: Key
    column: Column | None
    claims: int


@dataclass(frozen=True, slots=True)
class Chains:
    """The graph, which has no cycle: nodes and edges in the order in which the claims first name them."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def chains_of(findings: Findings, columns: tuple[Column, ...], most: int) -> Chains | None:
    """The graph of all reports; `None` where it has no edge or more than `most` nodes.

    A party whom one chain puts before and another behind a second one stands twice.
    """
    drawing = _Drawing()
    by_source = {column.source: column for column in columns}
    for claim in findings.claims:
        for report in claim.reports:
            drawing.add(findings, report, by_source[report.source], claim.claim.id)
            if len(drawing.nodes) > most:
                return None
    return drawing.finished() if drawing.edges else None


# --- Private ---


@dataclass(slots=True)
class _Told:
    """By which sources, and in which claims, a node or an edge is told of."""

    sources: dict[str, Column] = field(default_factory=dict)
    claims: set[str] = field(default_factory=set)
    own: set[str] = field(default_factory=set)

    def by(self, column: Column, claim: str) -> None:
        self.sources[column.source] = column
        self.claims.add(claim)


class _Drawing:
    """The graph while chains are added to it."""

    def __init__(self) -> None:
        self.nodes: dict[Key, tuple[Name | Column | None, _Told]] = {}
        self.edges: dict[tuple[Key, Key], _Told] = {}
        self.beyond: dict[Key, dict[Key, None]] = {}

    def add(self, findings: Findings, report: ReportFinding, column: Column, claim: str) -> None:
        told = attribution(findings.brief, report)
        here: list[Key] = [("source", column.source)]
        self._node(here[0], column).by(column, claim)
        places: list[tuple[Name | None, ...]] = list(told.chain)
        if told.unattributed:
            places.append((None,))
        if not places:
            self.nodes[here[0]][1].own.add(claim)
        for names in places:
            here = [self._follow(here, name, column, claim) for name in names]

    def _follow(self, near: list[Key], name: Name | None, column: Column, claim: str) -> Key:
        """The node of `name`, with an edge from each of `near`."""
        if name and name.party:
            far: Key = ("party", name.party)
        else:
            far = ("text", name.text if name else "", *near[0], *(() if name is None else (column.source,)))
        while any(self._reaches(far, key) for key in near):
            far = (*far, "again")
        self._node(far, name).by(column, claim)
        for key in near:
            self.edges.setdefault((key, far), _Told()).by(column, claim)
            self.beyond.setdefault(key, {})[far] = None
        return far

    def _node(self, key: Key, named: Name | Column | None) -> _Told:
        return self.nodes.setdefault(key, (named, _Told()))[1]

    def _reaches(self, start: Key, end: Key) -> bool:
        """Whether edges lead from `start` to `end`, or the two are one."""
        seen, waiting = {start}, [start]
        while waiting:
            here = waiting.pop()
            if here == end:
                return True
            further = self.beyond.get(here, {}).keys() - seen
            seen |= further
            waiting += further
        return False

    def finished(self) -> Chains:
        nodes = tuple(_node(key, named, told) for key, (named, told) in self.nodes.items())
        edges = tuple(
            Edge(near, far, _only(told.sources.values()), len(told.claims))
            for (near, far), told in self.edges.items()
        )
        return Chains(nodes, edges)


def _node(key: Key, named: Name | Column | None, told: _Told) -> Node:
    column = named if isinstance(named, Column) else None
    party = named if isinstance(named, Name) else None
    return Node(
        key=key,
        name=column.outlet if column else party.text if party else None,
        column=column,
        is_registered=bool(party and party.party),
        claims=len(told.claims),
        sources=len(told.sources),
        own=len(told.own),
    )


def _only(columns: Iterable[Column]) -> Column | None:
    first, *others = columns
    return None if others else first
