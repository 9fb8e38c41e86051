"""What is known about a brief and its sources besides the claims: who, when, in what form, under which rights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup as Safe

from generator.model.brief import Article, Brief, FrontMatter
from generator.model.dates import parse_date
from generator.model.findings import Findings, Status
from generator.model.review import unreviewed
from generator.render import wording
from generator.render.catalogue import Words
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
    unreviewed: str
    """How many claims nobody has reviewed, in words; empty where each was."""
    updated: str | None
    tags: tuple[tuple[str, str], ...]
    """Each tag with its address."""
    shared: str
    """How many claims two sources or more report, in words; `agreed` of them are corroborated."""
    agreed: int
    strip: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """An article without its text."""

    column: Column
    party: str
    author: str
    dates: tuple[str, ...]
    """When it was published, updated and accessed, where that is given."""
    rendition: str
    based_on: str
    rights: str
    checked: str
    """That its text is not kept here, and against what its quotations are checked; empty for most."""
    links: tuple[tuple[str, str], ...]
    """The addresses of the original and of its copy with their words; one that is found no more comes last, and says
    so."""


def brief_facts(findings: Findings, root: str, words: Words) -> BriefFacts:
    """The facts of the brief, for a page from whose address `root` leads to the top of the site."""
    brief = findings.brief
    notes = brief.annotations
    shared = [claim for claim in findings.claims if len(claim.sources) > 1]
    return BriefFacts(
        title=notes.title,
        summary=notes.summary,
        language=notes.language,
        date=date_words(notes.date, words),
        sources=wording.sources(len(brief.articles), words),
        state=wording.states(words)[notes.status],
        notice=prose(notes.notice) if notes.notice else None,
        author=", ".join(notes.author),
        reviewed_by=", ".join(notes.reviewed_by),
        unreviewed=wording.unreviewed(len(unreviewed(notes)), len(notes.claims), words),
        updated=date_words(notes.updated, words) if notes.updated else None,
        tags=tuple((tag, tag_address(root, tag)) for tag in notes.tags),
        shared=wording.claims(len(shared), words),
        agreed=sum(claim.status is Status.CORROBORATED for claim in shared),
        strip=strip(counts(findings), words),
    )


def source_facts(brief: Brief, column: Column, words: Words) -> SourceFacts:
    """The facts of one source."""
    meta = brief.articles[column.source].meta
    based_on = [brief.parties.name(link) for link in meta.based_on]
    return SourceFacts(
        column=column,
        party=meta.outlet,
        author=", ".join(meta.author),
        dates=tuple(_dates(meta, words)),
        rendition=wording.renditions(words)[meta.rendition],
        based_on=words.gettext("Based on a text by %(names)s.", names=wording.listed(based_on, words))
        if based_on
        else "",
        rights=wording.rights(words)[meta.rights],
        checked=_checked(brief.articles[column.source], words),
        links=_links(meta, brief.dead, words),
    )


# --- Private ---


def _checked(article: Article, words: Words) -> str:
    day = parse_date(article.checked)[0] if article.checked else None
    if day is None:
        return ""
    return words.gettext(
        "The text is not kept with this site: its quotations are checked against the lock of %(date)s.",
        date=date_words(day, words),
    )


def _links(meta: FrontMatter, dead: Mapping[str, str], words: Words) -> tuple[tuple[str, str], ...]:
    every = ((meta.url, words.gettext("Original")), (meta.archive_url, words.gettext("Archived copy")))
    there = [(url, word) for url, word in every if url and url not in dead]
    gone = [(url, _gone(word, dead[url], words)) for url, word in every if url and url in dead]
    return (*there, *gone)


def _gone(word: str, since: str, words: Words) -> str:
    date, _ = parse_date(since)
    return words.gettext(
        "%(what)s (not found since %(date)s)", what=word, date=date_words(date, words) if date else since
    )


def _dates(meta: FrontMatter, words: Words) -> Iterator[str]:
    if meta.published:
        yield words.gettext("Published %(date)s", date=date_words(meta.published, words))
    if meta.updated:
        yield words.gettext("Updated %(date)s", date=date_words(meta.updated, words))
    if meta.accessed:
        yield words.gettext("Accessed %(date)s", date=date_words(meta.accessed, words))
