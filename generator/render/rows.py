"""The rows of the comparison table: each claim with its status, the editors' words on it, and its cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup as Safe

from generator.model.brief import Assessment, Overrule
from generator.model.findings import ClaimFinding, Findings, Quotation, Status
from generator.render import wording
from generator.render.cells import Cell, Column, cell
from generator.render.dates import date_words
from generator.render.highlights import Place
from generator.render.links import claim_anchor
from generator.render.prose import prose
from generator.render.reasons import reason


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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

    @property
    def found(self) -> str:
        """Each source's quotations, for the search index."""
        return " · ".join(
            f"{cell.column.outlet}: "
            + " ".join(f"“{' […] '.join(q.parts)}”" for r in cell.reports for q in r.quotes)
            for cell in self.cells
            if cell.reports
        )

    @property
    def reporting(self) -> tuple[Cell, ...]:
        """The cells of the sources that report it."""
        return tuple(cell for cell in self.cells if cell.reports)


def pill(claim: ClaimFinding) -> Pill:
    """The claim's status, the editor's where there is one."""
    origins = "" if claim.status in _WITHOUT_ORIGINS else wording.origins_words(claim.origins)
    return Pill(
        claim.status.value, wording.slug_of(claim.status), origins, wording.STATUS_MEANINGS[claim.status]
    )


def row(
    findings: Findings,
    claim: ClaimFinding,
    columns: tuple[Column, ...],
    numbers: Mapping[str, Mapping[Quotation, Place]],
) -> Row:
    """The claim's row; `numbers` gives each source's highlights."""
    entry = claim.claim
    language = findings.brief.annotations.language
    return Row(
        anchor=claim_anchor(entry.id),
        aliases=tuple(claim_anchor(alias) for alias in entry.aliases),
        claim=entry.claim,
        pill=pill(claim),
        basis=_basis(claim),
        when=date_words(entry.when, language) if entry.when else None,
        note=prose(entry.note) if entry.note else None,
        overrule=_overrule(entry.overrule, claim) if entry.overrule else None,
        assessment=_assessment(entry.assessment) if entry.assessment else None,
        reviewed_by=", ".join(entry.reviewed_by),
        cells=tuple(cell(findings, claim, column, numbers[column.source]) for column in columns),
        reason=reason(findings, claim),
    )


# --- Private ---

_WITHOUT_ORIGINS = (Status.DIFFERS, Status.NOT_COMPARABLE, Status.ONE_SOURCE)


def _basis(claim: ClaimFinding) -> str:
    if len(claim.sources) < 2:
        return ""
    return f"{wording.count(len(claim.sources), 'source')}, {wording.origins_words(claim.origins)}"


def _overrule(overrule: Overrule, claim: ClaimFinding) -> OverruleView:
    return OverruleView(
        computed=claim.computed.value,
        because=overrule.because,
        note=prose(overrule.note) if overrule.note else None,
    )


def _assessment(assessment: Assessment) -> AssessmentView:
    return AssessmentView(assessment.likelihood, assessment.confidence, prose(assessment.why))
