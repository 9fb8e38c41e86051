"""The events of a brief in order: when its claims happened, and when each source says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.model.dates import Date
from generator.model.findings import ClaimFinding, Findings
from generator.render.catalogue import Words
from generator.render.cells import Column
from generator.render.dates import date_words
from generator.render.links import claim_anchor


@dataclass(frozen=True, slots=True)
class Moment:
    """A date with the claim it is about, and the source that gives it (none where it is the claim's own).

    `as_of` where it is the date that a statement is about rather than that of the event.
    """

    words: str
    claim: str
    anchor: str
    column: Column | None
    as_of: bool
    date: Date = field(compare=False)


def timeline(findings: Findings, columns: tuple[Column, ...], words: Words) -> tuple[Moment, ...]:
    """All dates of claims and reports, earliest first; of dates that begin together the order of claims holds."""
    by_source = {column.source: column for column in columns}
    moments: dict[Moment, None] = {}
    for finding in findings.claims:
        for date, source, as_of in _dates(finding):
            entry = finding.claim
            column = by_source[source] if source else None
            moment = Moment(date_words(date, words), entry.claim, claim_anchor(entry.id), column, as_of, date)
            moments.setdefault(moment)
    return tuple(sorted(moments, key=lambda moment: moment.date.sort_key))


# --- Private ---


def _dates(finding: ClaimFinding) -> Iterator[tuple[Date, str | None, bool]]:
    if finding.claim.when:
        yield finding.claim.when, None, False
    for report in finding.reports:
        if report.report.when:
            yield report.report.when, report.source, False
        if report.report.as_of:
            yield report.report.as_of, report.source, True
