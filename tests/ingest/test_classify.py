"""Lines are measured, weighed by trees, and decided as a sequence."""

from __future__ import annotations

import json
from importlib.resources import files
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.classify import MARKUP, PASTED, decided, in_markup, in_pasted
from generator.ingest.classify.features import features
from generator.ingest.classify.markup import markup_features
from generator.ingest.classify.path import path
from generator.ingest.classify.trees import Model, load_model
from generator.ingest.html import Tagged
from generator.ingest.lines import Line, split


def cost(odds: list[float], states: tuple[bool, ...], stay: float) -> float:
    changes = sum(one != two for one, two in zip((False, *states), states, strict=False))
    return sum(one if state else -one for one, state in zip(odds, states, strict=True)) / 2 - stay * changes


@given(st.lists(st.integers(-8, 8).map(float), min_size=1, max_size=8), st.integers(0, 4).map(float))
def test_the_path_is_the_best_of_all(odds: list[float], stay: float) -> None:
    best = max(cost(odds, states, stay) for states in product([False, True], repeat=len(odds)))
    assert cost(odds, tuple(path(odds, stay)), stay) == best


def test_a_doubtful_line_goes_with_its_neighbours() -> None:
    assert path([5, 5, -1, 5, 5], 2) == [True] * 5
    assert path([-5, -5, 1, -5], 2) == [False] * 4
    assert path([], 2) == []


def test_of_a_page_without_a_likely_line_the_likeliest_are_taken() -> None:
    assert decided([-5.0, -1.5, -1.0, -0.5, -5.0], 1) == [False, True, True, True, False]
    assert decided([-9.0, -9.0], 1) == [False, False]


def test_a_tree_sends_a_value_up_to_its_threshold_left() -> None:
    model = Model(2, 1.0, 0.0, ([[1, 0.5, 1, 2], [-1.0], [0, 3.0, 3, 4], [2.0], [4.0]], [[0.25]]))
    assert model.odds([0.0, 0.5]) == -0.75
    assert model.odds([3.0, 0.6]) == 2.25
    assert model.odds([3.1, 0.6]) == 4.25


@pytest.mark.parametrize("name", [PASTED, MARKUP])
def test_the_models_fit_the_features(name: str) -> None:
    line = Line("The quay was closed.", 0)
    row = features([line])[0]
    if name == MARKUP:
        row += markup_features([Tagged(line, "p", frozenset(), 1, 0.0)], ["", ""])[0]
    model = load_model(name)
    assert model.features == len(row)
    assert all(node[0] < model.features for tree in model.trees for node in tree if len(node) > 1)


@pytest.mark.parametrize("name", [PASTED, MARKUP])
def test_a_model_is_small_and_holds_numbers_only(name: str) -> None:
    text = (files("generator.ingest.classify") / f"{name}.json").read_text(encoding="utf-8")
    assert len(text) < 500_000
    assert set(json.loads(text)) == {"features", "stay", "bias", "trees"}
    assert not set(
        text.replace("features", "").replace("stay", "").replace("bias", "").replace("trees", "")
    ) - set('0123456789.,-+e[]{}":\n')


@given(st.lists(st.tuples(st.text(min_size=1).filter(str.strip), st.integers(0, 5)), max_size=12))
def test_any_lines_are_decided(given_lines: list[tuple[str, int]]) -> None:
    lines = [Line(text.strip(), gap) for text, gap in given_lines]
    assert len(in_pasted(lines)) == len(lines)
    tagged = [Tagged(line, "p", frozenset(), 1, 0.0) for line in lines]
    assert len(in_markup(tagged, ["", "\n".join(line.text for line in lines)])) == len(lines)


def test_lines_are_split_at_every_line_end_and_know_the_room_above_them() -> None:
    assert split("a\r\n\r\n\n b \rc\u2028d\x0be\x85") == (
        Line("a", 0), Line("b", 2), Line("c", 0), Line("d", 0), Line("e", 0),
    )  # fmt: skip
