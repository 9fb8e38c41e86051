"""YAML as an editor writes it, and where everything in it stands."""

from __future__ import annotations

import json
import os
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load import load_yaml
from generator.model.source import Location, Problem, Tree
from tests.growth import LINEAR, growth

SHARED = Path(os.environ.get("BRIEFS_SHARED", Path(__file__).parents[2].parent / "shared"))
SUITE = SHARED / "corpora" / "hostile_yaml" / "cases.jsonl"
MILLION = 1_000_000


def load(text: str) -> tuple[Tree | None, list[Problem]]:
    return load_yaml("brief.yml", text.encode())


def value_of(text: str) -> object:
    tree, problems = load(text)
    assert problems == []
    assert tree is not None
    return tree.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: b", {"a": "b"}),
        ("a: no", {"a": "no"}),
        ("a: yes\nb: on", {"a": "yes", "b": "on"}),
        ("a: 12:30:45", {"a": "12:30:45"}),
        (
            "a: 1.50\nb: 0x1F\nc: 1_000\nd: 2025-02-08",
            {"a": "1.50", "b": "0x1F", "c": "1_000", "d": "2025-02-08"},
        ),
        ("a: true\nb: False\nc: 'true'", {"a": True, "b": False, "c": "true"}),
        ("a:\nb: ~\nc: null\nd: ''\ne: '~'", {"a": None, "b": None, "c": None, "d": "", "e": "~"}),
        ("a: =\nb: .inf", {"a": "=", "b": ".inf"}),
        ("2024: x\ntrue: y", {"2024": "x", "true": "y"}),
        ("a: {b: [c, {d: e}]}\nf: []", {"a": {"b": ["c", {"d": "e"}]}, "f": []}),
    ],
)
def test_values_are_those_of_yaml_1_2_with_numbers_as_text(text: str, value: object) -> None:
    assert value_of(text) == value


def test_every_key_and_value_has_its_place() -> None:
    tree, _ = load(
        '# first\ntitle: "A fire"\nclaims:\n  - id: é\n    claim: >-\n      text\n      more\n  - {id: b}\n'
    )

    assert tree is not None
    places = {path: (p.line, p.column, p.length) for path, p in tree.values.items()}
    assert places == {
        (): (2, 1, 5),
        ("title",): (2, 8, 8),
        ("claims",): (4, 3, 1),
        ("claims", 0): (4, 5, 2),
        ("claims", 0, "id"): (4, 9, 1),
        ("claims", 0, "claim"): (5, 12, 2),
        ("claims", 1): (8, 5, 1),
        ("claims", 1, "id"): (8, 10, 1),
    }
    assert tree.keys[("claims", 0, "claim")] == Location("brief.yml", 5, 5, 5)
    assert (len(tree.values), len(tree.keys)) == (8, 5)


def test_an_empty_value_stands_where_its_key_does() -> None:
    tree, _ = load("a: b\nlong:\n")

    assert tree is not None
    assert tree.at(("long",)) == Location("brief.yml", 2, 1, 4)


def test_columns_count_code_points() -> None:
    tree, _ = load("a: {漢字😀: x}")

    assert tree is not None
    assert tree.at(("a", "漢字😀")) == Location("brief.yml", 1, 10, 1)


def test_a_tree_survives_pickling() -> None:
    tree, _ = load("a: [b, c]")

    copy = pickle.loads(pickle.dumps(tree))  # noqa: S301 - our own bytes

    assert tree is not None
    assert dict(copy.values) == dict(tree.values)


def test_faults_of_several_kinds_are_all_told_in_one_run() -> None:
    _, problems = load("a: *x\nb: c: d\na: 1\ne: @f\ng:\th\ni: We are #1\n<<: {j: k}\n")

    assert [
        (p.location.line, p.location.column, p.code) for p in sorted(problems, key=lambda p: p.location)
    ] == [
        (1, 4, "yaml-alias"),
        (2, 5, "yaml-colon"),
        (3, 1, "duplicate-key"),
        (4, 4, "yaml-value"),
        (5, 3, "yaml-tab"),
        (6, 11, "cut-value"),
        (7, 1, "yaml-merge"),
    ]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a:\n  b c\n  d: e\n", 2, 3),
        ("a:\n- b c\n  d: e\n", 2, 3),
        ("a:\n  b\n    d: e\n", 2, 3),
        ("b c\n\nd: e\n", 1, 1),
        ("a: b\nc:\n- - d e\n    f\n    g: h\n", 3, 5),
    ],
)
def test_a_line_without_a_colon_is_at_fault_and_not_the_key_below(text: str, line: int, column: int) -> None:
    _, (problem,) = load(text)

    assert (problem.location.line, problem.location.column, problem.code) == (line, column, "yaml-syntax")


def test_a_key_too_deep_is_at_fault_and_not_the_value_above() -> None:
    _, (problem,) = load("a: b\n  c\n  d: e\n")

    assert (problem.location.line, problem.location.column, problem.code) == (3, 3, "yaml-indent")


def test_a_value_that_lacks_quotes_is_read_as_it_was_meant() -> None:
    tree, problems = load("a: Fire: the harbour\n  burns\nb: c\nd: We are #1\n")

    assert [p.code for p in problems] == ["yaml-colon", "cut-value"]
    assert tree is not None
    assert tree.value == {"a": "Fire: the harbour burns", "b": "c", "d": "We are #1"}
    assert tree.at(("a",)).column == 4


def test_the_tree_of_a_second_key_of_one_name_is_left_out() -> None:
    tree, _ = load("a: {b: c}\na: {b: d, e: f}\n")

    assert tree is not None
    assert tree.value == {"a": {"b": "c"}}
    assert tree.at(("a", "b")).line == 1


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them(line_end: str) -> None:
    _, problems = load(line_end.join(["a: b", "c: |", "  d", "", "e: @f"]))

    assert [p.location.line for p in problems] == [5]


@pytest.mark.parametrize(
    ("name", "text_of"),
    [
        ("items in items", lambda size: "- " * (size // 2)),
        ("brackets", lambda size: "[" * size),
        ("braces", lambda size: "a: {" * (size // 4)),
        ("keys in keys", lambda size: "a: " * (size // 3)),
        ("ever deeper", lambda size: "".join(" " * i + "a:\n" for i in range(int((2 * size) ** 0.5)))),
        ("many keys", lambda size: "".join(f"k{i}: v\n" for i in range(size // 11))),
        ("the same key", lambda size: "a: b\n" * (size // 5)),
        ("colons", lambda size: "a: b: c\n" * (size // 8)),
        ("late colons", lambda size: "a: {b: c}\n" * (size // 25) + "d: e: f\n" * (size // 17)),
        ("spaces in a key", lambda size: "x:\n  a" + " " * size + "b: c: d\n"),
        ("lines without a colon", lambda size: "a b\n" * (size // 5) + "c: d\n"),
        ("tabs", lambda size: "a:\tb\n" * (size // 5)),
        ("number signs", lambda size: "a: b #c\n" * (size // 8)),
        ("open quotes", lambda size: 'a: "\n' * (size // 5)),
        ("a long word", lambda size: "x" * size + ": y"),
        ("a long value", lambda size: "a: " + "x " * (size // 2)),
        ("control characters", lambda size: "\0" * size),
        ("spaces", lambda size: " " * size),
        ("line ends", lambda size: "a: [" + "\n" * size + "]"),
        ("escapes", lambda size: 'a: "' + "\\q" * (size // 2)),
    ],
)
def test_hostile_input_is_told_about_and_costs_no_more_than_its_length(
    name: str, text_of: Callable[[int], str]
) -> None:
    _, problems = load(text_of(MILLION))
    assert problems or name == "a long value"
    assert len(problems) < 1000
    assert growth(lambda size: load(text_of(size)), MILLION) < LINEAR


def test_more_than_a_megabyte_is_not_read() -> None:
    tree, problems = load("a: " + "x" * (1 << 20))

    assert tree is None
    assert [p.code for p in problems] == ["too-large"]


@pytest.mark.parametrize("indent", [1, 3, 4])
def test_a_first_key_that_stands_askew_is_told_and_not_the_ones_below_it(indent: int) -> None:
    text = f"a:\n  b:\n{' ' * (2 + indent)}c: 1\n    d: 2\n  e:\n    f: 1\n    g: 2\n"
    _, problems = load(text)

    assert [(p.location.line, p.code) for p in problems] == [(3, "yaml-indent")]


def test_a_key_further_down_that_stands_askew_is_told_itself() -> None:
    _, problems = load("a:\n  b:\n    c: 1\n   d: 2\n  e:\n    f: 1\n")

    assert [(p.location.line, p.code) for p in problems] == [(4, "yaml-indent")]


@pytest.mark.parametrize("value", ["nhk, several sources]", "quote: x}", 'The fire began"'])
def test_a_value_that_ends_with_what_nothing_opens_is_doubted(value: str) -> None:
    tree, problems = load(f"a: {value.removeprefix('quote: ')}\n")

    assert tree is not None
    assert [(p.code, p.severity, p.location.line) for p in problems] == [("yaml-unopened", "warning", 1)]


@pytest.mark.parametrize(
    "value", ["a [b]", "[...] b [...]", 'said "no"', "6'2\"", "'a]'", '"b}"', "]", "x[0]"]
)
def test_a_value_whose_brackets_match_or_that_stands_in_quotes_is_not(value: str) -> None:
    _, problems = load(f"a: {value}\n")

    assert [p.code for p in problems if p.code == "yaml-unopened"] == []


@given(st.text() | st.text(alphabet="ab:-[]{}#'\"&*!|>%@`,? \n\t\r\\"))
@settings(max_examples=600, deadline=None)
def test_any_text_gives_a_tree_or_problems_within_it(text: str) -> None:
    raw = text.encode("utf-8", "surrogatepass")
    tree, problems = load_yaml("f", raw)

    assert tree is not None or problems
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in problems:
        assert 1 <= problem.location.line <= len(lines)
        assert 1 <= problem.location.column <= len(lines[problem.location.line - 1]) + 1
        assert problem.location.length >= 1


@given(st.binary())
@settings(deadline=None)
def test_any_bytes_give_a_tree_or_problems(raw: bytes) -> None:
    tree, problems = load_yaml("f", raw)

    assert tree is not None or problems


def _suite() -> list[dict[str, object]]:
    if not SUITE.is_file():
        return []
    return [json.loads(line) for line in SUITE.read_text(encoding="utf-8").splitlines()]


@pytest.mark.skipif(not SUITE.is_file(), reason="the shared corpora are not here (BRIEFS_SHARED)")
def test_nothing_that_yaml_1_2_forbids_is_accepted() -> None:
    forbidden = [case for case in _suite() if case["fail"]]

    assert len(forbidden) > 90
    for case in forbidden:
        _, problems = load(str(case["yaml"]))
        assert problems, case["id"]


@pytest.mark.skipif(not SUITE.is_file(), reason="the shared corpora are not here (BRIEFS_SHARED)")
def test_what_is_accepted_has_the_value_that_yaml_1_2_gives_it() -> None:
    accepted = 0
    for case in _suite():
        tree, problems = load(str(case["yaml"]))
        if case["fail"] or problems or case["json"] is None:
            continue
        accepted += 1
        expected = json.loads(str(case["json"]), parse_int=str, parse_float=str)
        assert tree is not None
        assert tree.value == expected, case["id"]
    assert accepted > 40
