"""Figures and dates of different sources, pair by pair."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from generator.model.findings import Comparison, ReportFinding

MOST = 100
"""Figures, and dates, of one claim that are compared: pairs grow with the square."""


def comparisons(reports: Sequence[ReportFinding]) -> tuple[Comparison, ...]:
    """Every two figures and every two `when` dates of different sources, in order; at most those of the first 100."""
    return (
        *_pairs(reports, lambda report: report.figure is not None, _figures),
        *_pairs(reports, lambda report: report.report.when is not None, _dates),
    )


def _pairs(
    reports: Sequence[ReportFinding],
    gives: Callable[[ReportFinding], bool],
    compared: Callable[[Sequence[ReportFinding], int, int], Comparison],
) -> Iterator[Comparison]:
    giving = [index for index, report in enumerate(reports) if gives(report)][:MOST]
    for left, right in combinations(giving, 2):
        if reports[left].source != reports[right].source:
            yield compared(reports, left, right)


def _figures(reports: Sequence[ReportFinding], left: int, right: int) -> Comparison:
    first, second = reports[left].figure, reports[right].figure
    if first is None or second is None:
        return Comparison(left, right, "figure", None, "no figure")
    if why := first.why_not_comparable(second):
        return Comparison(left, right, "figure", None, why)
    return Comparison(left, right, "figure", first.meets(second))


def _dates(reports: Sequence[ReportFinding], left: int, right: int) -> Comparison:
    """Dates of one event can always be compared."""
    first, second = reports[left].report.when, reports[right].report.when
    return Comparison(left, right, "when", first is None or second is None or first.overlaps(second))
