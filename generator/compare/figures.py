"""The figures of reports: read, and looked for in their quotes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from generator.model.brief import Brief, Claim, Report
from generator.model.figure import Figure, Quantity, parse_figure
from generator.model.findings import Quotation
from generator.model.numbers import numbers_in
from generator.model.source import Path, Problem


def figure_of(
    brief: Brief, claim: Claim, source: str, report: Report, path: Path
) -> tuple[Figure | None, list[Problem]]:
    """The figure of the report at `path`, `None` where it gives none or a faulty one."""
    if report.value is None:
        return None, []
    quantity = Quantity(brief.language_of(source), claim.measure, claim.tolerance)
    figure, fault = parse_figure(report.value, quantity, report.unit, report.scope, report.as_of)
    if fault is None:
        return figure, []
    location = brief.tree.at((*path, fault.key))
    return None, [Problem(location, fault.code, fault.message, fault.remedy)]


def missing_numbers(
    brief: Brief, source: str, report: Report, figure: Figure, quotations: Sequence[Quotation], path: Path
) -> list[Problem]:
    """ "The number in `value:` must stand in the quote": an error at the value for each that stands in none.

    Quotes are taken as they stand in the article. Where one was refused, the figure may be right and the quote
    wrong: then the number must stand in the quote as the editor wrote it, or somewhere in the article.
    """
    language = brief.language_of(source)
    quoted = [anchor.exact for quotation in quotations for anchor in quotation]
    if len(quotations) < len(report.quote):
        quoted += [quote.exact for quote in report.quote]
    found = frozenset[Decimal]().union(*(numbers_in(text, language) for text in quoted))
    missing = dict.fromkeys(number for number in figure.stated if number not in found)
    if missing and len(quotations) < len(report.quote):
        article = brief.articles[source].body.numbers(language)
        missing = dict.fromkeys(number for number in missing if number not in article)
    if not missing:
        return []
    location = brief.tree.at((*path, "value"))
    return [
        Problem(location, "figure-not-in-quote", f"{number:f} is not in the quote", _remedy(found))
        for number in missing
    ]


def _remedy(found: Iterable[Decimal]) -> str:
    numbers = [f"{number:f}" for number in sorted(found)][:5]
    if not numbers:
        return "quote the words that give the number: no number was read in the quote"
    return f"write the number as the quote has it: {', '.join(numbers)}"
