"""How the work grows with the input: a ratio within one run, because machines are noisy."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

LINEAR = 9
"""Four times the input is four times the work where it is linear, sixteen times where it is quadratic."""

_TRIES = 4
_FLOOR = 0.005


def growth(run: Callable[[int], object], size: int) -> float:
    """The CPU time of `run(size)` over that of `run(size // 4)`: the least of a few tries.

    `run` gets the size and makes its input from it; what it makes should cost little beside what it does.
    """
    least = float("inf")
    for _ in range(_TRIES):
        least = min(least, _cost(run, size) / max(_cost(run, size // 4), _FLOOR))
        if least < LINEAR:
            break
    return least


def _cost(run: Callable[[int], object], size: int) -> float:
    """Without the collector of garbage, whose passes cost as much as all that other tests have left alive."""
    gc.collect()
    gc.disable()
    try:
        begin = time.process_time()
        run(size)
        return time.process_time() - begin
    finally:
        gc.enable()
