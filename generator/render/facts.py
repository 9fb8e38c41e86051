"""What is known about a brief and its sources besides the claims: who, when, in what form, under which rights."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup as Safe

from generator.model.brief import Annotations, Brief
from generator.model.dates import Date
from generator.model.findings import Findings, Status
from generator.render import wording
from generator.render.cells import Column
from generator.render.dates import date_words
from generator.render.links import tag_address
from generator.render.prose import prose
from generator.render.records import counts
from generator.render.strip import Stretch, strip


@dataclass(frozen=True, slots=True)
class BriefFacts:
    """The head of a brief's page."""

    title: str
    summary: str
    language: str
    date: str
    sources: str
    state: str
    notice: Safe | None
    author: str
    reviewed_by: str
    updated: str | None
    tags: tuple[tuple[str, str], ...]
    """Each tag with its address."""
    shared: int
    agreed: int
    strip: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """An article without its text."""

    column: Column
    party: str
    author: str
    dates: tuple[tuple[str, str], ...]
    """"Published", "Updated", "Accessed" with their dates, where given."""
    rendition: str
    based_on: str
    rights: str
    url: str | None
    archive_url: str | None


def brief_facts(findings: Findings, root: str) -> BriefFacts:
    """The facts of the brief, for a page from whose address `root` leads to the top of the site."""
    brief = findings.brief
    notes = brief.annotations
    shared = [claim for claim in findings.claims if len(claim.sources) > 1]
    return BriefFacts(
        title=notes.title,
        summary=notes.summary,
        language=notes.language,
        date=date_words(notes.date, notes.language),
        sources=wording.count(len(brief.articles), "source"),
        state=_state(notes),
        notice=prose(notes.notice) if notes.notice else None,
        author=", ".join(notes.author),
        reviewed_by=", ".join(notes.reviewed_by),
        updated=date_words(notes.updated, notes.language) if notes.updated else None,
        tags=tuple((tag, tag_address(root, tag)) for tag in notes.tags),
        shared=len(shared),
        agreed=sum(claim.status is Status.CORROBORATED for claim in shared),
        strip=strip(counts(findings)),
    )


def source_facts(brief: Brief, column: Column) -> SourceFacts:
    """The facts of one source."""
    meta = brief.articles[column.source].meta
    named = {"Published": meta.published, "Updated": meta.updated, "Accessed": meta.accessed}
    based_on = [brief.parties.name(link) for link in meta.based_on]
    return SourceFacts(
        column=column,
        party=meta.outlet,
        author=", ".join(meta.author),
        dates=tuple((name, _in_words(date, brief)) for name, date in named.items() if date),
        rendition=wording.RENDITIONS[meta.rendition],
        based_on=f"Based on a text by {wording.listed(based_on)}." if based_on else "",
        rights=wording.RIGHTS[meta.rights],
        url=meta.url,
        archive_url=meta.archive_url,
    )


# --- Private ---


def _state(notes: Annotations) -> str:
    return {"draft": wording.DRAFT, "withdrawn": wording.WITHDRAWN}.get(notes.status, "")


def _in_words(date: Date, brief: Brief) -> str:
    return date_words(date, brief.annotations.language)
