"""Lines are about equally long, in the largest letters that fit, and end with an ellipsis where a text goes on."""

from __future__ import annotations

import pytest

from generator.render.social.fonts import SERIF
from generator.render.social.glyphs import width
from generator.render.social.lines import MOST, Lines, set_in, set_on_one

SIZES = (92, 80, 68, 56)
ROOM, HEIGHT = 1072, 272
LONG = ("The quick brown fox jumps over the lazy dog while the council debates, at length, " * 4)[:300]


def lines_of(text: str) -> Lines:
    return set_in(text, SERIF, SIZES, ROOM, HEIGHT)


def test_a_short_title_stands_in_the_largest_letters() -> None:
    assert lines_of("Strike") == Lines(("Strike",), 92, 109)


def test_lines_are_balanced() -> None:
    assert lines_of("The ferry that lay on the Widow for nine days in March").lines == (
        "The ferry that lay",
        "on the Widow for",
        "nine days in March",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Strike",
        "Fennmouth's free buses: what two years have changed",
        LONG,
        "W" * 400,
        "a " * 500,
        "رئيس " * 60,
    ],
    ids=["one word", "usual", "300 characters", "no space", "many words", "right to left"],
)
def test_a_text_stays_in_its_room(text: str) -> None:
    lines = lines_of(text)
    assert len(lines.lines) <= MOST
    assert all(width(line, SERIF, lines.size) <= ROOM for line in lines.lines)
    assert lines.height + lines.size <= HEIGHT + 1


def test_a_text_that_goes_on_ends_with_an_ellipsis_after_a_word() -> None:
    *lines, last = lines_of(LONG).lines
    assert len(lines) == MOST - 1
    assert LONG.startswith(" ".join([*lines, last.removesuffix("…")]))
    assert last.endswith("…")
    assert last.removesuffix("…").split()[-1] in LONG.replace(",", "").split()


def test_a_word_longer_than_a_line_is_broken_between_letters() -> None:
    lines = lines_of("Cafe\u0301" * 30).lines
    assert "".join(lines).rstrip("…") in "Cafe\u0301" * 30
    assert not any(line.startswith("\u0301") for line in lines)


def test_a_compound_may_end_a_line_at_its_hyphen() -> None:
    lines = lines_of("Anglo-Scottish-Norwegian-Icelandic fisheries agreement").lines
    assert "".join(lines).replace(" ", "") == "Anglo-Scottish-Norwegian-Icelandicfisheriesagreement"
    assert any(line.endswith("-") for line in lines)


def test_a_line_of_its_own_is_shortened() -> None:
    assert set_on_one("The Brief", SERIF, 36, ROOM) == "The Brief"
    short = set_on_one(LONG, SERIF, 36, ROOM)
    assert short.endswith("…")
    assert width(short, SERIF, 36) <= ROOM
