"""The lines of a diagram: where on a box they end, and how they run from column to column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

Key = TypeVar("Key")

APART = 7.0
"""Between two lines that end on one side of a box, where it is high enough."""

_CORNER = 8.0


def ports(ends: Sequence[tuple[Key, float]], sides: Mapping[Key, tuple[float, float]]) -> tuple[float, ...]:
    """Where on the side of its box each line ends.

    `ends` gives for each line its box and the level that it comes from: lines on one box stand in the order of
    these, so that they don't cross there. `sides` gives the middle and the height of each box.
    """
    placed = [0.0] * len(ends)
    by_box: dict[Key, list[int]] = {}
    for number in sorted(range(len(ends)), key=lambda number: ends[number][1]):
        by_box.setdefault(ends[number][0], []).append(number)
    for box, numbers in by_box.items():
        middle, height = sides[box]
        step = min(APART, (height - 2 * _CORNER) / max(len(numbers) - 1, 1))
        for place, number in enumerate(numbers):
            placed[number] = round(middle + (place - (len(numbers) - 1) / 2) * step, 1)
    return tuple(placed)


def path_of(points: Sequence[tuple[float, float]]) -> str:
    """The SVG path through `points`: an S-curve from the first to the second, level to the third, and so on in turn.

    The handles of a curve stand half-way between its ends, so that it stays between them.
    """
    (x, y), *rest = points
    path = [f"M{x:g} {y:g}"]
    for number, (to_x, to_y) in enumerate(rest):
        if number % 2:
            path.append(f"H{to_x:g}")
        else:
            half = round((x + to_x) / 2, 1)
            path.append(f"C{half:g} {y:g} {half:g} {to_y:g} {to_x:g} {to_y:g}")
        x, y = to_x, to_y
    return "".join(path)
