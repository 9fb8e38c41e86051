"""What can be measured of a line, of its neighbours, and of its place in the page."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from generator.ingest.classify.marks import KINDS, has_date, has_time, kinds_of
from generator.ingest.lines import Line

_TOKEN = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\u0e00-\u0e7f]|[^\W_]+(?:['’\-][^\W_]+)*")
_INNER_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+\S|[。！？]")
_END = re.compile(r"[.!?…。！？｡؟।۔][\"'”’»›」』)\]]*$")
_QUOTE = "\"“”„«»‘’'「『"
_BULLET = "•●▪■▶►–—-*·→»›>✔✓"
_SYMBOLS = re.compile(r"[|©®™@#→»›•▶►▼▲✉☰×+/\\_={}<>]")
_ADDRESS = re.compile(r"https?://|www\.|\.(?:com|org|net)\b|\S@\S")

LONG = 20
"""Tokens from which a line that ends like a sentence is taken for running text."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A line taken apart: its tokens, without case, what is measured of it alone, and whether it ends a sentence."""

    tokens: tuple[str, ...]
    caseless: str
    own: tuple[float, ...]
    ends: bool
    is_long: bool


def measure(line: Line) -> Measured:
    """The line by itself."""
    text = line.text[:4000]
    raw = _TOKEN.findall(text)
    caseless = text.casefold()
    count = len(raw)
    ends = bool(_END.search(text))
    share = 1 / max(1, count)
    capital = sum(token[0].isupper() for token in raw)
    shouted = sum(len(token) > 1 and token.isupper() for token in raw)
    length = max(1, len(text))
    characters = Counter(text).items()
    own = (
        math.log1p(len(text)),
        math.log1p(count),
        sum(map(len, raw)) * share,
        (count - capital) * share,
        shouted * share,
        sum(token.isdigit() for token in raw) * share,
        sum(n for c, n in characters if c.isdigit()) / length,
        sum(n for c, n in characters if not c.isalnum() and not c.isspace()) / length,
        text.count(",") * share,
        float(len(_INNER_END.findall(text))),
        float(ends),
        float(text.endswith(":")),
        float(text[0].islower()),
        float(text[0] in _QUOTE),
        float(text[0] in _BULLET),
        float(text[0].isdigit()),
        float(any(c in text for c in '"“„«「')),
        len(_SYMBOLS.findall(text)) / length,
        float(bool(_ADDRESS.search(caseless))),
        float(has_date(caseless)),
        float(has_time(caseless)),
        *kinds_of(caseless),
    )
    return Measured(tuple(token.casefold() for token in raw), caseless, own, ends, ends and count >= LONG)


def features(lines: Sequence[Line]) -> list[list[float]]:
    """For each line its measures, those of its neighbours, and its place in the page; alike in number for all."""
    measured = [measure(line) for line in lines]
    page = _Page.of(measured)
    return [
        [*one.own, *_placed(lines, measured, page, i), *_around(lines, measured, page, i)]
        for i, one in enumerate(measured)
    ]


# --- Private functions ---

_NEAR = (-4, -3, -2, -1, 1, 2, 3, 4)
_WINDOWS = (1, 3, 8, 20)
_FAR = 40
_COMMON = 40


@dataclass(frozen=True, slots=True)
class _Page:
    """What is known of the page as a whole.

    `common` are the words that hold its running text together, found in it, so that no language's list is needed,
    `held` their share in each line; `known` is in how many of its long lines a word stands, `seen` how often a line
    stands there, `mass` the tokens before each line, `long_mass` those of them in long lines, `longs` the long lines,
    `stretch` the best run of lines.
    """

    common: frozenset[str]
    held: list[float]
    known: Counter[str]
    seen: Counter[str]
    mass: list[int]
    long_mass: list[int]
    stretch: tuple[int, int]
    longs: list[int]

    @classmethod
    def of(cls, measured: Sequence[Measured]) -> _Page:
        long = [one for one in measured if one.is_long]
        known = Counter(token for one in long for token in set(one.tokens))
        often = Counter(token for one in long for token in one.tokens if not token.isdigit())
        common = frozenset(token for token, _ in often.most_common(_COMMON))
        return cls(
            common=common,
            held=[sum(token in common for token in one.tokens) / max(1, len(one.tokens)) for one in measured],
            known=known,
            seen=Counter(one.caseless for one in measured),
            mass=[0, *accumulate(len(one.tokens) for one in measured)],
            long_mass=[0, *accumulate(len(one.tokens) if one.is_long else 0 for one in measured)],
            stretch=_best_stretch(measured),
            longs=[i for i, one in enumerate(measured) if one.is_long],
        )


def _best_stretch(measured: Sequence[Measured]) -> tuple[int, int]:
    """The half-open range of lines with the greatest sum, where long lines count for and others against it."""
    best = (0.0, 0, 0)
    start, total = 0, 0.0
    for i, one in enumerate(measured):
        count = len(one.tokens)
        total += count if one.is_long else (count * 0.5 if one.ends and count >= 8 else -6.0)
        if total <= 0:
            start, total = i + 1, 0.0
        elif total > best[0]:
            best = (total, start, i + 1)
    return best[1], best[2]


def _placed(lines: Sequence[Line], measured: Sequence[Measured], page: _Page, i: int) -> list[float]:
    one = measured[i]
    words = {token for token in one.tokens if token not in page.common and _is_word(token)}
    own = 1 if one.is_long else 0
    shared = sum(page.known[word] > own for word in words) / max(1, len(words))
    strong = sum(page.known[word] > own + 1 for word in words) / max(1, len(words))
    start, end = page.stretch
    before, after = _nearest_long(page.longs, i)
    total, long_total = max(1, page.mass[-1]), max(1, page.long_mass[-1])
    return [
        page.held[i],
        shared,
        strong,
        float(min(5, page.seen[one.caseless])),
        float(min(3, lines[i].gap)),
        float(min(3, lines[i + 1].gap)) if i + 1 < len(lines) else 3.0,
        i / len(lines),
        math.log1p(i),
        math.log1p(len(lines) - i),
        math.log1p(len(lines)),
        page.mass[i] / total,
        page.long_mass[i] / long_total,
        math.log1p(page.long_mass[i]),
        math.log1p(long_total - page.long_mass[i + 1]),
        math.log1p(long_total),
        long_total / total,
        float(start <= i < end),
        _signed(i - start),
        _signed(end - 1 - i),
        float(before),
        float(after),
    ]


def _is_word(token: str) -> bool:
    """Whether a token says something: not short, where words have letters."""
    return len(token) > 3 or token[0] >= "\u2e80"


def _signed(number: int) -> float:
    return math.copysign(math.log1p(abs(number)), number)


def _nearest_long(longs: Sequence[int], i: int) -> tuple[int, int]:
    """How many lines the nearest long line before and after are away, at most `_FAR`."""
    left = bisect_left(longs, i) - 1
    right = bisect_right(longs, i)
    before = i - longs[left] if left >= 0 else _FAR
    after = longs[right] - i if right < len(longs) else _FAR
    return min(_FAR, before), min(_FAR, after)


_OF_NEIGHBOURS = (1, 3, 5, 10)
"""The measures of its own that a neighbour is told by: tokens, small letters, digits, end mark."""


def _around(lines: Sequence[Line], measured: Sequence[Measured], page: _Page, i: int) -> list[float]:
    found: list[float] = []
    for step in _NEAR:
        j = i + step
        if 0 <= j < len(lines):
            own = measured[j].own
            found += [
                *(own[k] for k in _OF_NEIGHBOURS),
                page.held[j],
                max(own[-len(KINDS) :]),
                float(min(3, lines[j].gap)),
                float(min(3, page.seen[measured[j].caseless])),
            ]
        else:
            found += [-1.0] * 8
    for width in _WINDOWS:
        low, high = max(0, i - width), min(len(lines), i + width + 1)
        found.append((page.mass[i] - page.mass[low]) / max(1, i - low))
        found.append((page.mass[high] - page.mass[i + 1]) / max(1, high - i - 1))
        found.append((page.long_mass[high] - page.long_mass[low]) / max(1, page.mass[high] - page.mass[low]))
    return found
