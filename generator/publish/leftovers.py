"""What builds left in the cache that were ended: swept by the next one, but never what is of a process that lives."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.mark import HOST, lives, mark
from generator.publish import disk


def sweep(cache: Path) -> None:
    """Removes what is half made in the cache, and what of ours is left in the folders for what is of the moment, by
    processes of this machine that are no more."""
    folders = (cache, cache / "state", *cache.glob("pieces/??"), *cache.glob("templates/*"))
    for entry in (entry for folder in folders for entry in _in(folder)):
        if is_left(entry.name):
            disk.remove(entry.path)
    _sweep_the_moment()


@contextmanager
def scratch(*, is_large: bool = False) -> Iterator[Path]:
    """A folder for what is of the moment, in memory where that can be had, unless it `is_large`; who is killed leaves
    it to the next one's start."""
    _sweep_the_moment()
    place = _of_the_moment()[-1 if is_large else 0]
    with tempfile.TemporaryDirectory(prefix=_PREFIX, suffix=f".{mark()}", dir=place) as folder:
        yield Path(folder)


def is_left(name: str) -> bool:
    """Whether what has this name was being made by a process of this machine that is no more."""
    made = _MADE.fullmatch(name)
    return made is not None and made["host"] in (HOST, None) and not lives(int(made["pid"]))


# --- Private ---

_PREFIX = "briefs-"
_MADE = re.compile(r"(?:site-|(?:\.|briefs-).+\.(?:(?P<host>[0-9A-Za-z]+)-)?)(?P<pid>[0-9]+)(?:\.part)?")


def _of_the_moment() -> list[Path]:
    memory = "/dev/shm"  # noqa: S108 - a folder of a name nobody knows is made in it
    places = [Path(tempfile.gettempdir())]
    return [Path(memory), *places] if os.access(memory, os.W_OK | os.X_OK) else places


def _sweep_the_moment() -> None:
    for entry in (entry for folder in _of_the_moment() for entry in _in(folder)):
        if entry.name.startswith(_PREFIX) and is_left(entry.name):
            shutil.rmtree(entry.path, ignore_errors=True)  # it may be somebody else's


def _in(folder: Path) -> Iterator[os.DirEntry[str]]:
    try:
        yield from os.scandir(folder)
    except (FileNotFoundError, NotADirectoryError):
        return
