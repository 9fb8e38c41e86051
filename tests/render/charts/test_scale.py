"""Axes for amounts: every amount on them, in order; ticks round, and few."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.render.charts.scale import Scale, scale_of

AMOUNTS = st.lists(
    st.one_of(
        st.integers(-(10**7), 10**7).map(Decimal),
        st.decimals(allow_nan=False, allow_infinity=False, min_value="-1e30", max_value="1e30"),
        st.decimals(min_value="0.0001", max_value="9", places=4),
    ),
    min_size=1,
    max_size=8,
)


def made(*amounts: str, below: bool = False, above: bool = False) -> Scale:
    return scale_of([Decimal(amount) for amount in amounts], open_below=below, open_above=above)


def labels(scale: Scale) -> list[str]:
    return [f"{tick:f}" for tick in scale.ticks()]


@pytest.mark.parametrize(
    ("amounts", "ticks"),
    [
        (("0", "5"), ["0", "1", "2", "3", "4", "5"]),
        (("8000", "12000"), ["8000", "9000", "10000", "11000", "12000"]),
        (("400", "900"), ["0", "200", "400", "600", "800"]),
        (("14", "14"), ["0", "5", "10"]),
        (("-12.5", "3"), ["-10", "-5", "0"]),
        (("0.4", "-3"), ["-3", "-2", "-1", "0"]),
        (("1", "10000000"), ["1", "100", "10000", "1000000"]),
        (("2", "1999"), ["0", "500", "1000", "1500", "2000"]),
    ],
)
def test_ticks_are_round(amounts: tuple[str, ...], ticks: list[str]) -> None:
    assert labels(made(*amounts)) == ticks


@pytest.mark.parametrize(
    ("amounts", "ticks"),
    [
        (("230", "231"), ["230", "231"]),
        (("1", "2"), ["0", "1", "2"]),
        (("0", "500"), ["0", "100", "200", "300", "400", "500"]),
        (("3", "3.4"), ["3.0", "3.1", "3.2", "3.3", "3.4"]),
    ],
)
def test_what_is_counted_in_whole_numbers_has_whole_ticks_if_there_are_two(
    amounts: tuple[str, ...], ticks: list[str]
) -> None:
    assert [f"{tick:f}" for tick in made(*amounts).ticks(whole=True)] == ticks


@pytest.mark.parametrize(
    ("amounts", "is_log"),
    [
        (("1", "10"), False),
        (("1", "999"), False),
        (("1", "1000"), True),
        (("0.001", "1"), True),
        (("0", "10000000"), False),
        (("-1", "10000000"), False),
    ],
)
def test_three_orders_of_magnitude_make_it_logarithmic_where_all_is_above_zero(
    amounts: tuple[str, ...], is_log: bool
) -> None:
    assert made(*amounts).is_log is is_log


def test_it_begins_at_zero_where_the_least_is_small_beside_the_greatest_and_else_does_not() -> None:
    assert made("100", "200").lower == 0
    assert made("150", "200").lower > 100
    assert made("150", "200", below=True).lower == 0
    assert made("-5", "-5").upper > 0


def test_an_arrow_has_room() -> None:
    assert made("150", "200").at(Decimal(200)) > 90
    assert made("150", "200", above=True).at(Decimal(200)) < 85
    assert made("0", "200", below=True).at(Decimal(0)) > 10


@settings(deadline=None)
@given(AMOUNTS, st.booleans(), st.booleans())
def test_every_amount_is_on_the_axis_and_their_order_is_that_of_their_places(
    amounts: list[Decimal], below: bool, above: bool
) -> None:
    scale = scale_of(amounts, open_below=below, open_above=above)
    places = [scale.at(amount) for amount in sorted(amounts)]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in places)
    if scale.is_log:
        assert max(amounts) / min(amounts) >= 999
    elif max(amounts) != min(amounts):
        assert places[-1] - places[0] > 18


@settings(deadline=None)
@given(AMOUNTS, st.booleans(), st.booleans())
def test_places_are_those_of_exact_fractions(amounts: list[Decimal], below: bool, above: bool) -> None:
    scale = scale_of(amounts, open_below=below, open_above=above)
    for amount in (*amounts, *scale.ticks()):
        value = Fraction(amount.log10() if scale.is_log else amount)
        share = (value - scale.lower) / (scale.upper - scale.lower)
        assert scale.at(amount) == round(float(min(max(share, Fraction(0)), Fraction(1)) * 100), 2)


@settings(deadline=None)
@given(AMOUNTS, st.booleans(), st.booleans())
def test_ticks_are_few_in_order_and_on_the_axis(amounts: list[Decimal], below: bool, above: bool) -> None:
    scale = scale_of(amounts, open_below=below, open_above=above)
    ticks = scale.ticks(whole=below)
    places = [scale.at(tick) for tick in ticks]
    assert 2 <= len(ticks) <= 7
    assert all(left < right for left, right in pairwise(places))
    assert all(0 <= place <= 100 for place in places)
    gaps = [right - left for left, right in pairwise(places)]
    assert max(gaps) - min(gaps) < 0.05


@settings(deadline=None)
@given(st.lists(st.decimals(min_value="0.01", max_value="1e9", places=2), min_size=2, max_size=6))
def test_on_a_logarithmic_axis_equal_ratios_take_equal_room(amounts: list[Decimal]) -> None:
    scale = scale_of([Decimal("0.01"), *amounts, Decimal("1e9")], open_below=False, open_above=False)
    assert scale.is_log
    a, b, c = (scale.at(Decimal(amount)) for amount in ("1", "100", "10000"))
    assert abs((b - a) - (c - b)) < 0.05
    assert all(scale.at(x) <= scale.at(y) for x, y in pairwise(sorted(amounts)))
