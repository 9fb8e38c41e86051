"""Every brief by the date of its event: years, the briefs of a year, and the briefs of a month."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from babel.dates import format_date
from markupsafe import Markup as Safe

from generator.model.findings import Record
from generator.render.across.filed import lines
from generator.render.across.paging import LINES, YEARS, Leaf, leaves
from generator.render.across.site import Filling, Head, Sheet, Site, briefs, sheet


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a year, with its briefs."""

    name: str
    folder: str
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """A year with its months, newest first."""

    name: str
    folder: str
    months: tuple[Month, ...]

    @property
    def records(self) -> tuple[Record, ...]:
        """Its briefs, newest first."""
        return tuple(record for month in self.months for record in month.records)

    @property
    def numbers(self) -> tuple[tuple[str, int], ...]:
        """How many briefs each of its months has."""
        return tuple((month.folder, len(month.records)) for month in self.months)


def archive_pages(site: Site) -> Iterator[Sheet]:
    """`archive/` with the years and months, and a list of lines for each year and for each month."""
    words = site.words
    years = tuple(_years(site))
    count = briefs(len(site.records), words)
    head = Head(words.gettext("Archive"), words.gettext("All briefs by year and month."))
    lead = (
        words.gettext("%(briefs)s, by the date of the event.", briefs=count)
        if years
        else words.gettext("There is no brief yet.")
    )
    for leaf in leaves("archive/", years, YEARS):
        yield sheet(site, leaf, head, "archive.html", _index(leaf, lead))
    for year in years:
        yield from _list(site, year.folder, year.name, year.records, year.months)
        for month in year.months:
            yield from _list(site, month.folder, _of_year(site, month, year.name), month.records, ())


# --- Private ---


def _years(site: Site) -> Iterator[Year]:
    for year, of_year in groupby(site.records, key=lambda record: record.sort_date[:-6]):
        yield Year(year, f"archive/{year}/", tuple(_months(site, year, tuple(of_year))))


def _months(site: Site, year: str, records: Sequence[Record]) -> Iterator[Month]:
    for month, of_month in groupby(records, key=lambda record: record.sort_date[-5:-3]):
        yield Month(_name(site, month), f"archive/{year}/{month}/", tuple(of_month))


def _name(site: Site, month: str) -> str:
    """The month of two digits, as it is called by itself."""
    return str(format_date(datetime.date(2000, int(month), 1), "LLLL", locale=site.words.locale))


def _of_year(site: Site, month: Month, year: str) -> str:
    return site.words.pgettext("a month of a year", "%(month)s %(year)s", month=month.name, year=year)


def _list(
    site: Site, folder: str, name: str, records: Sequence[Record], months: Sequence[Month]
) -> Iterator[Sheet]:
    words = site.words
    count = briefs(len(records), words)
    head = Head(
        words.gettext("Briefs of %(period)s", period=name),
        words.gettext("%(briefs)s, by the date of the event.", briefs=count),
        found=False,
    )
    for leaf in leaves(folder, records, LINES):
        yield sheet(site, leaf, head, "archive_list.html", _filled(site, leaf, name, head, months))


def _index(leaf: Leaf[Year], lead: str) -> Filling:
    shows = (record for year in leaf.items for record in year.records)
    return Filling(
        shows,
        lambda: {"years": leaf.items, "lead": lead},
        lambda: (lead, [(year.folder, year.numbers) for year in leaf.items]),
    )


def _filled(site: Site, leaf: Leaf[Record], name: str, head: Head, months: Sequence[Month]) -> Filling:
    def values() -> dict[str, object]:
        return {
            "heading": name,
            "kicker": site.words.gettext("Archive"),
            "lead": head.description,
            "months": months,
            "groups": _by_month(site, leaf) if months else [("", lines(site, leaf.items, leaf.root))],
        }

    numbers = [(month.folder, len(month.records)) for month in months]
    return Filling(leaf.items, values, lambda: (name, numbers, site.states_of(leaf.items)))


def _by_month(site: Site, leaf: Leaf[Record]) -> list[tuple[str, Callable[[str], Safe]]]:
    return [
        (_name(site, month), lines(site, tuple(records), leaf.root))
        for month, records in groupby(leaf.items, key=lambda record: record.sort_date[-5:-3])
    ]
