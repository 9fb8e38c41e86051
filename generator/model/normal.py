"""Unicode's normalisation forms in linear time, whatever stands in the text."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal, TypeAlias

Form: TypeAlias = Literal["NFC", "NFD", "NFKC", "NFKD"]

_MOST_MARKS = 30
"""Marks on one letter from which on they are put in order here: the most that text has (UAX #15, 13: Stream-Safe)."""

_MAY_BE_MARKS = re.compile(f"[\u0300-\U0010ffff]{{{_MOST_MARKS + 1},}}")


def normal(form: Form, text: str) -> str:
    """`text` in the normalisation form (UAX #15).

    The interpreter puts marks in order by insertion, so that a long run of them would cost the square of its length:
    such runs it gets in order.
    """
    if not text.isascii() and _MAY_BE_MARKS.search(text):
        text = _MAY_BE_MARKS.sub(_in_order, text)
    return unicodedata.normalize(form, text)


# --- Private functions ---


def _in_order(match: re.Match[str]) -> str:
    """The run with its marks in canonical order (Unicode 3.11, D109), decomposed; as it is where it has few."""
    run = match[0]
    parts = {character: unicodedata.normalize("NFD", character) for character in set(run)}
    classes = {mark: unicodedata.combining(mark) for part in parts.values() for mark in part}
    if not any(classes.values()):
        return run
    ordered: list[str] = []
    marks: list[str] = []
    for character in run:
        for mark in parts[character]:
            if classes[mark]:
                marks.append(mark)
                continue
            ordered += sorted(marks, key=classes.__getitem__)
            ordered.append(mark)
            marks = []
    ordered += sorted(marks, key=classes.__getitem__)
    return "".join(ordered)
