"""One worker for all that is not safe for two threads, whoever asks; what it is told by is what changed last."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from generator.preview.room import Later, Room, Served

Result = TypeVar("Result")

QUIET = 1.0
"""Seconds after an edit in which the work ahead waits: the page comes first, and then perhaps the next edit."""


class Line:
    """Asks the room on behalf of many threads, one after the other, and tells them when something changed."""

    def __init__(self, make: Callable[[], Room]) -> None:
        """`make` is called here, by the worker. What it raises is raised."""
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="preview")
        self._changed = threading.Condition()
        self._version = 0
        self._edited = threading.Event()
        self._ends = threading.Event()
        self._room = self._worker.submit(make).result()

    @property
    def version(self) -> int:
        """How many edits were taken in."""
        return self._version

    @property
    def has_ended(self) -> bool:
        """Whether all who wait should go."""
        return self._ends.is_set()

    def ask(self, question: Callable[[Room], Result]) -> Result:
        """The room's answer. What it raises is raised."""
        return self._worker.submit(question, self._room).result()

    def answer(self, path: str) -> Served | None:
        """What lies at a path, when it is done; with an error of a template or a plugin the page as it was last."""
        for _ in range(2):
            asked = self._worker.submit(self._answer, path)
            error = asked.exception()
            if error is None:
                return self._finished(path, asked)
            self._worker.submit(self._room.stumble, path, error).result()
        return self._finished(path, asked)

    def touch(self, paths: Collection[Path]) -> None:
        """Takes an edit in and tells all who wait."""
        self._edited.set()
        error = self._worker.submit(self._room.touch, paths).exception()
        if error is not None:
            self._worker.submit(self._room.stumble_on_site, error).exception()
        with self._changed:
            self._version += 1
            self._changed.notify_all()

    def wait(self, version: int, seconds: float) -> bool:
        """Whether something changed since `version`; after `seconds` at the latest."""
        with self._changed:
            return self._changed.wait_for(lambda: self._version != version or self.has_ended, seconds)

    def work_ahead(self) -> None:
        """Looks at what nobody asked for yet, bit by bit, so that who asks waits for one bit; returns at the end."""
        while not self.has_ended:
            if self._edited.is_set():
                self._edited.clear()
                self._ends.wait(QUIET)
            elif self._worker.submit(self._step).exception() is not None or not self._more:
                self._edited.wait(60)

    def let_go(self) -> None:
        """Ends all waiting."""
        self._ends.set()
        self._edited.set()
        with self._changed:
            self._changed.notify_all()

    def end(self) -> None:
        """Ends the work, and tells MkDocs' plugins."""
        self.let_go()
        self._worker.submit(self._room.stock.close).exception()
        self._worker.shutdown()

    # --- Private ---

    _more = True

    def _step(self) -> None:
        self._more = False
        self._more = self._room.step(deep=True)

    def _answer(self, path: str) -> Served | Later | None:
        return self._room.answer(path)

    def _finished(self, path: str, asked: Future[Served | Later | None]) -> Served | None:
        """Work that is asked for is done bit by bit, so that others are not kept waiting by it."""
        while isinstance(found := asked.result(), Later):
            if self.has_ended:
                return None
            # What a step raises is that of another page, which says so itself.
            self._worker.submit(self._room.step, deep=found.deep).exception()
            asked = self._worker.submit(self._answer, path)
        return found
