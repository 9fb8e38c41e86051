"""Paragraphs and sentences."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.source import Span
from generator.model.text import Canonical, canonical
from tests.growth import LINEAR, growth


def sentences(text: str) -> list[str]:
    whole = canonical(text)
    return [span.of(whole.text) for span in whole.sentences]


def paragraphs(text: str) -> list[tuple[str, bool]]:
    whole = canonical(text)
    return [(block.span.of(whole.text), block.is_heading) for block in whole.paragraphs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("One.", [("One.", False)]),
        ("One\ntwo.", [("One\ntwo.", False)]),
        ("One.\n\nTwo.", [("One.", False), ("Two.", False)]),
        ("One.\n \t\n\n  Two.  ", [("One.", False), ("Two.", False)]),
        ("## Head\n\nOne.", [("Head", True), ("One.", False)]),
        ("One.\n## Head\nTwo.", [("One.", False), ("Head", True), ("Two.", False)]),
        ("#hash\n\n##x\n\n### y", [("#hash", False), ("##x", False), ("### y", False)]),
        ("## A\n## B", [("A", True), ("B", True)]),
        ("One.\r\n\r\nTwo.\rThree.", [("One.", False), ("Two.\nThree.", False)]),
    ],
)
def test_paragraphs_stand_between_blank_lines(text: str, expected: list[tuple[str, bool]]) -> None:
    assert paragraphs(text) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "It ended on Feb. 8, he said.",
        "It ended on Feb. 8.",
        "The U.S. troops left with U.S. President Smith.",
        "Mr. Xi met Dr. J. R. Smith and Gen. Lee.",
        "It rose 3.5 points, e.g. in Oslo.",
        "He lives at No. 5 now.",
        "Calif. Gov. Lee met Asst. Atty. Gen. Smith of Ariz. Yesterday.",
        "She waited... then left.",
        "She waited… then left.",
        "“Yes!” he said.",
        "Er kam am 8. Februar zurück.",
        "Det var ca. 8 000 soldater, bl.a. från Ryssland.",
        "It works at example.com and costs .5 of it.",
        "Is it? she asked.",
    ],
)
def test_is_one_sentence(sentence: str) -> None:
    following = "The next one begins."
    assert sentences(f"{sentence} {following}") == [sentence, following]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ('He said "No." Then he left.', ['He said "No."', "Then he left."]),
        ("He said (so). Then he left.", ["He said (so).", "Then he left."]),
        ("Troops from the U.S. The rest stayed.", ["Troops from the U.S.", "The rest stayed."]),
        ("It was in 2024. Later it grew.", ["It was in 2024.", "Later it grew."]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("他说。我们！是的。", ["他说。", "我们！", "是的。"]),
        ("No stop\n\nNext one", ["No stop", "Next one"]),
        ("Wait… Then go.", ["Wait…", "Then go."]),
    ],
)
def test_sentences_end_where_they_end(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text('ab.!? \n"”…A8。'))
def test_sentences_lie_in_order_within_paragraphs_and_cover_their_words(text: str) -> None:
    whole = canonical(text)
    spans = whole.sentences
    assert all(left.end <= right.start for left, right in pairwise(spans))
    blocks = [block.span for block in whole.paragraphs]
    assert all(any(b.start <= s.start < s.end <= b.end for b in blocks) for s in spans)
    covered = {at for span in spans for at in range(span.start, span.end)}
    assert all(whole.text[at].isspace() for b in blocks for at in range(b.start, b.end) if at not in covered)


def test_the_sentences_around_a_span_are_whole_and_no_more() -> None:
    text = Canonical("One is here. Two is there. Three is gone.\n\nFour stays.")

    def around(part: str) -> str:
        start = text.text.index(part)
        return text.sentence_around(Span(start, start + len(part))).of(text.text)

    assert around("is there") == "Two is there."
    assert around("here. Two") == "One is here. Two is there."
    assert around("gone.\n\nFour") == "Three is gone.\n\nFour stays."
    assert around("One is here.") == "One is here."


@pytest.mark.parametrize("unit", ["a. ", ".", "!\n", "\n", "## a\n", "a.b", "“.” ", "8. "])
def test_splitting_grows_with_the_text_and_no_faster(unit: str) -> None:
    assert growth(lambda size: Canonical((unit * size)[:size]).sentences, 1_000_000) < LINEAR
