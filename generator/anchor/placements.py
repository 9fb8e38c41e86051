"""Where a quote stands: its parts in order, between token boundaries, with the context that the editor gave."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import TypeAlias

from generator.anchor.quotes import Quote
from generator.model.source import Span
from generator.model.text import Canonical, Folded, is_boundary, matches, occurrences

Placement: TypeAlias = tuple[Span, ...]
"""One span for each part, in order, in code points of the *folded* text."""

MOST = 1000
"""Placements that are looked for; a quote that stands oftener is no less ambiguous."""


def placements(quote: Quote) -> list[Placement]:
    """Every placement of `quote` with its prefix and suffix, in order, up to `MOST`."""
    if len(quote.parts) == 1 and (only := _only(quote)) is not None:
        return only
    return list(islice(_placements(quote, quote.prefix, quote.suffix), MOST))


def placements_without_context(quote: Quote) -> list[Placement]:
    """Every placement of `quote`, whatever stands before and after it, in order, up to `MOST`."""
    return list(islice(_placements(quote, "", ""), MOST))


def stands_somewhere(quote: Quote) -> bool:
    """Whether `quote` stands in its article at all, whatever is around it, in the body or in the title."""
    elsewhere = replace(quote, where="body" if quote.where == "title" else "title")
    return any(next(_placements(place, "", ""), None) for place in (quote, elsewhere))


def _only(quote: Quote) -> list[Placement] | None:
    """The placement of a text that the article has once or not at all, if tokens don't matter; quick, and mostly
    the answer. `None` where it has it more than once."""
    folded = quote.text.folded
    (part,) = quote.parts
    start = folded.text.find(part)
    if start < 0:
        return []
    if folded.text.find(part, start + 1) >= 0:
        return None
    end = start + len(part)
    stands = (
        is_boundary(folded, start)
        and is_boundary(folded, end)
        and (not quote.prefix or follows(folded, start, quote.prefix))
        and (not quote.suffix or precedes(folded, end, quote.suffix))
    )
    return [(Span(start, end),)] if stands else []


def _placements(quote: Quote, prefix: str, suffix: str) -> Iterator[Placement]:
    folded = quote.text.folded
    if len(quote.parts) > 1:
        yield from _in_paragraphs(quote, prefix, suffix)
        return
    (part,) = quote.parts
    for start in matches(folded, part):
        span = Span(start, start + len(part))
        if follows(folded, span.start, prefix) and precedes(folded, span.end, suffix):
            yield (span,)


def _in_paragraphs(quote: Quote, prefix: str, suffix: str) -> Iterator[Placement]:
    """The leftmost placement in each paragraph, the shortest of those that begin there."""
    folded = quote.text.folded
    first, *others = quote.parts
    blocks = iter(folded_paragraphs(quote.text))
    block = next(blocks, None)
    done = 0
    for start in occurrences(folded.text, first, Span(0, len(folded.text))):
        while block is not None and block.end <= start:
            block = next(blocks, None)
        if block is None:
            return
        span = Span(start, start + len(first))
        if start < max(done, block.start):
            continue
        # Where the rest can't follow a first part, it can follow no later one of this paragraph.
        if not _may_follow(folded.text, others, Span(span.end, block.end)):
            done = block.end
            continue
        if not (
            follows(folded, start, prefix) and is_boundary(folded, start) and is_boundary(folded, span.end)
        ):
            continue
        done = block.end
        rest = _rest(folded, others, Span(span.end, block.end), suffix)
        if rest is not None:
            yield (span, *rest)


def _rest(folded: Folded, parts: list[str], within: Span, suffix: str) -> list[Span] | None:
    """The other parts, each as early as it can stand; the last one before `suffix`."""
    spans: list[Span] = []
    position = within.start
    for index, part in enumerate(parts):
        last = index == len(parts) - 1
        candidates = matches(folded, part, within=Span(position, within.end))
        ends = (start + len(part) for start in candidates)
        end = next((end for end in ends if not last or precedes(folded, end, suffix)), None)
        if end is None:
            return None
        spans.append(Span(end - len(part), end))
        position = end
    return spans


def _may_follow(text: str, parts: list[str], within: Span) -> bool:
    """Whether the parts stand there in order if tokens didn't matter: quick, and mostly the answer."""
    position = within.start
    for part in parts:
        start = text.find(part, position, within.end)
        if start < 0:
            return False
        position = start + len(part)
    return True


def folded_paragraphs(text: Canonical) -> list[Span]:
    """The paragraphs of `text`, in code points of its folded text."""
    position = text.folded.position
    return [Span(position(block.span.start), position(block.span.end)) for block in text.paragraphs]


def follows(folded: Folded, position: int, prefix: str) -> bool:
    """Whether `prefix` stands right before a position; white space at the seam doesn't matter."""
    if not prefix:
        return True
    return folded.text[max(0, position - len(prefix) - 1) : position].rstrip().endswith(prefix)


def precedes(folded: Folded, position: int, suffix: str) -> bool:
    """Whether `suffix` stands right after a position; white space at the seam doesn't matter."""
    if not suffix:
        return True
    return folded.text[position : position + len(suffix) + 1].lstrip().startswith(suffix)
