"""A file without a fault is read on a short way, which leads to the same as the long one or is not taken."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from generator.load import load_yaml, straight
from generator.load.builder import Builder
from generator.load.decode import Lines, visible
from generator.load.late import survey

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "briefs").rglob("*.yml"), *(ROOT / "tests" / "cases").rglob("*.yml")])
SLIPS = [
    "\t",
    "  ",
    "#",
    " #",
    ":",
    ": ",
    "- ",
    '"',
    "'",
    "[",
    "]",
    "{",
    "}",
    "|",
    ">",
    "&a ",
    "*a",
    "!t ",
    "---\n",
]
SLIPS += [
    "...\n",
    "? ",
    "<<: ",
    "\n",
    "\n\n",
    "~",
    "@",
    "x: y\n",
    "''",
    "[a, b]",
    "{a}",
    "\n#",
    "\n  # b",
    "|",
    ">-\n",
]


def by_events(text: str) -> tuple[object, list[object], list[tuple[object, object]]]:
    """The value that the builder makes of a text, its problems, and the places of values and of keys."""
    lines = Lines("f", text)
    builder = Builder(lines)
    error = survey(lines, builder)
    found = builder.fail(error) if error else None
    tree = builder.tree()
    places = [*tree.values.items(), *tree.keys.items()] if tree else []
    return tree and tree.value, [*builder.problems, *([found] if found else [])], places


def assert_same(text: str) -> bool:
    """Whether the short way was taken."""
    short = straight.read(Lines("f", text))
    if short is None:
        return False
    value, problems, places = by_events(text)
    assert (short, problems) == (value, [])
    tree, told = load_yaml("f", text.encode())
    assert tree is not None
    assert told == []
    assert [*tree.values.items(), *tree.keys.items()] == places
    return True


def test_the_shipped_briefs_are_read_on_the_short_way() -> None:
    shipped = sorted((ROOT / "briefs").rglob("*.yml"))
    assert [path for path in shipped if not assert_same(path.read_text("utf-8"))] == []


@pytest.mark.parametrize("seed", range(8))
def test_a_slip_leads_to_the_same_on_both_ways(seed: int) -> None:
    dice = Random(seed)  # noqa: S311 - nothing is to be kept secret
    taken = 0
    for _ in range(150):
        text = dice.choice(FILES).read_text("utf-8", errors="replace")[:1500]
        for _ in range(dice.choice([1, 1, 2, 3])):
            at = dice.randrange(len(text) + 1)
            cut = dice.choice([0, 0, 0, 1, 2])
            text = text[:at] + (dice.choice(SLIPS) if not cut else "") + text[at + cut :]
        is_clean = not visible(Lines("f", text))[1] and text == text.rstrip(" \t")
        taken += is_clean and assert_same(text)
    assert taken > 20


@pytest.mark.parametrize(
    "text",
    [
        "a: We are #1\n",
        "a: 'b'#c\n",
        "a: [b #c\n  ]\n",
        "a: &b c\n",
        "a: !b c\n",
        "a: *b\n",
        "a: b\na: c\n",
        "? [a]\n: b\n",
        "<<: a\n",
        ": a\n",
        "a: b]\n",
        "a: >-\n  note: b\n",
        "a: |\n\n  b\n",
        "a: [b,\nc]\n",
        "a: 'b\nc'\n",
        "a: [-]\n",
        "a: {?b: c}\n",
        "--- a: b\n",
        "%YAML 1.2\n---\na: b\n",
        "a: b\n---\nc: d\n",
        "- a\n",
        "a\n",
        "",
        "a:\n" + "- " * 40 + "b\n",
    ],
)
def test_what_may_be_odd_is_left_to_the_long_way(text: str) -> None:
    assert straight.read(Lines("f", text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "# head\na: b # tail\n",
        "a: 'We are #1'\n",
        "a: https://b.example/#c\n",
        "a: [b,\n  c]\n",
        "a: >-\n  b: c\n\n  d\n",
        "a:\nb: ~\nc: true\nd: 'true'\n",
        "a:\n" + "- " * 38 + "b\n",
    ],
)
def test_what_is_only_rare_goes_the_short_way(text: str) -> None:
    assert assert_same(text)
