"""A text broken into lines that are about equally long, in the largest letters that leave room for all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from generator.render.social.fonts import width

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
        pieces = _pieces(text, font, size, room)
        lines = _filled(pieces, room)
        if len(lines) <= most or size == sizes[-1]:
            break
    if len(lines) > most:
        return Lines(_cut(lines[:most], font, size, room), size, leading)
    return Lines(_balanced(pieces, len(lines), room), size, leading)


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


@dataclass(frozen=True, slots=True)
class _Piece:
    """What no line ends within: a word with the space after it."""

    text: str
    width: float
    """Without the space."""
    advance: float


def _pieces(text: str, font: str, size: int, room: int) -> list[_Piece]:
    pieces: list[_Piece] = []
    for part in _BREAK.split(text):
        whole = _piece(part, font, size)
        pieces += [whole] if whole.width <= room else _broken(part, font, size, room)
    return pieces


def _piece(text: str, font: str, size: int) -> _Piece:
    return _Piece(text, width(text.rstrip(), font, size), width(text, font, size))


def _broken(word: str, font: str, size: int, room: int) -> list[_Piece]:
    """A word that is longer than a line, in as few parts as fit; no letter is parted from its marks (UAX 29)."""
    parts, part = [], ""
    for cluster in regex.findall(r"\X", word):
        if part and width((part + cluster).rstrip(), font, size) > room:
            parts.append(part)
            part = ""
        part += cluster
    return [_piece(each, font, size) for each in (*parts, part)]


def _filled(pieces: Sequence[_Piece], room: float) -> list[str]:
    """Each line as full as it can be."""
    lines, line, used = [], "", 0.0
    for piece in pieces:
        if line and used + piece.width > room:
            lines.append(line.rstrip())
            line, used = "", 0.0
        line += piece.text
        used += piece.advance
    return [*lines, line.rstrip()]


def _balanced(pieces: Sequence[_Piece], number: int, room: int) -> tuple[str, ...]:
    """As many lines as there are, in the narrowest room that holds them."""
    narrow, wide = 0, room
    while wide - narrow > 4:
        middle = (narrow + wide) // 2
        if max(piece.width for piece in pieces) <= middle and len(_filled(pieces, middle)) <= number:
            wide = middle
        else:
            narrow = middle
    return tuple(_filled(pieces, wide))


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
