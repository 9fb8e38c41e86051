"""Surrogate pairs as JSON writes them: JSON is YAML 1.2."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load import load_yaml


def load(text: str) -> tuple[object, list[str]]:
    tree, problems = load_yaml("brief.yml", text.encode())
    return (tree.value if tree else None), [problem.code for problem in problems]


@given(st.dictionaries(st.text(min_size=1, max_size=80), st.text()), st.sampled_from([None, 2]))
def test_what_json_writes_is_read(value: dict[str, str], indent: int | None) -> None:
    """Keys as YAML allows them without a `?`: of at most 1,024 characters, escapes written out (7.4.2)."""
    assert load(json.dumps(value, indent=indent)) == (value, [])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (r'"\ud83d\ude0d"', "\U0001f60d"),
        (r'"\uD83D\uDE0D\ud83d\ude0d"', "\U0001f60d\U0001f60d"),
        (r'"\\ud83d\\ude0d"', r"\ud83d\ude0d"),
        (r'"\\\ud83d\ude0d"', "\\\U0001f60d"),
        (r"'\ud83d\ude0d'", r"\ud83d\ude0d"),
        (r"\ud83d\ude0d", r"\ud83d\ude0d"),
        ("|-\n  \\ud83d\\ude0d", r"\ud83d\ude0d"),
        ('"\\ud83d\\ude0d" # \\ud83d\\ude0d', "\U0001f60d"),
    ],
)
def test_a_pair_is_one_character_between_double_quotes_only(text: str, value: str) -> None:
    assert load(f"a: {text}\n") == ({"a": value}, [])


@pytest.mark.parametrize("text", [r'"\ud83d"', r'"\ude0d\ud83d"', r'"\ud83dx"'])
def test_half_a_pair_is_refused(text: str) -> None:
    assert load(f"a: {text}\n")[1] == ["yaml-escape"]


def test_columns_are_the_files() -> None:
    tree, _ = load_yaml("brief.yml", rb'{"a": "\ud83d\ude0d", "b": "c"}')
    assert tree is not None
    assert tree.at(("b",)).column == 28


NONCHARACTERS = [chr(code) for code in range(0xFDD0, 0xFDF0)]


@pytest.mark.parametrize(
    "written", [json.dumps, lambda value: json.dumps(value).replace(r"\ufdd0", "\ufdd0")]
)
@pytest.mark.parametrize("text", ["\ufdd0\ufdd0", "\U0001f60d\ufdd0\ufdd0", "".join(NONCHARACTERS[:-1]) * 2])
def test_a_noncharacter_beside_a_pair_is_not_lost(text: str, written: Callable[[object], str]) -> None:
    value = {"a": text, "b": "\U0001f60d", "fdd1": "x"}
    assert load(written(value)) == (value, [])


def test_pairs_in_a_text_with_every_noncharacter_are_refused_rather_than_any_of_it_lost() -> None:
    assert load(json.dumps({"a": "".join(NONCHARACTERS)})) == ({"a": "".join(NONCHARACTERS)}, [])
    assert load(json.dumps({"a": "".join(NONCHARACTERS), "b": "\U0001f60d"}))[1] == ["yaml-escape"]
