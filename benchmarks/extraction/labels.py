"""Which lines of a page are its article's, by the text that people took for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from benchmarks.extraction.score import SIZE, shingles, words

_ROUNDS = 2
_NEAR = 3
_MOST = 1500
"""Lines up to which every line near the article is tried both ways."""


def labels(lines: Sequence[str], truth: str) -> tuple[list[bool], float]:
    """For each line whether it is of the article, so that the whole scores best; and that score (F1, 0 to 1)."""
    wanted = shingles(words(truth))
    tokens = [words(line) for line in lines]
    found = _first(tokens, wanted, truth)
    best = _score(tokens, found, wanted)
    for _ in range(_ROUNDS if len(lines) < _MOST else 0):
        before = best
        for i in range(len(lines)):
            if tokens[i] and any(found[max(0, i - _NEAR) : i + _NEAR + 1]):
                found[i] = not found[i]
                score = _score(tokens, found, wanted)
                if score > best + 1e-9:
                    best = score
                else:
                    found[i] = not found[i]
        if best == before:
            break
    return found, best


# --- Private functions ---


def _first(tokens: Sequence[list[str]], wanted: Counter[tuple[str, ...]], truth: str) -> list[bool]:
    """Lines half of whose shingles are the article's; short ones that are in it, between such lines."""
    flat = f" {' '.join(words(truth))} "
    found = []
    for line in tokens:
        pieces = [tuple(line[i : i + SIZE]) for i in range(len(line) - SIZE + 1)]
        found.append(bool(pieces) and 2 * sum(piece in wanted for piece in pieces) >= len(pieces))
    sure = list(found)
    for i, line in enumerate(tokens):
        if 0 < len(line) < SIZE and f" {' '.join(line)} " in flat:
            found[i] = any(sure[max(0, i - _NEAR) : i]) and any(sure[i + 1 : i + 1 + _NEAR])
    return found


def _score(tokens: Sequence[list[str]], chosen: Sequence[bool], wanted: Counter[tuple[str, ...]]) -> float:
    given = shingles([word for line, yes in zip(tokens, chosen, strict=True) if yes for word in line])
    common = sum((wanted & given).values())
    return 2 * common / ((sum(wanted.values()) + sum(given.values())) or 1)
