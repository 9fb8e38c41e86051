"""A text broken into lines that are about equally long, in the largest letters that leave room for all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import regex

from generator.render.social.glyphs import UNITS, units, width

MOST = 4
"""Lines of a text."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A text as it is set: its lines from the top, `size` pixels to the em, `leading` pixels from one to the next."""

    lines: tuple[str, ...]
    size: int
    leading: int

    @property
    def height(self) -> int:
        """From the first baseline to the last."""
        return self.leading * (len(self.lines) - 1)


def set_in(text: str, font: str, sizes: Sequence[int], room: int, height: int) -> Lines:
    """The text in lines at most `room` wide that take no more than `height`, in the largest of `sizes` (descending).

    Where it has more than `MOST` lines even in the smallest it ends with an ellipsis, after a whole word.
    """
    text = text[:_LONGEST]
    spread = _TALL_SPREAD if _TALL.search(text) else _SPREAD
    for size in sizes:
        leading = round(size * spread)
        most = max(min(MOST, 1 + (height - size) // leading), 1)
        pieces = _pieces(text, font, room * UNITS / size)
        number = _number(pieces, room * UNITS / size)
        if number <= most or size == sizes[-1]:
            break
    if number > most:
        filled = _filled(pieces, room * UNITS / size)
        return Lines(_cut(filled[:most], font, size, room), size, leading)
    return Lines(_balanced(pieces, number, size, room), size, leading)


def set_on_one(text: str, font: str, size: int, room: int) -> str:
    """The text on one line at most `room` wide, with an ellipsis where it goes on."""
    text = text[:_LONGEST]
    return text if width(text, font, size) <= room else _shortened(text, font, size, room)


# --- Private ---

_LONGEST = 1000
"""Characters that are looked at: more than any card can hold."""

_SPREAD, _TALL_SPREAD = 1.18, 1.4
_TALL = regex.compile(r"\p{Arabic}")
"""Arabic letters go further down, and their vowels further up."""

_BREAK = regex.compile(r"(?<=\s)|(?<=\w[-–—/])(?=\p{L})")
_STOPS = " ,;:.–—-/([“‘«"


class _Piece(NamedTuple):
    """What no line ends within: a word with the space after it, measured in thousandths of an em."""

    text: str
    width: int
    """Without the space."""
    advance: int


def _pieces(text: str, font: str, room: float) -> list[_Piece]:
    pieces: list[_Piece] = []
    for part in _BREAK.split(text):
        whole = _piece(part, font)
        pieces += [whole] if whole.width <= room else _broken(part, font, room)
    return pieces


@lru_cache(maxsize=8192)
def _piece(text: str, font: str) -> _Piece:
    return _Piece(text, units(text.rstrip(), font), units(text, font))


def _broken(word: str, font: str, room: float) -> list[_Piece]:
    """A word that is longer than a line, in as few parts as fit; no letter is parted from its marks (UAX 29)."""
    parts, part = [], ""
    for cluster in regex.findall(r"\X", word):
        if part and units((part + cluster).rstrip(), font) > room:
            parts.append(part)
            part = ""
        part += cluster
    return [_piece(each, font) for each in (*parts, part)]


def _filled(pieces: Sequence[_Piece], room: float) -> list[str]:
    """Each line as full as it can be."""
    lines, line, used = [], "", 0
    for piece in pieces:
        if line and used + piece.width > room:
            lines.append(line.rstrip())
            line, used = "", 0
        line += piece.text
        used += piece.advance
    return [*lines, line.rstrip()]


def _number(pieces: Sequence[_Piece], room: float) -> int:
    """Of the lines of `_filled`."""
    number, used = 1, 0
    for _, reach, advance in pieces:
        if used and used + reach > room:
            number += 1
            used = 0
        used += advance
    return number


def _balanced(pieces: Sequence[_Piece], number: int, size: int, room: int) -> tuple[str, ...]:
    """As many lines as there are, in the narrowest room that holds them."""
    narrow, wide = int(max(piece.width for piece in pieces) * size / UNITS), room
    while wide - narrow > 4:
        middle = (narrow + wide) // 2
        if _number(pieces, middle * UNITS / size) <= number:
            wide = middle
        else:
            narrow = middle
    return tuple(_filled(pieces, wide * UNITS / size))


def _cut(lines: Sequence[str], font: str, size: int, room: int) -> tuple[str, ...]:
    """The lines, the last with an ellipsis after the last word that leaves room for it."""
    return (*lines[:-1], _shortened(lines[-1], font, size, room))


def _shortened(line: str, font: str, size: int, room: int) -> str:
    words = [len(line), *(match.start() for match in reversed([*regex.finditer(r"\s", line)]))]
    letters = [match.start() for match in reversed([*regex.finditer(r"\X", line)])]
    for end in (*words, *letters):
        ended = line[:end].rstrip(_STOPS)
        if ended and width(f"{ended}…", font, size) <= room:
            return f"{ended}…"
    return "…"
