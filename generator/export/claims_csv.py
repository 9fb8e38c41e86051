"""A brief's claims as a table for spreadsheets: RFC 4180, UTF-8, a header, one row for each report."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import TypeAlias

from generator.export.brief_json import decimal_text
from generator.model.address import brief_folder, claim_anchor
from generator.model.brief import Link, Together
from generator.model.characters import printable
from generator.model.dates import Date
from generator.model.figure import Figure
from generator.model.findings import ClaimFinding, Findings, Quotation, ReportFinding
from generator.model.page import Asset
from generator.model.settings import Settings

COLUMNS = (
    "claim_id", "claim", "claim_address", "status", "computed_status", "origins", "claim_when",
    "source", "outlet", "article_url", "stance", "quotes", "in", "translation", "translation_by",
    "value", "lower", "upper", "lower_closed", "upper_closed", "unit", "scope",
    "as_of", "when", "via", "via_quote", "traceable", "hedge", "note",
)  # fmt: skip
"""The header. `quotes`: one to a line, ` [...] ` where words are left out. `via`: nearest first, `; ` between its
places, ` + ` between parties that stand side by side. `lower` and `upper` are empty where there is no bound."""

_FORMULA = frozenset("=+-@\t\r\n'＝＋－＠")
"""What a spreadsheet may take for a formula at the beginning of a cell, and the mark that keeps it from doing so."""


def claims_csv(findings: Findings, settings: Settings) -> Asset:
    """`claims.csv` beside the brief's page: the reports in the order of claims and columns.

    A text that begins with `=`, `+`, `-`, `@` (wide ones too), a tab, a line break or `'` stands after one more `'`:
    take one leading `'` from any cell that has it, and the text is as it was. Columns of numbers are left alone.
    """
    written = io.StringIO(newline="")
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(COLUMNS)
    table.writerows(_rows(findings, settings))
    return Asset(f"{brief_folder(findings.brief.slug)}claims.csv", written.getvalue().encode("utf-8"))


def guarded(text: str) -> str:
    """The text as a cell that no spreadsheet computes; without its first `'`, where it has one, it is the text."""
    return f"'{text}" if text[:1] in _FORMULA else text


# --- Private ---

_Cells: TypeAlias = tuple[str, ...]
"""Neighbouring cells of a row, in the order of `COLUMNS`."""

_NO_FIGURE = ("",) * 6


def _rows(findings: Findings, settings: Settings) -> Iterator[_Cells]:
    sources = {source: _source(findings, source) for source in findings.brief.articles}
    page = settings.address(brief_folder(findings.brief.slug))
    for claim in findings.claims:
        of_claim = _claim(claim, page)
        for report in claim.reports:
            yield of_claim + sources[report.source] + _report(report)


def _cell(text: str | None) -> str:
    return guarded(printable(text)) if text else ""


def _claim(finding: ClaimFinding, page: str) -> _Cells:
    """From `claim_id` to `claim_when`."""
    claim = finding.claim
    return (
        claim.id,
        _cell(claim.claim),
        _cell(f"{page}#{claim_anchor(claim.id)}"),
        finding.status.value,
        finding.computed.value,
        str(finding.origins),
        _date(claim.when),
    )


def _source(findings: Findings, source: str) -> _Cells:
    """From `source` to `article_url`."""
    meta = findings.brief.articles[source].meta
    return source, _cell(findings.brief.parties.name(meta.outlet)), _cell(meta.url)


def _report(finding: ReportFinding) -> _Cells:
    """From `stance` to `note`."""
    report = finding.report
    translation = report.translation
    return (
        report.stance,
        _cell("\n".join(map(_quote, finding.quotations))),
        report.where,
        _cell(translation.text) if translation else "",
        _cell(translation.by) if translation else "",
        *(_figure(finding.figure) if finding.figure else _NO_FIGURE),
        _cell(report.scope),
        _date(report.as_of),
        _date(report.when),
        _cell("; ".join(map(_link, report.via))),
        _cell(_quote(finding.via_quotation)) if finding.via_quotation else "",
        _truth(finding.traceable),
        _cell(report.hedge),
        _cell(report.note),
    )


def _figure(figure: Figure) -> _Cells:
    """From `value` to `unit`."""
    interval = figure.interval
    return (
        _cell(figure.text),
        decimal_text(interval.lower) or "",
        decimal_text(interval.upper) or "",
        _truth(interval.lower_closed),
        _truth(interval.upper_closed),
        _cell(figure.unit),
    )


def _quote(quotation: Quotation) -> str:
    return " [...] ".join(" ".join(part.exact.split()) for part in quotation)


def _link(link: Link) -> str:
    return " + ".join(link.together) if isinstance(link, Together) else link


def _date(date: Date | None) -> str:
    return _cell(date.text) if date else ""


def _truth(value: bool) -> str:
    return "true" if value else "false"
