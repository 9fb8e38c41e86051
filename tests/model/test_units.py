from __future__ import annotations

from decimal import Decimal

import pytest

from generator.model.interval import Interval
from generator.model.unit_table import AMBIGUOUS, COUNTED, MEASURES, MONEY
from generator.model.units import converts, find_counted, find_unit, instead_of, rescaled, similar_unit

ROWS = [[cell.strip() for cell in row.split("|")] for row in MEASURES.strip().splitlines()]


def name(written: str, language: str = "en") -> str | None:
    unit = find_unit(written, language)
    return unit.name if unit else None


def converted(amount: str, unit: str, target: str) -> str:
    point = Interval(Decimal(amount), Decimal(amount))
    return f"{rescaled(point, find_unit(unit), find_unit(target)).lower:f}"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("km", "kilometre"), ("KM", "kilometre"), ("km.", "kilometre"), (" kilometers ", "kilometre"),
        ("Kilometres", "kilometre"), ("square\u00a0km", "square_kilometre"), ("km^2", "square_kilometre"),
        ("MW", "megawatt"), ("mW", None), ("Mb", "megabit"), ("MB", "megabyte"), ("m", "metre"), ("M", None),
        ("k", None), ("%", "percent"), ("per cent", "percent"), ("percentage points", "percentage_point"),
        ("points", "point"), ("$", "USD"), ("dollars", "USD"), ("usd", "USD"), ("A$", "AUD"), ("€", "EUR"),
        ("kronor", "SEK"), ("troops", "soldiers"), ("soldier", "soldiers"), ("people", "people"),
        ("ton", "short_ton"),
        ("metric tons", "tonne"), ("Tonnen", "tonne"), ("wibbles", None), ("", None), ("x" * 1000, None),
    ],
)  # fmt: skip
def test_a_unit_is_found_by_its_symbol_or_name(written: str, expected: str | None) -> None:
    assert name(written) == expected


def test_a_ton_and_a_mil_are_what_they_are_in_the_language() -> None:
    assert [name("ton", language) for language in ("en", "sv", "nb")] == ["short_ton", "tonne", "tonne"]
    assert [name("mil", language) for language in ("en", "sv", "nb-NO")] == [
        None, "scandinavian_mile", "scandinavian_mile",
    ]  # fmt: skip


def test_a_name_of_several_units_is_none_of_them() -> None:
    for names in AMBIGUOUS:
        for written in names.split():
            assert find_unit(written) is None, written
            assert instead_of(written)
    assert instead_of("km") is None


def test_a_misspelt_unit_is_near_one() -> None:
    assert similar_unit("kilometrs") == "kilometres"
    assert similar_unit("qqqqqq") is None


@pytest.mark.parametrize(
    ("amount", "unit", "target", "expected"),
    [
        ("5", "km", "km", "5"), ("100", "miles", "km", "160.9344"), ("1", "ft", "in", "12"),
        ("1", "nmi", "m", "1852"),
        ("50", "°F", "°C", "10"), ("-40", "°C", "°F", "-40"), ("0", "°C", "K", "273.15"),
        ("1", "acre", "square metres", "4046.8564224"), ("1", "barrel", "litres", "158.987294928"),
        ("1", "gallon", "litres", "3.785411784"), ("2", "tonnes", "kg", "2000"), ("1", "lb", "g", "453.59237"),
        ("2", "hours", "minutes", "120"), ("1", "decade", "years", "10"), ("60", "mph", "km/h", "96.56064"),
        ("1", "GWh", "MWh", "1000"), ("1", "kWh", "MJ", "3.6"), ("1", "GB", "MB", "1000"),
        ("25", "bps", "pp", "0.25"),
    ],
)  # fmt: skip
def test_conversions_are_exact(amount: str, unit: str, target: str, expected: str) -> None:
    assert Decimal(converted(amount, unit, target)) == Decimal(expected)


def test_every_measure_converts_into_every_other_of_its_dimension() -> None:
    by_dimension: dict[str, list[str]] = {}
    for row in ROWS:
        by_dimension.setdefault(row[1], []).append(row[0])
    for units in by_dimension.values():
        for unit in units[1:]:
            there = converted("7", unit, units[0])
            assert abs(Decimal(converted(there, units[0], unit)) - 7) < Decimal("1e-50")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("km", "kg"), ("%", "points"), ("%", "percentage points"), ("USD", "EUR"), ("days", "months"),
        ("W", "Wh"),
        ("people", "soldiers"), ("homes", "houses"), ("", "km"), ("", "%"), ("", "USD"),
    ],
)  # fmt: skip
def test_these_do_not_convert(left: str, right: str) -> None:
    assert not converts(find_unit(left), find_unit(right))
    assert not converts(find_unit(right), find_unit(left))


@pytest.mark.parametrize(
    ("left", "right"), [("", ""), ("", "people"), ("km", "miles"), ("troops", "soldiers")]
)
def test_these_do(left: str, right: str) -> None:
    assert converts(find_unit(left), find_unit(right))
    assert converts(find_unit(right), find_unit(left))


def test_no_name_or_symbol_stands_for_two_units() -> None:
    names: dict[str, set[str]] = {}
    signs: dict[str, set[str]] = {}
    for unit, _, _, symbols, called in ROWS:
        for word in called.split():
            names.setdefault(word.casefold(), set()).add(unit)
        for symbol in symbols.split():
            signs.setdefault(symbol, set()).add(unit)
    for row in MONEY.strip().splitlines():
        code, symbols, called = (cell.strip() for cell in row.split("|"))
        for word in called.split():
            names.setdefault(word.casefold(), set()).add(code)
        for symbol in symbols.split():
            signs.setdefault(symbol, set()).add(code)
    for row in COUNTED.strip().splitlines():
        for word in row.split():
            names.setdefault(word.casefold(), set()).add(row.split()[0])
    assert [word for word, units in (names | signs).items() if len(units) > 1] == []


@pytest.mark.parametrize(
    ("written", "language", "name"),
    [
        ("North Korean soldiers", "en", "soldiers"),
        ("pro-Russian troops", "en", "soldiers"),
        ("US citizens", "en", "citizens"),
        ("nordkoreanska soldater", "sv", "soldiers"),
        ("soldiers", "en", None),
        ("soldats russes", "fr", None),
        ("soldiers in Kursk", "en", None),
        ("deaths per soldier", "en", None),
        ("dead soldiers", "en", None),
        ("per cent people", "en", None),
        ("k people", "en", None),
        ("m people", "en", None),
        ("Jamaican dollars", "en", None),
        ("African elephants", "en", None),
    ],
)
def test_adjectives_may_stand_before_what_is_counted(written: str, language: str, name: str | None) -> None:
    found = find_counted(written, language)
    assert (found.name if found else None) == name
