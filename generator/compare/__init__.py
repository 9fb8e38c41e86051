"""Compare the reports of each claim: figures, origins, status."""

from __future__ import annotations

from dataclasses import replace

from generator.compare.chains import chain_of
from generator.compare.figures import figure_of, missing_numbers
from generator.compare.hedges import hedge_problems
from generator.compare.pairs import MOST, comparisons
from generator.compare.statuses import ORDER, status_of
from generator.model.brief import Brief, Claim, Report
from generator.model.findings import Anchors, ClaimFinding, Findings, NoteFinding, ReportFinding
from generator.model.source import Path, Problem

__all__ = ["ORDER", "compare"]


def compare(brief: Brief, anchors: Anchors) -> tuple[Findings, list[Problem]]:
    """The findings of a brief (product.md, "Comparison"), and the problems of its figures, units and hedges.

    Reports stand in the order of columns, then of the list. Quotes without an anchor are left out; the rest is
    compared all the same, and a faulty figure counts as none. Codes: `figure`, `unknown-unit`,
    `unit-contradiction`, `figure-not-in-quote`, `too-many-figures`, `hedge-not-found`.
    """
    claims: list[ClaimFinding] = []
    problems: list[Problem] = []
    for index, claim in enumerate(brief.annotations.claims):
        finding, faults = _compare_claim(brief, anchors, index, claim)
        claims.append(finding)
        problems += faults
    notes = (
        NoteFinding(note, anchors.get(("notes", index, "quote")))
        for index, note in enumerate(brief.annotations.notes)
    )
    return Findings(brief, tuple(claims), tuple(notes)), problems


def _compare_claim(
    brief: Brief, anchors: Anchors, index: int, claim: Claim
) -> tuple[ClaimFinding, list[Problem]]:
    reports: list[ReportFinding] = []
    problems: list[Problem] = []
    for source in (source for source in brief.articles if source in claim.reports):
        for place, report in enumerate(claim.reports[source]):
            path = ("claims", index, "reports", source, place)
            finding, faults = _find(brief, anchors, claim, source, report, path)
            reports.append(finding)
            problems += faults
    figures = sum(report.figure is not None for report in reports)
    if max(figures, sum(report.report.when is not None for report in reports)) > MOST:
        location = brief.tree.at_key(("claims", index, "reports"))
        remedy = "divide the claim into several"
        problems.append(
            Problem(location, "too-many-figures", f"at most {MOST} figures can be compared", remedy)
        )
    pairs = comparisons(reports)
    status, origins, counted = status_of(reports, pairs)
    marked = tuple(r if i in counted else replace(r, agrees=False) for i, r in enumerate(reports))
    return ClaimFinding(claim, marked, status, origins, pairs), problems


def _find(
    brief: Brief, anchors: Anchors, claim: Claim, source: str, report: Report, path: Path
) -> tuple[ReportFinding, list[Problem]]:
    """One report with what stands in its article, its figure and its chain; it agrees until it is counted out."""
    quotes = [anchors.get((*path, "quote", place)) for place in range(len(report.quote))]
    quotations = tuple(filter(None, quotes))
    figure, problems = figure_of(brief, claim, source, report, path)
    if figure is not None:
        problems += missing_numbers(brief, source, report, figure, quotations, path)
    problems += hedge_problems(brief, source, report, quotations, path)
    chain = chain_of(brief, source, report)
    via = anchors.get((*path, "via_quote"))
    finding = ReportFinding(
        source, report, quotations, via, figure, chain.parties, chain.traceable, agrees=True
    )
    return finding, problems
