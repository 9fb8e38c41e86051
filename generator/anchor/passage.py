"""The other way round: a passage that someone selected -> the quote that stands for it and for no other."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from generator.anchor.context import telling
from generator.anchor.elision import elision_problem
from generator.anchor.placements import placements
from generator.anchor.quotes import Quote, parts_of
from generator.model.brief import Article
from generator.model.characters import printable
from generator.model.fold import SOFT_HYPHEN, WHITE_SPACE
from generator.model.source import Location, Span
from generator.model.text import Canonical, canonical, fold
from generator.model.tokens import boundaries

_MARKS = " \"'“”„‟‘’‚‛«»‹›"
"""A page may put a passage between marks that the article doesn't have."""

_WHITE_SPACE = re.compile(f"[{WHITE_SPACE}]+")


@dataclass(frozen=True, slots=True)
class Selection:
    """A text as a page shows it, with what the page shows before and after it, and whether it is of the title.

    `start` is where the text around it begins in the article's body, in code points, where the page says so.
    """

    text: str
    before: str = ""
    after: str = ""
    where: str = "body"
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote that stands in its article once: `exact` on one line, with prefix and suffix where it needs them."""

    exact: str
    prefix: str | None
    suffix: str | None
    where: str


def passage_of(article: Article, selection: Selection) -> tuple[Passage | None, str]:
    """What was selected as a quote that passes every check, from token boundary to token boundary; or why there is
    none, in words for the editor.

    White space, and what a page does not show of a text, count for nothing in finding it again. A word or a number of
    which a part was selected is taken whole. Where the text stands more than once, what is before and after decides.
    """
    text = article.title if selection.where == "title" else article.body
    span = _found(text, selection) or _found(text, replace(selection, text=selection.text.strip(_MARKS)))
    if span is None:
        return None, "this does not stand in the article as one passage"
    exact = _one_line(text.folded.span(span.start, span.end).of(text.text))
    quote = Quote((), article, selection.where, exact, parts_of(exact), "", "", "", True)
    malformed = elision_problem(quote, Location(article.file, 1, 1))
    if malformed is not None:
        return None, malformed.message
    if len(quote.parts) > 1:
        return (
            None,
            "the article itself has [...] here, which would leave words out: choose what is before or after it",
        )
    found = placements(quote)
    own = next((each for each in found if (each[0].start, each[-1].end) == (span.start, span.end)), None)
    if own is None:
        return None, "this passage cannot be quoted as a whole: choose a part of it"
    if len(found) == 1:
        return Passage(exact, None, None, selection.where), ""
    context = telling(quote, own, found)
    if context is None:
        return None, "this stands more than once, and nothing near it tells which is meant: choose more of it"
    return Passage(exact, *context, selection.where), ""


# --- Private ---


def _found(text: Canonical, selection: Selection) -> Span | None:
    """Where the selection stands in the folded text, widened to whole tokens; `None` where it doesn't."""
    shown, places = _skeleton(text.folded.text)
    sought, _ = _skeleton(_folded(selection.text))
    if not sought:
        return None
    before, after = (_skeleton(_folded(side))[0] for side in (selection.before, selection.after))
    best, nearest = None, (-1, 0)
    at = shown.find(sought)
    while at >= 0:
        rank = (
            _rank(shown, Span(at, at + len(sought)), before, after),
            -_distance(places[at], text, selection),
        )
        if rank > nearest:
            best, nearest = at, rank
        at = shown.find(sought, at + 1)
    if best is None:
        return None
    return _whole_tokens(text, places[best], places[best + len(sought) - 1] + 1)


def _folded(text: str) -> str:
    return fold(canonical(text).text).text


def _skeleton(folded: str) -> tuple[str, list[int]]:
    """What is seen of a folded text, without white space, and where each of its code points stands in it."""
    kept = [(c, n) for n, c in enumerate(folded) if not c.isspace() and printable(c)]
    return "".join(c for c, _ in kept), [n for _, n in kept]


def _rank(shown: str, span: Span, before: str, after: str) -> int:
    """How much of the context is there."""
    left = _common(shown[max(0, span.start - len(before)) : span.start][::-1], before[::-1])
    return left + _common(shown[span.end : span.end + len(after)], after)


def _common(one: str, other: str) -> int:
    """How many code points they have in common at their beginnings."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _distance(position: int, text: Canonical, selection: Selection) -> int:
    return 0 if selection.start is None else abs(position - text.folded.position(selection.start))


def _whole_tokens(text: Canonical, start: int, end: int) -> Span:
    edges = boundaries(text.folded)
    return Span(edges[bisect_right(edges, start) - 1], edges[bisect_left(edges, end)])


def _one_line(text: str) -> str:
    return _WHITE_SPACE.sub(" ", text.replace(SOFT_HYPHEN, "")).strip(" ")
