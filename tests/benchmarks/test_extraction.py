"""Readings of pages are scored, and lines labelled, as the article extraction benchmark does."""

from __future__ import annotations

import pytest

from benchmarks.extraction.labels import labels
from benchmarks.extraction.score import f1, page_score


@pytest.mark.parametrize(
    ("truth", "found", "score"),
    [
        ("a b c d e", "a b c d e", (1.0, 1.0)),
        ("a b c d e", "a, b; c – d. e", (1.0, 1.0)),
        ("a b c d e", "a b c d e f", (2 / 3, 1.0)),
        ("a b c d e", "b c d e", (1.0, 0.5)),
        ("a b c d", "d c b a", (0.0, 0.0)),
        ("a b", "a b", (1.0, 1.0)),
        ("a b c d", "", (0.0, 0.0)),
        ("", "", (1.0, 1.0)),
    ],
)
def test_precision_and_recall_of_runs_of_four_words(
    truth: str, found: str, score: tuple[float, float]
) -> None:
    assert page_score(truth, found) == pytest.approx(score)


def test_f1_is_of_the_means_over_pages() -> None:
    assert f1([("a b c d e", "b c d e"), ("a b c d", "a b c d")]) == pytest.approx((1.0, 0.75, 6 / 7))


def test_lines_are_labelled_by_the_text_that_people_took() -> None:
    lines = [
        "Home",
        "The quay was closed at noon.",
        "An advertisement for boats and nets.",
        "Note",
        "It opens on Friday again.",
    ]
    truth = "The quay was closed at noon. Note It opens on Friday again."
    assert labels(lines, truth) == ([False, True, False, True, True], 1.0)
