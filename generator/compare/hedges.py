"""Hedges: a source's own word of certainty stands in the sentence of its quote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.brief import Article, Brief, Report
from generator.model.findings import Quotation
from generator.model.source import Path, Problem, Span
from generator.model.text import contains

_LONGEST = 300


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
    if any(contains(sentence, report.hedge, ignore_case=True) for sentence in sentences):
        return []
    location = brief.tree.at((*path, "hedge"))
    message = f'"{report.hedge}" is not in the sentence of the quote'
    return [Problem(location, "hedge-not-found", message, f"the sentence is: {_shown(sentences)}")]


def _sentences(article: Article, quotations: Sequence[Quotation]) -> Iterator[str]:
    for quotation in quotations:
        if quotation[0].where == "title":
            yield article.title.text
        else:
            span = Span(quotation[0].span.start, quotation[-1].span.end)
            yield article.body.sentence_around(span).of(article.body.text)


def _shown(sentences: Sequence[str]) -> str:
    text = " … ".join(" ".join(sentence.split()) for sentence in sentences)
    return f'"{text}"' if len(text) <= _LONGEST else f'"{text[:_LONGEST]}…"'
