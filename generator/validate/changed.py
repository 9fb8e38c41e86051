"""What a claim said in the last release and no longer says, in words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
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
    for kind, said in _KINDS.items():
        yield from _of_reports(kind, said(before.reports, sources), said(now.reports, {}))


# --- Private ---

_NOTHING = "(nothing)"


_Said: TypeAlias = dict[tuple[str, object], str]
"""What each source says, by the source and by what tells it from anything else that it says."""


def _of_reports(kind: str, before: _Said, now: _Said) -> Iterator[Change]:
    """What a source no longer says, beside what it says instead."""
    for (source, what), words in before.items():
        if (source, what) in now:
            continue
        others = [said for key, said in now.items() if key[0] == source and key not in before]
        yield kind, f"{source}: {words}", f"{source}: {', '.join(others) or _NOTHING}"


def _quotes(reports: Collection[SaidReport], sources: Mapping[str, str]) -> _Said:
    return {
        (sources.get(report.source, report.source), (report.stance, fold_text(quote.exact))): _stanced(
            report, f"“{quote.exact}”"
        )
        for report in reports
        for quote in report.quotes
    }


def _figures(reports: Collection[SaidReport], sources: Mapping[str, str]) -> _Said:
    return {
        (sources.get(report.source, report.source), report.value.meaning): _scoped(report.value)
        for report in reports
        if report.value
    }


_KINDS = {"a quote": _quotes, "a figure": _figures}


def _stanced(report: SaidReport, words: str) -> str:
    return words if report.stance == "supports" else f"{words} ({report.stance})"


def _scoped(figure: SaidFigure) -> str:
    unit = f" {figure.unit}" if figure.unit and figure.unit not in figure.text else ""
    return f"{figure.text}{unit}" + (f" ({figure.scope})" if figure.scope else "")
