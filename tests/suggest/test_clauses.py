"""Sentences into clauses."""

from __future__ import annotations

import pytest

from generator.model.source import Span
from generator.suggest.clauses import clauses, trimmed


def split(text: str, language: str = "en", *, has_figure: bool = False) -> list[str]:
    return [span.of(text) for span in clauses(text, language, has_figure=has_figure)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam leaks", ["The dam leaks"]),
        ("Trade, investment and security are covered", ["Trade, investment and security are covered"]),
        (
            "an agreement was reached between the countries, which provides the north with help from the south",
            ["an agreement was reached between the countries", "provides the north with help from the south"],
        ),
        (
            "the driver was being questioned and that there was no indication of a deliberate act",
            ["the driver was being questioned", "that there was no indication of a deliberate act"],
        ),
        (
            "Two trams collided at the market on Tuesday morning, injuring at least 27 people",
            ["Two trams collided at the market on Tuesday morning", "injuring at least 27 people"],
        ),
    ],
)
def test_a_clause_ends_where_another_with_a_verb_begins(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_beside_a_figure_what_happened_stands_by_itself() -> None:
    text = "At least 27 people were taken to hospital after two trams collided in the square"
    assert split(text) == [text]
    assert split(text, has_figure=True) == [
        "At least 27 people were taken to hospital",
        "two trams collided in the square",
    ]


def test_a_clause_keeps_no_half_of_a_pair_of_quotation_marks() -> None:
    text = '"It leaks and it will break,'
    assert trimmed(text, Span(0, len(text))).of(text) == "It leaks and it will break"


@pytest.mark.parametrize(
    "text", ["", " ", ", ; :", "and and and", "北朝鮮は今年、無人機の生産を始める。", "\u202e\u0000"]
)
def test_no_text_is_too_odd(text: str) -> None:
    assert isinstance(split(text), list)
