"""Figures to scale: for each claim the amounts that its reports give, on one axis where their units convert."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from generator.model.figure import Figure
from generator.model.findings import ClaimFinding, Findings
from generator.model.interval import Interval
from generator.model.units import converts, rescaled
from generator.render.amounts import figure_words, interval_words
from generator.render.catalogue import Words
from generator.render.cells import Column, ReportView
from generator.render.charts.scale import Scale, scale_of
from generator.render.charts.ticks import Tick, amount_words, lettered
from generator.render.rows import Row


class Bar(NamedTuple):
    """The amounts that a figure is taken for, from `start` to `end` (0 to 100); an arrow where they have no end."""

    start: float
    end: float
    arrow_start: bool
    arrow_end: bool


class Dot(NamedTuple):
    """An amount: `stated` by the report or only the end of what it is taken for; `hollow` where itself left out.

    A plain tuple, as there are a hundred of them in a brief.
    """

    at: float
    stated: bool
    hollow: bool


class FigureRow(NamedTuple):
    """One report's figure. `words` as the report gives it, `taken` the amounts it is taken for."""

    column: Column
    report: ReportView
    words: str
    taken: str
    bar: Bar | None
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """Figures that count in units which convert. `name` is what is counted and in which unit; it may be empty."""

    name: str
    is_log: bool
    ticks: tuple[Tick, ...]
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class FigureChart:
    """A claim's figures."""

    row: Row
    axes: tuple[Axis, ...]


def figure_charts(findings: Findings, rows: Sequence[Row], words: Words) -> tuple[FigureChart, ...]:
    """A chart for each claim with two figures or more, in the order of claims; a lone figure has nothing beside it.

    `rows` are the table's, one for each claim of `findings`.
    """
    charts = (
        _chart(claim, row, words) for claim, row in zip(findings.claims, rows, strict=True) if _several(claim)
    )
    return tuple(charts)


def figure_scale(intervals: Sequence[Interval], stated: Sequence[Decimal]) -> Scale:
    """The axis for figures in one unit. Where it is logarithmic, an interval from 0 on has no end on it."""
    uppers = [interval.upper for interval in intervals]
    lowers = [interval.lower for interval in intervals if not _is_from_zero(interval)]
    amounts = [amount for amount in (*lowers, *uppers, *stated) if amount is not None]
    above = None in uppers
    if len(lowers) < len(intervals):
        positive = scale_of(amounts, open_below=True, open_above=above)
        if positive.is_log:
            return positive
        amounts.append(Decimal(0))
    return scale_of(amounts, open_below=None in lowers, open_above=above)


def drawn(interval: Interval, stated: Sequence[Decimal], scale: Scale) -> tuple[Bar | None, tuple[Dot, ...]]:
    """A figure on the axis: its bar, `None` where it is one amount, and its dots in order."""
    lower = None if scale.is_log and interval.lower == 0 else interval.lower
    upper = interval.upper
    ends = ((lower, interval.lower_closed), (upper, interval.upper_closed))
    hollow = {amount for amount, closed in ends if amount is not None and not closed}
    amounts = sorted({*stated, *(amount for amount, _ in ends if amount is not None)})
    places = {amount: scale.at(amount) for amount in amounts}
    dots = tuple(Dot(at, amount in stated, amount in hollow) for amount, at in places.items())
    if lower is not None and lower == upper:
        return None, dots
    start = 0.0 if lower is None else places[lower]
    end = 100.0 if upper is None else places[upper]
    return Bar(start, end, lower is None, upper is None), dots


# --- Private ---


def _is_from_zero(interval: Interval) -> bool:
    """Whether it begins beside 0."""
    return not interval.lower_closed and interval.lower == 0 != interval.upper


def _several(claim: ClaimFinding) -> bool:
    return sum(report.figure is not None for report in claim.reports) > 1


def _chart(claim: ClaimFinding, row: Row, words: Words) -> FigureChart:
    groups: list[list[tuple[Column, ReportView, Figure]]] = []
    for column, report, figure in _figures(claim, row):
        group = next((g for g in groups if all(converts(figure.measured, f.measured) for *_, f in g)), None)
        if group is None:
            groups.append([(column, report, figure)])
        else:
            group.append((column, report, figure))
    return FigureChart(row, tuple(_axis(claim, group, words) for group in groups))


def _figures(claim: ClaimFinding, row: Row) -> Iterator[tuple[Column, ReportView, Figure]]:
    for cell in row.cells:
        for finding, view in zip(claim.of(cell.column.source), cell.reports, strict=True):
            if finding.figure:
                yield cell.column, view, finding.figure


def _axis(claim: ClaimFinding, group: list[tuple[Column, ReportView, Figure]], words: Words) -> Axis:
    leading = next((figure for *_, figure in group if figure.measured), group[0][2])
    intervals = [figure.in_unit_of(leading) for *_, figure in group]
    stated = [_stated(figure, leading) for *_, figure in group]
    numbers = [amount for amounts in stated for amount in amounts]
    scale = figure_scale(intervals, numbers)
    ticks = scale.ticks(whole=all(number == number.to_integral_value() for number in numbers))
    rows, known = [], dict[object, tuple[Bar | None, tuple[Dot, ...]]]()
    for (column, report, figure), interval, amounts in zip(group, intervals, stated, strict=True):
        said = figure_words(figure, words)
        taken = interval_words(figure.interval, figure.unit, words)
        same = (interval.lower, interval.upper, interval.lower_closed, interval.upper_closed, amounts)
        marks = known.get(same) or known.setdefault(same, drawn(interval, amounts, scale))
        rows.append(FigureRow(column, report, said, taken, *marks))
    return Axis(
        _name(claim.claim.measure, leading.unit),
        scale.is_log,
        lettered([scale.at(tick) for tick in ticks], amount_words(ticks, words)),
        tuple(rows),
    )


def _stated(figure: Figure, leading: Figure) -> tuple[Decimal, ...]:
    """The numbers as written, in the axis's unit."""
    if figure.measured is leading.measured:
        return figure.stated
    points = (Interval(number, number) for number in figure.stated)
    carried = (rescaled(point, figure.measured, leading.measured).lower for point in points)
    return tuple(amount for amount in carried if amount is not None)


def _name(measure: str | None, unit: str | None) -> str:
    if not measure or not unit or unit in measure:
        return measure or unit or ""
    return f"{measure}, {unit}"
