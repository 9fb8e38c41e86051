"""Which words of quotations laid side by side part them: what one has and another, nearly the same, has not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from rapidfuzz.distance import Indel

from generator.model.text import fold, tokens
from generator.render.cells import Cell, Quote
from generator.render.rows import Row
from generator.render.view import view

NEAR = 0.5
"""How much of two quotations (the longest common subsequence of their words, twice, over all of their words) must be
the same for the words between to say something."""

LONGEST = 60
"""Words of a quotation that is still compared: with more, side by side is a wall of marks."""

MOST = 24
"""Quotations of one claim that are still compared, each with each."""


@view
class Run:
    """A stretch of a quotation's part, and whether it parts it from another source's."""

    text: str
    apart: bool


Runs: TypeAlias = tuple[tuple[Run, ...], ...]
"""A quotation's parts, each as runs; joined, the texts of a part's runs are the part."""


@dataclass(frozen=True, slots=True)
class Parted:
    """A claim on which sources part ways. `runs` has each of its quotations by source and number."""

    row: Row
    runs: Mapping[tuple[str, int], Runs]

    @property
    def is_marked(self) -> bool:
        """Whether any word is marked."""
        return any(run.apart for runs in self.runs.values() for part in runs for run in part)


def parted(row: Row) -> Parted:
    """The claim with the words marked that part its quotations.

    A word is marked where another source's nearest quotation is near (`NEAR`) and lacks it in that place. Where none
    is near, a number is marked that the other source's quotations, which have some, lack. Words are compared folded
    and without regard to case, punctuation not at all, and only within one language.
    """
    quotes = [_Words.of(cell, quote) for cell in row.reporting for quote in _quotes(cell)]
    few = [words for words in quotes if len(words.keys) <= LONGEST] if len(quotes) <= MOST else []
    apart = {id(words): _apart(words, few) for words in few}
    none = frozenset[int]()
    return Parted(
        row, {(words.source, words.quote.number): words.runs(apart.get(id(words), none)) for words in quotes}
    )


def words_of(text: str) -> list[tuple[int, int, str]]:
    """Where each word of `text` begins and ends, and what it is compared by: folded, without regard to case."""
    if _PLAIN.fullmatch(text):
        return [(*word.span(), word[0].casefold().replace("’", "'")) for word in _PLAIN_WORD.finditer(text)]
    spans = [span for span in tokens(text) if any(character.isalnum() for character in span.of(text))]
    return [(span.start, span.end, fold(span.of(text)).text.casefold()) for span in spans]


# --- Private ---

_LETTER = "[A-Za-zÀ-ÖØ-öø-ɏ]"
_NAME = rf"{_LETTER}++(?:-{_LETTER}++|['’][bcdfgjklmnpqrstvwxz]{_LETTER}*+)*+"
_NUMBER = r"[0-9]++(?:[.,][0-9]++)*+"
_PLAIN = re.compile(rf"(?:(?:{_NAME}|{_NUMBER}(?! [0-9]))(?:[,.;:!?]?+(?: |\Z)))*+")
_PLAIN_WORD = re.compile(rf"{_NAME}|{_NUMBER}")
"""A text whose tokens can be told by these alone, as most can: the rules of `tokens` take twenty times as long."""


@view
class _Words:
    """A quotation's words: where they stand in which of its parts, and what they are compared by."""

    source: str
    language: str
    quote: Quote
    places: tuple[tuple[int, int, int], ...]
    """Part, start, end."""
    keys: tuple[str, ...]

    @classmethod
    def of(cls, cell: Cell, quote: Quote) -> _Words:
        words = [(place, *word) for place, part in enumerate(quote.parts) for word in words_of(part)]
        return cls(
            source=cell.column.source,
            language=cell.column.language.split("-")[0],
            quote=quote,
            places=tuple([word[:3] for word in words]),
            keys=tuple([word[3] for word in words]),
        )

    @property
    def numbers(self) -> frozenset[int]:
        """Which of the words are numbers."""
        return frozenset(n for n, key in enumerate(self.keys) if any(c.isdigit() for c in key))

    def runs(self, apart: frozenset[int]) -> Runs:
        """The parts as runs; neighbouring words that are marked, and what stands between them, are one run."""
        inside: dict[int, list[tuple[int, int]]] = {}
        for _, run in groupby(enumerate(sorted(apart)), key=lambda pair: pair[1] - pair[0]):
            for place, words in groupby((self.places[n] for _, n in run), key=lambda word: word[0]):
                stretch = list(words)
                inside.setdefault(place, []).append((stretch[0][1], stretch[-1][2]))
        return tuple(_cut(part, inside.get(place, ())) for place, part in enumerate(self.quote.parts))


def _quotes(cell: Cell) -> Iterable[Quote]:
    quotes = [quote for report in cell.reports for quote in report.quotes]
    return quotes if len(quotes) < 2 else dict.fromkeys(quotes)


def _apart(words: _Words, quotes: Sequence[_Words]) -> frozenset[int]:
    """Which words of a quotation some other source lacks."""
    others = [other for other in quotes if other.source != words.source and other.language == words.language]
    by_source = groupby(others, key=lambda other: other.source)
    return frozenset().union(*(_lacking(words, list(theirs)) for _, theirs in by_source))


def _lacking(words: _Words, theirs: Sequence[_Words]) -> frozenset[int]:
    """Which words of a quotation one other source lacks: those of the nearest, else numbers."""
    alike = [Indel.normalized_similarity(words.keys, other.keys) for other in theirs]
    if (most := max(alike)) >= NEAR:
        nearest = theirs[alike.index(most)]
        steps = Indel.editops(words.keys, nearest.keys)
        return frozenset(step.src_pos for step in steps if step.tag == "delete")
    numbers = {other.keys[n] for other in theirs for n in other.numbers}
    return frozenset(n for n in words.numbers if numbers and words.keys[n] not in numbers)


def _cut(part: str, marked: Sequence[tuple[int, int]]) -> tuple[Run, ...]:
    runs: list[Run] = []
    before = 0
    for start, end in marked:
        runs += [Run(part[before:start], False), Run(part[start:end], True)]
        before = end
    return tuple(run for run in (*runs, Run(part[before:], False)) if run.text)
