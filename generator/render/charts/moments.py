"""The dates of a timeline on one line: a mark for a day, a bar for longer, an arrow where there is no end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.dates import Date
from generator.render.catalogue import Words
from generator.render.charts.calendar import Line, line_of
from generator.render.charts.ticks import DATES, Tick, lettered


@dataclass(frozen=True, slots=True)
class Stretch:
    """One date on the line, 0 to 100: from `start` to `end` as written, widened for `~` and `?` to `early`, `late`.

    An open end reaches the end of the line and has an arrow.
    """

    start: float
    end: float
    early: float
    late: float
    arrow_start: bool
    arrow_end: bool

    @property
    def is_wider(self) -> bool:
        """Whether doubt makes it longer than it is written."""
        return (self.early, self.late) != (self.start, self.end)


@dataclass(frozen=True, slots=True)
class DateLine:
    """The dates drawn, in the order they were given, and the ticks that they share."""

    ticks: tuple[Tick, ...]
    stretches: tuple[Stretch, ...]


def date_line(dates: Sequence[Date], words: Words) -> DateLine | None:
    """The dates on one line; `None` where they give fewer than two days to set apart."""
    ends = [(date.start, date.end) for date in dates]
    written = [(date.written_start, date.written_end) for date in dates]
    days = [day for pair in (*ends, *written) for day in pair if day is not None]
    line = line_of(
        days,
        open_before=any(start is None for start, _ in written),
        open_after=any(end is None for _, end in written),
    )
    if line is None:
        return None
    ticks = line.ticks(words)
    return DateLine(
        lettered([line.at(day) for day, _ in ticks], [text for _, text in ticks], DATES),
        tuple(_stretch(date, line) for date in dates),
    )


# --- Private ---


def _stretch(date: Date, line: Line) -> Stretch:
    return Stretch(
        start=line.at(date.written_start) if date.written_start else 0.0,
        end=line.at(date.written_end) if date.written_end else 100.0,
        early=line.at(date.start) if date.start else 0.0,
        late=line.at(date.end) if date.end else 100.0,
        arrow_start=date.written_start is None,
        arrow_end=date.written_end is None,
    )
