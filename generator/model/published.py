"""What of an article's body may be published under its rights: all of it, the annotated sentences, or nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model.brief import Article
from generator.model.findings import Findings, Quotation
from generator.model.source import Span


@dataclass(frozen=True, slots=True)
class ExcerptLimit:
    """How much of an article that is not published in full may be shown: so many words, or so many per cent of its
    words where that is more, since of a report of a few lines any quotation is much."""

    words: int = 300
    percent: int = 20

    def most(self, words: int) -> int:
        """How many words may be shown of an article of so many."""
        return max(self.words, words * self.percent // 100)


BY_DEFAULT = ExcerptLimit()

UNLIMITED = ExcerptLimit(percent=100)
"""For who doesn't know what the site allows."""


def quotations_of(findings: Findings, source: str) -> Iterator[Quotation]:
    """Every quotation of one source: those of reports, of where they came from, and of notes."""
    for claim in findings.claims:
        for report in claim.of(source):
            yield from report.quotations
            if report.via_quotation:
                yield report.via_quotation
    for note in findings.notes:
        if note.note.source == source and note.quotation:
            yield note.quotation


def published(article: Article, quotations: Iterable[Quotation]) -> tuple[Span, ...]:
    """The stretches of the body that its rights allow to be shown, in order, none touching another.

    `full`: the whole body. `excerpts`: the sentences around all `quotations`, joined where only white space lies
    between them. `none`: nothing, not even the quotations themselves, which are shown as such.
    """
    if article.meta.rights == "none":
        return ()
    if article.meta.rights == "full":
        return (Span(0, len(article.body.text)),)
    around = sorted(
        article.body.sentence_around(anchor.span)
        for quotation in quotations
        for anchor in quotation
        if anchor.where == "body"
    )
    return _joined(article, around)


def shown(article: Article, quotations: Iterable[Quotation]) -> tuple[Span, ...]:
    """The same, and where the rights are `none` the quotations themselves, none touching another."""
    if article.meta.rights != "none":
        return published(article, quotations)
    return _joined(
        article, sorted(part.span for parts in quotations for part in parts if part.where == "body")
    )


def words_in(text: str, spans: Iterable[Span]) -> int:
    """How many words the spans of a text hold. Of a script without spaces, two characters count as one."""
    pieces = (piece for span in spans for piece in span.of(text).split())
    return sum(1 if len(piece) <= _LONGEST_WORD else len(piece) // 2 for piece in pieces)


def context(span: Span, stretches: Sequence[Span]) -> Span:
    """The stretch of what is published that `span` stands in; `span` itself where none holds it.

    `stretches` are in order, none touching another.
    """
    at = bisect_right(stretches, span.start, key=lambda stretch: stretch.start)
    return stretches[at - 1] if at and span.end <= stretches[at - 1].end else span


# --- Private ---

_LONGEST_WORD = 60
"""Code points; beyond this it is a script without spaces."""


def _joined(article: Article, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, as one where only white space lies between them."""
    joined: list[Span] = []
    for span in spans:
        if joined and not article.body.text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)
