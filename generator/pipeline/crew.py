"""Who does the work of a build: this process, several of this machine, or a cluster's."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sized
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, as_completed, wait
from contextlib import contextmanager
from itertools import chain, islice
from threading import Thread
from typing import TypeVar

from generator.pipeline.ahead import Ahead

_LOOK = 0.5
"""Seconds after which a process looks whether its parent is still there."""

T = TypeVar("T")
In = TypeVar("In")

FEW = 6
"""So many pieces are made sooner than a second process is there to help."""

_SELDOM = 100_000
"""Objects that a process may make, and not let go of, before the collector looks at them: those of some briefs."""

_FORKS = sys.platform == "linux"
"""Whether a process is there at once, with all that this one has read."""

_MOST_AT_ONCE = 16
_AHEAD = 4
"""Groups of pieces for each process that are worked at or wait for it."""


def cores() -> int:
    """How many processes this machine can run at once, as far as we may use it."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Crew:
    """Spreads pieces of work over an executor, which is opened when there is enough of it."""

    def __init__(self, jobs: int, opened: Callable[[int], Executor] | None = None) -> None:
        """`opened` gives the executor for a number of `jobs`; by default processes of this machine."""
        self._jobs, self._opened = jobs, opened
        self._executor: Executor | None = None
        self._ahead: Ahead | None = None
        self._was_many = self._is_settled = False

    def spread(
        self, work: Callable[[list[In]], list[T]], pieces: Iterable[In], *, apart: bool = False
    ) -> Iterator[T]:
        """What `work` makes of the pieces, in no order; no more of them are asked for than are soon worked at. Raises
        what it raises, and then stops. A few are made here, but `apart` where there is a process for them."""
        waiting = iter(pieces)
        first = list(islice(waiting, FEW + 1))
        size = (
            max(1, min(_MOST_AT_ONCE, len(pieces) // (4 * self._jobs))) if isinstance(pieces, Sized) else FEW
        )
        groups = _groups(chain(first, waiting), size)
        if self._is_done_here(len(first), apart=apart):
            for group in groups:
                yield from work(group)
            return
        executor = self._open()
        futures: set[Future[list[T]]] = set()
        try:
            for group in groups:
                futures.add(executor.submit(work, group))
                if len(futures) >= _AHEAD * self._jobs:
                    done, futures = wait(futures, return_when=FIRST_COMPLETED)
                    for future in done:
                        yield from future.result()
            for future in as_completed(futures):
                yield from future.result()
        finally:
            for future in futures:
                future.cancel()

    def settle(self, *, apart: bool = False) -> None:
        """Has no process come from now on that is not there already: all of them, or where there was little to do so
        far, and nothing is to be done `apart`, none. One that is forked while a thread starts another program would
        keep open what that waits to see closed, for ever."""
        self._is_settled = True
        if self._was_many or (apart and self._jobs > 1 and self._opened is None and _FORKS):
            self._open().submit(int).result()

    @property
    def near(self) -> Executor | None:
        """The processes of this machine, where there are any."""
        return self._executor if self._opened is None else None

    def ahead(self, *, large: bool) -> Ahead:
        """A process for what this one will ask for later, copied from what this one is now; where there is nothing
        `large` to do, or no process to do it, none."""
        if self._ahead is None:
            self._ahead = Ahead(_settled if large and self._jobs > 1 and _FORKS else None)
        return self._ahead

    def rest(self) -> None:
        """Ends processes of this machine, with what they hold; the next work is done by new ones."""
        if self._opened is None:
            self._end()

    def close(self) -> None:
        """Ends the processes."""
        if self._ahead:
            self._ahead.close()
            self._ahead = None
        self._end()

    # --- Private ---

    def _end(self) -> None:
        if self._executor:
            self._executor.shutdown()
            self._executor = None

    def _is_done_here(self, first: int, *, apart: bool) -> bool:
        is_little = first <= FEW and not (apart and first and self._executor)
        is_late = self._is_settled and self._executor is None
        return self._opened is None and (self._jobs == 1 or is_little or is_late)

    def _open(self) -> Executor:
        self._was_many = True
        if self._executor is None:
            self._executor = (self._opened or processes)(self._jobs)
        return self._executor


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
    way = "fork" if _FORKS else "spawn"
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context(way), initializer=_settled)


# --- Private ---


def _groups(pieces: Iterable[In], size: int) -> Iterator[list[In]]:
    waiting = iter(pieces)
    while group := list(islice(waiting, size)):
        yield group


def _settled() -> None:
    """What a process has from its parent is never collected; what it makes is, if seldom: little of it goes round in
    circles, and to look for that costs a fiftieth of the time. It ends with its parent, who may be killed and can't
    end it then; and at once when it is told to: where another was killed, it may wait for a lock that nobody lets go
    of, and what the command does when it is ended (`cli`) would never have its turn."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.freeze()
    gc.set_threshold(_SELDOM)
    gc.enable()
    if parent := multiprocessing.parent_process():
        Thread(target=_end_with, args=(parent.pid,), daemon=True).start()


def _end_with(parent: int | None) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os._exit(1)
