"""Figures and dates as each language writes them, with what an editor notes of them."""

from __future__ import annotations

import random
from dataclasses import dataclass

from benchmarks.invention.names import pick
from benchmarks.invention.tongue import Tongue

QUALIFIERS = {
    "en": "about|nearly|at least|more than|over|up to|fewer than|at most|exactly|some".split("|"),
    "sv": "omkring|minst|mer än|högst|upp till".split("|"),
    "de": "rund|etwa|mindestens|mehr als|höchstens".split("|"),
    "fr": "environ|plus de|jusqu'à|presque".split("|"),
}
_BETWEEN = {
    "en": "between {} and {}",
    "sv": "mellan {} och {}",
    "de": "zwischen {} und {}",
    "fr": "entre {} et {}",
}
MEASURES = {
    "length": {"en": "kilometres", "sv": "kilometer", "de": "Kilometer", "fr": "kilomètres"},
    "height": {"en": "metres", "sv": "meter", "de": "Meter", "fr": "mètres"},
    "area": {"en": "hectares", "sv": "hektar", "de": "Hektar", "fr": "hectares"},
    "weight": {"en": "tonnes", "sv": "ton", "de": "Tonnen", "fr": "tonnes"},
    "cost": {"en": "million euros", "sv": "miljoner euro", "de": "Millionen Euro", "fr": "millions d'euros"},
    "share": {"en": "per cent", "sv": "procent", "de": "Prozent", "fr": "%"},
}
"""What is measured, and its unit in each language."""
_ON = {"en": "on {} {} {}", "sv": "den {} {} {}", "de": "am {}. {} {}", "fr": "le {} {} {}"}
_IN = {"en": "in {} {}", "sv": "i {} {}", "de": "im {} {}", "fr": "en {} {}"}
_AROUND = {"en": "around {} {}", "sv": "omkring {} {}", "de": "etwa im {} {}", "fr": "vers {} {}"}
_SEASONS = ("spring", "summer", "autumn")


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar; every month has 28."""

    year: int
    month: int
    day: int

    def __str__(self) -> str:
        return f"{self.year}-{self.month:02}-{self.day:02}"

    def later(self, days: int) -> Day:
        """So many days later, as if every month had 28."""
        months, day = divmod(self.day - 1 + days, 28)
        years, month = divmod(self.month - 1 + months, 12)
        return Day(self.year + years, month + 1, day + 1)


def amount(measure: str | None, dice: random.Random) -> int | float:
    """A likely one: a count, or so much of a measure."""
    if measure is None:
        return int(dice.random() * 90 + 2) * pick(dice, (1, 10, 100))
    if measure == "share":
        return int(dice.random() * 90 + 3)
    tenths = int(dice.random() * 900 + 20)
    return tenths / 10 if tenths % 10 and dice.random() < 0.7 else int(dice.random() * 400 + 3)


def figure(tongue: Tongue, much: int | float, unit: str, dice: random.Random) -> tuple[str, str]:
    """What the article says ("about 1,200 households"), and of it the number alone ("about 1,200")."""
    chance = dice.random()
    if chance < 0.07 and much > 10:
        upper = much + max(1, int(much // 10))
        number = _BETWEEN[tongue.code].format(tongue.number(much), tongue.number(upper))
    elif chance < 0.25:
        number = tongue.number(much)
    else:
        number = f"{pick(dice, QUALIFIERS[tongue.code])} {tongue.number(much)}"
    return f"{number} {unit}", number


def when(tongue: Tongue, day: Day, dice: random.Random) -> tuple[str, str]:
    """What the article says ("on 3 March 2024"), and the date in EDTF."""
    code, month, chance = tongue.code, tongue.months[day.month - 1], dice.random()
    if chance < 0.55:
        return _ON[code].format(day.day, month, day.year), str(day)
    if chance < 0.8:
        return _IN[code].format(month, day.year), f"{day.year}-{day.month:02}"
    if chance < 0.9 or code != "en" or not 3 <= day.month <= 11:
        return _AROUND[code].format(month, day.year), f"{day.year}-{day.month:02}~"
    season = day.month // 3 - 1
    return f"in the {_SEASONS[season]} of {day.year}", f"{day.year}-{21 + season}"
