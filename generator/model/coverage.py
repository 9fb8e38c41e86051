"""Which sentences of an article a claim or note touches, and which none does."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from generator.model.brief import Article
from generator.model.findings import Findings
from generator.model.published import quotations_of
from generator.model.source import Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article's body, where it stands in the body, and the line of the file that it begins on."""

    text: str
    span: Span
    line: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """One article: how many sentences its body has, and those that nothing touches, in order.

    Neither the headline nor a subheading is a sentence.
    """

    article: Article
    sentences: int
    untouched: tuple[Sentence, ...]

    @property
    def touched(self) -> int:
        """How many sentences a quotation of a claim or note has a part of."""
        return self.sentences - len(self.untouched)

    @property
    def share(self) -> float | None:
        """The touched among all sentences, from 0 to 1; `None` where there are none."""
        return self.touched / self.sentences if self.sentences else None


def coverage(findings: Findings, source: str) -> Coverage:
    """What of one article is touched: by a claim's quote, by a `via_quote`, or by the quote of a note.

    A sentence counts as touched where any part of it is quoted; the words that `[...]` leaves out don't count.
    """
    article = findings.brief.articles[source]
    headings = [block.span for block in article.body.paragraphs if block.is_heading]
    spans = [span for span in article.body.sentences if not _lies_in(span, headings)]
    quoted = {a.span for q in quotations_of(findings, source) for a in q if a.where == "body"}
    untouched = tuple(
        Sentence(span.of(article.body.text), span, article.body_line + article.body.line_of(span.start))
        for span in _apart(spans, quoted)
    )
    return Coverage(article, len(spans), untouched)


# --- Private ---


def _lies_in(span: Span, blocks: Sequence[Span]) -> bool:
    """`blocks` are in order and none overlaps another."""
    at = bisect_right(blocks, span.start, key=lambda block: block.start)
    return at > 0 and span.end <= blocks[at - 1].end


def _apart(spans: Iterable[Span], others: Iterable[Span]) -> list[Span]:
    """Those that have no code point in common with any of the others, which may overlap."""
    ordered = sorted(others)
    starts = [other.start for other in ordered]
    reached = [0, *accumulate((other.end for other in ordered), max)]
    return [span for span in spans if reached[bisect_left(starts, span.end)] <= span.start]
