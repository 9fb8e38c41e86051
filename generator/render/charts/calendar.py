"""An axis for dates, over any years: days as whole numbers, and ticks on days, months or years by the span."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from babel.dates import format_skeleton

from generator.model.days import Day
from generator.render.catalogue import Words

_MOST_TICKS = 6
_PARTS = 200
"""Of a day, by which the ends of a line are counted."""

_BESIDE, _BEYOND = 8, 25
"""What is left free beside the outermost day, and where an interval goes on without an end; so many of those parts
for each day of the span."""

_YEAR, _MONTH = 365, 30
_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6)
_MONDAY = 5
"""A Monday, counted as `number` counts."""


@dataclass(frozen=True, slots=True)
class Line:
    """The days from `first` to `last`, numbered, in parts of a day (`_PARTS`), as a line from 0 to 100."""

    first: int
    last: int

    def at(self, day: Day) -> float:
        """Where a day lies, rising with the day; one beyond an end lies at that end."""
        above, span = number(day) * _PARTS - self.first, self.last - self.first
        return round(100 * min(max(above, 0), span) / span, 2)

    def holds(self, day: Day) -> bool:
        """Whether a day is on the line."""
        return self.first <= number(day) * _PARTS <= self.last

    def ticks(self, words: Words) -> tuple[tuple[Day, str], ...]:
        """Days in order, all of them on the line, with what the page calls the day, month or year there."""
        for unit, step in _steps(self.last - self.first):
            days = tuple(day for day in _every(self, unit, step) if self.holds(day))
            if len(days) <= _MOST_TICKS:
                return tuple((day, _words(day, unit, words)) for day in days)
        return ()


def line_of(days: Sequence[Day], *, open_before: bool, open_after: bool) -> Line | None:
    """The line on which all of `days` lie, with room for arrows; `None` where they are fewer than two."""
    if len(set(days)) < 2:
        return None
    first, last = number(min(days)), number(max(days))
    span = last - first
    return Line(
        first * _PARTS - span * (_BEYOND if open_before else _BESIDE),
        last * _PARTS + span * (_BEYOND if open_after else _BESIDE),
    )


def number(day: Day) -> int:
    """The day counted from 1 March of the year 0 in the proleptic Gregorian calendar (ISO 8601)."""
    year, month, day_of_month = day
    year, month = (year, month - 3) if month > 2 else (year - 1, month + 9)
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month + 2) // 5 + day_of_month - 1


# --- Private ---


def _steps(span: int) -> Iterator[tuple[str, int]]:
    """Units and their multiples, finest first, from the first that can be few enough."""
    if span < _DAY_STEPS[-1] * _MOST_TICKS * _PARTS:
        yield from (("day", step) for step in _DAY_STEPS)
    if span < _MONTH_STEPS[-1] * _MONTH * (_MOST_TICKS + 1) * _PARTS:
        yield from (("month", step) for step in _MONTH_STEPS)
    power = 10 ** (len(str(span // (_YEAR * _MOST_TICKS * _PARTS))) - 1)
    yield from (("year", power * step) for step in (1, 2, 5, 10, 20, 50))


def _every(line: Line, unit: str, step: int) -> Iterator[Day]:
    """The days at whole multiples of the step, from before the line's start until after its end."""
    first, last = line.first // _PARTS, line.last // _PARTS + 1
    if unit == "day":
        start = first - (first - _MONDAY) % step
        yield from (_day(count) for count in range(start, last + 1, step))
        return
    if unit == "month":
        begin, end = (year * 12 + month - 1 for year, month, _ in (_day(first), _day(last)))
        yield from ((m // 12, m % 12 + 1, 1) for m in range(begin - begin % step, end + 1, step))
        return
    begin, end = _day(first)[0], _day(last)[0]
    yield from ((year, 1, 1) for year in range(begin - begin % step, end + 1, step))


def _day(count: int) -> Day:
    """The day that `number` counts so."""
    era, of_era = divmod(count, 146_097)
    year = (of_era - of_era // 1_460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    month = (5 * of_year + 2) // 153
    day = of_year - (153 * month + 2) // 5 + 1
    return era * 400 + year + (month > 9), month + 3 if month < 10 else month - 9, day


@lru_cache(maxsize=1024)
def _words(day: Day, unit: str, words: Words) -> str:
    year, month, day_of_month = day
    if unit == "year" or not 1 <= year <= 9999:
        return str(year).replace("-", "−")
    skeleton = "MMMd" if unit == "day" else "yMMM"
    return format_skeleton(skeleton, datetime.date(year, month, day_of_month), locale=words.locale)
