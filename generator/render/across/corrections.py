"""Every correction of every brief, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup as Safe

from generator.model.findings import Corrected, Record
from generator.render import links
from generator.render.across.paging import CORRECTIONS, Leaf, leaves
from generator.render.across.site import Filling, Head, Sheet, Site, sheet


@dataclass(frozen=True, slots=True)
class CorrectedView:
    """A correction with the brief that it is of, and the claim where it is about one."""

    correction: Corrected
    date: str
    brief: str
    lang: Safe
    address: str
    claim_address: str | None


def correction_pages(site: Site) -> Iterator[Sheet]:
    """The corrections; of one day those of one brief together, in the editors' order."""
    words = site.words
    every = [
        (correction, record)
        for record in sorted(site.records, key=lambda record: record.slug)
        for correction in record.corrections
    ]
    every.sort(key=lambda entry: entry[0].sort_date, reverse=True)
    head = Head(
        words.gettext("Corrections"), words.gettext("What briefs said and what they say now, newest first.")
    )
    lead = head.description if every else words.gettext("No brief has been corrected.")
    for leaf in leaves("corrections/", every, CORRECTIONS):
        yield sheet(site, leaf, head, "corrections.html", _filled(site, leaf, lead))


# --- Private ---


def _filled(site: Site, leaf: Leaf[tuple[Corrected, Record]], lead: str) -> Filling:
    def values() -> dict[str, object]:
        views = [_view(site, correction, record, leaf.root) for correction, record in leaf.items]
        return {"corrections": views, "lead": lead}

    shows = [record for _, record in leaf.items]
    corrections = [correction for correction, _ in leaf.items]
    return Filling(shows, values, lambda: (lead, corrections, site.states_of(shows)))


def _view(site: Site, correction: Corrected, record: Record, root: str) -> CorrectedView:
    claim = correction.claim
    return CorrectedView(
        correction=correction,
        date=site.date(correction.date),
        brief=record.title,
        lang=site.lang(record.language),
        address=links.brief_address(root, record.slug),
        claim_address=links.claim_address(root, record.slug, claim) if claim else None,
    )
