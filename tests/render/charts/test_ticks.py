"""Labels of ticks: within the plot, apart from each other, on a wide and on a narrow one."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.render.amounts import short_number
from generator.render.charts.lettering import ELLIPSIS, cut, lines, width
from generator.render.charts.ticks import AMOUNTS, DATES, GAP, MARGIN, amount_words, lettered
from tests.growth import LINEAR, growth
from tests.render.made import ENGLISH

TEXTS = st.text(max_size=40)
PLACES = st.lists(st.floats(0, 100), max_size=12, unique=True).map(sorted)


@settings(deadline=None)
@given(PLACES, st.data(), st.sampled_from([AMOUNTS, DATES]))
def test_labels_neither_meet_nor_leave_the_plot(
    places: list[float], data: st.DataObject, plots: tuple[float, float]
) -> None:
    texts = data.draw(st.lists(TEXTS, min_size=len(places), max_size=len(places)))
    ticks = lettered(places, texts, plots)
    assert [tick.at for tick in ticks] == places
    wide, narrow = plots
    for plot, shown in ((wide, ("always", "wide")), (narrow, ("always",))):
        reaches = [tick.reach(plot) for tick in ticks if tick.shown in shown]
        assert all(start >= -MARGIN - 0.01 and end <= plot + MARGIN + 0.01 for start, end in reaches)
        assert all(left[1] + GAP <= right[0] for left, right in pairwise(reaches))


def test_short_labels_are_all_there() -> None:
    assert {tick.shown for tick in lettered([0, 25, 50, 75, 100], list("01234"))} == {"always"}


def test_a_label_at_an_end_is_held_there() -> None:
    ticks = lettered([0, 50, 100], ["1,000,000", "2,000,000", "3,000,000"])
    assert [tick.hold for tick in ticks] == ["start", "middle", "end"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("0", "0"),
        ("-12.5", "−12.5"),
        ("999999", "999,999"),
        ("1E+6", "1 million"),
        ("2500000", "2.5 million"),
        ("1234567", "1,234,567"),
        ("-20000000", "−20 million"),
        ("7E+9", "7 billion"),
        ("65000000000000000000000", "6.5 × 10²²"),
        ("0.0004", "0.0004"),
    ],
)
def test_a_number_takes_few_letters_and_nothing_is_rounded(number: str, words: str) -> None:
    assert short_number(Decimal(number), ENGLISH) == words


@settings(deadline=None)
@given(st.lists(st.decimals(min_value=-(10**20), max_value=10**20, places=2), max_size=6, unique=True))
def test_amounts_that_differ_are_written_differently(amounts: list[Decimal]) -> None:
    assert len(set(amount_words(amounts, ENGLISH))) == len(amounts)


@settings(deadline=None)
@given(st.text(), st.floats(20, 400))
def test_a_text_that_is_cut_fits(text: str, room: float) -> None:
    short = cut(text, 13, room)
    assert width(short, 13) <= room
    assert short == text or (short.endswith(ELLIPSIS) and text.startswith(short[:-1]))


@settings(deadline=None)
@given(st.text(), st.floats(20, 400), st.integers(1, 4))
def test_lines_fit_and_together_are_the_text_or_its_beginning(text: str, room: float, most: int) -> None:
    broken = lines(text, 13, room, most)
    assert 1 <= len(broken) <= most
    assert all(width(line, 13) <= room for line in broken)
    if not any(line.endswith(ELLIPSIS) for line in broken):
        assert " ".join(broken).split() == text.split()


@settings(deadline=None)
@given(st.decimals(allow_nan=False, allow_infinity=False, min_value="-1e39", max_value="1e39"))
def test_no_digit_of_a_number_is_lost(number: Decimal) -> None:
    times = {"million": 6, "billion": 9, "trillion": 12}
    words = short_number(number, ENGLISH).replace("−", "-").replace(",", "").translate(_LOWERED)
    mantissa, _, rest = words.replace(" × 10", " e").partition(" ")
    power = times.get(rest) or int(rest.removeprefix("e") or 0)
    assert Decimal(f"{mantissa}E{power}") == number


_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def test_a_name_as_long_as_a_book_is_cut_with_linear_work() -> None:
    assert growth(lambda size: lines("a name " * size, 13, 150, 3), 80_000) < LINEAR
    assert growth(lambda size: cut("name" * size, 13, 150), 80_000) < LINEAR
