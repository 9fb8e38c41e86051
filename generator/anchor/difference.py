"""How a quote differs from the passage nearest to it, word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.anchor.wording import in_quotes, listed
from generator.model.source import Span
from generator.model.text import fold, tokens

_MOST_NAMED = 4
_MOST_WORDS = 120
"""Words of a quote that are compared: time grows with their square."""

_MOST_PAIRS = 3000
"""Of a word of the quote and the same one of the passage: 120 words of a language have five hundred. Of many more, as
where one word is repeated, fewer words are compared."""

_FEW_WORDS = 20

_LONGEST = 50 * _MOST_WORDS
"""Code points of a quote in which these words are sought."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A passage trimmed to what answers to the quote, how like it is (0 to 1), and the words that differ."""

    span: Span
    likeness: float
    wording: str


def difference(quote: str, passage: str) -> Difference:
    """What the folded `quote` has where `passage` has something else. `span` is in code points of `passage`."""
    quote = quote[:_LONGEST]
    ours = [span.of(quote) for span in tokens(quote, _MOST_WORDS)]
    spans = tokens(passage, 2 * _MOST_WORDS)
    theirs = [fold(span.of(passage)).text for span in spans]
    if _pairs(ours, theirs) > _MOST_PAIRS:
        ours, spans, theirs = ours[:_FEW_WORDS], spans[: 2 * _FEW_WORDS], theirs[: 2 * _FEW_WORDS]
    first, last = _answering(_caseless(ours), _caseless(theirs))
    spans, theirs = spans[first:last], theirs[first:last]
    if not spans:
        return Difference(Span(0, 0), 0.0, "")
    matcher = SequenceMatcher(None, _caseless(ours), _caseless(theirs), autojunk=False)
    changes = list(_changes(matcher, ours, theirs))
    likeness = _likeness(matcher, ours, theirs)
    return Difference(Span(spans[0].start, spans[-1].end), likeness, _wording(changes))


def _changes(
    matcher: SequenceMatcher[str], ours: list[str], theirs: list[str]
) -> Iterator[tuple[list[str], list[str]]]:
    """The stretches that differ; words that differ in capitals only one by one."""
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            yield ours[a:b], theirs[c:d]
            continue
        yield from (([x], [y]) for x, y in zip(ours[a:b], theirs[c:d], strict=True) if x != y)


def _pairs(ours: list[str], theirs: list[str]) -> int:
    there = Counter(_caseless(theirs))
    return sum(there[word] for word in _caseless(ours))


def _caseless(words: list[str]) -> list[str]:
    return [word.casefold() for word in words]


def _answering(ours: list[str], theirs: list[str]) -> tuple[int, int]:
    """The range of `theirs` that answers to `ours`: from the first word they share to the last, and before and
    after as many words as the quote has there that differ."""
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return 0, 0
    before, after = blocks[0].a, len(ours) - blocks[-1].a - blocks[-1].size
    first = max(0, blocks[0].b - before)
    return first, min(len(theirs), blocks[-1].b + blocks[-1].size + after)


def _likeness(matcher: SequenceMatcher[str], ours: list[str], theirs: list[str]) -> float:
    """The share of letters and digits that stand in words which both have."""
    shared = sum(
        len(word)
        for block in matcher.get_matching_blocks()
        for word in ours[block.a : block.a + block.size]
        if word[0].isalnum()
    )
    both = sum(len(word) for word in (*ours, *theirs) if word[0].isalnum())
    return 2 * shared / both if both else 0.0


def _wording(changes: list[tuple[list[str], list[str]]]) -> str:
    """The differences as sentences cut to a few."""
    capitals = [change for change in changes if _caseless(change[0]) == _caseless(change[1])]
    if changes and len(capitals) == len(changes):
        named = [
            f"{in_quotes(ours[0], 60)} instead of {in_quotes(theirs[0], 60)}" for ours, theirs in changes
        ]
        return f"only in capitals: the quote has {listed(named, _MOST_NAMED)}"
    return "; ".join(_named(changes))


def _named(changes: list[tuple[list[str], list[str]]]) -> list[str]:
    named = [_change(" ".join(ours), " ".join(theirs)) for ours, theirs in changes[:_MOST_NAMED]]
    if (more := len(changes) - _MOST_NAMED) > 0:
        named.append(f"and {more} more difference{'s' if more > 1 else ''}")
    return named


def _change(ours: str, theirs: str) -> str:
    if not theirs:
        return f"the quote adds {in_quotes(ours, 60)}"
    if not ours:
        return f"the quote leaves out {in_quotes(theirs, 60)}"
    return f"the quote has {in_quotes(ours, 60)} instead of {in_quotes(theirs, 60)}"
