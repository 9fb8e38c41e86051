"""An axis for amounts: linear, or logarithmic where they span three orders of magnitude; and its round ticks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

ORDERS = 3
"""Powers of ten between the least and the greatest amount from which the axis is logarithmic."""

_MOST_TICKS = 6

_PARTS = 20
_BESIDE, _BEYOND, _BEYOND_LOG = 1, 4, 2
"""What is left free beside the outermost amount, and where an interval goes on without an end, on a linear and on a
logarithmic axis; so many twentieths of the span."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The amounts from `low` to `high`, on a logarithmic axis their powers of ten; both in parts of one, `of` to it.

    Whole numbers, with which exact places take a tenth of the time that they take with `Fraction`s.
    """

    low: int
    high: int
    of: int
    is_log: bool

    @property
    def lower(self) -> Fraction:
        """Where the axis begins."""
        return Fraction(self.low, self.of)

    @property
    def upper(self) -> Fraction:
        """Where it ends."""
        return Fraction(self.high, self.of)

    def at(self, amount: Decimal) -> float:
        """Where an amount lies: 0 to 100, rising with the amount; one beyond an end lies at that end."""
        number, of = _power(amount) if self.is_log else amount.as_integer_ratio()
        above, span = number * self.of - self.low * of, (self.high - self.low) * of
        if above <= 0:
            return 0.0
        return round(100 * above / span, 2) if above < span else 100.0

    def ticks(self, *, whole: bool = False) -> tuple[Decimal, ...]:
        """Two or more round amounts in order, all of them on the axis: multiples of 1, 2 or 5, or powers of ten.

        `whole` where only whole numbers are counted: then so are the ticks, if two of them are on the axis.
        """
        if self.is_log:
            return tuple(self._powers())
        digit, power = _step(self.high - self.low, _MOST_TICKS * self.of)
        ones = tuple(self._multiples(1, 0)) if whole and power < 0 else ()
        return ones if len(ones) > 1 else tuple(self._multiples(digit, power))

    def _powers(self) -> Iterator[Decimal]:
        first, last = -(-self.low // self.of), self.high // self.of
        step = -((first - last - 1) // _MOST_TICKS) or 1
        yield from (Decimal(f"1E{power}") for power in range(first, last + 1, step))

    def _multiples(self, digit: int, power: int) -> Iterator[Decimal]:
        times, step = 10 ** max(-power, 0), self.of * digit * 10 ** max(power, 0)
        for number in range(-(-self.low * times // step), self.high * times // step + 1):
            yield Decimal(f"{number * digit}E{power}")


def scale_of(amounts: Sequence[Decimal], *, open_below: bool, open_above: bool) -> Scale:
    """The axis on which all of `amounts` (one or more) lie, with room for arrows where an interval has no end.

    It begins at 0 where all amounts are above it and the least is at most half of the greatest (four fifths where an
    interval goes down without an end); it goes below 0 only where an amount or an arrow from 0 does.
    """
    least, greatest = min(amounts), max(amounts)
    low, high, of = _over_one(least.as_integer_ratio(), greatest.as_integer_ratio())
    before, after = (_BEYOND if is_open else _BESIDE for is_open in (open_below, open_above))
    if low > 0 and low * 10**ORDERS <= high:
        before, after = (_BEYOND_LOG if is_open else _BESIDE for is_open in (open_below, open_above))
        low, high, of = _over_one(_power(least), _power(greatest))
        return _padded(low, high, of, before, after, is_log=True)
    if low > 0 and (low == high or low * 2 <= high or (open_below and low * 5 <= high * 4)):
        return Scale(0, high * (_PARTS + after), of * _PARTS, is_log=False)
    if low == high:
        low, high = (low, 0) if low < 0 else (low, of)
    scale = _padded(low, high, of, before, after, is_log=False)
    return Scale(max(scale.low, 0), scale.high, scale.of, False) if low >= 0 and not open_below else scale


# --- Private ---


def _over_one(low: tuple[int, int], high: tuple[int, int]) -> tuple[int, int, int]:
    """Two ratios as two numbers over the same one."""
    return low[0] * high[1], high[0] * low[1], low[1] * high[1]


def _padded(low: int, high: int, of: int, before: int, after: int, *, is_log: bool) -> Scale:
    span = high - low
    return Scale(low * _PARTS - span * before, high * _PARTS + span * after, of * _PARTS, is_log)


@lru_cache(maxsize=1024)
def _power(amount: Decimal) -> tuple[int, int]:
    """The power of ten that an amount above 0 is, as a ratio."""
    return amount.log10().as_integer_ratio()


def _step(span: int, of: int) -> tuple[int, int]:
    """The least of 1, 2, 5 times a power of ten that is at least `span / of`: the digit and the power."""
    power = len(str(span)) - len(str(of)) - 1
    while True:
        least, most = span * 10 ** max(-power, 0), of * 10 ** max(power, 0)
        for digit in (1, 2, 5):
            if digit * most >= least:
                return digit, power
        power += 1
