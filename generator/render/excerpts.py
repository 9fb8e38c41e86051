"""What of an article's text may be published under its rights, and where something is left out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from generator.model.brief import Article
from generator.model.published import published
from generator.model.source import Span
from generator.render.highlights import Mark
from generator.render.view import view


@view
class Block:
    """One paragraph or subheading: the stretches of it that are shown, and whether text is left out before each
    of them and after the last. Without stretches it is a gap of whole paragraphs."""

    shown: tuple[Span, ...]
    gaps: tuple[bool, ...]
    is_heading: bool = False

    @property
    def is_gap(self) -> bool:
        """Whether nothing of it is shown."""
        return not self.shown


_GAP = Block((), ())


def blocks(article: Article, marks: Sequence[Mark]) -> tuple[Block, ...]:
    """The article's blocks as its rights allow: all of them, the annotated sentences, or none.

    Neighbouring paragraphs that are left out come out as one gap.
    """
    if article.meta.rights == "none":
        return ()
    paragraphs = article.body.paragraphs
    if article.meta.rights == "full":
        return tuple([Block((p.span,), (False, False), p.is_heading) for p in paragraphs])
    sentences = published(article, (mark.quotation for mark in marks))
    shown: list[Block] = []
    starts, ends = [sentence.start for sentence in sentences], [sentence.end for sentence in sentences]
    for paragraph in paragraphs:
        first, last = bisect_right(ends, paragraph.span.start), bisect_left(starts, paragraph.span.end)
        spans = tuple([_within(sentence, paragraph.span) for sentence in sentences[first:last]])
        if spans:
            shown.append(Block(spans, _gaps(article.body.text, paragraph.span, spans), paragraph.is_heading))
        elif not (shown and shown[-1].is_gap):
            shown.append(_GAP)
    return tuple(shown)


# --- Private ---


def _within(span: Span, limits: Span) -> Span:
    return Span(max(span.start, limits.start), min(span.end, limits.end))


def _gaps(text: str, paragraph: Span, spans: tuple[Span, ...]) -> tuple[bool, ...]:
    ends = (paragraph.start, *(span.end for span in spans))
    starts = (*(span.start for span in spans), paragraph.end)
    return tuple(bool(text[end:start].strip()) for end, start in zip(ends, starts, strict=True))
