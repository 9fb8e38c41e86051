"""What a claim said in the last release and no longer says, in words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from generator.model.released import SaidClaim, SaidFigure, SaidReport
from generator.model.text import fold_text

Change: TypeAlias = tuple[str, str, str]
"""What changed, what it was and what it is, in words."""


def changes(before: SaidClaim, now: SaidClaim, sources: Mapping[str, str]) -> Iterator[Change]:
    """What of a claim is another, or gone; what is new is no change. `sources` leads from old ids to those of now."""
    if fold_text(before.claim) != fold_text(now.claim):
        yield "the text", before.claim, now.claim
    if before.status != now.status:
        yield "the status", before.status, now.status
    if before.when != now.when and before.when:
        yield "the date", before.when, now.when or _NOTHING
    if before.measure and fold_text(before.measure) != fold_text(now.measure or ""):
        yield "the measure", before.measure, now.measure or _NOTHING
    for kind, said in _KINDS.items():
        yield from _of_reports(kind, said(before.reports, sources), said(now.reports, {}))


# --- Private ---

_NOTHING = "(nothing)"


@dataclass(frozen=True, slots=True)
class _Words:
    """What a source says, and the same with all that it means, where those words alone are the same as before."""

    short: str
    full: str


_Said: TypeAlias = dict[tuple[str, object], _Words]
"""What each source says, by the source and by what tells it from anything else that it says."""


def _of_reports(kind: str, before: _Said, now: _Said) -> Iterator[Change]:
    """What a source no longer says, beside what it says instead."""
    for (source, what), words in before.items():
        if (source, what) in now:
            continue
        others = [said for key, said in now.items() if key[0] == source and key not in before]
        if any(said.short == words.short for said in others):
            was, said = words.full, [each.full for each in others]
        else:
            was, said = words.short, [each.short for each in others]
        yield kind, f"{source}: {was}", f"{source}: {', '.join(said) or _NOTHING}"


def _quotes(reports: Collection[SaidReport], sources: Mapping[str, str]) -> _Said:
    return {
        (sources.get(report.source, report.source), (report.stance, fold_text(quote.exact))): _stanced(
            report, f"“{quote.exact}”"
        )
        for report in reports
        for quote in report.quotes
    }


def _translations(reports: Collection[SaidReport], sources: Mapping[str, str]) -> _Said:
    return {
        (
            sources.get(report.source, report.source),
            (report.stance, fold_text(report.translation.text)),
        ): _stanced(report, f"“{report.translation.text}”")
        for report in reports
        if report.translation
    }


def _figures(reports: Collection[SaidReport], sources: Mapping[str, str]) -> _Said:
    return {
        (sources.get(report.source, report.source), report.value.meaning): _scoped(report.value)
        for report in reports
        if report.value
    }


_KINDS = {"a quote": _quotes, "a translation": _translations, "a figure": _figures}


def _stanced(report: SaidReport, words: str) -> _Words:
    said = words if report.stance == "supports" else f"{words} ({report.stance})"
    return _Words(said, said)


def _scoped(figure: SaidFigure) -> _Words:
    unit = f" {figure.unit}" if figure.unit and figure.unit not in figure.text else ""
    scope = f" ({figure.scope})" if figure.scope else ""
    said = f"{figure.text}{unit}"
    return _Words(said + scope, f"{said}, that is {_range(figure)}{scope}")


def _range(figure: SaidFigure) -> str:
    """The interval that a figure was compared as: its words don't say how wide it was taken (`tolerance`)."""
    if figure.lower is not None and figure.lower == figure.upper:
        return figure.lower
    least = f"{'at least' if figure.lower_closed else 'more than'} {figure.lower}" if figure.lower else ""
    most = f"{'at most' if figure.upper_closed else 'fewer than'} {figure.upper}" if figure.upper else ""
    return " and ".join(each for each in (least, most) if each) or "any"
