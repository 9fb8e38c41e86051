"""The strip of a brief's claims by status: plain counts, and a bar in proportion without any style of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.model.findings import Status
from generator.render.catalogue import Words
from generator.render.wording import slug_of, status_meaning, status_of_several

_WIDTH = 1000
_GAP = 4


@dataclass(frozen=True, slots=True)
class Stretch:
    """One status of the strip. `x` and `width` are in a bar 1000 wide; `word` stands behind `number`."""

    word: str
    slug: str
    meaning: str
    number: int
    x: int
    width: int


def strip(counts: Mapping[str, int], words: Words) -> tuple[Stretch, ...]:
    """The statuses that occur, in the order of `Status`, in proportion to their counts."""
    return _strip(
        tuple((status, counts[status.value]) for status in Status if counts.get(status.value)), words
    )


# --- Private ---


@lru_cache(maxsize=1024)
def _strip(occurring: tuple[tuple[Status, int], ...], words: Words) -> tuple[Stretch, ...]:
    """Many briefs have the same few numbers."""
    total = sum(number for _, number in occurring)
    stretches: list[Stretch] = []
    before = 0
    for status, number in occurring:
        x, end = _WIDTH * before // total, _WIDTH * (before + number) // total
        gap = 0 if before + number == total else _GAP
        word, meaning = status_of_several(status, number, words), status_meaning(status, words)
        stretches.append(Stretch(word, slug_of(status), meaning, number, x, max(end - x - gap, 1)))
        before += number
    return tuple(stretches)
