"""An axis for amounts: linear, or logarithmic where they span three orders of magnitude; and its round ticks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

ORDERS = 3
"""Powers of ten between the least and the greatest amount from which the axis is logarithmic."""

_MOST_TICKS = 6
_BESIDE = Fraction(1, 20)
"""What is left free beside the outermost amount, as a share of the span."""

_BEYOND = Fraction(1, 5)
"""The same where an interval goes on without an end."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The amounts from `lower` to `upper`, on a logarithmic axis their powers of ten."""

    lower: Fraction
    upper: Fraction
    is_log: bool

    def at(self, amount: Decimal) -> float:
        """Where an amount lies: 0 to 100, rising with the amount; one beyond an end lies at that end."""
        value = _power(amount) if self.is_log else Fraction(amount)
        share = (value - self.lower) / (self.upper - self.lower)
        return round(float(min(max(share, Fraction(0)), Fraction(1)) * 100), 2)

    def ticks(self, *, whole: bool = False) -> tuple[Decimal, ...]:
        """Two or more round amounts in order, all of them on the axis: multiples of 1, 2 or 5, or powers of ten.

        `whole` where only whole numbers are counted: then so are the ticks, if two of them are on the axis.
        """
        if self.is_log:
            return tuple(self._powers())
        digit, power = _step((self.upper - self.lower) / _MOST_TICKS)
        ones = tuple(self._multiples(1, 0)) if whole and power < 0 else ()
        return ones if len(ones) > 1 else tuple(self._multiples(digit, power))

    def _powers(self) -> Iterator[Decimal]:
        first, last = ceil(self.lower), floor(self.upper)
        step = -((first - last - 1) // _MOST_TICKS) or 1
        yield from (Decimal(f"1E{power}") for power in range(first, last + 1, step))

    def _multiples(self, digit: int, power: int) -> Iterator[Decimal]:
        step = digit * Fraction(10) ** power
        for number in range(ceil(self.lower / step), floor(self.upper / step) + 1):
            yield Decimal(f"{number * digit}E{power}")


def scale_of(amounts: Sequence[Decimal], *, open_below: bool, open_above: bool) -> Scale:
    """The axis on which all of `amounts` (one or more) lie, with room for arrows where an interval has no end.

    It begins at 0 where all amounts are above it and the least is at most half of the greatest (four fifths where an
    interval goes down without an end); it goes below 0 only where an amount or an arrow from 0 does.
    """
    least, greatest = min(amounts), max(amounts)
    low, high = Fraction(least), Fraction(greatest)
    if low > 0 and low * 10**ORDERS <= high:
        return _padded(_power(least), _power(greatest), open_below, open_above, is_log=True)
    if low > 0 and (low == high or low * 2 <= high or (open_below and low * 5 <= high * 4)):
        return Scale(Fraction(0), high + high * (_BEYOND if open_above else _BESIDE), is_log=False)
    if low == high:
        low, high = (low, Fraction(0)) if low < 0 else (low, Fraction(1))
    scale = _padded(low, high, open_below, open_above, is_log=False)
    return Scale(max(scale.lower, Fraction(0)), scale.upper, False) if low >= 0 and not open_below else scale


# --- Private ---


def _padded(low: Fraction, high: Fraction, open_below: bool, open_above: bool, *, is_log: bool) -> Scale:
    span = high - low
    beyond = _BEYOND / 2 if is_log else _BEYOND
    return Scale(
        low - span * (beyond if open_below else _BESIDE),
        high + span * (beyond if open_above else _BESIDE),
        is_log,
    )


def _power(amount: Decimal) -> Fraction:
    """The power of ten that an amount above 0 is."""
    return Fraction(amount.log10())


def _step(least: Fraction) -> tuple[int, int]:
    """The least of 1, 2, 5 times a power of ten that is at least `least`: the digit and the power."""
    power = len(str(least.numerator)) - len(str(least.denominator)) - 1
    while True:
        for digit in (1, 2, 5):
            if digit * Fraction(10) ** power >= least:
                return digit, power
        power += 1
