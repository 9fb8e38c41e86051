"""Letters measured and drawn once: a line is put together of them, where none takes another form beside another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import repeat
from typing import TypeAlias

from PIL import ImageDraw

from generator.render.social.fonts import SHAPES, characters, font

UNITS = 1000
"""To the em: the size at which texts are measured, since what a letter takes grows as the letters do."""

_Drawn: TypeAlias = tuple[object, tuple[int, int]]
"""A piece of a text, and where its picture lies: from where the piece begins, on the baseline."""


def width(text: str, name: str, size: int) -> float:
    """How far the text goes, in pixels."""
    return units(text, name) * size / UNITS


@lru_cache(maxsize=8192)
def units(text: str, name: str) -> int:
    """How far the text goes, in thousandths of an em."""
    if not _is_plain(text, name):
        return _measured(text, name)
    return sum(advance for _, advance in _steps(text, name))


def write(
    drawing: ImageDraw.ImageDraw,
    at: tuple[int, int],
    text: str,
    name: str,
    size: int,
    ink: int,
    *,
    right: bool = False,
    rtl: bool = False,
) -> None:
    """Draws the text from its baseline's left end, or (`right`) to its right end; `rtl` where it runs to the left."""
    x, y = at
    if right or rtl or not _is_plain(text, name):
        direction = ("rtl" if rtl else "ltr") if SHAPES else None
        anchor = "rs" if right else "ls"
        drawing.text((x, y), text, ink, font(name, size), anchor=anchor, direction=direction)
        return
    gone = 0
    for piece, advance in _steps(text, name):
        drawn, (left, top) = _drawn(piece, name, size)
        drawing.draw.draw_bitmap((x + (gone + _FINE // 2) // _FINE + left, y + top), drawn, ink)
        gone += (advance * size * _FINE + UNITS // 2) // UNITS


# --- Private ---

_PIECE = re.compile(r"ff[il]?|f[il]|.", re.S)
"""A letter, or several that the fonts draw as one."""

_FINE = 64
"""Of a pixel, by which fonts are set (FreeType, 26.6)."""

_KINDS = frozenset(("L", "EN", "ES", "ET", "CS", "ON", "WS"))


@cache
def _plain(name: str) -> frozenset[str]:
    """The characters of the font that stand beside each other from left to right, each in its one form."""
    every = map(chr, characters(name))
    return frozenset(
        c for c in every if unicodedata.bidirectional(c) in _KINDS and unicodedata.category(c)[0] not in "MC"
    )


def _is_plain(text: str, name: str) -> bool:
    return _plain(name).issuperset(text)


def _steps(text: str, name: str) -> Iterator[tuple[str, int]]:
    """The pieces of a plain text, each with how far it is to the next."""
    pieces = _PIECE.findall(text)
    return zip(pieces, map(_advance, pieces, [*pieces[1:], ""], repeat(name)), strict=True)


@lru_cache(maxsize=65536)
def _advance(piece: str, following: str, name: str) -> int:
    """How far it is from where a piece begins to where the one that follows it does."""
    return _measured(piece + following, name) - _measured(following, name)


@lru_cache(maxsize=8192)
def _measured(text: str, name: str) -> int:
    return round(font(name, UNITS).getlength(text)) if text else 0


@lru_cache(maxsize=2048)
def _drawn(piece: str, name: str, size: int) -> _Drawn:
    """The share of each pixel that the piece covers."""
    return font(name, size).getmask2(piece, "L", anchor="ls")
