"""Figures and dates of different sources, pair by pair."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import TypeVar

from generator.model.dates import Date
from generator.model.figure import Figure
from generator.model.findings import Comparison, ReportFinding

MOST = 100
"""Figures, and dates, of one claim that are compared: pairs grow with the square."""

_Given = TypeVar("_Given")


def comparisons(reports: Sequence[ReportFinding]) -> tuple[Comparison, ...]:
    """Every two figures and every two `when` dates of different sources, in order; at most those of the first 100."""
    return (
        *_pairs(reports, lambda report: report.figure, _figures),
        *_pairs(reports, lambda report: report.report.when, _dates),
    )


def _pairs(
    reports: Sequence[ReportFinding],
    given: Callable[[ReportFinding], _Given | None],
    compared: Callable[[int, int, _Given, _Given], Comparison],
) -> Iterator[Comparison]:
    giving = [(i, value) for i, report in enumerate(reports) if (value := given(report)) is not None]
    for (left, first), (right, second) in combinations(giving[:MOST], 2):
        if reports[left].source != reports[right].source:
            yield compared(left, right, first, second)


def _figures(left: int, right: int, first: Figure, second: Figure) -> Comparison:
    if why := first.why_not_comparable(second):
        return Comparison(left, right, "figure", None, why)
    return Comparison(left, right, "figure", first.meets(second))


def _dates(left: int, right: int, first: Date, second: Date) -> Comparison:
    """Dates of one event can always be compared."""
    return Comparison(left, right, "when", first.overlaps(second))
