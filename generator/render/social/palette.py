"""The few colours of a card: a ramp from ground to ink, by which letters are smoothed, and the statuses' own.

The colours are those of the site's light scheme (`briefs.css`). In an indexed picture Pillow mixes indexes, and along
the ramp a mixed index is the mixed colour.
"""

from __future__ import annotations

from functools import cache

from generator.model.findings import Status

GROUND = 0
INK = 7
SOFT = 5
FAINT = 1

STATUS_INKS = {status: INK + 1 + place for place, status in enumerate(Status)}


@cache
def palette() -> bytes:
    """Red, green and blue of each index in turn."""
    ramp = [_mixed(step / INK) for step in range(INK + 1)]
    return bytes(part for colour in (*ramp, *(_COLOURS[status] for status in Status)) for part in colour)


def grey_like(ink: int, share: float) -> int:
    """The step of the ramp that is as dark as `share` of a status's ink on the ground."""
    colour = next(_COLOURS[status] for status, index in STATUS_INKS.items() if index == ink)
    darkest = 255 - _lightness(_INK)
    return round(INK * share * (255 - _lightness(colour)) / darkest)


# --- Private ---

_INK = (0x16, 0x18, 0x1D)
_COLOURS = {
    Status.CORROBORATED: (0x0F, 0x6B, 0x52),
    Status.REPEATED: (0x1C, 0x5F, 0x91),
    Status.DIFFERS: (0xA8, 0x23, 0x1F),
    Status.NOT_COMPARABLE: (0x7A, 0x4A, 0x00),
    Status.ONE_SOURCE: (0x55, 0x5B, 0x66),
}


def _mixed(share: float) -> tuple[int, int, int]:
    red, green, blue = (round(255 + (part - 255) * share) for part in _INK)
    return red, green, blue


def _lightness(colour: tuple[int, int, int]) -> float:
    """Luma (ITU-R BT.601)."""
    return 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]
