"""What an article's page says in a preview and nowhere else: the sentences that nothing touches, the whole text."""

from __future__ import annotations

from dataclasses import replace

from generator.model.coverage import coverage
from generator.model.findings import Findings
from generator.model.page import Page
from generator.render.catalogue import Words
from generator.render.cells import Column
from generator.render.environment import markup


def with_untouched(page: Page, findings: Findings, column: Column, words: Words) -> Page:
    """The page with the untouched sentences at its end, and the whole text where the page must leave some of it out:
    whatever its rights, they are the editors' to read and to quote."""
    covered = coverage(findings, column.source)
    if not covered.sentences:
        return page
    body = covered.article.body
    whole = [(block.span.start, block.span.of(body.text)) for block in body.paragraphs]
    values = {
        "column": column,
        "every": covered.sentences,
        "untouched": covered.untouched,
        "whole": whole if covered.article.meta.rights != "full" else [],
    }
    return replace(page, parts=(*page.parts, markup("untouched.html", values, words)))
