"""A statement or figure of one source as a report: its quote, figure, dates, chain, hedge and stance."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.figure import Quantity, parse_figure
from generator.model.source import Span
from generator.suggest.align import Figured
from generator.suggest.selectors import selector
from generator.suggest.values import UNTOLD, Chain, Draftable, DraftReport, Statement

_VAGUE = ("about", "up to")
_PRECISE = ("day", "month", "season", "year")


def report_of(statement: Statement, article: Draftable, *, denies: bool = False) -> DraftReport | None:
    """The report of a statement; `None` where its words can't be quoted."""
    quote = selector(article.whole, statement.span)
    if quote is None:
        return None
    keys: dict[str, object] = {"quote": quote}
    if statement.stance == "denies" or denies:
        keys["stance"] = "denies"
    dates = [dated for dated in statement.dates if dated.edtf.precision in _PRECISE]
    if len(dates) == 1:
        keys["as_of" if dates[0].as_of else "when"] = dates[0].edtf.text
    return DraftReport(
        statement.source, {**keys, **_told(statement, article, statement.chain)}, statement.span
    )


def figure_report(figured: Figured, article: Draftable, measure: str) -> DraftReport | None:
    """The report of a figure; `None` where its words can't be quoted, or don't hold it by our own rules."""
    statement, counted = figured.statement, figured.counted
    span = counted.quote
    quote = selector(article.whole, span)
    figure, fault = parse_figure(counted.value, Quantity(article.language, measure or None))
    if quote is None or figure is None or fault is not None:
        return None
    keys: dict[str, object] = {"quote": quote}
    if statement.stance == "denies":
        keys["stance"] = "denies"
    keys["value"] = counted.value
    dates = [dated for dated in statement.dates if dated.edtf.precision in _PRECISE]
    if len(dates) == 1:
        keys["as_of"] = dates[0].edtf.text
    unit = counted.figure.measured
    is_vague = counted.figure.qualifier in _VAGUE and (
        counted.noun or (unit and unit.dimension in ("mass", "volume"))
    )
    chain = statement.chain or (UNTOLD if is_vague else ())
    return DraftReport(statement.source, {**keys, **_told(statement, article, chain)}, span)


def with_value(report: DraftReport, figured: Figured) -> DraftReport:
    """The report of a statement with the figure that stands in it."""
    keys: Mapping[str, object] = {**report.keys, "value": figured.counted.value}
    order = ("quote", "stance", "value", "as_of", "when", "via", "via_quote", "hedge")
    return DraftReport(report.source, {key: keys[key] for key in order if key in keys}, report.span)


# --- Private functions ---


def _told(statement: Statement, article: Draftable, chain: Chain) -> dict[str, object]:
    keys: dict[str, object] = {}
    if chain:
        places = [{"together": list(link)} if isinstance(link, tuple) else link for link in chain]
        keys["via"] = places[0] if len(places) == 1 else places
    if chain and statement.via_quote and (via := _via_quote(article, statement.via_quote)):
        keys["via_quote"] = via
    if statement.hedge:
        keys["hedge"] = statement.hedge
    return keys


def _via_quote(article: Draftable, span: Span) -> str | dict[str, str] | None:
    return selector(article.whole, span)
