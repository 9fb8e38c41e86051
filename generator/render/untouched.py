"""What an article's page says in a preview and nowhere else: which of its sentences no claim or note touches."""

from __future__ import annotations

from dataclasses import replace

from generator.model.coverage import coverage
from generator.model.findings import Findings
from generator.model.page import Page
from generator.render.catalogue import Words
from generator.render.cells import Column
from generator.render.environment import markup


def with_untouched(page: Page, findings: Findings, column: Column, words: Words) -> Page:
    """The page with the untouched sentences at its end, whatever its rights: they are the editors' to read."""
    covered = coverage(findings, column.source)
    if not covered.sentences:
        return page
    values = {"column": column, "every": covered.sentences, "untouched": covered.untouched}
    return replace(page, parts=(*page.parts, markup("untouched.html", values, words)))
