"""Who publishes a site holds it: a second one waits, or is told whose it is."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from click import ClickException
from filelock import FileLock, Timeout

from generator.publish import disk

TRY_LATER = 75
"""`EX_TEMPFAIL` (sysexits.h): nothing is wrong, but somebody else is at it."""


@dataclass(frozen=True, slots=True)
class Holder:
    """The process that holds a site, where it runs, and since when (UTC, to the second)."""

    pid: int = 0
    host: str = ""
    since: str = ""

    def __str__(self) -> str:
        if not self.pid:
            return "another process"
        return f"process {self.pid} on {self.host}, since {self.since}"


class BusyError(ClickException):
    """Somebody else holds the site; the command ends with 75."""

    exit_code = TRY_LATER

    def __init__(self, folder: Path, holder: Holder) -> None:
        super().__init__(f"{folder} is held by {holder}: try again when that has ended")
        self.holder = holder


@contextmanager
def held(folder: Path, wait: float | None, tell: Callable[[Holder], None]) -> Iterator[None]:
    """While nobody else holds the folder, which must be there.

    Waits for who does, whom `tell` is told of: so many seconds, without end for `None`. The system lets go of it for
    a process that dies. Raises `BusyError`, `OSError`.
    """
    lock = FileLock(folder / _LOCK, mode=disk.FILE)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        holder = _holder(folder)
        if wait == 0:
            raise BusyError(folder, holder) from None
        tell(holder)
        try:
            lock.acquire(timeout=-1 if wait is None else wait, poll_interval=0.1)
        except Timeout:
            raise BusyError(folder, _holder(folder)) from None
    try:
        now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
        ours = Holder(os.getpid(), socket.gethostname(), now)
        disk.replace(folder / _HOLDER, msgspec.json.encode(ours))
        yield
    finally:
        lock.release()


# --- Private ---

_LOCK, _HOLDER = ".lock", ".holder"


def _holder(folder: Path) -> Holder:
    """Who said last that it holds the folder; nobody where that can't be read."""
    try:
        return msgspec.json.decode((folder / _HOLDER).read_bytes(), type=Holder)
    except (OSError, msgspec.DecodeError):
        return Holder()
