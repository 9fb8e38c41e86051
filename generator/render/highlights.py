"""Numbered highlights: which passages of an article are annotated, and its text cut where they begin and end."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeAlias

from generator.model.findings import ClaimFinding, Findings, NoteFinding, Quotation, ReportFinding
from generator.model.source import Span
from generator.render.text_fragment import each_address
from generator.render.view import view
from generator.render.wording import slug_of

Kind: TypeAlias = Literal["claim", "attribution", "note"]


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """Why a passage is annotated: it is quoted for a claim, says where a claim came from, or has a note."""

    kind: Kind
    claim: ClaimFinding | None = None
    report: ReportFinding | None = None
    note: NoteFinding | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """One number of an article: a quotation (of several parts around `[...]`) and all that refers to it."""

    number: int
    quotation: Quotation
    references: tuple[Reference, ...]
    original: str | None = None
    """The original's address, opened on the passage."""

    @property
    def is_quoted(self) -> bool:
        """Whether a claim quotes it."""
        return any(reference.kind == "claim" for reference in self.references)

    @property
    def style(self) -> str:
        """What the line under it says: the status of the first claim that quotes it, else its kind."""
        for reference in self.references:
            if reference.kind == "claim" and reference.claim:
                return slug_of(reference.claim.status)
        return self.references[0].kind


@view
class Place:
    """Where a quotation is found: its number in the annotated article, and the original, opened on it."""

    number: int
    original: str | None


@view
class Segment:
    """A stretch of text over which the same marks stand: `begins` where their first part begins in it, `ends` where
    a part of theirs ends with it, `over` all of them, those that a claim quotes first, shortest passage first."""

    text: str
    over: tuple[Mark, ...]
    begins: tuple[Mark, ...]
    ends: tuple[Mark, ...]


def marks_of(findings: Findings, source: str) -> tuple[Mark, ...]:
    """The marks of one article, numbered from 1 in the order of its text; the title comes first.

    The same passage has one number, however many claims and notes refer to it.
    """
    references: dict[Quotation, list[Reference]] = {}
    for quotation, reference in _references(findings, source):
        if quotation:
            references.setdefault(quotation, []).append(reference)
    ordered = sorted(references, key=_place)
    article = findings.brief.articles[source]
    is_dead = article.meta.url in findings.brief.dead
    originals = [None] * len(ordered) if is_dead else each_address(article, ordered)
    return tuple(
        [
            Mark(n, quotation, tuple(references[quotation]), original)
            for n, (quotation, original) in enumerate(zip(ordered, originals, strict=True), 1)
        ]
    )


def places(marks: Sequence[Mark]) -> Mapping[Quotation, Place]:
    """Where each quotation is found."""
    return {mark.quotation: Place(mark.number, mark.original) for mark in marks}


def over_each(spans: Sequence[Span], marks: Sequence[Mark]) -> list[list[Mark]]:
    """The marks that have something in common with each of `spans`, which are in order and don't overlap."""
    ends, starts = [span.end for span in spans], [span.start for span in spans]
    over: list[dict[Mark, None]] = [{} for _ in spans]
    for mark in marks:
        for anchor in mark.quotation:
            if anchor.where == "body":
                first, last = bisect_right(ends, anchor.span.start), bisect_left(starts, anchor.span.end)
                for place in range(first, last):
                    over[place][mark] = None
    return [list(each) for each in over]


def cut(text: str, within: Span, marks: Sequence[Mark], where: str = "body") -> tuple[Segment, ...]:
    """The slice `within` of `text` as segments. Joined, their texts are the slice; none is empty."""
    passages = [
        (anchor.span, mark, place == 0)
        for mark in marks
        for place, anchor in enumerate(mark.quotation)
        if anchor.where == where and anchor.span.start < within.end and within.start < anchor.span.end
    ]
    if not passages:  # as of most paragraphs
        return (Segment(within.of(text), (), (), ()),) if within.start < within.end else ()
    if len(passages) == 1:
        return _around(text, within, *passages[0])
    passages.sort(key=_rank)
    begun: dict[int, list[int]] = {within.start: [], within.end: []}
    ended: dict[int, list[int]] = {}
    for rank, (span, _, _) in enumerate(passages):
        begun.setdefault(max(span.start, within.start), []).append(rank)
        ended.setdefault(min(span.end, within.end), []).append(rank)
    segments, over = [], list[int]()
    for start, end in pairwise(sorted({*begun, *ended})):
        for rank in ended.get(start, ()):
            del over[bisect_left(over, rank)]
        for rank in begun.get(start, ()):
            insort(over, rank)
        segments.append(_segment(text, start, end, [passages[rank] for rank in over]))
    return tuple(segments)


# --- Private ---


def _references(findings: Findings, source: str) -> Iterable[tuple[Quotation, Reference]]:
    for claim in findings.claims:
        for report in claim.of(source):
            for quotation in report.quotations:
                yield quotation, Reference("claim", claim, report)
            if report.via_quotation:
                yield report.via_quotation, Reference("attribution", claim, report)
    for note in findings.notes:
        if note.note.source == source and note.quotation:
            yield note.quotation, Reference("note", note=note)


def _place(quotation: Quotation) -> tuple[bool, int, int]:
    first = quotation[0]
    return first.where != "title", first.span.start, -quotation[-1].span.end


def _around(text: str, within: Span, passage: Span, mark: Mark, is_first: bool) -> tuple[Segment, ...]:
    """What stands before the one passage, the passage, and what stands after it."""
    start, end = max(passage.start, within.start), min(passage.end, within.end)
    begins = (mark,) if is_first and passage.start == start else ()
    segments = [Segment(text[start:end], (mark,), begins, (mark,) if passage.end == end else ())]
    if within.start < start:
        segments.insert(0, Segment(text[within.start : start], (), (), ()))
    if end < within.end:
        segments.append(Segment(text[end : within.end], (), (), ()))
    return tuple(segments)


def _segment(text: str, start: int, end: int, over: Sequence[tuple[Span, Mark, bool]]) -> Segment:
    """`over` are the passages that the segment lies in, in the order of their ranks."""
    if not over:
        return Segment(text[start:end], (), (), ())
    return Segment(
        text=text[start:end],
        over=tuple(dict.fromkeys([mark for _, mark, _ in over])),
        begins=tuple([mark for passage, mark, is_first in over if is_first and passage.start == start]),
        ends=tuple([mark for passage, mark, _ in over if passage.end == end]),
    )


def _rank(passage: tuple[Span, Mark, bool]) -> tuple[bool, int, int]:
    """The first gives the stretch its style: a note never hides the status of a claim."""
    span, mark, _ = passage
    return not mark.is_quoted, span.end - span.start, mark.number
