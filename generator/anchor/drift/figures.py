"""Two ways in which a number is written that are one number, and nothing else besides."""

from __future__ import annotations

import re

from generator.anchor.drift.units import Unit

_LETTER = re.compile(r"[^\W\d_]")
_SAME = {"bn": "billion"}
"""Multipliers that are written in two ways."""

_TWOFOLD = frozenset("neuf sex fire ten".split())
"""Number words of one language that are another word there or elsewhere: French new, Swedish sex."""


def is_same_number(one: Unit, other: Unit) -> bool:
    """Whether two numbers of one value are one as they are written. In doubt they are not.

    Digits are the same digits, however they are grouped: 3.1 is a version, 3.10 another, and 007 is no 7. Words are
    the same words: "a" may be an article and "ein" a subject. A word and digits are one where it can be nothing else
    than a number: eight and 8, but neither one and 1, nor Three and 3, nor twenty five-year-olds and 25-year-olds.
    Multipliers are the same ones.
    """
    if one.figure == other.figure:
        return True
    worded, figured = sorted((one, other), key=lambda unit: unit.has_digits)
    if worded.has_digits:
        return _multiplied(one.figure) == _multiplied(other.figure)
    if not figured.has_digits or f"{worded.figure}-" in worded.text:
        return False
    return _is_plain(worded) and _letters(figured.figure) in ("", worded.figure.split()[-1])


# --- Private ---


def _multiplied(figure: str) -> tuple[str, str]:
    """The digits, and the words behind them."""
    letters = _letters(figure)
    return "".join(filter(str.isdigit, figure)), _SAME.get(letters, letters)


def _letters(figure: str) -> str:
    return "".join(_LETTER.findall(figure)).casefold()


def _is_plain(worded: Unit) -> bool:
    """Whether a number in words is neither a name nor one, which may be an article, nor another word too."""
    value = worded.value
    is_whole = value is not None and value > 1 and value == int(value)
    return is_whole and worded.figure == worded.figure.lower() and worded.figure not in _TWOFOLD
