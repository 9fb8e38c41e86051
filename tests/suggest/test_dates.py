"""Dates in sentences, seen from the day of publication."""

from __future__ import annotations

import pytest

from generator.model.dates import parse_date
from generator.suggest.dates import dates_in

SATURDAY = "2025-02-08"


def dates(text: str, published: str = SATURDAY, language: str = "en") -> list[str]:
    return [dated.edtf.text for dated in dates_in(text, parse_date(published)[0], language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It may march on.", []),
        ("Nothing was said of the second march.", []),
        ("It was launched on Aug. 6 on 2024.", ["2024-08-06"]),
        ("It began on 6 August 2024.", ["2024-08-06"]),
        ("It began in August.", ["2024-08"]),
        ("It will end in August.", ["2025-08"]),
        ("As of early February, they fought.", ["2025-02"]),
        ("They agreed last year.", ["2024"]),
        ("They were deployed last fall.", ["2024-23"]),
        ("It is secured until the spring of 2027.", ["2027-21"]),
        ("It burned on Tuesday night.", ["2025-02-04"]),
        ("It burned on Saturday.", ["2025-02-08"]),
        ("It will reopen on Tuesday.", ["2025-02-11"]),
        ("It burned yesterday.", ["2025-02-07"]),
        ("It runs from April 2024 to March 2027.", ["2024-04", "2027-03"]),
        ("In 2019 some 2024 people came.", ["2019"]),
    ],
)
def test_dates_are_edtf(text: str, expected: list[str]) -> None:
    assert dates(text) == expected


def test_a_day_of_the_month_that_is_near_and_not_past_lies_ahead() -> None:
    assert dates("Bron stängs den 3 mars.", "2026-02-12", "sv") == ["2026-03-03"]


def test_what_only_the_day_of_publication_tells_is_left_out_where_that_is_not_known() -> None:
    assert dates("It burned on Tuesday, a year after August 2024.", "") == ["2024-08"]


def test_as_of_says_that_something_held_on_a_date() -> None:
    (dated,) = dates_in("As of early February, they fought.", parse_date(SATURDAY)[0], "en")
    assert dated.as_of


@pytest.mark.parametrize(
    "published", ["0001-01-01", "9999-12-31", "-0500", "2025-02-08~", "2025-02", "../2024"]
)
def test_no_day_of_publication_is_too_odd(published: str) -> None:
    assert isinstance(dates("It burned on Tuesday and last winter, and tomorrow.", published), list)
