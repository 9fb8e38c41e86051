"""A language as rules of words: a rule's name -> a text, by dice."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.invention.names import person, pick, place, surname

_SLOT = re.compile(r"\{(\w+)\}")
_MADE = {"place": place, "surname": surname, "person": person}

Pieces = tuple[str, ...]
"""Literal texts at even places, names of rules between them."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language: its rules, how it writes numbers, its months, and its hedges.

    `«…»` in a sentence is what an editor would quote of it, `⟨…⟩` within that what a quotation leaves out.
    """

    code: str
    rules: Mapping[str, tuple[Pieces, ...]]
    thousands: str
    decimal: str
    months: tuple[str, ...]
    hedges: tuple[str, ...]

    def say(self, rule: str, dice: random.Random, given: Mapping[str, str] | None = None) -> str:
        """A text by the rule; names in `given` stand for what is given."""
        pieces = pick(dice, self.rules[rule])
        if len(pieces) == 1:
            return pieces[0]
        said = [pieces[0]]
        for index in range(1, len(pieces), 2):
            said += (self._part(pieces[index], dice, given), pieces[index + 1])
        return "".join(said)

    def _part(self, slot: str, dice: random.Random, given: Mapping[str, str] | None) -> str:
        if given and slot in given:
            return given[slot]
        if slot in _MADE:
            return _MADE[slot](dice)
        if slot[0].isupper():
            part = self._part(slot[0].lower() + slot[1:], dice, given)
            return part[0].upper() + part[1:]
        return self.say(slot, dice, given)

    def number(self, amount: int | float) -> str:
        """An amount as it is written in the language."""
        whole, _, rest = f"{amount:,}".partition(".")
        whole = whole.replace(",", self.thousands)
        return f"{whole}{self.decimal}{rest}" if rest else whole


def rules(*tables: Mapping[str, str]) -> dict[str, tuple[Pieces, ...]]:
    """Rules by name, of texts in which `|` parts what may be said and `{name}` stands for another rule."""
    read = {}
    for table in tables:
        for name, text in table.items():
            options = (" ".join(option.split()) for option in text.split("|"))
            # a leading comma or blank belongs to the option: "~" keeps it through the folding of white space
            read[name] = tuple(tuple(_SLOT.split(option.replace("~", " "))) for option in options)
    return read


def sentence(text: str) -> str:
    """The text with a capital letter and a full stop."""
    opening = 1 if text[0] == "«" else 0
    return f"{text[:opening]}{text[opening].upper()}{text[opening + 1 :]}."
