"""Numbers and intervals in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.model.figure import Interval
from generator.model.findings import Status
from generator.render import wording
from generator.render.strip import strip

D = Decimal


@pytest.mark.parametrize(
    ("interval", "unit", "said"),
    [
        (Interval(D(5), D(5)), None, "5"),
        (Interval(D(3200000), D(4800000)), "£", "£3,200,000 to £4,800,000"),
        (Interval(D(7200), D(8800)), None, "7,200 to 8,800"),
        (Interval(D(10000), None, False, False), "soldiers", "more than 10,000 soldiers"),
        (Interval(D(10), None, True, False), None, "at least 10"),
        (Interval(D(0), D(12000), False, True), None, "up to 12,000"),
        (Interval(D(0), D(9), False, False), None, "less than 9"),
        (Interval(None, D(9), False, True), "km", "at most 9 km"),
        (Interval(None, D("9.50"), False, False), None, "less than 9.50"),
        (Interval(D(1), D(2), False, False), None, "more than 1, less than 2"),
        (Interval(None, None, False, False), None, "any number"),
    ],
)
def test_an_interval_is_said_in_words(interval: Interval, unit: str | None, said: str) -> None:
    assert wording.interval_words(interval, unit, "en") == said


def test_no_digit_of_a_number_is_lost() -> None:
    assert wording.number_words(D("1234567.123456789"), "en") == "1,234,567.123456789"


@pytest.mark.parametrize(("number", "said"), [(0, "0 sources"), (1, "1 source"), (2, "2 sources")])
def test_a_count_agrees_with_its_noun(number: int, said: str) -> None:
    assert wording.count(number, "source") == said


@pytest.mark.parametrize(
    ("parts", "marked"), [(("words",), False), (("“a”",), True), (('"a', 'b"'), True), (("“a", "b"), False)]
)
def test_a_passage_between_quotation_marks_needs_no_more(parts: tuple[str, ...], marked: bool) -> None:
    assert wording.is_between_marks(parts) is marked


def test_a_strip_leaves_out_statuses_without_claims() -> None:
    assert strip({status.value: 0 for status in Status}) == ()


def test_a_strip_fills_its_bar_in_proportion() -> None:
    stretches = strip({"corroborated": 1, "differs": 3, "one source": 0})
    assert [(s.word, s.number, s.x, s.x + s.width) for s in stretches] == [
        ("corroborated", 1, 0, 246),
        ("differs", 3, 250, 1000),
    ]


@pytest.mark.parametrize(
    ("written", "words", "same"), [("at least  45", "at least 45", True), ("45", "45 to 46", False)]
)
def test_an_interval_that_says_nothing_new_is_not_repeated(written: str, words: str, same: bool) -> None:
    assert wording.says_the_same(written, words) is same
