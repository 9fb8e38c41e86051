"""Two lists over all briefs and years: every correction, and the archive."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from babel.dates import format_date

from generator.model.findings import Record
from generator.model.page import Heading, Part
from generator.render import links, wording
from generator.render.dates import locale_of
from generator.render.environment import markup


@dataclass(frozen=True, slots=True)
class CorrectedView:
    """A correction with the brief that it is of, and the claim where it is about one."""

    date: str
    minor: bool
    was: str
    now: str
    why: str
    brief: str
    language: str
    address: str
    claim_address: str | None


@dataclass(frozen=True, slots=True)
class Filed:
    """A brief in the archive: a line."""

    address: str
    title: str
    language: str
    date: str
    sources: str
    corrected: str


def corrections_page(records: Sequence[Record]) -> list[Part]:
    """Every correction of `records`, newest first; of one day those of one brief together, in the editors' order."""
    dated = [
        (correction.sort_date, _corrected(record, number))
        for record in sorted(records, key=lambda record: record.slug)
        for number, correction in enumerate(record.corrections)
    ]
    views = [view for _, view in sorted(dated, key=lambda entry: entry[0], reverse=True)]
    lead = _CORRECTIONS if views else "No brief has been corrected."
    return [markup("corrections_all.html", {"lead": lead, "corrections": views})]


def archive_page(newest: Sequence[Record]) -> list[Part]:
    """Every brief by year and month; `newest` is in the order of the list."""
    count = wording.count(len(newest), "brief")
    lead = f"{count}, by date." if newest else "There is no brief yet."
    parts: list[Part] = [markup("archive_head.html", {"lead": lead})]
    for year, of_year in groupby(newest, key=lambda record: record.sort_date[:-6]):
        parts.append(Heading(2, year))
        for month, records in groupby(of_year, key=lambda record: record.sort_date[-5:-3]):
            parts.append(Heading(3, f"{month_name(month)} {year}"))
            parts.append(markup("archive_list.html", {"filed": [_filed(record) for record in records]}))
    return parts


def month_name(month: str) -> str:
    """The month of two digits, in the pages' own language."""
    return format_date(datetime.date(2000, int(month), 1), "LLLL", locale=locale_of("en"))


# --- Private ---

_CORRECTIONS = "What briefs said and say now, newest first."


def _corrected(record: Record, number: int) -> CorrectedView:
    correction = record.corrections[number]
    address = links.brief_address(links.LISTING, record.slug)
    return CorrectedView(
        date=correction.date,
        minor=correction.minor,
        was=correction.was,
        now=correction.now,
        why=correction.why,
        brief=record.title,
        language=record.language,
        address=address,
        claim_address=f"{address}#{links.claim_anchor(correction.claim)}" if correction.claim else None,
    )


def _filed(record: Record) -> Filed:
    return Filed(
        address=links.brief_address(links.LISTING, record.slug),
        title=record.title,
        language=record.language,
        date=record.date,
        sources=wording.count(len(record.outlets), "source"),
        corrected=wording.count(len(record.corrections), "correction") if record.corrections else "",
    )
