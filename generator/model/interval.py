"""Intervals of amounts, over `Decimal`, open or closed at either end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Interval:
    """The amounts from `lower` to `upper`; `None` is unbounded (and open)."""

    lower: Decimal | None
    upper: Decimal | None
    lower_closed: bool = True
    upper_closed: bool = True

    def meets(self, other: Interval) -> bool:
        """Whether the two have a value in common. Ends that touch are common when both are closed."""
        return not (self.is_empty or other.is_empty or self._lies_below(other) or other._lies_below(self))

    def common(self, other: Interval) -> Interval | None:
        """The values that both hold, or `None`."""
        lower, lower_closed = max(self._from(), other._from())
        upper, upper_closed = min(self._to(), other._to())
        shared = Interval(
            lower if lower.is_finite() else None,
            upper if upper.is_finite() else None,
            lower.is_finite() and not lower_closed,
            upper.is_finite() and bool(upper_closed),
        )
        return None if shared.is_empty else shared

    @property
    def is_empty(self) -> bool:
        """Whether no value lies in it."""
        if self.lower is None or self.upper is None:
            return False
        return self.lower > self.upper or (
            self.lower == self.upper and not (self.lower_closed and self.upper_closed)
        )

    def map(self, amount: Callable[[Decimal], Decimal]) -> Interval:
        """The interval with both ends carried over by an increasing function."""
        return Interval(
            None if self.lower is None else amount(self.lower),
            None if self.upper is None else amount(self.upper),
            self.lower_closed,
            self.upper_closed,
        )

    def _lies_below(self, other: Interval) -> bool:
        """Whether this one ends before the other begins."""
        if self.upper is None or other.lower is None:
            return False
        return self.upper < other.lower or (
            self.upper == other.lower and not (self.upper_closed and other.lower_closed)
        )

    def _from(self) -> tuple[Decimal, bool]:
        """Where it starts, in the order of intervals: a closed end lies before an open one."""
        return (Decimal("-Infinity"), False) if self.lower is None else (self.lower, not self.lower_closed)

    def _to(self) -> tuple[Decimal, bool]:
        return (Decimal("Infinity"), False) if self.upper is None else (self.upper, self.upper_closed)
