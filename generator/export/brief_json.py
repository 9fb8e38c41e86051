"""A brief as JSON: every key of the format, with where each quote stands and what comparing gave."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from generator.export.json_bytes import json_bytes
from generator.model.address import BRIEF_JSON, brief_folder
from generator.model.brief import Annotations, Article, Brief, Link, Party, Report, Together
from generator.model.dates import Date
from generator.model.figure import Figure
from generator.model.findings import ClaimFinding, Findings, NoteFinding, Quotation, ReportFinding
from generator.model.page import Asset
from generator.model.review import unreviewed

Json = dict[str, object]


def export_brief(findings: Findings) -> bytes:
    """The brief as UTF-8 JSON, a line feed at its end.

    `start` and `end` are code points of the article's body (or title, where `in` says so) after NFC and newline
    normalisation; numbers of `value` are decimal strings, `null` where unbounded. A quote has one entry for each
    part around `[...]`. Of a withdrawn brief it holds what its tombstone says, and its addresses:
    its old slugs, and the ids and old ids of its claims (`claim_ids`).
    """
    return json_bytes(brief_as_json(findings))


def brief_asset(findings: Findings) -> Asset:
    """The same JSON as a file of the site, beside the brief's page."""
    return Asset(f"{brief_folder(findings.brief.slug)}{BRIEF_JSON}", export_brief(findings))


def brief_as_json(findings: Findings) -> Json:
    """The brief as values that JSON knows."""
    brief = findings.brief
    entry = brief.annotations
    if entry.status == "withdrawn":
        left = {key: value for key, value in _head(brief).items() if key in _OF_A_TOMBSTONE}
        ids = [name for claim in entry.claims for name in (claim.id, *claim.aliases)]
        return {**left, "claim_ids": ids, "corrections": _corrections(entry)}
    return {
        **_head(brief),
        "sources": [_source(article) for article in brief.articles.values()],
        "parties": {id_: _party(brief.parties.by_id[id_]) for id_ in _named_parties(findings)},
        "claims": [_claim(claim, brief) for claim in findings.claims],
        "unreviewed": [claim.id for claim in unreviewed(entry)],
        "notes": [_note(note, brief) for note in findings.notes],
        "corrections": _corrections(entry),
    }


# --- Private functions ---

_OF_A_TOMBSTONE = frozenset(
    ("slug", "title", "status", "date", "updated", "language", "notice", "aliases", "related", "supersedes")
)


def _head(brief: Brief) -> Json:
    """What is said of the brief as a whole."""
    entry = brief.annotations
    return {
        "slug": brief.slug,
        "title": entry.title,
        "status": entry.status,
        "date": entry.date.text,
        "updated": _date(entry.updated),
        "summary": entry.summary,
        "author": entry.author,
        "reviewed_by": entry.reviewed_by,
        "language": entry.language,
        "notice": entry.notice,
        "tags": entry.tags,
        "aliases": entry.aliases,
        "related": entry.related,
        "supersedes": entry.supersedes,
    }


def _corrections(entry: Annotations) -> list[Json]:
    return [
        correction.model_dump(exclude={"date"}) | {"date": correction.date.text}
        for correction in entry.corrections
    ]


def _source(article: Article) -> Json:
    meta = article.meta
    return {
        "id": article.id,
        "outlet": meta.outlet,
        "title": meta.title,
        "author": meta.author,
        "published": _date(meta.published),
        "updated": _date(meta.updated),
        "accessed": _date(meta.accessed),
        "url": meta.url,
        "archive_url": meta.archive_url,
        "language": meta.language,
        "rendition": meta.rendition,
        "based_on": meta.based_on,
        "rights": meta.rights,
        "aliases": meta.aliases,
    }


def _party(party: Party) -> Json:
    return party.model_dump(exclude_none=True)


def _claim(finding: ClaimFinding, brief: Brief) -> Json:
    claim = finding.claim
    return {
        "id": claim.id,
        "claim": claim.claim,
        "status": str(finding.status),
        "computed_status": str(finding.computed),
        "origins": finding.origins,
        "when": _date(claim.when),
        "measure": claim.measure,
        "tolerance": decimal_text(claim.tolerance),
        "unchecked": claim.unchecked,
        "reports": [_report(report, brief.articles[report.source]) for report in finding.reports],
        "assessment": claim.assessment.model_dump() if claim.assessment else None,
        "overrule": claim.overrule.model_dump() if claim.overrule else None,
        "note": claim.note,
        "aliases": claim.aliases,
        "reviewed_by": claim.reviewed_by,
    }


def _report(finding: ReportFinding, article: Article) -> Json:
    report: Report = finding.report
    via_quote = finding.via_quotation
    return {
        "source": finding.source,
        "stance": report.stance,
        "quotes": [part for quotation in finding.quotations for part in _quotation(quotation, article)],
        "value": _figure(finding.figure),
        "as_of": _date(report.as_of),
        "when": _date(report.when),
        "via": [_link(link) for link in report.via],
        "via_quote": " [...] ".join(part.exact for part in via_quote) if via_quote else None,
        "via_quotes": _quotation(via_quote, article) if via_quote else [],
        "hedge": report.hedge,
        "translation": report.translation.model_dump() if report.translation else None,
        "note": report.note,
        "traceable": finding.traceable,
    }


def _quotation(quotation: Quotation, article: Article) -> list[Json]:
    """Where each part stands; of a text that is withheld, that is known to the lock alone."""
    if article.meta.text == "withheld":
        return [{"exact": part.exact, "in": part.where} for part in quotation]
    return [
        {"exact": part.exact, "start": part.span.start, "end": part.span.end, "in": part.where}
        for part in quotation
    ]


def _figure(figure: Figure | None) -> Json | None:
    if figure is None:
        return None
    interval = figure.interval
    return {
        "text": figure.text,
        "lower": decimal_text(interval.lower),
        "upper": decimal_text(interval.upper),
        "lower_closed": interval.lower_closed,
        "upper_closed": interval.upper_closed,
        "unit": figure.unit,
        "scope": figure.scope,
    }


def _note(finding: NoteFinding, brief: Brief) -> Json:
    note = finding.note
    return {
        "source": note.source,
        "motivation": note.motivation,
        "note": note.note,
        "links": note.links,
        "quotes": _quotation(finding.quotation, brief.articles[note.source]) if finding.quotation else [],
    }


def _link(link: Link) -> str | Json:
    return {"together": link.together} if isinstance(link, Together) else link


def _date(date: Date | None) -> str | None:
    return date.text if date else None


def decimal_text(number: Decimal | None) -> str | None:
    """Plain digits without an exponent or trailing zeros."""
    if number is None:
        return None
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _named_parties(findings: Findings) -> Iterable[str]:
    """The registered parties that the brief names, with those they are part of, sorted."""
    brief, register = findings.brief, findings.brief.parties.by_id
    named = {article.meta.outlet for article in brief.articles.values()}
    named |= {id_ for article in brief.articles.values() for id_ in article.meta.based_on}
    for claim in findings.claims:
        for report in claim.reports:
            for link in report.report.via:
                named |= set(link.together) if isinstance(link, Together) else {link}
    waiting = [id_ for id_ in named if id_ in register]
    found: set[str] = set()
    while waiting:
        id_ = waiting.pop()
        if id_ in found:
            continue
        found.add(id_)
        above = register[id_].part_of
        if above is not None and above in register:
            waiting.append(above)
    return sorted(found)
