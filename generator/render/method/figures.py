"""How figures are read and compared, worked out by the parser that reads the reports."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from babel.numbers import format_decimal, format_percent, get_currency_name

from generator.model import figure
from generator.model.figure import Figure, Quantity, parse_figure
from generator.model.qualifiers import BETWEEN, LEADING, TRAILING
from generator.model.units import listed_units
from generator.render.catalogue import Words

AMOUNT, LOWER = Decimal(8000), Decimal(7000)
"""What the examples are of; the second begins a range."""


@dataclass(frozen=True, slots=True)
class Form:
    """A way to give a figure, the least and the most that it may mean, and what else is written for it."""

    written: str
    least: str
    most: str
    others: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures or dates of different sources, and what comparing them gives."""

    left: str
    right: str
    verdict: str
    agree: bool


@dataclass(frozen=True, slots=True)
class Measure:
    """A kind of quantity and its units, each of which converts into the others."""

    name: str
    units: tuple[str, ...]


def forms(words: Words) -> tuple[Form, ...]:
    """Every qualifier that the parser knows, read in the page's language."""
    return tuple(_form(qualifier, words) for qualifier in LEADING[words.language])


def pairs(words: Words) -> tuple[Pair, ...]:
    """Figures that agree, that don't, and that can't be compared."""
    examples = (
        (words.gettext("at least 100"), "100"),
        (words.gettext("more than 100"), "100"),
        (words.gettext("about 8,000"), words.gettext("8,500")),
        (words.gettext("about 8,000"), words.gettext("10,000")),
        (words.gettext("about 4 miles"), "6 km"),
        (words.gettext("5 per cent"), words.gettext("5 percentage points")),
        (words.gettext("5 million dollars"), words.gettext("5 million euros")),
        (words.gettext("300 litres"), "300 kg"),
    )
    return tuple(_pair(left, right, words) for left, right in examples)


def about(words: Words) -> str:
    """How wide "about" is on either side, as the page's language writes it: "10%", "10 %"."""
    return str(format_percent(figure.ABOUT, locale=words.locale))


def measures(words: Words) -> tuple[Measure, ...]:
    """The units of measures by what they measure; by their symbols, or their names where they have none."""
    found: dict[str, list[str]] = {}
    for unit, symbol in listed_units():
        if unit.kind == "measure":
            found.setdefault(unit.dimension, []).append(symbol or unit.name.replace("_", " "))
    names = dimensions(words)
    return tuple(Measure(names.get(dimension, dimension), tuple(units)) for dimension, units in found.items())


def currencies(words: Words) -> str:
    """The names of all money that is known, in alphabetical order."""
    codes = [unit.name for unit, _ in listed_units() if unit.kind == "money"]
    return ", ".join(
        sorted((get_currency_name(code, locale=words.locale) for code in codes), key=str.casefold)
    )


def dimensions(words: Words) -> dict[str, str]:
    """What is measured, by the name that it has in the table of units."""
    return {
        "length": words.gettext("length"),
        "area": words.gettext("area"),
        "volume": words.gettext("volume"),
        "oil flow": words.gettext("flow of oil"),
        "mass": words.gettext("weight"),
        "duration": words.gettext("duration"),
        "calendar": words.gettext("months and years"),
        "speed": words.gettext("speed"),
        "temperature": words.gettext("temperature"),
        "energy": words.gettext("energy"),
        "power": words.gettext("power"),
        "voltage": words.gettext("voltage"),
        "pressure": words.gettext("pressure"),
        "frequency": words.gettext("frequency"),
        "information": words.gettext("information"),
        "loudness": words.gettext("loudness"),
        "share": words.gettext("shares"),
        "percentage points": words.gettext("percentage points"),
        "index points": words.gettext("points of an index"),
    }


# --- Private ---


def _form(qualifier: str, words: Words) -> Form:
    spelt = LEADING[words.language][qualifier].split("|")
    behind = TRAILING.get(words.language, {}).get(qualifier, "").split("|")
    amount = _number(AMOUNT, words)
    if qualifier == "to":
        joint = BETWEEN[words.language].split("|")[0]
        written, others = f"{_number(LOWER, words)} {joint} {amount}", spelt
    else:
        written, others = f"{spelt[0]} {amount}", spelt[1:]
    interval = _read(written, words).interval
    return Form(
        written,
        _end(interval.lower, words, closed=interval.lower_closed),
        _end(interval.upper, words, closed=interval.upper_closed),
        ", ".join(dict.fromkeys([*others, *filter(None, behind)])),
    )


def _end(end: Decimal | None, words: Words, *, closed: bool) -> str:
    if end is None:
        return words.gettext("no limit")
    number = _number(end, words)
    return number if closed else words.gettext("%(number)s, itself left out", number=number)


def _number(number: Decimal, words: Words) -> str:
    return str(format_decimal(number, locale=words.locale))


def _read(value: str, words: Words) -> Figure:
    read, fault = parse_figure(value, Quantity(words.language))
    if read is None:
        raise AssertionError(f"an example of ours can't be read: {value}: {fault}")
    return read


def _pair(left: str, right: str, words: Words) -> Pair:
    one, other = _read(left, words), _read(right, words)
    if one.why_not_comparable(other):
        return Pair(left, right, words.gettext("can’t be compared"), agree=False)
    if one.common(other) is None:
        return Pair(left, right, words.gettext("differ"), agree=False)
    return Pair(left, right, words.gettext("agree"), agree=True)
