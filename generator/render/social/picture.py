"""A card drawn: 1200 × 630 pixels in a few colours, as PNG, the same bytes for the same words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from PIL import Image, ImageDraw

from generator.model.findings import Status
from generator.render.social.fonts import FIGURES, SANS, SERIF
from generator.render.social.glyphs import width, write
from generator.render.social.letters import is_right_to_left
from generator.render.social.lines import set_in, set_on_one
from generator.render.social.marks import SIZE as MARK
from generator.render.social.marks import mark
from generator.render.social.palette import FAINT, GROUND, INK, SOFT, STATUS_INKS, palette
from generator.render.social.png import UNSEEN, png

WIDTH, HEIGHT = 1200, 630
"""What Open Graph's readers show whole: 1.91 to 1."""

MARGIN = 48
"""Nothing is drawn nearer to an edge: lines begin a little further in, and some letters reach out."""


@dataclass(frozen=True, slots=True)
class Part:
    """One status of the strip: how many claims (none on the site's own card), and where in a bar 1000 wide."""

    status: Status
    label: str
    number: str
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says. Each text can be drawn in its font (`letters.drawable`) or is empty."""

    name: str
    """Of the site, at the top."""
    kicker: str
    title: str
    text: str
    """Under the title."""
    parts: tuple[Part, ...]


@lru_cache(maxsize=1024)
def draw(card: Card) -> bytes:
    """The card as PNG. What was drawn is kept for a while: a preview draws what changed."""
    picture = _headed(card.name).copy()
    pen = _Pen(_drawing(picture))
    _draw_strip(picture, pen, card.parts)
    top = _BOTTOM
    if card.text:
        top = pen.block(card.text, SANS, _TEXT_SIZES, top, _TEXT_TOP, SOFT) - _TEXT_GAP
    if card.title:
        top = pen.block(card.title, SERIF, _TITLE_SIZES if card.kicker else _ALONE_SIZES, top, _TOP, INK)
    if card.kicker:
        kicker = set_on_one(card.kicker, SANS, _SMALL, _ROOM)
        side = {"right": is_right_to_left(card.title), "rtl": is_right_to_left(kicker)}
        pen.write(kicker, SANS, _SMALL, top - _KICKER_GAP, SOFT, **side)
    return png(picture, palette())


# --- Private ---

_EDGE = 64
_ROOM = WIDTH - 2 * _EDGE
_LEFT, _RIGHT = UNSEEN + _EDGE, UNSEEN + WIDTH - _EDGE
_NAME, _NAME_LINE = 36, _EDGE + 30
_RULE = 118
_SMALL, _KICKER_GAP = 28, 30
_TITLE_SIZES, _TEXT_SIZES = (92, 80, 68, 56), (36, 32, 28)
_ALONE_SIZES = (132, 112, *_TITLE_SIZES)
_TOP, _BOTTOM = _RULE + 22 + _SMALL + _KICKER_GAP, 470
_TEXT_TOP, _TEXT_GAP = 300, 28
_BAR_TOP, _BAR = 500, 16
_LABEL_SIZES, _LABEL_TOP, _LABEL_LINE = (28, 26, 24, 22, 20), 530, HEIGHT - _EDGE - 8
_MARK_GAP, _FIGURE_GAP, _LABEL_GAP = 9, 7, 30
"""Pixels from the top, or between one thing and the next; sizes are pixels to the em."""


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes lines on a picture, from the left margin or from the right."""

    draw: ImageDraw.ImageDraw

    def write(
        self, line: str, name: str, size: int, baseline: int, ink: int, *, right: bool, rtl: bool
    ) -> None:
        at = (_RIGHT if right else _LEFT, baseline)
        write(self.draw, at, line, name, size, ink, right=right, rtl=rtl)

    def block(self, text: str, name: str, sizes: Sequence[int], bottom: int, top: int, ink: int) -> int:
        """A text in lines that end above `bottom`; where its letters begin, from the top.

        Its lines run as the whole of it does, also one that begins with a name of the other direction (UAX 9, P2).
        """
        lines = set_in(text, name, sizes, _ROOM, bottom - top)
        rtl = is_right_to_left(text)
        first = bottom - round(lines.size * 0.25) - lines.height
        for index, line in enumerate(lines.lines):
            self.write(line, name, lines.size, first + index * lines.leading, ink, right=rtl, rtl=rtl)
        return first - round(lines.size * 0.76)


@lru_cache(maxsize=4)
def _headed(name: str) -> Image.Image:
    """What all cards of a site have: the ground, and the site's name over a rule where it has one."""
    picture = Image.new("P", (UNSEEN + WIDTH, HEIGHT), GROUND)
    drawing = _drawing(picture)
    if name:
        drawing.rectangle((_LEFT, _RULE, _RIGHT - 1, _RULE + 1), fill=FAINT)
        line = set_on_one(name, SERIF, _NAME, _ROOM)
        write(drawing, (_LEFT, _NAME_LINE), line, SERIF, _NAME, INK, rtl=is_right_to_left(name))
    return picture


def _drawing(picture: Image.Image) -> ImageDraw.ImageDraw:
    """What draws on the picture, letters with smooth edges."""
    drawing = ImageDraw.Draw(picture)
    drawing.fontmode = "L"
    return drawing


def _draw_strip(picture: Image.Image, pen: _Pen, parts: Sequence[Part]) -> None:
    """The bar in proportion, and under it each status's mark, number and word, in letters that leave room for all."""
    for part in parts:
        left = _LEFT + _ROOM * part.x // 1000
        right = _LEFT + _ROOM * (part.x + part.width) // 1000
        pen.draw.rectangle((left, _BAR_TOP, right - 1, _BAR_TOP + _BAR - 1), fill=STATUS_INKS[part.status])
    fitting = (size for size in _LABEL_SIZES if sum(_spans(parts, size)) - _LABEL_GAP <= _ROOM)
    size = next(fitting, 0)
    if not size:
        size, parts = _LABEL_SIZES[0], [replace(part, label="") for part in parts]
    x = _LEFT
    for part, span in zip(parts, _spans(parts, size), strict=True):
        picture.paste(mark(part.status), (x, _LABEL_LINE - MARK + 1))
        at = x + MARK + _MARK_GAP
        if part.number:
            picture.paste(_stamp(part.number, FIGURES, size, INK), (at, _LABEL_TOP))
            at += _extent(part.number, FIGURES, size) + _FIGURE_GAP
        if part.label:
            picture.paste(_stamp(part.label, SANS, size, SOFT), (at, _LABEL_TOP))
        x += span


@lru_cache(maxsize=1024)
def _stamp(text: str, name: str, size: int, ink: int) -> Image.Image:
    """A short text that many cards share, its baseline `_LABEL_LINE - _LABEL_TOP` from the top."""
    stamp = Image.new("P", (_extent(text, name, size), HEIGHT - _EDGE - _LABEL_TOP), GROUND)
    write(_drawing(stamp), (0, _LABEL_LINE - _LABEL_TOP), text, name, size, ink, rtl=is_right_to_left(text))
    return stamp


def _extent(text: str, name: str, size: int) -> int:
    return math.ceil(width(text, name, size))


def _spans(parts: Sequence[Part], size: int) -> list[int]:
    """How much room each status's mark, number and word take, with the gap after them."""
    return [
        MARK
        + _MARK_GAP
        + (_extent(part.number, FIGURES, size) + _FIGURE_GAP if part.number else 0)
        + _extent(part.label, SANS, size)
        + _LABEL_GAP
        for part in parts
    ]
