"""EDTF dates in words."""

from __future__ import annotations

import pytest

from generator.model.dates import parse_date
from generator.render.catalogue import words_for
from generator.render.dates import date_words


def words(text: str, language: str = "en") -> str:
    date, fault = parse_date(text)
    assert date, fault
    return date_words(date, words_for(language))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2025", "2025"),
        ("2025-02", "February 2025"),
        ("2025-02-08", "8 February 2025"),
        ("2025-01~", "about January 2025"),
        ("2025?", "perhaps 2025"),
        ("2025-01-02%", "perhaps about 2 January 2025"),
        ("2024-21", "spring 2024"),
        ("2024-23", "autumn 2024"),
        ("2024-24~", "about winter 2024"),
        ("2024-34", "the second quarter of 2024"),
        ("../2024-03-01", "by 1 March 2024"),
        ("2024-03/..", "from March 2024 on"),
        ("2024-03/2024-05~", "March 2024 to about May 2024"),
        ("202X", "the 2020s"),
        ("19XX", "the 1900s"),
        ("2025-02-08T10:30:00Z", "8 February 2025, 10:30"),
        ("-0043", "-0043"),
    ],
)
def test_a_date_is_said_as_a_reader_says_it(text: str, said: str) -> None:
    assert words(text) == said


def test_american_english_puts_the_month_first() -> None:
    assert words("2025-02-08", "en-US") == "February 8, 2025"


@pytest.mark.parametrize("language", ["xx", "ar", "de", "en"])
def test_dates_are_in_the_language_of_the_pages_own_words(language: str) -> None:
    assert words("2025-02-08", language) == "8 February 2025"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2025-02-12", "12 februari 2025"),
        ("2025-02", "februari 2025"),
        ("2025-01~", "omkring januari 2025"),
        ("2024-24", "vintern 2024"),
        ("2024-33/..", "från och med första kvartalet 2024"),
        ("../2024-03-01", "senast 1 mars 2024"),
        ("2024-03/2024-05?", "mars 2024 till kanske maj 2024"),
        ("199X", "1990-talet"),
        ("2025-02-08T10:30:00Z", "8 februari 2025 kl. 10:30"),
    ],
)
def test_a_date_is_said_in_swedish(text: str, said: str) -> None:
    assert words(text, "sv") == said
