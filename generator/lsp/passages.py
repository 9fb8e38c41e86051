"""The passages of an article that match what an editor has typed of a quotation, best first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from generator.anchor.context import suggestion
from generator.anchor.placements import placements
from generator.anchor.quotes import Quote, folded
from generator.lsp.scalars import one_line
from generator.model.brief import Article
from generator.model.source import Span
from generator.model.text import Canonical, matches

MOST = 40
"""Passages that are offered."""

_LIKE = 78
"""Of 100, from which what was typed counts as a misspelling of what stands there."""

_LEAST_FUZZY = 4
LEFT_OUT = re.compile(r"\[\s*(?:\.\s*\.\s*\.|…)\s*\]")
_WORD = re.compile(r"[\w'’]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage as it is quoted, on one line; `line` is of the article's file, from 1."""

    text: str
    line: int
    is_whole: bool
    context: tuple[str, str] | None = None
    """`prefix` or `suffix`, and its text, where the passage stands more than once."""


@dataclass(frozen=True, slots=True)
class _Found:
    rank: tuple[int, ...]
    span: Span
    is_whole: bool


def passages(article: Article, typed: str, *, where: str = "body") -> list[Passage]:
    """The sentences of an article that match what was typed, and the parts of them from the matching word on.

    Nothing typed matches all. Compared without case, after the fold: first what begins so, then what holds the
    words together, in this order, in any order, and at last what is spelt nearly so. Behind `[...]` it is the rest
    of the paragraph that is offered.
    """
    text = article.title if where == "title" else article.body
    *before, sought = LEFT_OUT.split(typed)
    head, within = _left_out(text, before) if before else ("", None)
    found = sorted(_matching(text, folded(sought).casefold(), within), key=lambda match: match.rank)
    offered: dict[str, Passage] = {}
    for match in found:
        if before and match.is_whole and match.rank[1]:
            continue
        passage = head + one_line(match.span.of(text.text))
        if passage not in offered:
            offered[passage] = _passage(article, text, match, passage, where)
        if len(offered) == MOST:
            break
    return list(offered.values())


def quote(article: Article, exact: str, *, where: str = "body", prefix: str = "", suffix: str = "") -> Quote:
    """A quotation of an article, as matching takes it."""
    return Quote(
        path=(), article=article, where=where, exact=exact,
        parts=tuple(folded(part) for part in LEFT_OUT.split(exact)), prefix=folded(prefix), suffix=folded(suffix),
        language=article.meta.language or "en", may_quote_title=False,
    )  # fmt: skip


def context_of(sought: Quote, index: int = 0) -> tuple[str, str] | None:
    """A `prefix` or `suffix`, with its text, that tells one placement of a quote from the others; `None` where
    it stands only once, or nothing does."""
    found = placements(sought)
    advice = suggestion(sought, found[index], found) if len(found) > 1 else None
    if advice is None:
        return None
    key, _, said = advice.partition(": ")
    return key, str(re.sub(r"\\(.)", r"\1", said[1:-1]))


# --- Private functions ---


def _passage(article: Article, text: Canonical, match: _Found, passage: str, where: str) -> Passage:
    line = 1 if where == "title" else article.body_line + text.line_of(match.span.start)
    sought = quote(article, passage, where=where)
    found = placements(sought)
    starts = [text.folded.span(placed[0].start, placed[0].end).start for placed in found]
    index = starts.index(match.span.start) if match.span.start in starts else 0
    return Passage(passage, line, match.is_whole, context_of(sought, index))


def _left_out(text: Canonical, before: list[str]) -> tuple[str, Span | None]:
    """The parts before the last `[...]`, the last of them as it stands in the text, and what follows it there in its
    paragraph; `None` where it doesn't stand there."""
    part = folded(before[-1])
    start = next(matches(text.folded, part, ignore_case=True), None) if part else None
    if start is None:
        return "".join(f"{one_line(part)} [...] " for part in before), None
    span = text.folded.span(start, start + len(part))
    parts = [*(one_line(part) for part in before[:-1]), one_line(span.of(text.text))]
    block = next((b.span for b in text.paragraphs if b.span.start <= span.end <= b.span.end), span)
    return "".join(f"{part} [...] " for part in parts), Span(span.end, block.end)


def _matching(text: Canonical, typed: str, within: Span | None) -> Iterator[_Found]:
    spans = text.sentences
    if within is not None:
        spans = tuple(Span(max(s.start, within.start), s.end) for s in spans if s.overlaps(within))
    for order, span in enumerate(spans):
        first, last = text.folded.position(span.start), text.folded.position(span.end)
        yield from _of_sentence(text, Span(first, last), span, typed, order)


def _of_sentence(text: Canonical, inner: Span, span: Span, typed: str, order: int) -> Iterator[_Found]:
    """The sentence, and its part from the matching word on."""
    sentence = inner.of(text.folded.text).casefold()
    if not typed:
        yield _Found((0, 0, order), span, True)
        return
    found = _place(sentence, typed)
    if found is None:
        return
    rank, at = found
    if at and len(sentence) == inner.end - inner.start:  # casefold has changed no length: places are the same
        start = text.folded.span(inner.start + at, inner.start + at + 1).start
        yield _Found((rank, 1, order, 0), Span(start, span.end), False)
    yield _Found((rank, int(at > 0), order, 1), span, True)


def _place(sentence: str, typed: str) -> tuple[int, int] | None:
    """How well a sentence matches, 0 best, and where the match begins; `None` where it doesn't."""
    for match in re.finditer(re.escape(typed), sentence):
        if match.start() == 0 or not sentence[match.start() - 1].isalnum() or not typed[0].isalnum():
            return 0, match.start()
    words = _WORD.findall(typed)
    if not words:
        return None
    if (at := _in_order(sentence, words)) is not None:
        return 1, at
    if all(re.search(rf"(?<!\w){re.escape(word)}", sentence) for word in words):
        return 2, 0
    if len(typed) < _LEAST_FUZZY:
        return None
    alignment = fuzz.partial_ratio_alignment(typed, sentence, score_cutoff=_LIKE)
    if alignment is None or alignment.dest_end - alignment.dest_start < len(typed) * 0.6:
        return None
    return 3 + round(100 - alignment.score), sentence.rfind(" ", 0, alignment.dest_start + 1) + 1


def _in_order(sentence: str, words: list[str]) -> int | None:
    """Where the first of the words begins one that stands before those that the others begin."""
    at, first = 0, None
    for word in words:
        match = re.compile(rf"(?<!\w){re.escape(word)}").search(sentence, at)
        if match is None:
            return None
        first = match.start() if first is None else first
        at = match.end()
    return first
