"""What the pages of one brief show alike, set once: its columns, rows and facts, and where its passages stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup as Safe

from generator.model.findings import Findings, Quotation
from generator.model.settings import Settings
from generator.render import links
from generator.render.catalogue import Words, words_for
from generator.render.cells import Column, columns
from generator.render.environment import language_mark
from generator.render.facts import BriefFacts, SourceFacts, brief_facts, source_facts
from generator.render.highlights import Mark, Place, marks_of, places
from generator.render.rows import Row
from generator.render.rows import row as row_of


@dataclass(frozen=True)
class Galley:
    """The parts of a brief's pages, each made when first asked for. Pure: all of it depends on the two alone."""

    findings: Findings
    settings: Settings

    @cached_property
    def words(self) -> Words:
        """The pages' own words."""
        return words_for(self.findings.brief.annotations.language, self.settings.language)

    @cached_property
    def mark(self) -> Safe:
        """The attribute of what is in the brief's language where the pages' own words are in another."""
        return language_mark(self.findings.brief.annotations.language, self.words)

    @cached_property
    def facts(self) -> BriefFacts:
        """What is known of the brief, its tags' addresses as on its own page."""
        return brief_facts(self.findings, links.BRIEF, self.words)

    @cached_property
    def heads(self) -> tuple[Column, ...]:
        """Its sources as columns."""
        return columns(self.findings, self.words)

    @cached_property
    def sources(self) -> tuple[SourceFacts, ...]:
        """What is known of each source, in the order of columns."""
        return tuple(source_facts(self.findings.brief, column, self.words) for column in self.heads)

    @cached_property
    def marks(self) -> Mapping[str, tuple[Mark, ...]]:
        """The highlights of each source."""
        return {source: marks_of(self.findings, source) for source in self.findings.brief.articles}

    @cached_property
    def places(self) -> Mapping[str, Mapping[Quotation, Place]]:
        """Where the quotations of each source are found."""
        return {source: places(marks) for source, marks in self.marks.items()}

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """A row for each claim."""
        claims = self.findings.claims
        return tuple([row_of(self.findings, claim, self.heads, self.places, self.words) for claim in claims])

    @cached_property
    def row_of(self) -> Mapping[str, Row]:
        """The row of each claim, by the claim's id."""
        return {claim.claim.id: row for claim, row in zip(self.findings.claims, self.rows, strict=True)}
