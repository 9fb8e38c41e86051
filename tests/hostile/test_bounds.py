"""No input hangs or crashes the interpreter, none costs more than its length is worth.

Costs are told in yards: what a fixed piece of plain work costs in the same run, so that a slow machine asks no more
of the program than a quick one. By default a share of the attacks is made, at a tenth of their size;
`BRIEFS_TORTURE=1` makes all of them at up to a megabyte, and holds each against the half of itself.
"""

from __future__ import annotations

import os
import signal

import pytest

from tests.hostile.attacks import entrances, of_briefs, of_locks, of_text, of_yaml
from tests.hostile.costs import Attack, Cost, cost, yardstick

TORTURE = bool(os.environ.get("BRIEFS_TORTURE"))
EVERY = [*of_yaml.ATTACKS, *of_text.ATTACKS, *of_briefs.ATTACKS, *of_locks.ATTACKS]
KINDS = sorted({attack.name.partition(":")[0] for attack in EVERY})

MOST_YARDS = 40
"""2 s where a yard takes 50 ms."""

ANSWERS = 10
"""What a language server gives to one attack: a check, what it says and offers at three places, fixes, an outline."""

GROWTH = 2.3
"""What doubling an input may multiply its cost by."""

FLOOR = 2.0
"""Yards below which a cost is too small to tell how it grows."""

TRIES = 3

WORST = {
    "add: front matter",
    "article: marks out of order",
    "article: paragraphs",
    "brief.yml: aliases",
    "many: links of one chain",
    "quotes: that are cut through",
    "quotes: that begin otherwise",
    "quotes: with much left out",
    "editor, article: marks out of order",
    "editor: a folded block",
    "editor: spaces in a key",
    "layout: surrogate pairs",
    "parties.yml: values that end with a bracket",
}
"""What once hung the program or took it too long."""

SHARE = 60
"""By default one attack of so many is made, and the worst."""


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """What an entrance imports when it is first used costs no attack anything."""
    for files in ({}, {"brief.yml": entrances.BRIEF.replace("About 400", "Abut 400")}):
        entrances.line(files)
    entrances.drafted({})
    entrances.locked_anew({})
    entrances.typed({"brief.yml": entrances.BRIEF})
    entrances.laid_out("a: b\n")
    entrances.laid_out_article(entrances.ARTICLE)
    entrances.added(f"<html><body><article><p>{'A man went home. ' * 50}</p></article></body></html>")


def _chosen() -> list[Attack]:
    chosen = [attack for number, attack in enumerate(EVERY) if TORTURE or number % SHARE == 0]
    return chosen + [a for a in EVERY if a.name in WORST and a not in chosen]


def _least(attack: Attack, size: int, tries: int = 1) -> Cost:
    return min((cost(attack, size) for _ in range(tries)), key=lambda each: each.seconds)


def test_what_hung_it_once_is_among_the_attacks() -> None:
    assert {attack.name for attack in EVERY} >= WORST
    assert len({attack.name for attack in EVERY}) == len(EVERY)


def test_a_process_that_ends_by_itself_is_told_of() -> None:
    def end(_: int) -> None:
        os.kill(os.getpid(), signal.SIGTERM)

    assert cost(Attack("end", end, int), 1).ended == "SIGTERM"
    assert cost(Attack("exit", lambda number: 1 // (number - 1), int), 1).ended == "exit 1"
    assert cost(Attack("none", lambda _: None, int), 1).ended == ""


@pytest.mark.parametrize("kind", KINDS)
def test_no_input_crashes_or_costs_too_much(kind: str) -> None:
    yard = min(yardstick() for _ in range(3))
    dear: dict[str, str] = {}
    for attack in _chosen():
        if attack.name.partition(":")[0] != kind:
            continue
        size = attack.largest if TORTURE else attack.largest // 10
        most = MOST_YARDS if TORTURE else MOST_YARDS // 3  # what is sought at most costs the same at any size
        most *= ANSWERS if attack.enter is entrances.typed else 1
        found = _least(attack, size)
        if found.ended or found.seconds > most * yard:
            found = _least(attack, size, TRIES)
        if found.ended or found.seconds > most * yard:
            dear[attack.name] = found.ended or f"{found.seconds / yard:.0f} yards"
    assert dear == {}


@pytest.mark.parametrize("kind", KINDS)
def test_twice_the_input_costs_little_more_than_twice_as_much(kind: str) -> None:
    yard = min(yardstick() for _ in range(3))
    steep: dict[str, float] = {}
    for attack in _chosen():
        if attack.name.partition(":")[0] != kind or not (TORTURE or attack.name in WORST):
            continue
        size = attack.largest if TORTURE else attack.largest // 4
        whole = _least(attack, size)
        if whole.seconds < FLOOR * yard:
            continue
        ratio = whole.seconds / _least(attack, size // 2).seconds
        if ratio > GROWTH:
            ratio = _least(attack, size, TRIES).seconds / _least(attack, size // 2, TRIES).seconds
        if ratio > GROWTH:
            steep[attack.name] = ratio
    assert steep == {}
