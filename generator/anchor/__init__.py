"""Anchor quotes: each to the one passage of its article where it stands, or a problem that says why not."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.anchor.elision import (
    elision_problem,
    looked_through,
    may_be_sought,
    omission_problems,
    omitted,
)
from generator.anchor.excerpts import excerpt_problems
from generator.anchor.passage import Passage, Selection, passage_of
from generator.anchor.placements import (
    MOST_SOUGHT,
    Placement,
    common_part,
    has_context,
    placements,
    plain_place,
    stands_somewhere,
)
from generator.anchor.quotes import Quote, location_of, quote_of, quotes_in
from generator.anchor.refusal import Refusal
from generator.model.brief import Brief
from generator.model.findings import Anchor, Anchors, Quotation
from generator.model.source import Path, Problem

NOTHING_SETTLED: Mapping[Path, Quotation | None] = MappingProxyType({})

__all__ = [
    "NOTHING_SETTLED", "Passage", "Selection", "anchor", "excerpt_problems", "may_be_sought", "passage_of",
    "placements",
]  # fmt: skip


def anchor(
    brief: Brief, settled: Mapping[Path, Quotation | None] = NOTHING_SETTLED
) -> tuple[Anchors, list[Problem]]:
    """Every quote that stands in its article, by its path, and the problems of all quotes, in the order of the file.

    A quote with an error has no anchor; one with a warning has. Spans are half-open, in code points of the
    article's canonical body or title, and trimmed: `exact` is the article's own slice (W3C Web Annotation Data
    Model, 4.2.4 and 4.2.5). Nothing is anchored by nearness. `settled` holds the quotes of which a lock
    knows where they stand, or why they don't: these are not sought.
    """
    anchors: dict[Path, Quotation] = {}
    problems: list[Problem] = []
    refusal = Refusal(brief)
    sought = 0
    for written in quotes_in(brief):
        if written.path in settled:
            if (known := settled[written.path]) is not None:
                anchors[written.path] = known
            continue
        text = written.text(brief)
        sought += len(text.text) * (1 + written.selector.exact.count("["))
        if sought > MOST_SOUGHT:
            problems.append(refusal.too_many(quote_of(brief, written)))
            break
        if (span := plain_place(text, written.selector)) is not None:
            anchors[written.path] = (Anchor(span, span.of(text.text), written.where),)
            continue
        quotation, found = _anchor_quote(quote_of(brief, written), brief, refusal)
        problems += found
        if quotation is not None:
            anchors[written.path] = quotation
    return anchors, problems


def _anchor_quote(quote: Quote, brief: Brief, refusal: Refusal) -> tuple[Quotation | None, list[Problem]]:
    if not may_be_sought(quote):
        malformed = elision_problem(quote, location_of(quote, brief))
        return None, [malformed] if malformed else []
    common = common_part(quote)
    if common is not None and has_context(quote):
        return None, [refusal.too_common(quote, common)]
    found = placements(quote)
    if common is not None and len(found) < 2:
        return None, [refusal.too_common(quote, common)]
    if len(found) != 1 and location_of(quote, brief) in brief.doubtful and stands_somewhere(quote):
        return None, []
    if not found:
        return None, refusal.not_found(quote)
    if len(found) > 1:
        return None, [refusal.ambiguous(quote, found)]
    gaps = omitted(quote, found[0])
    if refusal.is_too_much(looked_through(gaps)):
        return None, refusal.too_much_omitted(quote)
    problems = omission_problems(quote, found[0], gaps, brief)
    if any(problem.is_error for problem in problems):
        return None, problems
    return _quotation(quote, found[0]), problems


def _quotation(quote: Quote, placement: Placement) -> Quotation:
    """One anchor for each part, in code points of the canonical text."""
    spans = [quote.text.folded.span(part.start, part.end) for part in placement]
    return tuple(Anchor(span, span.of(quote.text.text), quote.where) for span in spans)
