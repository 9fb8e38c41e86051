"""No input hangs or crashes the interpreter, none costs more than its length is worth.

Costs are told in yards: what a fixed piece of plain work costs in the same run, so that a slow machine asks no more
of the program than a quick one. By default a share of the attacks is made, at a tenth of their size;
`BRIEFS_TORTURE=1` makes all of them at up to a megabyte, and holds each against the half of itself.
"""

from __future__ import annotations

import os
import signal
from statistics import median

import pytest

from tests.hostile.attacks import entrances, of_briefs, of_locks, of_names, of_pairs, of_text, of_yaml
from tests.hostile.costs import Attack, Cost, cost, yardstick

TORTURE = bool(os.environ.get("BRIEFS_TORTURE"))
EVERY = [
    attack
    for group in (of_yaml, of_text, of_briefs, of_locks, of_names, of_pairs)
    for attack in group.ATTACKS
]
KINDS = sorted({attack.name.partition(":")[0] for attack in EVERY})

MOST_YARDS = 40
"""2 s where a yard takes 50 ms."""

ANSWERS = 10
"""What a language server gives to one attack: a check, what it says and offers at three places, fixes, an outline."""

GROWTH = 2.3
"""What doubling an input may multiply its cost by."""

FLOOR = 2.0
"""Yards below which a cost is too small to tell how it grows."""

TRIES = 4

PAIRS = 9
"""Of a whole and its half that are tried before a growth is believed."""

WORST = {
    "add: front matter",
    "add Markdown: brackets",
    "add Markdown: double stars",
    "add a page: attributes of a tag",
    "add a page: marks out of order",
    "article: marks out of order",
    "article: paragraphs",
    "brief.yml: aliases",
    "chains: a cubic graph",
    "chains: a long ladder of owners",
    "difference: every other key set apart",
    "many: links of one chain",
    "quotes: that are cut through",
    "quotes: of few words among the same",
    "quotes: that begin otherwise",
    "quotes: that end in marks",
    "quotes: that nearly stand again everywhere",
    "quotes: with much left out",
    "editor, article: marks out of order",
    "editor, article: subheadings",
    "editor, quotes: many, in one line",
    "editor, quotes: with a part in each paragraph",
    "editor: a folded block",
    "editor: spaces in a key",
    "drift, long: ranges",
    "drift, many: spellings, as many as may be",
    "layout: surrogate pairs",
    "page: handlers",
    "page: secrets",
    "lock: marks of a merge",
    "pairs: dates and years",
    "pairs: figures and articles",
    "pairs: gaps of numbers",
    "pairs: hedges and a sentence",
    "pairs: links and places",
    "pairs: passages and cuts",
    "pairs: headings and sentences",
    "pairs: quotes and sentences",
    "pairs: quotes and stretches",
    "pairs: quotes late in a paragraph",
    "settings: braces",
    "parties.yml: values that end with a bracket",
}
"""What once hung the program or took it too long."""

SHARE = 60
"""By default one attack of so many is made, and the worst."""


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """What an entrance imports or reads when it is first used costs no attack anything."""
    for files in ({}, {"brief.yml": entrances.BRIEF.replace("About 400", "Abut 400")}):
        entrances.line(files)
    entrances.drafted({})
    entrances.locked_anew({})
    entrances.typed({"brief.yml": entrances.BRIEF})
    entrances.shown_laid_out("a:  b\n")
    entrances.shown_laid_out_article(entrances.ARTICLE)
    entrances.added(f"<html><body><article><p>{'A man went home. ' * 50}</p></article></body></html>")


def _chosen() -> list[Attack]:
    chosen = [attack for number, attack in enumerate(EVERY) if TORTURE or number % SHARE == 0]
    return chosen + [a for a in EVERY if a.name in WORST and a not in chosen]


MET: dict[tuple[str, int], Cost] = {}
"""The least that an attack of a size has cost so far."""


def _tried(attack: Attack, size: int) -> Cost:
    """One try more."""
    found = cost(attack, size)
    MET[attack.name, size] = min(MET.get((attack.name, size), found), found, key=lambda each: each.seconds)
    return found


def _least(attack: Attack, size: int, tries: int = 1) -> Cost:
    """The least of so many tries more, and of those before."""
    for _ in range(tries):
        _tried(attack, size)
    return MET[attack.name, size]


def _growth(attack: Attack, size: int) -> float:
    """How many times what the half of a size costs the whole does.

    By the least of each; or, where the one had a quick moment that the other never met, by the middle of what a whole
    and the half right after it came to: the machine has its moods.
    """
    _tried(attack, size // 2)
    pairs: list[float] = []
    while (ratio := MET[attack.name, size].seconds / MET[attack.name, size // 2].seconds) > GROWTH:
        if len(pairs) == PAIRS:
            return min(ratio, median(pairs))
        pairs.append(_tried(attack, size).seconds / _tried(attack, size // 2).seconds)
    return ratio


def _tell(attack: Attack, size: int, yard: float) -> None:
    """What was dear, for a run that may be broken off."""
    found = MET[attack.name, size]
    if found.seconds > most_yards(attack) / 4 * yard or found.ended:
        yards = f"{found.seconds:.2f} s, {found.seconds / yard:.0f} yards"
        print(f"{attack.name} ({size}): {found.ended or yards}", flush=True)


def most_yards(attack: Attack) -> int:
    """What it may cost at its full size."""
    return MOST_YARDS * (ANSWERS if attack.enter is entrances.typed else 1)


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
    chosen = [attack for attack in _chosen() if attack.name.partition(":")[0] == kind]
    for attack in chosen:
        size = attack.largest if TORTURE else attack.largest // 10
        # what is sought at most costs the same at any size
        most = most_yards(attack) // (1 if TORTURE else 3) * yard
        found = _least(attack, size)
        if found.ended or found.seconds > most:
            found = _least(attack, size, TRIES)
        if found.ended or found.seconds > most:
            dear[attack.name] = found.ended or f"{found.seconds:.2f} s, {found.seconds / yard:.0f} yards"
        _tell(attack, size, yard)
    print(f"{kind}: {len(chosen)} attacks, {len(dear)} too dear, where a yard takes {yard * 1000:.0f} ms")
    assert dear == {}


@pytest.mark.parametrize("kind", KINDS)
def test_twice_the_input_costs_little_more_than_twice_as_much(kind: str) -> None:
    yard = min(yardstick() for _ in range(3))
    steep: dict[str, float] = {}
    for attack in _chosen():
        if attack.name.partition(":")[0] != kind or not (TORTURE or attack.name in WORST):
            continue
        size = attack.largest if TORTURE else attack.largest // 4
        whole = MET.get((attack.name, size)) or _least(attack, size)
        if whole.seconds < FLOOR * yard:
            continue
        if (ratio := _growth(attack, size)) > GROWTH:
            steep[attack.name] = ratio
    assert steep == {}
