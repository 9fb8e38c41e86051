"""What pages across briefs need of one brief, taken out of its findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.brief import Brief, Correction
from generator.model.findings import (
    ClaimFinding,
    Corrected,
    Findings,
    Known,
    Origin,
    Outlet,
    Printed,
    Record,
    Status,
    Told,
)
from generator.model.review import unreviewed
from generator.render.attribution import origins_of


def record(findings: Findings) -> Record:
    """The brief's record: a pure function of its findings."""
    brief = findings.brief
    notes = brief.annotations
    outlets = tuple(_outlets(findings))
    origins = tuple(origin for claim in findings.claims for origin in _origins(brief, claim))
    named = (*(outlet.party for outlet in outlets), *(origin.party for origin in origins))
    return Record(
        slug=brief.slug,
        title=notes.title,
        summary=notes.summary,
        date=notes.date.text,
        sort_date=notes.date.first_day,
        status=notes.status,
        language=notes.language,
        notice=notes.notice,
        revised=(notes.updated or notes.date).first_day,
        tags=notes.tags,
        counts=counts(findings),
        sources=len(brief.articles),
        claims={claim.claim.id: claim.claim.claim for claim in findings.claims},
        parties=tuple(_known(brief, party) for party in _with_those_above(brief, named)),
        outlets=outlets,
        origins=origins,
        author=notes.author,
        corrections=tuple(_corrected(correction) for correction in notes.corrections),
        unreviewed=len(unreviewed(notes)),
    )


def counts(findings: Findings) -> dict[str, int]:
    """Claims by status, in the order of `Status`; every status is there."""
    found = [claim.status for claim in findings.claims]
    return {status.value: found.count(status) for status in Status}


# --- Private ---


def _corrected(correction: Correction) -> Corrected:
    return Corrected(
        date=correction.date.text,
        sort_date=correction.date.first_day,
        was=correction.was,
        now=correction.now,
        why=correction.why,
        claim=correction.claim,
        minor=correction.minor,
    )


def _outlets(findings: Findings) -> Iterator[Outlet]:
    """The outlets in the order of their first columns: two articles of one outlet are one outlet's."""
    brief = findings.brief
    sources: dict[str, list[str]] = {}
    for source, article in brief.articles.items():
        sources.setdefault(article.meta.outlet, []).append(source)
    told: dict[str, list[Told]] = {party: [] for party in sources}
    for claim in findings.claims:
        for party, what in _told(brief, claim):
            told[party].append(what)
    for party, own in sources.items():
        yield Outlet(party, tuple([_printed(brief, source) for source in own]), tuple(told[party]))


def _told(brief: Brief, claim: ClaimFinding) -> Iterator[tuple[str, Told]]:
    """What each outlet that reports the claim tells of it, with the outlet."""
    outlet = {source: article.meta.outlet for source, article in brief.articles.items()}
    telling = dict.fromkeys([outlet[report.source] for report in claim.reports])
    denying = {outlet[report.source] for report in claim.reports if report.report.stance != "supports"}
    unread = {outlet[source] for source in claim.claim.unchecked}
    for party in telling:
        yield (
            party,
            Told(
                claim=claim.claim.id,
                alone=len(telling) == 1,
                denied=party in denying,
                unchecked=bool(unread - {party}),
            ),
        )


def _printed(brief: Brief, source: str) -> Printed:
    meta = brief.articles[source].meta
    published = meta.published.text if meta.published else None
    return Printed(source, meta.title, brief.language_of(source), published)


def _origins(brief: Brief, claim: ClaimFinding) -> Iterator[Origin]:
    outlets: dict[str, dict[str, None]] = {}
    for report in claim.reports:
        for name in origins_of(brief, report):
            if name.party:
                outlets.setdefault(name.party, {})[brief.articles[report.source].meta.outlet] = None
    for party, those in outlets.items():
        yield Origin(party, claim.claim.id, tuple(those))


def _with_those_above(brief: Brief, parties: Iterable[str]) -> tuple[str, ...]:
    """The parties, each once, and those that they are part of, up to the topmost."""
    found: dict[str, None] = {}
    for party in parties:
        above: str | None = party
        while above and above in brief.parties.by_id and above not in found:
            found[above] = None
            above = brief.parties.by_id[above].part_of
    return tuple(found)


def _known(brief: Brief, id_: str) -> Known:
    party = brief.parties.by_id[id_]
    return Known(
        party=id_,
        name=party.name,
        full_name=party.full_name,
        kind=party.kind,
        country=party.country,
        role=party.role,
        url=party.url,
        part_of=party.part_of,
    )
