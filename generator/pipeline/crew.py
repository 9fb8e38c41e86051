"""Who does the work of a build: this process, several of this machine, or a cluster's."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")
In = TypeVar("In")

FEW = 6
"""So many pieces are made sooner than a second process is there to help."""

_MOST_AT_ONCE = 16


def cores() -> int:
    """How many processes this machine can run at once, as far as we may use it."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Crew:
    """Spreads pieces of work over an executor, which is opened when there is enough of it."""

    def __init__(self, jobs: int, opened: Callable[[int], Executor] | None = None) -> None:
        """`opened` gives the executor for a number of `jobs`; by default processes of this machine."""
        self._jobs, self._opened = jobs, opened
        self._executor: Executor | None = None

    def spread(self, work: Callable[[list[In]], list[T]], pieces: Sequence[In]) -> Iterator[T]:
        """What `work` makes of the pieces, in no order. Raises what it raises, and then stops."""
        if self._opened is None and (self._jobs == 1 or len(pieces) <= FEW):
            yield from work(list(pieces))
            return
        if self._executor is None:
            self._executor = (self._opened or processes)(self._jobs)
        size = max(1, min(_MOST_AT_ONCE, len(pieces) // (4 * self._jobs)))
        groups = [list(pieces[start : start + size]) for start in range(0, len(pieces), size)]
        futures = [self._executor.submit(work, group) for group in groups]
        try:
            for future in as_completed(futures):
                yield from future.result()
        finally:
            for future in futures:
                future.cancel()

    def rest(self) -> None:
        """Ends processes of this machine, with what they hold; the next work is done by new ones."""
        if self._opened is None:
            self.close()

    def close(self) -> None:
        """Ends the processes."""
        if self._executor:
            self._executor.shutdown()
            self._executor = None


@contextmanager
def crew(jobs: int, opened: Callable[[int], Executor] | None = None) -> Iterator[Crew]:
    """A crew that goes home when the block ends."""
    one = Crew(jobs, opened)
    try:
        yield one
    finally:
        one.close()


def processes(jobs: int) -> Executor:
    """Processes of this machine: copies of this one where the system makes them safely, so that they have at once
    what it has read."""
    way = "fork" if sys.platform == "linux" else "spawn"
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context(way), initializer=_settled)


# --- Private ---


def _settled() -> None:
    """What a process has from its parent is never collected; what it makes is."""
    gc.freeze()
    gc.enable()
