"""A brief's annotations as the W3C's Web Annotation Data Model (2017) has them, in JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.export.brief_json import Json
from generator.export.json_bytes import json_bytes
from generator.export.stated_dates import timestamp
from generator.model.address import brief_folder, claim_anchor
from generator.model.brief import Article
from generator.model.characters import printable
from generator.model.findings import (
    Anchor,
    ClaimFinding,
    Findings,
    NoteFinding,
    Quotation,
    ReportFinding,
)
from generator.model.page import Asset
from generator.model.published import context, published, quotations_of
from generator.model.settings import Settings
from generator.model.source import Span

AROUND = 32
"""Code points of prefix and of suffix."""

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def annotations_asset(findings: Findings, settings: Settings) -> Asset:
    """`annotations.jsonld` beside the brief's page: one AnnotationCollection (5.1) with its one AnnotationPage (5.2).

    A report's quotations, the passage that says where it came from, and each note are an Annotation each, with one
    target for each part around `[...]`. A target's source is the original where its words stand there (a rendition
    `verbatim` with a url), else our page of the article; its selectors are TextQuoteSelector (4.2.4), with no more
    context than the article's rights let be shown, and for the body TextPositionSelector (4.2.5), in code points of
    the article's body after NFC and newline normalisation.
    """
    own = f"{brief_folder(findings.brief.slug)}annotations.jsonld"
    return Asset(own, json_bytes(_collection(findings, settings)))


# --- Private ---


@dataclass(frozen=True, slots=True)
class _Place:
    """An article as the target of annotations: its address, and what of its body may be shown."""

    article: Article
    address: str
    shown: tuple[Span, ...]


def _collection(findings: Findings, settings: Settings) -> Json:
    address = _address(findings, settings, "annotations.jsonld")
    about = _about(findings)
    items = [
        {"id": f"{address}#{number}", **about, **item}
        for number, item in enumerate(_items(findings, settings), 1)
    ]
    return {
        "@context": CONTEXT,
        "id": address,
        "type": "AnnotationCollection",
        "label": printable(findings.brief.annotations.title),
        "total": len(items),
        "first": {
            "id": f"{address}#page",
            "type": "AnnotationPage",
            "partOf": {"id": address, "type": "AnnotationCollection"},
            "startIndex": 0,
            "items": items,
        },
    }


def _address(findings: Findings, settings: Settings, path: str) -> str:
    """The address of what lies beside the brief's page; relative (RFC 3986, 5.2) without `site_url`."""
    return (
        f"{settings.site_url}{brief_folder(findings.brief.slug)}{path}" if settings.site_url else path or "./"
    )


def _about(findings: Findings) -> Json:
    """What holds of each annotation: its type, who made it and when."""
    notes = findings.brief.annotations
    written: Json = {"type": "Annotation"}
    if notes.author:
        people = [{"type": "Person", "name": printable(name)} for name in notes.author]
        written["creator"] = people if len(people) > 1 else people[0]
    for key, date in (("created", notes.date), ("modified", notes.updated)):
        if date and (stamp := timestamp(date)):
            written[key] = stamp
    return written


def _items(findings: Findings, settings: Settings) -> Iterator[Json]:
    brief = _address(findings, settings, "")
    places = {source: _place(findings, source, settings) for source in findings.brief.articles}
    language = findings.brief.annotations.language
    for claim in findings.claims:
        said = _claim(claim, language, brief)
        for report in claim.reports:
            place = places[report.source]
            for quotation in report.quotations:
                yield _report(report, said, language) | _targets(quotation, place)
            if report.via_quotation:
                yield _attribution(findings, claim, report, brief) | _targets(report.via_quotation, place)
    for note in findings.notes:
        yield _note(findings, note) | _targets(note.quotation, places[note.note.source])


def _place(findings: Findings, source: str, settings: Settings) -> _Place:
    article = findings.brief.articles[source]
    meta = article.meta
    page = _address(findings, settings, f"{source}/")
    address = meta.url if meta.url and meta.rendition == "verbatim" else page
    return _Place(article, address, published(article, quotations_of(findings, source)))


def _claim(claim: ClaimFinding, language: str, brief: str) -> tuple[Json, ...]:
    """What is said of each report of a claim."""
    return (
        _claim_page(claim, brief),
        _text(claim.claim.claim, language, "describing"),
        _text(claim.status.value, "en", "classifying"),
    )


def _report(report: ReportFinding, claim: Iterable[Json], language: str) -> Json:
    bodies = [*claim, _text(report.report.stance, "en", "classifying")]
    if translation := report.report.translation:
        bodies.append(_text(translation.text, language, "describing"))
    if report.report.note:
        bodies.append(_text(report.report.note, language, "commenting", "text/markdown"))
    return {"motivation": "linking", "body": bodies}


def _attribution(findings: Findings, claim: ClaimFinding, report: ReportFinding, brief: str) -> Json:
    parties = findings.brief.parties
    named = [
        parties.name(name)
        for link in report.report.via
        for name in (link.together if not isinstance(link, str) else (link,))
    ]
    language = findings.brief.annotations.language
    bodies = [_claim_page(claim, brief), *(_text(name, language, "identifying") for name in named)]
    return {"motivation": "identifying", "body": bodies}


def _note(findings: Findings, finding: NoteFinding) -> Json:
    note = finding.note
    bodies = [_text(note.note, findings.brief.annotations.language, note.motivation, "text/markdown")]
    return {"motivation": note.motivation, "body": [*bodies, *({"id": link} for link in note.links)]}


def _claim_page(claim: ClaimFinding, brief: str) -> Json:
    return {"id": f"{brief}#{claim_anchor(claim.claim.id)}", "type": "Text", "format": "text/html"}


def _text(value: str, language: str, purpose: str, format_: str = "text/plain") -> Json:
    return {
        "type": "TextualBody",
        "value": printable(value),
        "format": format_,
        "language": language,
        "purpose": purpose,
    }


def _targets(quotation: Quotation | None, place: _Place) -> Json:
    if not quotation:
        return {"target": place.address}
    targets = [{"source": place.address, "selector": _selectors(part, place)} for part in quotation]
    return {"target": targets if len(targets) > 1 else targets[0]}


def _selectors(part: Anchor, place: _Place) -> Json | list[Json]:
    """A title may be shown whole under any rights, and has no position in the body; nor has what is withheld."""
    article, span = place.article, part.span
    in_title = part.where == "title"
    text = article.title.text if in_title else article.body.text
    within = Span(0, len(text)) if in_title else context(span, place.shown)
    quote: Json = {"type": "TextQuoteSelector", "exact": part.exact}
    if prefix := text[max(within.start, span.start - AROUND) : span.start]:
        quote["prefix"] = prefix
    if suffix := text[span.end : min(within.end, span.end + AROUND)]:
        quote["suffix"] = suffix
    if in_title or article.meta.text == "withheld":
        return quote
    return [quote, {"type": "TextPositionSelector", "start": span.start, "end": span.end}]
