"""A brief's pages: the brief itself, then each of its articles; a tombstone alone where it was withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from generator.model.brief import Brief
from generator.model.findings import Findings, Neighbour
from generator.model.page import Heading, Page, Part
from generator.model.settings import Settings
from generator.render import links, wording
from generator.render.brief_sections import corrections, named, sections
from generator.render.cells import Column, columns
from generator.render.environment import language_mark, markup
from generator.render.facts import brief_facts, source_facts
from generator.render.highlights import Mark, marks_of, numbers
from generator.render.rows import row
from generator.render.source_page import source_page


def render_brief(
    findings: Findings, settings: Settings, neighbours: Mapping[str, Neighbour] = MappingProxyType({})
) -> tuple[Page, ...]:
    """The brief's page and one for each source; none for a draft unless drafts are served.

    `neighbours` holds the briefs that this one may name (`related`, `supersedes`) by slug and by old slug; one that
    isn't there is not shown. Pure: what it gives depends on its arguments alone.
    """
    status = findings.brief.annotations.status
    if status == "draft" and not settings.drafts:
        return ()
    if status == "withdrawn":
        return (_tombstone(findings, settings, neighbours),)
    marks = {source: marks_of(findings, source) for source in findings.brief.articles}
    heads = columns(findings)
    return (
        _brief_page(findings, settings, neighbours, heads, marks),
        *(source_page(findings, heads, column, marks[column.source]) for column in heads),
    )


# --- Private ---


def _brief_page(
    findings: Findings,
    settings: Settings,
    neighbours: Mapping[str, Neighbour],
    heads: tuple[Column, ...],
    marks: Mapping[str, tuple[Mark, ...]],
) -> Page:
    brief = findings.brief
    by_source = {source: numbers(marks[source]) for source in marks}
    rows = tuple(row(findings, claim, heads, by_source) for claim in findings.claims)
    values: dict[str, object] = {
        "facts": brief_facts(findings, links.BRIEF),
        "heads": heads,
        "rows": rows,
        "lang": language_mark(brief.annotations.language),
        "sources": tuple(source_facts(brief, column) for column in heads),
        "words": wording,
        "root": links.BRIEF,
    }
    parts: list[Part] = [markup("brief_head.html", values)]
    for heading, template, more in sections(findings, neighbours, heads, by_source, rows):
        parts += [Heading(2, heading), markup(template, {**values, **more})]
    return _page(brief, settings, parts)


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
    meta["hide"] = ["navigation"]
    return Page(
        path=links.brief_path(brief.slug),
        meta=meta,
        parts=tuple(parts),
        edit=f"{settings.briefs_dir}/{brief.slug}/brief.yml",
        revised=(notes.updated or notes.date).first_day,
    )
