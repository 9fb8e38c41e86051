"""What of a text can be drawn: all its letters where the font has them, or else none, so that no box stands there."""

from __future__ import annotations

import unicodedata
from functools import cache

import regex

from generator.model.characters import one_line
from generator.model.normal import normal
from generator.render.social.fonts import SHAPES, characters


def drawable(text: str, font: str) -> str:
    """The text on one line, as it can be drawn in the font; empty where it can't.

    A character that the font hasn't stands in its compatibility form (UAX 15) where the font has that. A symbol that
    is no letter, such as an emoji, is left out. A letter, digit or mark that can't be drawn makes the whole text
    undrawable: half a title says something else.
    """
    has = _visible(font)
    text = one_line(normal("NFC", text))
    if not text.isascii():
        text = _PILED.sub(r"\1", "".join(c if c in has else _instead(c, has) for c in text))
        text = one_line(_LEFT_OUT.sub(_gap, text))
    if not has.issuperset(text) or not (SHAPES or _is_simple(text)):
        return ""
    return text if _SAYS_SOMETHING.search(text) else ""


def is_right_to_left(text: str) -> bool:
    """Whether the text's first character of a direction is right-to-left (UAX 9, P2)."""
    kinds = (unicodedata.bidirectional(character) for character in text)
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L"


# --- Private ---

_OMITTED = "\ufffc"

_PILED = regex.compile(r"(\p{M}{3})\p{M}+")
"""More marks on a letter than any script has would stand on the lines above it."""

_LEFT_OUT = regex.compile(rf"\s*{_OMITTED}[\s\u200d{_OMITTED}]*(?=([\w(\[“‘«\"'])?)")
"""Symbols that are left out, with what joins them and the spaces around; and what begins a word after them."""

_UNSEEN = regex.compile(r"\p{Default_Ignorable_Code_Point}")
_JOINERS = frozenset("\u200c\u200d")
"""Unseen, but letters beside them take another form."""

_IGNORABLE = regex.compile(
    r"[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{Co}\p{Cn}\p{Me}\p{Emoji_Modifier}]"
)
_SYMBOL = regex.compile(r"[\p{So}\p{Regional_Indicator}\p{Extended_Pictographic}]")
_SAYS_SOMETHING = regex.compile(r"[\p{L}\p{N}]")
_UNSHAPED = frozenset({"R", "AL", "AN"})


@cache
def _visible(font: str) -> frozenset[str]:
    return frozenset(c for c in map(chr, characters(font)) if c in _JOINERS or not _UNSEEN.match(c))


def _instead(character: str, has: frozenset[str]) -> str:
    simpler = unicodedata.normalize("NFKD", character)
    if simpler != character and has.issuperset(simpler):
        return simpler
    if _IGNORABLE.match(character):
        return ""
    return _OMITTED if _SYMBOL.match(character) else character


def _gap(match: regex.Match[str]) -> str:
    """A space where words stood on both sides of what is left out; none before a mark of punctuation."""
    return " " if match[1] else ""


def _is_simple(text: str) -> bool:
    return not any(
        unicodedata.category(character).startswith("M") or unicodedata.bidirectional(character) in _UNSHAPED
        for character in text
    )
