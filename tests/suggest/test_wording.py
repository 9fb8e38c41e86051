"""A draft's own words and id."""

from __future__ import annotations

import pytest

from generator.suggest.wording import as_sentence, id_of


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The dam above Orrin began to leak", "dam-above-orrin-began"),
        ("About 8,000 soldiers were fighting", "8000-soldiers-fighting"),
        ("Gångbron stängs", "gangbron-stangs"),
        ("北朝鮮は今年", "claim"),
        ("", "claim"),
    ],
)
def test_an_id_is_made_of_the_words_that_say_something(words: str, expected: str) -> None:
    assert id_of(words, ()) == expected


def test_an_id_is_no_other_claims() -> None:
    assert id_of("The dam leaks", {"dam-leaks", "dam-leaks-2"}) == "dam-leaks-3"


def test_a_passage_becomes_a_sentence() -> None:
    assert as_sentence("However, the\ndam leaks,") == "The dam leaks"
