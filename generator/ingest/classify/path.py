"""The likeliest sequence of lines that are of the article and lines that aren't (Viterbi, two states)."""

from __future__ import annotations

from collections.abc import Sequence

_MOST = 9.0
"""Log odds beyond which a line is no surer."""


def path(odds: Sequence[float], stay: float) -> list[bool]:
    """For each line whether it is of the article: the path of the greatest sum, where each change costs `stay`.

    A page may begin for nothing outside the article, and pays to begin inside it.
    """
    outside, inside = 0.0, -stay
    back: list[tuple[bool, bool]] = []
    for one in odds:
        gain = max(-_MOST, min(_MOST, one)) / 2
        from_inside = inside - stay > outside
        stays_inside = inside >= outside - stay
        back.append((from_inside, stays_inside))
        outside, inside = (
            (inside - stay if from_inside else outside) - gain,
            (inside if stays_inside else outside - stay) + gain,
        )
    state = inside > outside
    found = []
    for from_inside, stays_inside in reversed(back):
        found.append(state)
        state = stays_inside if state else from_inside
    return found[::-1]
