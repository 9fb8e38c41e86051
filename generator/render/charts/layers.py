"""A graph without cycles in columns: each node right of all that lead to it, ordered so that edges cross little."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

Key = TypeVar("Key", bound=Hashable)

SWEEPS = 8
"""Passes to and fro; more of them have never made fewer crossings in our tests."""


class Place(NamedTuple, Generic[Key]):
    """A place in a column: a node's, or a gap that an edge (`far` says to where) passes through.

    A plain tuple, as each is looked up hundreds of times.
    """

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
    return Layers(tuple(map(tuple, _untangled(columns, links))), links, routes)


def crossings(columns: Sequence[Sequence[Place[Key]]], links: Iterable[tuple[Place[Key], Place[Key]]]) -> int:
    """How many pairs of links cross."""
    row = {place: index for column in columns for index, place in enumerate(column)}
    by_gap: dict[int, list[tuple[int, int]]] = {}
    for left, right in links:
        by_gap.setdefault(left.column, []).append((row[left], row[right]))
    return sum(map(_inversions, by_gap.values()))


# --- Private ---


def _depths(nodes: Sequence[Key], edges: Sequence[tuple[Key, Key]]) -> dict[Key, int]:
    """The length of the longest path that leads to each node."""
    depth = dict.fromkeys(nodes, 0)
    for _ in nodes:
        before = depth.copy()
        for near, far in edges:
            depth[far] = max(depth[far], depth[near] + 1)
        if depth == before:
            break
    return depth


def _route(edge: tuple[Key, Key], depth: Mapping[Key, int]) -> tuple[Place[Key], ...]:
    near, far = edge
    gaps = (Place(near, far, column) for column in range(depth[near] + 1, depth[far]))
    return Place(near, None, depth[near]), *gaps, Place(far, None, depth[far])


def _untangled(
    columns: list[list[Place[Key]]], links: Sequence[tuple[Place[Key], Place[Key]]]
) -> list[list[Place[Key]]]:
    """The columns, each in the order in which the fewest links cross, of those that sweeps to and fro find.

    Places go by their numbers: to look a number up takes no time.
    """
    places = [place for column in columns for place in column]
    number = {place: index for index, place in enumerate(places)}
    joined = [(number[left], number[right]) for left, right in links]
    before, behind = _beside(len(places), joined)
    gaps: dict[int, list[tuple[int, int]]] = {}
    for left, right in joined:
        gaps.setdefault(places[left].column, []).append((left, right))
    order = [[number[place] for place in column] for column in columns]
    rows = [row for column in order for row in range(len(column))]
    best, fewest = order, _crossings(gaps.values(), rows)
    for sweep in range(SWEEPS):
        if not fewest:
            break
        order = _swept(order, rows, before if sweep % 2 == 0 else behind, forward=sweep % 2 == 0)
        if (crossed := _crossings(gaps.values(), rows)) < fewest:
            best, fewest = order, crossed
    return [[places[index] for index in column] for column in best]


def _beside(number: int, links: Iterable[tuple[int, int]]) -> tuple[list[list[int]], list[list[int]]]:
    """For each place those that it is linked to on its left, and those on its right."""
    before: list[list[int]] = [[] for _ in range(number)]
    behind: list[list[int]] = [[] for _ in range(number)]
    for left, right in links:
        before[right].append(left)
        behind[left].append(right)
    return before, behind


def _swept(
    order: Sequence[Sequence[int]], rows: list[int], beside: Sequence[Sequence[int]], *, forward: bool
) -> list[list[int]]:
    """Each column in the order of the mean rows of what its places are linked to on one side; `rows` follow."""
    made = [list(column) for column in order]
    for column in made if forward else reversed(made):
        means = {
            place: sum(rows[other] for other in beside[place]) / len(beside[place])
            if beside[place]
            else float(rows[place])
            for place in column
        }
        column.sort(key=means.__getitem__)
        for row, place in enumerate(column):
            rows[place] = row
    return made


def _crossings(gaps: Iterable[Iterable[tuple[int, int]]], rows: Sequence[int]) -> int:
    return sum(_inversions([(rows[left], rows[right]) for left, right in gap]) for gap in gaps)


def _inversions(pairs: Sequence[tuple[int, int]]) -> int:
    """How many pairs of them are in one order on the left and in the other on the right."""
    ends: list[int] = []
    crossed = 0
    for _, right in sorted(pairs):
        place = bisect_right(ends, right)
        crossed += len(ends) - place
        ends.insert(place, right)
    return crossed
