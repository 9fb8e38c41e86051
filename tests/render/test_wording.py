"""Numbers and intervals in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.model.figure import Interval
from generator.model.findings import Status
from generator.render import wording
from generator.render.amounts import interval_words, number_words, says_the_same
from generator.render.strip import strip
from tests.render.made import ENGLISH, SWEDISH

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
    assert interval_words(interval, unit, ENGLISH) == said


def test_no_digit_of_a_number_is_lost() -> None:
    assert number_words(D("1234567.123456789"), ENGLISH) == "1,234,567.123456789"


@pytest.mark.parametrize(
    ("interval", "unit", "said"),
    [
        (Interval(D(10000), D(10000)), "soldater", "10\xa0000 soldater"),
        (Interval(D("7200.5"), D(8800)), None, "7\xa0200,5 till 8\xa0800"),
        (Interval(D(10000), None, False, False), None, "mer än 10\xa0000"),
        (Interval(D(-5), None, True, False), "°C", "minst −5 °C"),
        (Interval(D(0), D(12000), False, True), None, "upp till 12\xa0000"),
    ],
)
def test_an_interval_is_said_in_swedish(interval: Interval, unit: str | None, said: str) -> None:
    assert interval_words(interval, unit, SWEDISH) == said


@pytest.mark.parametrize(
    ("names", "english", "swedish"),
    [
        (["a"], "a", "a"),
        (["a", "b"], "a and b", "a och b"),
        (["a", "b", "c", "d"], "a, b, c and d", "a, b, c och d"),
    ],
)
def test_names_are_joined_as_the_language_joins_them(names: list[str], english: str, swedish: str) -> None:
    for words, said in ((ENGLISH, english), (SWEDISH, swedish)):
        assert wording.listed(names, words) == said
        between = [wording.between(index, len(names), words) for index in range(len(names))]
        assert "".join(before + name for before, name in zip(between, names, strict=True)) == said


def test_a_status_agrees_with_the_number_of_claims() -> None:
    said = [wording.status_of_several(Status.CORROBORATED, number, SWEDISH) for number in (1, 2)]
    assert said == ["bekräftat av flera", "bekräftade av flera"]
    assert wording.status_word(Status.DIFFERS, SWEDISH) == "går isär"


@pytest.mark.parametrize(("number", "said"), [(0, "0 sources"), (1, "1 source"), (2, "2 sources")])
def test_a_count_agrees_with_its_noun(number: int, said: str) -> None:
    assert wording.sources(number, ENGLISH) == said


@pytest.mark.parametrize(
    ("parts", "marked"), [(("words",), False), (("“a”",), True), (('"a', 'b"'), True), (("“a", "b"), False)]
)
def test_a_passage_between_quotation_marks_needs_no_more(parts: tuple[str, ...], marked: bool) -> None:
    assert wording.is_between_marks(parts) is marked


def test_a_strip_leaves_out_statuses_without_claims() -> None:
    assert strip({status.value: 0 for status in Status}, ENGLISH) == ()


def test_a_strip_fills_its_bar_in_proportion() -> None:
    stretches = strip({"corroborated": 1, "differs": 3, "one source": 0}, ENGLISH)
    assert [(s.word, s.number, s.x, s.x + s.width) for s in stretches] == [
        ("corroborated", 1, 0, 246),
        ("differs", 3, 250, 1000),
    ]


@pytest.mark.parametrize(
    ("written", "words", "same"), [("at least  45", "at least 45", True), ("45", "45 to 46", False)]
)
def test_an_interval_that_says_nothing_new_is_not_repeated(written: str, words: str, same: bool) -> None:
    assert says_the_same(written, words) is same
