"""Changed quotes are found again in an article as long as any may be, where most words stand thousands of times."""

from __future__ import annotations

import random

import pytest

from generator.anchor.drift import Change, changes
from generator.anchor.drift.fate import Fate
from generator.anchor.drift.ground import Ground
from generator.anchor.drift.place import Sought, place
from generator.anchor.drift.wording import word_diff
from generator.model.lock import State
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


@pytest.mark.parametrize(("near", "number"), [(0.0, 0), (0.3, 1), (0.5, 2), (0.9, 4), (1.0, 4)])
def test_of_the_same_words_among_the_same_the_nearest_is_meant(near: float, number: int) -> None:
    paragraph = "They counted the dead, and they buried them."
    text = "\n\n".join([paragraph] * 5)
    sought = Sought("they buried", "They counted the dead, and ", " them.", near)

    found = place(Ground(canonical(text)), sought)

    assert found is not None
    assert found.is_same
    assert found.span.start == number * (len(paragraph) + 1) + paragraph.index("they buried")


def test_what_did_not_change_has_no_kind_of_change() -> None:
    assert Fate(State.EXACT).kind == ""
    assert Fate(State.IMMATERIAL, changes=(Change("colour", "color", ""),)).kind == ""
    assert (
        Fate(State.MATERIAL, changes=(Change("a", "b", ""), Change("4", "5", "a number"))).kind == "a number"
    )


def test_what_stood_before_counts_as_far_as_there_is_text() -> None:
    text = "So they buried them. It was much later that they did so they buried them."
    sought = Sought("they buried", "The war was over. So ", " them.", 0.9)

    found = place(Ground(canonical(text)), sought)

    assert found is not None
    assert found.span.start == 3


@pytest.mark.parametrize(
    ("was", "now"),
    [("it fell (5) points", "it fell 5 points"), ("it fell - 5 points", "it fell 5 points")],
)
def test_a_mark_before_a_number_may_be_its_sign(was: str, now: str) -> None:
    assert [change.kind for change in changes(was, now, "en")] == ["a number"]
    assert [change.kind for change in changes(now, was, "en")] == ["a number"]


def test_a_word_diff_cuts_what_is_the_same_where_that_is_shorter() -> None:
    for number, is_cut in ((14, False), (15, True)):
        same = " ".join(f"w{n}" for n in range(number))
        assert ("…" in word_diff(f"a {same} b", f"c {same} d")) == is_cut


def test_a_word_diff_compares_two_thousand_words() -> None:
    for number, is_compared in ((1999, True), (2000, False)):
        same = "a " * number
        assert ("[-b-] {+c+}" in word_diff(f"{same}b", f"{same}c")) == is_compared


@pytest.mark.parametrize(("rest", "whole"), [(300, True), (301, False)])
def test_of_a_sentence_that_goes_on_so_much_is_what_it_says_now(rest: int, whole: bool) -> None:
    now = f"It was safe, {'w' * (rest - 1)}"
    ground = Ground(canonical(f"{now}\n\nMore."))

    found = place(ground, Sought("It is safe.", "", " More.", 0.0))

    assert found is not None
    assert (found.said.of(ground.text.folded.text) == now) == whole
