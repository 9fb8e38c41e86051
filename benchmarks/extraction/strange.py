"""Pages as if in a language of which no word is known: the same lines in letters of other scripts."""

from __future__ import annotations

import string
from dataclasses import replace

import numpy as np

from benchmarks.extraction.learn import Page
from generator.ingest.classify.features import features
from generator.ingest.lines import Line

_SMALL = "абвгдежзийклмнопрстуфхцчшщ"
_WITHOUT_CASE = "".join(chr(0x5D0 + i) for i in range(26))
_CASED = str.maketrans(string.ascii_letters, _SMALL + _SMALL.upper())
_UNCASED = str.maketrans(string.ascii_letters, _WITHOUT_CASE * 2)


def cased(page: Page) -> Page:
    """The page in Cyrillic letters for Latin ones, measured anew."""
    return _in_letters(page, _CASED)


def uncased(page: Page) -> Page:
    """The page in Hebrew letters for Latin ones, which have no capitals, measured anew."""
    return _in_letters(page, _UNCASED)


# --- Private functions ---


def _in_letters(page: Page, letters: dict[int, int]) -> Page:
    lines = tuple(Line(line.text.translate(letters), line.gap) for line in page.lines)
    return replace(page, lines=lines, features=np.array(features(lines), dtype=np.float64))
