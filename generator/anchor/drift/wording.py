"""What became of a quote, in words for its editor: its state, a word diff, and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from generator.anchor.drift.fate import Fate
from generator.anchor.drift.judge import stretches
from generator.anchor.quotes import Quote, location_of
from generator.anchor.wording import LONGEST, in_context, in_quotes
from generator.model.brief import Brief
from generator.model.lock import State
from generator.model.source import Problem, Span
from generator.model.text import fold_text

_AROUND = 6
"""Words on either side of a difference that a word diff shows."""

_MOST_WORDS = 2000


def fate_problem(quote: Quote, fate: Fate, brief: Brief, day: str) -> Problem:
    """The error for a quote that is not what it was on the day when it was locked; of one that says the same, that
    what stands around it no longer tells which place is meant."""
    told = {State.IMMATERIAL: _immaterial, State.MATERIAL: _material, State.LOST: _lost}
    message, lines = told.get(fate.state, _moved)(quote, fate, day)
    instead = " [...] ".join(passages_of(quote, fate)) if fate.state is State.IMMATERIAL else None
    remedy = "\n".join([*lines, _advice(fate, brief.slug)])
    return Problem(
        location_of(quote, brief),
        _CODES[fate.state],
        message,
        remedy,
        instead=instead,
    )


def passages_of(quote: Quote, fate: Fate) -> list[str]:
    """What stands in the text now, part by part, each on one line."""
    return [" ".join(fold_white(span.of(quote.text.text)).split()) for span in fate.spans]


def fold_white(text: str) -> str:
    """The text without soft hyphens, which nobody sees."""
    return text.replace("\u00ad", "")


def word_diff(was: str, now: str) -> str:
    """Two passages in one line: `more than [-600-] {+800+} dockers`; what is the same is cut where it is long."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - only a changed article needs it

    old, new = fold_text(was).split()[:_MOST_WORDS], fold_text(now).split()[:_MOST_WORDS]
    pieces: list[str] = []
    for is_equal, a, b, c, d in stretches(LCSseq.opcodes(old, new)):
        if is_equal:
            pieces += _shortened(old[a:b], is_first=not pieces, is_last=b == len(old))
            continue
        pieces += [f"[-{' '.join(old[a:b])}-]"] if b > a else []
        pieces += [f"{{+{' '.join(new[c:d])}+}}"] if d > c else []
    return " ".join(pieces)


# --- Private ---

_CODES = {
    State.EXACT: "quote-moved",
    State.MOVED: "quote-moved",
    State.IMMATERIAL: "quote-immaterial",
    State.MATERIAL: "quote-material",
    State.LOST: "quote-lost",
}


def _moved(quote: Quote, fate: Fate, day: str) -> tuple[str, list[str]]:
    message = f"{fate.state}: these words are in {quote.place_name}, but not so that they are told from others there"
    shown = in_context(quote.text.text, Span(fate.spans[0].start, fate.spans[-1].end))
    return message, [f"line {quote.line_of(fate.spans[0].start)}, as in the lock of {day}: {shown}"]


def _immaterial(quote: Quote, fate: Fate, day: str) -> tuple[str, list[str]]:
    message = (
        f"immaterial: in {quote.place_name} the same words are written otherwise since the lock of {day}"
    )
    return message, list(_shown(quote, fate))


def _material(quote: Quote, fate: Fate, day: str) -> tuple[str, list[str]]:
    what = "other words stand here" if fate.kind == "words" else f"{fate.kind} changed"
    message = f"material: {quote.place_name} is not what it was in the lock of {day}: {what}"
    return message, list(_shown(quote, fate))


def _lost(quote: Quote, fate: Fate, day: str) -> tuple[str, list[str]]:
    sides = [("after", quote.prefix), ("before", quote.suffix)]
    context = "".join(f" {side} {in_quotes(text, 60)}" for side, text in sides if text)
    stood = f"this stood in {quote.place_name}{context} in the lock of {day}"
    why = (
        "nothing there can be taken for it now"
        if fate.is_sought
        else "more has changed since than is compared"
    )
    message = f"lost: {stood}, and {why}"
    return message, [f"the difference: [-{in_quotes(quote.exact, 2 * LONGEST)[1:-1]}-]"]


def _shown(quote: Quote, fate: Fate) -> Iterator[str]:
    """Each passage with its line, and the words that differ."""
    for part, span, now in zip(quote.parts, fate.spans, passages_of(quote, fate), strict=True):
        if fold_text(now) != part or len(quote.parts) == 1:
            yield f"now, line {quote.line_of(span.start)}: {in_quotes(now, 2 * LONGEST)}"
            yield f"the difference: {word_diff(part, now)}"


def _advice(fate: Fate, slug: str) -> str:
    if fate.state is State.IMMATERIAL:
        return f"`briefs lock --update {slug}` writes these words into the quote"
    if fate.is_harmless:
        return f"`briefs lock --update {slug}` writes a prefix or suffix that tells"
    if fate.state is State.MATERIAL:
        return "see whether the claim stands, and quote what is there now: `briefs lock --update` never takes this"
    return "quote what is there now, or take the report out: `briefs lock --update` never takes this"


def _shortened(words: list[str], *, is_first: bool, is_last: bool) -> list[str]:
    if len(words) <= 2 * _AROUND + 2:
        return words
    left = [] if is_first else words[:_AROUND]
    right = [] if is_last else words[-_AROUND:]
    return [*left, "…", *right]
