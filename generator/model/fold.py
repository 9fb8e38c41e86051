"""The fold: the form in which quotations are compared, with a map back to the text that was folded."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from generator.model.source import Span

_Changes: TypeAlias = tuple[Sequence[int], Sequence[int], Sequence[int], Sequence[int]]
_NO_CHANGES: _Changes = ((), (), (), ())

WHITE_SPACE = "\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""The property White_Space of Unicode, for a class of `re`. (`str.isspace` counts four control characters more.)"""

SOFT_HYPHEN = "\u00ad"
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
SINGLE_QUOTES = "‘’‚‛ʼ"
DOUBLE_QUOTES = "“”„‟"

# What the two last code points of a written-out ellipsis are until the text is shaped. A lone surrogate can't
# stand in decoded text, so that nothing of the user's is taken for it.
_REST_OF_ELLIPSIS = "\ud800"
_GRAPHEME_JOINER = "\u034f"

_CHANGES_LENGTH = re.compile(f"[{WHITE_SPACE}{SOFT_HYPHEN}]{{2,}}|{SOFT_HYPHEN}|…")
_FROM_RARE = re.compile(
    f"[{WHITE_SPACE.replace(' ', '')}{SOFT_HYPHEN}…](?:(?<=…)|[{WHITE_SPACE}{SOFT_HYPHEN}]*)"
)
_FROM_LINE_FEED = re.compile(r"\n[ \n]+")
_SPACES = [c for c in re.findall(f"[{WHITE_SPACE}]", "".join(map(chr, range(0x3001)))) if c != " "]

_FOLDED = (
    dict.fromkeys(_SPACES, " ")
    | dict.fromkeys(DASHES, "-")
    | dict.fromkeys(SINGLE_QUOTES, "'")
    | dict.fromkeys(DOUBLE_QUOTES, '"')
    | {"…": ".", _REST_OF_ELLIPSIS: "."}
)
# As the fold, but dashes and paragraph breaks stay told apart, an ellipsis character stays one grapheme, and an
# apostrophe is one that UAX #29 knows in every script.
_SHAPED = (
    dict.fromkeys((c for c in _SPACES if c != "\n"), " ")
    | dict.fromkeys(SINGLE_QUOTES, "’")
    | dict.fromkeys(DOUBLE_QUOTES, '"')
    | {_REST_OF_ELLIPSIS: _GRAPHEME_JOINER}
)

_PLAIN = bytes(c for c in range(0x80) if c == 0x0A or chr(c) not in _SPACES)
"""ASCII, of which the fold changes line feeds alone. Most texts consist of little else."""

_LONGER = frozenset({SOFT_HYPHEN, "…"})
"""What the fold gives another length by itself."""

_RARE = (_LONGER | {*_SPACES}) - {"\n"}
"""What can change length besides spaces and line feeds."""


@dataclass(frozen=True)
class Folded:
    """A folded text. Positions in it are positions between code points of `text`.

    `shape` has the length of `text` and stands at the same positions, but keeps what token boundaries depend on
    and the fold gives up: which dash it is, and where a paragraph ends (a line feed).
    """

    text: str
    _runs: str
    _characters: frozenset[str]
    _changes: _Changes
    """For each run whose length the fold changed, in order: start and length here, start and length there."""

    @cached_property
    def shape(self) -> str:
        """`text` with its dashes and paragraph breaks as they were."""
        return _replaced(self._runs, _SHAPED, self._characters)

    def span(self, start: int, end: int) -> Span:
        """The range of the original text that folds to `text[start:end]`, trimmed: no dropped soft hyphen at
        its edges. A position inside a written-out ellipsis counts as the character's edge."""
        starts, lengths, originals, spent = self._changes
        i = bisect_right(starts, start) - 1
        done = starts[i] + lengths[i] if i >= 0 else 0
        if done <= start < end and (
            i + 1 == len(starts) or end <= starts[i + 1]
        ):  # no change within: most are so
            shift = originals[i] + spent[i] - done if i >= 0 else 0
            return Span(start + shift, end + shift)
        first = self._original(start, after=True)
        return Span(first, max(first, self._original(end - 1, after=False)) if end > start else first)

    def position(self, original: int) -> int:
        """The position here of a position of the original text. Inside a run of white space: after it."""
        starts, lengths, originals, spent = self._changes
        i = bisect_right(originals, original) - 1
        if i < 0:
            return original
        if original == originals[i]:
            return starts[i]
        return starts[i] + lengths[i] + max(0, original - originals[i] - spent[i])

    def _original(self, position: int, *, after: bool) -> int:
        """Where the code point at `position` begins in the original text, or where it ends."""
        starts, lengths, originals, spent = self._changes
        i = bisect_right(starts, position) - 1
        step = 0 if after else 1
        if i < 0:
            return position + step
        within = position - starts[i]
        if within < lengths[i]:
            return originals[i] if after else originals[i] + spent[i]
        return originals[i] + spent[i] + within - lengths[i] + step


def fold(text: str) -> Folded:
    """`text` folded (product.md, "Quotes"): a run of white space is one space; curly and low quotation marks are
    straight, dashes are hyphens, an ellipsis is three dots, soft hyphens are dropped. Nothing else changes.

    `text` is in NFC. White space at its ends is folded, not stripped.
    """
    rare = _characters(text)
    breaks = _changing(text, rare)
    if breaks is None:
        runs = text.replace("\n", " ")
        return Folded(_replaced(runs, _FOLDED, rare), runs, rare, _NO_CHANGES)
    pieces: list[str] = []
    starts: list[int] = []
    lengths: list[int] = []
    originals: list[int] = []
    spent: list[int] = []
    done = 0
    length = 0
    for match in breaks.finditer(text):
        start, end = match.span()
        start -= text[start : start + 1] != "…" and text[start - 1 : start] == " "
        if end - start == 1 and text[start] not in _LONGER:
            continue
        run = _folded_run(text[start:end])
        pieces += text[done:start].replace("\n", " "), run
        length += start - done
        starts.append(length)
        lengths.append(len(run))
        originals.append(start)
        spent.append(end - start)
        length += len(run)
        done = end
    pieces.append(text[done:].replace("\n", " "))
    runs = "".join(pieces)
    return Folded(_replaced(runs, _FOLDED, rare), runs, rare, (starts, lengths, originals, spent))


def fold_text(text: str) -> str:
    """The text of `fold(text)`, without the way back: nothing to do for most short ones."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text
    rare = _characters(text)
    return fold(text).text if _changing(text, rare) else _replaced(text, _FOLDED, rare)


def _characters(text: str) -> frozenset[str]:
    """Every character of `text` but plain ones, and what the fold puts in place of some."""
    raw = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN)
    found = frozenset(raw.decode("utf-8", "surrogatepass"))
    found |= {"\n"} if "\n" in text else frozenset()
    return found | {_REST_OF_ELLIPSIS} if "…" in found else found


def _changing(text: str, rare: frozenset[str]) -> re.Pattern[str] | None:
    """What finds everything in `text` whose length the fold changes, but for one space before it.

    The patterns find the same: the quicker, the less they must be ready for.
    """
    if "  " in text or " \n" in text:
        return _CHANGES_LENGTH
    if not rare.isdisjoint(_RARE):
        return _FROM_RARE
    return _FROM_LINE_FEED if "\n" in text else None


def _replaced(text: str, table: Mapping[str, str], characters: frozenset[str]) -> str:
    """`text`, which consists of plain ones and `characters`, with each key of `table` replaced."""
    for character in table.keys() & characters:
        text = text.replace(character, table[character])
    return text


def _folded_run(run: str) -> str:
    """One space, a line feed for a paragraph break, nothing for soft hyphens alone, or three dots to be."""
    if run == "…":
        return "…" + 2 * _REST_OF_ELLIPSIS
    if not run.strip(SOFT_HYPHEN):
        return ""
    return "\n" if run.count("\n") > 1 else " "
