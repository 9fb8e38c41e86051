"""Heights of places in columns: near what they are linked to, in order, and apart from each other."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

from generator.render.charts.layers import Layers, Place

Key = TypeVar("Key", bound=Hashable)

GAP = 16.0
"""Between the edges of two neighbours in a column."""

PASSES = 6


def stacked(layers: Layers[Key], heights: Mapping[Place[Key], float]) -> dict[Place[Key], float]:
    """The middle of each place: in the order of its column, `GAP` or more from its neighbours."""
    middles: dict[Place[Key], float] = {}
    for column in layers.columns:
        middles.update(apart([0.0] * len(column), column, heights))
    for number in range(PASSES):
        ordered = layers.columns if number % 2 == 0 else layers.columns[::-1]
        beside = _beside(layers, rightward=number % 2 == 0)
        for column in ordered:
            wanted = [_mean([middles[other] for other in beside.get(place, [place])]) for place in column]
            middles.update(apart(wanted, column, heights))
    return middles


def apart(
    wanted: Sequence[float], column: Sequence[Place[Key]], heights: Mapping[Place[Key], float]
) -> dict[Place[Key], float]:
    """The middles nearest to those `wanted` (least squares, by pooling neighbours that want each other's room)."""
    offsets = [0.0]
    for upper, lower in pairwise(column):
        offsets.append(offsets[-1] + (heights[upper] + heights[lower]) / 2 + GAP)
    pools: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=False):
        pool = (want - offset, 1)
        while pools and pools[-1][0] / pools[-1][1] > pool[0] / pool[1]:
            pool = (pools[-1][0] + pool[0], pools[-1][1] + pool[1])
            pools.pop()
        pools.append(pool)
    levels = [total / size for total, size in pools for _ in range(size)]
    return {place: level + offset for place, level, offset in zip(column, levels, offsets, strict=False)}


# --- Private ---


def _beside(layers: Layers[Key], *, rightward: bool) -> dict[Place[Key], list[Place[Key]]]:
    """What each place is linked to in the column before it, going to the right or to the left."""
    beside: dict[Place[Key], list[Place[Key]]] = {}
    for left, right in layers.links:
        beside.setdefault(right if rightward else left, []).append(left if rightward else right)
    return beside


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
