"""Units of our own list: what they are called, and which convert into which (by pint, exactly)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Context, Decimal
from difflib import get_close_matches
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.model.interval import Interval
from generator.model.normal import normal
from generator.model.numerals import primary
from generator.model.unit_table import AMBIGUOUS, COUNTED, LOCAL_MILE, MEASURES, METRIC_TON, MONEY

if TYPE_CHECKING:
    from pint import UnitRegistry

_ROUNDING = Context(prec=60)
_LONGEST_NAME = 60
_ALIKE = 0.75
_MOST_ADJECTIVES = 3
_ADJECTIVES_FIRST = frozenset("en sv de no da nl fi".split())
_RELATING = frozenset(
    "of in per for from by with without and or to at on off out over under among between than not no non a an the "
    "every each as i av per och eller bland för på till från med utan von pro je und oder für bei mit ohne aus til "
    "fra med uden uten uit van voor met en".split()
)
"""Words that set what stands before them in relation to what follows."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of our list. Units of one `dimension` convert; `kind` is `measure`, `money` or `count`."""

    name: str
    dimension: str
    kind: str


@lru_cache(maxsize=4096)
def find_unit(written: str, language: str = "en") -> Unit | None:
    """The unit that `written` names: a symbol (its case counts), a name or a plural, in any of our languages."""
    text = _tidied(written)
    if len(text) > _LONGEST_NAME:
        return None
    code = primary(language)
    name = text.casefold()
    if name in METRIC_TON.get(code, "").split():
        return _listed().names["tonne"]
    if name == LOCAL_MILE.get(code):
        return Unit("scandinavian_mile", "length", "measure")
    found = _listed().symbols.get(text) or _listed().names.get(name)
    return found or (_listed().loose.get(name) if len(name) > 2 or name in ("km", "kg", "cm", "ft") else None)


@lru_cache(maxsize=4096)
def find_counted(written: str, language: str = "en") -> Unit | None:
    """What is counted by a noun of our list behind adjectives ("North Korean soldiers"), in languages that put
    them so; nothing where a word between them may make it another amount ("deaths per soldier")."""
    words = _tidied(written).casefold().split()
    if primary(language) not in _ADJECTIVES_FIRST or not 1 < len(words) <= _MOST_ADJECTIVES + 1:
        return None
    if not all(len(word) > 1 and word.replace("-", "").isalpha() and word not in _RELATING for word in words):
        return None
    unit = find_unit(words[-1], language)
    is_plain = all(find_unit(word, language) is None and instead_of(word) is None for word in words[:-1])
    return unit if unit is not None and unit.kind == "count" and is_plain else None


def instead_of(written: str) -> str | None:
    """What to write instead of a name that several units go by, or `None`."""
    name = _tidied(written).casefold()
    return next((better for names, better in AMBIGUOUS.items() if name in names.split()), None)


@lru_cache(maxsize=4096)
def similar_unit(written: str) -> str | None:
    """The name or symbol of our list that is spelt most like `written`, if any is."""
    from rapidfuzz import process  # noqa: PLC0415 - only an error needs it
    from rapidfuzz.distance import Indel  # noqa: PLC0415

    name = _tidied(written).casefold()[:_LONGEST_NAME]
    # what is alike by blocks is so by single letters: few are left to be compared with care
    may = process.extract(
        name,
        _listed().names.keys(),
        scorer=Indel.normalized_similarity,
        score_cutoff=_ALIKE - 0.01,
        limit=None,
    )
    near = get_close_matches(name, [other for other, *_ in may], n=1, cutoff=_ALIKE)
    return near[0] if near else None


def converts(left: Unit | None, right: Unit | None) -> bool:
    """Whether amounts in the two can be compared.

    A bare number counts what the claim is about, whatever that is called; it is no length, share or money.
    """
    if left is None or right is None:
        return all(unit is None or unit.kind == "count" for unit in (left, right))
    return left.dimension == right.dimension


def rescaled(interval: Interval, unit: Unit | None, target: Unit | None) -> Interval:
    """The interval in another unit that it converts into, exact where that is a decimal, else to 60 digits."""
    if unit is None or target is None or unit.name == target.name:
        return interval
    return interval.map(lambda amount: _converted(amount, unit.name, target.name))


def listed_units() -> tuple[tuple[Unit, str], ...]:
    """Every unit of our list with its first symbol, empty where it has none, in the order of the list."""
    return tuple((unit, symbols[0] if symbols else "") for unit, symbols, _ in _rows())


def same_name(left: str, right: str) -> bool:
    """Whether two texts name the same, apart from case and white space."""
    return _tidied(left).casefold() == _tidied(right).casefold()


# --- The list ---


@dataclass(frozen=True, slots=True)
class _Listed:
    symbols: dict[str, Unit]
    names: dict[str, Unit]
    loose: dict[str, Unit]


@lru_cache(maxsize=1)
def _listed() -> _Listed:
    symbols: dict[str, Unit] = {}
    names: dict[str, Unit] = {}
    for unit, signs, called in _rows():
        symbols.update((sign, unit) for sign in signs if sign not in symbols)
        names.update(
            (_tidied(name).casefold(), unit) for name in called if _tidied(name).casefold() not in names
        )
    loose = {sign.casefold(): unit for sign, unit in reversed(symbols.items())}
    return _Listed(symbols, names, loose)


def _rows() -> Iterator[tuple[Unit, list[str], list[str]]]:
    for row in MEASURES.strip().splitlines():
        name, dimension, _, signs, called = (cell.strip() for cell in row.split("|"))
        yield Unit(name, dimension, "measure"), signs.split(), called.split()
    for row in MONEY.strip().splitlines():
        code, signs, called = (cell.strip() for cell in row.split("|"))
        yield Unit(code, code, "money"), [*signs.split(), code], [code, *called.split()]
    for row in COUNTED.strip().splitlines():
        words = row.split()
        yield Unit(words[0], words[0], "count"), [], words


@lru_cache(maxsize=4096)
def _tidied(text: str) -> str:
    """One spelling of white space, NFC, no full stop at the end, `m^2` as `m²`."""
    text = normal("NFC", text).replace("_", " ").replace("^2", "²").replace("^3", "³")
    return re.sub(r"\s+", " ", text).strip().removesuffix(".").strip().replace("\u03bc", "µ")


# --- Conversion ---


@lru_cache(maxsize=1)
def _registry() -> UnitRegistry[Fraction]:
    """pint with our definitions alone, in fractions: no factor or offset is rounded. Importing it is dear."""
    from pint import UnitRegistry  # noqa: PLC0415

    registry: UnitRegistry[Fraction] = UnitRegistry(None, non_int_type=Fraction)
    rows = (row.split("|") for row in MEASURES.strip().splitlines())
    sizes = ((name.strip(), size.strip()) for name, _, size, *_ in rows)
    registry.load_definitions([f"{name} = {size}" for name, size in sizes if size])
    registry.define("scandinavian_mile = 10000 * metre")
    return registry


@lru_cache(maxsize=1024)
def _converted(amount: Decimal, unit: str, target: str) -> Decimal:
    exact = Fraction(_registry().Quantity(Fraction(amount), unit).to(target).magnitude)
    return _ROUNDING.divide(Decimal(exact.numerator), Decimal(exact.denominator))
