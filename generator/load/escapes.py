"""Surrogate pairs as JSON writes them (`\\ud83d\\ude00`): YAML 1.2 takes them over, our parser doesn't."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_FILLER = "\ufdd0\ufdd0"
"""Two noncharacters, so that a pair's twelve characters stay twelve and every column is the file's."""


def join_pairs(text: str) -> tuple[str, Mapping[str, str]]:
    """The text with each pair as one escape of the same length, and what each of these stood for."""
    originals: dict[str, str] = {}

    def joined(match: re.Match[str]) -> str:
        high, low = int(match[2], 16), int(match[3], 16)
        code = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)  # The Unicode Standard, 3.9, UTF-16
        escape = f"\\U{code:08X}{_FILLER}"
        originals[escape] = match[0][len(match[1]) :]
        return match[1] + escape

    return (_PAIR.sub(joined, text) if "\\u" in text else text), originals


def without_fillers(value: str, originals: Mapping[str, str], *, quoted: bool) -> str:
    """A scalar's value as the file has it: only between double quotes is an escape an escape."""
    if quoted:
        return value.replace(_FILLER, "")
    for escape, original in originals.items():
        value = value.replace(escape, original)
    return value
