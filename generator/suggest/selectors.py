"""A passage of an article as a quotation: its words, and what stands beside them where they stand twice."""

from __future__ import annotations

import re
from itertools import islice

from generator.model.source import Span
from generator.model.text import Canonical, is_boundary, matches

_MOST_WORDS = 12
_WINDOW = 200
_MOST_PLACES = 40
"""A passage that stands oftener is none to quote: it says nothing of its own."""
_LEFT_OUT = re.compile(r"\[\s*(?:\.\s*\.\s*\.|…)\s*\]")


def selector(whole: Canonical, span: Span) -> str | dict[str, str] | None:
    """The quote of `span` as it is written: a text, or `exact` with `prefix` or `suffix` where it isn't the only one.

    `None` where the span begins or ends within a token, where the article's own words would be read as words left
    out, or where a dozen words of context don't settle which passage is meant.
    """
    exact = " ".join(span.of(whole.text).split())
    folded = whole.folded
    start = folded.position(span.start)
    end = folded.position(span.end - 1) + 1 if span.end > span.start else start
    sought = folded.text[start:end]
    if (
        not sought.strip()
        or _LEFT_OUT.search(exact)
        or not (is_boundary(folded, start) and is_boundary(folded, end))
    ):
        return None
    places = list(islice(matches(folded, sought), _MOST_PLACES))
    if start not in places or len(places) == _MOST_PLACES:
        return None
    if len(places) == 1:
        return exact
    others = [place for place in places if place != start]
    return _with_context(folded.text, exact, start, len(sought), others)


# --- Private functions ---


def _with_context(text: str, exact: str, start: int, length: int, others: list[int]) -> dict[str, str] | None:
    for words in range(1, _MOST_WORDS + 1):
        before = _tail(text, start, words)
        if before and not any(
            text[max(0, other - _WINDOW - 2) : other].rstrip().endswith(before) for other in others
        ):
            return {"exact": exact, "prefix": before}
        after = _head(text, start + length, words)
        if after and not any(
            text[other + length : other + length + _WINDOW].lstrip().startswith(after) for other in others
        ):
            return {"exact": exact, "suffix": after}
    return None


def _tail(text: str, end: int, words: int) -> str:
    window = text[max(0, end - _WINDOW) : end].split()
    return (
        " ".join(window[-words:]) if len(window) > words or (end <= _WINDOW and len(window) >= words) else ""
    )


def _head(text: str, start: int, words: int) -> str:
    window = text[start : start + _WINDOW].split()
    is_end = start + _WINDOW >= len(text)
    return " ".join(window[:words]) if len(window) > words or (is_end and len(window) >= words) else ""
