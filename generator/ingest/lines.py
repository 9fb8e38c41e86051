"""The lines of a text: what stands on each, and how much room is above it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not empty, stripped, with the number of empty lines above it."""

    text: str
    gap: int


def split(text: str) -> tuple[Line, ...]:
    """Every line of `text` that is not empty, in order."""
    found: list[Line] = []
    gap = 0
    for raw in _BREAK.split(text):
        if stripped := raw.strip():
            found.append(Line(stripped, gap))
            gap = 0
        else:
            gap += 1
    return tuple(found)
