"""The passage of a text that is nearest to a quote which doesn't stand there. For messages only: never an anchor."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from heapq import nlargest
from itertools import islice
from typing import TYPE_CHECKING, cast

from generator.anchor.difference import difference
from generator.model.source import Span
from generator.model.text import Canonical

if TYPE_CHECKING:
    from rapidfuzz.distance import ScoreAlignment

_CELL = 1000
"""Code points of folded text in one cell of the index."""

_LONGEST = 300
"""Code points of a quote that are aligned; a longer one is found by its beginning."""

_CELLS_TRIED = 3
_LIKE_ENOUGH = 0.5

_UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff"
WORD = re.compile(f"[{_UNSPACED}]|[^\\W_{_UNSPACED}]+")
"""A word, or one character of a script that is written without spaces."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The nearest passage in code points of the canonical text, and how the quote differs from it."""

    span: Span
    wording: str


@dataclass(slots=True)
class Index:
    """Which words stand in which cell of a text, so that only a few cells are aligned with a quote."""

    text: Canonical
    cells: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for match in WORD.finditer(self.text.folded.text):
            cells = self.cells[match[0].casefold()]
            number = match.start() // _CELL
            if not cells or cells[-1] != number:
                cells.append(number)

    def nearest(self, quote: str) -> Nearest | None:
        """The passage most like the folded `quote`, or `None` where nothing is like it."""
        from rapidfuzz import fuzz  # noqa: PLC0415 - only an error needs it

        text = self.text.folded.text
        found: tuple[float, Span, str] | None = None
        for window in self._windows(quote):
            passage = window.of(text)
            # None only below a score that is asked for, and none is.
            aligned = cast(
                "ScoreAlignment",
                fuzz.partial_ratio_alignment(quote[:_LONGEST].casefold(), passage.casefold()),
            )
            reach = len(quote) - min(len(quote), _LONGEST)
            start = _word_start(text, window.start + aligned.dest_start - 40, window)
            end = _word_end(text, window.start + aligned.dest_end + reach + 40, window)
            differs = difference(quote, text[start:end])
            if found is None or differs.likeness > found[0]:
                span = Span(start + differs.span.start, start + differs.span.end)
                found = (differs.likeness, span, differs.wording)
        if found is None or found[0] < _LIKE_ENOUGH:
            return None
        return Nearest(self.text.folded.span(found[1].start, found[1].end), found[2])

    def _windows(self, quote: str) -> list[Span]:
        """The stretches of the folded text that share most with the quote; a rare word counts more."""
        scores: dict[int, float] = defaultdict(float)
        for word in islice(dict.fromkeys(WORD.findall(quote[:_LONGEST].casefold())), 60):
            cells = self.cells.get(word, [])
            for cell in cells:
                scores[cell] += 1 / len(cells)
        around = min(len(quote), 4 * _LONGEST)
        best = nlargest(_CELLS_TRIED, scores, key=scores.__getitem__)
        length = len(self.text.folded.text)
        return [
            Span(max(0, cell * _CELL - around), min(length, (cell + 1) * _CELL + around)) for cell in best
        ]


def _word_start(text: str, position: int, window: Span) -> int:
    """The start of the word at `position`, or of the window."""
    before = text[window.start : max(window.start, position)]
    return window.start + len(before) - len(before.rpartition(" ")[2])


def _word_end(text: str, position: int, window: Span) -> int:
    """The end of the word at `position`, or of the window."""
    start = min(window.end, position)
    return start + len(text[start : window.end].partition(" ")[0])
