"""EDTF dates (ISO 8601-2:2019, Annex A) as closed intervals of days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.model.days import MONTHS, Day, after, before, days_in, first_of, iso, last_of, possible

NO_DATE = "not a date in EDTF (ISO 8601-2): write 2025-02-08, 2025-02 or 2025-02~"
_MAX_LENGTH = 80

_UNITS = {
    "month": 1, "season": 3, "quarter": 3, "quadrimester": 4, "semester": 6,
    "year": 12, "decade": 120, "century": 1_200, "millennium": 12_000,
}  # fmt: skip
"""Months of each unit that is one or more whole months."""

_SEASONS = {
    **{21 + i: ("season", 3 + 3 * i, 3) for i in range(4)},  # product.md: the northern three months
    **{25 + i: ("season", 3 + 3 * i, 3) for i in range(4)},  # northern, said so
    **{29 + i: ("season", (9, 12, 3, 6)[i], 3) for i in range(4)},  # southern
    **{33 + i: ("quarter", 1 + 3 * i, 3) for i in range(4)},
    **{37 + i: ("quadrimester", 1 + 4 * i, 4) for i in range(3)},
    **{40 + i: ("semester", 1 + 6 * i, 6) for i in range(2)},
}
"""Divisions of a year (ISO 8601-2, 4.8): unit, first month, months. 24 and 28 end in the next year."""

_ONE = re.compile(
    r"(?P<q0>[?~%]?)(?P<year>-?[0-9X]{4})(?P<q1>[?~%]?)"
    r"(?:-(?P<q2>[?~%]?)(?P<month>[0-9X]{2})(?P<q3>[?~%]?)"
    r"(?:-(?P<q4>[?~%]?)(?P<day>[0-9X]{2})(?P<q5>[?~%]?)(?P<time>T.+)?)?)?"
)
_TIME = re.compile(
    r"T([01][0-9]|2[0-4])(?::?([0-5][0-9])(?::?([0-5][0-9]|60)(?:[.,][0-9]{1,9})?)?)?"
    r"(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?"
)
_LONG_YEAR = re.compile(
    r"(?:Y(?P<long>-?[1-9][0-9]{4,11})|Y(?P<base>-?[1-9][0-9]{0,4})E(?P<exponent>[1-9])|(?P<short>-?[1-9][0-9]{3}))"
    r"(?:S(?P<significant>[1-9][0-9]?))?"
)
_LOOSE = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")


class _DateError(Exception):
    """What is wrong with a date, in words for its author."""


@dataclass(frozen=True, slots=True)
class Date:
    """A date as written, and the days it may be.

    `start` and `end` are the first and last day (closed), `None` where open or unknown, after widening for
    `~`, `?` and `%`; `written_start` and `written_end` are the same before widening. `precision` is `day`,
    `month`, `season`, `quarter`, `quadrimester`, `semester`, `year`, `decade`, `century`, `millennium`, or
    `interval`. `season` is its number by ISO 8601-2, 4.8 (21 to 41).
    """

    text: str
    start: Day | None
    end: Day | None
    written_start: Day | None
    written_end: Day | None
    precision: str
    approximate: bool = False
    uncertain: bool = False
    season: int | None = None

    def overlaps(self, other: Date) -> bool:
        """Whether some day may be both. An open or unknown end reaches any day."""
        return _not_after(self.start, other.end) and _not_after(other.start, self.end)

    @property
    def first_day(self) -> str:
        """The first day as written, ISO 8601, for sorting; of an open start the last day."""
        return iso(self.written_start or self.written_end or (0, 1, 1))

    @property
    def sort_key(self) -> tuple[Day, Day]:
        """The first and the last day as written: dates with one first day stand shortest first."""
        start = self.written_start or self.written_end or (0, 1, 1)
        return start, self.written_end or (10**12, 1, 1)


@lru_cache(maxsize=8192)
def parse_date(text: str) -> tuple[Date | None, str]:
    """The date that `text` writes and `""`, or `None` and what is wrong with it.

    Levels 0 and 1 of EDTF; of level 2 unspecified digits anywhere, qualified parts, divisions of a year, long years
    and significant digits. Sets are faults: they are several dates. A date-time counts as its day.
    `~`, `?` and `%` widen by one unit of the date's precision on either side (product.md, "Comparison"),
    in an interval each end outward by its own.
    """
    text = text.strip()
    try:
        return (_interval(text) if "/" in text else _one(text)), ""
    except _DateError as fault:
        return None, str(fault)


def _not_after(start: Day | None, end: Day | None) -> bool:
    return start is None or end is None or start <= end


# --- Intervals ---

_OPEN = Date("..", None, None, None, None, "interval")


def _interval(text: str) -> Date:
    ends = text.split("/")
    if len(ends) != 2 or text == "/":
        raise _DateError(NO_DATE)
    first, last = (_OPEN if end in ("", "..") else _one(end) for end in ends)
    if not _not_after(first.written_start, last.written_end):
        raise _DateError(f"this interval ends before it starts: write {ends[1]}/{ends[0]}")
    return Date(
        text, first.start, last.end, first.written_start, last.written_end, "interval",
        first.approximate or last.approximate,
        first.uncertain or last.uncertain,
    )  # fmt: skip


# --- One date ---


def _one(text: str) -> Date:
    if len(text) > _MAX_LENGTH:
        raise _DateError(NO_DATE)
    if text[:1] in ("[", "{"):
        raise _DateError("a set is several dates: write one date, or an interval such as 2024-03/2024-05")
    match = _ONE.fullmatch(text)
    if match is None:
        long = _LONG_YEAR.fullmatch(text)
        return _long_year(long) if long else _refused(text)
    if match["time"]:
        _check_time(match["time"])
    season = _season_of(match)
    start, end = _season_bounds(match["year"], season) if season else _bounds(match)
    marks = "".join(match[f"q{i}"] or "" for i in range(6))
    unit = max((_unit(match, level) for level in _qualified(match)), key=_months, default="")
    wide_start, wide_end = _widened(start, end, unit)
    return Date(
        text, wide_start, wide_end, start, end,
        _unit(match, 2 if match["day"] else 1 if match["month"] else 0),
        approximate="~" in marks or "%" in marks,
        uncertain="?" in marks or "%" in marks,
        season=season,
    )  # fmt: skip


def _refused(text: str) -> Date:
    if loose := _LOOSE.fullmatch(text):
        year, month, day = loose.groups()
        raise _DateError(f"not a date in EDTF (ISO 8601-2): write {year}-{month:0>2}-{day:0>2}")
    raise _DateError(NO_DATE)


def _check_time(time: str) -> None:
    match = _TIME.fullmatch(time)
    if match is None or (match[1] == "24" and {match[2], match[3]} - {"00", None}):
        raise _DateError(f"there is no time {time[1:]}: write T14:30 or T14:30:00Z, or the day alone")


def _season_of(match: re.Match[str]) -> int | None:
    month = match["month"]
    if not month or "X" in month or 1 <= int(month) <= 12:
        return None
    if int(month) not in _SEASONS:
        year = match["year"]
        raise _DateError(
            f"there is no month {month}: write {year}-01 to {year}-12, or {year}-21 (spring) to {year}-24 (winter)"
        )
    if match["day"]:
        raise _DateError(f"a season has no days: write {match['year']}-{month}, or the month and day")
    return int(month)


def _season_bounds(year: str, season: int) -> tuple[Day | None, Day | None]:
    if year == "XXXX":
        return None, None
    years = _years(year)
    _, first, months = _SEASONS[season]
    return first_of(years[0], first), last_of(years[-1], first + months - 1)


def _bounds(match: re.Match[str]) -> tuple[Day | None, Day | None]:
    """The first and last day of the calendar that the digits allow; `XXXX` is any year."""
    found = _extent(match["year"], match["month"] or "XX", match["day"] or "XX")
    if found is None:
        raise _DateError(_no_such_day(match))
    return (None, None) if match["year"] == "XXXX" else found


@lru_cache(maxsize=4096)
def _extent(year: str, month: str, day: str) -> tuple[Day, Day] | None:
    """The first and last day of the calendar among all that the digits allow; many dates differ in marks alone."""
    years, months, days = _years(year), _numbers(month, 12), _numbers(day, 31)
    first = next(possible(years, months, days), None)
    last = next(possible(reversed(years), reversed(months), reversed(days)), None)
    return (first, last) if first and last else None


def _years(year: str) -> list[int]:
    """Ascending: 202X is 2020 to 2029, -001X is -19 to -10."""
    sign, digits = (-1, year[1:]) if year[0] == "-" else (1, year)
    return sorted(sign * number for number in _numbers(digits, 9999, least=0))


def _numbers(pattern: str, most: int, least: int = 1) -> list[int]:
    """The numbers from `least` to `most` that the digits allow; X is any digit."""
    numbers = [0]
    for digit in pattern:
        digits = range(10) if digit == "X" else (int(digit),)
        numbers = [10 * number + last for number in numbers for last in digits]
    return [number for number in numbers if least <= number <= most]


def _no_such_day(match: re.Match[str]) -> str:
    year, month, day = match["year"], match["month"], match["day"]
    if "X" in f"{year}{month}" or not day:
        return f"there is no {year}-{month}" + (f"-{day}" if day else "")
    length = days_in(int(year), int(month))
    return f"there is no {year}-{month}-{day}: {MONTHS[int(month) - 1]} {year} has {length} days"


# --- Width ---


def _qualified(match: re.Match[str]) -> list[int]:
    """The parts with a mark: 0 year, 1 month, 2 day. A mark to the right covers all before it."""
    return [level for level in range(3) if match[f"q{2 * level}"] or match[f"q{2 * level + 1}"]]


def _unit(match: re.Match[str], level: int) -> str:
    """The unit of the date when read down to `level`; digits that are not specified make it coarser."""
    unspecified = match["year"].count("X")
    if unspecified:
        return ("decade", "century", "millennium", "interval")[unspecified - 1]
    if level == 0 or "X" in match["month"]:
        return "year"
    if int(match["month"]) in _SEASONS:
        return _SEASONS[int(match["month"])][0]
    return "month" if level == 1 or "X" in match["day"] else "day"


def _months(unit: str) -> int:
    return _UNITS.get(unit, 0)


def _widened(start: Day | None, end: Day | None, unit: str) -> tuple[Day | None, Day | None]:
    days = 1 if unit == "day" else 0
    months = _months(unit)
    return (
        start and before(start, days=days, months=months),
        end and after(end, days=days, months=months),
    )


# --- Years of level 2 ---


def _long_year(match: re.Match[str]) -> Date:
    """`Y170002`, `Y17E7`, `1950S2`: some year of 1900 to 1999 (ISO 8601-2:2019, 4.4.1.2 to 4.4.1.4)."""
    text = match[0]
    year = int(match["long"] or match["base"] or match["short"]) * 10 ** int(match["exponent"] or 0)
    width = 10 ** max(len(str(abs(year))) - int(match["significant"] or 99), 0)
    nearer, farther = abs(year) // width * width, abs(year) // width * width + width - 1
    first, last = (nearer, farther) if year >= 0 else (-farther, -nearer)
    precision = {1: "year", 10: "decade", 100: "century", 1000: "millennium"}.get(width, "interval")
    start, end = first_of(first, 1), last_of(last, 12)
    return Date(text, start, end, start, end, precision)
