"""Figures: amounts as intervals with a unit, read from what an editor writes or pastes after `value:`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

from generator.model.dates import Date
from generator.model.digits import MOST_DIGITS, symbols
from generator.model.interval import Interval
from generator.model.normal import normal
from generator.model.numbers import EXACT, Number, plain, read_numbers, shares_multiplier
from generator.model.numerals import primary
from generator.model.qualifiers import joint, leading, trailing
from generator.model.units import (
    Unit,
    converts,
    find_counted,
    find_unit,
    instead_of,
    rescaled,
    same_name,
    similar_unit,
)

__all__ = ["Figure", "Interval", "Quantity", "parse_figure"]

ABOUT = Decimal("0.1")
"""Product.md, "Figures": `about N` is N ± 10 %, or what the claim's `tolerance` says."""

FORMS = (
    "write 8000, exactly 8000, about 8000, at least 8000, more than 8000, at most 8000, up to 8000, fewer than 8000"
    ' or 7000 to 8000, with a unit where there is one ("about 12 km", "$5 billion")'
)
_LONGEST = 200
_TOO_MANY = re.compile(rf"\d{{{MOST_DIGITS + 1}}}")
_EXPONENT = re.compile(r"\d[eE][+-]?\d")
_SEPARATED = re.compile(r"\d+(?:[.,]\d+)+")
_SIGN_INSIDE = re.compile(r"\W?([^\w\s.,]*)")
_MILLION = 'write "million": m is a metre'


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a claim says of its figures: what is counted, how wide "about" is, and the language of the article."""

    language: str = "en"
    measure: str | None = None
    tolerance: Decimal | None = None


@dataclass(frozen=True, slots=True)
class FigureFault:
    """What is wrong with a figure: the code of the problem, the key it is at (`value` or `unit`), and the remedy."""

    code: str
    key: str
    message: str
    remedy: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount as an interval.

    `text` is as written; `qualifier` is `exactly`, `about`, `at least`, `more than`, `at most`, `up to`,
    `fewer than` or `to`; `stated` holds the one or two numbers that were written, `interval` what they come to,
    both in `unit` (as written, `None` for a bare number); `measured` is that unit in our list, `None` where the
    number counts what the claim is about. `scope` and `as_of` are the report's.
    """

    text: str
    qualifier: str
    stated: tuple[Decimal, ...]
    interval: Interval
    unit: str | None = None
    measured: Unit | None = None
    scope: str | None = None
    as_of: Date | None = None

    def why_not_comparable(self, other: Figure) -> str:
        """Why the two do not count the same thing; empty where they do (product.md, "Comparison", rule 3)."""
        if self.scope != other.scope and _folded(self.scope) != _folded(other.scope):
            return "another scope"
        if not converts(self.measured, other.measured):
            return "units that do not convert"
        if self.as_of and other.as_of and not self.as_of.overlaps(other.as_of):
            return "dates that do not overlap"
        return ""

    def common(self, other: Figure) -> Interval | None:
        """The values that both hold, in this figure's unit. Only of figures that can be compared."""
        return self.interval.common(other.in_unit_of(self))

    def meets(self, other: Figure) -> bool:
        """Whether there is a value that both hold. Only of figures that can be compared."""
        return self.interval.meets(other.in_unit_of(self))

    def in_unit_of(self, other: Figure) -> Interval:
        """The interval in the unit of a figure that this one can be compared with (to draw both to one scale)."""
        return rescaled(self.interval, self.measured, other.measured)


class _FigureError(Exception):
    """A fault on its way out of the parser."""

    def __init__(self, code: str, message: str, remedy: str | None = None, key: str = "value") -> None:
        super().__init__(message)
        self.fault = FigureFault(code, key, message, remedy)


def parse_figure(
    value: str,
    quantity: Quantity,
    unit: str | None = None,
    scope: str | None = None,
    as_of: Date | None = None,
) -> tuple[Figure | None, FigureFault | None]:
    """The figure that `value` and `unit` write, or `None` and what is wrong.

    Codes of faults: `figure`, `unknown-unit`, `unit-contradiction`.
    """
    try:
        qualifier, stated, written = _read(value, quantity.language)
        interval = _interval(qualifier, stated, quantity.tolerance)
        named, measured = _unit(written, unit, quantity)
    except _FigureError as error:
        return None, error.fault
    return Figure(value, qualifier, stated, interval, named, measured, scope, as_of), None


def _folded(scope: str | None) -> str:
    return " ".join(normal("NFKC", scope or "").casefold().split())


# --- What is written ---

_Read: TypeAlias = tuple[str, tuple[Decimal, ...], tuple[str, ...]]


@lru_cache(maxsize=2048)
def _read(value: str, language: str) -> _Read:
    """The qualifier, the numbers, and every unit that is written with them."""
    text = " ".join(normal("NFC", value.replace("\u00ad", "")).split())
    if len(text) > _LONGEST:
        raise _FigureError("figure", f"this is too long for a figure (over {_LONGEST} characters)", FORMS)
    qualifier, rest = leading(text, language)
    numbers = read_numbers(rest, language)
    _check_digits(rest, numbers, language)
    if len(numbers) == 1 and qualifier != "to":
        return _one(qualifier, rest, numbers[0], language)
    if len(numbers) == 2 and qualifier in (None, "to", "exactly"):
        return _range(rest, numbers[0], numbers[1], language)
    if len(numbers) == 2:
        raise _FigureError("figure", f'"{qualifier}" does not go with two numbers', "write 7000 to 8000")
    raise _no_figure()


def _no_figure() -> _FigureError:
    return _FigureError("figure", "this is not a figure in a known form", FORMS)


def _check_digits(text: str, numbers: tuple[Number, ...], language: str) -> None:
    """Digits that no number was read from: too many, an exponent, or another language's separators."""
    if _TOO_MANY.search(text):
        raise _FigureError(
            "figure", f"this number has more than {MOST_DIGITS} digits", "use million or billion"
        )
    if _EXPONENT.search(text):
        raise _FigureError("figure", "exponents are not read", "write 100000 or 100 thousand")
    for written in _SEPARATED.finditer(text):
        if not any(number.start <= written.start() < number.end for number in numbers):
            sign = symbols(language)[0]
            raise _FigureError(
                "figure",
                f'"{written[0]}" is not a number in the language of the article ({language})',
                f"its decimal sign is {sign!r}: write 1{sign}5 or 1500",
            )


def _one(qualifier: str | None, text: str, number: Number, language: str) -> _Read:
    behind, after = trailing(text[number.end :].strip(), language)
    if qualifier and behind:
        raise _FigureError("figure", f'"{qualifier}" and "{behind}" are both said of one number', FORMS)
    units = [*_money(text[: number.start], text[number.start :], language), _tail(after, language)]
    return qualifier or behind or "exactly", (number.value,), tuple(filter(None, units))


def _range(text: str, first: Number, last: Number, language: str) -> _Read:
    """N to M; "5 to 6 million" is of millions at both ends, where it can be."""
    between = joint(text[first.end : last.start], language)
    if between is None:
        raise _no_figure()
    lower, upper = first.value, last.value
    shared = EXACT.multiply(lower, last.times)
    if shares_multiplier(text, first, last) and shared <= upper:
        lower = plain(shared)
    units = [
        *_money(text[: first.start], text[first.start :], language),
        _tail(between[0], language),
        *_money(between[1], text[last.start :], language),
        _tail(text[last.end :], language),
    ]
    return "to", (lower, upper), tuple(filter(None, units))


def _money(before: str, number: str, language: str) -> list[str]:
    """The currency before a number, or between its sign and its digits; nothing else may stand there."""
    inside = _SIGN_INSIDE.match(number)
    signs = [sign for sign in (before.strip().removeprefix("+").strip(), inside[1] if inside else "") if sign]
    for sign in signs:
        unit = find_unit(sign, language)
        if (unit is None or unit.kind != "money") and not instead_of(sign):
            raise _no_figure()
    return signs


def _tail(after: str, language: str) -> str:
    """The unit after a number: without the hyphen of "5-kilometre" or the preposition of "5 millions d'euros"."""
    unit = after.strip().removeprefix("-").strip().removesuffix(".")
    return re.sub(r"^(?:d['’]|de )", "", unit) if primary(language) in ("fr", "es") else unit


# --- The interval ---


def _interval(qualifier: str, stated: tuple[Decimal, ...], tolerance: Decimal | None) -> Interval:
    """Product.md, "Figures": which ends are closed."""
    lower, upper = stated[0], stated[-1]
    if qualifier == "to" and lower > upper:
        raise _FigureError(
            "figure", f"this range ends below its start: {lower} to {upper}", f"write {upper} to {lower}"
        )
    if qualifier == "up to" and upper <= 0:
        raise _FigureError("figure", f"no amount above 0 is up to {upper}", f"write at most {upper}")
    if qualifier == "about":
        width = EXACT.multiply(abs(lower), ABOUT if tolerance is None else tolerance)
        return Interval(plain(EXACT.subtract(lower, width)), plain(EXACT.add(upper, width)))
    match qualifier:
        case "at least" | "more than":
            return Interval(lower, None, qualifier == "at least", False)
        case "at most" | "fewer than":
            return Interval(None, upper, False, qualifier == "at most")
        case "up to":
            return Interval(Decimal(0), upper, False, True)
    return Interval(lower, upper)


# --- The unit ---


def _unit(written: tuple[str, ...], given: str | None, quantity: Quantity) -> tuple[str | None, Unit | None]:
    """The unit by its name as written and in our list; that of `unit:`, of the value, else of the claim's measure."""
    names = [*([given] if given else []), *written]
    units = [
        _known(name, "unit" if given and index == 0 else "value", quantity)
        for index, name in enumerate(names)
    ]
    if len({unit.name if unit else None for unit in units}) > 1:
        other = next(name for name, unit in zip(names, units, strict=True) if unit != units[0])
        raise _FigureError(
            "unit-contradiction",
            f'"{names[0]}" and "{other}" are two units',
            _MILLION if other == "m" else "leave one of them out",
            key="unit" if given else "value",
        )
    if names:
        return names[0], units[0]
    measured = find_unit(quantity.measure, quantity.language) if quantity.measure else None
    return (quantity.measure, measured) if measured and measured.kind != "count" else (None, None)


def _known(name: str, key: str, quantity: Quantity) -> Unit | None:
    """The unit of our list; `None` where it is what the claim counts."""
    measured = find_unit(quantity.measure, quantity.language) if quantity.measure else None
    unit = find_unit(name, quantity.language)
    if quantity.measure and same_name(name, quantity.measure):
        return measured if measured and measured.kind != "count" else None
    unit = unit or find_counted(name, quantity.language)
    if unit is not None:
        return None if unit == measured and unit.kind == "count" else unit
    raise _FigureError("unknown-unit", f'"{name}" is not a unit that we know', _remedy(name), key=key)


def _remedy(name: str) -> str:
    if name == "M":
        return _MILLION
    if better := instead_of(name):
        return f'"{name}" may be several units: write {better}'
    near = similar_unit(name)
    hint = f'did you mean "{near}"? If not, ' if near else ""
    return f"{hint}leave the unit out and name what is counted in the claim's `measure`"
