"""What pages across briefs need of one brief, taken out of its findings."""

from __future__ import annotations

from generator.model.brief import Correction
from generator.model.findings import ClaimFinding, Corrected, Findings, Origin, Outlet, Record, Status
from generator.render.attribution import origins_of
from generator.render.dates import date_words


def record(findings: Findings) -> Record:
    """The brief's record: a pure function of its findings."""
    brief = findings.brief
    notes = brief.annotations
    return Record(
        slug=brief.slug,
        title=notes.title,
        summary=notes.summary,
        date=date_words(notes.date, notes.language),
        sort_date=notes.date.first_day,
        status=notes.status,
        language=notes.language,
        notice=notes.notice,
        revised=(notes.updated or notes.date).first_day,
        tags=notes.tags,
        counts=counts(findings),
        outlets=tuple(_outlet(findings, source) for source in brief.articles),
        origins=_origins(findings),
        related=notes.related,
        supersedes=notes.supersedes,
        author=notes.author,
        corrections=tuple(_corrected(correction, notes.language) for correction in notes.corrections),
    )


def counts(findings: Findings) -> dict[str, int]:
    """Claims by status, in the order of `Status`; every status is there."""
    return {status.value: sum(claim.status is status for claim in findings.claims) for status in Status}


# --- Private ---


def _corrected(correction: Correction, language: str) -> Corrected:
    return Corrected(
        date=date_words(correction.date, language),
        sort_date=correction.date.first_day,
        was=correction.was,
        now=correction.now,
        why=correction.why,
        claim=correction.claim,
        minor=correction.minor,
    )


def _outlet(findings: Findings, source: str) -> Outlet:
    article = findings.brief.articles[source]
    reported = [claim for claim in findings.claims if claim.of(source)]
    published = article.meta.published
    return Outlet(
        source=source,
        party=article.meta.outlet,
        name=findings.brief.parties.name(article.meta.outlet),
        title=article.meta.title,
        published=date_words(published, findings.brief.annotations.language) if published else None,
        alone=sum(len(claim.sources) == 1 for claim in reported),
        shared=sum(len(claim.sources) > 1 for claim in reported),
        denied=sum(_denies(claim, source) for claim in reported),
    )


def _denies(claim: ClaimFinding, source: str) -> bool:
    return any(finding.report.stance != "supports" for finding in claim.of(source))


def _origins(findings: Findings) -> tuple[Origin, ...]:
    found: list[Origin] = []
    for claim in findings.claims:
        outlets: dict[str, list[str]] = {}
        for finding in claim.reports:
            for name in origins_of(findings.brief, finding):
                if name.party:
                    outlet = findings.brief.articles[finding.source].meta.outlet
                    outlets.setdefault(name.party, []).append(findings.brief.parties.name(outlet))
        for party, names in outlets.items():
            called = findings.brief.parties.name(party)
            entry = claim.claim
            found.append(Origin(party, called, entry.id, entry.claim, tuple(dict.fromkeys(names))))
    return tuple(found)
