"""How wide a text is in the system's sans, estimated on the wide side, and how it is cut or broken to fit."""

from __future__ import annotations

import unicodedata
from collections import deque
from functools import lru_cache

ELLIPSIS = "…"

_NARROW = frozenset("iIjl.,:;'’‘|!()[]{}/ ·tfr-\u00a0")
_WIDE = frozenset("mwMWQOGD@%&—…ÆæŒœ")


@lru_cache(maxsize=4096)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of `text` set in letters of `size`, in the unit of `size`. Never less than a usual sans takes."""
    return sum(map(_ems, text)) * size * (_BOLD if bold else 1.0)


@lru_cache(maxsize=4096)
def cut(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """The text, or as much of its beginning as fits into `room` with an ellipsis after it."""
    used, fitting = 0.0, 0
    last, heavy = width(ELLIPSIS, size, bold=bold), _BOLD if bold else 1.0
    for index, character in enumerate(text):
        used += _ems(character) * size * heavy
        if used > room:
            return text[:fitting].rstrip() + ELLIPSIS
        if used + last <= room:
            fitting = index + 1
    return text


@lru_cache(maxsize=4096)
def lines(text: str, size: float, room: float, most: int, *, bold: bool = False) -> tuple[str, ...]:
    """The text broken at white space into at most `most` lines that fit into `room`; what is too long is cut.

    At least one line, also of an empty text.
    """
    words = deque(text.split())
    made: list[str] = []
    while words and len(made) < most - 1:
        line = [words.popleft()]
        while words and width(" ".join([*line, words[0]]), size, bold=bold) <= room:
            line.append(words.popleft())
        made.append(" ".join(line))
    if words or not made:
        made.append(" ".join(words))
    return tuple(cut(line, size, room, bold=bold) for line in made)


# --- Private ---

_BOLD = 1.08
"""How much wider bold letters are."""


@lru_cache(maxsize=4096)
def _ems(character: str) -> float:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.05
    if character in _NARROW:
        return 0.38
    if character in _WIDE:
        return 1.0
    if character.isdigit():
        return 0.62
    return 0.72 if character.isupper() else 0.6 if character.isascii() else 0.75
