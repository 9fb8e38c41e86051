"""Where a quote stands: its parts in order, between token boundaries, with the context that the editor gave."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import TypeAlias

from generator.anchor.quotes import Quote, folded
from generator.model.brief import Selector
from generator.model.source import Span
from generator.model.text import Canonical, Folded, is_boundary, is_too_common, matches, occurrences

Placement: TypeAlias = tuple[Span, ...]
"""One span for each part, in order, in code points of the *folded* text."""

MOST = 1000
"""Placements that are looked for; a quote that stands oftener is no less ambiguous."""

MOST_SOUGHT = 300_000_000
"""Code points of articles that are searched, over all parts of all quotes of a brief: 3,000 quotes of 100 KB."""

_FURTHEST = 60
"""Code points by which a cut token is made whole."""


def plain_place(text: Canonical, selector: Selector) -> Span | None:
    """Where a quote stands that leaves nothing out and stands there once: what most of them do, found quickly.

    In code points of the canonical text. `None`: it isn't so, or there is more to be seen to.
    """
    if selector.prefix or selector.suffix or "[" in selector.exact:
        return None
    sought, within = folded(selector.exact), text.folded
    start = within.text.find(sought)
    # forwards: Python's search from behind takes the product of both lengths
    if start < 0 or within.text.find(sought, start + 1) >= 0 or not any(map(str.isalnum, sought)):
        return None
    end = start + len(sought)
    return within.span(start, end) if is_boundary(within, start) and is_boundary(within, end) else None


def placements(quote: Quote) -> list[Placement]:
    """Every placement of `quote` with its prefix and suffix, in order, up to `MOST`."""
    return list(islice(_placements(quote, quote.prefix, quote.suffix), MOST))


def placements_without_context(quote: Quote) -> list[Placement]:
    """Every placement of `quote`, whatever stands before and after it, in order, up to `MOST`."""
    return list(islice(_placements(quote, "", ""), MOST))


def common_part(quote: Quote) -> str | None:
    """A part that stands too often in the article for every place to be tried, as `is_too_common` says."""
    return next((part for part in dict.fromkeys(quote.parts) if is_too_common(quote.text.folded, part)), None)


def has_context(quote: Quote) -> bool:
    """Whether more than the one text has to stand there: other parts, a prefix or a suffix.

    Of such a quote with a `common_part` no build seeks the places: to try them all would cost too much.
    """
    return len(quote.parts) > 1 or bool(quote.prefix or quote.suffix)


def stands_somewhere(quote: Quote) -> bool:
    """Whether `quote` stands in its article at all, whatever is around it, in the body or in the title."""
    elsewhere = replace(quote, where="body" if quote.where == "title" else "title")
    return any(next(_placements(place, "", ""), None) for place in (quote, elsewhere))


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
    for block in quote.text.folded_paragraphs:
        for start in occurrences(folded.text, first, block):
            end = start + len(first)
            # Where the rest can't follow a first part, it can follow no later one of this paragraph.
            if not _may_follow(folded.text, others, Span(end, block.end)):
                break
            if not (
                follows(folded, start, prefix) and is_boundary(folded, start) and is_boundary(folded, end)
            ):
                continue
            rest = _rest(folded, others, Span(end, block.end), suffix)
            if rest is not None:
                yield (Span(start, end), *rest)
            break


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


def widened(folded: Folded, start: int, end: int) -> Span:
    """The range out to the boundaries of its tokens, by no more than `_FURTHEST` on either side."""
    for _ in range(_FURTHEST):
        if is_boundary(folded, start):
            break
        start -= 1
    for _ in range(_FURTHEST):
        if is_boundary(folded, end):
            break
        end += 1
    return Span(start, end)


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
