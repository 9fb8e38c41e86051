"""What a claim is about: the words that every report of it shares, in each language that one is written in."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from benchmarks.invention import amounts
from benchmarks.invention.amounts import Day
from benchmarks.invention.english import ENGLISH
from benchmarks.invention.names import pick, place
from benchmarks.invention.others import FRENCH, GERMAN, SWEDISH
from benchmarks.invention.tongue import Tongue

TONGUES = {tongue.code: tongue for tongue in (ENGLISH, SWEDISH, GERMAN, FRENCH)}


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that may have happened. `kind` is `asserted`, `counted`, `sized` or `dated`."""

    kind: str
    place: str
    day: Day
    measure: str | None
    much: int | float
    words: dict[str, dict[str, str]] = field(default_factory=dict)

    def given(self, tongue: Tongue, dice: random.Random) -> Mapping[str, str]:
        """The fact's own words in a language, the same at each call."""
        if tongue.code not in self.words:
            words = {"place": self.place, "rare": self.place, "measure": self.measure or ""}
            if tongue is ENGLISH:
                words["rare"] = tongue.say("compound", dice)
            words["thing"] = tongue.say("thing", dice)
            words["done"] = tongue.say("past" if tongue is ENGLISH else "done", dice)
            words["counted"] = tongue.say("counted", dice)
            words["actor"] = tongue.say("actor", dice, {"place": self.place} if dice.random() < 0.5 else None)
            self.words[tongue.code] = words
        return self.words[tongue.code]

    def sibling(self) -> Fact:
        """Another fact of the same kind, place and amount: what a source says beside the first."""
        return replace(self, words={})


def fact(day: Day, dice: random.Random) -> Fact:
    """One of any kind, about so long before the day."""
    chance = dice.random()
    kind = (
        "asserted" if chance < 0.45 else "counted" if chance < 0.67 else "sized" if chance < 0.87 else "dated"
    )
    measure = pick(dice, tuple(amounts.MEASURES)) if kind == "sized" else None
    back = day.later(int(dice.random() * -60))
    return Fact(kind, place(dice), back, measure, amounts.amount(measure, dice))


def worded(told: Fact, tongue: Tongue, dice: random.Random) -> str:
    """The claim, in the editor's words."""
    rule = "claimed" if told.kind == "asserted" else f"{told.kind}_claim"
    text = tongue.say(rule, dice, told.given(tongue, dice))
    return text[0].upper() + text[1:]


def named(told: Fact, tongue: Tongue, dice: random.Random) -> str:
    """An id that says what the claim is about."""
    words = told.given(tongue, dice)
    rare = words["rare"] if words["rare"] != told.place else words["thing"].split()[-1]
    bare = unicodedata.normalize("NFKD", f"{rare} {told.place}".casefold())
    return re.sub(r"[^a-z0-9]+", "-", bare.encode("ascii", "ignore").decode()).strip("-")
