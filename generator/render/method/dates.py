"""Which days a date may be, worked out by the parser that reads the reports."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.dates import Date, parse_date
from generator.model.days import Day, iso
from generator.render.catalogue import Words
from generator.render.dates import date_words
from generator.render.method.figures import Pair

EXAMPLES = (
    "2025-02-08", "2025-02", "2025-02-08~", "2025-02~", "2025-02?", "2025", "2024-24", "2025-34", "2025-38",
    "2025-41", "202X", "19XX", "2XXX", "2025-02/2025-04", "2025-02-08/..", "../2025-02-08",
)  # fmt: skip
"""A date of each precision, of each mark, and intervals with one end open."""


@dataclass(frozen=True, slots=True)
class Covered:
    """A date as written and in words, and the first and the last day that it may be."""

    written: str
    said: str
    first: str
    last: str


def examples(words: Words) -> tuple[Covered, ...]:
    """What each kind of date covers."""
    return tuple(
        Covered(text, date_words(date, words), _day(date.start, words), _day(date.end, words))
        for text in EXAMPLES
        for date in [_read(text)]
    )


def pairs(words: Words) -> tuple[Pair, ...]:
    """Dates that have a day in common, and dates that don't."""
    written = (("2025-02", "2025-02-08"), ("2025-01", "2025-02"), ("2025-01~", "2025-02"))
    return tuple(
        Pair(left, right, words.gettext("agree") if agree else words.gettext("differ"), agree)
        for left, right in written
        for agree in [_read(left).overlaps(_read(right))]
    )


# --- Private ---


def _day(day: Day | None, words: Words) -> str:
    return iso(day) if day else words.gettext("no limit")


def _read(text: str) -> Date:
    date, fault = parse_date(text)
    if date is None:
        raise AssertionError(f"an example of ours can't be read: {text}: {fault}")
    return date
