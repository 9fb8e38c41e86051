"""A brief's claims as a table for spreadsheets: RFC 4180, UTF-8, a header, one row for each report."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from generator.export.brief_json import decimal_text
from generator.model.address import brief_folder, claim_anchor
from generator.model.brief import Link, Together
from generator.model.characters import printable
from generator.model.dates import Date
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

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠")
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
    return f"'{text}" if text.startswith(_FORMULA) else text


# --- Private ---


def _rows(findings: Findings, settings: Settings) -> Iterator[list[str]]:
    for claim in findings.claims:
        of_claim = _claim(findings, claim, settings)
        for report in claim.reports:
            cells = of_claim | _source(findings, report) | _report(report)
            yield [_cell(column, cells[column]) for column in COLUMNS]


def _cell(column: str, text: str | None) -> str:
    if column in ("origins", "lower", "upper"):
        return text or ""
    return guarded(printable(text or ""))


def _claim(findings: Findings, finding: ClaimFinding, settings: Settings) -> dict[str, str | None]:
    claim = finding.claim
    return {
        "claim_id": claim.id,
        "claim": claim.claim,
        "claim_address": settings.address(f"{brief_folder(findings.brief.slug)}#{claim_anchor(claim.id)}"),
        "status": finding.status.value,
        "computed_status": finding.computed.value,
        "origins": str(finding.origins),
        "claim_when": _date(claim.when),
    }


def _source(findings: Findings, finding: ReportFinding) -> dict[str, str | None]:
    meta = findings.brief.articles[finding.source].meta
    return {
        "source": finding.source,
        "outlet": findings.brief.parties.name(meta.outlet),
        "article_url": meta.url,
    }


def _report(finding: ReportFinding) -> dict[str, str | None]:
    report = finding.report
    return {
        "stance": report.stance,
        "quotes": "\n".join(_quote(quotation) for quotation in finding.quotations),
        "in": report.where,
        "translation": report.translation.text if report.translation else None,
        "translation_by": report.translation.by if report.translation else None,
        **_figure(finding),
        "scope": report.scope,
        "as_of": _date(report.as_of),
        "when": _date(report.when),
        "via": "; ".join(_link(link) for link in report.via),
        "via_quote": _quote(finding.via_quotation) if finding.via_quotation else None,
        "traceable": _truth(finding.traceable),
        "hedge": report.hedge,
        "note": report.note,
    }


def _figure(finding: ReportFinding) -> dict[str, str | None]:
    figure = finding.figure
    if figure is None:
        return dict.fromkeys(("value", "lower", "upper", "lower_closed", "upper_closed", "unit"))
    interval = figure.interval
    return {
        "value": figure.text,
        "lower": decimal_text(interval.lower),
        "upper": decimal_text(interval.upper),
        "lower_closed": _truth(interval.lower_closed),
        "upper_closed": _truth(interval.upper_closed),
        "unit": figure.unit,
    }


def _quote(quotation: Quotation) -> str:
    return " [...] ".join(" ".join(part.exact.split()) for part in quotation)


def _link(link: Link) -> str:
    return " + ".join(link.together) if isinstance(link, Together) else link


def _date(date: Date | None) -> str | None:
    return date.text if date else None


def _truth(value: bool) -> str:
    return "true" if value else "false"
