"""The proleptic Gregorian calendar as plain tuples, for years that `datetime` cannot hold (before 1, after 9999)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

Day: TypeAlias = tuple[int, int, int]
"""Year (astronomical: 0 is 1 BC), month, day. Tuples order as days do."""

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Whether February of the year has 29 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in(year: int, month: int) -> int:
    """The number of days of a month, from 1 to 12."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month - 1]


def first_of(year: int, month: int) -> Day:
    """The first day of the month; `month` counts on past 12 and before 1."""
    year, month = _carried(year, month)
    return year, month, 1


def last_of(year: int, month: int) -> Day:
    """The last day of the month; `month` counts on past 12 and before 1."""
    year, month = _carried(year, month)
    return year, month, days_in(year, month)


def before(day: Day, days: int = 0, months: int = 0) -> Day:
    """The day that lies whole months (clamped to the month's end), then `days` (at most 28) earlier."""
    year, month, number = day
    year, month = _carried(year, month - months)
    number = min(number, days_in(year, month)) - days
    if number >= 1:
        return year, month, number
    year, month, length = last_of(year, month - 1)
    return year, month, length + number


def after(day: Day, days: int = 0, months: int = 0) -> Day:
    """The day that lies whole months, then `days` (at most 28) later. The end of a month stays the end of a month."""
    year, month, number = day
    ends_month = number == days_in(year, month)
    year, month = _carried(year, month + months)
    length = days_in(year, month)
    number = (length if months and ends_month else min(number, length)) + days
    return (year, month, number) if number <= length else (*_carried(year, month + 1), number - length)


def possible(years: Iterable[int], months: Iterable[int], days: Iterable[int]) -> Iterator[Day]:
    """The days of the calendar among all combinations, in the order of the ranges given."""
    months, days = tuple(months), tuple(days)
    for year in years:
        for month in months:
            length = days_in(year, month)
            yield from ((year, month, day) for day in days if day <= length)


def iso(day: Day) -> str:
    """The day as ISO 8601 writes it, between 0000-01-01 and 9999-12-31 (the nearest of these beyond them)."""
    year, month, number = min(max(day, (0, 1, 1)), (9999, 12, 31))
    return f"{year:04}-{month:02}-{number:02}"


def _carried(year: int, month: int) -> tuple[int, int]:
    years, index = divmod(month - 1, 12)
    return year + years, index + 1
