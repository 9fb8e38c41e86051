"""Python's collector of what goes round in circles, kept from looking where there is next to nothing of that."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected(*, stays: bool = False) -> Iterator[None]:
    """Without the collector, which would go through all that there is again and again: half the time over lists of
    lists, a sixth of an edit's time, a tenth of an import's. What is made and `stays` is never looked at."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if stays:
            gc.freeze()
        if was_on:
            gc.enable()
