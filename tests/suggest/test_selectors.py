"""Passages as quotations."""

from __future__ import annotations

from generator.model.source import Span
from generator.model.text import canonical
from generator.suggest.selectors import selector

TEXT = canonical(
    "The dam leaks, the Board said.\n\nThe dam leaks, the mayor\nsaid. It cost 18,000 [...] pounds."
)


def at(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.text.index(words, start + 1)
    return Span(start, start + len(words))


def test_a_passage_that_stands_once_is_a_text_on_one_line() -> None:
    assert selector(TEXT, at("the mayor\nsaid")) == "the mayor said"


def test_a_passage_that_stands_twice_has_the_context_that_settles_it() -> None:
    assert selector(TEXT, at("The dam leaks")) == {"exact": "The dam leaks", "suffix": ", the Board"}
    assert selector(TEXT, at("The dam leaks", 1)) == {"exact": "The dam leaks", "prefix": "said."}


def test_a_passage_that_begins_within_a_number_is_none() -> None:
    assert selector(TEXT, at("8,000")) is None


def test_a_passage_that_stands_everywhere_is_none() -> None:
    often = canonical("It leaks, police said. " * 50)
    assert selector(often, Span(0, 8)) is None


def test_words_that_would_be_read_as_words_left_out_are_none() -> None:
    assert selector(TEXT, at("cost 18,000 [...] pounds")) is None
