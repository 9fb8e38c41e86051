"""The dates that a sentence gives, as EDTF, seen from the day of publication."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from generator.model.dates import Date, parse_date
from generator.model.source import Span
from generator.suggest.speech import compiled
from generator.suggest.values import Dated

_MONTHS = (
    "jan(?:uary|uari|\\.)?|feb(?:ruary|ruari|\\.)?|mar(?:ch|s|\\.)?|apr(?:il|\\.)?|may|maj|june?\\.?|juni|july?\\.?|juli|"
    "aug(?:ust|usti|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|okt(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?"
)
_ORDER = ("jan", "feb", "mar", "apr", "ma", "jun", "jul", "aug", "sep", "o", "nov", "dec")
_DAYS = ("monday måndag", "tuesday tisdag", "wednesday onsdag", "thursday torsdag", "friday fredag",
         "saturday lördag",
         "sunday söndag")  # fmt: skip
_WEEKDAY = {name: index for index, names in enumerate(_DAYS) for name in names.split()}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24,
            "våren": 21, "sommaren": 22, "hösten": 23, "vintern": 24}  # fmt: skip
_YEAR = r"(?:1[89]|20|21)\d\d"
_FUTURE = re.compile(
    r"\b(?:will|shall|resume|until|till|expected|expects?|plans?|due|next|before|planned|scheduled|ska|skall|kommer|väntas|ends?)\b",
    re.IGNORECASE,
)
_PATTERN = (
    rf"(?P<asof>as of )?(?:(?P<part>early|mid-?|late|the (?:beginning|start|middle|end) of|början av|slutet av) ?)?"
    rf"(?:(?P<m1>{_MONTHS}) (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,? (?:on |of |in )?(?P<y1>{_YEAR}))?"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m2>{_MONTHS})\b(?: (?P<y2>{_YEAR}))?"
    rf"|(?P<m3>{_MONTHS}),? (?:of |in )?(?P<y3>{_YEAR})"
    rf"|(?P<m4>(?:{_MONTHS}))\b"
    rf"|(?P<season>spring|summer|autumn|fall|winter|våren|sommaren|hösten|vintern)(?: of)? (?P<y5>{_YEAR})"
    rf"|(?P<rel>last|this|next|previous|förra|i) (?P<unit>year|month|spring|summer|autumn|fall|"
    rf"winter|året|månaden|året)"
    rf"|(?P<day>yesterday|today|tomorrow|tonight|this morning|last night|i går|i dag|i morgon)"
    rf"|(?P<week>(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mån|tis|ons|tors|fre|lör|sön)dag)(?:s|en|ens|skvällen|ar|snatten|kvällen|smorgonen)?"
    rf"|(?P<y6>{_YEAR}))(?![\w-]|[.,]\d)"
)
_MONTH_NEEDS = re.compile(r"(?:in|since|of|until|till|by|from|during|last|this|next|for|to|and|"
                          r"before|after|i|sedan|från|till|"
                          r"as of|early|late|mid|end of|beginning of)\s+$", re.IGNORECASE)  # fmt: skip
_YEAR_NEEDS = re.compile(r"(?:in|since|of|until|till|by|from|during|for|to|and|before|after|year|"
                         r"than in|sedan|från|till|år|i|"
                         r"between|hösten|våren)\s+$", re.IGNORECASE)  # fmt: skip


def dates_in(sentence: str, published: Date | None, language: str) -> list[Dated]:
    """The dates of a sentence in order, none within another; spans are in the sentence.

    What only the day of publication could tell (“on Tuesday”) is left out where that isn't known. Words that say “of
    that day” only (a time) give no date.
    """
    seen = _day(published)
    found = []
    for match in compiled(rf"(?<![\w-]){_PATTERN}").finditer(sentence):
        edtf = _edtf(match, sentence, seen)
        value = parse_date(edtf)[0] if edtf else None
        if value is not None:
            found.append(Dated(Span(*match.span()), value, bool(match["asof"])))
    return found


# --- Private functions ---


def _day(published: Date | None) -> date | None:
    start = published.written_start if published else None
    if published is None or start is None or not 1 < start[0] < 9999:
        return None
    end = published.written_end if published.precision not in ("day",) else start
    return date(*(end or start)) if 1 < (end or start)[0] < 9999 else None


def _edtf(match: re.Match[str], sentence: str, seen: date | None) -> str:
    readers: tuple[Callable[[re.Match[str], str, date | None], str], ...] = (
        _of_month, _of_season, _relative, _of_day, _weekday, _of_year
    )  # fmt: skip
    return next((text for reader in readers if (text := reader(match, sentence, seen))), "")


def _of_month(match: re.Match[str], sentence: str, seen: date | None) -> str:
    name = next((match[f"m{i}"] for i in range(1, 5) if match[f"m{i}"]), "")
    if not name:
        return ""
    if match["m4"] and not (_MONTH_NEEDS.search(sentence[: match.start("m4")]) or match["part"]):
        return ""
    if name.casefold() == "may" and not name[0].isupper():
        return ""
    month, day = _month(name), match["d1"] or match["d2"]
    year = match["y1"] or match["y2"] or match["y3"]
    if year is None and seen is None:
        return ""
    number = (
        int(year) if year else _year_of(month, int(day or 1), sentence, match.start(), seen or date.today())
    )
    return f"{number:04}-{month:02}" + (f"-{int(day):02}" if day else "")


def _month(name: str) -> int:
    lower = name.casefold()
    if lower in ("may", "maj"):
        return 5
    return next(i for i, start in enumerate(_ORDER, 1) if lower.startswith(start) and i != 5)


def _year_of(month: int, day: int, sentence: str, at: int, seen: date) -> int:
    """The year of a month without one: the last that it can be, or the next where the words look ahead."""
    is_ahead = (month, day) > (seen.month, seen.day)
    looks_ahead = bool(_FUTURE.search(sentence[max(0, at - 40) : at])) and not re.search(
        r"\b(?:since|from)\s+$", sentence[:at]
    )
    if is_ahead:
        is_near = (month - seen.month) * 31 + day - seen.day < 100
        is_past = re.search(r"\b(?:was|were|had|did|began|\w{3,}ed|hade|\w{3,}ades?)\b", sentence)
        return seen.year if looks_ahead or (is_near and not is_past) else seen.year - 1
    return seen.year + 1 if looks_ahead and (month, day) < (seen.month, seen.day) else seen.year


def _of_season(match: re.Match[str], _: str, __: date | None) -> str:
    return f"{match['y5']}-{_SEASONS[match['season'].casefold()]}" if match["season"] else ""


def _relative(match: re.Match[str], _: str, seen: date | None) -> str:
    if not match["rel"] or seen is None:
        return ""
    back = {"last": -1, "previous": -1, "förra": -1, "next": 1}.get(match["rel"].casefold(), 0)
    unit = match["unit"].casefold()
    if unit in ("year", "året"):
        return "" if match["rel"] == "i" else f"{seen.year + back:04}"
    if unit in ("month", "månaden"):
        months = seen.year * 12 + seen.month - 1 + back
        return f"{months // 12:04}-{months % 12 + 1:02}"
    season = _SEASONS.get(unit, 0)
    is_past = 3 * (season - 20) < seen.month if season != 24 else False
    year = (
        seen.year
        - (0 if is_past and back <= 0 else 1 if back < 0 else 0)
        + (1 if back > 0 and is_past else 0)
    )
    return f"{year:04}-{season}" if season else ""


def _of_day(match: re.Match[str], _: str, seen: date | None) -> str:
    if not match["day"] or seen is None:
        return ""
    ahead = {"yesterday": -1, "i går": -1, "last night": -1, "tomorrow": 1, "i morgon": 1}.get(
        match["day"].casefold(), 0
    )
    return (seen + timedelta(days=ahead)).isoformat()


def _weekday(match: re.Match[str], sentence: str, seen: date | None) -> str:
    if not match["week"] or seen is None:
        return ""
    wanted = _WEEKDAY[match["week"].casefold()]
    back = (seen.weekday() - wanted) % 7
    before = sentence[max(0, match.start() - 60) : match.start()]
    if re.search(r"\blast\s+$", before, re.IGNORECASE) and back == 0:
        back = 7
    ahead = bool(_FUTURE.search(before)) and not re.search(r"\b(?:to|att)\b\s+\w+ed\b", before)
    return (seen + timedelta(days=(7 - back) % 7 if ahead else -back)).isoformat()


def _of_year(match: re.Match[str], sentence: str, _: date | None) -> str:
    return match["y6"] if match["y6"] and _YEAR_NEEDS.search(sentence[: match.start()]) else ""


def overlapping(dates: list[Dated], span: Span) -> Iterator[Dated]:
    """The dates that stand in a span."""
    return (dated for dated in dates if dated.span.overlaps(span))
