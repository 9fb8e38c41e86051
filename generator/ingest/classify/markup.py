"""What the markup, and what other readers of it, say of a line, beside what its words say."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import accumulate

from generator.ingest.html import ANCESTORS, Tagged

_WORD = re.compile(r"\w+")
_SHINGLE = 4
_TAGS = ("p", "div", "li", "td", "h1", "h2", "h3", "h4", "blockquote", "figcaption", "span", "pre", "section")
_INSIDE = re.compile(r"article|body|content|entry|post|story|text|main")
_OUTSIDE = re.compile(
    r"comment|related|share|social|promo|sidebar|footer|header|menu|nav|widget|recommend|newsletter|subscri|caption|credit"
    r"|author|byline|meta|tags|trending|advert|banner|breadcrumb|popup|modal|cookie|popular|read-?more|more-"
)


def markup_features(lines: Sequence[Tagged], readings: Sequence[str]) -> list[list[float]]:
    """For each line the share of it in each of `readings` (what others took for the article), and its markup."""
    shares = [_shares(lines, reading) for reading in readings]
    best_before = [[0.0, *accumulate(share, max)] for share in shares]
    best_after = [[*[*accumulate(reversed(share), max)][-2::-1], 0.0] for share in shares]
    found = []
    for i, tagged in enumerate(lines):
        row = [share[i] for share in shares]
        for share, before, after in zip(shares, best_before, best_after, strict=True):
            row += [_mean(share, i - 3, i), _mean(share, i + 1, i + 4), before[i], after[i]]
        row += [float(tagged.tag == tag) for tag in _TAGS]
        row += [float(name in tagged.around) for name in ANCESTORS]
        row += [
            float(tagged.depth),
            tagged.linked,
            math.log1p(len(_INSIDE.findall(tagged.names))),
            math.log1p(len(_OUTSIDE.findall(tagged.names))),
        ]
        row += [_linked(lines, i + step) for step in (-2, -1, 1, 2)]
        row += [
            float(
                0 <= i + step < len(lines)
                and lines[i + step].tag == tagged.tag
                and lines[i + step].depth == tagged.depth
            )
            for step in (-1, 1)
        ]
        found.append(row)
    return found


# --- Private functions ---


def _shares(lines: Sequence[Tagged], reading: str) -> list[float]:
    words = _words(reading)
    said = [_words(tagged.line.text) for tagged in lines]
    known = {
        size: {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}
        for size in {min(_SHINGLE, len(each)) for each in said}
    }
    whole = {" ".join(_WORD.findall(line)).casefold() for line in reading.splitlines()}
    return [_share(each, known, whole) for each in said]


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _share(words: list[str], known: dict[int, set[tuple[str, ...]]], whole: set[str]) -> float:
    if not words:
        return 0.0
    if len(words) < _SHINGLE:
        return 1.0 if " ".join(words) in whole else 0.5 if tuple(words) in known[len(words)] else 0.0
    size = _SHINGLE
    pieces = [tuple(words[i : i + size]) for i in range(len(words) - size + 1)]
    return sum(piece in known[size] for piece in pieces) / len(pieces)


def _mean(share: Sequence[float], low: int, high: int) -> float:
    near = share[max(0, low) : max(0, high)]
    return sum(near) / len(near) if near else 0.0


def _linked(lines: Sequence[Tagged], i: int) -> float:
    return lines[i].linked if 0 <= i < len(lines) else -1.0
