"""The cells of the comparison table: how one source reports one claim."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from markupsafe import Markup as Safe

from generator.model.brief import Translation
from generator.model.findings import ClaimFinding, Findings, Quotation, ReportFinding
from generator.render import wording
from generator.render.amounts import interval_words, says_the_same
from generator.render.attribution import Attribution, attribution
from generator.render.catalogue import Words
from generator.render.dates import date_words
from generator.render.highlights import Place
from generator.render.prose import prose
from generator.render.view import view

CellKind: TypeAlias = Literal["reports", "unchecked", "not reported"]


@dataclass(frozen=True, slots=True)
class Column:
    """A source as a column: its place from 1 gives it its colour everywhere."""

    source: str
    place: int
    outlet: str
    title: str
    meta: str
    language: str

    @property
    def colour(self) -> int:
        """1 to 8; the ninth source has the first's again."""
        return (self.place - 1) % 8 + 1


@view
class Quote:
    """A quotation's parts around `[...]`, and where it stands in the annotated article."""

    parts: tuple[str, ...]
    number: int
    in_title: bool
    original: str | None = None

    @property
    def is_marked(self) -> bool:
        """Whether it has quotation marks of its own."""
        return wording.is_between_marks(self.parts)


@view
class FigureView:
    """A figure as written and as the interval it is taken for. `taken_as` is empty where that says nothing new."""

    written: str
    words: str
    taken_as: str
    scope: str | None


@view
class ReportView:
    """One report of a cell."""

    quotes: tuple[Quote, ...]
    stance: str
    stance_word: str
    """What it does to the claim, for a class name and for people; both are empty where it supports it."""
    attribution: Attribution
    figure: FigureView | None
    scope: str | None
    as_of: str | None
    when: str | None
    hedge: str | None
    translation: Translation | None
    note: Safe | None


@view
class Cell:
    """What one source says of one claim. `absence` says why nothing, where there is no report."""

    column: Column
    kind: CellKind
    absence: str
    reports: tuple[ReportView, ...]


def columns(findings: Findings, words: Words) -> tuple[Column, ...]:
    """The sources in the order of columns."""
    brief = findings.brief
    return tuple(
        Column(
            source=source,
            place=place,
            outlet=brief.parties.name(article.meta.outlet),
            title=article.meta.title,
            meta=_below(findings, source, words),
            language=brief.language_of(source),
        )
        for place, (source, article) in enumerate(brief.articles.items(), 1)
    )


def cell(
    findings: Findings,
    claim: ClaimFinding,
    column: Column,
    numbers: Mapping[Quotation, Place],
    words: Words,
) -> Cell:
    """The cell of a claim's row. Without a report: `not reported`, or `unchecked` where the editor says so."""
    those = [report for report in claim.reports if report.source == column.source]
    reports = tuple([_report(findings, report, numbers, words) for report in those])
    if reports:
        return Cell(column, "reports", "", reports)
    kind: CellKind = "unchecked" if column.source in claim.claim.unchecked else "not reported"
    return Cell(column, kind, wording.absences(words)[kind], ())


# --- Private ---


def _below(findings: Findings, source: str, words: Words) -> str:
    """The line under a column's head: the date, and how the text relates to what was published."""
    meta = findings.brief.articles[source].meta
    names = [findings.brief.parties.name(link) for link in meta.based_on]
    rendition = wording.rendition_words(words)[meta.rendition]
    based = words.gettext("after %(names)s", names=wording.listed(names, words)) if names else ""
    date = date_words(meta.published, words) if meta.published else ""
    return " · ".join(filter(None, [date, ", ".join(filter(None, [rendition, based]))]))


def _report(
    findings: Findings, finding: ReportFinding, numbers: Mapping[Quotation, Place], words: Words
) -> ReportView:
    report = finding.report
    return ReportView(
        quotes=tuple([quote(quotation, numbers) for quotation in finding.quotations if quotation]),
        stance="" if report.stance == "supports" else report.stance,
        stance_word=wording.stances(words)[report.stance],
        attribution=attribution(findings.brief, finding),
        figure=_figure(finding, words),
        scope=report.scope,
        as_of=date_words(report.as_of, words) if report.as_of else None,
        when=date_words(report.when, words) if report.when else None,
        hedge=report.hedge,
        translation=report.translation,
        note=prose(report.note) if report.note else None,
    )


def quote(quotation: Quotation, numbers: Mapping[Quotation, Place]) -> Quote:
    """A quotation as the page shows it."""
    place = numbers[quotation]
    return Quote(
        parts=tuple([anchor.exact for anchor in quotation]),
        number=place.number,
        in_title=quotation[0].where == "title",
        original=place.original,
    )


def _figure(finding: ReportFinding, words: Words) -> FigureView | None:
    figure = finding.figure
    if figure is None:
        return None
    written = finding.report.value or figure.text
    said = interval_words(figure.interval, figure.unit, words)
    return FigureView(written, said, "" if says_the_same(written, said) else said, figure.scope)
