"""The words of a text, and the passages in it that may be what another became."""

from __future__ import annotations

from math import log

import pytest

from generator.anchor.drift.ground import Ground, Stretch, words_of
from generator.model.text import canonical


def stretches(text: str, sought: str, before: str = "", after: str = "", near: float = 0.0) -> list[Stretch]:
    said, left, right = (words_of(each).said for each in (sought, before, after))
    return list(Ground(canonical(text)).stretches(said, left, right, near))


def ranges(text: str, found: list[Stretch]) -> list[str]:
    words = Ground(canonical(text)).words
    return [words.span(each.first, each.last).of(text) for each in found]


def places(word: str, number: int, between: int) -> str:
    """A text in which a word stands so often, with so many others before each."""
    return " ".join(f"{' '.join(f'x{n}y{m}' for m in range(between))} {word}" for n in range(number))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", []),
        ("...", []),
        ("The U.S. won't", ["the", "u", "s", "won", "t"]),
        ("5,000 km_h", ["5", "000", "km", "h"]),
        ("Straße", ["strasse"]),
        ("兵士は8人", ["兵", "士", "は", "8", "人"]),
        ("ไทย", ["ไ", "ท", "ย"]),
        ("Москва", ["москва"]),
    ],
)
def test_a_word_is_letters_and_digits_or_a_character_of_a_script_without_spaces(
    text: str, said: list[str]
) -> None:
    words = words_of(text)
    assert list(words.said) == said
    assert [text[a:b].casefold() for a, b in zip(words.starts, words.ends, strict=True)] == said


def test_a_word_weighs_less_the_oftener_it_stands() -> None:
    ground = Ground(canonical("one two two three three three"))
    assert [ground.weight(word) for word in ("none", "one")] == [1, 1]
    assert ground.weight("two") == 1 / (1 + log(2))
    assert ground.weigh(["one", "three", "three"]) == 1 + 2 / (1 + log(3))


@pytest.mark.parametrize(
    ("sought", "first", "last", "matched", "weight", "head", "tail"),
    [
        ("beta gamma", 1, 3, 2, 2, 0, 0),
        ("zero beta gamma", 1, 3, 2, 2, 1, 0),
        ("beta gamma zero null", 1, 3, 2, 2, 0, 2),
        ("beta zero delta", 1, 4, 2, 3, 0, 0),
        ("beta delta", 1, 4, 2, 3, 0, 0),
        ("zero alpha epsilon", 0, 1, 1, 1, 1, 1),
        ("delta epsilon", 3, 5, 2, 2, 0, 0),
    ],
)
def test_a_stretch_tells_how_much_it_shares_with_what_was_sought(
    sought: str, first: int, last: int, matched: float, weight: float, head: int, tail: int
) -> None:
    (found, *_) = stretches("alpha beta gamma delta epsilon", sought)
    wanted = float(len(sought.split()))
    assert found == Stretch(first, last, matched, wanted, weight, head, tail)
    assert found.likeness == 2 * matched / (wanted + weight)


def test_what_lies_between_the_words_that_stood_around_is_found_whatever_it_is() -> None:
    for far in ("", places("zero", 3, 40) + " "):
        text = f"{far}alpha beta one two three delta epsilon"
        found = stretches(text, "gamma", "alpha beta", "delta epsilon")
        assert "one two three" in ranges(text, found)
    assert stretches("alpha beta delta epsilon", "gamma", "alpha beta", "delta epsilon") == []
    between = " ".join(f"x{n}" for n in range(10))
    text = f"alpha beta {between} delta"
    assert set(ranges(text, stretches(text, "gamma", "alpha beta", "delta"))) == {between}
    assert stretches(f"alpha beta {between} x delta", "gamma", "alpha beta", "delta") == []


def test_between_the_words_around_own_words_count_and_those_around_do_not() -> None:
    text = "alpha beta one gamma three delta epsilon"
    found = stretches(text, "gamma four", "alpha beta", "delta epsilon")
    assert Stretch(2, 5, 1.0, 2.0, 3.0, 0, 0) in found
    assert Stretch(3, 4, 1.0, 2.0, 1.0, 0, 1) in found


def test_of_places_as_likely_the_nearest_come_first() -> None:
    text = " ".join(
        f"{' '.join(f'x{n}y{m}' for m in range(40))} the port of the town is shut" for n in range(8)
    )
    for number in range(8):
        near = (number + 0.9) / 8
        first = stretches(text, "port of the city is shut", near=near)[0]
        start = Ground(canonical(text)).words.starts[first.first] / len(text)
        assert abs(start - near) < 0.05


def test_the_densest_run_leaves_out_words_that_stand_far_off() -> None:
    far = " ".join(f"x{n}" for n in range(6))
    text = f"port {far} town is shut for good"
    (found, *_) = stretches(text, "port town is shut")
    assert ranges(text, [found]) == ["town is shut"]
    assert (found.head, found.tail) == (1, 0)
    near = "port of town is shut for good"
    (found, *_) = stretches(near, "port town is shut")
    assert ranges(near, [found]) == ["port of town is shut"]


def test_of_parts_that_lie_far_apart_and_weigh_the_same_the_first_is_taken() -> None:
    far = " ".join(f"x{n}" for n in range(6))
    text = f"port {far} ferry"
    assert set(ranges(text, stretches(text, "port ferry"))) == {"port"}


def test_no_more_places_are_aligned_than_four() -> None:
    text = places("port", 8, 40)
    assert ranges(text, stretches(text, "port")) == ["port"] * 4


@pytest.mark.parametrize(("often", "found"), [(200, {"ferry", "port"}), (201, {"ferry"})])
def test_what_stands_too_often_tells_of_no_place_where_another_word_does(often: int, found: set[str]) -> None:
    text = f"ferry {places('port', often, 40)}"
    assert set(ranges(text, stretches(text, "port ferry"))) == found
