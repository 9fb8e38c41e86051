"""Findings -> what the search finds of a brief: its claims, itself, and of each article what may be shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model.address import brief_folder, claim_anchor, source_folder
from generator.model.brief import UNKNOWN, Brief, Correction, Report, Together
from generator.model.characters import one_line
from generator.model.entry import Entry, Kind
from generator.model.findings import ClaimFinding, Findings, NoteFinding, Quotation, Status
from generator.model.published import published, quotations_of

GAP = " […] "
"""Where text is left out of what may be shown."""


@dataclass(frozen=True, slots=True)
class Said:
    """A brief's statuses and its date in the words of its page."""

    statuses: Mapping[Status, str]
    date: str


def entries(findings: Findings, said: Said) -> tuple[Entry, ...]:
    """One entry for each claim, one for the brief, one for each article; of a withdrawn brief what is left of it.

    A pure function. Of an article's text an entry holds what its rights allow: all of it, the annotated sentences, or
    nothing; what is quoted for a claim stands with the claim whatever the rights are.
    """
    if findings.brief.annotations.status == "withdrawn":
        return (_brief(findings, said),)
    claims = (_claim(findings.brief, claim, said) for claim in findings.claims)
    articles = (_article(findings, source, said) for source in findings.brief.articles)
    return (_brief(findings, said), *claims, *articles)


# --- Private ---


def _brief(findings: Findings, said: Said) -> Entry:
    notes = findings.brief.annotations
    parts = [notes.notice, *(_corrected(correction) for correction in notes.corrections)]
    outlets: list[str] = []
    if notes.status != "withdrawn":
        outlets = [_outlet(findings.brief, source) for source in findings.brief.articles]
        parts = [notes.summary, *(_note(note) for note in findings.notes), *parts]
    filters = _filters(findings.brief, "brief", outlet=outlets)
    return _entry(findings.brief, brief_folder(findings.brief.slug), notes.title, parts, filters, said)


def _claim(brief: Brief, finding: ClaimFinding, said: Said) -> Entry:
    claim = finding.claim
    judged = (
        claim.assessment.why if claim.assessment else None,
        claim.overrule.note if claim.overrule else None,
    )
    parts = [*(_told(brief, finding, source) for source in finding.sources), claim.note, *judged]
    filters = _filters(
        brief,
        "claim",
        status=[finding.status.value],
        outlet=(_outlet(brief, source) for source in finding.sources),
        party=(name for report in finding.reports for name in _parties(brief, report.source, report.report)),
    )
    address = f"{brief_folder(brief.slug)}#{claim_anchor(claim.id)}"
    return _entry(
        brief, address, claim.claim, parts, filters, said, within=True, status=said.statuses[finding.status]
    )


def _article(findings: Findings, source: str, said: Said) -> Entry:
    brief = findings.brief
    article = brief.articles[source]
    shown = published(article, quotations_of(findings, source))
    text = _MARKS.sub("", GAP.join(span.of(article.body.text) for span in shown))
    filters = _filters(brief, "article", outlet=[_outlet(brief, source)])
    address = source_folder(brief.slug, source)
    parts = [_outlet(brief, source), text]
    return _entry(brief, address, article.title.text, parts, filters, said, within=True)


def _entry(
    brief: Brief,
    address: str,
    title: str,
    parts: Iterable[str | None],
    filters: Mapping[str, tuple[str, ...]],
    said: Said,
    *,
    within: bool = False,
    status: str = "",
) -> Entry:
    notes = brief.annotations
    return Entry(
        address=address,
        title=one_line(title),
        text=" · ".join(one_line(part) for part in parts if part),
        kind=_KINDS[filters["kind"][0]],
        language=notes.language,
        within=one_line(notes.title) if within else "",
        status=status,
        said=said.date,
        date=notes.date.first_day,
        filters=filters,
    )


_MARKS = re.compile(r"^#+ +", re.MULTILINE)
"""What marks a subheading."""

_KINDS: Mapping[str, Kind] = {"claim": "claim", "brief": "brief", "article": "article"}


def _filters(brief: Brief, kind: Kind, **values: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The values of each filter, in one order whatever the order of the reports."""
    notes = brief.annotations
    every = {"kind": [kind], "tag": notes.tags, "year": [notes.date.first_day[:4]], **values}
    tidy = {name: sorted({one_line(value) for value in set(found)}) for name, found in every.items()}
    return {name: tuple(found) for name, found in tidy.items() if found}


def _told(brief: Brief, finding: ClaimFinding, source: str) -> str:
    """What one source says: its outlet, and its quotations with what the editors say of them."""
    parts: list[str] = []
    for found in finding.of(source):
        report = found.report
        parts += [f"“{_quoted(quotation)}”" for quotation in found.quotations]
        beside = (report.translation.text if report.translation else None, report.note)
        parts += [f"({part})" for part in beside if part]
    return f"{_outlet(brief, source)}: {' '.join(parts)}"


def _quoted(quotation: Quotation) -> str:
    return GAP.join(anchor.exact for anchor in quotation)


def _note(finding: NoteFinding) -> str:
    quoted = f" “{_quoted(finding.quotation)}”" if finding.quotation else ""
    return f"{finding.note.note}{quoted}"


def _corrected(correction: Correction) -> str:
    return " ".join((correction.was, correction.now, correction.why))


def _outlet(brief: Brief, source: str) -> str:
    return brief.parties.name(brief.articles[source].meta.outlet)


def _parties(brief: Brief, source: str, report: Report) -> Iterator[str]:
    """The registered parties that the source had it from, by their names."""
    named = [
        name for link in report.via for name in (link.together if isinstance(link, Together) else (link,))
    ]
    for name in (*named, *brief.articles[source].meta.based_on):
        if name != UNKNOWN and name in brief.parties.by_id:
            yield brief.parties.name(name)
