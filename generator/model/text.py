"""Canonical text: the form in which a quotation is compared, its tokens, paragraphs and sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache

from generator.model.fold import Folded, fold, fold_text
from generator.model.normal import normal
from generator.model.numbers import numbers_in
from generator.model.sentences import Paragraph, paragraphs, sentences
from generator.model.source import Span
from generator.model.tokens import boundaries, is_boundary, tokens

__all__ = [
    "NORMALISATION", "Canonical", "Folded", "Paragraph", "canonical", "canonical_text", "contains", "fold",
    "fold_text", "is_boundary", "is_too_common", "matches", "occurrences", "tokens",
]  # fmt: skip

NORMALISATION = "2"
"""The version of what makes a text canonical, folds it and cuts it into tokens. Lock files name it: raise it with
every change of what any of them gives (`tests/model/test_normalisation.py`)."""


_LINE_FEED = re.compile("\n")

_MOST = 1000
"""Answers that a text remembers: more than an article has quotations."""


@dataclass(frozen=True)
class Canonical:
    """NFC text with `\\n` line ends, stripped. Every position and `Span` counts code points of `text`."""

    text: str

    @cached_property
    def folded(self) -> Folded:
        """The text folded, with the map back."""
        return fold(self.text)

    @cached_property
    def boundaries(self) -> frozenset[int]:
        """The positions at which a match may begin or end."""
        edges = boundaries(self.folded)
        starts = {self.folded.span(edge, edge + 1).start for edge in edges}
        return frozenset(starts | {self.folded.span(edge - 1, edge).end for edge in edges if edge})

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The blocks between blank lines, subheadings by themselves, in order."""
        return paragraphs(self.text)

    @cached_property
    def folded_paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs, in code points of the folded text."""
        position = self.folded.position
        return tuple(Span(position(p.span.start), position(p.span.end)) for p in self.paragraphs)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences in order, trimmed; none goes across paragraphs."""
        return tuple(span for block in range(len(self.paragraphs)) for span in self._sentences_in(block))

    def sentence_around(self, span: Span) -> Span:
        """The smallest run of whole sentences that covers `span`; `span` where none does."""
        found = self._around.get(span)
        if found is None:
            if len(self._around) >= _MOST:
                self._around.clear()
            found = self._around[span] = self._covering(span)
        return found

    def _covering(self, span: Span) -> Span:
        blocks = self.paragraphs
        end = max(span.end, span.start + 1)
        left = bisect_right(blocks, span.start, key=lambda block: block.span.end)
        right = bisect_left(blocks, end, key=lambda block: block.span.start) - 1
        if left >= len(blocks) or right < 0:
            return span
        opening, closing = self._sentences_in(left), self._sentences_in(right)
        first = opening[bisect_right(opening, span.start, key=lambda each: each.end)]
        last = closing[bisect_left(closing, end, key=lambda each: each.start) - 1]
        return Span(min(span.start, first.start), max(span.end, last.end)) if first <= last else span

    def _sentences_in(self, block: int) -> tuple[Span, ...]:
        """The sentences of one paragraph, found when they are first asked for."""
        found = self._found.get(block)
        if found is None:
            found = self._found[block] = sentences(self.text, self.paragraphs[block])
        return found

    def numbers(self, language: str) -> frozenset[Decimal]:
        """What `numbers_in` reads in the text, which is read once: many reports may ask."""
        if language not in self._numbers:
            self._numbers[language] = numbers_in(self.text, language)
        return self._numbers[language]

    @cached_property
    def _numbers(self) -> dict[str, frozenset[Decimal]]:
        return {}

    @cached_property
    def _around(self) -> dict[Span, Span]:
        """What `sentence_around` answered: an article's page, its annotations and the search ask for the same."""
        return {}

    @cached_property
    def _found(self) -> dict[int, tuple[Span, ...]]:
        return {}

    def line_of(self, position: int) -> int:
        """The line that `position` is on, from 0."""
        return bisect_left(self.line_ends, position)

    def line_start(self, line: int) -> int:
        """Where a line begins, from 0."""
        return self.line_ends[line - 1] + 1 if line else 0

    @cached_property
    def line_ends(self) -> list[int]:
        """Where the line feeds stand, ascending."""
        return [match.start() for match in _LINE_FEED.finditer(self.text)]


def canonical(raw: str) -> Canonical:
    """`raw` in NFC, with CRLF and CR as line feeds, stripped of white space at both ends."""
    return Canonical(canonical_text(raw))


def canonical_text(raw: str) -> str:
    """The text of `canonical(raw)`."""
    lines = raw.replace("\r\n", "\n").replace("\r", "\n") if "\r" in raw else raw
    return normal("NFC", lines).strip()


def contains(
    haystack: Canonical | str, needle: str, *, ignore_case: bool = False, within: Span | None = None
) -> bool:
    """Whether `needle` stands in `haystack`, or in this slice of it, as a quotation would: folded, between token
    boundaries."""
    where = haystack if isinstance(haystack, Canonical) else canonical(haystack)
    sought = fold_text(canonical_text(needle))
    if not sought:
        return False
    position = where.folded.position
    part = Span(position(within.start), position(within.end)) if within else None
    return next(matches(where.folded, sought, within=part, ignore_case=ignore_case), None) is not None


def matches(
    folded: Folded, sought: str, *, within: Span | None = None, ignore_case: bool = False
) -> Iterator[int]:
    """Where the folded text `sought` stands in `folded` between token boundaries: starts, ascending.

    `within` is in code points of the folded text. Where the text `is_too_common`, some may be missing.
    """
    text = folded.text
    if ignore_case:
        text, sought = _caseless(text), _caseless(sought)
    cut = 0
    for start in occurrences(text, sought, within or Span(0, len(text))):
        if is_boundary(folded, start) and is_boundary(folded, start + len(sought)):
            yield start
        else:
            cut += 1
            if _are_too_many(cut, text, sought):
                return


def is_too_common(folded: Folded, sought: str) -> bool:
    """Whether the folded text `sought` stands in `folded` too often for every place to be tried, cut through or not:
    2,000 times, or overlapping itself so much that its places are longer together than the text."""
    starts = enumerate(occurrences(folded.text, sought, Span(0, len(folded.text))), start=1)
    return any(_are_too_many(number, folded.text, sought) for number, _ in starts)


def _are_too_many(places: int, text: str, sought: str) -> bool:
    return places >= MOST_PLACES or places * len(sought) > len(text)


@lru_cache(maxsize=8)
def _caseless(text: str) -> str:
    """`text` without case, of the same length."""
    caseless = text.casefold()
    if len(caseless) == len(text):
        return caseless
    return "".join(folded if len(folded := c.casefold()) == 1 else c for c in text)


MOST_PLACES = 2000
"""Places of a quote in an article that are tried: "the" stands so often in 150 KB of English."""

_PATIENCE = 1_000_000
"""Code points that the plain search may compare before the search that never goes back takes over."""

_SHORT = 16
"""Code points up to which a quote is compared as quickly as one is read."""


def occurrences(text: str, sought: str, within: Span) -> Iterator[int]:
    """Every start of `sought` in the range `within` of `text`, overlapping ones too, ascending, in linear time."""
    if within.start == 0 and within.end == len(text):
        start = _first(text, sought)
    else:
        start = text.find(sought, within.start, within.end) if sought else -1
    compared = 0
    while start >= 0:
        yield start
        compared += len(sought)
        if compared > _PATIENCE and len(sought) > _SHORT:
            yield from _steady_occurrences(text, sought, Span(start + 1, within.end))
            return
        start = text.find(sought, start + 1, within.end)


@lru_cache(maxsize=8)
def _first(text: str, sought: str) -> int:
    """Where `sought` first is, or -1: asked again and again of a quote that is nowhere, to say why."""
    return text.find(sought) if sought else -1


def _steady_occurrences(text: str, sought: str, within: Span) -> Iterator[int]:
    """As `occurrences`, by Knuth, Morris and Pratt: no text of repetitions makes it slow."""
    borders = _borders(sought)
    matched = 0
    for position in range(within.start, within.end):
        while matched and (matched == len(sought) or text[position] != sought[matched]):
            matched = borders[matched - 1]
        if text[position] == sought[matched]:
            matched += 1
        if matched == len(sought):
            yield position + 1 - matched


def _borders(sought: str) -> list[int]:
    """For each prefix of `sought`, the length of the longest that it both begins and ends with."""
    borders = [0] * len(sought)
    length = 0
    for position in range(1, len(sought)):
        while length and sought[position] != sought[length]:
            length = borders[length - 1]
        if sought[position] == sought[length]:
            length += 1
        borders[position] = length
    return borders
