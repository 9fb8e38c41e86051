"""Surrogate pairs as JSON writes them (`\\ud83d\\ude00`): YAML 1.2 takes them over, our parser doesn't."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_FILLERS = [chr(code) for code in range(0xFDD0, 0xFDF0)]
"""Noncharacters. Two of one, so that a pair's twelve characters stay twelve and every column is the file's."""

_ESCAPE = len(r"\U00000000")


def join_pairs(text: str) -> tuple[str, Mapping[str, str]]:
    """The text with each pair as one escape of the same length, and what each of these stood for.

    A text that holds all of the characters that could fill up an escape, or their codes, stays as it is: the parser
    refuses its pairs.
    """
    originals: dict[str, str] = {}
    if "\\u" not in text or not _PAIR.search(text) or (filler := _filler(text)) is None:
        return text, originals

    def joined(match: re.Match[str]) -> str:
        high, low = int(match[2], 16), int(match[3], 16)
        code = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)  # The Unicode Standard, 3.9, UTF-16
        escape = f"\\U{code:08X}{filler}"
        originals[escape] = match[0][len(match[1]) :]
        return match[1] + escape

    return _PAIR.sub(joined, text), originals


def without_fillers(value: str, originals: Mapping[str, str], *, quoted: bool) -> str:
    """A scalar's value as the file has it: only between double quotes is an escape an escape."""
    for escape, original in originals.items():
        if quoted:
            return value.replace(escape[_ESCAPE:], "")
        value = value.replace(escape, original)
    return value


# --- Private functions ---


def _filler(text: str) -> str | None:
    """Two of the first noncharacter that the text neither holds nor may name by its code."""
    lower = text.lower()
    found = (sign for sign in _FILLERS if sign not in text and f"{ord(sign):04x}" not in lower)
    return next((2 * sign for sign in found), None)
