"""Hedges: a source's own word of certainty stands in the sentence of its quote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.brief import Article, Brief, Report
from generator.model.findings import Quotation
from generator.model.source import Path, Problem, Span
from generator.model.text import Canonical, contains

_LONGEST = 300

_FARTHEST = 5000
"""Code points of a sentence on either side of a quote in which its hedge is sought: nobody writes longer ones."""


def hedge_problems(
    brief: Brief, source: str, report: Report, quotations: Sequence[Quotation], path: Path
) -> list[Problem]:
    """An error where the hedge stands in the sentence of none of the report's quotes; the title is one sentence.

    Where no quote could be found there is no sentence to look in, and the quote's own problem stands.
    """
    if report.hedge is None:
        return []
    sentences = list(dict.fromkeys(_sentences(brief.articles[source], quotations)))
    if not sentences:
        return []
    if any(
        contains(sentence, report.hedge, ignore_case=True, within=within) for sentence, within in sentences
    ):
        return []
    location = brief.tree.at((*path, "hedge"))
    message = f'"{report.hedge}" is not in the sentence of the quote'
    return [Problem(location, "hedge-not-found", message, f"the sentence is: {_shown(sentences)}")]


def _sentences(article: Article, quotations: Sequence[Quotation]) -> Iterator[tuple[Canonical, Span]]:
    """The title or the body, and where in it the sentence is."""
    for quotation in quotations:
        if quotation[0].where == "title":
            yield article.title, Span(0, len(article.title.text))
        else:
            span = Span(quotation[0].span.start, quotation[-1].span.end)
            whole = article.body.sentence_around(span)
            start, end = max(whole.start, span.start - _FARTHEST), min(whole.end, span.end + _FARTHEST)
            yield article.body, Span(start, end)


def _shown(sentences: Sequence[tuple[Canonical, Span]]) -> str:
    text = ""
    for number, (sentence, within) in enumerate(sentences):
        if len(text) > _LONGEST:
            break
        text += f"{' … ' if number else ''}{' '.join(within.of(sentence.text).split())}"
    return f'"{text}"' if len(text) <= _LONGEST else f'"{text[:_LONGEST]}…"'
