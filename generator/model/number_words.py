"""The grammar of numbers in words: "two hundred and fifty thousand", "zweihunderttausend", "half a million"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.model.numerals import Lexicon, Part

_HALF = Decimal("0.5")
_LARGEST = Decimal(10) ** 40


@dataclass(frozen=True, slots=True)
class Element:
    """Digits (a `value`) or a part of a number in words, at `[start, end)`.

    `first` and `last` tell whether a word begins and ends here.
    """

    start: int
    end: int
    part: Part | None = None
    value: Decimal | None = None
    first: bool = True
    last: bool = True

    @property
    def place(self) -> str:
        """The place of the part, or `digits`."""
        return self.part.place if self.part else "digits"


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads numbers in words from a run of elements.

    Each method gives an amount and the index after it; the index it was given where no number begins there.
    """

    run: Sequence[Element]
    words: Lexicon

    def number(self, index: int) -> tuple[Decimal, Decimal, int]:
        """The number at `index`, what its last multipliers multiply by (or 1), and the index after it."""
        value, after = self._half_of(index)
        if after > index:
            return value, value / _HALF, after
        total, times, last = Decimal(0), Decimal(1), _LARGEST
        at = index
        while True:
            amount, after = self._group(at, alone=at == index)
            power, beyond = self._times(after)
            if (amount == 0 and after == at) or not power < last:
                return total, times, at
            total += amount * power
            at, times, last = beyond, power, power
            if power == 1:
                return total, times, at
            half, at = self._and_half(at)
            total += half * power
            small, at = self._and_small(at)
            total += small
            if half or small:
                return total, times, at

    def _half_of(self, index: int) -> tuple[Decimal, int]:
        """Half a million, a half-million, en halv miljon, half a dozen."""
        at = index + (self._place(index) == "an" or self._is_one(index))
        if self._place(at) != "half":
            return Decimal(0), index
        at += 1
        at += self._place(at) == "of"
        at += self._place(at) == "an"
        power, after = self._times(at)
        return (_HALF * power, after) if after > at else (Decimal(0), index)

    def _group(self, index: int, *, alone: bool) -> tuple[Decimal, int]:
        """An amount below 1000, with its half: "two and a half". `alone` where it opens the number."""
        after_an = index + (self._place(index) == "an")
        if self._place(after_an) in ("hundred", "times", "dozen") and (
            after_an > index or (self.words.bare and self._value(after_an) <= 1000)
        ):
            hundred = self._place(after_an) == "hundred"
            return self._with_rest(Decimal(100), after_an + 1) if hundred else (Decimal(1), after_an)
        small, after = self._small(index)
        if self._place(index) == "hundreds":
            return self._with_rest(Decimal(self._value(index)), index + 1)
        if after > index and self._place(after) == "hundred" and small >= 1:
            return self._with_rest(small * 100, after + 1)
        if after > index and alone:
            half, beyond = self._and_half(after)
            if half and self._times(beyond)[1] > beyond:
                return small + half, beyond
        return small, after

    def _with_rest(self, hundreds: Decimal, index: int) -> tuple[Decimal, int]:
        small, after = self._small(index)
        if after > index and self._place(after) != "hundred":
            return hundreds + small, after
        small, after = self._and_small(index)
        return hundreds + small, after

    def _and_small(self, index: int) -> tuple[Decimal, int]:
        """ "and fifty": an amount below 100 that no hundred or thousand follows ("two hundred and five hundred")."""
        if self._place(index) != "and":
            return Decimal(0), index
        small, after = self._small(index + 1)
        goes_on = self._place(after) == "hundred" or (
            self._place(after) == "times" and self._after_times(index)
        )
        return (Decimal(0), index) if after == index + 1 or goes_on else (small, after)

    def _after_times(self, index: int) -> bool:
        return self._place(index - 1) == "times"

    def _small(self, index: int) -> tuple[Decimal, int]:
        """An amount below 100."""
        place = self._place(index)
        if place == "unit":
            if self._is_glued(index + 1, "and") and self._is_glued(index + 2, "ten"):
                return Decimal(self._value(index) + self._value(index + 2)), index + 3
            if self.words.joins_tens and self._value(index) == 4 and self._is_twenty(index + 1):
                return self._ten(index + 1, tens=80)
            return Decimal(self._value(index)), index + 1
        if place == "teen":
            return self._teen(index)
        if place == "ten":
            return self._ten(index, tens=self._value(index))
        return Decimal(0), index

    def _teen(self, index: int) -> tuple[Decimal, int]:
        """Fifteen; dix-sept."""
        beyond_ten = self.words.joins_tens and self._value(index) == 10 and self._place(index + 1) == "unit"
        if beyond_ten and self._value(index + 1) >= 7:
            return Decimal(10 + self._value(index + 1)), index + 2
        return Decimal(self._value(index)), index + 1

    def _ten(self, index: int, *, tens: int) -> tuple[Decimal, int]:
        """Twenty-one, vingt et un, treinta y uno, soixante-dix, quatre-vingt-dix."""
        at = index + 1
        at += self._place(at) == "and" and self.words.joins_tens and self._place(at + 1) in ("unit", "teen")
        if self._place(at) == "unit" and self._value(at) >= 1 and tens % 10 == 0:
            return Decimal(tens + self._value(at)), at + 1
        if self._place(at) == "teen" and tens in (60, 80) and self.words.joins_tens:
            teen, after = self._teen(at)
            return tens + teen, after
        return Decimal(tens), index + 1

    def _and_half(self, index: int) -> tuple[Decimal, int]:
        if self._place(index) != "and":
            return Decimal(0), index
        at = index + 1 + (self._place(index + 1) == "an" or self._is_one(index + 1))
        return (_HALF, at + 1) if self._place(at) == "half" else (Decimal(0), index)

    def _times(self, index: int) -> tuple[Decimal, int]:
        """The product of the multipliers from `index` on: "thousand million", "mil millones"."""
        power = Decimal(1)
        while self._place(index) in ("times", "dozen") and power < _LARGEST:
            power *= self._value(index)
            index += 1
        return power, index

    def _place(self, index: int) -> str:
        return self.run[index].place if 0 <= index < len(self.run) else ""

    def _value(self, index: int) -> int:
        part = self.run[index].part
        return part.value if part else 0

    def _is_one(self, index: int) -> bool:
        return self._place(index) == "unit" and self._value(index) == 1

    def _is_twenty(self, index: int) -> bool:
        return self._place(index) == "ten" and self._value(index) == 20

    def _is_glued(self, index: int, place: str) -> bool:
        return self._place(index) == place and not self.run[index].first
