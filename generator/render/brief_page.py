"""A brief's pages: the brief itself, then each of its articles; a tombstone alone where it was withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from generator.model.address import brief_folder, claim_anchor
from generator.model.brief import Brief
from generator.model.characters import one_line
from generator.model.citation import Citation
from generator.model.findings import Findings, Neighbour
from generator.model.page import Heading, Page, Part
from generator.model.settings import Settings
from generator.render import links, wording
from generator.render.brief_sections import corrections, named, sections
from generator.render.cells import Column, columns
from generator.render.environment import language_mark, markup
from generator.render.facts import brief_facts, source_facts
from generator.render.highlights import Mark, marks_of, places
from generator.render.rows import row
from generator.render.shared import shared_as
from generator.render.source_page import source_page


def render_brief(
    findings: Findings,
    settings: Settings,
    neighbours: Mapping[str, Neighbour] = MappingProxyType({}),
    citation: Citation | None = None,
) -> tuple[Page, ...]:
    """The brief's page and one for each source; none for a draft unless drafts are served.

    `neighbours` holds the briefs that this one may name (`related`, `supersedes`) by slug and by old slug; one that
    isn't there is not shown. How to cite it is shown where `citation` is given. Pure: what it gives depends on its
    arguments alone.
    """
    status = findings.brief.annotations.status
    if status == "draft" and not settings.drafts:
        return ()
    if status == "withdrawn":
        return (_tombstone(findings, settings, neighbours),)
    marks = {source: marks_of(findings, source) for source in findings.brief.articles}
    heads = columns(findings)
    return (
        _brief_page(findings, settings, neighbours, citation, heads, marks),
        *(source_page(findings, heads, column, marks[column.source]) for column in heads),
    )


# --- Private ---


def _brief_page(
    findings: Findings,
    settings: Settings,
    neighbours: Mapping[str, Neighbour],
    citation: Citation | None,
    heads: tuple[Column, ...],
    marks: Mapping[str, tuple[Mark, ...]],
) -> Page:
    brief = findings.brief
    by_source = {source: places(marks[source]) for source in marks}
    rows = tuple(row(findings, claim, heads, by_source) for claim in findings.claims)
    values: dict[str, object] = {
        "facts": brief_facts(findings, links.BRIEF),
        "heads": heads,
        "rows": rows,
        "lang": language_mark(brief.annotations.language),
        "sources": tuple(source_facts(brief, column) for column in heads),
        "reports": _reports(findings, settings),
        "words": wording,
        "root": links.BRIEF,
    }
    parts: list[Part] = [markup("brief_head.html", values)]
    closing = {**named(findings, neighbours), "report": _report(brief, settings), "citation": citation}
    last = [("Cite this brief", "cite.html", closing)] if citation else []
    for heading, template, more in (
        *sections(findings, heads, by_source, rows),
        *last,
        ("More", "more.html", closing),
    ):
        parts += [Heading(2, heading), markup(template, {**values, **more})]
    return _page(brief, settings, parts)


def _report(brief: Brief, settings: Settings, anchor: str = "") -> str | None:
    """Where a reader reports an error in the brief, or in the claim at `anchor`."""
    return settings.report_address(f"{brief_folder(brief.slug)}{anchor}", one_line(brief.annotations.title))


def _reports(findings: Findings, settings: Settings) -> dict[str, str | None]:
    anchors = [claim_anchor(claim.claim.id) for claim in findings.claims]
    return {anchor: _report(findings.brief, settings, f"#{anchor}") for anchor in anchors}


def _tombstone(findings: Findings, settings: Settings, neighbours: Mapping[str, Neighbour]) -> Page:
    """What stays of a withdrawn brief: its title, that it was withdrawn, why, its corrections, and where to read on.

    Its claims are gone, and so are the links to them.
    """
    values = {
        "facts": brief_facts(findings, links.BRIEF),
        "corrections": [replace(correction, anchor=None) for correction in corrections(findings)],
        "lang": language_mark(findings.brief.annotations.language),
        "words": wording,
        "root": links.BRIEF,
        **named(findings, neighbours),
    }
    parts: list[Part] = [markup("tombstone.html", values)]
    if values["corrections"]:
        parts += [Heading(2, "Corrections"), markup("corrections.html", values)]
    return _page(findings.brief, settings, parts)


def _page(brief: Brief, settings: Settings, parts: list[Part]) -> Page:
    notes = brief.annotations
    meta: dict[str, object] = {"title": notes.title}
    if notes.status != "withdrawn":
        meta["description"] = notes.summary
    if notes.author:
        meta["author"] = ", ".join(notes.author)
    meta |= {"hide": ["navigation"], **shared_as("article", notes.language)}
    return Page(
        path=links.brief_path(brief.slug),
        meta=meta,
        parts=tuple(parts),
        edit=f"{settings.briefs_dir}/{brief.slug}/brief.yml",
        revised=(notes.updated or notes.date).first_day,
    )
