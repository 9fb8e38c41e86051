"""The lettering of an axis: which ticks have a label on a wide and on a narrow plot, so that none meets another."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

from generator.render.amounts import short_number
from generator.render.catalogue import Words
from generator.render.charts.lettering import cut, width

SIZE = 12.0
"""Letters of a tick, in pixels at the theme's usual root size."""

Widths: TypeAlias = tuple[float, float]

AMOUNTS: Widths = (320.0, 264.0)
"""Figures: the least width of a plot beside its labels, and of one below them on a screen of 320 pixels."""

DATES: Widths = (280.0, 200.0)
"""The timeline, which no phone shows: the least width of its plot on a wide screen and on a narrower one."""

GAP = 10.0
"""The least distance between two labels."""

MARGIN = 8.0
"""What a label may take on either side of the plot; the style sheet leaves as much free."""

Hold: TypeAlias = Literal["start", "middle", "end"]
"""Which part of a label stands at its tick: SVG's `text-anchor`."""

Shown: TypeAlias = Literal["always", "wide", "never"]
"""On which plots."""

_LONGEST = 110.0
"""No label is wider, so that one at either end stays within the plot."""


class Tick(NamedTuple):
    """A line across the plot, 0 to 100, and its label. `shown` is where: `always`, `wide` plots only, or `never`."""

    at: float
    text: str
    hold: Hold
    shown: Shown

    def reach(self, plot: float) -> tuple[float, float]:
        """From where to where the label goes on a plot so many pixels wide."""
        return _reach(self.at, width(self.text, SIZE), self.hold, plot)


def lettered(places: Sequence[float], texts: Sequence[str], plots: Widths = AMOUNTS) -> tuple[Tick, ...]:
    """The ticks at `places` (ascending), their labels within the plot and apart from each other, wide and narrow."""
    widest, least = plots
    labels = list(map(_label, texts))
    holds = [_hold(at, size, least) for at, (_, size) in zip(places, labels, strict=True)]
    sized = [(at, size, hold) for at, (_, size), hold in zip(places, labels, holds, strict=True)]
    wide = _every([_reach(at, size, hold, widest) for at, size, hold in sized], 1)
    narrow = _every([_reach(at, size, hold, least) for at, size, hold in sized], wide)
    return tuple(
        Tick(at, text, hold, _shown(index, wide, narrow))
        for index, (at, (text, _), hold) in enumerate(zip(places, labels, holds, strict=True))
    )


def amount_words(amounts: Sequence[Decimal], words: Words) -> tuple[str, ...]:
    """The amounts of an axis as the page's language writes them, the long ones shorter ("20 million", "5 × 10²¹")."""
    return tuple(short_number(amount, words) if amount else "0" for amount in amounts)


# --- Private ---


@lru_cache(maxsize=4096)
def _label(text: str) -> tuple[str, float]:
    """The text as far as it has room, and its width."""
    short = cut(text, SIZE, _LONGEST)
    return short, width(short, SIZE)


def _hold(at: float, size: float, plot: float) -> Hold:
    half = size / 2 - MARGIN
    place = at / 100 * plot
    return "start" if place < half else "end" if plot - place < half else "middle"


def _reach(at: float, size: float, hold: Hold, plot: float) -> tuple[float, float]:
    place = at / 100 * plot
    start = place if hold == "start" else place - (size / 2 if hold == "middle" else size)
    return start, start + size


def _every(reaches: Sequence[tuple[float, float]], step: int) -> int:
    """The least multiple of `step` such that the labels of every so-manieth tick keep apart."""
    every = step
    while every < len(reaches) and not _are_apart(reaches[::every]):
        every += step
    return every


def _are_apart(reaches: Sequence[tuple[float, float]]) -> bool:
    return all(left[1] + GAP <= right[0] for left, right in pairwise(reaches))


def _shown(index: int, wide: int, narrow: int) -> Shown:
    return "never" if index % wide else "wide" if index % narrow else "always"
