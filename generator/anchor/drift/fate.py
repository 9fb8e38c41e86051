"""What became of a locked quote in a text that changed: where it stands now, and whether it says the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from generator.anchor.drift.change import Change
from generator.anchor.drift.ground import Ground
from generator.anchor.drift.judge import changes
from generator.anchor.drift.place import Placed, Sought, place
from generator.anchor.placements import follows, precedes
from generator.anchor.quotes import Quote
from generator.model.lock import AROUND, LockedQuote, State
from generator.model.source import Span
from generator.model.text import matches

_BEGINNING = 60
"""Code points of a neighbouring part that are context of a part around `[...]`."""

_MORE = 3
"""Words by which a prefix or suffix may have grown or shrunk in another spelling: 5 per cent, 5%."""

_LONGEST = 1000
"""Code points of a prefix or suffix that is compared in words; a longer one stands there as it was, or not."""

_MOST = 1000
"""Places of the same words that are looked at."""


@dataclass(frozen=True, slots=True)
class Fate:
    """The state of a quote, where its parts are in code points of the canonical text (nowhere if it is lost), and
    what became other words."""

    state: State
    spans: tuple[Span, ...] = ()
    changes: tuple[Change, ...] = ()
    is_sought: bool = True
    """Of what is lost: whether it was compared with what stands there, or more had changed than is compared."""

    @property
    def is_harmless(self) -> bool:
        """Whether it says what it said."""
        return self.state not in (State.MATERIAL, State.LOST)

    @property
    def kind(self) -> str:
        """What the first change that may say something else is of."""
        return next((change.kind for change in self.changes if change.is_material), "")


Around = Callable[[str, str], tuple[str, str]]
"""What makes the keyed digests of what stands before and after a place."""


def fate(quote: Quote, locked: LockedQuote, length: int, ground: Ground, keyed: Around | None = None) -> Fate:
    """What became of a quote that stood as `locked` says in a text of `length` code points.

    `ground` is the text as it is now; `keyed` digests its words where the lock has no others. A quote in parts is
    what the worst of them is.
    """
    placed: list[Placed] = []
    for number, part in enumerate(quote.parts):
        sought = _sought(quote, locked, length, number, is_open=keyed is None)
        found = _by_digest(ground, part, locked, keyed) if keyed else None
        found = found or place(ground, sought)
        if found is None or (keyed and not _is_beside(ground, found, locked, keyed)):
            return Fate(State.LOST, is_sought=not ground.patience.is_spent)
        placed.append(found)
    spans = tuple(ground.text.folded.span(each.said.start, each.said.end) for each in placed)
    if all(each.is_same for each in placed):
        became = Fate(State.EXACT if spans == locked.spans else State.MOVED, spans)
    else:
        found_changes = _changes(quote, ground, placed, spans)
        is_material = any(change.is_material for change in found_changes)
        became = Fate(State.MATERIAL if is_material else State.IMMATERIAL, spans, found_changes)
    if became.is_harmless and not _is_told(quote, ground, placed):
        return Fate(State.LOST, is_sought=not ground.patience.is_spent)
    return became


# --- Private ---


def _changes(
    quote: Quote, ground: Ground, placed: Sequence[Placed], spans: Sequence[Span]
) -> tuple[Change, ...]:
    return tuple(
        change
        for part, each, span in zip(quote.parts, placed, spans, strict=True)
        if not each.is_same
        for change in changes(part, span.of(ground.text.text), quote.language)
    )


def _is_told(quote: Quote, ground: Ground, placed: Sequence[Placed]) -> bool:
    """Whether the prefix and the suffix stand there still, but for spelling: without them it may be the other place
    from which they told it."""
    folded = ground.text.folded
    start, end = placed[0].said.start, placed[-1].said.end
    left, right = (len(wanted.split()) + _MORE for wanted in (quote.prefix, quote.suffix))
    before = folded.text[:start].rsplit(maxsplit=left)[-left:]
    after = folded.text[end:].split(maxsplit=right)[:right]
    fewest = range(2 * _MORE + 1)
    is_after = follows(folded, start, quote.prefix) or _is_said(
        ground, quote.prefix, (before[n:] for n in fewest), quote.language
    )
    return is_after and (
        precedes(folded, end, quote.suffix)
        or _is_said(ground, quote.suffix, (after[: len(after) - n] for n in fewest), quote.language)
    )


def _is_said(ground: Ground, wanted: str, there: Iterable[Sequence[str]], language: str) -> bool:
    """Whether one of several passages says what is wanted, in words."""
    is_compared = len(wanted) <= _LONGEST and any(map(str.isalnum, wanted))
    return (
        is_compared
        and ground.patience.spend((2 * _MORE + 1) * len(wanted))
        and any(
            not any(change.is_material for change in changes(wanted, " ".join(words), language))
            for words in there
            if words
        )
    )


def _is_beside(ground: Ground, found: Placed, locked: LockedQuote, keyed: Around) -> bool:
    """Whether the only part of a quote is where it was, or beside what stood on one side of it: digests don't tell
    whether other words stand in its own place."""
    if len(locked.spans) != 1 or not found.is_same:
        return True
    span = ground.text.folded.span(found.said.start, found.said.end)
    before, after = _around(ground, span, keyed)
    return span == locked.spans[0] or before == locked.before or after == locked.after


def _around(ground: Ground, span: Span, keyed: Around) -> tuple[str, str]:
    text = ground.text.text
    return keyed(text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND])


def _sought(quote: Quote, locked: LockedQuote, length: int, number: int, *, is_open: bool) -> Sought:
    """A part with what stood around it: beyond `[...]` that is the next part, as far as anybody knows."""
    parts, last = quote.parts, len(quote.parts) - 1
    before = parts[number - 1][-_BEGINNING:] if number else locked.before if is_open else ""
    after = parts[number + 1][:_BEGINNING] if number < last else locked.after if is_open else ""
    start = locked.spans[min(number, len(locked.spans) - 1)].start
    return Sought(parts[number], before, after, start / max(1, length))


def _by_digest(ground: Ground, part: str, locked: LockedQuote, keyed: Around) -> Placed | None:
    """The place of the one part of a quote where the words around it are those of which the lock has the digests."""
    if len(locked.spans) != 1:
        return None
    folded = ground.text.folded
    for start in islice(matches(folded, part), _MOST):
        if _around(ground, folded.span(start, start + len(part)), keyed) == (locked.before, locked.after):
            here = Span(start, start + len(part))
            return Placed(here, is_same=True, said=here)
    return None
