"""Where a passage of an older version of a text stands now, in its own words or in others, or nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, takewhile

from generator.anchor.drift.ground import Ground, Stretch, Words, words_of
from generator.anchor.placements import widened
from generator.model.source import Span
from generator.model.text import fold_text, matches, occurrences

_MOST = 2000
"""Places of the same words among which the context decides."""

_LIKE_ENOUGH = 0.45
"""Likeness by words, below which a passage is another one, whatever stands around it."""

_ALIKE = 66.0
"""Per cent of characters that two passages share, capitals and marks too, below which neither became the other."""

_PLAIN = 85.0
"""The same, from which on a passage between the very words that stood around it is the one."""

_AROUND = 5
"""Words on either side that are compared."""

_OWN_PLACE = 0.7
"""Share of the words around from which on a passage stands where it stood."""

_MORE = 0.25
"""How much more of the words around speaks for other words in a place than for the same words in another."""

_REST = 300
"""Code points of a sentence's rest that are looked through for its beginning or end."""

_NEAR = 60
"""Code points in which marks that a passage began or ended with are looked for."""

_ENDED = re.compile(r"[.!?…。！？][\"')\]]*\s*\Z")
_BREAK = re.compile(r"[.!?…。！？][\"')\]]*(?: |\Z|(?=\n))|\n")
_SENTENCE_END = re.compile(r"[.!?…。！？][\"')\]]* ")


@dataclass(frozen=True, slots=True)
class Sought:
    """A passage as it stood, folded, with a word in it; what was around it, as it was; and where it began, as a share
    of the text."""

    text: str
    before: str
    after: str
    near: float


@dataclass(frozen=True, slots=True)
class Placed:
    """Where it stands now, in code points of the folded text; whether in the same words.

    `said` is what is compared with what was sought: `span`, and the rest of a sentence that was whole before.
    """

    span: Span
    is_same: bool
    said: Span


def place(ground: Ground, sought: Sought) -> Placed | None:
    """Where `sought` is in this version of its text; `None` where it is gone, or too much has changed for it to be
    compared (`Patience`).

    Of the same words in several places the context chooses, and of like contexts the nearest. The same words in
    another context are not it where other words stand in its own.
    """
    same = _likeliest(ground, sought, matches(ground.text.folded, sought.text))
    around = _context(ground, sought, same) if same is not None else 0.0
    if same is not None and around >= _OWN_PLACE:
        return _in_its_words(ground, sought, same)
    if not ground.patience.spend(len(sought.text)):
        return None
    changed = _cut(ground, sought) or _changed(ground, sought)
    if changed is not None and (
        same is None or _context(ground, sought, changed) >= max(_OWN_PLACE, around + _MORE)
    ):
        return Placed(changed, is_same=False, said=_to_sentence_ends(ground, sought, changed))
    return None if same is None else _in_its_words(ground, sought, same)


# --- Private: the same words ---


def _in_its_words(ground: Ground, sought: Sought, span: Span) -> Placed:
    """The same words there. Of a sentence that more was put before it isn't what it said: "It is false that he paid."
    Where nobody knows what stood before it, nobody knows whether it began one."""
    said = _to_sentence_ends(ground, sought, span) if sought.before.strip() else span
    if any(map(str.isalnum, ground.text.folded.text[said.start : span.start])):
        return Placed(said, is_same=False, said=said)
    return Placed(span, is_same=True, said=span)


def _likeliest(ground: Ground, sought: Sought, places: Iterable[int]) -> Span | None:
    """The one of several places at which the same words begin that has most of what stood around them."""
    folded = ground.text.folded
    before, after = fold_text(sought.before), fold_text(sought.after)
    starts = list(islice(places, _MOST))
    if not starts:
        return None
    here = sought.near * len(folded.text)

    def rank(start: int) -> tuple[int, float, float]:
        span = Span(start, start + len(sought.text))
        left = _common(folded.text[max(0, start - len(before)) : start][::-1], before[::-1])
        right = _common(folded.text[span.end : span.end + len(after)], after)
        return left + right, _context(ground, sought, span), -abs(start - here)

    start = starts[0] if len(starts) == 1 else max(starts, key=rank)
    return Span(start, start + len(sought.text))


def _common(one: str, other: str) -> int:
    """How many code points two texts have in common at their beginnings."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _context(ground: Ground, sought: Sought, span: Span) -> float:
    """The share of the words around it, 0 to 1, that stand around a place too. At an end of the text: those that
    stood there. Where nothing stood around it at all: 1."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - only a changed article needs it

    text, reach = ground.text.folded.text, 12 * _AROUND
    left = words_of(text[max(0, span.start - reach) : span.start]).said[-2 * _AROUND :]
    right = words_of(text[span.end : span.end + reach]).said[: 2 * _AROUND]
    pairs = zip(_wanted(sought.before, sought.after), (left, right), strict=True)
    shares = [LCSseq.similarity(wanted, there) / len(wanted) for wanted, there in pairs if wanted]
    return sum(shares) / len(shares) if shares else 1.0


@lru_cache(maxsize=4)
def _wanted(before: str, after: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words around a passage that are compared with those around each place at which it may be."""
    return words_of(before).said[-_AROUND:], words_of(after).said[:_AROUND]


# --- Private: other words ---


@lru_cache(maxsize=4)
def _words_sought(text: str) -> Words:
    """The words of a passage, which is compared with several places."""
    return words_of(text)


def _cut(ground: Ground, sought: Sought) -> Span | None:
    """Where the same letters stand within other words or numbers, where they stood: 18,000 for 8,000."""
    folded = ground.text.folded
    if next(matches(folded, sought.text), None) is not None:
        return None
    span = _likeliest(ground, sought, occurrences(folded.text, sought.text, Span(0, len(folded.text))))
    if span is None or _context(ground, sought, span) < _OWN_PLACE:
        return None
    return _whole(ground, sought, span)


def _changed(ground: Ground, sought: Sought) -> Span | None:
    from rapidfuzz import fuzz  # noqa: PLC0415 - only a changed article needs it

    said = _words_sought(sought.text).said
    before, after = words_of(sought.before).said, words_of(sought.after).said
    best: tuple[float, Span] | None = None
    for stretch in ground.stretches(said, before, after, sought.near):
        if stretch.likeness < _LIKE_ENOUGH:
            continue
        span = _whole(ground, sought, _with_edges(ground, stretch, before, after))
        alike = fuzz.ratio(sought.text, span.of(ground.text.folded.text))
        around = _context(ground, sought, span)
        if alike >= _PLAIN and around == 1:  # nothing can be likelier
            return span
        worth = alike / 100 + 0.3 * around
        if alike >= _ALIKE and (best is None or worth > best[0]):
            best = (worth, span)
    return best[1] if best else None


def _with_edges(ground: Ground, stretch: Stretch, before: Sequence[str], after: Sequence[str]) -> Span:
    """The stretch with the words that stand in place of the first and last ones that were sought: never across the
    end of a sentence, nor into the context."""
    words = ground.words
    first, last = stretch.first, stretch.last
    for _ in range(stretch.head):
        if first == 0 or _parts(ground, words.ends[first - 1], words.starts[first]):
            break
        if before and words.said[first - 1] == before[-1]:
            break
        first -= 1
    for _ in range(stretch.tail):
        if last == len(words.said) or _parts(ground, words.ends[last - 1], words.starts[last]):
            break
        if after and words.said[last] == after[0]:
            break
        last += 1
    return words.span(first, last)


def _parts(ground: Ground, end: int, start: int) -> bool:
    """Whether a sentence or a paragraph ends between two words."""
    folded = ground.text.folded
    return "\n" in folded.shape[end:start] or _SENTENCE_END.search(folded.text, end, start) is not None


def _whole(ground: Ground, sought: Sought, span: Span) -> Span:
    """The span out to the boundaries of its tokens, with marks at its ends where what was sought had some."""
    text, said = ground.text.folded.text, _words_sought(sought.text)
    whole = widened(ground.text.folded, span.start, span.end)
    start, end = whole.start, whole.end
    for _ in range(said.starts[0]):
        if start > 0 and not text[start - 1].isalnum() and text[start - 1] != " ":
            start -= 1
    for _ in range(len(sought.text) - said.ends[-1]):
        if end < len(text) and not text[end].isalnum() and text[end] != " ":
            end += 1
    return _with_marks(text, sought.text, said, Span(start, end))


def _with_marks(text: str, sought: str, said: Words, span: Span) -> Span:
    """The span out to the several marks that what was sought began or ended with, where words came between."""
    head, tail = sought[: said.starts[0]].strip(), sought[said.ends[-1] :].strip()
    start, end = span.start, span.end
    if len(head) > 1 and not text.startswith(head, start):
        start = start if (at := text.rfind(head, max(0, start - _NEAR), start)) < 0 else at
    if len(tail) > 1 and not text.endswith(tail, start, end):
        end = end if (at := text.find(tail, end, end + _NEAR)) < 0 else at + len(tail)
    return Span(start, end)


def _to_sentence_ends(ground: Ground, sought: Sought, span: Span) -> Span:
    """The span with the rest of its sentence on a side where a sentence was sought from its beginning, or to its end:
    what was put there belongs to what is said now ("It is safe." and "It is safe, the company claims.")."""
    text, shape = ground.text.folded.text, ground.text.folded.shape
    start, end = span.start, span.end
    began = (
        not sought.before.strip() or _ENDED.search(sought.before) or sought.before.rstrip(" ").endswith("\n")
    )
    if began and sought.text[:1].isupper():
        left = max(0, start - _REST)
        start = [left, *(m.end() for m in _BREAK.finditer(shape, left, start))][-1]
    if _ENDED.search(sought.text) and not _ENDED.search(text[start:end]):
        stop = min(end + _REST, len(text))
        match = _BREAK.search(shape, end, stop)
        is_mark = match is not None and shape[match.start()] != "\n"
        end = match.start() + is_mark if match else stop
    return Span(start, end)
