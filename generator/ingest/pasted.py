"""A page's text, as a browser's “select all” copies it, to a reading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.classify import in_pasted
from generator.ingest.furniture import without_furniture
from generator.ingest.guess import guess_from_lines
from generator.ingest.lines import Line, split
from generator.ingest.reading import Piece, Reading, numbered
from generator.ingest.refused import too_many
from generator.model.brief import Parties

MOST_LINES = 10_000
"""Lines that a page may have."""

_ENDS = re.compile(r"[.!?…。！？:;,][\"'”’»)\]]*$")
_SUBHEAD = 12
"""Words that a subheading may have."""


def read_pasted(text: str, parties: Parties, url: str | None = None) -> Reading:
    """The reading of pasted text. Raises `Refused` where it has too many lines."""
    lines = checked(split(text))
    is_body = without_furniture(lines, in_pasted(lines))
    if not any(is_body):
        is_body = [True] * len(lines)
    pieces = [
        Piece(line.text, yes, is_heading=yes and is_subhead(lines, is_body, i))
        for i, (line, yes) in enumerate(zip(lines, is_body, strict=True))
    ]
    return Reading("pasted", numbered(pieces), guess_from_lines(lines, is_body, parties, url))


def checked(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, if they are not too many."""
    if len(lines) > MOST_LINES:
        raise too_many(len(lines), "lines", MOST_LINES)
    return lines


def is_subhead(lines: Sequence[Line], is_body: Sequence[bool], i: int) -> bool:
    """Whether a line of the body is a subheading: short, no sentence, room above it, running text above and below."""
    text = lines[i].text
    if not (0 < i < len(lines) - 1 and is_body[i - 1] and is_body[i + 1]):
        return False
    above, below = lines[i - 1].text, lines[i + 1].text
    is_short = (
        len(text.split()) <= _SUBHEAD and len(text) < 80 and not _ENDS.search(text) and text[0].isupper()
    )
    return is_short and lines[i].gap > 0 and _is_prose(above) and _is_prose(below)


# --- Private functions ---


def _is_prose(text: str) -> bool:
    return len(text) > 80 and bool(_ENDS.search(text))
