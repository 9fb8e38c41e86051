from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.interval import Interval


def interval(text: str) -> Interval:
    """`[1, 2)`, `(, 5]`."""
    lower, upper = (end.strip() for end in text[1:-1].split(","))
    return Interval(
        Decimal(lower) if lower else None, Decimal(upper) if upper else None, text[0] == "[", text[-1] == "]"
    )


@pytest.mark.parametrize(
    ("left", "right", "common"),
    [
        ("[1, 1]", "[1, 1]", "[1, 1]"),
        ("[1, 2]", "[3, 4]", None),
        ("[100, )", "[100, 100]", "[100, 100]"),
        ("(100, )", "[100, 100]", None),
        ("(, 100)", "[100, )", None),
        ("(, 100]", "[100, )", "[100, 100]"),
        ("(, 100)", "(, 100]", "(, 100)"),
        ("(0, 100]", "[0, 0]", None),
        ("[1, 5]", "(2, 9)", "(2, 5]"),
        ("(, )", "[3, 4)", "[3, 4)"),
    ],
)
def test_ends_that_touch_are_common_when_both_are_closed(left: str, right: str, common: str | None) -> None:
    expected = interval(common) if common else None
    assert interval(left).common(interval(right)) == expected
    assert interval(right).common(interval(left)) == expected
    assert interval(left).meets(interval(right)) == (common is not None)


END = st.none() | st.integers(-5, 5).map(Decimal)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    lower, upper = draw(END), draw(END)
    if lower is not None and upper is not None and lower > upper:
        lower, upper = upper, lower
    point = lower == upper
    return Interval(
        lower,
        upper,
        lower is not None and (draw(st.booleans()) or point),
        upper is not None and (draw(st.booleans()) or point),
    )


def holds(amounts: Interval, value: Decimal) -> bool:
    return amounts.meets(Interval(value, value))


VALUES = [Decimal(n) / 2 for n in range(-13, 14)]


@given(intervals(), intervals())
def test_what_is_common_is_what_both_hold(left: Interval, right: Interval) -> None:
    common = left.common(right)
    for value in VALUES:
        both = holds(left, value) and holds(right, value)
        assert both == (common is not None and holds(common, value))


@given(intervals(), intervals())
def test_meeting_is_mutual_and_an_interval_meets_itself(left: Interval, right: Interval) -> None:
    assert left.common(right) == right.common(left)
    assert left.common(left) == left
