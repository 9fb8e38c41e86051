"""How much of a passage may become other words, and how much of what is around it, before it counts as gone.

`--update` writes `ladder.txt` anew; read what it changed.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from generator.anchor.drift.ground import Ground
from generator.anchor.drift.place import Placed, Sought, place
from generator.model.lock import AROUND
from generator.model.source import Span
from generator.model.text import canonical
from tests.golden import lines

GOLDEN = Path(__file__).with_name("ladder.txt")

SYLLABLES = "ba ce di fo gu ha ke li mo nu pa re si to vu wa xe yi zo qu".split()
LITTLE = "the of a in and to on".split()
WHOLE, PART, TWICE = "a sentence", "a part of one", "a sentence that stands elsewhere too since"
AROUNDS = {
    "what is around it as it was": (True, True),
    "other words after it": (True, False),
    "other words before it": (False, True),
    "other words on both sides": (False, False),
}
SIDES = ("from the first word", "from the last word", "every second word")


def words(dice: random.Random, count: int) -> list[str]:
    """Words that stand nowhere else, with little ones between."""
    return [
        dice.choice(LITTLE) if n % 3 == 2 else "".join(dice.choices(SYLLABLES, k=dice.randint(2, 4)))
        for n in range(count)
    ]


def sentence(dice: random.Random, count: int) -> str:
    return " ".join(words(dice, count)).capitalize() + "."


def changed(dice: random.Random, passage: str, side: str, count: int) -> str:
    """The passage with so many of its words replaced."""
    said = passage.removesuffix(".").split()
    order = list(range(len(said)))
    order = {SIDES[0]: order, SIDES[1]: order[::-1], SIDES[2]: order[1::2] + order[::2]}[side]
    for at, new in zip(order[:count], words(dice, count), strict=True):
        said[at] = new
    return " ".join(said) + "." * passage.endswith(".")


def told(kind: str, around: str, side: str, length: int) -> str:
    """For each number of words replaced, what is found: the same words, the others in their place, or nothing."""
    dice = random.Random(f"{kind} {around} {side} {length}")  # noqa: S311 - the same text each time
    keeps_before, keeps_after = AROUNDS[around]
    paragraphs = [" ".join(sentence(dice, 9) for _ in range(3)) for _ in range(12)]
    passage = " ".join(words(dice, length)) if kind == PART else sentence(dice, length)
    before, after = _beside(dice, kind)
    old = "\n\n".join([*paragraphs[:5], f"{before} {passage} {after}", *paragraphs[5:]])
    start = old.index(passage)
    end = start + len(passage)
    sought = Sought(passage, old[max(0, start - AROUND) : start], old[end : end + AROUND], start / len(old))
    steps = []
    for count in range(length + 1):
        now = changed(random.Random(count), passage, side, count)  # noqa: S311
        left, right = _beside(dice, kind)
        beside = f"{before if keeps_before else left} {now} {after if keeps_after else right}"
        more = [f"{sentence(dice, 5)} {passage} {sentence(dice, 5)}"] * (kind == TWICE and count > 0)
        text = canonical("\n\n".join([*paragraphs[:5], beside, *paragraphs[5:], *more]))
        steps.append(_found(text.folded.text, passage, now, place(Ground(text), sought)))
    return ", ".join(steps)


def _beside(dice: random.Random, kind: str) -> tuple[str, str]:
    one, other = sentence(dice, 8), sentence(dice, 8)
    return (one.removesuffix("."), other.lower()) if kind == PART else (one, other)


def _found(text: str, passage: str, now: str, found: Placed | None) -> str:
    """In words; of a passage that is not quite the one, by how much its ends lie beside it."""
    if found is None:
        return "lost"
    own = Span(text.index(now), text.index(now) + len(now))
    if found.said == own:
        return "same" if found.is_same else "other words"
    if found.is_same:
        assert found.said.of(text) == passage
        return "elsewhere"
    return f"other words {found.said.start - own.start:+}{found.said.end - own.end:+}"


ROWS = [
    (kind, around, side, length)
    for kind, lengths in ((WHOLE, (3, 9, 16)), (PART, (2, 3, 5, 9)), (TWICE, (3, 5, 9)))
    for around in AROUNDS
    for side in SIDES
    for length in lengths
]


def name_of(kind: str, around: str, side: str, length: int) -> str:
    return f"{kind}, {length} words, replaced {side}, {around}"


def test_the_file_is_what_is_told(update: bool) -> None:
    found = {name_of(*row): told(*row) for row in ROWS}
    if update:
        GOLDEN.write_text("".join(f"{head}: {text}\n" for head, text in found.items()), encoding="utf-8")
    assert lines(GOLDEN, ": ").keys() == found.keys()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: name_of(*row))
def test_so_much_may_change(row: tuple[str, str, str, int]) -> None:
    assert told(*row) == lines(GOLDEN, ": ")[name_of(*row)]
