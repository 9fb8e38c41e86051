"""A process beside the build that has done by then what the build will ask for.

It is there before the build has read anything: what processes share is copied once one of them writes there.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, TypeVar

T = TypeVar("T")

Began = Callable[[], None]


class Ahead:
    """Does one piece of work after the other in a process of its own; where there is none, or it ended, here, when
    what comes of it is asked for."""

    def __init__(self, began: Began | None) -> None:
        """`began` is what the process does first; without it there is none. It is copied from this one at once."""
        self._answers: list[tuple[bool, Any]] = []
        self._asked = 0
        self._pipe: Connection | None = None
        if began:
            context = multiprocessing.get_context("fork")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(self._pipe, theirs, began), daemon=True)
            self._process.start()
            theirs.close()

    def submit(self, work: Callable[..., T], *given: object) -> Callable[[], T]:
        """What gives what comes of the work, or raises what it raises. Both go from process to process (pickle)."""
        number = self._asked
        self._asked += 1
        if self._pipe:
            try:
                self._pipe.send((work, given))
            except OSError:
                self.close()

        def result() -> T:
            answer = self._answer(number)
            if answer is None:
                return work(*given)
            is_done, value = answer
            if not is_done:
                raise value
            made: T = value
            return made

        return result

    def close(self) -> None:
        """Ends the process, whatever it is at."""
        if self._pipe:
            self._pipe.close()
            self._pipe = None
            self._process.terminate()
            self._process.join()

    # --- Private ---

    def _answer(self, number: int) -> tuple[bool, Any] | None:
        """What the process answered to what was asked of it then: answers come in the order of the questions."""
        while len(self._answers) <= number:
            if self._pipe is None:
                return None
            try:
                self._answers.append(self._pipe.recv())
            except (EOFError, OSError):
                self.close()
        return self._answers[number]


# --- Private ---


def _serve(other: Connection, pipe: Connection, began: Began) -> None:
    """Does what is asked for until nobody can ask."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # which the build is told too, and ends this process
    began()
    other.close()
    with contextlib.suppress(EOFError, OSError):
        while True:
            work, given = pipe.recv()
            try:
                answer = True, work(*given)
            except Exception as error:  # noqa: BLE001 - whoever asked for the work is told
                answer = False, error
            pipe.send(answer)
