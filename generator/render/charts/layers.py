"""A graph without cycles in columns: each node right of all that lead to it, ordered so that edges cross little."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)

SWEEPS = 8
"""Passes to and fro; more of them have never made fewer crossings in our tests."""


@dataclass(frozen=True, slots=True)
class Place(Generic[Key]):
    """A place in a column: a node's, or a gap that an edge (`far` says to where) passes through."""

    key: Key
    far: Key | None = None
    column: int = 0


@dataclass(frozen=True, slots=True)
class Layers(Generic[Key]):
    """`columns` from left to right, each from top to bottom. `links` join places of neighbouring columns."""

    columns: tuple[tuple[Place[Key], ...], ...]
    links: tuple[tuple[Place[Key], Place[Key]], ...]
    routes: Mapping[tuple[Key, Key], tuple[Place[Key], ...]]
    """The places of each edge, from its node on the left to that on the right."""


def layers_of(nodes: Sequence[Key], edges: Sequence[tuple[Key, Key]]) -> Layers[Key]:
    """The graph in columns. Deterministic: of orders that cross equally often the first found stands.

    `nodes` in the order wanted where nothing else decides; `edges` from left to right, without cycles.
    """
    depth = _depths(nodes, edges)
    routes = {edge: _route(edge, depth) for edge in edges}
    links = tuple(dict.fromkeys(pair for route in routes.values() for pair in pairwise(route)))
    places = [Place(node, None, depth[node]) for node in nodes]
    between = [place for route in routes.values() for place in route[1:-1]]
    columns = [
        [place for place in (*places, *between) if place.column == number]
        for number in range(max(depth.values(), default=-1) + 1)
    ]
    best, fewest = columns, crossings(columns, links)
    for sweep in range(SWEEPS):
        if not fewest:
            break
        columns = _swept(columns, links, forward=sweep % 2 == 0)
        if (number := crossings(columns, links)) < fewest:
            best, fewest = columns, number
    return Layers(tuple(map(tuple, best)), links, routes)


def crossings(columns: Sequence[Sequence[Place[Key]]], links: Iterable[tuple[Place[Key], Place[Key]]]) -> int:
    """How many pairs of links cross."""
    row = {place: index for column in columns for index, place in enumerate(column)}
    by_gap: dict[int, list[tuple[int, int]]] = {}
    for left, right in links:
        by_gap.setdefault(left.column, []).append((row[left], row[right]))
    return sum(
        (a[0] - b[0]) * (a[1] - b[1]) < 0
        for pairs in by_gap.values()
        for index, a in enumerate(pairs)
        for b in pairs[:index]
    )


# --- Private ---


def _depths(nodes: Sequence[Key], edges: Sequence[tuple[Key, Key]]) -> dict[Key, int]:
    """The length of the longest path that leads to each node."""
    depth = dict.fromkeys(nodes, 0)
    for _ in nodes:
        for near, far in edges:
            depth[far] = max(depth[far], depth[near] + 1)
    return depth


def _route(edge: tuple[Key, Key], depth: Mapping[Key, int]) -> tuple[Place[Key], ...]:
    near, far = edge
    gaps = (Place(near, far, column) for column in range(depth[near] + 1, depth[far]))
    return Place(near, None, depth[near]), *gaps, Place(far, None, depth[far])


def _swept(
    columns: Sequence[Sequence[Place[Key]]], links: Sequence[tuple[Place[Key], Place[Key]]], *, forward: bool
) -> list[list[Place[Key]]]:
    """Each column in the order of the mean rows of what its places are linked to on one side."""
    made = [list(column) for column in columns]
    beside: dict[Place[Key], list[Place[Key]]] = {}
    for left, right in links:
        beside.setdefault(right if forward else left, []).append(left if forward else right)
    for number in range(len(made)) if forward else reversed(range(len(made))):
        row = {place: index for column in made for index, place in enumerate(column)}
        means = {
            place: sum(row[other] for other in beside[place]) / len(beside[place])
            if place in beside
            else float(row[place])
            for place in made[number]
        }
        made[number].sort(key=means.__getitem__)
    return made
