"""Schema.org's view of a brief and its annotated articles, as JSON-LD for the heads of their pages."""

from __future__ import annotations

from generator.export.brief_json import Json
from generator.export.stated_dates import iso
from generator.model.address import brief_card_path, brief_folder, claim_anchor, source_folder
from generator.model.brief import Article
from generator.model.dates import Date
from generator.model.findings import ClaimFinding, Findings
from generator.model.settings import Settings

CONTEXT = "https://schema.org"

_TO_TOP = {"brief": "../../", "source": "../../../"}


def linked_data(findings: Findings, settings: Settings) -> dict[str, Json]:
    """What each page of the brief says in its head, by the page's path."""
    brief = findings.brief
    articles = {
        f"{source_folder(brief.slug, source)}index.md": _source_page(findings, source, settings)
        for source in brief.articles
    }
    return {f"{brief_folder(brief.slug)}index.md": _brief_page(findings, settings), **articles}


# --- Private ---


def _brief_page(findings: Findings, settings: Settings) -> Json:
    """The brief as a `Report` with its `Claim`s as parts, the articles it is based on, and its corrections."""
    notes = findings.brief.annotations
    top = _TO_TOP["brief"]
    return {
        "@context": CONTEXT,
        **_brief(findings, settings, top),
        **_filled(
            abstract=notes.summary,
            author=_people(notes.author),
            datePublished=_date(notes.date),
            dateModified=_date(notes.updated),
            inLanguage=notes.language,
            keywords=list(notes.tags),
            publisher=_publisher(settings),
            image=_image(findings, settings, top),
        ),
        "isBasedOn": [
            _article(findings, article, settings, top) for article in findings.brief.articles.values()
        ],
        "citation": [{"@id": _article_id(findings, id_, settings, top)} for id_ in findings.brief.articles],
        "hasPart": [_claim(findings, claim, settings) for claim in findings.claims],
        **_filled(
            correction=[
                {
                    "@type": "CorrectionComment",
                    "text": f"{correction.was} → {correction.now}: {correction.why}",
                    **_filled(datePublished=_date(correction.date)),
                }
                for correction in notes.corrections
            ]
        ),
    }


def _source_page(findings: Findings, source: str, settings: Settings) -> Json:
    """The page of an annotated article as a `WebPage` about the article, part of the brief's report."""
    top = _TO_TOP["source"]
    return {
        "@context": CONTEXT,
        "@type": "WebPage",
        "@id": settings.address(source_folder(findings.brief.slug, source), top),
        "url": settings.address(source_folder(findings.brief.slug, source), top),
        "isPartOf": _brief(findings, settings, top),
        "about": _article(findings, findings.brief.articles[source], settings, top),
        **_filled(publisher=_publisher(settings)),
    }


def _filled(**values: object) -> Json:
    return {key: value for key, value in values.items() if value}


def _brief(findings: Findings, settings: Settings, top: str) -> Json:
    address = settings.address(brief_folder(findings.brief.slug), top)
    return {"@type": "Report", "@id": address, "url": address, "headline": findings.brief.annotations.title}


def _article_id(findings: Findings, source: str, settings: Settings, top: str) -> str:
    return f"{settings.address(source_folder(findings.brief.slug, source), top)}#article"


def _article(findings: Findings, article: Article, settings: Settings, top: str) -> Json:
    meta, parties = article.meta, findings.brief.parties
    return {
        "@type": "Article",
        "@id": _article_id(findings, article.id, settings, top),
        "headline": meta.title,
        "publisher": {"@type": "Organization", "name": parties.name(meta.outlet)},
        **_filled(
            url=meta.url,
            archivedAt=meta.archive_url,
            author=_people(meta.author),
            datePublished=_date(meta.published),
            dateModified=_date(meta.updated),
            inLanguage=findings.brief.language_of(article.id),
            isBasedOn=[
                {"@type": "CreativeWork", "publisher": {"@type": "Organization", "name": parties.name(link)}}
                for link in meta.based_on
            ],
        ),
    }


def _claim(findings: Findings, finding: ClaimFinding, settings: Settings) -> Json:
    top = _TO_TOP["brief"]
    address = settings.address(brief_folder(findings.brief.slug), top) + f"#{claim_anchor(finding.claim.id)}"
    return {
        "@type": "Claim",
        "@id": address,
        "url": address,
        "text": finding.claim.claim,
        "description": finding.status.value,
        "appearance": [{"@id": _article_id(findings, source, settings, top)} for source in finding.sources],
    }


def _image(findings: Findings, settings: Settings, top: str) -> str:
    """The social card, which published briefs have."""
    shown = settings.cards and findings.brief.annotations.status == "published"
    return settings.address(brief_card_path(findings.brief.slug), top) if shown else ""


def _people(names: tuple[str, ...]) -> list[Json]:
    return [{"@type": "Person", "name": name} for name in names]


def _publisher(settings: Settings) -> Json:
    """Who publishes the site, and where it says how it works; the site's own name where nobody is named."""
    publisher = settings.publisher
    if not publisher.is_named:
        name = settings.site_name
        return {"@type": "Organization", "name": name, **_filled(url=settings.site_url)} if name else {}
    return {
        "@type": "Person" if publisher.is_person else "NewsMediaOrganization",
        "name": publisher.name,
        **_filled(
            url=publisher.url or settings.site_url,
            email=publisher.email,
            telephone=publisher.phone,
            address=", ".join(publisher.address),
            publishingPrinciples=_own(settings, "method/"),
        ),
        **({} if publisher.is_person else _policies(settings)),
    }


def _policies(settings: Settings) -> Json:
    publisher = settings.publisher
    told = publisher.owners or publisher.funding or publisher.public_funds
    return _filled(
        correctionsPolicy=_own(settings, "about/#corrections"),
        ownershipFundingInfo=_own(settings, "imprint/") if told else "",
    )


def _own(settings: Settings, path: str) -> str:
    """The full address of a page of the site's own; none where the site doesn't know its own."""
    return settings.address(path) if settings.site_url else ""


def _date(date: Date | None) -> str:
    return iso(date) if date else ""
