"""Dates for formats that know no EDTF: as precise as was stated, and no more."""

from __future__ import annotations

from generator.model.dates import Date

_PARTS = {"day": 3, "month": 2, "year": 1}


def parts(date: Date) -> tuple[int, ...]:
    """Year, month and day of what was stated, as far as it is stated; of an interval or a season the year in which it
    begins. Empty where not even that is known, or where the year is none of the common era."""
    day = date.written_start or date.written_end
    if day is None or not 1 <= day[0] <= 9999 or date.precision in ("decade", "century", "millennium"):
        return ()
    return tuple(day[: _PARTS.get(date.precision, 1)])


def iso(date: Date) -> str:
    """The same as an ISO 8601 date, possibly reduced: `2026-03-03`, `2026-03`, `2026`, or empty."""
    numbers = parts(date)
    return "-".join([f"{numbers[0]:04}", *(f"{number:02}" for number in numbers[1:])]) if numbers else ""


def timestamp(date: Date) -> str:
    """Midnight UTC of a date stated to the day and beyond doubt (xsd:dateTime, RFC 3339); empty for any other."""
    sure = date.precision == "day" and not (date.approximate or date.uncertain)
    return f"{iso(date)}T00:00:00Z" if sure and len(parts(date)) == len(_PARTS) else ""
