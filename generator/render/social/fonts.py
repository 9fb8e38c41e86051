"""The cards' fonts: each at the sizes that are asked for, and which characters it has."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from PIL import ImageFont, features

FOLDER = Path(__file__).with_name("fonts")

SERIF = "serif-bold.ttf"
SANS = "sans.ttf"
FIGURES = "figures-bold.ttf"
"""Digits only."""

SHAPES = features.check("raqm")
"""Whether Pillow can join Arabic letters, place marks and put right-to-left text in order: its wheels can where
FriBiDi is installed. Without it such text is not drawn at all, and Latin text without kerning."""


@cache
def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    """The font at `size` pixels to the em."""
    return ImageFont.truetype(str(FOLDER / name), size)


@cache
def characters(name: str) -> frozenset[int]:
    """The code points that the font has a glyph for."""
    return frozenset(
        point for first, last in _groups((FOLDER / name).read_bytes()) for point in range(first, last + 1)
    )


# --- Private ---


def _groups(content: bytes) -> Iterator[tuple[int, int]]:
    """First and last code point of each group of the one character map, which is in format 12 (OpenType, `cmap`)."""
    (tables,) = struct.unpack_from(">H", content, 4)
    records = (struct.unpack_from(">4sLLL", content, 12 + 16 * index) for index in range(tables))
    start = next(offset for tag, _, offset, _ in records if tag == b"cmap")
    (subtable,) = struct.unpack_from(">L", content, start + 8)
    (groups,) = struct.unpack_from(">L", content, start + subtable + 12)
    for index in range(groups):
        first, last, _ = struct.unpack_from(">LLL", content, start + subtable + 16 + 12 * index)
        yield first, last
