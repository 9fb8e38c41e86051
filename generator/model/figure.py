"""Figures: amounts as intervals with a unit."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.model.dates import Date
from generator.model.interval import Interval

__all__ = ["Figure", "Interval"]


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount as an interval.

    `text` is as written; `qualifier` is `exactly`, `about`, `at least`, `more than`, `at most`, `up to`,
    `fewer than` or `to`; `stated` holds the numbers that were written, `interval` what they come to, both in `unit`
    (as written, `None` for a bare number).
    """

    text: str
    qualifier: str
    stated: tuple[Decimal, ...]
    interval: Interval
    unit: str | None = None
    scope: str | None = None
    as_of: Date | None = None
