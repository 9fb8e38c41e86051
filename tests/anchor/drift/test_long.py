"""Changed quotes are found again in an article as long as any may be, where most words stand thousands of times."""

from __future__ import annotations

import random

from generator.anchor.drift.ground import Ground
from generator.anchor.drift.place import Sought, place
from generator.model.text import canonical

WORDS = (
    "harbour strike union wage night dock crane ship deal vote paper town river bridge north south".split()
)


def test_each_of_many_changed_quotes_is_found_where_it_stood() -> None:
    dice = random.Random(8)  # noqa: S311 - the same article each time
    said = [
        f"In report {number} the {dice.choice(WORDS)} of {dice.choice(WORDS)} met {dice.randrange(9000)} people."
        for number in range(16_000)
    ]
    ground = Ground(canonical("\n\n".join(said)))
    assert len(ground.text.text) > 700_000
    for number in range(0, len(said), 200):
        quote = said[number].replace("people", "persons")
        found = place(ground, Sought(quote, said[number - 1][-32:] + "\n\n", "", number / len(said)))
        assert found is not None
        assert not found.is_same
        assert found.said.of(ground.text.folded.text) == said[number]


def test_in_a_text_of_one_word_nothing_else_is_found() -> None:
    ground = Ground(canonical("no " * 100_000))
    assert place(ground, Sought("yes indeed", "no", "no", 0.5)) is None
    same = place(ground, Sought("no no no", "no", "no", 0.5))
    assert same is not None
    assert same.is_same
