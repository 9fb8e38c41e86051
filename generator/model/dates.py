"""EDTF dates (ISO 8601-2) as intervals of days."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Date:
    """A date as written, and the days it may be."""

    text: str


def parse_date(text: str) -> tuple[Date | None, str]:
    """The date that `text` writes, or `None` and what is wrong with it."""
    return Date(text), ""
