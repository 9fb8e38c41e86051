"""The marks of the five statuses, as beside the strip on the site: a circle or square whose line differs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from PIL import Image, ImageDraw

from generator.model.findings import Status
from generator.render.social.palette import STATUS_INKS, grey_like

SIZE = 22
"""Pixels of a mark's width and height."""


@cache
def mark(status: Status) -> Image.Image:
    """The mark in indexes of the palette, to be pasted on the ground: inside in the status's ink, its edges smoothed
    in the greys that are as light."""
    coverage = Image.new("L", (SIZE * _FINE, SIZE * _FINE), 0)
    _DRAWN[status](ImageDraw.Draw(coverage))
    ink = STATUS_INKS[status]
    smooth = coverage.resize((SIZE, SIZE), Image.Resampling.BOX)
    inks = [ink if share > _FULL else grey_like(ink, share / 255) for share in range(256)]
    drawn = smooth.point(inks)
    picture = Image.new("P", (SIZE, SIZE))
    picture.putdata(list(drawn.tobytes()))
    return picture


# --- Private ---

_FINE = 8
_FULL = 170
_END = SIZE * _FINE - 1
_LINE = 3 * _FINE


def _disc(draw: ImageDraw.ImageDraw) -> None:
    draw.ellipse((0, 0, _END, _END), fill=255)


def _dashed_ring(draw: ImageDraw.ImageDraw) -> None:
    for start in range(15, 360, 60):
        draw.arc((0, 0, _END, _END), start, start + 36, fill=255, width=_LINE)


def _double_square(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle((0, 0, _END, _END), outline=255, width=_LINE)
    inner = 6 * _FINE
    draw.rectangle((inner, inner, _END - inner, _END - inner), fill=255)


def _dotted_square(draw: ImageDraw.ImageDraw) -> None:
    places = [round(step * (_END + 1 - _LINE) / 3) for step in range(4)]
    for x in places:
        for y in places:
            if {x, y} & {places[0], places[-1]}:
                draw.rectangle((x, y, x + _LINE - 1, y + _LINE - 1), fill=255)


def _ring(draw: ImageDraw.ImageDraw) -> None:
    draw.ellipse((0, 0, _END, _END), outline=255, width=2 * _FINE)


_DRAWN: Mapping[Status, Callable[[ImageDraw.ImageDraw], None]] = {
    Status.CORROBORATED: _disc,
    Status.REPEATED: _dashed_ring,
    Status.DIFFERS: _double_square,
    Status.NOT_COMPARABLE: _dotted_square,
    Status.ONE_SOURCE: _ring,
}
