"""EDTF dates (ISO 8601-2) in words, from what was written and not from the days it may mean."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from generator.model.dates import Date

_SEASON = ("spring", "summer", "autumn", "winter")
_ORDINAL = ("first", "second", "third", "fourth")
_DIVISIONS = {
    **{21 + i: f"{_SEASON[i]} {{}}" for i in range(4)},
    **{25 + i: f"{_SEASON[i]} {{}} (northern)" for i in range(4)},
    **{29 + i: f"{_SEASON[i]} {{}} (southern)" for i in range(4)},
    **{33 + i: f"the {_ORDINAL[i]} quarter of {{}}" for i in range(4)},
    **{37 + i: f"the {_ORDINAL[i]} four months of {{}}" for i in range(3)},
    **{40 + i: f"the {_ORDINAL[i]} half of {{}}" for i in range(2)},
}
"""Divisions of a year (ISO 8601-2, 4.8)."""

_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)\S*)?)?)?([~?%]?)")
_DECADE = re.compile(r"(\d{3})X([~?%]?)")
_CENTURY = re.compile(r"(\d{2})XX([~?%]?)")
_DOUBT = {"": "{}", "~": "about {}", "?": "perhaps {}", "%": "perhaps about {}"}
_OPEN = ("", "..")


def date_words(date: Date, language: str = "en") -> str:
    """The date as a reader says it: "about January 2025", "autumn 2024", "by 1 March 2024".

    What this does not read stands as it was written.
    """
    return _words(date.text.strip(), language)


@lru_cache(maxsize=64)
def locale_of(language: str) -> Locale:
    """The locale in which dates and numbers are written: the language's own where the page's words are in it too.

    The page's own words are English so far, so that a date stands in English between them. A bare `en` is written
    day first.
    """
    try:
        locale = Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        return Locale("en", "GB")
    return locale if locale.language == "en" and locale.territory else Locale("en", "GB")


# --- Private ---


@lru_cache(maxsize=4096)
def _words(text: str, language: str) -> str:
    begin, slash, end = text.partition("/")
    if not slash:
        return _point(text, language)
    if begin in _OPEN and end in _OPEN:
        return text
    if begin in _OPEN:
        return f"by {_point(end, language)}"
    if end in _OPEN:
        return f"from {_point(begin, language)} on"
    return f"{_point(begin, language)} to {_point(end, language)}"


def _point(text: str, language: str) -> str:
    if match := _POINT.fullmatch(text):
        words = _calendar(match[1], match[2], match[3], language)
        time = f", {match[4]}" if match[4] else ""
        return _DOUBT[match[5]].format(words) + time if words else text
    if match := _DECADE.fullmatch(text):
        return _DOUBT[match[2]].format(f"the {match[1]}0s")
    if match := _CENTURY.fullmatch(text):
        return _DOUBT[match[2]].format(f"the {match[1]}00s")
    return text


def _calendar(year: str, month: str | None, day: str | None, language: str) -> str | None:
    if month is None:
        return year
    if int(month) in _DIVISIONS and day is None:
        return _DIVISIONS[int(month)].format(year)
    try:
        date = datetime.date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    pattern = "long" if day else "MMMM y"
    return format_date(date, format=pattern, locale=locale_of(language))
