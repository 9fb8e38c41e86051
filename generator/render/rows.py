"""The rows of the comparison table: each claim with its status, the editors' words on it, and its cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup as Safe

from generator.model.brief import Assessment, Overrule
from generator.model.findings import ClaimFinding, Findings, Quotation, Status
from generator.render import wording
from generator.render.catalogue import Words
from generator.render.cells import Cell, Column, cell
from generator.render.dates import date_words
from generator.render.highlights import Place
from generator.render.links import claim_anchor
from generator.render.prose import prose
from generator.render.reasons import reason
from generator.render.view import view


@view
class Pill:
    """A status as it is shown: its word, its class, and on how many origins it rests."""

    word: str
    slug: str
    origins: str
    meaning: str


@dataclass(frozen=True, slots=True)
class OverruleView:
    """The computed status that an editor overruled, and why."""

    computed: str
    because: str
    note: Safe | None


@dataclass(frozen=True, slots=True)
class AssessmentView:
    """The editors' own judgement."""

    likelihood: str | None
    confidence: str | None
    why: Safe


@view
class Row:
    """One claim of the table. `found` is what search finds it by."""

    anchor: str
    aliases: tuple[str, ...]
    claim: str
    pill: Pill
    basis: str
    """"2 sources, 1 origin"; empty where only one source reports it."""
    when: str | None
    note: Safe | None
    overrule: OverruleView | None
    assessment: AssessmentView | None
    reviewed_by: str
    cells: tuple[Cell, ...]
    reason: str
    found: str
    """Each source's quotations, for the search index."""

    @property
    def reporting(self) -> tuple[Cell, ...]:
        """The cells of the sources that report it."""
        return tuple([cell for cell in self.cells if cell.reports])


def pill(claim: ClaimFinding, words: Words) -> Pill:
    """The claim's status, the editor's where there is one."""
    origins = "" if claim.status in _WITHOUT_ORIGINS else wording.origins(claim.origins, words)
    return Pill(
        wording.status_word(claim.status, words),
        wording.slug_of(claim.status),
        origins,
        wording.status_meaning(claim.status, words),
    )


def row(
    findings: Findings,
    claim: ClaimFinding,
    columns: tuple[Column, ...],
    numbers: Mapping[str, Mapping[Quotation, Place]],
    words: Words,
) -> Row:
    """The claim's row; `numbers` gives each source's highlights."""
    entry = claim.claim
    cells = tuple([cell(findings, claim, column, numbers[column.source], words) for column in columns])
    return Row(
        anchor=claim_anchor(entry.id),
        aliases=tuple(claim_anchor(alias) for alias in entry.aliases),
        claim=entry.claim,
        pill=pill(claim, words),
        basis=_basis(claim, words),
        when=date_words(entry.when, words) if entry.when else None,
        note=prose(entry.note) if entry.note else None,
        overrule=_overrule(entry.overrule, claim, words) if entry.overrule else None,
        assessment=_assessment(entry.assessment, words) if entry.assessment else None,
        reviewed_by=", ".join(entry.reviewed_by),
        cells=cells,
        reason=reason(findings, claim, words),
        found=" · ".join(_found(cell, words) for cell in cells if cell.reports),
    )


# --- Private ---

_WITHOUT_ORIGINS = (Status.DIFFERS, Status.NOT_COMPARABLE, Status.ONE_SOURCE)


def _found(cell: Cell, words: Words) -> str:
    parts = [" […] ".join(quote.parts) for report in cell.reports for quote in report.quotes]
    return f"{cell.column.outlet}: " + " ".join([wording.quoted(part, words) for part in parts])


def _basis(claim: ClaimFinding, words: Words) -> str:
    if len(claim.sources) < 2:
        return ""
    return f"{wording.sources(len(claim.sources), words)}, {wording.origins(claim.origins, words)}"


def _overrule(overrule: Overrule, claim: ClaimFinding, words: Words) -> OverruleView:
    return OverruleView(
        computed=wording.status_word(claim.computed, words),
        because=wording.overrules(words)[overrule.because],
        note=prose(overrule.note) if overrule.note else None,
    )


def _assessment(assessment: Assessment, words: Words) -> AssessmentView:
    likelihood, confidence = assessment.likelihood, assessment.confidence
    return AssessmentView(
        wording.likelihoods(words)[likelihood] if likelihood else None,
        wording.confidences(words)[confidence] if confidence else None,
        prose(assessment.why),
    )
