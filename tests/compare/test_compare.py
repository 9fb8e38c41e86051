"""Findings of a whole brief: what its reports and notes stand on."""

from __future__ import annotations

from generator.anchor import anchor
from generator.compare import compare
from tests.anchor.written import article, brief_of


def test_reports_and_notes_have_the_passages_that_they_quote() -> None:
    annotations = """\
title: T
summary: S
date: 2025-02-08
claims:
  - id: c
    claim: C
    reports:
      herald: {quote: [It began, nowhere at all, it ended], via: a source, via_quote: sources said}
notes:
  - {source: herald, note: N}
  - {source: herald, quote: ended, note: N}
  - {source: herald, quote: nowhere, note: N}
"""
    brief = brief_of(annotations, herald=article("It began, sources said, and it ended."))
    findings, problems = compare(brief, anchor(brief)[0])
    ((report,),) = (claim.reports for claim in findings.claims)
    assert [part.exact for quotation in report.quotations for part in quotation] == ["It began", "it ended"]
    assert report.via_quotation
    assert [part.exact for part in report.via_quotation] == ["sources said"]
    assert [note.quotation and note.quotation[0].exact for note in findings.notes] == [None, "ended", None]
    assert problems == []
