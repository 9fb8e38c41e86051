"""What of an article's body may be published under its rights: all of it, the annotated sentences, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.brief import Article
from generator.model.findings import Findings, Quotation
from generator.model.source import Span


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
    joined: list[Span] = []
    for span in around:
        if joined and not article.body.text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def context(span: Span, stretches: Iterable[Span]) -> Span:
    """The stretch of what is published that `span` stands in; `span` itself where none holds it."""
    return next((s for s in stretches if s.start <= span.start and span.end <= s.end), span)
