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
from generator.model.page import Page, Part
from generator.model.settings import Settings
from generator.render import links
from generator.render.brief_sections import corrections, corrections_heading, named, on_the_whole, sections
from generator.render.catalogue import Words
from generator.render.embed import embed_addresses, embed_offer
from generator.render.environment import markup
from generator.render.galley import Galley
from generator.render.shared import said_in, shared_as
from generator.render.source_page import source_page
from generator.render.untouched import with_untouched


def render_brief(
    findings: Findings,
    settings: Settings,
    neighbours: Mapping[str, Neighbour] = MappingProxyType({}),
    citation: Citation | None = None,
    galley: Galley | None = None,
) -> tuple[Page, ...]:
    """The brief's page and one for each source; none for a draft unless drafts are served.

    `neighbours` holds the briefs that this one may name (`related`, `supersedes`) by slug and by old slug; one that
    isn't there is not shown. How to cite it is shown where `citation` is given. `galley` is the brief's, where it is
    made already. Pure: what it gives depends on its other arguments alone.
    """
    status = findings.brief.annotations.status
    if status == "draft" and not settings.drafts:
        return ()
    galley = galley or Galley(findings, settings)
    if status == "withdrawn":
        return (_tombstone(galley, neighbours),)
    pages = [source_page(galley, source) for source in galley.sources]
    if settings.drafts:
        shown = zip(pages, galley.heads, strict=True)
        pages = [with_untouched(page, findings, column, galley.words) for page, column in shown]
    return (_brief_page(galley, neighbours, citation), *pages)


# --- Private ---


def _brief_page(galley: Galley, neighbours: Mapping[str, Neighbour], citation: Citation | None) -> Page:
    findings, settings, words = galley.findings, galley.settings, galley.words
    values: dict[str, object] = {
        "facts": galley.facts,
        "heads": galley.heads,
        "rows": galley.rows,
        "lang": galley.mark,
        "sources": galley.sources,
        "reports": _reports(findings, settings),
        "embeds": embed_addresses(findings, links.BRIEF),
        "root": links.BRIEF,
    }
    parts: list[Part] = [markup("brief_head.html", values, words)]
    closing = {**named(findings, neighbours), "report": _report(findings.brief, settings)}
    for heading, template, more in (*sections(galley), *on_the_whole(citation, closing, words)):
        parts += [heading, markup(template, {**values, **more}, words)]
    parts.append(embed_offer(galley, links.BRIEF))
    return _page(findings.brief, settings, parts, words)


def _report(brief: Brief, settings: Settings, anchor: str = "") -> str | None:
    """Where a reader reports an error in the brief, or in the claim at `anchor`."""
    return settings.report_address(f"{brief_folder(brief.slug)}{anchor}", one_line(brief.annotations.title))


def _reports(findings: Findings, settings: Settings) -> dict[str, str | None]:
    anchors = [claim_anchor(claim.claim.id) for claim in findings.claims]
    if not settings.report_url:
        return dict.fromkeys(anchors)
    return {anchor: _report(findings.brief, settings, f"#{anchor}") for anchor in anchors}


def _tombstone(galley: Galley, neighbours: Mapping[str, Neighbour]) -> Page:
    """What stays of a withdrawn brief: its title, that it was withdrawn, why, its corrections, and where to read on.

    Its claims are gone, and so are the links to them.
    """
    findings, words = galley.findings, galley.words
    values = {
        "facts": galley.facts,
        "corrections": [replace(correction, anchor=None) for correction in corrections(findings, words)],
        "lang": galley.mark,
        "root": links.BRIEF,
        **named(findings, neighbours),
    }
    parts: list[Part] = [markup("tombstone.html", values, words)]
    if values["corrections"]:
        parts += [corrections_heading(words), markup("corrections.html", values, words)]
    return _page(findings.brief, galley.settings, parts, words)


def _page(brief: Brief, settings: Settings, parts: list[Part], words: Words) -> Page:
    notes = brief.annotations
    meta: dict[str, object] = {"title": notes.title}
    if notes.status != "withdrawn":
        meta["description"] = notes.summary
    if notes.author:
        meta["author"] = ", ".join(notes.author)
    meta |= {"hide": ["navigation"], **shared_as("article", notes.language), **said_in(words)}
    return Page(
        path=links.brief_path(brief.slug),
        meta=meta,
        parts=tuple(parts),
        edit=f"{settings.briefs_dir}/{brief.slug}/brief.yml",
        revised=(notes.updated or notes.date).first_day,
    )
