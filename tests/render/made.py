"""Findings made by hand, so that the pages are tested without the rooms that come before them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.model.brief import Annotations, Article, Brief, FrontMatter, Parties, Party, Selector
from generator.model.figure import Figure
from generator.model.findings import (
    Anchor,
    ClaimFinding,
    Findings,
    NoteFinding,
    Quotation,
    ReportFinding,
    Status,
)
from generator.model.source import Span, Tree
from generator.model.text import Canonical, canonical
from generator.render.catalogue import words_for

ENGLISH = words_for("en")
SWEDISH = words_for("sv")

_NO_TREE = Tree("brief.yml", {}, {}, {})


def parties(**names: str | dict[str, Any]) -> Parties:
    """A register: `herald="The Herald"`, or the whole party."""
    return Parties(
        {id_: Party.model_validate({"name": p} if isinstance(p, str) else p) for id_, p in names.items()}
    )


def article(source: str, body: str, **front: Any) -> Article:
    """An article; its outlet has the source's id unless said otherwise."""
    meta = FrontMatter.model_validate({"outlet": source, "title": f"Title of {source}", **front})
    return Article(
        source, f"briefs/made/articles/{source}.md", meta, canonical(meta.title), canonical(body), 6, _NO_TREE
    )


def findings(
    brief: dict[str, Any],
    articles: Mapping[str, Article],
    register: Parties,
    statuses: Mapping[str, tuple[Status, int]] | None = None,
    slug: str = "made",
) -> Findings:
    """Findings with every quotation where its words first stand; statuses as given, else by the number of sources."""
    notes = Annotations.model_validate(
        {"title": "A title", "summary": "A summary.", "date": "2025-02-08", **brief}
    )
    made = Brief(slug, notes, dict(articles), register, _NO_TREE)
    claims = []
    for claim in notes.claims:
        reports = tuple(
            ReportFinding(
                source=source,
                report=report,
                quotations=tuple(
                    _locate(made.articles[source], quote, report.where) for quote in report.quote
                ),
                via_quotation=_locate(made.articles[source], report.via_quote) if report.via_quote else None,
                figure=None,
                chain=frozenset(),
                traceable=True,
                agrees=True,
            )
            for source in articles
            for report in claim.reports.get(source, ())
        )
        sources = {report.source for report in reports}
        default = (Status.ONE_SOURCE, 1) if len(sources) == 1 else (Status.CORROBORATED, len(sources))
        status, origins = (statuses or {}).get(claim.id, default)
        claims.append(ClaimFinding(claim, reports, status, origins))
    on = tuple(
        NoteFinding(note, _locate(made.articles[note.source], note.quote) if note.quote else None)
        for note in notes.notes
    )
    return Findings(made, tuple(claims), on)


def _locate(article: Article, selector: Selector, where: str = "body") -> Quotation:
    text: Canonical = article.title if where == "title" else article.body
    at = 0
    anchors = []
    for part in selector.exact.split("[...]"):
        start = text.text.index(part.strip(), at)
        at = start + len(part.strip())
        anchors.append(Anchor(Span(start, at), part.strip(), where))
    return tuple(anchors)


def with_figures(made: Findings, figures: Mapping[tuple[str, str], Figure]) -> Findings:
    """The findings with the figure of each (claim, source) put in."""
    claims = tuple(
        replace(
            claim,
            reports=tuple(
                replace(report, figure=figures.get((claim.claim.id, report.source)))
                for report in claim.reports
            ),
        )
        for claim in made.claims
    )
    return replace(made, claims=claims)
