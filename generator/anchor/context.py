"""A prefix or suffix that would tell one placement of a quote from all others."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from generator.anchor.placements import Placement, follows, precedes
from generator.anchor.quotes import Quote
from generator.anchor.wording import as_yaml

_WINDOW = 200
"""Code points of context that are tried."""

_MOST_WORDS = 12


def suggestion(quote: Quote, placement: Placement, others: list[Placement]) -> str | None:
    """`prefix: "…"` or `suffix: "…"`, the shortest in words that settles it, or `None` where none of either does.

    `others` are all placements, this one too.
    """
    for prefix, suffix in _sides(quote, placement, others):
        return f"prefix: {as_yaml(prefix)}" if prefix else f"suffix: {as_yaml(str(suffix))}"
    return None


def telling(
    quote: Quote, placement: Placement, others: list[Placement]
) -> tuple[str | None, str | None] | None:
    """The prefix and the suffix that settle it, one of them where one is enough; `None` where both are not.

    `others` are all placements, this one too.
    """
    folded = quote.text.folded
    if settled := next(_sides(quote, placement, others), None):
        return settled
    start, end = placement[0].start, placement[-1].end
    for before, after in zip(_tails(folded.text, start), _heads(folded.text, end), strict=False):
        left = [other for other in others if follows(folded, other[0].start, before)]
        if sum(precedes(folded, other[-1].end, after) for other in left) == 1:
            return before, after
    return None


def _sides(
    quote: Quote, placement: Placement, others: list[Placement]
) -> Iterator[tuple[str | None, str | None]]:
    """Each prefix and each suffix that settles it by itself, the shortest first."""
    folded = quote.text.folded
    start, end = placement[0].start, placement[-1].end
    for before, after in zip_longest(_tails(folded.text, start), _heads(folded.text, end)):
        if before and sum(follows(folded, other[0].start, before) for other in others) == 1:
            yield before, None
        if after and sum(precedes(folded, other[-1].end, after) for other in others) == 1:
            yield None, after


def _tails(text: str, end: int) -> list[str]:
    """The last word before a position, the last two, and so on."""
    window = text[max(0, end - _WINDOW) : end]
    words = window.split(" ")
    if end > _WINDOW:
        words = words[1:]
    glued = [word for word in words if word][-_MOST_WORDS:]
    return [" ".join(glued[at:]) for at in reversed(range(len(glued)))]


def _heads(text: str, start: int) -> list[str]:
    """The first word after a position, the first two, and so on."""
    words = text[start : start + _WINDOW].split(" ")
    if start + _WINDOW < len(text):
        words = words[:-1]
    glued = [word for word in words if word][:_MOST_WORDS]
    return [" ".join(glued[: at + 1]) for at in range(len(glued))]
