"""Sentences turned into other statements by dice: another number, negation, modal or name."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Turn:
    """A sentence, what was made of it, and what kind of change that was."""

    kind: str
    was: str
    now: str


NAMES = "Anderson Okafor Lindqvist Moreau Zhang Petrov Haddad Silva O'Brien Müller Åkesson Núñez Kyiv".split()
LOWER = ["bin Laden", "al-Assad", "van der Berg", "de Gaulle", "ibn Saud", "von Trotta"]
WORDS = "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty ninety".split()
UNITS = [
    ("km", "miles"),
    ("hours", "days"),
    ("million", "billion"),
    ("per cent", "percentage points"),
    ("kg", "tonnes"),
]
MODALS = "may might must will would could should can shall cannot".split()
AUX = "is are was were has have had will would can could should may might must does did do".split()
DENIALS = {"not": "", "never": "", "no": "some", "without": "with", "nobody": "everybody", "nothing": "everything",
           "none": "all", "neither": "both", "nor": "and", "cannot": "can"}  # fmt: skip
VERBS = "help make use find see work build need show give keep take start change support include know want".split()
ADJECTIVES = (
    "likely able clear certain usual common necessary known important safe fair legal possible".split()
)


def turns(dice: random.Random, sentences: Sequence[str], count: int) -> Iterator[Turn]:
    """So many turned sentences, of each kind as many; the same for the same dice and sentences."""
    kinds = list(KINDS)
    made = 0
    while made < count:
        kind = kinds[made % len(kinds)]
        sentence = dice.choice(sentences)
        now = dice.choice(KINDS[kind])(dice, sentence)
        if now and sentence not in now:  # else every word of it still stands there
            yield Turn(kind, sentence, now)
            made += 1


# --- Kinds ---


def _one(dice: random.Random, pattern: str, text: str, change: Callable[[re.Match[str]], str]) -> str:
    """The text with one of the matches changed; empty where there is none."""
    found = list(re.finditer(pattern, text))
    if not found:
        return ""
    match = dice.choice(found)
    return text[: match.start()] + change(match) + text[match.end() :]


def digits(dice: random.Random, text: str) -> str:
    return _one(dice, r"(?<![\w.,])\d[\d,.]*(?<=\d)", text, lambda m: _other_number(dice, m[0]))


def _other_number(dice: random.Random, number: str) -> str:
    plain = int(re.sub(r"\D", "", number)[:9])
    near = [plain + dice.choice([1, 2, 10, 100]), max(0, plain - 1) if plain else 7, plain * 10, plain * 1000]
    return dice.choice([str(each) for each in near if each != plain] or ["42"])


def quantified(dice: random.Random, text: str) -> str:
    """A number put before a noun in the plural."""
    return _one(
        dice,
        r"\b(?=[a-z]{4,}s\b)",
        text,
        lambda m: dice.choice((f"{dice.randrange(2, 900)} ", f"{dice.choice(WORDS)} ")),
    )


def worded(dice: random.Random, text: str) -> str:
    other = dice.choice(WORDS)
    return _one(
        dice, rf"\b(?:{'|'.join(WORDS)}|one)\b", text, lambda m: other if other != m[0] else "sixteen"
    )


def unit(dice: random.Random, text: str) -> str:
    a, b = dice.choice(UNITS)
    if re.search(rf"\d {a}\b", text):
        return re.sub(rf"(\d) {a}\b", rf"\1 {b}", text, count=1)
    return _one(
        dice, r"\d%|[$£€]\d", text, lambda m: m[0].replace("%", "") if "%" in m[0] else "¥" + m[0][1:]
    )


def dated(dice: random.Random, text: str) -> str:
    months = "January February March April June July August September October November December".split()
    return _one(
        dice, rf"\b(?:{'|'.join(months)})\b", text, lambda m: dice.choice([x for x in months if x != m[0]])
    )


def denied(dice: random.Random, text: str) -> str:
    word = dice.choice(["not", "never", "not", "hardly"])
    return _one(dice, rf"\b(?:{'|'.join(AUX)})\b(?! not)", text, lambda m: f"{m[0]} {word}")


def contracted(dice: random.Random, text: str) -> str:
    return _one(
        dice,
        r"\b(?:is|are|was|were|has|have|had|would|could|should|does|did|do)\b(?! not|n)",
        text,
        lambda m: m[0] + dice.choice(["n't", "n’t"]),
    )


def affirmed(dice: random.Random, text: str) -> str:
    found = _one(dice, rf"(?i)\b(?:{'|'.join(DENIALS)})\b ?", text, lambda m: _without(m[0]))
    return found or _one(dice, r"n['’]t\b", text, lambda m: "")


def _without(word: str) -> str:
    other = DENIALS[word.strip().lower()]
    return f"{other} " if other else ""


def prefixed(dice: random.Random, text: str) -> str:
    prefix = dice.choice(["un", "non-", "in", "dis", "anti-"])
    return _one(dice, rf"\b(?:{'|'.join(ADJECTIVES)}|[a-z]{{5,}}ed)\b", text, lambda m: prefix + m[0])


def failed(dice: random.Random, text: str) -> str:
    return _one(dice, rf"\b(?:{'|'.join(VERBS)})s?\b", text, lambda m: f"fail to {m[0].rstrip('s')}")


def modal(dice: random.Random, text: str) -> str:
    return _one(
        dice, rf"\b(?:{'|'.join(MODALS)})\b", text, lambda m: dice.choice([x for x in MODALS if x != m[0]])
    )


def hedged(dice: random.Random, text: str) -> str:
    word = dice.choice(["allegedly", "reportedly", "probably", "perhaps", "may have"])
    return _one(dice, rf"\b(?:{'|'.join(AUX)})\b", text, lambda m: f"{m[0]} {word}")


def certain(dice: random.Random, text: str) -> str:
    return _one(
        dice, r"\b(?:may|might|could|probably|likely|perhaps|expected|seems?|if) ", text, lambda m: ""
    )


def named(dice: random.Random, text: str) -> str:
    other = dice.choice([*NAMES, *LOWER])
    return _one(dice, r"(?<=[a-z,] )[A-Z][a-z]{2,}\b", text, lambda m: other if other != m[0] else "Xu")


def misnamed(dice: random.Random, text: str) -> str:
    """A letter of a name changed, one letter more, an accent, or its capital."""

    def change(match: re.Match[str]) -> str:
        name = match[0]
        at = dice.randrange(1, len(name))
        letter = dice.choice("aeiouyxzäöéñ")
        ways = [
            name[:at] + letter + name[at + 1 :],
            name[:at] + letter + name[at:],
            name[:at] + name[at + 1 :],
            name.lower(),
            name.upper(),
        ]
        return dice.choice([way for way in ways if way != name])

    return _one(dice, r"(?<=[a-z,] )[A-Z][a-z]{3,}\b", text, change)


def initialled(dice: random.Random, text: str) -> str:
    found = _one(dice, r"\b[A-Z]\.(?= [A-Z][a-z])", text, lambda m: "Q." if m[0] != "Q." else "Z.")
    return found or _one(dice, r"(?<=[a-z] )(?=[A-Z][a-z]+ [A-Z][a-z]+)", text, lambda m: "B. ")


def swapped(dice: random.Random, text: str) -> str:
    """Two names, each in the other's place."""
    found = list(re.finditer(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b", text))
    if len({m[0] for m in found}) < 2:
        return ""
    one, other = dice.sample(found, 2)
    if one[0] == other[0]:
        return ""
    first, second = sorted((one, other), key=lambda m: m.start())
    between = text[first.end() : second.start()]
    return text[: first.start()] + second[0] + between + first[0] + text[second.end() :]


KINDS: dict[str, list[Callable[[random.Random, str], str]]] = {
    "number": [digits, quantified, worded, unit, dated],
    "negation": [denied, contracted, affirmed, prefixed, failed],
    "modal": [modal, hedged, certain],
    "name": [named, misnamed, initialled, swapped],
}
