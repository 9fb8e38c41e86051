"""Which characters of a user's text may be published at all."""

from __future__ import annotations

import re

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
"""Control characters but tab and line feed, lone surrogates, and noncharacters: parse errors in HTML (13.2.3.5),
and written as `&#N;` some of them would come out as another character."""

_BIDI_CONTROLS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_SPACE = re.compile(r"\s+")


def printable(text: str) -> str:
    """The text without what no page may hold; nothing else is changed."""
    if text.isprintable() or text.replace("\n", "").isprintable():
        return text
    return _UNPRINTABLE.sub("", text)


def one_line(text: str) -> str:
    """The text for a place without markup (`<title>`, front matter): printable, on one line, without bidi controls.

    Such a place can't isolate a name from what stands beside it, so that a stray control would turn that too.
    """
    if text.isprintable():  # has neither controls nor any white space but spaces
        return " ".join(text.split())
    return _SPACE.sub(" ", _BIDI_CONTROLS.sub("", printable(text))).strip()
