"""Which characters come onto a page."""

from __future__ import annotations

import pytest

from generator.model.characters import one_line, printable

C0 = [chr(code) for code in range(0x20) if chr(code) not in "\t\n"]
C1 = [chr(code) for code in range(0x7F, 0xA0)]
HALVES = ["\ud800", "\udbff", "\udc00", "\udfff"]
NONCHARACTERS = [chr(code) for code in range(0xFDD0, 0xFDF0)]
LAST_OF_PLANES = [chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF)]
BIDI = list("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
NEIGHBOURS = [
    "\xa0",
    "~",
    "\ud7ff",
    "\ue000",
    "\ufdcf",
    "\ufdf0",
    "\ufffd",
    "\U00010000",
    "\U0010fffd",
    "é",
    "漢",
    "😀",
]


@pytest.mark.parametrize("character", [*C0, *C1, *HALVES, *NONCHARACTERS, *LAST_OF_PLANES], ids=ascii)
def test_what_no_page_may_hold_is_left_out(character: str) -> None:
    assert printable(f"a{character}b\n{character}") == "ab\n"
    assert one_line(f"a{character}b") in {"ab", "a b"}


@pytest.mark.parametrize("character", ["\t", "\n", *BIDI, *NEIGHBOURS], ids=ascii)
def test_anything_else_stays(character: str) -> None:
    assert printable(f"a{character}b\x00") == f"a{character}b"
    assert printable(f"a{character}b") == f"a{character}b"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a b", "a b"),
        ("  a   b  ", "a b"),
        ("\n a\t\n\nb\u2028c \n", "a b c"),
        ("a\u00a0b", "a b"),
        ("", ""),
        (" ", ""),
        ("\n", ""),
        ("a\x00b", "ab"),
    ],
)
def test_a_line_has_single_blanks_and_none_at_its_ends(text: str, line: str) -> None:
    assert one_line(text) == line


@pytest.mark.parametrize("control", BIDI, ids=ascii)
def test_a_line_has_no_control_that_would_turn_what_stands_beside_it(control: str) -> None:
    assert one_line(f"a{control}b") == "ab"
    assert one_line(f"{control}a \u200b\u202f") == "a \u200b"
