"""Dates on a line: by the calendar over any years, in order, with ticks on days, months or years."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.dates import Date, parse_date
from generator.model.days import Day, days_in
from generator.render.charts.calendar import line_of, number
from generator.render.charts.moments import DateLine, date_line
from tests.render.made import ENGLISH

DAYS = st.builds(
    lambda year, month, day: (year, month, min(day, days_in(year, month))),
    st.one_of(st.integers(-30_000, 30_000), st.integers(2020, 2026)),
    st.integers(1, 12),
    st.integers(1, 31),
)
EDTF = st.sampled_from(
    ["2025-02-08", "2025-02-08~", "2025-02", "2025?", "2024-24", "../2024-03-01", "2025-03/..", "2025-01/2025-06",
     "1950S2", "202X", "Y-170000", "-0044-03-15", "XXXX", "2024-02-29", "1066", "2025-02-09T10:00:00Z"]
)  # fmt: skip


def date(text: str) -> Date:
    made, fault = parse_date(text)
    assert made, fault
    return made


def dated(*texts: str) -> DateLine:
    line = date_line([date(text) for text in texts], ENGLISH)
    assert line
    return line


@settings(deadline=None)
@given(st.dates(), st.dates())
def test_days_are_counted_as_the_calendar_does(first: datetime.date, last: datetime.date) -> None:
    counted = number((last.year, last.month, last.day)) - number((first.year, first.month, first.day))
    assert counted == (last - first).days


@settings(deadline=None)
@given(st.integers(-40_000, 40_000), st.integers(1, 12))
def test_a_month_is_as_long_as_it_is_in_any_year(year: int, month: int) -> None:
    last = (year, month, days_in(year, month))
    follows = (year + month // 12, month % 12 + 1, 1)
    assert number(follows) - number(last) == 1


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2025-02-08", "2025-02-09", ["8 Feb", "9 Feb"]),
        ("2026-03-14", "2026-04-06", ["16 Mar", "23 Mar", "30 Mar", "6 Apr"]),
        ("2024-11", "2025-02", ["Nov 2024", "Dec 2024", "Jan 2025", "Feb 2025", "Mar 2025"]),
        ("2020", "2025", ["2020", "2022", "2024", "2026"]),
        ("1800", "2025", ["1800", "1850", "1900", "1950", "2000"]),
        ("-0044-03-15", "0033", ["−40", "−20", "0", "20"]),
        ("Y-170000", "2025", ["−150000", "−100000", "−50000", "0"]),
    ],
)
def test_ticks_are_days_months_or_years_by_the_span(first: str, last: str, words: list[str]) -> None:
    assert [tick.text for tick in dated(first, last).ticks] == words


@settings(deadline=None)
@given(st.lists(DAYS, min_size=2, max_size=8, unique=True), st.booleans(), st.booleans())
def test_days_lie_in_order_on_the_line_and_so_do_its_ticks(
    days: list[Day], before: bool, after: bool
) -> None:
    line = line_of(days, open_before=before, open_after=after)
    assert line
    places = [line.at(day) for day in sorted(days)]
    assert places == sorted(places)
    assert 0 < places[0] < places[-1] < 100
    ticks = [line.at(day) for day, _ in line.ticks(ENGLISH)]
    assert 1 <= len(ticks) <= 6
    assert all(left < right for left, right in pairwise(ticks))
    assert all(0 <= tick <= 100 for tick in ticks)


@settings(deadline=None)
@given(st.lists(EDTF, min_size=1, max_size=8))
def test_every_stretch_is_on_the_line_and_doubt_never_makes_it_shorter(texts: list[str]) -> None:
    line = date_line([date(text) for text in texts], ENGLISH)
    for stretch in line.stretches if line else ():
        assert 0 <= stretch.early <= stretch.start <= stretch.end <= stretch.late <= 100
        assert not (stretch.arrow_start and stretch.start)
        assert not (stretch.arrow_end and stretch.end != 100)


def test_an_open_end_has_an_arrow_and_doubt_is_drawn() -> None:
    by, since, about, month = dated("../2024-03-01", "2025-03/..", "2024-06~", "2024-06").stretches
    assert (by.arrow_start, by.arrow_end) == (True, False)
    assert (since.arrow_start, since.arrow_end) == (False, True)
    assert about.is_wider
    assert (about.start, about.end) == (month.start, month.end)
    assert not month.is_wider


@pytest.mark.parametrize(
    "texts", [[], ["2025-02-08"], ["2025-02-08", "2025-02-08"], ["XXXX"], ["../2025-01-01"]]
)
def test_one_day_alone_is_no_line(texts: list[str]) -> None:
    assert date_line([date(text) for text in texts], ENGLISH) is None
