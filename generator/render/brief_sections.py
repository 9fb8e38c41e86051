"""The sections of a brief's page: which of them it has, their headings, templates and values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from markupsafe import Markup as Safe

from generator.model.citation import Citation
from generator.model.findings import Findings, Neighbour, NoteFinding, Quotation, Status
from generator.model.page import Heading
from generator.render.catalogue import Words
from generator.render.cells import Column, Quote, quote
from generator.render.charts.diagram import diagram
from generator.render.charts.figures import figure_charts
from generator.render.charts.moments import date_line
from generator.render.cited import in_words
from generator.render.dates import date_words
from generator.render.galley import Galley
from generator.render.highlights import Place
from generator.render.links import claim_anchor
from generator.render.parting import parted
from generator.render.plots import axis, gridlines, marks
from generator.render.prose import prose
from generator.render.provenance import provenance
from generator.render.rows import Row
from generator.render.timeline import timeline
from generator.render.wording import motivations, slug_of

Section: TypeAlias = tuple[Heading, str, Mapping[str, object]]
"""A heading, a template, and what the template needs besides what all of them get."""


@dataclass(frozen=True, slots=True)
class NoteView:
    """An annotation that is no claim."""

    column: Column
    motivation: str
    quote: Quote | None
    text: Safe
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """What the brief said and says now."""

    date: str
    was: str
    now: str
    why: str
    anchor: str | None
    minor: bool


def sections(galley: Galley) -> Iterator[Section]:
    """The sections in order, but the last ones, on the brief as a whole. One that would be empty is left out."""
    findings, heads, rows, words = galley.findings, galley.heads, galley.rows, galley.words
    notes = findings.brief.annotations
    outlets = [column.outlet for column in heads]
    twice = {outlet for outlet in outlets if outlets.count(outlet) > 1}
    yield (
        _heading("what-the-sources-say", words.gettext("What the sources say")),
        "table.html",
        {"twice": twice},
    )
    if charts := figure_charts(findings, rows, words):
        drawn = {"charts": charts, "gridlines": gridlines, "marks": marks, "scale": axis}
        yield _heading("the-figures", words.gettext("The figures")), "figures.html", drawn
    apart = [row for row in rows if row.pill.slug in _PARTED and len(row.reporting) > 1]
    if apart:
        claims = tuple(parted(row) for row in apart)
        values = {"parted": claims, "is_marked": any(claim.is_marked for claim in claims)}
        yield _heading("what-differs", words.gettext("What differs")), "differs.html", values
    if alone := _alone(heads, rows):
        heading = _heading("what-only-one-source-says", words.gettext("What only one source says"))
        yield heading, "alone.html", {"alone": alone}
    if moments := timeline(findings, heads, words):
        line = date_line([moment.date for moment in moments], words)
        yield (
            _heading("timeline", words.gettext("Timeline")),
            "timeline.html",
            {"moments": moments, "line": line},
        )
    origins = {"origins": provenance(findings, heads), "diagram": diagram(findings, heads, words)}
    yield _heading("where-it-comes-from", words.gettext("Where it comes from")), "provenance.html", origins
    yield _heading("sources", words.gettext("Sources")), "sources.html", {}
    if notes.notes:
        views = tuple(_note(note, heads, galley.places, words) for note in findings.notes)
        yield _heading("notes", words.gettext("Notes")), "notes.html", {"annotations": views}
    if notes.corrections:
        yield corrections_heading(words), "corrections.html", {"corrections": corrections(findings, words)}


def on_the_whole(citation: Citation | None, closing: Mapping[str, object], words: Words) -> Iterator[Section]:
    """The last sections, on the brief as a whole: how to cite it, where that is known, and what else there is."""
    if citation:
        values = {"citation": citation, "cited": in_words(citation, words)}
        yield _heading("cite-this-brief", words.gettext("Cite this brief")), "cite.html", values
    yield _heading("more", words.gettext("More")), "more.html", closing


def corrections_heading(words: Words) -> Heading:
    """What stands over the corrections, of a withdrawn brief too."""
    return _heading("corrections", words.gettext("Corrections"))


def named(findings: Findings, neighbours: Mapping[str, Neighbour]) -> dict[str, object]:
    """The briefs that this one names and that are there, each once."""
    notes = findings.brief.annotations
    return {
        key: tuple(dict.fromkeys(neighbours[slug] for slug in slugs if slug in neighbours))
        for key, slugs in (("related", notes.related), ("supersedes", notes.supersedes))
    }


def corrections(findings: Findings, words: Words) -> tuple[CorrectionView, ...]:
    """The brief's corrections, newest first."""
    notes = findings.brief.annotations
    ordered = sorted(notes.corrections, key=lambda c: c.date.sort_key, reverse=True)
    return tuple(
        CorrectionView(
            date=date_words(correction.date, words),
            was=correction.was,
            now=correction.now,
            why=correction.why,
            anchor=claim_anchor(correction.claim) if correction.claim else None,
            minor=correction.minor,
        )
        for correction in ordered
    )


# --- Private ---

_PARTED = (slug_of(Status.DIFFERS), slug_of(Status.NOT_COMPARABLE))


def _heading(anchor: str, text: str) -> Heading:
    """A section's heading; its anchor is the same in every language."""
    return Heading(2, text, anchor)


def _alone(heads: tuple[Column, ...], rows: tuple[Row, ...]) -> tuple[tuple[Column, tuple[Row, ...]], ...]:
    """Each source with the claims that it alone reports."""
    by_place: dict[int, list[Row]] = {}
    for row in rows:
        if len(reporting := row.reporting) == 1:
            by_place.setdefault(reporting[0].column.place, []).append(row)
    return tuple((column, tuple(by_place[column.place])) for column in heads if column.place in by_place)


def _note(
    finding: NoteFinding,
    heads: tuple[Column, ...],
    numbers: Mapping[str, Mapping[Quotation, Place]],
    words: Words,
) -> NoteView:
    note = finding.note
    quotation = finding.quotation
    return NoteView(
        column=next(column for column in heads if column.source == note.source),
        motivation=motivations(words)[note.motivation],
        quote=quote(quotation, numbers[note.source]) if quotation else None,
        text=prose(note.note),
        links=note.links,
    )
