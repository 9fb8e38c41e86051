"""The annotated article: what its rights let us show of it, with numbered highlights and notes in the margin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup as Safe

from generator.model.brief import Article, Brief
from generator.model.page import Page, Part
from generator.model.source import Span
from generator.render import links, wording
from generator.render.catalogue import Words
from generator.render.cells import Column
from generator.render.environment import markup
from generator.render.excerpts import Block, blocks
from generator.render.facts import SourceFacts
from generator.render.galley import Galley
from generator.render.highlights import Mark, Reference, Segment, cut, over_each
from generator.render.prose import prose
from generator.render.rows import Pill, Row
from generator.render.shared import said_in, shared_as
from generator.render.view import view


@view
class ReferenceView:
    """One line of a margin note: the claim with its status, or a note's text."""

    kind: str
    pill: Pill | None
    claim: str | None
    anchor: str | None
    label: str
    text: Safe | None
    links: tuple[str, ...]


@view
class MarginNote:
    """A numbered note in the margin."""

    number: int
    style: str
    parts: tuple[str, ...]
    in_title: bool
    references: tuple[ReferenceView, ...]
    original: str | None

    @property
    def is_marked(self) -> bool:
        """Whether its passage has quotation marks of its own."""
        return wording.is_between_marks(self.parts)


@view
class Stretch:
    """A shown stretch of a paragraph, with whether text is left out before it."""

    segments: tuple[Segment, ...]
    gap_before: bool


@view
class BlockView:
    """A paragraph or subheading with the notes on passages that begin in it. Without stretches: a gap."""

    stretches: tuple[Stretch, ...]
    gap_after: bool
    is_heading: bool
    notes: tuple[MarginNote, ...]


def source_page(galley: Galley, source: SourceFacts) -> Page:
    """The page of one source. Of its text it holds what its rights allow and nothing else, in no form."""
    findings, column, words = galley.findings, source.column, galley.words
    brief = findings.brief
    article, marks = brief.articles[column.source], galley.marks[column.source]
    rows = galley.row_of
    notes = {mark.number: _margin_note(mark, rows, words) for mark in marks}
    titled = [notes[mark.number] for mark in marks if mark.quotation[0].where == "title"]
    values = {
        "facts": galley.facts,
        "source": source,
        "column": column,
        "of": len(galley.heads),
        "title": cut(article.title.text, Span(0, len(article.title.text)), marks, "title"),
        "title_notes": titled,
        "blocks": _blocks(article, marks, notes),
        "notes": tuple(note for note in notes.values() if not note.in_title),
        "rights": article.meta.rights,
        "lang": galley.mark,
        "whole": tuple(
            _reference(Reference("note", note=n), rows, words)
            for n in findings.notes
            if n.note.source == column.source and not n.quotation
        ),
        "root": links.SOURCE,
    }
    parts: list[Part] = [markup("source.html", values, words)]
    return Page(
        path=links.source_path(brief.slug, column.source),
        meta=_meta(brief, column, words),
        parts=tuple(parts),
        edit=article.file,
        revised=(brief.annotations.updated or brief.annotations.date).first_day,
    )


# --- Private ---


def _meta(brief: Brief, column: Column, words: Words) -> dict[str, object]:
    named = {"outlet": column.outlet, "title": column.title, "brief": brief.annotations.title}
    return {
        "title": f"{column.title} ({column.outlet})",
        "description": words.gettext("%(outlet)s: %(title)s. Annotated for “%(brief)s”.", **named),
        "hide": ["navigation", "toc"],
        **shared_as("article", column.language),
        **said_in(words),
    }


def _margin_note(mark: Mark, rows: Mapping[str, Row], words: Words) -> MarginNote:
    return MarginNote(
        number=mark.number,
        style=mark.style,
        parts=tuple([anchor.exact for anchor in mark.quotation]),
        in_title=mark.quotation[0].where == "title",
        references=tuple([_reference(reference, rows, words) for reference in mark.references]),
        original=mark.original,
    )


def _reference(reference: Reference, rows: Mapping[str, Row], words: Words) -> ReferenceView:
    if reference.claim and reference.report:
        row = rows[reference.claim.claim.id]
        stance = reference.report.report.stance
        is_chain = reference.kind == "attribution"
        says = words.gettext("says where this comes from") if is_chain else wording.stances(words)[stance]
        return ReferenceView(reference.kind, row.pill, row.claim, row.anchor, says, None, ())
    note = reference.note.note if reference.note else None
    if note is None:
        return ReferenceView(reference.kind, None, None, None, "", None, ())
    label = wording.motivations(words)[note.motivation]
    return ReferenceView("note", None, None, None, label, prose(note.note), note.links)


def _blocks(
    article: Article, marks: Sequence[Mark], notes: Mapping[int, MarginNote]
) -> tuple[BlockView, ...]:
    shown = blocks(article, marks)
    over = iter(over_each([span for block in shown for span in block.shown], marks))
    return tuple([_block(article.body.text, block, over, notes) for block in shown])


def _block(
    text: str, block: Block, over: Iterator[Sequence[Mark]], notes: Mapping[int, MarginNote]
) -> BlockView:
    """`over` gives the marks of each stretch that is shown."""
    stretches, begun = [], set()
    for place, span in enumerate(block.shown):
        marks = next(over)
        segments = cut(text, span, marks)
        stretches.append(Stretch(segments, block.gaps[place]))
        if marks:
            begun.update([mark.number for segment in segments for mark in segment.begins])
    return BlockView(
        stretches=tuple(stretches),
        gap_after=bool(stretches) and block.gaps[-1],
        is_heading=block.is_heading,
        notes=tuple([notes[number] for number in sorted(begun)]) if begun else (),
    )
