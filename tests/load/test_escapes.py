"""Surrogate pairs as JSON writes them: JSON is YAML 1.2."""

from __future__ import annotations

import json

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
