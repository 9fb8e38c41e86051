"""Findings -> what the search finds of a brief, in the words of its page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.export.entries import Said, entries
from generator.model.entry import Entry
from generator.model.findings import Findings, Status
from generator.model.settings import Settings
from generator.pipeline.line import Outcome, served
from generator.render.catalogue import words_for
from generator.render.dates import date_words
from generator.render.wording import status_word


def entries_of_brief(findings: Findings, settings: Settings) -> tuple[Entry, ...]:
    """The entries of one brief: of its page, its claims and its articles. Pure, and of that brief alone."""
    notes = findings.brief.annotations
    words = words_for(notes.language, settings.language)
    said = Said({status: status_word(status, words) for status in Status}, date_words(notes.date, words))
    return entries(findings, said)


def entries_of(outcome: Outcome, settings: Settings) -> Iterator[Entry]:
    """The entries of every brief that has pages."""
    for findings in served(outcome, settings):
        yield from entries_of_brief(findings, settings)
