"""Which files were edited: a burst of changes is told once, as soon as it is over."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

PAUSE = 0.04
"""Seconds without a change after which an edit counts as done: editors write in several steps."""

LONGEST = 0.5
"""Seconds after which a burst that does not end is told all the same."""

_READ = frozenset(["opened", "closed_no_write"])


class Watch:
    """Notices changes below folders, and of single files."""

    def __init__(self) -> None:
        self._seen: queue.Queue[Path] = queue.Queue()
        self._files: set[Path] = set()
        self._folders: tuple[Path, ...] = ()
        self._observer: BaseObserver | None = None

    def over(self, folders: Iterable[Path], single: Iterable[Path]) -> None:
        """Watches these from now on, and nothing else: folders with all below them, and files.

        Where the system has no more watches to give, it looks at them twice a second instead.
        """
        chosen = tuple(sorted({folder.absolute() for folder in folders if folder.is_dir()}))
        chosen = tuple(f for f in chosen if not any(f != o and f.is_relative_to(o) for o in chosen))
        files = {file.absolute() for file in single}
        if self._observer is not None and (chosen, files) == (self._folders, self._files):
            return
        self.end()
        self._folders, self._files = chosen, files
        try:
            self._observer = self._begin(Observer())
        except OSError:
            self._observer = self._begin(PollingObserver(timeout=0.5))

    def follow(self, tell: Callable[[Collection[Path]], None], is_over: Callable[[], bool]) -> None:
        """Tells of each burst of changes until `is_over`."""
        while not is_over():
            try:
                burst = {self._seen.get(timeout=0.5)}
            except queue.Empty:
                continue
            end = time.monotonic() + LONGEST
            while time.monotonic() < end:
                try:
                    burst.add(self._seen.get(timeout=PAUSE))
                except queue.Empty:
                    break
            tell(burst)

    def end(self) -> None:
        """Watches nothing any more."""
        if self._observer is not None:
            self._observer.stop()
            self._observer.join()
            self._observer = None

    # --- Private ---

    def _begin(self, observer: BaseObserver) -> BaseObserver:
        handler = _Handler(self._see)
        for folder in self._folders:
            observer.schedule(handler, str(folder), recursive=True)
        for folder in {file.parent for file in self._files}:
            if folder not in self._folders:
                observer.schedule(handler, str(folder), recursive=False)
        observer.start()
        return observer

    def _see(self, path: Path, is_folder: bool) -> None:
        """Beside a file that is watched folders may come and go that it names."""
        is_beside = is_folder and any(path.parent == file.parent for file in self._files)
        if is_beside or path in self._files or any(path.is_relative_to(f) for f in self._folders):
            self._seen.put(path)


class _Handler(FileSystemEventHandler):
    def __init__(self, see: Callable[[Path, bool], None]) -> None:
        self._see = see

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in _READ or (event.is_directory and event.event_type == "modified"):
            return
        for path in (event.src_path, event.dest_path):
            if path:
                self._see(Path(str(path)), event.is_directory)
