"""EDTF dates (ISO 8601-2) in words, from what was written and not from the days it may mean."""

from __future__ import annotations

import datetime
import re
from functools import cache, lru_cache

from babel.dates import format_date

from generator.model.dates import Date
from generator.render.catalogue import Words


def date_words(date: Date, words: Words) -> str:
    """The date as a reader says it: "about January 2025", "autumn 2024", "by 1 March 2024".

    What this does not read stands as it was written.
    """
    return _words(date.text.strip(), words)


# --- Private ---

_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)\S*)?)?)?([~?%]?)")
_DECADE = re.compile(r"(\d{3})X([~?%]?)")
_CENTURY = re.compile(r"(\d{2})XX([~?%]?)")
_OPEN = ("", "..")


@lru_cache(maxsize=4096)
def _words(text: str, words: Words) -> str:
    begin, slash, end = text.partition("/")
    if not slash:
        return _point(text, words)
    if begin in _OPEN and end in _OPEN:
        return text
    if begin in _OPEN:
        return words.pgettext("dates", "by %(date)s", date=_point(end, words))
    if end in _OPEN:
        return words.pgettext("dates", "from %(date)s on", date=_point(begin, words))
    ends = {"begin": _point(begin, words), "end": _point(end, words)}
    return words.pgettext("dates", "%(begin)s to %(end)s", **ends)


def _point(text: str, words: Words) -> str:
    if match := _POINT.fullmatch(text):
        date = _calendar(match[1], match[2], match[3], words)
        if date is None:
            return text
        said = _doubted(date, match[5], words)
        return words.pgettext("dates", "%(date)s, %(time)s", date=said, time=match[4]) if match[4] else said
    if match := _DECADE.fullmatch(text):
        return _doubted(words.pgettext("a decade", "the %(year)ss", year=f"{match[1]}0"), match[2], words)
    if match := _CENTURY.fullmatch(text):
        return _doubted(words.pgettext("a century", "the %(year)ss", year=f"{match[1]}00"), match[2], words)
    return text


def _doubted(date: str, doubt: str, words: Words) -> str:
    match doubt:
        case "~":
            return words.pgettext("dates", "about %(date)s", date=date)
        case "?":
            return words.pgettext("dates", "perhaps %(date)s", date=date)
        case "%":
            return words.pgettext("dates", "perhaps about %(date)s", date=date)
    return date


def _calendar(year: str, month: str | None, day: str | None, words: Words) -> str | None:
    if month is None:
        return year
    if (division := _divisions(words).get(int(month))) and day is None:
        return division % {"year": year}
    try:
        date = datetime.date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    return format_date(date, format="long" if day else "MMMM y", locale=words.locale)


@cache
def _divisions(words: Words) -> dict[int, str]:
    """What the divisions of a year are called (ISO 8601-2, 4.8), with a place for the year."""
    year = "%(year)s"
    said = (
        words.gettext("spring %(year)s", year=year),
        words.gettext("summer %(year)s", year=year),
        words.gettext("autumn %(year)s", year=year),
        words.gettext("winter %(year)s", year=year),
        words.gettext("spring %(year)s (northern)", year=year),
        words.gettext("summer %(year)s (northern)", year=year),
        words.gettext("autumn %(year)s (northern)", year=year),
        words.gettext("winter %(year)s (northern)", year=year),
        words.gettext("spring %(year)s (southern)", year=year),
        words.gettext("summer %(year)s (southern)", year=year),
        words.gettext("autumn %(year)s (southern)", year=year),
        words.gettext("winter %(year)s (southern)", year=year),
        words.gettext("the first quarter of %(year)s", year=year),
        words.gettext("the second quarter of %(year)s", year=year),
        words.gettext("the third quarter of %(year)s", year=year),
        words.gettext("the fourth quarter of %(year)s", year=year),
        words.gettext("the first four months of %(year)s", year=year),
        words.gettext("the second four months of %(year)s", year=year),
        words.gettext("the third four months of %(year)s", year=year),
        words.gettext("the first half of %(year)s", year=year),
        words.gettext("the second half of %(year)s", year=year),
    )
    return dict(enumerate(said, start=21))
